import logging
import tomllib
from pathlib import Path

import pytest

from clubdesk import paths
from clubdesk.settings import RECENT, Settings, load


def write(text: str) -> Path:
    file = paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_fresh_computer_has_defaults() -> None:
    fresh = load()
    assert (fresh.theme, fresh.text_size, fresh.recent_clubs) == ("system", 100, [])
    assert not paths.settings_file().exists()


def test_settings_come_back() -> None:
    changed = Settings(language="nb", theme="dark", officer="Bjørn", window={"members/columns": "1,2"})
    changed.remember_club("/clubs/a.clubdesk")
    changed.save()
    assert load() == changed


def test_only_choices_are_written() -> None:
    Settings(theme="dark").save()
    assert tomllib.loads(paths.settings_file().read_text(encoding="utf-8")) == {"theme": "dark"}


def test_no_part_of_a_write_stays_behind() -> None:
    Settings(theme="dark").save()
    Settings(theme="light").save()
    assert [file.name for file in paths.settings_file().parent.iterdir()] == ["settings.toml"]


def test_recent_clubs_are_few_newest_first() -> None:
    kept = Settings()
    for number in range(RECENT + 3):
        kept.remember_club(f"{number}.clubdesk")
    kept.remember_club("7.clubdesk")
    assert kept.recent_clubs[:2] == ["7.clubdesk", "10.clubdesk"]
    assert len(kept.recent_clubs) == len(set(kept.recent_clubs)) == RECENT


def test_a_vanished_club_is_forgotten() -> None:
    kept = Settings(last_club="a", recent_clubs=["a", "b"])
    kept.forget_club("a")
    assert (kept.last_club, kept.recent_clubs) == ("", ["b"])


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"a = 1\na = 2"])
def test_a_broken_file_is_moved_aside(content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    file = write("")
    file.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert load() == Settings()
    assert "using the defaults" in caplog.text
    assert file.with_name("settings.toml.broken").read_bytes() == content
    assert not file.exists()


def test_a_folder_in_the_files_place_stops_nothing() -> None:
    paths.settings_file().mkdir(parents=True)
    load().save()
    assert paths.settings_file().is_file()


def test_an_unwritable_place_stops_nothing(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    (home / ".config").write_text("a file where the folder should be")
    Settings(theme="dark").save()
    assert "can't be written" in caplog.text


def test_keys_of_a_newer_clubdesk_are_kept() -> None:
    file = write('theme = "dark"\nsound = true\n[door]\nscanner = "usb"\n')
    kept = load()
    kept.theme = "light"
    kept.save()
    written = tomllib.loads(file.read_text(encoding="utf-8"))
    assert written == {"theme": "light", "sound": True, "door": {"scanner": "usb"}}


@pytest.mark.parametrize(
    "line", ["theme = 7", 'theme = "pink"', "text_size = 5", "recent_clubs = [1]", "window = {a = 1}"]
)
def test_a_senseless_value_is_the_default(line: str) -> None:
    write(f"{line}\nofficer = 'Kim'")
    assert load() == Settings(officer="Kim")


@pytest.mark.parametrize(
    ("chosen", "computer", "opens_in"),
    [
        ("", "de_AT.UTF-8", "de"),
        ("", "C", "en"),
        ("", "tlh", "en"),
        ("nb", "de_DE", "nb"),
        ("", "zh_TW", "zh"),
    ],
)
def test_windows_open_in_the_chosen_or_the_computers_language(
    chosen: str, computer: str, opens_in: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", computer)
    assert Settings(language=chosen).window_language == opens_in


def test_the_officer_is_who_is_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "nobody-has-this-login")
    assert load().officer == "nobody-has-this-login"
