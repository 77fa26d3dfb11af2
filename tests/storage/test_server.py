"""The same club on PostgreSQL, started from its binaries on a free port."""

import datetime as dt
import os
import shutil
import socket
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from clubdesk.errors import Conflict, Problem
from clubdesk.model import identity
from clubdesk.services.clubs import create_club
from clubdesk.services.events import answer_invitation, create_event, invite, participants
from clubdesk.services.importing.apply import import_people
from clubdesk.services.importing.values import PersonRow
from clubdesk.services.members import (
    Search,
    add_vehicle,
    find_members,
    member_card,
    member_rows,
    set_person,
)
from clubdesk.services.workspace import Workspace
from tests.factories import person
from tests.storage.tables import contents

MISSING = shutil.which("initdb") is None or shutil.which("postgres") is None
pytestmark = pytest.mark.skipif(MISSING, reason="PostgreSQL's initdb and postgres are not on the PATH")


def _as_server(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root; there is always somebody else it can run as."""
    return (
        ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", *command]
        if os.geteuid() == 0
        else command
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database in an empty server."""
    folder = Path("/tmp") / f"clubdesk-pg-{os.getpid()}"
    folder.mkdir()
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody", "nogroup")
    data = folder / "data"
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    initdb = ["initdb", "-D", str(data), "-U", "club", "--auth=trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(_as_server(initdb), check=True, capture_output=True, env=environment, cwd=folder)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["-p", str(port), "-k", str(folder), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"]
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        _as_server(["postgres", "-D", str(data), *options]), stderr=log, env=environment, cwd=folder
    )
    try:
        _wait(port, process)
        yield f"postgresql://club@127.0.0.1:{port}/postgres"
    finally:
        process.terminate()
        process.wait(30)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    ready = ["pg_isready", "-h", "127.0.0.1", "-p", str(port), "-t", "1"]
    for _try in range(100):
        assert process.poll() is None, "PostgreSQL did not start"
        if subprocess.run(ready, capture_output=True, check=False).returncode == 0:
            return
        process.poll()
    raise AssertionError("PostgreSQL did not answer")


@pytest.fixture
def address(server: str, request: pytest.FixtureRequest) -> str:
    """A schema of its own for each test."""
    return f"{server}?schema={request.node.name.lower()[:40]}"


def test_main_steps_undone_and_redone(address: str) -> None:
    with create_club(address, name="Owners Club", officer="Anna") as club:
        start = contents(club)
        anna = person(club, notes="Großmüller")
        rows = [PersonRow(row=n, given=f"Ola {n}", surname="Ødegård", vin="") for n in range(50)]
        club.do(import_people, rows, file="list.csv")
        end = contents(club)
        assert len(club.read(find_members, Search("odegard"))) == 50
        assert list(club.read(find_members, Search("grossm munchen"))) == [anna]
        club.undo()
        club.undo()
        assert contents(club) == start
        club.redo()
        club.redo()
        assert contents(club) == end


def test_sorts_as_the_file_does(address: str, club: Workspace) -> None:
    names = ["Ödegård", "Zoë", "anna", "Ångström", "王伟", "Łódź", "O'Neil"]
    with create_club(address, name="Owners Club", officer="Anna") as remote:
        for each in (club, remote):
            for name in names:
                person(each, "X", name)
        orders = [
            [row.name for row in each.read(member_rows, each.read(find_members, Search()))]
            for each in (club, remote)
        ]
    assert orders[0] == orders[1]


def test_finds_as_the_file_does(address: str) -> None:
    with create_club(address, name="Owners Club", officer="Anna") as club:
        anna = person(club, email="anna_gross@example.org", phone="-", notes="x" * 5000)
        for words in ("anna_gr", "_", "x" * 3000):
            assert list(club.read(find_members, Search(words))) == [anna]


def test_two_officers_see_each_other(address: str) -> None:
    with create_club(address, name="Owners Club", officer="Anna") as anna:
        someone = person(anna)
        with Workspace.open(address, officer="Bo") as bo:
            heard: list[frozenset[str]] = []
            bo.news.subscribe(heard.append)
            anna.do(set_person, someone, surname="Berg")
            bo.check_news()
            assert heard and "person" in heard[0]
            assert bo.read(member_card, someone).name == "Anna Berg"
            bo.do(set_person, someone, surname="Holm")
            with pytest.raises(Conflict, match="Bo changed"):
                anna.undo()


def test_own_work_hides_no_news_of_others(address: str) -> None:
    with create_club(address, name="Owners Club", officer="Anna") as anna:
        someone = person(anna)
        with Workspace.open(address, officer="Bo") as bo:
            heard: list[frozenset[str]] = []
            bo.news.subscribe(heard.append)
            anna.do(add_vehicle, someone, model="Model Y")
            bo.do(set_person, someone, surname="Holm")
            bo.check_news()
            assert "vehicle" in heard[-1]
            heard.clear()
            bo.do(set_person, someone, surname="Berg")
            bo.check_news()
            assert heard == [{"person"}]


def test_a_laptop_whose_clock_is_ahead_hides_no_news(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with create_club(address, name="Owners Club", officer="Anna") as anna:
        with monkeypatch.context() as ahead:
            an_hour = 3_600_000 << 7
            ahead.setattr(identity, "_last_tick", (identity.new_id() >> 21 << 7) + an_hour)
            someone = person(anna)
        with Workspace.open(address, officer="Bo") as bo:
            bo.do(set_person, someone, surname="Berg")
        heard: list[frozenset[str]] = []
        anna.news.subscribe(heard.append)
        anna.check_news()
        assert heard == [{"person"}]


def test_the_last_place_is_given_once(address: str) -> None:
    with create_club(address, name="Owners Club", officer="Anna") as club:
        people = [person(club, f"Ola {n}") for n in range(6)]
        start = dt.date(2027, 5, 14)
        party = club.do(create_event, kind="social", title="Party", start=start, capacity=2, verified=False)
        club.do(invite, party)

        def answer(guest: int) -> None:
            with Workspace.open(address, officer=f"Officer {guest}") as officer:
                officer.do(answer_invitation, party, guest, answer="accepted")

        with ThreadPoolExecutor(6) as doors:
            list(doors.map(answer, people))
        states = Counter(row.state for row in club.read(participants, party))
        assert states == {"accepted": 2, "waiting": 4}


def test_a_second_club_beside_an_open_one(address: str) -> None:
    with create_club(address, name="Owners Club", officer="Anna"):
        create_club(f"{address}_Two", name="Second Club", officer="Bo").close()
        Workspace.open(f"{address}_two", officer="Bo").close()


def test_an_address_that_is_none() -> None:
    with pytest.raises(Problem, match="no address"):
        Workspace.open("postgresql://host:port/club", officer="Anna")


def test_a_server_where_one_may_not_make_a_club(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE ROLE guest LOGIN")
    with pytest.raises(Problem, match="doesn't allow"):
        create_club(f"{server.replace('club@', 'guest@')}?schema=guests", name="Guests", officer="Bo")


def test_a_server_that_doesnt_answer(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="doesn't answer"):
        Workspace.open("postgresql://club@127.0.0.1:1/postgres", officer="Anna")


def test_a_schema_without_a_club(address: str) -> None:
    with pytest.raises(Problem, match="holds no club"):
        Workspace.open(address, officer="Anna")
