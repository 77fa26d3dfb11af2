"""The verification letter: a page that asks somebody to confirm, with a slip to send back."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from clubdesk.documents.body import Body, Way, draw_body, draw_opening
from clubdesk.documents.content import Letterhead, Printed, Progress, VerificationLetter
from clubdesk.documents.layouts import layout_named
from clubdesk.documents.run import check_personal, print_run
from clubdesk.documents.sheet import Sheet
from clubdesk.documents.slip import FULL, draw_slip, draw_slip_frame, slip_boxes
from clubdesk.documents.stationery import draw_info, draw_window
from clubdesk.documents.template import Template
from clubdesk.documents.text import clean

KIND = "verification"

LetterSheet = Sheet[VerificationLetter]


def print_letters(
    letters: Sequence[VerificationLetter],
    letterhead: Letterhead,
    *,
    kind: str = KIND,
    layout: str = "din-b",
    templates: Mapping[str, Template] = MappingProxyType({}),
    progress: Progress | None = None,
    tagged: bool = False,
) -> Printed:
    """One page per letter, in the order given; a run may mix languages.

    `kind` is verification or verification-2, the second letter in other words. `templates` are the officer's
    own by language (`read_template`); others are the shipped ones. A `tagged` file can be heard and archived.
    The same letters give the same bytes. Problem for an unknown layout or an unreadable logo.
    """
    places = layout_named(layout)
    return print_run(
        letters,
        letterhead,
        _draw,
        kind=kind,
        layout=places,
        templates=templates,
        progress=progress,
        tagged=tagged,
    )


def _draw(sheet: LetterSheet) -> None:
    check_personal(sheet)
    _draw_frame(sheet)
    draw_window(sheet)
    draw_info(sheet)
    top = draw_opening(sheet)
    draw_body(sheet, _body, top=top)
    titled = "slip.title_number" if sheet.letter.member_number else "slip.title"
    draw_slip(sheet, FULL, title=sheet.words(titled), details=_details(sheet))


def _draw_frame(sheet: LetterSheet) -> None:
    owner = bool(sheet.letter.vehicle or sheet.letter.vin_tail)
    draw_slip_frame(sheet, FULL, options=[f"slip.{box}" for box in slip_boxes(owner=owner)])


def _body(sheet: LetterSheet) -> Body:
    club, template, words = sheet.letterhead, sheet.template, sheet.words
    notice = "panel.notice_link" if club.privacy_url else "panel.notice"
    shared = bool(sheet.letter.household)
    caption = "household.caption" if shared else "panel.caption"
    return Body(
        paragraphs=template.fill_paragraphs(sheet.letter, club),
        ways=tuple(Way(words(f"ways.{way}.head"), words(f"ways.{way}.{text}")) for way, text in _ways(club)),
        note=words("household.note") if shared else "",
        caption=words(caption),
        notice=words(notice),
        links=(club.privacy_url,),
        closing=words("closing"),
        signature=(", ".join(filter(None, (club.contact_name, club.contact_role))) or club.name,),
        justified=template.justified,
    )


def _ways(club: Letterhead) -> Iterator[tuple[str, str]]:
    """The ways to answer that the club has data for; the slip always."""
    yield "slip", "text"
    if club.phone:
        yield "phone", "text_hours" if club.phone_hours else "text"
    if club.email:
        yield "email", "text"


def _details(sheet: LetterSheet) -> str:
    """What the club has on file, to be confirmed: address, vehicle, the end of the VIN."""
    letter = sheet.letter
    name, title = clean(letter.name), clean(letter.salutation_title)
    known = {name, title, f"{title} {name}", f"{name}{title}"}
    lines = [line for line in map(clean, letter.address) if line and line not in known]
    parts = [
        ", ".join(lines),
        letter.vehicle,
        f"{sheet.words('info.vin')} …{letter.vin_tail}" if letter.vin_tail else "",
    ]
    label = sheet.words("slip.on_file")
    return label + ("" if label.endswith("：") else " ") + " · ".join(filter(None, parts))
