import logging
from pathlib import Path

import pytest

from clubdesk import paths
from clubdesk.logs import start_logging


def test_messages_land_in_the_log_folder() -> None:
    start_logging()
    logging.getLogger("clubdesk.somewhere").info("3 letters printed")
    assert "INFO clubdesk.somewhere: 3 letters printed" in (paths.log_folder() / "clubdesk.log").read_text()


def test_starting_twice_writes_once() -> None:
    start_logging()
    start_logging()
    logging.getLogger("clubdesk").warning("once")
    assert (paths.log_folder() / "clubdesk.log").read_text().count("once") == 1


def test_without_a_folder_messages_go_to_stderr(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / ".local").write_text("a file where the folder should be")
    start_logging()
    logging.getLogger("clubdesk").warning("the disk is gone")
    assert "the disk is gone" in capsys.readouterr().err
