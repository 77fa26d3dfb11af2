"""Take an import back, also long after it."""

from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.options import Club, Json, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services import row_words
from clubdesk.services.importing.taking_back import (
    TakenBack,
    newest_import,
    plan_taking_back,
    take_back_import,
)

app = feature()


@app.command("take-back")
def take_back(
    club: Club,
    step: Annotated[
        int | None, typer.Argument(metavar="STEP", help="As history --json tells; else the newest import.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would happen.")] = False,
    as_json: Json = False,
) -> None:
    """Take an import back, any time later; who was changed or used since stays."""
    with open_club(club) as workspace:
        wanted = step or workspace.read(newest_import)
        if wanted is None:
            hint = _("Look at what was done with: clubdesk history")
            raise Problem(_("No import is left to take back."), hint)
        done = workspace.read(plan_taking_back, wanted) if dry_run else workspace.do(take_back_import, wanted)
    if as_json:
        print_json(done)
    else:
        _tell(done, dry_run=dry_run)


def _tell(done: TakenBack, *, dry_run: bool) -> None:
    said = _("{removed} people removed, {restored} as they were before, {stays} stay.")
    if dry_run:
        said = _("{removed} people would be removed, {restored} be as they were before, {stays} stay.")
    say(said.format(removed=done.removed, restored=done.restored, stays=len(done.stays)))
    headers = (_("Stays"), _("Changed or used since"))
    show_table(headers, [(stays.name, row_words.table(stays.because)) for stays in done.stays])
