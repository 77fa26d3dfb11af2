"""Verification letters: print, post, record the replies."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from clubdesk.cli import letter_runs
from clubdesk.cli.feature import feature
from clubdesk.cli.files import new_file
from clubdesk.cli.fitting import fit, test_page
from clubdesk.cli.members import Chapters, OfList, Where, chapter_names, within_list
from clubdesk.cli.options import (
    Accessible,
    Club,
    Dx,
    Dy,
    Json,
    Language,
    On,
    Out,
    PasswordFile,
    PerHousehold,
    open_club,
)
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.cli.papers import locked_by, show_findings, show_left_out, tell_letters
from clubdesk.cli.scanning import scan
from clubdesk.cli.working import taken_back_on_failure, working
from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services.letters import (
    FIRST,
    NEEDS_LETTER,
    SECOND,
    PreparedRun,
    mark_posted,
    mark_printed,
    prepare_run,
    print_plain_letters,
    print_run,
    record_replies,
    run_card,
    runs,
)
from clubdesk.services.members import Search, find_members
from clubdesk.services.naming import find_run
from clubdesk.services.workspace import Workspace

app = feature("Verification letters: print, post, record the replies.")
app.add_typer(letter_runs.app)

Layout = Literal["din-b", "din-a", "swiss-right", "swiss-left", "france", "norway", "uk", "us-10"]
PlainKind = Literal["welcome"]
Answer = Literal["verified", "changed", "refused", "not-owner"]
NO_PAGES = Printed(b"", 0)


@app.command("print")
def print_letters(
    club: Club,
    out: Out,
    query: Annotated[str, typer.Option(metavar="Q", help="Who; else all unverified and lapsed.")] = "",
    chapter: Chapters = None,
    where: Where = "",
    of_list: OfList = "",
    layout: Annotated[Layout | None, typer.Option(help="The envelope; else the club's.")] = None,
    language: Annotated[Language | None, typer.Option(help="Of all letters; else each reader's.")] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the run is called.")] = "",
    second: Annotated[bool, typer.Option("--second", help="In the words of a second letter.")] = False,
    per_household: PerHousehold = False,
    dx: Dx = None,
    dy: Dy = None,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Prepare a run of letters and print it as one PDF."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file, working(_("Printing letters")) as progress:
        run = workspace.do(
            prepare_run,
            _people(workspace, query, chapter, where=where, of_list=of_list),
            title=title,
            kind=SECOND if second else FIRST,
            layout=layout or "",
            language=language or "",
            per_household=per_household,
            progress=progress,
        )
        printed = NO_PAGES
        if run.run:
            with taken_back_on_failure(workspace):
                printed = workspace.read(print_run, run.run, tagged=accessible, progress=progress)
                layout_ = workspace.read(run_card, run.run).layout
                file.write(lock(fit(printed.data, layout_, dx, dy)))
            workspace.do(mark_printed, run.run)
    _report_run(run, printed, out, as_json=as_json)
    if run.run is None:
        raise Problem(
            _("There is no letter to print."), _("Look who is unverified, or say who with --query.")
        )


def _people(
    workspace: Workspace, query: str, chapter: list[str] | None, *, where: str, of_list: str
) -> Sequence[int]:
    states = () if query.strip() or where or of_list else NEEDS_LETTER
    search = Search(query, chapters=chapter_names(workspace, chapter), statuses=states, where=where)
    return within_list(workspace, workspace.read(find_members, search), of_list)


def _report_run(run: PreparedRun, printed: Printed, out: Path, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "run": run.run,
                "number": run.number,
                "letters": run.letters,
                "pages": printed.pages,
                "left_out": run.left_out,
                "findings": printed.findings,
            }
        )
        return
    if run.run:
        say(ngettext("One letter:", "{count} letters:", run.letters) + f" {out}")
    show_left_out(run.left_out)
    show_findings(printed.findings)
    if run.run:
        say(_("When they are posted: clubdesk letters post {run}").format(run=run.number))


@app.command("write")
def write_letters(
    club: Club,
    out: Out,
    kind: Annotated[PlainKind, typer.Option(help="What is written.")] = "welcome",
    query: Annotated[str, typer.Option(metavar="Q", help="Who; else everybody.")] = "",
    chapter: Chapters = None,
    where: Where = "",
    of_list: OfList = "",
    layout: Annotated[Layout | None, typer.Option(help="The envelope; else the club's.")] = None,
    language: Annotated[Language | None, typer.Option(help="Of all letters; else each reader's.")] = None,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Print letters that ask for no answer, in the order of the post."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file, working(_("Printing letters")) as progress:
        chapters = chapter_names(workspace, chapter)
        search = Search(query, chapters=chapters, where=where)
        people = within_list(workspace, workspace.read(find_members, search), of_list)
        found = workspace.read(
            print_plain_letters,
            people,
            kind=f"letter-{kind}",
            layout=layout or "",
            language=language or "",
            tagged=accessible,
            progress=progress,
        )
        file.write(lock(found.printed.data))
    tell_letters(found, out, as_json=as_json)


@app.command()
def post(
    run: letter_runs.Run,
    club: Club,
    on: On = None,
    as_json: Json = False,
) -> None:
    """Note that a run went to the post; from then on its letters are out."""
    with open_club(club) as workspace:
        run_id = workspace.read(find_run, run)
        workspace.do(mark_posted, run_id, on=on)
        line = workspace.read(run_card, run_id).line
    if as_json:
        print_json(
            {"run": run_id, "number": line.number, "posted_on": line.posted_on, "letters": line.letters}
        )
    else:
        say(
            _("{title} is posted: {count} letters are out. Replies are taken until {day}.").format(
                title=line.title, count=line.letters, day=window_texts().short_date(line.answer_by)
            )
        )


@app.command()
def reply(
    codes: Annotated[list[str], typer.Argument(metavar="CODE...", help="As printed on the letters.")],
    club: Club,
    answer: Annotated[Answer, typer.Option(help="What the reply slip says.")] = "verified",
    on: On = None,
    as_json: Json = False,
) -> None:
    """Record replies by their codes; blanks, case and O for 0 don't matter."""
    with open_club(club) as workspace:
        results = workspace.do(record_replies, codes, answer=answer, on=on)
    if as_json:
        print_json(results)
    else:
        headers = (_("Code"), _("Name"), _("Result"), _("What it means"))
        show_table(headers, [(r.code, r.name, r.result, r.message) for r in results])
    if not any(result.recorded for result in results):
        raise Problem(_("No reply was recorded."), _("Compare the codes with the letters."))


app.command()(scan)
app.command("testpage")(test_page)


@app.command("runs")
def list_runs(club: Club, as_json: Json = False) -> None:
    """All letter runs, the newest first."""
    with open_club(club) as workspace:
        lines = workspace.read(runs)
    if as_json:
        print_json(lines)
        return
    headers = (_("Run"), _("Title"), _("State"), _("Posted"), _("Answer by"), _("Letters"), _("Replies"))
    rows = [
        (f"{r.dated.year}-{r.number}", r.title, r.state, r.posted_on, r.answer_by, r.letters, r.replies)
        for r in lines
    ]
    show_table(headers, rows, right=(headers[0], *headers[3:]))
    if not lines:
        say(_("No letters yet. Print the first with: clubdesk letters print --out letters.pdf"))
