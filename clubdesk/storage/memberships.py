"""Which memberships hold on a day."""

import datetime as dt

from sqlalchemy import ColumnElement

from clubdesk.model.persons import SUPPORTERS, Membership


def holds_on(day: dt.date) -> ColumnElement[bool]:
    """A membership that isn't over: without an end, or given notice of for that day or a later one."""
    return Membership.end.is_(None) | (Membership.end >= day)


def is_of_member() -> ColumnElement[bool]:
    """A membership that makes a member, not just a supporter."""
    return Membership.kind.not_in(SUPPORTERS)


def held_on(day: dt.date) -> ColumnElement[bool]:
    """A membership that had begun on that day and wasn't over; one without a beginning always had."""
    return (Membership.start.is_(None) | (Membership.start <= day)) & holds_on(day)
