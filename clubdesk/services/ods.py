"""Write a table as an OpenDocument spreadsheet: texts stay texts, numbers numbers, days days."""

import datetime as dt
import math
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.cell_text import visible
from clubdesk.services.exporting import counted, whole_file
from clubdesk.services.progress import NO_PROGRESS, Progress

MIME = "application/vnd.oasis.opendocument.spreadsheet"
MAX_ROWS = 1_048_576
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BEGIN = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="1">'
)
_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3"'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def write_ods(
    path: Path,
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    progress: Progress = NO_PROGRESS,
) -> None:
    """Write one sheet. Raises Problem."""
    with whole_file(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, zipfile.ZIP_STORED)  # first and unpacked, as the format wants it
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        with archive.open("content.xml", "w", force_zip64=True) as content:
            for piece in _content(headers, rows, progress):
                content.write(piece.encode())


def _content(headers: Sequence[str], rows: Iterable[Sequence[object]], progress: Progress) -> Iterator[str]:
    yield _BEGIN
    for number, row in enumerate(counted(headers, rows, progress)):
        if number >= MAX_ROWS:
            raise Problem(_("A sheet holds 1,048,576 rows at most."), _("Save the list as CSV."))
        yield f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"
    yield _END


def _cell(value: object) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        kind, shown = f'boolean" office:boolean-value="{str(value).lower()}', str(value).upper()
    elif isinstance(value, int | float) and math.isfinite(value) and abs(value) < 1e15:
        kind, shown = f'float" office:value="{value}', str(value)
    elif isinstance(value, dt.date):
        kind, shown = f'date" office:date-value="{value.isoformat()}', value.isoformat()
    else:
        kind, shown = "string", _FORBIDDEN.sub("", visible(str(value)))
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n"))
    return f'<table:table-cell office:value-type="{kind}">{lines}</table:table-cell>'
