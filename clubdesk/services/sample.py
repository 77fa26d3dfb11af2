"""The sample club: made-up people with letters and events in every state, so that everything can be tried.

Its data lie in resources/sample. Everything is done by the changes that an officer would make, on
days counted from today: three runs of letters with their replies, the year's dues, lists, four events, a
driving school with answers.
"""

import csv
import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk import paths
from clubdesk.i18n import N_
from clubdesk.model.codes import derive_code
from clubdesk.model.letters import Letter
from clubdesk.model.persons import Address
from clubdesk.services.clubs import (
    club_key,
    club_settings,
    create_club,
    default_place,
    discard_new_file,
    set_club,
    the_club,
)
from clubdesk.services.dues import charge, pay_all, save_kind
from clubdesk.services.events import answer_invitation, create_event, invite, set_group
from clubdesk.services.importing.apply import import_people
from clubdesk.services.importing.values import PersonRow
from clubdesk.services.letters import mark_posted, mark_printed, prepare_run, record_replies
from clubdesk.services.lists import save_list
from clubdesk.services.members import Search, add_vehicle, find_members, member_rows
from clubdesk.services.members.addresses import current_address
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace, change
from clubdesk.storage.recorder import describe

FILE, PEOPLE = "sample.clubdesk", "people.csv"
POSTED_AFTER = 2  # days


def open_sample(officer: str) -> Workspace:
    """The sample club: the one looked at before, with all that was tried in it, or a new one."""
    place = paths.clubs() / FILE
    if place.exists():
        workspace = Workspace.open(place, officer=officer)
        if workspace.read(club_settings).sample:
            return workspace
        workspace.close()  # somebody's own club is called so
        place = default_place(place.stem)
    place.parent.mkdir(parents=True, exist_ok=True)
    return create_sample(place, officer)


def create_sample(file: str | Path, officer: str) -> Workspace:
    """Make the sample club in a new file and open it; Problem when the file is there already."""
    plan = tomllib.loads(_resource("club.toml"))
    workspace = create_club(file, name=plan["club"]["name"], officer=officer)
    try:
        _fill(workspace, plan)
    except BaseException:
        workspace.close()
        if workspace.file:
            discard_new_file(workspace.file)
        raise
    return workspace


def codes_as_read(session: Session, run_id: int) -> list[str]:
    """The codes of a run's letters in their order, as their recipients read them: of the sample club only."""
    assert the_club(session).sample, "a reply must prove that the letter arrived"
    return list(_codes(session, run_id).values())


def _resource(name: str) -> str:
    return (paths.resources() / "sample" / name).read_text(encoding="utf-8")


def _fill(workspace: Workspace, plan: dict[str, Any]) -> None:
    people = list(csv.DictReader(_resource(PEOPLE).splitlines()))
    workspace.do(set_club, **plan["club"], sample=True)
    workspace.do(import_people, [_row(n, person) for n, person in enumerate(people, 2)], file=PEOPLE)
    ids = _ids_by_number(workspace)
    workspace.do(_add_earlier_addresses, [(ids[old.pop("number")], old) for old in plan["moved"]])
    for car in plan["cars"]:
        workspace.do(add_vehicle, ids[car.pop("number")], **car)
    by_story: dict[str, list[int]] = {}
    for person in people:
        by_story.setdefault(person["story"], []).append(ids[person["number"]])
    for run in plan["runs"]:
        _write_letters(workspace, run, by_story)
    _ask_for_dues(workspace, plan["dues"], by_story)
    for name, where in plan["lists"].items():
        workspace.do(save_list, name, Search(where=where))
    events = [_plan_event(workspace, event) for event in plan["events"]]
    answers = {ids[person["number"]]: person["school"] for person in people if person["school"]}
    _fill_driving_school(workspace, events[0], plan["events"][0]["invited_days_ago"], answers)


