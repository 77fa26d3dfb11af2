"""A club as it is opened: on a new day, and asked by several threads."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import sqlcipher3.dbapi2 as sqlite

from clubdesk.services import letters
from clubdesk.services.members import Search, find_members, member_rows
from clubdesk.services.today import today
from clubdesk.services.workspace import Workspace
from tests.factories import person
from tests.services.test_letters import posted


def test_a_verification_that_ran_out_overnight_is_over_when_the_club_is_opened(club: Workspace) -> None:
    anna = person(club)
    (code,) = posted(club, [anna], on=today() - dt.timedelta(days=400))
    club.do(letters.record_replies, [code], on=today() - dt.timedelta(days=390))
    assert club.file
    club.close()
    with sqlite.connect(str(club.file)) as file:  # as it was written while the verification held
        file.execute("UPDATE roster SET status = 'verified', status_changes_on = status_day")
    file.close()
    with Workspace.open(club.file, officer="Anna") as later:
        assert later.read(member_rows, [anna])[0].status == "lapsed"


def test_threads_that_sort_differently_get_their_own_order(club: Workspace) -> None:
    for number in range(40):
        person(club, f"Ola {number:02d}", "Nordmann", number=str(1000 - number))
    right = {sort: club.read(find_members, Search("ola", sort=sort)) for sort in ("name", "number")}
    assert right["name"] == right["number"][::-1]
    asked = ["name", "number"] * 100
    with ThreadPoolExecutor(8) as threads:
        found = threads.map(lambda sort: club.read(find_members, Search("ola", sort=sort)), asked)
        assert all(ids == right[sort] for sort, ids in zip(asked, found, strict=True))


def test_a_club_opened_in_a_worker_is_free_when_the_window_closes_it(club: Workspace) -> None:
    file = club.file
    assert file is not None
    club.close()
    with ThreadPoolExecutor(1) as worker:
        opened = worker.submit(Workspace.open, file, officer="Bo").result()
        opened.close()
        worker.submit(Workspace.open, file, officer="Bo").result().close()
