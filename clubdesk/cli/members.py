"""Find members."""

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typing_extensions import override

from clubdesk.cli import leaving
from clubdesk.cli.member_fields import ADD_FIRST, read_values, shown_facts, told, write_values
from clubdesk.cli.options import Club, Json, Person, day, open_club
from clubdesk.cli.output import print_json, print_json_list, say, show_table
from clubdesk.i18n import _, ngettext
from clubdesk.services.lists import find_list, people_of_list
from clubdesk.services.members import (
    MemberCard,
    MemberRecord,
    Search,
    add_member,
    count_people,
    find_members,
    member_card,
    member_records,
    member_rows,
)
from clubdesk.services.naming import find_chapter, find_person
from clubdesk.services.workspace import Workspace


class Members(TyperGroup):
    """`clubdesk members anna` finds; a first word that is a command does what it says."""

    @override
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or args[0] not in (*self.commands, "--help", "-h"):
            args = ["find", *args]
        return list(super().parse_args(ctx, args))


app = typer.Typer(
    cls=Members, help="Find, show, add and change members.", add_completion=False, rich_markup_mode=None
)

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


@app.command("find")
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


Values = Annotated[
    list[str], typer.Argument(metavar="FIELD=VALUE...", help="surname=Berg city=Oslo tags=helper,press ...")
]


@app.command("show")
def show(club: Club, person: Person, as_json: Json = False) -> None:
    """Show all about one person."""
    with open_club(club) as workspace:
        _tell(workspace.read(member_card, workspace.read(find_person, person)), as_json=as_json)


@app.command("add")
def add(club: Club, values: Values, as_json: Json = False) -> None:
    """Add a member: given=Anna surname=Berg chapter=Oslo joined=2026-04-01."""
    with open_club(club) as workspace:
        given = read_values(workspace, values)
        first = {name: given.pop(name) for name in ADD_FIRST if name in given}
        id_ = workspace.do(add_member, **first)
        write_values(workspace, id_, given)
        _tell(workspace.read(member_card, id_), as_json=as_json)


@app.command("set")
def set_fields(club: Club, person: Person, values: Values, as_json: Json = False) -> None:
    """Set fields of a person; nothing after the = empties one."""
    with open_club(club) as workspace:
        id_ = workspace.read(find_person, person)
        write_values(workspace, id_, read_values(workspace, values))
        _tell(workspace.read(member_card, id_), as_json=as_json)


def _tell(card: MemberCard, *, as_json: bool) -> None:
    facts = shown_facts(card)
    if as_json:
        print_json({"id": card.id, **facts})
    else:
        show_table((_("Field"), _("Value")), [(name, told(value)) for name, value in facts.items() if value])


app.command("delete")(leaving.delete)
app.command("bin")(leaving.show_bin)
app.command("restore")(leaving.restore)
app.command("erase")(leaving.erase)
app.command("report")(leaving.report)
