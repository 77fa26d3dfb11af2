"""Bring a list of members into a club."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from clubdesk.cli.feature import feature
from clubdesk.cli.files import NewFile, new_file
from clubdesk.cli.options import Club, Json, open_club
from clubdesk.cli.output import print_json, say, show_table
from clubdesk.cli.working import working
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.importing.apply import ImportCounts, import_people, plan_import
from clubdesk.services.importing.columns import ColumnMap, columns_of
from clubdesk.services.importing.conflicts import DIFFER, Rule
from clubdesk.services.importing.fields import FIELDS
from clubdesk.services.importing.matching import BY
from clubdesk.services.importing.memberlist import MemberList, Rejected, Remark
from clubdesk.services.importing.reading import read_list
from clubdesk.services.importing.rejected import save_rejected
from clubdesk.services.importing.values import PersonRow, read_people
from clubdesk.services.progress import Progress

app = feature()

SHOWN = 20  # rejected rows and remarks that a person wants to read here


@dataclass(frozen=True, slots=True)
class Source:
    """A list that was read and understood."""

    members: MemberList
    columns: ColumnMap
    people: list[PersonRow]
    rejected: list[Rejected]
    remarks: list[Remark]


@app.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, XLSX, XLS, ODS or VCF.")],
    club: Club,
    column_map: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="'Column=field'", help="What a column means; repeatable."),
    ] = None,
    encoding: Annotated[str | None, typer.Option(metavar="E", help="Such as cp1252; else found out.")] = None,
    delimiter: Annotated[str | None, typer.Option(metavar="D", help="Such as ';'; else found out.")] = None,
    sheet: Annotated[str | None, typer.Option(metavar="NAME", help="The sheet of a workbook.")] = None,
    header_row: Annotated[
        int | None, typer.Option(metavar="N", help="The row with the columns' names; 0 for none.")
    ] = None,
    chapter: Annotated[str, typer.Option(metavar="NAME", help="The chapter of rows that name none.")] = "",
    match_by: Annotated[
        list[str] | None,
        typer.Option("--match", metavar="KEY", help="number, vin, email or name; repeatable; else all."),
    ] = None,
    differ: Annotated[
        str, typer.Option(metavar="WHO", help="Who is right: theirs (the list), ours or both.")
    ] = "theirs",
    rejects: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Save the rejected rows as CSV, with reasons.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would happen.")] = False,
    as_json: Json = False,
) -> None:
    """Bring a list of members into the club, in one step that can be undone."""
    overrides = _overrides(column_map or [])
    rule = _rule(match_by or [], differ)
    _keep_apart(file, rejects)
    with ExitStack() as stack:
        workspace = stack.enter_context(open_club(club))
        saved = stack.enter_context(new_file(rejects)) if rejects else None
        progress = stack.enter_context(working(_("Importing {file}").format(file=file.name)))
        members = read_list(file, encoding=encoding, delimiter=delimiter, sheet=sheet, header_row=header_row)
        source = _understand(members, overrides, progress=progress)
        if dry_run:
            counts = workspace.read(plan_import, source.people, chapter=chapter, rule=rule)
        else:
            counts = workspace.do(
                import_people, source.people, file=file.name, chapter=chapter, rule=rule, progress=progress
            )
        _save(saved, source)
    _report(source, counts, as_json=as_json, dry_run=dry_run)
    if source.rejected and not source.people:
        raise Problem(
            _("No row of {file} could be imported.").format(file=file.name),
            _("Say what its columns mean with --map, or mend the rows."),
        )


def _rule(by: list[str], differ: str) -> Rule:
    if unknown := set(by) - set(BY):
        raise typer.BadParameter(", ".join(sorted(unknown)), param_hint="--match")
    if differ not in DIFFER:
        raise typer.BadParameter(", ".join(DIFFER), param_hint="--differ")
    return Rule(tuple(by) or BY, differ)


def _overrides(pairs: list[str]) -> dict[str, str]:
    overrides = {}
    for pair in pairs:
        column, equals, field = pair.rpartition("=")
        if not equals or not column.strip():
            raise typer.BadParameter(_("Write it like --map 'Column=field'."), param_hint="--map")
        overrides[column.strip()] = field.strip()
    return overrides


def _keep_apart(file: Path, rejects: Path | None) -> None:
    if rejects is not None and rejects.exists() and file.exists() and rejects.samefile(file):
        raise Problem(
            _("The rejected rows would overwrite the list itself."), _("Give --rejects another name.")
        )


def _understand(members: MemberList, overrides: dict[str, str], *, progress: Progress) -> Source:
    columns = columns_of(members, overrides)
    people, rejected, remarks = read_people(members, columns, progress=progress)
    return Source(members, columns, people, rejected, [*members.remarks, *remarks])


def _save(saved: NewFile | None, source: Source) -> None:
    if saved:
        save_rejected(saved.part, source.members, source.rejected)
        saved.finish()


def _report(source: Source, counts: ImportCounts, *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        print_json(_as_json(source, counts, dry_run=dry_run))
    else:
        _tell(source, counts, dry_run=dry_run)


def _as_json(source: Source, counts: ImportCounts, *, dry_run: bool) -> dict[str, object]:
    return {
        "added": counts.added,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "rejected": [{"row": r.row, "column": r.column, "reason": r.reason} for r in source.rejected],
        "differences": [
            {"row": d.row, "field": d.field, "ours": d.ours, "theirs": d.theirs} for d in counts.differences
        ],
        "unmapped": source.columns.unmapped,
        "columns": {source.members.headers[i]: field for i, field in sorted(source.columns.mapped.items())},
        "remarks": source.remarks,
        "encoding": source.members.encoding,
        "delimiter": source.members.delimiter,
        "sheet": source.members.sheet,
        "dry_run": dry_run,
    }


def _tell(source: Source, counts: ImportCounts, *, dry_run: bool) -> None:
    how = [part for part in (source.members.encoding, source.members.delimiter, source.members.sheet) if part]
    say(_("{file} ({how}):").format(file=source.members.file, how=", ".join(map(_visible, how))))
    outcome = _("{added} added, {updated} updated, {unchanged} unchanged, {rejected} rejected.")
    if dry_run:
        outcome = _("{added} would be added, {updated} updated, {unchanged} unchanged, {rejected} rejected.")
    say(
        outcome.format(
            added=counts.added,
            updated=counts.updated,
            unchanged=counts.unchanged,
            rejected=len(source.rejected),
        )
    )
    headers = (_("Row"), _("Column"), _("Reason"))
    show_table(headers, [(r.row, r.column, r.reason) for r in source.rejected[:SHOWN]], right=headers[:1])
    _say_more(len(source.rejected))
    _tell_differences(counts)
    headers = (_("Row"), _("Column"), _("Remark"))
    show_table(headers, [(r.row or "", r.column, r.text) for r in source.remarks[:SHOWN]], right=headers[:1])
    _say_more(len(source.remarks))
    if source.columns.unmapped:
        names = ", ".join(source.columns.unmapped[:SHOWN]) + (
            " …" if len(source.columns.unmapped) > SHOWN else ""
        )
        say(_("Left out, as nobody knows what they mean: {names}. Tell with --map.").format(names=names))


def _tell_differences(counts: ImportCounts) -> None:
    headers = (_("Row"), _("Field"), _("In the club"), _("In the list"))
    differing = [(d.row, _(FIELDS[d.field]), d.ours, d.theirs) for d in counts.differences[:SHOWN]]
    show_table(headers, differing, right=headers[:1])
    _say_more(len(counts.differences))


def _visible(part: str) -> str:
    return {"\t": _("tab")}.get(part, part)


def _say_more(count: int) -> None:
    if count > SHOWN:
        more = ngettext("… and one more", "… and {count} more", count - SHOWN)
        say(more + _(": --json lists all, --rejects saves the rejected rows."))
