"""What many commands take: the club, dates, languages, --json."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

import typer

from clubdesk import settings
from clubdesk.i18n import _
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace

Club = Annotated[
    str,
    typer.Option(
        "--club", envvar="CLUBDESK_CLUB", metavar="FILE", help="The club: its file or PostgreSQL address."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON; docs/cli.md names its keys.")]
Dx = Annotated[
    float | None,
    typer.Option("--dx", metavar="MM", help="Move to the right; else as this computer's printer is fitted."),
]
Dy = Annotated[float | None, typer.Option("--dy", metavar="MM", help="Move down; else as it is fitted.")]
Out = Annotated[Path, typer.Option("--out", metavar="X.pdf", help="The PDF to write.")]
Accessible = Annotated[
    bool, typer.Option("--accessible", help="For screen readers and archives (PDF/UA-1, PDF/A).")
]
PasswordFile = Annotated[
    Path | None,
    typer.Option("--password-file", metavar="FILE", help="Encrypt it; the password is FILE's first line."),
]
PerHousehold = Annotated[
    bool, typer.Option("--per-household", help="One envelope for people of a household at one address.")
]
Event = Annotated[str, typer.Argument(metavar="EVENT", help="Its title, a part of it, or its id.")]
Person = Annotated[
    str, typer.Argument(metavar="PERSON", help="Member number, name, id, or the invitation's code.")
]
Language = Literal["en", "de", "nb", "zh"]


def day(text: str) -> dt.date:
    """A date as the command line takes it."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            _("“{text}” is no date. Write it like 2027-03-12.").format(text=text)
        ) from None


def past_day(text: str) -> dt.date:
    """A date on which something has happened."""
    found = day(text)
    if found > today():
        raise typer.BadParameter(_("{text} is still to come.").format(text=text))
    return found


On = Annotated[
    dt.date | None,
    typer.Option("--on", parser=past_day, metavar="DATE", help="The day, YYYY-MM-DD; else today."),
]


def open_club(address: str) -> Workspace:
    """The club, as the officer of this computer."""
    return Workspace.open(address, officer=officer())


def officer() -> str:
    return settings.load().officer
