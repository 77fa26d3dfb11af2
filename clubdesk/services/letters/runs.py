"""Letter runs: prepared, printed, posted."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.codes import code_proof, numbered
from clubdesk.model.identity import new_ids
from clubdesk.model.letters import Letter, LetterRun, Reply
from clubdesk.services.clubs import club_key, the_club
from clubdesk.services.codes import fresh_codes, used_counts
from clubdesk.services.letters.envelopes import by_envelope, places_of
from clubdesk.services.letters.kept_paper import keep_paper
from clubdesk.services.letters.recipients import LeftOut, recipients
from clubdesk.services.letters.snapshots import snapshots
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.today import today
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import add_many, describe

#: The wordings of a letter that asks for an answer, each a kind of template.
FIRST, SECOND = "verification", "verification-2"
TITLES = {FIRST: N_("Verification {year}-{number}"), SECOND: N_("Second letters {year}-{number}")}


@dataclass(frozen=True, slots=True)
class PreparedRun:
    """A run as it was made; `run` is None when nobody was left to write to."""

    run: int | None
    number: int
    letters: int
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine:
    """One run in the list of runs. `state` is draft, printed, posted or closed."""

    id: int
    number: int
    title: str
    state: str
    dated: dt.date
    posted_on: dt.date | None
    answer_by: dt.date
    letters: int
    replies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCard:
    """A run for the pane: the line, how the replies came out, and what became of the other letters.

    `sheets` is how many were printed, `spoiled` how many of them a printer ruined; `voided` letters were
    cancelled, `returned` ones came back undelivered. There are fewer `envelopes` than letters when those of a
    household go together.
    """

    line: RunLine
    envelopes: int
    kind: str
    layout: str
    answers: dict[str, int]
    sheets: int
    spoiled: int
    voided: int
    returned: int


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter of a run. Its code isn't here: a reply must prove that the letter arrived.

    `moved` when the address was changed since it was written.
    """

    id: int
    person: int
    name: str
    number: str
    town: str
    language: str
    answer: str
    answered_on: dt.date | None
    voided_on: dt.date | None
    returned_on: dt.date | None
    returned_reason: str
    moved: bool


@change(N_("Letters prepared: {count}"))
def prepare_run(
    session: Session,
    person_ids: Sequence[int],
    *,
    title: str = "",
    kind: str = FIRST,
    layout: str = "",
    language: str = "",
    per_household: bool = False,
    on: dt.date | None = None,
    progress: Progress = NO_PROGRESS,
) -> PreparedRun:
    """Write a run of letters with a snapshot of all that will be printed; some are left out.

    `kind` is the wording: FIRST, or SECOND for those who didn't answer. Letters `per_household` lie in one
    envelope that names its people; everybody has a page and a code of their own.
    """
    club, day = the_club(session), on or today()
    chosen = recipients(session, person_ids, on=day)
    if not chosen.people:
        return PreparedRun(None, 0, 0, chosen.left_out)
    number = _next_run_number(session, day.year)
    run = LetterRun(
        number=number,
        title=title or _(TITLES[kind]).format(year=day.year, number=number),
        kind=kind,
        layout=layout or club.letter_layout,
        dated=day,
        answer_by=day + dt.timedelta(days=club.reply_days),
    )
    session.add(run)
    session.flush()
    envelopes = by_envelope(session, chosen.people) if per_household else [(one,) for one in chosen.people]
    rows = _letters(session, run, envelopes, language=language, progress=progress)
    keep_paper(session, run, {row["language"] for row in rows})
    add_many(session, Letter, rows)
    describe(session, count=len(chosen.people))
    return PreparedRun(run.id, number, len(chosen.people), chosen.left_out)


def _letters(
    session: Session,
    run: LetterRun,
    envelopes: Sequence[Sequence[int]],
    *,
    language: str,
    progress: Progress,
) -> list[dict[str, Any]]:
    key, tops = club_key(session), places_of(envelopes)
    people = list(tops)
    ids = new_ids(len(people))
    codes = fresh_codes(session, key, ids)
    first = used_counts(session, "L", run.dated.year) + 1
    papers = snapshots(session, people, language=language, progress=progress)
    rows = []
    for position, (row_id, person_id, code, paper) in enumerate(zip(ids, people, codes, papers, strict=True)):
        rows.append(
            {
                "id": row_id,
                "run_id": run.id,
                "person_id": person_id,
                "position": position + 1,
                "envelope": tops[person_id],
                "number": numbered("L", run.dated.year, first + position),
                "language": paper["language"],
                "snapshot": paper,
                "code_turn": code.turn,
                "code_index": code.index,
                "code_proof": code_proof(
                    key, code.code, row_id=row_id, person_id=person_id, expires=run.answer_by
                ),
                "expires": run.answer_by,
            }
        )
    return rows


def _next_run_number(session: Session, year: int) -> int:
    of_year = LetterRun.dated.between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return (session.scalar(select(func.max(LetterRun.number)).where(of_year)) or 0) + 1


def runs(session: Session) -> list[RunLine]:
    """All runs, the newest first."""
    counted = (
        select(LetterRun, func.count(Letter.id).filter(Letter.voided_on.is_(None)), func.count(Reply.id))
        .outerjoin(Letter, Letter.run_id == LetterRun.id)
        .outerjoin(Reply, Reply.letter_id == Letter.id)
        .group_by(LetterRun.id)
        .order_by(LetterRun.id.desc())
    )
    return [
        _line(run, letters + run.erased, replies + run.erased_replies)
        for run, letters, replies in session.execute(counted)
    ]


def run_card(session: Session, run_id: int) -> RunCard:
    run = get_run(session, run_id)
    of_run = Letter.run_id == run_id
    letters, standing, envelopes, spoiled, returned = session.execute(
        select(
            func.count(),
            func.count().filter(Letter.voided_on.is_(None)),
            func.count(func.coalesce(Letter.envelope, Letter.position).distinct()).filter(
                Letter.voided_on.is_(None)
            ),
            func.coalesce(func.sum(Letter.spoiled), 0),
            func.count(Letter.returned_on),
        ).where(of_run)
    ).one()
    by_answer = select(Reply.answer, func.count()).join(Letter).where(of_run).group_by(Reply.answer)
    answers = dict(session.execute(by_answer).all())
    return RunCard(
        line=_line(run, standing + run.erased, sum(answers.values()) + run.erased_replies),
        envelopes=envelopes + run.erased,
        kind=run.kind,
        layout=run.layout,
        answers=answers,
        sheets=standing + spoiled if run.printed_on else 0,
        spoiled=spoiled,
        voided=letters - standing,
        returned=returned,
    )


def _line(run: LetterRun, letters: int, replies: int) -> RunLine:
    return RunLine(
        id=run.id,
        number=run.number,
        title=run.title,
        state=run.state,
        dated=run.dated,
        posted_on=run.posted_on,
        answer_by=run.answer_by,
        letters=letters,
        replies=replies,
    )


def get_run(session: Session, run_id: int) -> LetterRun:
    """The run of that id; Problem when it is gone."""
    run = session.get(LetterRun, run_id)
    if run is None:
        raise Problem(_("There is no letter run {run}.").format(run=run_id), _("Look at the list of runs."))
    return run
