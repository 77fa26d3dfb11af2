"""Check a club."""

from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.options import Club, Json, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.i18n import _, ngettext
from clubdesk.services.checking import CheckFinding, check_club, rebuild_roster

app = feature()


@app.command()
def check(
    club: Club,
    mend: Annotated[bool, typer.Option("--mend", help="Build lists and search anew, then check.")] = False,
    as_json: Json = False,
) -> None:
    """Check the integrity of the file and the rules; the exit code is 1 when something is wrong."""
    with open_club(club) as workspace:
        rebuilt = workspace.do(rebuild_roster) if mend else None
        findings = workspace.read(check_club)
    if as_json:
        print_json({"findings": findings, "rebuilt": rebuilt})
    else:
        _tell(findings, rebuilt)
    if findings:
        raise typer.Exit(1)


def _tell(findings: list[CheckFinding], rebuilt: int | None) -> None:
    if rebuilt is not None:
        say(
            ngettext(
                "The lists were built anew: {count} person.",
                "The lists were built anew: {count} people.",
                rebuilt,
            )
        )
    if not findings:
        say(_("Everything is in order."))
        return
    say(ngettext("One thing is not in order:", "{count} things are not in order:", len(findings)))
    show_table((_("Check"), _("What is wrong")), [(finding.what, finding.text) for finding in findings])
