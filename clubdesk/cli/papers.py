"""What a command says of paper it made: who is left out, and what to look at before it leaves the house."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from clubdesk.cli.output import print_json, say, show_table
from clubdesk.documents.archive import check_password, protect
from clubdesk.documents.content import Finding, Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.letters import LeftOut


def locked_by(file: Path | None) -> Callable[[bytes], bytes]:
    """What encrypts a paper with the password in a file, or leaves it as it is when there is no file.

    Problem at once when the file can't be read, or its first line is no good password.
    """
    if file is None:
        return lambda data: data
    try:
        password = file.read_text("utf-8-sig").partition("\n")[0].strip("\r")
    except (OSError, UnicodeError) as error:
        raise Problem(
            _("The password in {file} can't be read.").format(file=file),
            _("Write it as the first line of a text file."),
        ) from error
    check_password(password)
    return lambda data: protect(data, password)


class Letters(Protocol):
    """Letters that were printed, and who gets none."""

    @property
    def printed(self) -> Printed: ...
    @property
    def letters(self) -> int: ...
    @property
    def left_out(self) -> tuple[LeftOut, ...]: ...


def tell_letters(found: Letters, out: Path, *, as_json: bool) -> None:
    """How many letters a file holds, who is left out and what to look at."""
    if as_json:
        pages, findings = found.printed.pages, found.printed.findings
        print_json(
            {"letters": found.letters, "pages": pages, "left_out": found.left_out, "findings": findings}
        )
        return
    say(ngettext("One letter:", "{count} letters:", found.letters) + f" {out}")
    show_left_out(found.left_out)
    show_findings(found.printed.findings)


def show_left_out(left_out: Sequence[LeftOut]) -> None:
    """Who gets none of what was made, and why."""
    if left_out:
        say(ngettext("One person is left out:", "{count} people are left out:", len(left_out)))
        show_table((_("Name"), _("Reason")), [(who.name, who.reason) for who in left_out])


def show_findings(findings: Sequence[Finding]) -> None:
    """What is wrong on the pages."""
    if findings:
        say(ngettext("Look at one place first:", "Look at {count} places first:", len(findings)))
        headers = (_("Name"), _("Place"), _("What is wrong"))
        show_table(headers, [(f.name, f.place, f.text) for f in findings])
