"""docs/cli.md tells the keys of every --json, and no others."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.documents.reading import Paper

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
LIST = "Given name,Surname,E-mail,Shoe size\nBo,Berg,bo@example.org,42\n,,nonsense,43\n"
COMMANDS: dict[str, tuple[object, ...]] = {
    "new": ("another.clubdesk", "--name", "Oslo"),
    "import": ("list.csv",),
    "members": ("anna",),
    "duplicates": (),
    "merge": ("BY-1001", "BY-1002"),
    "vehicles list": (),
    "vehicles show": ("MB-OC 9E",),
    "vehicles set": ("MB-OC 9E", "--colour", "red"),
    "vehicles sold": ("MB-OC 9E",),
    "members delete": ("BY-1001",),
    "members bin": (),
    "members restore": ("BY-1003",),
    "members erase": ("BY-1001", "--for-good"),
    "members report": ("BY-1001", "--out", "held.json"),
    "members show": ("BY-1001",),
    "members add": ("given=Bo", "surname=Lund", "chapter=Oslo", "joined=2026-04-01"),
    "members set": ("BY-1001", "tags=helper,press", "city=Freising"),
    "lists list": (),
    "lists add": ("Munich", "--where", "chapter = München"),
    "lists freeze": ("Then", "--query", "anna"),
    "lists show": ("Kept",),
    "lists rename": ("Kept", "--to", "Other"),
    "lists remove": ("Kept",),
    "lists why": ("Kept", "BY-1001"),
    "letters print": ("--out", "x.pdf"),
    "letters write": ("--out", "w.pdf"),
    "letters runs": (),
    "letters post": (),
    "letters reprint": ("--out", "z.pdf"),
    "letters testpage": ("--out", "t.pdf"),
    "letters control": ("2026-1", "--out", "c.pdf"),
    "letters bundles": ("2026-1", "--out", "n.pdf"),
    "letters files": ("2026-1", "--into", "."),
    "letters void": (),
    "letters returned": ("L-26-0001-0", "ABC"),
    "letters verify": ("BY-1001", "--evidence", "card"),
    "letters unverify": ("BY-1001", "--reason", "left"),
    "letters stats": (),
    "letters close": ("2026-1",),
    "letters reply": ("000-000-0000", "ABC"),
    "labels": ("--out", "x.pdf"),
    "envelopes": ("--out", "x.pdf"),
    "sheets": (),
    "letters scan": ("list.csv",),
    "templates list": (),
    "templates check": ("verification", "own.toml"),
    "templates export": ("verification", "de", "--out", "de.toml"),
    "templates import": ("verification", "de", "own.toml"),
    "templates reset": ("verification", "de"),
    "events list": (),
    "events create": ("--kind", "social", "--title", "Coffee", "--from", "2027-05-14"),
    "events audience": ("driving",),
    "events invite": ("driving", "--out", "x.pdf"),
    "events participants": ("driving",),
    "events answer": ("driving", "BY-1001", "declined"),
    "events group": ("driving", "BY-1003", "Novice"),
    "events roster": ("driving", "--out", "x.pdf"),
    "events badges": ("driving", "--out", "b.pdf"),
    "events certificates": ("driving", "--out", "d.pdf"),
    "dues kind": ("Fee", "--amount", "60"),
    "dues kinds": (),
    "dues charge": ("Fee",),
    "dues list": (),
    "dues pay": ("BY-1001",),
    "dues remind": ("--out", "r.pdf"),
    "dues receipt": ("BY-1001", "--out", "q.pdf"),
    "dues waive": ("BY-1002", "--reason", "honorary"),
    "events ics": ("driving", "--out", "x.ics"),
    "export": ("--out", "people.vcf"),
    "take-back": (),
    "history": (),
    "undo": (),
    "check": (),
    "demo": ("--no-window",),
}


def documented() -> dict[str, str]:
    rows = re.findall(r"^\| `([a-z `,-]+)` \| (.*) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: keys for names, keys in rows for name in names.replace("`", "").split(", ")}


def keys_in(found: Any) -> Iterator[str]:
    """All keys, also those within; `columns` has the list's own headers as keys."""
    for part in found if isinstance(found, list) else [found]:
        if isinstance(part, dict):
            for key, value in part.items():
                yield key
                yield from () if key == "columns" else keys_in(value)


def test_every_command_is_documented() -> None:
    assert set(documented()) == {*COMMANDS, "redo"}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_keys_are_those_documented(
    run: Run, sample: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample.parent)
    Path("list.csv").write_text(LIST, encoding="utf-8")
    Path("own.toml").write_text('subject = "{member.given}, bitte"', encoding="utf-8")
    words = COMMANDS[command]
    if command == "letters unverify":
        run("letters", "verify", "BY-1001", "--evidence", "known", club=sample)
    if command.startswith("dues"):
        run("dues", "kind", "Fee", "--amount", 60, club=sample)
        run("dues", "charge", "Fee", "--from", "2020-01-01", "--due", "2020-02-01", club=sample)
    if command == "dues receipt":
        run("dues", "pay", "BY-1001", club=sample)
    if command.startswith("lists"):
        run("lists", "add", "Kept", "--where", "chapter is known", club=sample)
    if command == "take-back":
        run("import", "list.csv", club=sample)
    if command in ("members bin", "members restore"):
        run("members", "delete", "BY-1003", club=sample)
    if command == "undo":
        run("events", "group", "driving", "BY-1003", "Novice", club=sample)
    if command in ("letters post", "letters reprint"):
        words = (run("letters", "print", "--out", "y.pdf", "--json", club=sample).json["run"], *words)
    if command == "letters void":
        run("letters", "print", "--out", "y.pdf", club=sample)
        words = (next(code for code in Paper(Path("y.pdf").read_bytes()).codes() if code.startswith("L-")),)
    found = set(keys_in(run(*command.split(), *words, "--json", club=sample).parsed))
    known = documented()[command]
    assert found - set(re.findall(r"`([a-z_0-9]+)`", known)) == set()
    required = re.sub(r"\[.*?\]|{.*?}(?=,|$)|;.*", "", known) if not known.startswith("list") else ""
    assert set(re.findall(r"`([a-z_0-9]+)`", required)) - found == set()
