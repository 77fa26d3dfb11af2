"""Workbooks are read sheet by sheet, and those that would burst are refused."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from clubdesk.errors import Problem
from clubdesk.services.importing import ziptrap
from clubdesk.services.importing.reading import read_list


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        date = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, dt.date):
                        sheet.write_datetime(number, column, value, date)
                    elif value is not None:
                        sheet.write(number, column, value)
    return path


def test_dates_numbers_and_empty_cells(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Club list"],
        [],
        ["No", "Name", "Born", "Share", "Postcode"],
        [17, "王伟", dt.date(1980, 2, 29), 0.5, "0650"],
        [18, "Bo"],
    ]
    members = read_list(workbook(tmp_path / "x.xlsx", Members=rows))
    assert (members.sheet, members.header_row) == ("Members", 3)
    assert members.rows[0] == (4, ("17", "王伟", "1980-02-29", "0.5", "0650"))
    assert members.rows[1].cells == ("18", "Bo", "", "", "")


def test_the_first_sheet_with_a_list_is_taken(tmp_path: Path) -> None:
    table: list[list[object]] = [["Name", "E-mail"], ["Bo", "bo@example.org"]]
    path = workbook(tmp_path / "x.xlsx", Cover=[["Our club"]], Members=table, Old=table)
    members = read_list(path)
    assert members.sheet == "Members"
    assert members.sheets == ("Cover", "Members", "Old")
    assert "Old" in members.remarks[0].text
    assert read_list(path, sheet="Old").sheet == "Old"
    with pytest.raises(Problem, match="no sheet") as caught:
        read_list(path, sheet="New")
    assert "Members" in caught.value.hint


def test_a_cell_merged_over_rows_holds_for_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([["Household", "Name"], ["", "Bo"], ["", "Anna"]]):
            sheet.write_row(number, 0, row)
        sheet.merge_range(1, 0, 2, 0, "Berg")
    assert [row.cells for row in read_list(path).rows] == [("Berg", "Bo"), ("Berg", "Anna")]


def test_reading_stops_after_a_thousand_empty_rows(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Town"])
        sheet.write_row(1, 0, ["Bo", "Oslo"])
        sheet.write(5000, 0, "far away")
    assert [row.cells[0] for row in read_list(path).rows] == ["Bo"]


def test_a_cell_at_the_far_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write(1_048_575, 16_383, "x")
    with pytest.raises(Problem, match="too large"):
        read_list(path)


NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{name}="{NAMESPACE}:{name}:1.0"' for name in ("office", "table", "text"))
ODS = (
    f'<office:document-content {SPACES}><office:body><office:spreadsheet><table:table table:name="A">'
    "{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
)
NAMED = '<table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell>'
EMPTY = '<table:table-cell table:number-columns-repeated="{count}"/>'
ROW = '<table:table-row table:number-rows-repeated="{count}">{cells}</table:table-row>'


def ods(path: Path, *rows: str) -> Path:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", ODS.format(rows="".join(rows)))
        entry = f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="urn:x">{entry}</m:manifest>')
    return path


def test_opendocument_repeats_empty_cells_to_its_end(tmp_path: Path) -> None:
    header = ROW.format(count=1, cells=NAMED * 2 + EMPTY.format(count=16_382))
    rest = ROW.format(count=1_048_575, cells=EMPTY.format(count=16_384))
    assert read_list(ods(tmp_path / "x.ods", header, rest)).headers == ("Name", "Name")


@pytest.mark.parametrize("gap", [16_383, 4_000_000_000])
def test_opendocument_with_a_cell_at_the_far_end_is_refused(tmp_path: Path, gap: int) -> None:
    empty = ROW.format(count=1_048_575, cells=EMPTY.format(count=1))
    far = ROW.format(count=1, cells=EMPTY.format(count=gap) + NAMED)
    with pytest.raises(Problem, match="too large"):
        read_list(ods(tmp_path / "x.ods", empty, far))


@pytest.mark.parametrize("size", [ziptrap.MAX_UNPACKED + 1, 30_000_000])
def test_zip_bombs_are_refused(tmp_path: Path, size: int) -> None:
    path = workbook(tmp_path / "x.xlsx", A=[["Name"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", bytes(size))
    with pytest.raises(Problem, match="too large"):
        read_list(path)


def test_a_truncated_workbook_is_damaged(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", A=[["Name", "Town"], ["Bo", "Oslo"]])
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(Problem, match=r"no workbook|damaged"):
        read_list(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "no workbook at all")
    with pytest.raises(Problem, match=r"no workbook|damaged"):
        read_list(path)
