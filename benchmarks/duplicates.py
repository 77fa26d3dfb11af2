"""Find duplicates among 100,000 people, against reading their rows once.

python -m benchmarks.duplicates [PEOPLE]
"""

import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.model.persons import Address, Person
from clubdesk.services.clubs import create_club
from clubdesk.services.members.duplicates import find_duplicates
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import add_many

MOST = 60  # times as long as reading the rows
GIVEN = ("Anna", "Bernd", "Carla", "David", "Eva", "Frank", "Greta", "Hans", "Jürgen", "Øystein", "Wei")
PARTS = ("Berg", "Müller", "Groß", "Hansen", "Øde", "Schmid", "Thal", "Wang", "Stein", "Wald", "Lund")


@change("benchmark")
def fill(session: Session, count: int) -> None:
    """So many people, every fiftieth of them twice."""
    rng = random.Random(7)
    people: list[dict[str, Any]] = []
    places: list[dict[str, Any]] = []
    for n in range(count):
        again = n % 50 == 49
        if again:
            person = {**people[-1], "id": n + 1, "phone": ""}
            person["surname"] = person["surname"].replace("ü", "ue").replace("Ø", "O")
        else:
            name = rng.choice(PARTS) + rng.choice(PARTS).lower() + rng.choice(("", "er", "sen"))
            person = {
                "id": n + 1,
                "given": rng.choice(GIVEN),
                "surname": name,
                "email": f"{n}@example.org",
                "phone": f"+49 89 {rng.randrange(10**7):07}",
            }
        people.append(person)
        postcode = places[-1]["postcode"] if again else f"{rng.randrange(10000, 99999)}"
        places.append({"person_id": n + 1, "postcode": postcode, "city": f"Town {postcode[:3]}"})
    add_many(session, Person, people)
    add_many(session, Address, places)


def read_rows(session: Session) -> int:
    people = session.execute(select(*Person.__table__.columns)).all()
    places = session.execute(select(*Address.__table__.columns)).all()
    return len(people) + len(places)


def timed(work: object, *args: object) -> tuple[float, object]:
    start = time.perf_counter()
    result = work(*args)  # type: ignore[operator]
    return time.perf_counter() - start, result


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        club = create_club(Path(folder) / "club.clubdesk", name="Benchmark", officer="Anna")
        with club:
            club.do(fill, count)
            reading = min(timed(club.read, read_rows)[0] for _ in range(3))
            finding, found = timed(club.read, find_duplicates)
            right = sum(pair.second - pair.first == 1 for pair in found)  # type: ignore[attr-defined]
            print(
                f"read {reading:.2f} s, find {finding:.2f} s: {finding / reading:.1f} times (at most {MOST})"
            )
            print(f"{len(found)} pairs, {right} of {count // 50} planted")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
