"""What happens to a run besides replies: pages jam, letters are cancelled, envelopes come back, it ends."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.files import new_file
from clubdesk.cli.fitting import fit
from clubdesk.cli.options import Accessible, Club, Dx, Dy, Json, On, Out, PasswordFile, Person, day, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.cli.papers import locked_by
from clubdesk.cli.working import working
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext, window_texts
from clubdesk.services.letters import (
    bundles,
    close_run,
    end_verification,
    letter_statistics,
    note_spoiled,
    parse_pages,
    print_bundles,
    print_control_sheet,
    print_run,
    print_statistics,
    record_returned,
    run_card,
    save_singly,
    verify_person,
    void_letters,
)
from clubdesk.services.naming import find_letters, find_person, find_run

app = feature()

Run = Annotated[str, typer.Argument(metavar="RUN", help="Its number, as `letters runs` shows it, or id.")]
Numbers = Annotated[list[str], typer.Argument(metavar="NUMBER...", help="In its window: L-26-0311-7.")]
Reason = Literal["moved", "unknown", "address-unknown", "not-collected", "not-accepted", "abroad", "deceased"]


@app.command()
def reprint(
    run: Run,
    club: Club,
    out: Out,
    pages: Annotated[
        str, typer.Option(metavar="N-M", help="Pages that jammed, such as 3,113-140; they count as spoiled.")
    ] = "",
    dx: Dx = None,
    dy: Dy = None,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Print a run again, or some of its pages; the letters are the same to the byte."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file, working(_("Printing letters")) as progress:
        run_id = workspace.read(find_run, run)
        last = workspace.read(run_card, run_id).line.letters
        jammed = parse_pages(pages, last=last) if pages else []
        printed = workspace.read(print_run, run_id, pages=jammed, tagged=accessible, progress=progress)
        layout = workspace.read(run_card, run_id).layout
        file.write(lock(fit(printed.data, layout, dx, dy)))
        if jammed:
            workspace.do(note_spoiled, run_id, jammed)
        card = workspace.read(run_card, run_id)
    if as_json:
        print_json({"run": run_id, "pages": printed.pages, "sheets": card.sheets, "spoiled": card.spoiled})
    else:
        say(ngettext("One page:", "{count} pages:", printed.pages) + f" {out}")


@app.command("files")
def save_files(
    run: Run,
    club: Club,
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="An existing folder.")],
    as_json: Json = False,
) -> None:
    """Save a PDF for each letter of a run, named by its number and reader."""
    if not into.is_dir():
        raise Problem(
            _("There is no folder {folder}.").format(folder=into), _("Make it, or give another place.")
        )
    with open_club(club) as workspace, working(_("Saving letters")) as progress:
        files = workspace.read(save_singly, workspace.read(find_run, run), folder=into, progress=progress)
    if as_json:
        print_json({"files": [file.name for file in files]})
    else:
        say(ngettext("{count} file saved", "{count} files saved", len(files)) + f": {into}")


@app.command()
def control(
    run: Run,
    club: Club,
    out: Out,
    accessible: Accessible = False,
    password_file: PasswordFile = None,
    as_json: Json = False,
) -> None:
    """Print the control sheet of a run: its letters in their order, without their codes."""
    lock = locked_by(password_file)
    with open_club(club) as workspace, new_file(out) as file:
        printed = workspace.read(print_control_sheet, workspace.read(find_run, run), tagged=accessible)
        file.write(lock(printed.data))
    if as_json:
        print_json({"pages": printed.pages, "findings": printed.findings})
    else:
        say(ngettext("One page:", "{count} pages:", printed.pages) + f" {out}")


@app.command("bundles")
def print_bundle_list(
    run: Run,
    club: Club,
    out: Out,
    digits: Annotated[int, typer.Option(metavar="N", help="Of the post code that make an area.")] = 2,
    smallest: Annotated[int, typer.Option(metavar="N", help="Smaller areas lie together.")] = 10,
    accessible: Accessible = False,
    as_json: Json = False,
) -> None:
    """Print the bundles of a run for bulk post: a list, and a slip for each bundle."""
    with open_club(club) as workspace, new_file(out) as file:
        run_id = workspace.read(find_run, run)
        found = workspace.read(bundles, run_id, digits=digits, smallest=smallest)
        printed = workspace.read(print_bundles, run_id, digits=digits, smallest=smallest, tagged=accessible)
        file.write(printed.data)
    if as_json:
        print_json(found)
    else:
        say(ngettext("One bundle:", "{count} bundles:", len(found)) + f" {out}")


@app.command()
def void(numbers: Numbers, club: Club, as_json: Json = False) -> None:
    """Cancel letters that shall not go out: their codes are refused from now on."""
    with open_club(club) as workspace:
        found = workspace.read(find_letters, numbers)
        workspace.do(void_letters, list(found.values()))
    if as_json:
        print_json({"voided": list(found)})
    else:
        say(ngettext("One letter is cancelled.", "{count} letters are cancelled.", len(found)))


@app.command()
def returned(
    numbers: Numbers,
    club: Club,
    reason: Annotated[Reason, typer.Option(help="What the post wrote on the envelope.")] = "moved",
    on: On = None,
    as_json: Json = False,
) -> None:
    """Record envelopes that came back, by the numbers in their windows; they need not be opened."""
    with open_club(club) as workspace:
        results = workspace.do(record_returned, numbers, reason=reason, on=on)
    if as_json:
        print_json(results)
    else:
        headers = (_("Number"), _("Name"), _("Result"), _("What it means"))
        show_table(headers, [(r.number, r.name, r.result, r.message) for r in results])
    if not any(result.recorded for result in results):
        raise Problem(_("No envelope was recorded."), _("Compare the numbers with the envelopes."))


@app.command()
def stats(
    club: Club,
    since: Annotated[
        dt.date | None, typer.Option(parser=day, metavar="DATE", help="Posted from this day.")
    ] = None,
    until: Annotated[
        dt.date | None, typer.Option(parser=day, metavar="DATE", help="Posted up to this day.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="X.pdf", help="Also as a PDF.")] = None,
    accessible: Accessible = False,
    as_json: Json = False,
) -> None:
    """How the letters were answered, chapter by chapter."""
    with open_club(club) as workspace:
        found = workspace.read(letter_statistics, since=since, until=until)
        if out is not None:
            with new_file(out) as file:
                printed = workspace.read(print_statistics, since=since, until=until, tagged=accessible)
                file.write(printed.data)
    if as_json:
        print_json({"total": found.total, "chapters": found.chapters})
        return
    headers = (
        _("Chapter"),
        _("Posted"),
        _("Verified"),
        _("Declined"),
        _("Came back"),
        _("Open"),
        _("Answered"),
    )
    rows = [
        (c.chapter or "–", c.sent, c.verified, c.refused + c.not_owner, c.returned, c.open, f"{c.rate:.0%}")
        for c in (*found.chapters, replace(found.total, chapter=_("Together")))
    ]
    show_table(headers, rows, right=headers[1:])


@app.command()
def verify(
    person: Person,
    club: Club,
    evidence: Annotated[
        str, typer.Option(metavar="TEXT", help="What proves it: card, identity, known, phone, or your words.")
    ],
    on: On = None,
    as_json: Json = False,
) -> None:
    """Verify somebody by something else than a reply; it must be named."""
    with open_club(club) as workspace:
        person_id = workspace.read(find_person, person)
        until = workspace.do(verify_person, person_id, evidence=evidence, on=on)
    if as_json:
        print_json({"person": person_id, "until": until})
    else:
        say(_("Verified until {day}.").format(day=window_texts().short_date(until)))


@app.command()
def unverify(
    person: Person,
    club: Club,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why it ends; it stands in the history.")],
    on: On = None,
    as_json: Json = False,
) -> None:
    """End somebody's verification before its time."""
    with open_club(club) as workspace:
        person_id = workspace.read(find_person, person)
        workspace.do(end_verification, person_id, reason=reason, on=on)
    if as_json:
        print_json({"person": person_id})
    else:
        say(_("The verification is ended."))


@app.command()
def close(run: Run, club: Club, on: On = None, as_json: Json = False) -> None:
    """Stop waiting for the replies of a run; late ones are still taken until their codes expire."""
    with open_club(club) as workspace:
        run_id = workspace.read(find_run, run)
        workspace.do(close_run, run_id, on=on)
        line = workspace.read(run_card, run_id).line
    if as_json:
        print_json({"run": run_id, "state": line.state, "letters": line.letters, "replies": line.replies})
    else:
        say(_("{title} is closed.").format(title=line.title))
