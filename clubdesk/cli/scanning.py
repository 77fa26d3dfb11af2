"""Record a stack of scanned reply slips and saved mails."""

from pathlib import Path
from typing import Annotated

import typer

from clubdesk.cli.options import Club, Json, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.cli.working import working
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.letters import StackResult, judge_stack, read_stack, record_stack

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Scans, photos or mails (.eml).")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would be recorded.")]


def scan(files: Files, club: Club, dry_run: DryRun = False, as_json: Json = False) -> None:
    """Record the replies on scanned slips, by their codes and tick boxes."""
    with open_club(club) as workspace, working(_("Reading")) as progress:
        stack = read_stack(workspace, files, progress=progress)
        found = workspace.read(judge_stack, stack) if dry_run else workspace.do(record_stack, stack)
    if as_json:
        print_json(_plain(found, dry_run=dry_run))
    else:
        _show(found, dry_run=dry_run)
    if not found.recorded:
        raise Problem(_("No reply was recorded."), _("Look at the list above: it says why."))


def _plain(found: StackResult, *, dry_run: bool) -> dict[str, object]:
    return {
        "recorded": found.recorded,
        "doubtful": found.count("doubtful"),
        "slips": found.slips,
        "unread": [{"file": file, "page": page} for file, page in found.unread],
        "problems": [{"file": file, "reason": reason} for file, reason in found.problems],
        "stopped": found.stopped,
        "dry_run": dry_run,
    }


def _show(found: StackResult, *, dry_run: bool) -> None:
    headers = (_("File"), _("Page"), _("Code"), _("Name"), _("Result"), _("What it means"))
    rows = [(s.file, s.page or "", s.code, s.name, s.result, s.message) for s in found.slips]
    show_table(headers, rows, right=(headers[1],))
    for file, page in found.unread:
        say(_("No code found: {file}, page {page}").format(file=file, page=page))
    for file, reason in found.problems:
        say(f"{file}: {reason}")
    words = (
        ngettext("{count} reply would be recorded.", "{count} replies would be recorded.", found.recorded)
        if dry_run
        else ngettext("{count} reply recorded.", "{count} replies recorded.", found.recorded)
    )
    say(words)
    waiting = found.count("doubtful") + len(found.unread)
    if waiting and not dry_run:
        say(
            ngettext(
                "{count} page waits in the reply tray of the window.",
                "{count} pages wait in the reply tray of the window.",
                waiting,
            )
        )
    if found.stopped:
        say(_("Cancelled: the pages read until then count."))
