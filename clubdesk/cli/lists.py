"""Saved lists of people."""

from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.members import AsOf, Chapters, Where, chapter_names
from clubdesk.cli.options import Club, Json, open_club
from clubdesk.cli.output import print_json, print_json_list, say, show_table
from clubdesk.i18n import _, ngettext
from clubdesk.services.lists import (
    delete_list,
    explain_list,
    find_list,
    freeze_list,
    list_search,
    people_of_list,
    rename_list,
    save_list,
    saved_lists,
    why_in_list,
)
from clubdesk.services.members import Search, find_members, member_rows
from clubdesk.services.naming import find_person

app = feature("Saved lists of people: show, add, freeze, remove, explain.")
TABLE = 1000  # more rows than anybody reads on a terminal

Name = Annotated[str, typer.Argument(metavar="LIST", help="The name of the list, or its id.")]
Query = Annotated[str, typer.Option("--query", metavar="Q", help="Words of name, town, car, VIN ...")]


@app.command("list")
def show_lists(club: Club, as_json: Json = False) -> None:
    """All lists, and how many people are in each now."""
    with open_club(club) as workspace:
        lines = workspace.read(saved_lists)
    if as_json:
        print_json(lines)
        return
    headers = (_("List"), _("Kind"), _("People"))
    rows = [(line.name, _("frozen") if line.frozen else _("live"), line.count) for line in lines]
    show_table(headers, rows, right=headers[2:])
    if not lines:
        say(_("No lists yet. Save one with: clubdesk lists add NAME --where CONDITIONS"))


@app.command()
def show(name: Name, club: Club, as_json: Json = False) -> None:
    """Who is in a list now."""
    with open_club(club) as workspace:
        found = workspace.read(find_list, name)
        search, people = workspace.read(list_search, found), workspace.read(people_of_list, found)
        rows = workspace.read(member_rows, people if as_json else people[:TABLE])
    if as_json:
        print_json_list({"id": row.id, "name": row.name, "number": row.number} for row in rows)
        return
    show_table((_("Number"), _("Name"), _("Town")), [(row.number, row.name, row.town) for row in rows])
    say(ngettext("{count} person", "{count} people", len(people)) + ".")
    if search.where:
        say(_("Conditions: {text}").format(text=search.where))


@app.command()
def add(
    name: Name,
    club: Club,
    where: Where = "",
    query: Query = "",
    chapter: Chapters = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Save a live list: whoever meets the conditions at any time."""
    with open_club(club) as workspace:
        search = Search(query, chapters=chapter_names(workspace, chapter), where=where, as_of=as_of)
        made = workspace.do(save_list, name, search)
        count = len(workspace.read(people_of_list, made))
    _report(made, name, count, as_json=as_json)


@app.command()
def freeze(
    name: Name,
    club: Club,
    of: Annotated[str, typer.Option("--of", metavar="LIST", help="The people of this list.")] = "",
    where: Where = "",
    query: Query = "",
    as_json: Json = False,
) -> None:
    """Save a list of just the people who are found now."""
    with open_club(club) as workspace:
        search = (
            workspace.read(list_search, workspace.read(find_list, of)) if of else Search(query, where=where)
        )
        people = workspace.read(find_members, search)
        made = workspace.do(freeze_list, name, people)
    _report(made, name, len(people), as_json=as_json)


def _report(made: int, name: str, count: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"id": made, "name": name, "count": count})
    else:
        say(f"{name}: " + ngettext("{count} person", "{count} people", count))


@app.command()
def rename(
    name: Name,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="Its new name.")],
    club: Club,
    as_json: Json = False,
) -> None:
    """Give a list another name."""
    with open_club(club) as workspace:
        found = workspace.read(find_list, name)
        workspace.do(rename_list, found, name=to)
    if as_json:
        print_json({"id": found, "name": to})
    else:
        say(_("The list is now called “{name}”.").format(name=to))


@app.command()
def remove(name: Name, club: Club, as_json: Json = False) -> None:
    """Delete a list; its people stay. `clubdesk undo` brings it back."""
    with open_club(club) as workspace:
        found = workspace.read(find_list, name)
        workspace.do(delete_list, found)
    if as_json:
        print_json({"id": found})
    else:
        say(_("The list “{name}” is deleted.").format(name=name))


@app.command()
def why(
    name: Name,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Member number, name or id.")],
    club: Club,
    as_json: Json = False,
) -> None:
    """Why somebody is in a list, or isn't."""
    with open_club(club) as workspace:
        found, who = workspace.read(find_list, name), workspace.read(find_person, person)
        reason = workspace.read(why_in_list, found, who)
        sentence = workspace.read(explain_list, found, who)
    if as_json:
        print_json({"list": found, "person": who, "listed": not reason, "reason": reason})
    else:
        say(sentence)
