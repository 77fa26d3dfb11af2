"""The pages of the window, in the order of the sidebar. A new feature adds its lines here, nothing else."""

from typing import TYPE_CHECKING

from clubdesk.i18n import N_
from clubdesk.settings import Settings
from clubdesk.ui.common.feature import Feature
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace
    from clubdesk.ui.common.first_look import FirstPage
    from clubdesk.ui.common.page import Page


def _today(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.today.page import TodayPage

    return TodayPage(workspace, tasks, shell)


def _jobs(workspace: "Workspace") -> int:
    from clubdesk.ui.today.page import count_jobs

    return count_jobs(workspace)


def _members(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.members.page import MembersPage

    return MembersPage(workspace, tasks, shell)


def _first_members(address: str, tasks: Tasks, settings: Settings) -> "FirstPage | None":
    from clubdesk.ui.members.first_look import first_members

    return first_members(address, tasks, settings)


def _people(workspace: "Workspace") -> int:
    from clubdesk.services.members import count_people

    return workspace.read(count_people)


def _letters(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.letters.page import LettersPage

    return LettersPage(workspace, tasks, shell)


def _letters_out(workspace: "Workspace") -> int:
    from clubdesk.ui.letters.runs import count_letters_out

    return count_letters_out(workspace)


def _events(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.events.page import EventsPage

    return EventsPage(workspace, tasks, shell)


def _upcoming(workspace: "Workspace") -> int:
    from clubdesk.services.events import count_upcoming

    return workspace.read(count_upcoming)


def _dues(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.dues.page import DuesPage

    return DuesPage(workspace, tasks, shell)


def _overdue(workspace: "Workspace") -> int:
    from clubdesk.services.dues import count_overdue

    return workspace.read(count_overdue)


def _history(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.history.page import HistoryPage

    return HistoryPage(workspace, tasks, shell)


def _importing(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.importing.page import ImportingPage

    return ImportingPage(workspace, tasks, shell)


def _club(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.club.page import ClubPage

    return ClubPage(workspace, tasks, shell)


def _templates(workspace: "Workspace", tasks: Tasks, shell: Shell) -> "Page":
    from clubdesk.ui.templates.page import TemplatesPage

    return TemplatesPage(workspace, tasks, shell)


FEATURES: tuple[Feature, ...] = (
    Feature("today", N_("Today"), "home", _today, count=_jobs),
    Feature("members", N_("Members"), "users", _members, count=_people, first_look=_first_members),
    Feature("letters", N_("Letters"), "mail", _letters, count=_letters_out),
    Feature("events", N_("Events"), "calendar-event", _events, count=_upcoming),
    Feature("dues", N_("Dues"), "coins", _dues, count=_overdue),
    Feature("history", N_("History"), "history", _history),
    Feature("importing", N_("Import"), "table-import", _importing, listed=False),
    Feature("templates", N_("Templates"), "signature", _templates, listed=False),
    Feature("club", N_("Club settings"), "settings", _club, listed=False),
)
