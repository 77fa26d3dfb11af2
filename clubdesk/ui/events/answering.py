"""Record answers and run groups, and say what came of it."""

from collections.abc import Callable, Sequence

from clubdesk.i18n import _
from clubdesk.services.events import (
    STATES,
    AnswerResult,
    Guest,
    answer_invitation,
    answer_invitations,
    invitation_by_code,
    set_groups,
)
from clubdesk.services.workspace import Workspace
from clubdesk.ui.events.office import Office

NAMED = 3  # people that a toast has room for


def record(office: Office, event: int, people: Sequence[int], *, answer: str) -> None:
    """The same answer of some people, as one step that can be undone."""

    def work(club: Workspace) -> list[AnswerResult]:
        if len(people) == 1:
            return [club.do(answer_invitation, event, people[0], answer=answer)]
        return club.do(answer_invitations, event, people, answer=answer)

    office.work(work, done=lambda results: office.shell.toast(outcome(results), undo=True))


def record_code(
    office: Office,
    typed: str,
    *,
    answer: str,
    done: Callable[[AnswerResult], object],
    failed: Callable[[BaseException], object],
) -> None:
    """The answer of whoever got the invitation with that code, whichever event it is for."""
    club = office.workspace

    def work(_progress: object) -> AnswerResult:
        event, person = club.read(invitation_by_code, typed)
        return club.do(answer_invitation, event, person, answer=answer)

    office.tasks.start(work, done=done, failed=failed)


def put_into_group(office: Office, event: int, people: Sequence[int], *, group: str) -> None:
    words = _("Run group {group}: {count}") if group else _("Without a run group: {count}")
    said = words.format(group=group, count=len(people))
    office.work(
        lambda club: club.do(set_groups, event, people, group=group),
        done=lambda _result: office.shell.toast(said, undo=True),
    )


def outcome(results: Sequence[AnswerResult]) -> str:
    """Who answered what, and who moved up from the waiting list because of it."""
    moved = [guest for result in results for guest in result.promoted]
    words = _of_one(results[0]) if len(results) == 1 else _of_several(results)
    return f"{words} {_moved_up(moved)}" if moved else words


def _of_one(result: AnswerResult) -> str:
    sentences = {
        "accepted": _("{name} has accepted."),
        "waiting": _("{name} has accepted; all places are taken, so they wait."),
        "declined": _("{name} has declined."),
        "cancelled": _("{name} has cancelled."),
    }
    return sentences[result.state].format(name=result.name)


def _of_several(results: Sequence[AnswerResult]) -> str:
    states = [result.state for result in results]
    counts = [f"{_(STATES[state])}: {states.count(state)}" for state in STATES if state in states]
    return ", ".join(counts) + "."


def _moved_up(moved: Sequence[Guest]) -> str:
    names = ", ".join(guest.name for guest in moved[:NAMED])
    more = f" +{len(moved) - NAMED}" if len(moved) > NAMED else ""
    return _("Moved up from the waiting list: {names}.").format(names=names + more)
