"""Small real clubs for tests: plain functions over the same services that the program uses."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

from clubdesk.services.clubs import create_club
from clubdesk.services.members import add_member, add_vehicle
from clubdesk.services.workspace import Workspace

OFFICER = "Anna"


def new_club(file: Path, *, template: Path | None = None, officer: str = OFFICER) -> Workspace:
    """An empty club of Munich; copied from `template`, which saves making the tables each time."""
    if template:
        shutil.copy(template, file)
        return Workspace.open(file, officer=officer)
    return create_club(file, name="Owners Club Bavaria", officer=officer)


def person(club: Workspace, given: str = "Anna", surname: str = "Großmüller", **values: Any) -> int:
    """A member of Munich with an address, so that letters can reach them."""
    place = {"street": "Leopoldstraße 12", "postcode": "80802", "city": "München", "country": "DE"}
    return club.do(add_member, given=given, surname=surname, **{**place, "chapter": "München", **values})


def owner(
    club: Workspace, given: str, surname: str, *, model: str = "Model 3 Performance", **values: Any
) -> int:
    """A member who owns a car now."""
    person_id = person(club, given, surname, **values)
    club.do(add_vehicle, person_id, model=model, start=dt.date(2024, 5, 1))
    return person_id
