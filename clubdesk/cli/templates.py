"""The words of the club's papers: list, check, take out and bring in."""

from pathlib import Path
from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.files import new_file
from clubdesk.cli.options import Club, Json, Language, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.templates import (
    check_template_text,
    save_template,
    template_lines,
    template_text,
    use_shipped,
)

app = feature("The words of the club's papers: list, check, export, import, reset.")

Kind = Annotated[str, typer.Argument(metavar="KIND", help="As `templates list` names it.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A template: TOML in UTF-8.")]


@app.command("list")
def list_templates(club: Club, as_json: Json = False) -> None:
    """All templates, and which of them the club wrote itself."""
    with open_club(club) as workspace:
        lines = workspace.read(template_lines)
    if as_json:
        print_json(lines)
        return
    rows = [(line.kind, line.title, line.language, _("own") if line.own else _("shipped")) for line in lines]
    show_table([_("Kind"), _("Paper"), _("Language"), _("From")], rows)


@app.command()
def check(kind: Kind, file: File, as_json: Json = False) -> None:
    """Tell everything that is wrong in a template, with its place."""
    findings = check_template_text(_read(file), kind=kind)
    if as_json:
        print_json({"findings": findings})
    elif not findings:
        say(_("The template is right."))
    for finding in () if as_json else findings:
        say(f"{finding.place}: {finding.text}")
    if findings:
        raise typer.Exit(1)


@app.command("export")
def export_template(
    kind: Kind,
    language: Language,
    club: Club,
    out: Annotated[Path, typer.Option("--out", metavar="X.toml", help="The file to write.")],
    as_json: Json = False,
) -> None:
    """Write all texts of a template into a file: the club's own, else the shipped ones."""
    with open_club(club) as workspace, new_file(out) as file:
        file.write(workspace.read(template_text, kind, language).encode())
    if as_json:
        print_json({"kind": kind, "language": language, "file": out})
    else:
        say(_("Saved as {file}").format(file=out))


@app.command("import")
def import_template(kind: Kind, language: Language, file: File, club: Club, as_json: Json = False) -> None:
    """Let the club write in the words of a file; `undo` takes it back."""
    text = _read(file)
    with open_club(club) as workspace:
        workspace.do(save_template, kind, language, text=text)
    if as_json:
        print_json({"kind": kind, "language": language})
    else:
        say(_("The club writes in these words now."))


@app.command("reset")
def reset_template(kind: Kind, language: Language, club: Club, as_json: Json = False) -> None:
    """Drop the club's own words and write in the shipped ones again; `undo` takes it back."""
    with open_club(club) as workspace:
        workspace.do(use_shipped, kind, language)
    if as_json:
        print_json({"kind": kind, "language": language})
    else:
        say(_("The club writes in the shipped words again."))


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = _("{file} can't be read: {reason}.").format(file=file, reason=error.strerror)
        raise Problem(reason) from error
    except UnicodeDecodeError as error:
        raise Problem(_("{file} is no text.").format(file=file), _("Save it as UTF-8.")) from error
