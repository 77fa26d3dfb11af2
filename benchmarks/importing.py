"""Import of 100,000 rows, with undo log and search index, against raw executemany of the same values.

The target is 12 times, into an empty club and into a filled one. Run: python -m benchmarks.importing [ROWS]
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from clubdesk.services.clubs import create_club
from clubdesk.services.importing.apply import import_people
from clubdesk.services.importing.values import PersonRow

GIVEN = (
    "Anna",
    "Øystein",
    "Łukasz",
    "Zoë",
    "Mary",
    "伟",
    "Ingrid",
    "José",
    "Søren",
    "Käthe",
    "Thomas",
    "Ewa",
)
SURNAMES = (
    "Großmüller",
    "Sørensen",
    "Wójcik",
    "Vries",
    "Johnson",
    "王",
    "Haugen",
    "García",
    "Ødegård",
    "Bauer",
)
TOWNS = ("München", "Oslo", "上海", "Łódź", "Berlin", "Bergen", "Strasbourg", "Lincoln")
MODELS = ("Model 3 Performance", "Model Y", "Model 3", "Model S Plaid", "Roadster")
TABLES = ("person", "address", "membership", "vehicle", "ownership")


def people(count: int, *, first: int = 0) -> list[PersonRow]:
    """Made-up rows of a member list, the same ones for the same numbers."""
    pick = random.Random(first).choice
    return [
        PersonRow(
            row=n,
            number=str(1000 + n),
            given=pick(GIVEN),
            surname=pick(SURNAMES) + pick(("", "a", "berg", "son", "er")),
            email=f"m{n}@gmx.example",
            phone=f"+49 89 {1_000_000 + n}",
            street=f"Leopoldstraße {n % 200}",
            postcode=str(10_000 + n % 80_000),
            city=pick(TOWNS),
            country="DE",
            chapter=pick(("München", "Nürnberg")),
            model=pick(MODELS),
        )
        for n in range(first, first + count)
    ]


def seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def raw(file: Path, source: Path) -> float:
    """Copy the values that an import wrote into empty tables with the same indexes, by executemany alone."""
    origin, target = sqlite.connect(str(source)), sqlite.connect(str(file), isolation_level=None)
    target.execute("PRAGMA journal_mode=WAL")
    target.execute("PRAGMA synchronous=FULL")
    rows = {}
    for table in TABLES:
        target.execute(origin.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])
        indexes = "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
        for (sql,) in origin.execute(indexes, (table,)).fetchall():
            target.execute(sql)
        rows[table] = origin.execute(f"SELECT * FROM {table}").fetchall()

    def insert() -> None:
        target.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            target.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(values[0]))})", values)
        target.execute("COMMIT")

    spent = seconds(insert)
    origin.close()
    target.close()
    return spent


def main(count: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        club = create_club(folder / "club.clubdesk", name="Owners Club", officer="Anna")
        first, more = people(count), people(count, first=count)
        empty = seconds(lambda: club.do(import_people, first, file="list.csv"))
        reference = raw(folder / "raw.db", folder / "club.clubdesk")
        filled = seconds(lambda: club.do(import_people, more, file="more.csv"))
        again = seconds(lambda: club.do(import_people, more, file="more.csv"))
        undo = seconds(club.undo)
        club.close()
    print(f"raw executemany of the same values, {count:,} rows: {reference:.2f} s")
    for what, spent in (
        ("empty club", empty),
        ("filled club", filled),
        ("same list again", again),
        ("undo", undo),
    ):
        print(f"{what:>16}: {spent:6.2f} s = {spent / reference:5.1f}x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
