"""Save a list of people for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.options import Club, Json, open_club
from clubdesk.cli.output import print_json, say
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services import exporting
from clubdesk.services.members import Search, find_members, member_rows
from clubdesk.services.ods import write_ods
from clubdesk.services.vcard_writing import people_for_cards, write_vcards
from clubdesk.services.workspace import Workspace

app = feature()

TABLES = {".csv": exporting.write_csv, ".xlsx": exporting.write_xlsx, ".ods": write_ods}


@app.command("export")
def export(
    club: Club,
    out: Annotated[Path, typer.Option(metavar="FILE", help="A .csv, .xlsx, .ods or .vcf file.")],
    query: Annotated[
        list[str] | None, typer.Argument(metavar="QUERY", help="Words of name, town, car, e-mail, VIN ...")
    ] = None,
    as_json: Json = False,
) -> None:
    """Save people as a table or as vCards; the ending of the file tells which."""
    kind = out.suffix.lower()
    if kind not in (*TABLES, ".vcf"):
        hint = _("The file ends in .csv, .xlsx, .ods or .vcf.")
        raise Problem(_("“{file}” is no list that can be written.").format(file=out.name), hint)
    with open_club(club) as workspace:
        ids = list(workspace.read(find_members, Search(" ".join(query or []))))
        if kind == ".vcf":
            write_vcards(out, workspace.read(people_for_cards, ids))
        else:
            _write_table(workspace, out, ids)
    if as_json:
        print_json({"file": str(out), "people": len(ids)})
    else:
        say(f"{ngettext('{count} person saved', '{count} people saved', len(ids))}: {out.name}")


def _write_table(workspace: Workspace, out: Path, ids: list[int]) -> None:
    headers = (
        _("Number"), _("Name"), _("Chapter"), _("Town"), _("Vehicle"), _("E-mail"), _("Phone"), _("Joined"),
    )  # fmt: skip
    rows = [
        (row.number, row.name, row.chapter, row.town, row.vehicle, row.email, row.phone, row.joined)
        for row in workspace.read(member_rows, ids)
    ]
    TABLES[out.suffix.lower()](out, headers, rows)
