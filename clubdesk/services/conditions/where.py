"""Conditions as a question to the database."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, not_, or_, select

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.conditions import Condition, Group, Node
from clubdesk.model.custom import CustomValue
from clubdesk.model.folding import fold
from clubdesk.model.roster import RosterLine
from clubdesk.services.conditions.fields import Field
from clubdesk.services.conditions.values import born_for, days_of, number_of, own_number_key
from clubdesk.storage.folded import folded

Fields = Mapping[str, Field]
COMPARED_BY_SIZE = ("=", "!=", "<", "<=", ">", ">=", "known", "empty")
OPS: Mapping[str, tuple[str, ...]] = {
    "text": ("=", "!=", "~", "!~", "known", "empty"),
    "begins": ("=", "!=", "~", "!~", "known", "empty"),
    "date": COMPARED_BY_SIZE,
    "number": COMPARED_BY_SIZE,
    "age": COMPARED_BY_SIZE,
    "period": ("=", "!="),
    "flag": ("yes",),
    "own-date": COMPARED_BY_SIZE,
    "own-number": COMPARED_BY_SIZE,
}
NEGATIVE = {"!=": "=", "!~": "~", "empty": "known"}


def holds(node: Node, today: dt.date, fields: Fields) -> ColumnElement[bool]:
    """True for the roster lines of people who meet the conditions; Problem for a wrong field or value.

    `fields` are all those of the club (`all_fields`).
    """
    if isinstance(node, Condition):
        return _meets(node, today, fields)
    parts = [holds(part, today, fields) for part in node.parts]
    if node.mode == "all":
        return and_(*parts)
    return or_(false(), *parts) if node.mode == "any" else not_(or_(false(), *parts))


def field_of(condition: Condition, fields: Fields) -> Field:
    """What a condition is about; Problem when there is no such field or it can't be compared so."""
    field = fields.get(condition.field)
    if field is None:
        raise Problem(
            _("There is no field “{name}”.").format(name=condition.field),
            _("There are: {names}.").format(names=", ".join(fields)),
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


def _meets(condition: Condition, today: dt.date, fields: Fields) -> ColumnElement[bool]:
    field = field_of(condition, fields)
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
    if field.kind == "own-number":
        key = own_number_key(value)
        return _within(CustomValue.sort_value, op, key, key)
    first, last = days_of(value, today)
    if field.kind == "own-date":
        return _within(field.column, op, first.isoformat(), last.isoformat())
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
