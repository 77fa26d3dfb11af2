"""The PDF of a letter run, from the snapshots: printing it again gives the same bytes."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Finding, Printed, VerificationLetter
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.codes import derive_code
from clubdesk.model.letters import Letter, LetterRun
from clubdesk.services.clubs import club_key, the_club
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.recipients import address_problem, current_addresses
from clubdesk.services.letters.snapshots import snapshots
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.today import today

SAMPLE_CODE = "XXX-XXX-XXXX"
SAMPLE_NUMBER = "L-00-0000-0"


def print_run(session: Session, run_id: int, *, progress: Progress = NO_PROGRESS) -> Printed:
    """All letters of a run as one PDF, in the run's order."""
    run = session.get(LetterRun, run_id)
    if run is None:
        raise Problem(_("There is no letter run {run}.").format(run=run_id), _("Look at the list of runs."))
    from clubdesk.documents.letters import print_letters  # ReportLab: only when something is printed

    key = club_key(session)
    letters = session.scalars(select(Letter).where(Letter.run_id == run_id).order_by(Letter.position))
    papers = [_paper(run, letter, key) for letter in letters]
    return print_letters(papers, letterhead(session), layout=run.layout, progress=progress)


def letter_page(session: Session, letter_id: int) -> Printed:
    """One letter alone, with its code hidden: the window shows only the letter number."""
    from clubdesk.documents.letters import print_letters

    letter = session.get_one(Letter, letter_id)
    run = session.get_one(LetterRun, letter.run_id)
    paper = _paper(run, letter, b"", code=SAMPLE_CODE)
    return print_letters([paper], letterhead(session), layout=run.layout)


def preview_letter(
    session: Session, person_id: int, *, layout: str = "", language: str = "", on: dt.date | None = None
) -> Printed:
    """How a letter to this person would look on that day, today unless said, with a sample code."""
    place = current_addresses(session, [person_id]).get(person_id)
    reason = address_problem(place)
    if reason:
        raise Problem(
            _("No letter can be written: {reason}.").format(reason=reason), _("Complete the address.")
        )
    return _print_samples(session, [person_id], layout=layout, language=language, on=on)


def check_letters(
    session: Session,
    person_ids: Sequence[int],
    *,
    layout: str = "",
    language: str = "",
    on: dt.date | None = None,
) -> tuple[Finding, ...]:
    """What an officer should see before such letters are printed; who has no address is skipped."""
    places = current_addresses(session, person_ids)
    reachable = [person_id for person_id in person_ids if not address_problem(places.get(person_id))]
    return _print_samples(session, reachable, layout=layout, language=language, on=on).findings


def _print_samples(
    session: Session, person_ids: Sequence[int], *, layout: str, language: str, on: dt.date | None
) -> Printed:
    from clubdesk.documents.letters import print_letters

    club, day = the_club(session), on or today()
    run = LetterRun(
        dated=day,
        answer_by=day + dt.timedelta(days=club.reply_days),
        layout=layout or club.letter_layout,
    )
    papers = [
        _paper(run, Letter(number=SAMPLE_NUMBER, snapshot=paper), b"", code=SAMPLE_CODE)
        for paper in snapshots(session, person_ids, language=language)
    ]
    return print_letters(papers, letterhead(session), layout=run.layout)


def _paper(run: LetterRun, letter: Letter, key: bytes, *, code: str = "") -> VerificationLetter:
    said = {name: value for name, value in letter.snapshot.items() if name not in ("town", "address")}
    return VerificationLetter(
        number=letter.number,
        code=code or derive_code(key, letter.id, turn=letter.code_turn),
        address=tuple(letter.snapshot["address"]),
        date=run.dated,
        answer_by=run.answer_by,
        **said,
    )
