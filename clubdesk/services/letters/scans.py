"""Record what a stack says, keep its pages, and let an officer decide what was doubtful."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.codes import code_index
from clubdesk.model.identity import new_id
from clubdesk.model.letters import Letter, LetterRun, Reply
from clubdesk.model.roster import RosterLine
from clubdesk.model.scans import Scan, ScanImage, ScannedSlip
from clubdesk.services.clubs import club_key
from clubdesk.services.letters.replies import (
    SAID,
    ReplyResult,
    check_answer,
    letter_of_code,
    name_of,
    record_answer,
    record_code,
)
from clubdesk.services.letters.slip_pages import PageRead, SlipRead, slip_form
from clubdesk.services.letters.stack import Stack
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

#: How far a slip reaches above and below the top of its code, in mm.
ABOVE, BELOW = 12.0, 72.0


@dataclass(frozen=True, slots=True)
class SlipResult:
    """What became of a slip.

    `result` is that of a ReplyResult, or doubtful; `answer` what the boxes say, "" when they don't.
    """

    file: str
    page: int
    code: str
    person: int | None
    name: str
    result: str
    answer: str
    message: str


@dataclass(frozen=True, slots=True)
class StackResult:
    """What became of a stack; `unread` are pages without a code, as (file, page)."""

    slips: tuple[SlipResult, ...]
    unread: tuple[tuple[str, int], ...]
    problems: tuple[tuple[str, str], ...]
    stopped: bool

    def count(self, *results: str) -> int:
        return sum(1 for slip in self.slips if slip.result in results)

    @property
    def recorded(self) -> int:
        return self.count("verified", "refused", "not-owner")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSlip:
    """A slip whose boxes say nothing plain. `proposed` is what a mail seems to say; `text` the mail's."""

    id: int
    scan: int
    person: int
    name: str
    file: str
    page: int
    received_on: dt.date
    has_image: bool
    proposed: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """A page, or a mail, on which no code was found."""

    id: int
    file: str
    page: int
    received_on: dt.date
    has_image: bool
    text: str


def judge_stack(session: Session, stack: Stack, *, on: dt.date | None = None) -> StackResult:
    """What recording a stack would do now."""
    answered = dict[int, str]()
    slips = [_judged(session, page, slip, answered, on=on) for page in stack.pages for slip in page.slips]
    return _result(stack, slips)


@change(N_("Replies that came back: {count}"))
def record_stack(session: Session, stack: Stack, *, on: dt.date | None = None) -> StackResult:
    """Keep the pages of a stack, record what is plain on them; the rest waits for an officer.

    A page that was kept before is not kept again. `on` is the day on which paper came; a mail has its own.
    """
    slips = []
    for page in stack.pages:
        scan = _kept(session, page, on=on)
        for slip in page.slips:
            slips.append(_record(session, page, slip, scan, on=on))
        session.flush()
        if page.missed and len(_all_slips(session, scan)) <= len(page.slips):
            session.add(ScannedSlip(scan_id=scan.id, state="unread", place={}))
            session.flush()
    result = _result(stack, slips)
    describe(session, count=result.recorded)
    return result


def _result(stack: Stack, slips: list[SlipResult]) -> StackResult:
    unread = tuple((page.file, page.page) for page in stack.pages if page.missed or not page.slips)
    return StackResult(tuple(slips), unread, tuple(stack.problems), stack.stopped)


def _judged(
    session: Session, page: PageRead, slip: SlipRead, answered: dict[int, str], *, on: dt.date | None
) -> SlipResult:
    refusal, letter = letter_of_code(session, slip.code, day=_day(page, on))
    if letter is None:
        assert refusal
        return _told(page, slip, refusal)
    name = name_of(session, letter.person_id)
    if letter.id in answered:
        again = ReplyResult(slip.code, "already-recorded", _("A second slip."), letter.person_id, name)
        return _told(page, slip, again)
    if not slip.answer:
        return _told(page, slip, _doubtful(slip, letter.person_id, name))
    answered[letter.id] = slip.answer
    kept = "verified" if slip.answer == "changed" else slip.answer
    return _told(page, slip, ReplyResult(slip.code, kept, _(SAID[slip.answer]), letter.person_id, name))


