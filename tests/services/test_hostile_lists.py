"""Lists made to hurt: nothing hangs, nothing is lost without being told, nothing becomes a formula."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from clubdesk.errors import Problem
from clubdesk.services.exporting import write_csv
from clubdesk.services.importing.columns import columns_of
from clubdesk.services.importing.memberlist import MemberList
from clubdesk.services.importing.reading import read_list
from clubdesk.services.importing.values import People, read_people
from clubdesk.services.importing.workbook import MAX_COLUMNS

HEADER = "Given name,Surname,E-mail\n"


def read(path: Path) -> tuple[MemberList, People]:
    members = read_list(path)
    return members, read_people(members, columns_of(members))


def of_text(tmp_path: Path, rows: str, header: str = HEADER) -> tuple[MemberList, People]:
    file = tmp_path / "list.csv"
    file.write_text(header + rows, encoding="utf-8", newline="")
    return read(file)


def test_formulas_are_names_and_leave_as_text(tmp_path: Path) -> None:
    _members, found = of_text(tmp_path, "=HYPERLINK(0),@SUM(1),\nBo,Berg,bo@example.org\n")
    assert (found.people[0].given, found.people[0].surname) == ("=HYPERLINK(0)", "@SUM(1)")
    out = tmp_path / "out.csv"
    write_csv(out, ("Name",), [(found.people[0].given,)], delimiter=",")
    assert list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))[1] == ["'=HYPERLINK(0)"]


def test_an_endless_cell_costs_only_its_row(tmp_path: Path) -> None:
    members, found = of_text(tmp_path, f"{'x' * 10_000_000},Berg,\nBo,Berg,\n")
    assert [person.given for person in found.people] == ["Bo"]
    assert [entry.row for entry in found.rejected] == [2]
    assert len(members.rows) + len(members.malformed) == 2


def test_marks_that_turn_text_around_and_nul_bytes_are_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"{HEADER}\u202eannA\u202c,Be\u200brg,\n", encoding="utf-8")
    (person,) = read(file)[1].people
    assert (person.given, person.surname) == ("annA", "Berg")


def test_bytes_that_are_no_text_are_refused_or_cleaned(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(f"{HEADER}An\0na,Berg,\n".encode())
    try:
        (person,) = read(file)[1].people
        assert "\0" not in person.given
    except Problem as problem:
        assert problem.hint or problem.message


def test_markup_stays_a_name(tmp_path: Path) -> None:
    (person,) = of_text(tmp_path, "<img src=x onerror=alert(1)>,Berg,\n")[1].people
    assert person.given == "<img src=x onerror=alert(1)>"


def test_columns_of_one_name_are_told(tmp_path: Path) -> None:
    members, found = of_text(tmp_path, "Bo,Ida,Berg\n", header="Given name,Given name,Surname\n")
    assert any("Several columns" in remark.text for remark in members.remarks)
    assert found.people[0].given == "Bo"


def test_seventy_thousand_columns(tmp_path: Path) -> None:
    width = 70_000
    members, found = of_text(
        tmp_path,
        ",".join(["Bo", "Berg", *["x"] * (width - 2)]) + "\n",
        header=",".join(["Given name", "Surname", *(f"c{n}" for n in range(width - 2))]) + "\n",
    )
    assert (len(members.headers), found.people[0].given) == (width, "Bo")
    assert width > MAX_COLUMNS


@pytest.mark.parametrize("inner", ["xl/worksheets/sheet1.xml", "content.xml"])
def test_bombs_are_not_unpacked(tmp_path: Path, inner: str) -> None:
    file = tmp_path / "list.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml" if inner.startswith("xl") else "mimetype", "x")
        with archive.open(inner, "w", force_zip64=True) as stream:
            for _n in range(30):
                stream.write(b" " * 10_000_000)
    with pytest.raises(Problem, match="too large"):
        read_list(file)


def test_a_billion_laughs_are_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">{entities}]><a>&a9;</a>'
    plain = tmp_path / "list.xml"
    plain.write_text(text)
    with pytest.raises(Problem):
        read_list(plain)
    packed = tmp_path / "list.ods"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", text)
    packed.write_bytes(held.getvalue())
    with pytest.raises(Problem):
        read_list(packed)
