"""People who leave the roster: the bin, erasing for good, and what is held about somebody."""

import json
from pathlib import Path
from typing import Annotated

import typer

from clubdesk.cli.files import new_file
from clubdesk.cli.options import Club, Json, Person, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.members import delete_people, member_rows
from clubdesk.services.members.bin import BinLine, bin_lines, restore_people
from clubdesk.services.members.erasing import erase_people
from clubdesk.services.members.report import person_report, print_person_report
from clubdesk.services.naming import find_person

People = Annotated[list[str], typer.Argument(metavar="PERSON...", help="Member numbers, names or ids.")]


def delete(people: People, club: Club, as_json: Json = False) -> None:
    """Put people into the bin; `clubdesk undo` or `members restore` brings them back."""
    with open_club(club) as workspace:
        chosen = [workspace.read(find_person, text) for text in people]
        workspace.do(delete_people, chosen)
    if as_json:
        print_json({"people": chosen})
    else:
        say(ngettext("{count} person is in the bin.", "{count} people are in the bin.", len(chosen)))


def show_bin(club: Club, as_json: Json = False) -> None:
    """Who was deleted, and how many days are left to bring them back."""
    with open_club(club) as workspace:
        lines = workspace.read(bin_lines)
    if as_json:
        print_json(lines)
        return
    headers = (_("Id"), _("Name"), _("Member number"), _("Deleted on"), _("By"), _("Days left"))
    rows = [(x.person, x.name, x.number, x.deleted_at.date(), x.officer, x.days_left) for x in lines]
    show_table(headers, rows, right=headers[-1:])
    if not lines:
        say(_("The bin is empty."))


def restore(people: People, club: Club, as_json: Json = False) -> None:
    """Bring people back from the bin, by id, number or name."""
    with open_club(club) as workspace:
        lines = workspace.read(bin_lines)
        chosen = [_in_bin(lines, text) for text in people]
        workspace.do(restore_people, chosen)
    if as_json:
        print_json({"people": chosen})
    else:
        say(ngettext("{count} person is back", "{count} people are back", len(chosen)))


def erase(
    people: People,
    club: Club,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Needed, since it can't be undone: the history goes too.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Erase people, in the roster or in the bin, with all that is theirs, from the history too."""
    if not for_good:
        raise Problem(_("Erasing can't be undone."), _("Say so with --for-good, or use: members delete"))
    with open_club(club) as workspace:
        lines = workspace.read(bin_lines)
        in_bin = {str(line.person): line.person for line in lines} | {x.number: x.person for x in lines}
        chosen = [in_bin.get(text) or workspace.read(find_person, text) for text in people]
        workspace.do(erase_people, chosen)
    if as_json:
        print_json({"people": chosen})
    else:
        say(ngettext("{count} person erased", "{count} people erased", len(chosen)))


def report(
    person: Person,
    club: Club,
    out: Annotated[Path, typer.Option("--out", metavar="X.pdf|X.json", help="The suffix decides which.")],
    as_json: Json = False,
) -> None:
    """Save everything that is held about a person: a PDF to read, or JSON."""
    with open_club(club) as workspace, new_file(out) as file:
        person_id = workspace.read(find_person, person)
        if out.suffix.lower() == ".json":
            held = workspace.read(person_report, person_id)
            file.write(json.dumps(held, ensure_ascii=False, indent=2).encode())
        else:
            file.write(workspace.read(print_person_report, person_id).data)
        name = workspace.read(member_rows, [person_id])[0].name
    if as_json:
        print_json({"person": person_id, "file": out.name})
    else:
        say(_("What we hold about {name}").format(name=name) + f": {out}")


def _in_bin(lines: list[BinLine], text: str) -> int:
    found = [line.person for line in lines if text in (str(line.person), line.number, line.name)]
    if len(found) != 1:
        raise Problem(
            _("“{text}” isn't one person in the bin.").format(text=text),
            _("Look at them with: clubdesk members bin"),
        )
    return found[0]
