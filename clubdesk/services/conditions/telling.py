"""Conditions in an officer's words, and why somebody doesn't meet them."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.i18n import N_, _, window_texts
from clubdesk.model.conditions import Group, Node, write
from clubdesk.model.roster import RosterLine
from clubdesk.services.conditions.own import all_fields
from clubdesk.services.conditions.where import Fields, field_of, holds, rows_of
from clubdesk.services.today import today

WORDS = {
    "=": N_("{field} is {value}"),
    "!=": N_("{field} is not {value}"),
    "~": N_("{field} contains {value}"),
    "!~": N_("{field} doesn't contain {value}"),
    "<": N_("{field} is before {value}"),
    "<=": N_("{field} is {value} or before"),
    ">": N_("{field} is after {value}"),
    ">=": N_("{field} is {value} or after"),
    "known": N_("{field} is known"),
    "empty": N_("{field} is empty"),
    "yes": N_("{field}"),
}
NUMBERS = {
    "<": N_("{field} is below {value}"),
    "<=": N_("{field} is at most {value}"),
    ">": N_("{field} is above {value}"),
    ">=": N_("{field} is at least {value}"),
}


def in_words(node: Node, fields: Fields) -> str:
    """Chapter is Oslo or Bergen; for a group, the text that can be typed."""
    if isinstance(node, Group):
        return write(node)
    field = field_of(node, fields)
    words = (NUMBERS if field.kind in ("number", "age", "own-number") else WORDS).get(node.op, WORDS[node.op])
    return _(words).format(field=_(field.title), value=_(" or ").join(node.values))


def why_not(session: Session, node: Node, person_id: int) -> str:
    """The first condition that a person doesn't meet, with what is known of them; empty if they meet all."""
    fields = all_fields(session)
    if _is_met(session, node, person_id, fields):
        return ""
    if isinstance(node, Group) and node.mode == "all":
        return next(why for part in node.parts if (why := why_not(session, part, person_id)))
    if isinstance(node, Group) and node.mode == "none":
        met = next(part for part in node.parts if _is_met(session, part, person_id, fields))
        return _("must not be: {condition}").format(condition=in_words(met, fields)) + _known_of(
            session, met, person_id, fields
        )
    if isinstance(node, Group):
        return _("none of these: {conditions}").format(conditions=_shown_all(node, fields))
    return _("not met: {condition}").format(condition=in_words(node, fields)) + _known_of(
        session, node, person_id, fields
    )


def _shown_all(group: Group, fields: Fields) -> str:
    return "; ".join(in_words(part, fields) for part in group.parts)


def _is_met(session: Session, node: Node, person_id: int, fields: Fields) -> bool:
    query = select(RosterLine.slot).where(RosterLine.person_id == person_id, holds(node, today(), fields))
    return session.scalar(query) is not None


def _known_of(session: Session, node: Node, person_id: int, fields: Fields) -> str:
    """(Nürnberg): what the condition's field holds of the person."""
    if isinstance(node, Group):
        return ""
    field = field_of(node, fields)
    if field.kind == "flag":
        return ""
    query = rows_of(field, today(), field.column).where(field.source.person == person_id)
    known = [_shown(value) for value in session.scalars(query) if value not in (None, "")]
    return f" ({', '.join(dict.fromkeys(known)) or _('nothing known')})"


def _shown(value: Any) -> str:
    return window_texts().short_date(value) if hasattr(value, "isoformat") else str(value)
