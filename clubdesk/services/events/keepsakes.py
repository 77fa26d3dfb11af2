"""What participants wear and take home: name badges and certificates."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import EventPaper, Printed
from clubdesk.documents.layouts import layout_named
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.events import Registration, RunGroup
from clubdesk.model.roster import RosterLine
from clubdesk.services.clubs import the_club
from clubdesk.services.events.cards import find_event
from clubdesk.services.events.sheets import event_sheet
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.snapshots import said_in, snapshots
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.templates import own_templates

_USUAL_SHEETS = {"a4": "avery-l4785", "letter": "avery-5395"}


def print_badges(
    session: Session,
    event_id: int,
    *,
    sheet: str = "",
    start: int = 1,
    outlines: bool = False,
    tagged: bool = False,
) -> Printed:
    """A badge for everybody who comes, by name; `sheet` is one of `badge_sheets`, else the usual one."""
    from clubdesk.documents.badges import KIND
    from clubdesk.documents.badges import print_badges as print_pages

    return print_pages(
        _papers(session, event_id, one_language=True),
        letterhead(session),
        sheet=sheet or usual_badge_sheet(session),
        start=start,
        outlines=outlines,
        tagged=tagged,
        templates=own_templates(session, KIND),
    )


def print_certificates(
    session: Session, event_id: int, *, tagged: bool = False, progress: Progress = NO_PROGRESS
) -> Printed:
    """A certificate for everybody who comes, by name, in the reader's language."""
    from clubdesk.documents.certificates import KIND
    from clubdesk.documents.certificates import print_certificates as print_pages

    return print_pages(
        _papers(session, event_id),
        letterhead(session),
        paper=_paper(session),
        templates=own_templates(session, KIND),
        progress=progress,
        tagged=tagged,
    )


def usual_badge_sheet(session: Session) -> str:
    """The sheet that badges come on where the club's paper is sold."""
    return _USUAL_SHEETS[_paper(session)]


def _paper(session: Session) -> str:
    return layout_named(the_club(session).letter_layout).paper


def _papers(session: Session, event_id: int, *, one_language: bool = False) -> list[EventPaper]:
    """Who has a place, by name, as of the last day of the event; all in the club's language if wished."""
    event = find_event(session, event_id)
    if not event.days:
        raise Problem(_("{title} has no days.").format(title=event.title), _("Give it at least one day."))
    coming = (
        select(Registration.person_id, RunGroup.name)
        .join(RosterLine, RosterLine.person_id == Registration.person_id)
        .outerjoin(RunGroup, RunGroup.id == Registration.group_id)
        .where(Registration.event_id == event_id, Registration.state == "accepted")
        .order_by(RosterLine.sort_name, RosterLine.person_id)
    )
    groups = {row.person_id: row.name or "" for row in session.execute(coming)}
    if not groups:
        raise Problem(
            _("Nobody comes to {title} yet.").format(title=event.title), _("Record the answers first.")
        )
    sheet, language = event_sheet(event), the_club(session).language if one_language else ""
    return [
        EventPaper(
            event=sheet,
            group=groups[person_id],
            date=max(day.date for day in event.days),
            **said_in(said),
        )
        for person_id, said in zip(groups, snapshots(session, list(groups), language=language), strict=True)
    ]
