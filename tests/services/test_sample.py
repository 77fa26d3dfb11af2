"""The sample club is alive on any day, and nothing in it is real."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from clubdesk.errors import Problem
from clubdesk.model.verification import STATES
from clubdesk.services.checking import check_club
from clubdesk.services.clubs import chapters, club_settings, create_club, default_place, set_club
from clubdesk.services.dues import DueSearch, due_ids, due_lines
from clubdesk.services.events import events, participants
from clubdesk.services.letters import runs
from clubdesk.services.lists import saved_lists
from clubdesk.services.members import Search, find_members, member_records, status_counts
from clubdesk.services.sample import create_sample, open_sample
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    with create_sample(tmp_path / "sample.clubdesk", "Anna") as workspace:
        yield workspace


def test_sixty_people_in_every_state_and_nothing_wrong(sample: Workspace) -> None:
    counts = sample.read(status_counts)
    assert sum(counts.values()) == 60
    assert set(STATES) - set(counts) == {"queued"}
    assert sample.read(check_club) == []
    assert len(sample.read(chapters)) == 2
    assert sample.read(club_settings).sample


def test_letters_are_out_since_some_days(sample: Workspace) -> None:
    newest = sample.read(runs)[0]
    assert newest.posted_on == today() - dt.timedelta(days=20)
    assert (newest.letters, newest.replies) == (14, 7)


def test_a_driving_school_with_a_waiting_list(sample: Workspace) -> None:
    school = next(line for line in sample.read(events) if line.kind == "driving-school")
    assert school.first_day and school.last_day
    assert school.first_day.weekday() == 4
    assert (school.last_day - school.first_day).days == 2
    assert (school.accepted, school.waiting, school.declined) == (school.capacity, 2, 1)
    groups = {row.group for row in sample.read(participants, school.id) if row.state == "accepted"}
    assert groups == {"Novice", "Intermediate", "Advanced"}


def test_dues_are_paid_in_part_or_not_at_all(sample: Workspace) -> None:
    lines = sample.read(due_lines, sample.read(due_ids, DueSearch()))
    assert {line.state for line in lines} >= {"paid", "overdue"}
    assert {line.open for line in lines} == {0, 3000, 6000}


def test_lists_find_somebody(sample: Workspace) -> None:
    assert all(line.count > 1 for line in sample.read(saved_lists))
    assert len(sample.read(saved_lists)) == 2


def test_everything_can_be_undone_but_the_founding(sample: Workspace) -> None:
    steps = 0
    while sample.undo():
        steps += 1
    assert steps > 50
    assert list(sample.read(find_members, Search())) == []


def test_nothing_is_real(sample: Workspace) -> None:
    people = sample.read(member_records, sample.read(find_members, Search()))
    assert {p.email.rpartition("@")[2] for p in people} <= {"", "example.org"}
    vins = [car.vin for p in people for car in p.vehicles]
    assert len(set(vins)) == len(vins) > 50
    assert all(len(vin) == 17 and not set(vin) & set("IOQ") for vin in vins)


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    file = tmp_path / "sample.clubdesk"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(Problem):
        create_sample(file, "Anna")
    assert file.read_text(encoding="utf-8") == "mine"


def test_looking_around_again_finds_what_was_tried(home: Path) -> None:
    with open_sample("Anna") as first:
        first.do(set_club, city="Oslo")
    with open_sample("Anna") as again:
        assert again.file == first.file
        assert again.read(club_settings).city == "Oslo"


def test_a_club_called_sample_is_left_alone(home: Path) -> None:
    place = default_place("sample")
    place.parent.mkdir(parents=True)
    create_club(place, name="Sample", officer="Bo").close()
    with open_sample("Anna") as sample:
        assert sample.file
        assert sample.file.name == "sample 2.clubdesk"
        assert sample.read(club_settings).sample


def test_a_long_name_makes_a_file_name_that_every_system_takes() -> None:
    assert len(default_place("Ö" * 300).name.encode()) < 200
