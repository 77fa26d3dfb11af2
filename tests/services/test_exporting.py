"""Tables leave as whole files in which no cell is a formula."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from clubdesk import i18n
from clubdesk.errors import Cancelled, Problem
from clubdesk.services.exporting import write_csv, write_xlsx
from clubdesk.services.progress import Progress

ROWS = [
    ["Bo", "=1+1", -5, dt.date(2026, 3, 2)],
    ["Zoë\x00\u202e", "＋47", 0.5, None],
    ["王伟", "+47 22", True, ""],
]


def test_csv_guards_texts_and_keeps_numbers(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    write_csv(path, ["Name", "Phone", "Sum", "Day"], ROWS, delimiter=";")
    lines = path.read_bytes().decode("utf-8-sig").split("\r\n")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert lines == [
        "Name;Phone;Sum;Day",
        "Bo;'=1+1;-5;2026-03-02",
        "Zoë;'＋47;0.5;",
        "王伟;'+47 22;True;",
        "",
    ]


def test_the_separator_is_the_one_of_the_language(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    try:
        for language, expected in (("en", "a,b"), ("de", "a;b")):
            i18n.use_language(language)
            write_csv(path, ["a", "b"], [])
            assert path.read_text(encoding="utf-8-sig").strip() == expected
    finally:
        i18n.use_language("en")


def test_xlsx_keeps_kinds_and_writes_texts_as_texts(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    write_xlsx(path, ["Name", "Phone", "Sum", "Day"], ROWS)
    with CalamineWorkbook.from_path(path) as book:
        rows = book.get_sheet_by_index(0).to_python()
    assert rows[0] == ["Name", "Phone", "Sum", "Day"]
    assert rows[1] == ["Bo", "=1+1", -5, dt.date(2026, 3, 2)]
    assert rows[2] == ["Zoë", "＋47", 0.5, ""]
    assert rows[3] == ["王伟", "+47 22", True, ""]


def test_odd_values_do_not_stop_the_export(tmp_path: Path) -> None:
    noon = dt.datetime(2020, 1, 1, 12, tzinfo=dt.UTC)
    odd = [[float("nan"), 2**70, dt.date(1850, 1, 1), "x" * 40_000, noon, "\ud800"]]
    write_xlsx(tmp_path / "x.xlsx", ["a"], odd)
    write_csv(tmp_path / "x.csv", ["a"], odd)
    assert (tmp_path / "x.csv").read_text(encoding="utf-8-sig").startswith("a")


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_cancelling_leaves_the_old_file_and_no_half_one(tmp_path: Path, write: type) -> None:
    path = tmp_path / "x.out"
    path.write_text("old")
    progress = Progress()

    def rows() -> Iterator[list[str]]:
        for number in range(3000):
            if number == 1500:
                progress.cancel()
            yield [str(number)]

    with pytest.raises(Cancelled):
        write(path, ["a"], rows(), progress=progress)
    assert [file.name for file in tmp_path.iterdir()] == ["x.out"]
    assert path.read_text() == "old"


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_places_that_cannot_be_written(tmp_path: Path, write: type) -> None:
    with pytest.raises(Problem, match="can't be written") as caught:
        write(tmp_path / "missing" / "x.csv", ["a"], [])
    assert caught.value.hint
    (tmp_path / "folder").mkdir()
    with pytest.raises(Problem, match="can't be written"):
        write(tmp_path / "folder", ["a"], [])
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]


def test_progress_is_reported(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_csv(tmp_path / "x.csv", ["a"], [["b"]] * 2500, progress=Progress(lambda *count: told.append(count)))
    assert told == [(1000, 2500), (2000, 2500)]
