"""Conditions as a question to the database."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, not_, or_, select

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.conditions import Condition, Group, Node
from clubdesk.model.folding import fold
from clubdesk.model.roster import RosterLine
from clubdesk.services.conditions.fields import FIELDS, Field
from clubdesk.services.conditions.values import born_for, days_of, number_of
from clubdesk.storage.folded import folded

OPS = {
    "text": ("=", "!=", "~", "!~", "known", "empty"),
    "begins": ("=", "!=", "~", "!~", "known", "empty"),
    "date": ("=", "!=", "<", "<=", ">", ">=", "known", "empty"),
    "number": ("=", "!=", "<", "<=", ">", ">=", "known", "empty"),
    "age": ("=", "!=", "<", "<=", ">", ">=", "known", "empty"),
    "period": ("=", "!="),
    "flag": ("yes",),
}
NEGATIVE = {"!=": "=", "!~": "~", "empty": "known"}


def holds(node: Node, today: dt.date) -> ColumnElement[bool]:
    """True for the roster lines of people who meet the conditions; Problem for a wrong field or value."""
    if isinstance(node, Condition):
        return _meets(node, today)
    parts = [holds(part, today) for part in node.parts]
    if node.mode == "all":
        return and_(*parts)
    return or_(false(), *parts) if node.mode == "any" else not_(or_(false(), *parts))


def field_of(condition: Condition) -> Field:
    """What a condition is about; Problem when there is no such field or it can't be compared so."""
    field = FIELDS.get(condition.field)
    if field is None:
        raise Problem(
            _("There is no field “{name}”.").format(name=condition.field),
            _("There are: {names}.").format(names=", ".join(FIELDS)),
        )
    if condition.op not in OPS[field.kind]:
        raise Problem(
            _("“{field}” can't be asked with “{op}”.").format(field=field.key, op=condition.op),
            _("It can be asked with: {ops}.").format(ops=" ".join(OPS[field.kind])),
        )
    return field


def conditions_in(node: Node) -> list[Condition]:
    """All single conditions, in the order in which they are read."""
    if isinstance(node, Group):
        return [found for part in node.parts for found in conditions_in(part)]
    return [node]


def _meets(condition: Condition, today: dt.date) -> ColumnElement[bool]:
    field = field_of(condition)
    op = NEGATIVE.get(condition.op, condition.op)
    people = rows_of(field, today, field.source.person)
    if op == "known":
        people = people.where(_known(field))
    elif op != "yes":
        people = people.where(or_(*(_compared(field, op, value, today) for value in condition.values)))
    line = RosterLine.person_id
    return line.not_in(people) if condition.op in NEGATIVE else line.in_(people)


def rows_of(field: Field, today: dt.date, *columns: Any) -> Select[Any]:
    """These columns of the rows that a field looks at."""
    return field.source.rows(select(*columns), today).correlate(None)


def _known(field: Field) -> ColumnElement[bool]:
    known: ColumnElement[bool] = field.column.is_not(None)
    return and_(known, field.column != "") if field.kind in ("text", "begins") else known


def _compared(field: Field, op: str, value: str, today: dt.date) -> ColumnElement[bool]:
    if field.kind in ("text", "begins"):
        return _text_is(field, op, value)
    if field.kind == "number":
        number = number_of(value)
        return _within(field.column, op, number, number)
    if field.kind == "age":  # who is older was born earlier
        turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
        return _within(field.column, turned.get(op, op), *born_for(value, today))
    first, last = days_of(value, today)
    if field.kind == "period":
        return and_(
            or_(field.column.is_(None), field.column <= last),
            or_(field.until.is_(None), field.until >= first),
        )
    return _within(field.column, op, first, last)


def _within(column: Any, op: str, first: Any, last: Any) -> ColumnElement[bool]:
    tests = {
        "=": lambda: column.between(first, last),
        "<": lambda: column < first,
        "<=": lambda: column <= last,
        ">": lambda: column > last,
        ">=": lambda: column >= first,
    }
    found: ColumnElement[bool] = tests[op]()
    return found


def _text_is(field: Field, op: str, value: str) -> ColumnElement[bool]:
    text, wanted = folded(field.column), fold(value.strip())
    if op == "~":
        return text.contains(wanted, autoescape=True)
    if field.kind == "begins":
        return or_(text == wanted, text.startswith(f"{wanted} ", autoescape=True))
    return text == wanted
