"""What was done; undo and redo."""

from collections.abc import Callable
from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.options import Club, Json, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.history import HistoryLine
from clubdesk.services.history import history as newest_steps
from clubdesk.services.workspace import Step, Workspace

app = feature()


@app.command()
def history(
    club: Club,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many of the newest steps.")] = 200,
    as_json: Json = False,
) -> None:
    """What was done, by whom and when, the latest first."""
    with open_club(club) as workspace:
        lines = workspace.read(newest_steps, limit=limit)
    if as_json:
        print_json(lines)
        return
    headers = (_("When"), _("Who"), _("What"))
    show_table(
        headers, [(f"{line.at.astimezone():%Y-%m-%d %H:%M}", line.officer, _what(line)) for line in lines]
    )
    if not lines:
        say(_("Nothing was done yet."))


def _what(line: HistoryLine) -> str:
    words = {"undo": _("Undo: {label}"), "redo": _("Redo: {label}")}
    return words.get(line.kind, "{label}").format(label=line.label)


@app.command()
def undo(club: Club, as_json: Json = False) -> None:
    """Take back your newest step that isn't taken back yet, also one of the window."""
    _step_back(
        club, Workspace.undo, _("Undone: {label}"), nothing=_("There is nothing to undo."), as_json=as_json
    )


@app.command()
def redo(club: Club, as_json: Json = False) -> None:
    """Do again what was undone last, unless something new was done since."""
    _step_back(
        club,
        Workspace.redo,
        _("Done again: {label}"),
        nothing=_("There is nothing to redo."),
        as_json=as_json,
    )


def _step_back(
    club: str, step: Callable[[Workspace], Step | None], done: str, *, nothing: str, as_json: bool
) -> None:
    with open_club(club) as workspace:
        found = step(workspace)
    if found is None:
        raise Problem(nothing, _("Look at what was done with: clubdesk history"))
    if as_json:
        print_json(found)
    else:
        say(done.format(label=found.label))
