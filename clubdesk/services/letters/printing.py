"""The PDF of a letter run, from the snapshots: printing it again gives the same bytes."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Printed, VerificationLetter
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


def preview_letter(session: Session, person_id: int, *, layout: str = "", language: str = "") -> Printed:
    """How a letter to this person would look today, with a sample code."""
    from clubdesk.documents.letters import print_letters

    place = current_addresses(session, [person_id]).get(person_id)
    reason = address_problem(place)
    if reason:
        raise Problem(
            _("No letter can be written: {reason}.").format(reason=reason), _("Complete the address.")
        )
    run = LetterRun(dated=today(), answer_by=today(), layout=layout or the_club(session).letter_layout)
    paper = snapshots(session, [person_id], language=language)[0]
    letter = Letter(number=SAMPLE_NUMBER, snapshot=paper)
    return print_letters([_paper(run, letter, b"", code=SAMPLE_CODE)], letterhead(session), layout=run.layout)


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
