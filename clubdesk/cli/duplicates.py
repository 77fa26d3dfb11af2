"""Who may be in the roster twice, and making one of two."""

from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.options import Club, Json, open_club
from clubdesk.cli.output import print_json, print_json_list, say, show_table
from clubdesk.i18n import _, ngettext
from clubdesk.services.members import member_rows
from clubdesk.services.members.duplicates import SHARED, find_duplicates
from clubdesk.services.members.merging import merge_people
from clubdesk.services.naming import find_person

app = feature()


@app.command()
def duplicates(club: Club, as_json: Json = False) -> None:
    """Find people who may be in the roster twice, the surest pairs first."""
    with open_club(club) as workspace:
        pairs = workspace.read(find_duplicates)
    if as_json:
        print_json_list(pairs)
        return
    headers = (_("Person"), _("Id"), _("Perhaps the same"), _("Id"), _("Both have"))
    show_table(
        headers,
        [
            (pair.first_name, pair.first, pair.second_name, pair.second, _shared(pair.shared))
            for pair in pairs
        ],
    )
    say(ngettext("{count} pair", "{count} pairs", len(pairs)) + ".")


@app.command()
def merge(
    club: Club,
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="Who is kept: member number, name or id.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other entry, which goes.")],
    take: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD", help="In which the other is right: email, address ...; repeatable."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Make one person of two entries; `clubdesk undo` parts them again."""
    with open_club(club) as workspace:
        kept, gone = workspace.read(find_person, keep), workspace.read(find_person, other)
        workspace.do(merge_people, kept, gone, take=tuple(take or ()))
        [row] = workspace.read(member_rows, [kept])
    if as_json:
        print_json({"person": kept, "merged": gone, "name": row.name})
    else:
        say(_("{name} has everything now; the other entry is gone.").format(name=row.name))


def _shared(keys: tuple[str, ...]) -> str:
    return ", ".join(_(SHARED[key]) for key in keys)
