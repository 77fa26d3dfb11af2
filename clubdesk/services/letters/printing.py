"""The PDF of a letter run, from the snapshots: printing it again gives the same bytes."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Finding, Printed, Reader, VerificationLetter
from clubdesk.documents.layouts import layout_named
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.codes import derive_code
from clubdesk.model.letters import Letter, LetterRun
from clubdesk.model.persons import Person
from clubdesk.services.clubs import club_key, the_club
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.address_checks import address_findings
from clubdesk.services.letters.envelopes import enclosed_with, readers, shared_with
from clubdesk.services.letters.kept_paper import kept_letterhead, kept_templates
from clubdesk.services.letters.recipients import address_problem, current_addresses
from clubdesk.services.letters.runs import FIRST, get_run, run_card
from clubdesk.services.letters.snapshots import said_in, snapshots
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.templates import templates_of
from clubdesk.services.today import today
from clubdesk.storage.roster import shown_name

SAMPLE_CODE = "XXX-XXX-XXXX"
SAMPLE_NUMBER = "L-00-0000-0"


def print_run(
    session: Session,
    run_id: int,
    *,
    pages: Sequence[int] = (),
    tagged: bool = False,
    progress: Progress = NO_PROGRESS,
) -> Printed:
    """The letters of a run as one PDF, in the run's order, without those that were cancelled.

    `pages` are the only ones to print, as they are counted in the whole PDF from 1: those that jammed.
    A `tagged` file can be heard and archived.
    """
    run = session.get(LetterRun, run_id)
    if run is None:
        raise Problem(_("There is no letter run {run}.").format(run=run_id), _("Look at the list of runs."))
    key = club_key(session)
    letters = letters_on_paper(session, run_id, pages)
    return print_papers(session, run, letters, key, tagged=tagged, progress=progress)


def print_papers(
    session: Session,
    run: LetterRun,
    letters: Sequence[Letter],
    key: bytes,
    *,
    tagged: bool = False,
    progress: Progress = NO_PROGRESS,
) -> Printed:
    """These letters of a run as one PDF, with their codes by the club's `key`."""
    together = enclosed_with(session, letters)
    papers = [_paper(run, letter, key, household=together.get(letter.id, ())) for letter in letters]
    return _print(session, run, papers, tagged=tagged, progress=progress)


def letters_on_paper(session: Session, run_id: int, pages: Sequence[int] = ()) -> Sequence[Letter]:
    """The letters of a run as they come out of the printer; Problem for a page that isn't among them."""
    standing = select(Letter).where(Letter.run_id == run_id, Letter.voided_on.is_(None))
    letters = session.scalars(standing.order_by(Letter.position)).all()
    if wrong := [page for page in pages if not 1 <= page <= len(letters)]:
        raise Problem(
            _("There is no page {page}.").format(page=wrong[0]),
            _("The run has the pages 1 to {last}.").format(last=len(letters)),
        )
    return [letters[page - 1] for page in sorted(set(pages))] if pages else letters


def print_control_sheet(session: Session, run_id: int, *, tagged: bool = False) -> Printed:
    """The letters of a run as a list in their order, for whoever puts them into envelopes."""
    from clubdesk.documents.control_sheet import ControlLine
    from clubdesk.documents.control_sheet import print_control_sheet as print_sheet

    club, run, card = the_club(session), get_run(session, run_id), run_card(session, run_id)
    lines = [
        ControlLine(page, letter.number, letter.snapshot["name"], letter.snapshot["town"])
        for page, letter in enumerate(letters_on_paper(session, run_id), 1)
    ]
    return print_sheet(
        lines,
        letterhead(session),
        run=run.title,
        date=today(),
        language=club.language,
        spoiled=card.spoiled,
        voided=card.voided,
        paper=layout_named(run.layout).paper,
        tagged=tagged,
    )


def letter_page(session: Session, letter_id: int) -> Printed:
    """One letter alone, with its code hidden: the window shows only the letter number."""
    letter = session.get_one(Letter, letter_id)
    run = session.get_one(LetterRun, letter.run_id)
    household = enclosed_with(session, [letter]).get(letter_id, ())
    return _print(session, run, [_paper(run, letter, b"", code=SAMPLE_CODE, household=household)])


def _print(
    session: Session,
    run: LetterRun,
    papers: Sequence[VerificationLetter],
    *,
    tagged: bool = False,
    progress: Progress = NO_PROGRESS,
) -> Printed:
    from clubdesk.documents.letters import print_letters  # ReportLab: only when something is printed

    return print_letters(
        papers,
        kept_letterhead(session, run),
        kind=run.kind,
        layout=run.layout,
        templates=kept_templates(run),
        progress=progress,
        tagged=tagged,
    )


def preview_letter(
    session: Session,
    person_id: int,
    *,
    kind: str = FIRST,
    layout: str = "",
    language: str = "",
    on: dt.date | None = None,
    among: Sequence[int] = (),
) -> Printed:
    """How a letter to this person would look on that day, today unless said, with a sample code.

    Its envelope names those of the household who are `among` the readers of the run.
    """
    place = current_addresses(session, [person_id]).get(person_id)
    reason = address_problem(place)
    if reason:
        raise Problem(
            _("No letter can be written: {reason}.").format(reason=reason), _("Complete the address.")
        )
    run = _sample_run(session, kind=kind, layout=layout, on=on)
    people = shared_with(session, person_id, among)
    papers = snapshots(session, people, language=language)
    household = readers(papers) if len(people) > 1 else ()
    return _print(session, run, [_sample(run, papers[people.index(person_id)], household)])


def check_letters(
    session: Session,
    person_ids: Sequence[int],
    *,
    kind: str = FIRST,
    layout: str = "",
    language: str = "",
    on: dt.date | None = None,
) -> tuple[Finding, ...]:
    """What an officer should see before such letters are printed; who has no address is skipped."""
    places = current_addresses(session, person_ids)
    reachable = [person_id for person_id in person_ids if not address_problem(places.get(person_id))]
    named = [(session.get_one(Person, person_id), places[person_id]) for person_id in reachable]
    doubts = address_findings(
        ((shown_name(person), place) for person, place in named), home=the_club(session).country
    )
    run = _sample_run(session, kind=kind, layout=layout, on=on)
    papers = snapshots(session, reachable, language=language)
    return doubts + _print(session, run, [_sample(run, paper) for paper in papers]).findings


def _sample_run(session: Session, *, kind: str, layout: str, on: dt.date | None) -> LetterRun:
    club, day = the_club(session), on or today()
    return LetterRun(
        kind=kind,
        dated=day,
        answer_by=day + dt.timedelta(days=club.reply_days),
        layout=layout or club.letter_layout,
        wording=templates_of(session, kind),
        letterhead={},
    )


def _sample(
    run: LetterRun, snapshot: dict[str, Any], household: tuple[Reader, ...] = ()
) -> VerificationLetter:
    letter = Letter(number=SAMPLE_NUMBER, snapshot=snapshot)
    return _paper(run, letter, b"", code=SAMPLE_CODE, household=household)


def _paper(
    run: LetterRun, letter: Letter, key: bytes, *, household: tuple[Reader, ...], code: str = ""
) -> VerificationLetter:
    said = said_in(letter.snapshot)
    return VerificationLetter(
        number=letter.number,
        code=code or derive_code(key, letter.id, turn=letter.code_turn),
        address=tuple(letter.snapshot["address"]),
        date=run.dated,
        answer_by=run.answer_by,
        household=household,
        **said,
    )
