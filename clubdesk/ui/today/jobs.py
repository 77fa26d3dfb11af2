"""The work of today as sentences, each with the one button that begins it. No Qt here."""

import datetime as dt
from dataclasses import dataclass

from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services.events.cards import EventLine
from clubdesk.services.members import Search
from clubdesk.services.today import today
from clubdesk.services.today_work import TodayWork, WaitingRun, open_answers
from clubdesk.ui.common.wishes import (
    FindMembers,
    PrintLetters,
    RecordReplies,
    ShowDues,
    ShowEvent,
    ShowMember,
    ShowRun,
)


@dataclass(frozen=True)
class Job:
    """One card: what waits, a word more about it, and where the button leads (Shell.go)."""

    drawing: str
    look: str
    text: str
    detail: str
    verb: str
    page: str
    wish: object = None


def jobs(work: TodayWork) -> list[Job]:
    """What is to be done, the most urgent first."""
    if not work.people:
        return [_first_list(), *_settings(work)]
    return [
        *(_post(run) for run in work.to_post),
        *(_print(run) for run in work.to_print),
        *_settings(work),
        *_replies(work),
        *_corrections(work),
        *_first_letters(work),
        *_second_letters(work),
        *_returned(work),
        *_expiring(work),
        *_overdue(work),
        *(_event(line) for line in work.events),
    ]


def _first_list() -> Job:
    return Job(
        "table-import",
        "out",
        _("Nobody is in the roster yet."),
        _("Bring your members from Excel, CSV or an address book; undo takes it back."),
        _("Import a list"),
        "importing",
    )


def _overdue(work: TodayWork) -> list[Job]:
    if not work.overdue:
        return []
    text = ngettext("{count} payment is overdue.", "{count} payments are overdue.", work.overdue)
    detail = _("Record what came in; remind the others by letter.")
    return [Job("coins", "returned", text, detail, _("Look at them"), "dues", ShowDues(("overdue",)))]


def _settings(work: TodayWork) -> list[Job]:
    if not work.missing:
        return []
    if "address" in work.missing:
        text = _("The club has no address yet.")
        detail = _("Without it, letters have no return line, and replies have nowhere to go.")
    else:
        text = _("Nobody signs the club's letters yet.")
        detail = _("Name the person who stands under them.")
    return [Job("settings", "none", text, detail, _("Complete the settings"), "club")]


def _post(run: WaitingRun) -> Job:
    text = ngettext(
        "{count} letter is printed but not posted.",
        "{count} letters are printed but not posted.",
        run.letters,
    )
    day = window_texts().short_date(run.printed) if run.printed else ""
    detail = _("{title}, printed on {day}").format(title=run.title, day=day)
    return Job("mail", "out", text, detail, _("Mark as posted"), "letters", ShowRun(run.id))


def _print(run: WaitingRun) -> Job:
    text = ngettext(
        "{count} letter is prepared but not printed.",
        "{count} letters are prepared but not printed.",
        run.letters,
    )
    return Job("printer", "out", text, run.title, _("Print the letters"), "letters", ShowRun(run.id))


def _replies(work: TodayWork) -> list[Job]:
    if not work.waiting_replies:
        return []
    text = ngettext(
        "{count} scanned reply waits for a look.",
        "{count} scanned replies wait for a look.",
        work.waiting_replies,
    )
    detail = _("Which box was ticked, or which code it has, could not be read for certain.")
    return [Job("inbox", "silent", text, detail, _("Look at them"), "letters", RecordReplies(scans=True))]


def _corrections(work: TodayWork) -> list[Job]:
    if not work.to_correct:
        return []
    text = ngettext(
        "{count} person wrote that details have changed.",
        "{count} people wrote that details have changed.",
        len(work.to_correct),
    )
    detail = _("The slip is shown beside the form.")
    wish = ShowMember(work.to_correct[0])
    return [Job("signature", "silent", text, detail, _("Correct them"), "members", wish)]


def _first_letters(work: TodayWork) -> list[Job]:
    if not work.need_letter:
        return []
    text = ngettext(
        "{count} person needs a verification letter.",
        "{count} people need a verification letter.",
        work.need_letter,
    )
    detail = _("Only who is verified can be invited to events.")
    if work.without_address:
        detail = ngettext(
            "{count} more can't be written to: the address is missing.",
            "{count} more can't be written to: their addresses are missing.",
            work.without_address,
        )
    return [Job("printer", "none", text, detail, _("Print letters"), "letters", PrintLetters())]


def _second_letters(work: TodayWork) -> list[Job]:
    made = []
    if work.silent:
        text = ngettext(
            "{count} person has not answered the letter.",
            "{count} people have not answered their letters.",
            len(work.silent),
        )
        detail = ngettext(
            "The letter has been out for more than {count} day.",
            "The letters have been out for more than {count} days.",
            work.silent_days,
        )
        wish = PrintLetters(work.silent, second=True)
        made.append(Job("clock", "silent", text, detail, _("Print second letters"), "letters", wish))
    if work.mended:
        text = ngettext(
            "{count} address was mended after the letter came back.",
            "{count} addresses were mended after the letters came back.",
            len(work.mended),
        )
        detail = _("Now the letter can be sent again.")
        made.append(
            Job("mail", "out", text, detail, _("Print new letters"), "letters", PrintLetters(work.mended))
        )
    return made


def _returned(work: TodayWork) -> list[Job]:
    if not work.returned:
        return []
    text = ngettext("{count} letter came back.", "{count} letters came back.", work.returned)
    detail = _("Nobody is written to at such an address until it is mended.")
    wish = FindMembers(Search(statuses=("returned",)))
    return [Job("mail-x", "returned", text, detail, _("Mend the addresses"), "members", wish)]


def _expiring(work: TodayWork) -> list[Job]:
    if not work.expiring:
        return []
    text = ngettext(
        "{count} verification runs out soon.", "{count} verifications run out soon.", len(work.expiring)
    )
    day = window_texts().short_date(work.expiring_by)
    detail = _("They end by {day}. Ask before that, and nobody misses an invitation.").format(day=day)
    wish = PrintLetters(work.expiring)
    return [Job("hourglass-empty", "lapsed", text, detail, _("Print letters"), "letters", wish)]


def _event(line: EventLine) -> Job:
    text = f"{line.title}: {_when(line.first_day)}" if line.first_day else line.title
    invites = not line.invited
    verb = _("Invite people") if invites else _("Open the event")
    detail = _("Nobody is invited yet.") if invites else " ".join(_answers(line))
    return Job("calendar-event", "out", text, detail, verb, "events", ShowEvent(line.id))


def _answers(line: EventLine) -> list[str]:
    said = []
    if missing := open_answers(line):
        said.append(ngettext("{count} answer is missing.", "{count} answers are missing.", missing))
    if line.waiting:
        said.append(
            ngettext("{count} person waits for a place.", "{count} people wait for a place.", line.waiting)
        )
    return said


def _when(day: dt.date) -> str:
    days = (day - today()).days
    if days < 0:
        return _("now")
    if days < 2:
        return _("tomorrow") if days else _("today")
    return ngettext("in {count} day", "in {count} days", days)
