"""The program `clubdesk`: which commands there are, and what happens when one of them fails."""

import logging
import sys
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from typer.core import TyperCommand, TyperGroup
from typing_extensions import override

from clubdesk import __version__
from clubdesk.errors import Cancelled, Problem

logger = logging.getLogger(__name__)

COMMANDS = {
    "open": "Open the window; `clubdesk FILE` does the same.",
    "demo": "Make a sample club with all its papers, and open it.",
    "new": "Make a new, empty club.",
    "import": "Bring a list of members into the club: CSV, XLSX, XLS, ODS or vCard.",
    "export": "Save people as CSV, XLSX, ODS or vCard.",
    "duplicates": "Find people who may be in the roster twice.",
    "merge": "Make one person of two entries.",
    "vehicles": "Vehicles: find, show and change them; record that one is sold.",
    "members": "Find, show, add and change members.",
    "lists": "Saved lists of people: show, add, freeze, remove, explain.",
    "letters": "Verification letters: print, post, record the replies.",
    "labels": "Print address labels.",
    "envelopes": "Print envelopes.",
    "sheets": "The label sheets and envelopes that can be printed.",
    "templates": "The words of the club's papers: list, check, export, import, reset.",
    "events": "Events: create, invite, record the answers, print the rosters.",
    "dues": "Dues: charge, list, payments, reminders, receipts.",
    "take-back": "Take an import back, any time later.",
    "history": "What was done, by whom and when.",
    "undo": "Take back your newest step.",
    "redo": "Do again what was undone last.",
    "check": "Check the club: the integrity of the file and the rules.",
}


def _feature(command: str) -> typer.Typer:
    """The module with a command. Imported one by one, as most of them load the database."""
    match command:
        case "open":
            from clubdesk.cli.open import app
        case "demo":
            from clubdesk.cli.demo import app
        case "new":
            from clubdesk.cli.clubs import app
        case "import":
            from clubdesk.cli.importing import app
        case "members":
            from clubdesk.cli.members import app
        case "duplicates" | "merge":
            from clubdesk.cli.duplicates import app
        case "vehicles":
            from clubdesk.cli.vehicles import app
        case "lists":
            from clubdesk.cli.lists import app
        case "letters":
            from clubdesk.cli.letters import app
        case "events":
            from clubdesk.cli.events import app
        case "dues":
            from clubdesk.cli.dues import app
        case "templates":
            from clubdesk.cli.templates import app
        case "labels":
            from clubdesk.cli.addresses import labels_app as app
        case "envelopes":
            from clubdesk.cli.addresses import envelopes_app as app
        case "sheets":
            from clubdesk.cli.addresses import sheets_app as app
        case "check":
            from clubdesk.cli.checking import app
        case "export":
            from clubdesk.cli.exporting import app
        case "take-back":
            from clubdesk.cli.taking_back import app
        case _:
            from clubdesk.cli.history import app
    return app


class Program(TyperGroup):
    """All commands by name. A first word that is a file and no command is the club to open."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        for name, text in COMMANDS.items():
            self.add_command(TyperCommand(name, help=text))

    @override
    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        if args[0] not in self.commands and _is_club(args[0]):
            args = ["open", *args]
        name, _stub, rest = super().resolve_command(ctx, args)
        return name, _load(name or ""), rest

    @override
    def invoke(self, ctx: Any) -> Any:
        _speak()
        try:
            return super().invoke(ctx)
        except Problem as problem:
            _complain(problem)
            raise typer.Exit(1) from problem
        except (Cancelled, KeyboardInterrupt) as stop:
            _complain(_cancelled())
            raise typer.Exit(130) from stop


def _is_club(word: str) -> bool:
    return Path(word).exists() or any(sign in word for sign in "./\\")


def _load(name: str) -> Any:
    found = typer.main.get_command(_feature(name))
    return found.commands.get(name, found) if isinstance(found, TyperGroup) else found


def _speak() -> None:
    """What the command says is in the language of the window."""
    from clubdesk import i18n, settings

    i18n.use_language(settings.load().window_language)


def _complain(problem: Problem) -> None:
    from clubdesk.cli.output import complain

    complain(problem)


def _cancelled() -> Problem:
    from clubdesk.i18n import _

    return Problem(_("Cancelled. Nothing was changed."))


app = typer.Typer(
    cls=Program,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True, subcommand_metavar="[FILE | COMMAND ...]")
def clubdesk(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Run an owners club: members, verification letters, events.

    Without a command it opens the window, with the club FILE if there is one.
    """
    if version:
        typer.echo(f"clubdesk {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from clubdesk.cli.open import open_window

        open_window("")


def main() -> None:
    """Run the command line and exit; an unexpected error is logged and keeps its traceback."""
    from clubdesk import logs

    logs.start_logging()
    _use_utf8(sys.stdout)
    _use_utf8(sys.stderr)
    try:
        app(prog_name="clubdesk")
    except Exception:
        logger.exception("unexpected error")
        raise


def _use_utf8(stream: Any) -> None:
    """Names in any script go through a pipe, whatever the system's old code page is."""
    if isinstance(stream, TextIO) or hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")
