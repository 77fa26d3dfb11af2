import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run, names

LIST = "Vorname;Nachname;Straße;PLZ;Ort;Geburtsdatum;Lieblingsfarbe\n" + "".join(
    f"{given};{surname};Hauptstraße {n};8033{n};München;{n}.05.1980;rot\n"
    for n, (given, surname) in enumerate([("Jörg", "Müller"), ("Käthe", "Weiß"), ("Anna", "Größwang")], 1)
)


@pytest.fixture
def members_list(tmp_path: Path) -> Path:
    file = tmp_path / "Mitglieder.csv"
    file.write_bytes(LIST.encode("cp1252"))
    return file


def test_import_as_json(run: Run, empty: Path, members_list: Path) -> None:
    said = run("import", members_list, "--json", club=empty).json
    assert (said["added"], said["updated"], said["unchanged"], said["rejected"]) == (3, 0, 0, [])
    assert (said["encoding"], said["delimiter"], said["unmapped"]) == ("cp1252", ";", ["Lieblingsfarbe"])
    assert said["columns"]["Vorname"] == "given"
    assert names(run("members", "--json", club=empty).json) == ["Anna Größwang", "Jörg Müller", "Käthe Weiß"]


def test_importing_again_changes_nothing_and_undo_takes_it_back(
    run: Run, empty: Path, members_list: Path
) -> None:
    run("import", members_list, club=empty)
    again = run("import", members_list, "--json", club=empty).json
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 3)
    assert "Mitglieder.csv" in run("undo", "--json", club=empty).json["label"]
    assert run("members", "--json", club=empty).json == []
    run("redo", club=empty)
    assert len(run("members", "--json", club=empty).json) == 3


def test_a_dry_run_changes_nothing(run: Run, empty: Path, members_list: Path) -> None:
    said = run("import", members_list, "--dry-run", "--json", club=empty).json
    assert (said["added"], said["dry_run"]) == (3, True)
    assert run("members", "--json", club=empty).json == []
    assert run("history", "--json", club=empty).json == []
    assert "3 would be added" in run("import", members_list, "--dry-run", club=empty).out


def test_a_chapter_for_rows_that_name_none(run: Run, empty: Path, members_list: Path) -> None:
    run("import", members_list, "--chapter", "Nürnberg", club=empty)
    assert {row["chapter"] for row in run("members", "--json", club=empty).json} == {"Nürnberg"}
    again = run("import", members_list, "--chapter", "Nürnberg", "--dry-run", "--json", club=empty).json
    assert again["unchanged"] == 3


def test_columns_can_be_mapped_and_left_out(run: Run, empty: Path, members_list: Path) -> None:
    words = ("--map", "Lieblingsfarbe=notes", "--map", "Geburtsdatum=")
    said = run("import", members_list, *words, "--json", club=empty).json
    assert said["columns"]["Lieblingsfarbe"] == "notes"
    assert "Geburtsdatum" not in said["columns"]


@pytest.mark.parametrize(
    ("pair", "code"), [("Lieblingsfarbe", 2), ("=notes", 2), ("Farbe=notes", 1), ("PLZ=zip", 1)]
)
def test_a_mapping_that_cannot_be(run: Run, empty: Path, members_list: Path, pair: str, code: int) -> None:
    assert run("import", members_list, "--map", pair, club=empty).code == code


def test_rejected_rows_are_told_and_saved(run: Run, empty: Path, tmp_path: Path) -> None:
    file, rejects = tmp_path / "list.csv", tmp_path / "rejected.csv"
    file.write_text(
        "Given name,Surname,E-mail\nAnna,Berg,anna@example.org\n,,\n,,nonsense\n", encoding="utf-8"
    )
    said = run("import", file, "--rejects", rejects, "--json", club=empty).json
    assert said["added"] == 1
    assert [row["row"] for row in said["rejected"]] == [4]
    assert said["rejected"][0].keys() == {"row", "column", "reason"}
    with rejects.open(encoding="utf-8-sig", newline="") as stream:
        saved = list(csv.reader(stream, delimiter=","))
    assert len(saved) == 2
    assert saved[1][2] == "nonsense"


def test_nothing_is_imported_when_the_rejects_cannot_be_saved(
    run: Run, empty: Path, members_list: Path
) -> None:
    said = run("import", members_list, "--rejects", members_list.parent / "no" / "r.csv", club=empty)
    assert said.code == 1
    assert run("members", "--json", club=empty).json == []
    before = members_list.read_bytes()
    assert run("import", members_list, "--rejects", members_list, club=empty).code == 1
    assert members_list.read_bytes() == before


def test_a_list_that_is_not_there_or_is_none(run: Run, empty: Path, tmp_path: Path) -> None:
    missing = run("import", tmp_path / "none.csv", club=empty)
    assert (missing.code, missing.out) == (1, "")
    picture = tmp_path / "photo.csv"
    picture.write_bytes(bytes(range(256)) * 40)
    assert run("import", picture, club=empty).code == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_are_right_in_every_encoding(run: Run, empty: Path, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(LIST.encode(encoding))
    run("import", file, club=empty)
    assert names(run("members", "--json", club=empty).json) == ["Anna Größwang", "Jörg Müller", "Käthe Weiß"]


def test_the_encoding_can_be_told(run: Run, empty: Path, members_list: Path) -> None:
    said = run("import", members_list, "--encoding", "latin-1", "--delimiter", ";", "--json", club=empty).json
    assert said["added"] == 3
    assert run("import", members_list, "--encoding", "klingon", club=empty).code == 1


def test_a_row_that_is_too_long_is_rejected_once(run: Run, empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Vorname,Nachname\nAnna,Berg\nBo,Holm,1,2\n")
    answer = run("import", file, "--json", club=empty).json
    assert [row["row"] for row in answer["rejected"]] == [3]
