"""The sample club with all its papers, made the way an officer makes them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.files import new_file
from clubdesk.cli.open import open_window
from clubdesk.cli.options import Json, officer
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.cli.working import working
from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.clubs import club_settings, discard_new_file
from clubdesk.services.events import answer_invitation, events, invite, participants, print_invitations
from clubdesk.services.events.rosters import print_roster, print_sign_in
from clubdesk.services.letters import (
    NEEDS_LETTER,
    mark_posted,
    mark_printed,
    prepare_run,
    print_run,
    record_replies,
)
from clubdesk.services.members import Search, find_members
from clubdesk.services.progress import Progress
from clubdesk.services.sample import codes_as_read, create_sample
from clubdesk.services.workspace import Workspace

app = feature()

CLUB = "sample.clubdesk"


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of the demo."""

    file: Path
    pages: int
    what: str


@app.command()
def demo(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the club and its papers go.")] = Path(
        "demo"
    ),
    no_window: Annotated[bool, typer.Option("--no-window", help="Only make the files.")] = False,
    as_json: Json = False,
) -> None:
    """Make a sample club, do its main job, and open it.

    Letters go to all who are not verified, half of them reply with the codes they read on paper, owners of
    the right car are invited to the driving school and answer, and its rosters are printed. Only the files
    of an earlier demo are replaced.
    """
    club = _make_room(out)
    with create_sample(club, officer()) as workspace, working(_("Making the demo")) as progress:
        papers = [*_write(workspace, out, progress), *_invite(workspace, out, progress)]
    if as_json:
        print_json({"club": club, "papers": papers})
    else:
        _tell(club, papers)
    if not no_window:
        open_window(str(club))


def _make_room(folder: Path) -> Path:
    """The file for the club; an earlier sample club there is removed, anything else is a Problem."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            _("The folder {folder} can't be made: {reason}.").format(folder=folder, reason=error.strerror),
            _("Give another one with --out."),
        ) from error
    club = folder / CLUB
    if club.exists():
        with Workspace.open(club, officer=officer()) as earlier:
            if not earlier.read(club_settings).sample:
                raise Problem(
                    _("{file} is no sample club.").format(file=club), _("Give another folder with --out.")
                )
        discard_new_file(club)
    return club


def _write(workspace: Workspace, folder: Path, progress: Progress) -> list[Paper]:
    """The verification letters, posted and half of them answered."""
    people = workspace.read(find_members, Search(statuses=NEEDS_LETTER))
    run = workspace.do(prepare_run, people, progress=progress).run
    assert run
    letters = workspace.read(print_run, run, progress=progress)
    paper = _save(
        folder / "letters.pdf", letters, ngettext("{count} letter", "{count} letters", letters.pages)
    )
    workspace.do(mark_printed, run)
    workspace.do(mark_posted, run)
    workspace.do(record_replies, workspace.read(codes_as_read, run)[::2])
    return [paper]


def _invite(workspace: Workspace, folder: Path, progress: Progress) -> list[Paper]:
    """The driving school: invitations, the answers of those just invited, rosters."""
    school = next(line.id for line in workspace.read(events) if line.kind == "driving-school")
    before = {row.id for row in workspace.read(participants, school)}
    workspace.do(invite, school, progress=progress)
    pages = workspace.read(print_invitations, school, progress=progress)
    invitations = ngettext("{count} invitation", "{count} invitations", pages.pages)
    papers = [_save(folder / "invitations.pdf", pages, invitations)]
    for row in workspace.read(participants, school):
        if row.id not in before:
            workspace.do(answer_invitation, school, row.id, answer="accepted")
    by_name = workspace.read(print_roster, school, by="name")
    by_group = workspace.read(print_roster, school, by="group")
    return [
        *papers,
        _save(folder / "roster-by-name.pdf", by_name, _("participants by name")),
        _save(folder / "roster-by-group.pdf", by_group, _("participants by run group")),
        _save(folder / "sign-in.pdf", workspace.read(print_sign_in, school), _("sheets to sign at the door")),
    ]


def _save(path: Path, printed: Printed, what: str) -> Paper:
    with new_file(path) as file:
        file.write(printed.data)
    return Paper(path, printed.pages, what)


def _tell(club: Path, papers: list[Paper]) -> None:
    headers = (_("File"), _("What it is"), _("Pages"))
    rows = [(str(club), _("the sample club"), ""), *((str(p.file), p.what, p.pages) for p in papers)]
    show_table(headers, rows, right=headers[2:])
    say(_("Nothing in it is real. Try: clubdesk members --club {file}").format(file=club))
