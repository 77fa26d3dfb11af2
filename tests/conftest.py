"""What every test needs: no screen, and a home of its own so that nobody's settings or clubs are touched."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run: a test that fails here must fail on the next machine too.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")

HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder; the computer's settings, logs and clubs land in it."""
    folder = tmp_path_factory.mktemp("home")
    for name, place in HOMES.items():
        monkeypatch.setenv(name, str(folder / place))
    return folder


@pytest.fixture(autouse=True)
def own_logs() -> Iterator[None]:
    """Take away the logs that a test started."""
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    yield
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture(scope="session")
def empty_club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A club file without people, to copy from."""
    from tests.factories import new_club

    file = tmp_path_factory.mktemp("template") / "empty.clubdesk"
    new_club(file).close()
    return file


@pytest.fixture
def club(tmp_path: Path, empty_club: Path) -> Iterator["Workspace"]:
    """An open club without people."""
    from tests.factories import new_club

    with new_club(tmp_path / "club.clubdesk", template=empty_club) as workspace:
        yield workspace
