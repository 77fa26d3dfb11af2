"""Labels and envelopes on paper."""

from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.files import new_file
from clubdesk.cli.fitting import fit
from clubdesk.cli.members import Chapters, OfList, Where, chapter_names, within_list
from clubdesk.cli.options import Accessible, Club, Dx, Dy, Json, Out, PasswordFile, PerHousehold, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.cli.papers import locked_by, show_findings, show_left_out
from clubdesk.documents.address_papers import envelopes, label_sheets
from clubdesk.documents.badges import badge_sheets
from clubdesk.i18n import _, ngettext
from clubdesk.services.addressees import Addressees, addressees, addressees_of_run, print_addresses
from clubdesk.services.members import Search, find_members
from clubdesk.services.naming import find_run
from clubdesk.services.workspace import Workspace

labels_app, envelopes_app, sheets_app = feature(), feature(), feature()

Query = Annotated[str, typer.Option(metavar="Q", help="Who; else everybody.")]
OfRun = Annotated[str, typer.Option("--run", metavar="RUN", help="The readers of a letter run.")]
NoSender = Annotated[bool, typer.Option("--no-sender", help="Without the club's address above.")]


@labels_app.command("labels")
def print_labels(
    club: Club,
    out: Out,
    query: Query = "",
    chapter: Chapters = None,
    where: Where = "",
    of_list: OfList = "",
    run: OfRun = "",
    per_household: PerHousehold = False,
    sheet: Annotated[str, typer.Option(metavar="S", help="As `clubdesk sheets` lists them.")] = "avery-l7160",
    start: Annotated[int, typer.Option(metavar="N", help="The first free label of the first sheet.")] = 1,
    no_sender: NoSender = False,
    outlines: Annotated[bool, typer.Option("--outlines", help="With the labels' edges, for a test.")] = False,
    dx: Dx = None,
    dy: Dy = None,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Print address labels, in the order of the letters."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file:
        search = _search(workspace, query, chapter, where)
        found = _people(workspace, search, run, of_list=of_list, per_household=per_household)
        printed = workspace.read(
            print_addresses,
            found.people,
            paper=sheet,
            start=start,
            with_sender=not no_sender,
            outlines=outlines,
            tagged=accessible,
        )
        file.write(lock(fit(printed.data, sheet, dx, dy)))
    if as_json:
        print_json(
            {
                "labels": len(found.people),
                "pages": printed.pages,
                "next_start": (start - 1 + len(found.people)) % label_sheets()[sheet].labels + 1,
                "left_out": found.left_out,
                "findings": printed.findings,
            }
        )
        return
    say(ngettext("One label:", "{count} labels:", len(found.people)) + f" {out}")
    show_left_out(found.left_out)
    show_findings(printed.findings)


@envelopes_app.command("envelopes")
def print_envelopes(
    club: Club,
    out: Out,
    query: Query = "",
    chapter: Chapters = None,
    where: Where = "",
    of_list: OfList = "",
    run: OfRun = "",
    per_household: PerHousehold = False,
    size: Annotated[str, typer.Option(metavar="S", help="As `clubdesk sheets` lists them.")] = "dl",
    no_sender: NoSender = False,
    dx: Dx = None,
    dy: Dy = None,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Print envelopes, one page each, in the order of the letters."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file:
        search = _search(workspace, query, chapter, where)
        found = _people(workspace, search, run, of_list=of_list, per_household=per_household)
        printed = workspace.read(
            print_addresses, found.people, paper=size, with_sender=not no_sender, tagged=accessible
        )
        file.write(lock(fit(printed.data, size, dx, dy)))
    if as_json:
        print_json({"pages": printed.pages, "left_out": found.left_out, "findings": printed.findings})
        return
    say(ngettext("One envelope:", "{count} envelopes:", printed.pages) + f" {out}")
    show_left_out(found.left_out)
    show_findings(printed.findings)


@sheets_app.command("sheets")
def list_sheets(as_json: Json = False) -> None:
    """The label sheets, badge sheets and envelopes that can be printed."""
    known = [("label", name, sheet.title) for name, sheet in label_sheets().items()]
    known += [("badge", name, sheet.title) for name, sheet in badge_sheets().items()]
    known += [("envelope", name, envelope.title) for name, envelope in envelopes().items()]
    if as_json:
        print_json([{"kind": kind, "name": name, "title": title} for kind, name, title in known])
        return
    show_table((_("Kind"), _("Name"), _("Title")), known)


def _search(workspace: Workspace, query: str, chapter: list[str] | None, where: str) -> Search:
    return Search(query, chapters=chapter_names(workspace, chapter), where=where)


def _people(
    workspace: Workspace, search: Search, run: str, *, of_list: str, per_household: bool
) -> Addressees:
    if run:
        return workspace.read(addressees_of_run, workspace.read(find_run, run))
    people = within_list(workspace, workspace.read(find_members, search), of_list)
    return workspace.read(addressees, people, per_household=per_household)
