"""Labels and envelopes on the command line: the same people in the same order as the letters."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.documents.reading import Paper


def order(text: str, names: list[str]) -> list[str]:
    return sorted(names, key=text.index)


def test_labels_and_envelopes_come_in_the_order_of_the_letters(run: Run, small: Path, tmp_path: Path) -> None:
    letters, labels, covers = (tmp_path / f"{name}.pdf" for name in ("letters", "labels", "covers"))
    run("letters", "print", "--out", letters, club=small)
    said = run("labels", "--run", 1, "--out", labels, "--start", 20, "--json", club=small).json
    assert (said["labels"], said["pages"], said["next_start"]) == (3, 2, 2)
    assert run("envelopes", "--run", 1, "--out", covers, "--json", club=small).json["pages"] == 3
    paper = Paper(letters.read_bytes())
    names = [title.split(" ", 1)[1] for title in paper.outline()]
    on_labels = "".join(Paper(labels.read_bytes()).text(page) for page in range(2))
    assert order(on_labels, names) == names
    assert Paper(covers.read_bytes()).outline() == names


def test_who_has_no_address_is_named(run: Run, small: Path, tmp_path: Path) -> None:
    said = run("labels", "--out", tmp_path / "labels.pdf", "--json", club=small).json
    assert [left["name"] for left in said["left_out"]] == ["Nobody Knows"]
    refused = run("labels", "--out", tmp_path / "none.pdf", "--sheet", "papyrus", club=small)
    assert refused.code == 1
    assert "avery-l7160" in refused.err
    assert not (tmp_path / "none.pdf").exists()
