"""An event for the calendars of those who come."""

import datetime as dt

from sqlalchemy.orm import Session

from clubdesk.documents.calendar_file import calendar_file
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.events import Event
from clubdesk.services.clubs import the_club
from clubdesk.services.events.cards import find_event
from clubdesk.services.events.sheets import event_sheet
from clubdesk.services.today import today


def event_calendar(session: Session, event_id: int) -> bytes:
    """The event as an .ics file in the club's language; Problem when it has no days."""
    event = find_event(session, event_id)
    if not event.days:
        raise Problem(_("{title} has no days.").format(title=event.title), _("Give it at least one day."))
    return calendar_of(session, event, language=the_club(session).language, stamp=today())


def calendar_of(session: Session, event: Event, *, language: str, stamp: dt.date) -> bytes:
    """The same in a language, as it was on a day."""
    return calendar_file(
        event_sheet(event),
        number=event.id,
        club=the_club(session).name,
        stamp=stamp,
        language=language,
        answer_by=event.answer_by,
    )