def _row(number: int, person: dict[str, str]) -> PersonRow:
    """The columns are called as the fields of a row; `story` and `school` are no fields."""
    values: dict[str, Any] = {f.name: person[f.name] for f in fields(PersonRow) if person.get(f.name)}
    for name in ("birth", "joined"):
        values[name] = dt.date.fromisoformat(values[name])
    if "year" in values:
        values["year"] = int(values["year"])
    return PersonRow(row=number, **values)


def _ids_by_number(workspace: Workspace) -> dict[str, int]:
    everybody = workspace.read(find_members, Search())
    return {row.number: row.id for row in workspace.read(member_rows, everybody)}


@change(N_("Add earlier addresses"))
def _add_earlier_addresses(session: Session, moved: Sequence[tuple[int, dict[str, Any]]]) -> None:
    for person_id, old in moved:
        until = old.pop("until")
        session.add(Address(person_id=person_id, end=until, **old))


def _write_letters(workspace: Workspace, plan: dict[str, Any], by_story: dict[str, list[int]]) -> None:
    dated = today() - dt.timedelta(days=plan["days_ago"])
    posted = dated + dt.timedelta(days=POSTED_AFTER)
    people = [person for story in plan["stories"] for person in by_story[story]]
    run = workspace.do(prepare_run, people, title=plan["title"], on=dated).run
    assert run
    workspace.do(mark_printed, run, on=dated)
    workspace.do(mark_posted, run, on=posted)
    codes = workspace.read(_codes, run)
    for story, days in plan["replies"].items():
        answer = story if story in ("refused", "not-owner") else "verified"
        for turn, after in enumerate(days):
            told = [codes[person] for person in by_story[story][turn :: len(days)]]
            workspace.do(record_replies, told, answer=answer, on=posted + dt.timedelta(days=after))
    for story, after in plan.get("returned", {}).items():
        workspace.do(_note_returned, run, by_story[story], on=posted + dt.timedelta(days=after))


def _codes(session: Session, run_id: int) -> dict[int, str]:
    """The code of each person's letter, in the order of the letters."""
    key = club_key(session)
    letters = select(Letter).where(Letter.run_id == run_id).order_by(Letter.position)
    return {
        letter.person_id: derive_code(key, letter.id, turn=letter.code_turn)
        for letter in session.scalars(letters)
    }


def _ask_for_dues(workspace: Workspace, plan: dict[str, Any], by_story: dict[str, list[int]]) -> None:
    kind = workspace.do(save_kind, None, name=plan["name"], amount=plan["amount"])
    due_on = today() - dt.timedelta(days=plan["due_days_ago"])
    workspace.do(charge, kind, due_on=due_on)
    for story, amount in plan["paid"].items():
        for person in by_story[story]:
            workspace.do(pay_all, person, amount=amount, on=due_on)


@change(N_("Letters that came back: {count}"))
def _note_returned(session: Session, run_id: int, people: Sequence[int], *, on: dt.date) -> None:
    for person_id in people:
        sent = select(Letter).where(Letter.run_id == run_id, Letter.person_id == person_id)
        letter, address = session.scalars(sent).one(), current_address(session, person_id)
        assert address
        letter.returned_on, letter.returned_reason = on, "moved"
        address.status, address.status_reason = "returned", "moved"
    describe(session, count=len(people))


def _plan_event(workspace: Workspace, plan: dict[str, Any]) -> int:
    values = {
        name: value for name, value in plan.items() if name not in ("in_days", "weekday", "invited_days_ago")
    }
    first = today() + dt.timedelta(days=plan["in_days"])
    start = first + dt.timedelta(days=(plan["weekday"] - first.weekday()) % 7)
    return workspace.do(create_event, start=start, **values)


def _fill_driving_school(workspace: Workspace, event: int, days_ago: int, answers: dict[int, str]) -> None:
    """Invite, and record the answers: accepted, accepted:Group, declined; who said nothing stays open."""
    workspace.do(invite, event, on=today() - dt.timedelta(days=days_ago))
    for person, said in answers.items():
        answer, _colon, group = said.partition(":")
        if answer in ("accepted", "declined"):
            workspace.do(answer_invitation, event, person, answer=answer)
        if group:
            workspace.do(set_group, event, person, group=group)
