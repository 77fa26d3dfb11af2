"""Conditions about people: fields, comparisons, explanations."""

from clubdesk.model.conditions import Condition, Group, Node, parse, write
from clubdesk.services.conditions.fields import FIELDS, Field
from clubdesk.services.conditions.own import all_fields
from clubdesk.services.conditions.telling import in_words, why_not
from clubdesk.services.conditions.where import OPS, conditions_in, holds

__all__ = [
    "FIELDS", "OPS", "Condition", "Field", "Group", "Node", "all_fields", "conditions_in", "holds",
    "in_words", "parse", "why_not", "write",
]  # fmt: skip
