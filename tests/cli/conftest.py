"""Commands as an officer types them, in a process of the test's own, on real club files."""

import datetime as dt
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from typer.testing import CliRunner

from clubdesk.cli.program import app
from clubdesk.services.sample import create_sample
from tests.factories import new_club, owner, person

TODAY = dt.datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return self.parsed

    @property
    def parsed(self) -> Any:
        """The result of a command that did nothing, too."""
        return json.loads(self.out)


class Run(Protocol):
    def __call__(self, *words: object, club: Path | None = None) -> Said: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; `club` goes into CLUBDESK_CLUB. Errors that are bugs of ours are raised."""
    for name, value in {"LC_ALL": "C", "LANGUAGE": "", "COLUMNS": "120", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)

    def run(*words: object, club: Path | None = None) -> Said:
        env = {"CLUBDESK_CLUB": str(club) if club else None}
        done = CliRunner().invoke(app, [str(word) for word in words], env=env, prog_name="clubdesk")
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Said(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def empty(tmp_path: Path, empty_club: Path) -> Path:
    """A club without people."""
    return Path(shutil.copy(empty_club, tmp_path / "club.clubdesk"))


@pytest.fixture
def small(tmp_path: Path, empty_club: Path) -> Path:
    """A club of four: three owners of the right car, and one whom nobody can write to."""
    file = tmp_path / "small.clubdesk"
    with new_club(file, template=empty_club) as club:
        owner(club, "Anna", "Großmüller", number="7", email="anna@example.org", birth=dt.date(1984, 3, 12))
        owner(club, "Bjørn", "Ødegård", number="8", language="nb")
        owner(club, "静", "陈", number="9", language="zh", chapter="Nürnberg")
        person(club, "Nobody", "Knows", number="10", street="", postcode="", city="")
    return file


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample club, to copy from."""
    file = tmp_path_factory.mktemp("sample") / "sample.clubdesk"
    create_sample(file, "Anna").close()
    return file


@pytest.fixture
def sample(tmp_path: Path, sample_file: Path) -> Path:
    return Path(shutil.copy(sample_file, tmp_path / "sample.clubdesk"))


def names(lines: Sequence[dict[str, Any]]) -> list[str]:
    return [line["name"] for line in lines]