def _record(
    session: Session, page: PageRead, slip: SlipRead, scan: Scan, *, on: dt.date | None
) -> SlipResult:
    day = _day(page, on)
    refusal, letter = letter_of_code(session, slip.code, day=day)
    known = letter or _letter_with(session, slip.code)
    row = _slip_of(session, scan, slip, known)
    if letter is None:
        assert refusal
        row.state = refusal.result
        return _told(page, slip, refusal)
    if not slip.answer:
        row.state, row.answer = "doubtful", slip.proposed
        return _told(page, slip, _doubtful(slip, letter.person_id, name_of(session, letter.person_id)))
    row.state, row.answer = "recorded", slip.answer
    session.flush()
    found = record_answer(
        session, letter, answer=slip.answer, day=day, way=scan.way, slip=row.id, code=slip.code
    )
    return _told(page, slip, found)


def _slip_of(session: Session, scan: Scan, slip: SlipRead, letter: Letter | None) -> ScannedSlip:
    """The row of a slip: a new one, or the one that was kept when the same page came before."""
    letter_id = letter.id if letter else None
    same = select(ScannedSlip).where(ScannedSlip.scan_id == scan.id, ScannedSlip.letter_id == letter_id)
    row = session.scalars(same).first() if letter else None
    if row is None:
        row = ScannedSlip(
            scan_id=scan.id,
            letter_id=letter_id,
            person_id=letter.person_id if letter else None,
            state="doubtful",
            place={"corners": [list(corner) for corner in slip.corners]} if slip.corners else {},
        )
        session.add(row)
    return row


def _doubtful(slip: SlipRead, person: int, name: str) -> ReplyResult:
    message = _("Please look which box was ticked.") if slip.corners else _("Please read the mail.")
    return ReplyResult(slip.code, "doubtful", message, person, name)


def _told(page: PageRead, slip: SlipRead, found: ReplyResult) -> SlipResult:
    return SlipResult(
        page.file, page.page, slip.code, found.person, found.name, found.result, slip.answer, found.message
    )


def _day(page: PageRead, on: dt.date | None) -> dt.date:
    """When a page came; a mail from the future came today."""
    return min(page.received_on or on or today(), today())


def _kept(session: Session, page: PageRead, *, on: dt.date | None) -> Scan:
    before = session.scalars(select(Scan).where(Scan.digest == page.digest)).first()
    if before is not None:
        return before
    image_id = None
    if page.image:
        image_id = new_id()
        session.add(ScanImage(id=image_id, data=page.image))
        session.flush()
    scan = Scan(
        file=page.file,
        page=page.page,
        way=page.way,
        received_on=_day(page, on),
        digest=page.digest,
        text=page.text,
        image_id=image_id,
    )
    session.add(scan)
    session.flush()
    return scan


def _letter_with(session: Session, code: str) -> Letter | None:
    index = code_index(club_key(session), code)
    return session.scalars(select(Letter).where(Letter.code_index == index)).first()


def _all_slips(session: Session, scan: Scan, *, state: str = "") -> list[ScannedSlip]:
    """The slips of a page: all, or those in a state."""
    found = select(ScannedSlip).where(ScannedSlip.scan_id == scan.id)
    return list(session.scalars(found.where(ScannedSlip.state == state) if state else found))


# What waits for an officer


def open_slips(session: Session) -> list[OpenSlip]:
    """The doubtful slips whose letter has no reply yet, the oldest first."""
    waiting = (
        select(ScannedSlip, Scan, RosterLine.name)
        .join(Scan, ScannedSlip.scan_id == Scan.id)
        .join(RosterLine, RosterLine.person_id == ScannedSlip.person_id)
        .where(ScannedSlip.state == "doubtful")
        .where(~exists().where(Reply.letter_id == ScannedSlip.letter_id))
        .order_by(ScannedSlip.id)
    )
    return [
        OpenSlip(
            id=slip.id,
            scan=scan.id,
            person=slip.person_id or 0,
            name=name,
            file=scan.file,
            page=scan.page,
            received_on=scan.received_on,
            has_image=scan.image_id is not None,
            proposed=slip.answer,
            text=scan.text,
        )
        for slip, scan, name in session.execute(waiting)
    ]


