"""Export what a table shows: its rows in their order, its columns as they stand, as CSV or as a workbook."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from clubdesk.i18n import _, ngettext
from clubdesk.services.progress import Progress
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.columns import Row, plain
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.table_model import TableModel
from clubdesk.ui.common.table_view import TableView

CHUNK = 500


def let_export(table: TableView, model: TableModel, *, shell: Shell, name: str) -> None:
    """Connect the table's Export entry; `name` is the file that is proposed, without suffix."""
    table.export_wanted.connect(lambda: _export(table, model, shell, name))


def _export(table: TableView, model: TableModel, shell: Shell, name: str) -> None:
    file = dialogs.save_file(
        table,
        shell.settings,
        title=_("Export what is shown"),
        name=f"{name}.xlsx",
        kinds=_("Workbook (*.xlsx);;OpenDocument (*.ods);;Text with semicolons (*.csv)"),
        purpose="export",
    )
    if file is None:
        return
    columns, ids = table.shown_columns(), model.ids[:]
    headers = [model.source.columns[column].title for column in columns]
    rows = _cells(model, ids, columns)
    exported = ngettext("{count} row exported", "{count} rows exported", len(ids))
    shell.run(
        _("Exporting {file}").format(file=file.name),
        lambda progress: _write(file, headers, rows, progress),
        done=lambda _: shell.toast(f"{exported}: {file.name}"),
    )


def _cells(model: TableModel, ids: Sequence[int], columns: Sequence[int]) -> Iterator[list[object]]:
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        found: dict[int, Row] = model.rows_of(part)
        for row_id in part:
            if row_id in found:
                yield [plain(found[row_id].cells[column]) for column in columns]


def _write(file: Path, headers: Sequence[str], rows: Iterator[Sequence[object]], progress: Progress) -> None:
    from clubdesk.services import exporting
    from clubdesk.services.ods import write_ods

    writers = {".csv": exporting.write_csv, ".ods": write_ods}
    write = writers.get(file.suffix.lower(), exporting.write_xlsx)
    write(file, headers, rows, progress=progress)
