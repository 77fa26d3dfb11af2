"""Find members."""

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.options import Club, Json, day, open_club
from clubdesk.cli.output import print_json_list, say, show_table
from clubdesk.i18n import _, ngettext
from clubdesk.services.lists import find_list, people_of_list
from clubdesk.services.members import (
    MemberRecord,
    Search,
    count_people,
    find_members,
    member_records,
    member_rows,
)
from clubdesk.services.naming import find_chapter
from clubdesk.services.workspace import Workspace

app = feature()

PIECE = 5000  # people read at a time
TABLE = 1000  # more rows than anybody reads on a terminal
Chapters = Annotated[
    list[str] | None, typer.Option("--chapter", metavar="CHAPTER", help="Only of this chapter; repeatable.")
]


class Status(StrEnum):
    """The states of a person, as docs/cli.md explains them."""

    VERIFIED = "verified"
    POSTED = "posted"
    QUEUED = "queued"
    SILENT = "silent"
    RETURNED = "returned"
    LAPSED = "lapsed"
    REFUSED = "refused"
    NOT_OWNER = "not-owner"
    UNVERIFIED = "unverified"


Where = Annotated[
    str, typer.Option("--where", metavar="CONDITIONS", help="Such as: chapter = Oslo and not verified")
]
OfList = Annotated[str, typer.Option("--list", metavar="LIST", help="Only who is in this saved list.")]
AsOf = Annotated[
    dt.date | None,
    typer.Option("--as-of", parser=day, metavar="DATE", help="Only who was a member on that day."),
]
STATUS_HELP = f"Only in this state; repeatable: {', '.join(Status)}."


@app.command()
def members(
    club: Club,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="QUERY", help="Words of name, town, car, e-mail, VIN ...")
    ] = None,
    status: Annotated[list[Status] | None, typer.Option(metavar="STATUS", help=STATUS_HELP)] = None,
    chapter: Chapters = None,
    where: Where = "",
    of_list: OfList = "",
    as_of: AsOf = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help=f"At most so many; a table has {TABLE} at most.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Find members: those who have every word, or everybody."""
    with open_club(club) as workspace:
        search = Search(
            " ".join(query or ()),
            chapters=chapter_names(workspace, chapter),
            statuses=tuple(status or ()),
            where=where,
            as_of=as_of,
        )
        found = within_list(workspace, workspace.read(find_members, search), of_list)
        if as_json:
            print_json_list(_records(workspace, found[:limit]))
        else:
            _show(workspace, found, limit or TABLE)


def chapter_names(workspace: Workspace, wanted: list[str] | None) -> tuple[str, ...]:
    """The chapters asked for as the club writes them; Problem for one that isn't there."""
    return tuple(workspace.read(find_chapter, name) for name in wanted or ())


def within_list(workspace: Workspace, people: Sequence[int], name: str) -> Sequence[int]:
    """Those of the people who are in the saved list of that name; all of them without a name."""
    if not name:
        return people
    listed = set(workspace.read(people_of_list, workspace.read(find_list, name)))
    return [person for person in people if person in listed]


def _records(workspace: Workspace, ids: Sequence[int]) -> Iterator[MemberRecord]:
    for start in range(0, len(ids), PIECE):
        yield from workspace.read(member_records, ids[start : start + PIECE])


def _show(workspace: Workspace, ids: Sequence[int], limit: int) -> None:
    rows = workspace.read(member_rows, ids[:limit])
    headers = (_("Number"), _("Name"), _("Chapter"), _("Town"), _("Vehicle"), _("Status"))
    show_table(
        headers,
        [(row.number, row.name, row.chapter, row.town, row.vehicle, row.status) for row in rows],
        right=headers[:1],
    )
    total = workspace.read(count_people)
    say(ngettext("{count} person", "{count} people", len(ids)) + _(" of {total}.").format(total=total))
    if len(ids) > limit:
        say(_("These are the first {count}; --json gives all.").format(count=limit))
