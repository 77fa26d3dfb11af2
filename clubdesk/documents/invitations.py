"""The invitation: one page per invited member, with the programme and a slip to answer."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from clubdesk.documents.body import Body, draw_body, draw_opening
from clubdesk.documents.content import Invitation, Letterhead, Printed, Progress
from clubdesk.documents.fields import answer_by, event_dates
from clubdesk.documents.flow import Flow
from clubdesk.documents.layouts import layout_named, short_slip
from clubdesk.documents.programme import Fact, draw_programme
from clubdesk.documents.run import check_personal, print_run
from clubdesk.documents.sheet import Sheet
from clubdesk.documents.slip import SHORT, draw_slip, draw_slip_frame
from clubdesk.documents.stationery import draw_info, draw_window
from clubdesk.documents.template import Template
from clubdesk.errors import Problem
from clubdesk.i18n import _

EVENT_KINDS = ("driving-school", "pop-up-market", "executive-visit", "social")

InvitationSheet = Sheet[Invitation]


def print_invitations(
    invitations: Sequence[Invitation],
    letterhead: Letterhead,
    *,
    layout: str = "din-b",
    templates: Mapping[str, Template] = MappingProxyType({}),
    progress: Progress | None = None,
    tagged: bool = False,
) -> Printed:
    """Exactly one page per invitation, in the order given; a run may mix languages, not kinds of events.

    A programme too long for the page is set smaller, then cut with a finding. The rest is as for
    `letters.print_letters`.
    """
    kinds = {invitation.event.kind for invitation in invitations}
    if len(kinds) > 1 or not kinds <= set(EVENT_KINDS):
        raise Problem(_("These invitations are not to events of one kind."), ", ".join(EVENT_KINDS))
    kind = kind_of_template(next(iter(kinds), "social"))
    places = short_slip(layout_named(layout))
    return print_run(
        invitations,
        letterhead,
        _draw,
        kind=kind,
        layout=places,
        templates=templates,
        progress=progress,
        tagged=tagged,
    )


def kind_of_template(event_kind: str) -> str:
    """The kind of template that invites to this kind of event."""
    return f"invitation-{event_kind}"


def _draw(sheet: InvitationSheet) -> None:
    check_personal(sheet)
    draw_slip_frame(sheet, SHORT, options=("slip.accept", "slip.decline"))
    draw_window(sheet)
    draw_info(sheet)
    top = draw_opening(sheet)
    draw_body(sheet, _body, top=top, insert=_draw_programme)
    titled = "slip.title_number" if sheet.letter.member_number else "slip.title"
    event = sheet.letter.event
    details = " · ".join(filter(None, (event.title, event_dates(sheet.letter), event.venue)))
    draw_slip(sheet, SHORT, title=sheet.words(titled), details=details)


def _body(sheet: InvitationSheet) -> Body:
    club, template = sheet.letterhead, sheet.template
    ways = {(True, True): "notice_both", (True, False): "notice_phone", (False, True): "notice_email"}
    notice = ways.get((bool(club.phone), bool(club.email)), "notice")
    return Body(
        paragraphs=template.fill_paragraphs(sheet.letter, club),
        caption=sheet.words("panel.caption"),
        notice=sheet.words(f"panel.{notice}"),
        links=(club.phone, club.email),
        closing=sheet.words("closing"),
        signature=(", ".join(filter(None, (club.contact_name, club.contact_role))) or club.name,),
        justified=template.justified,
    )


def _draw_programme(sheet: InvitationSheet, flow: Flow) -> None:
    letter, accent = sheet.letter, sheet.letterhead.accent
    facts = (
        Fact(sheet.words("programme.when"), event_dates(letter)),
        Fact(sheet.words("programme.where"), letter.event.venue),
        Fact(sheet.words("programme.answer_by"), answer_by(letter)),
    )
    draw_programme(flow, letter.event, facts, language=letter.language, accent=accent)