def open_pages(session: Session) -> list[OpenPage]:
    """The pages and mails on which a code is still to be found, the oldest first."""
    slip = ScannedSlip.scan_id == Scan.id
    waiting = (
        select(Scan)
        .where(Scan.set_aside_on.is_(None))
        .where(or_(~exists().where(slip), exists().where(slip, ScannedSlip.state == "unread")))
        .order_by(Scan.id)
    )
    return [
        OpenPage(
            id=scan.id,
            file=scan.file,
            page=scan.page,
            received_on=scan.received_on,
            has_image=scan.image_id is not None,
            text=scan.text,
        )
        for scan in session.scalars(waiting)
    ]


def waiting_replies(session: Session) -> int:
    """How many slips and pages wait for an officer."""
    return len(open_slips(session)) + len(open_pages(session))


@change(N_("Reply of {name} recorded"))
def answer_slip(session: Session, slip_id: int, *, answer: str) -> ReplyResult:
    """Record what a doubtful slip says, as an officer read it."""
    check_answer(answer)
    slip = _slip(session, slip_id)
    scan = session.get_one(Scan, slip.scan_id)
    letter = session.get(Letter, slip.letter_id) if slip.letter_id else None
    if letter is None or session.scalars(select(Reply).where(Reply.letter_id == letter.id)).first():
        raise Problem(_("This letter has its reply already."))
    slip.state, slip.answer = "recorded", answer
    session.flush()
    found = record_answer(session, letter, answer=answer, day=scan.received_on, way=scan.way, slip=slip.id)
    describe(session, name=found.name)
    return found


@change(N_("Slip of {name} set aside"))
def set_slip_aside(session: Session, slip_id: int) -> None:
    """The slip says nothing that can be recorded; it stays as evidence."""
    slip = _slip(session, slip_id)
    slip.state = "set-aside"
    describe(session, name=name_of(session, slip.person_id or 0))


@change(N_("Page without a code: reply recorded"))
def answer_page(session: Session, scan_id: int, *, code: str, answer: str) -> ReplyResult:
    """Record the reply on a page whose code an officer read; a code that isn't taken changes nothing."""
    check_answer(answer)
    scan = _scan(session, scan_id)
    refusal, letter = letter_of_code(session, code, day=scan.received_on)
    if letter is None:
        assert refusal
        return refusal
    unread = _all_slips(session, scan, state="unread")
    slip = unread[0] if unread else ScannedSlip(scan_id=scan.id, place={})
    slip.letter_id, slip.person_id = letter.id, letter.person_id
    slip.state, slip.answer = "recorded", answer
    session.add(slip)
    session.flush()
    return record_code(session, code, answer=answer, day=scan.received_on, way=scan.way, slip=slip.id)


@change(N_("Page {page} of {file} set aside"))
def set_page_aside(session: Session, scan_id: int) -> None:
    """There is no reply on the page; it stays as evidence."""
    scan = _scan(session, scan_id)
    scan.set_aside_on = today()
    for slip in _all_slips(session, scan, state="unread"):
        slip.state = "set-aside"
    describe(session, page=scan.page, file=scan.file)


# Pictures


def page_picture(session: Session, scan_id: int) -> bytes:
    """A kept page as a JPEG; Problem for a mail without picture."""
    scan = _scan(session, scan_id)
    image = session.get(ScanImage, scan.image_id) if scan.image_id else None
    if image is None:
        raise Problem(_("There is no picture of it."), _("It was a mail."))
    return image.data


def slip_picture(session: Session, slip_id: int) -> bytes:
    """The slip alone, straightened, as a JPEG; the whole page when its place isn't known."""
    from clubdesk.documents.reading.evidence import slip_picture as cut_out

    slip = _slip(session, slip_id)
    picture = page_picture(session, slip.scan_id)
    letter = session.get(Letter, slip.letter_id) if slip.letter_id else None
    corners = slip.place.get("corners")
    if letter is None or not corners:
        return picture
    places = slip_form(letter.snapshot, session.get_one(LetterRun, letter.run_id).layout).places
    return cut_out(picture, corners, code=places.code, left=-places.x, above=ABOVE, below=BELOW)


def _slip(session: Session, slip_id: int) -> ScannedSlip:
    slip = session.get(ScannedSlip, slip_id)
    if slip is None:
        raise Problem(_("This slip is no longer there."), _("Undo brings it back."))
    return slip


def _scan(session: Session, scan_id: int) -> Scan:
    scan = session.get(Scan, scan_id)
    if scan is None:
        raise Problem(_("This page is no longer there."), _("Undo brings it back."))
    return scan
