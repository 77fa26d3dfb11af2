"""dev.py, as far as it can be tried without a fresh machine."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No library loads, and we are not root."""
    monkeypatch.setattr(dev, "loads", lambda _library: False)
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("sys.platform", "linux")
    yield


def test_a_bare_machine_is_told_the_exact_line(
    bare_machine: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    assert dev.main(["demo"]) == 1
    said = capsys.readouterr().err
    assert "    sudo apt-get install -y libgl1 libegl1 libxkbcommon0 " in said
    assert "libxcb" not in said


def test_a_screen_needs_more_libraries(bare_machine: None) -> None:
    assert "libxcb-cursor0" in dev.missing_packages({"DISPLAY": ":0"})


def test_without_apt_the_packages_are_named(bare_machine: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(dev.Trouble, match="libegl1"):
        dev.need_system_libraries()


def test_an_unknown_command_prints_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    assert "python3 dev.py test" in capsys.readouterr().out
    assert dev.main([]) == 0


def test_every_command_is_explained() -> None:
    assert dev.__doc__ is not None
    assert [command for command in dev.COMMANDS if f"dev.py {command}" not in dev.__doc__] == []


def test_the_first_failure_is_the_exit_code() -> None:
    assert dev.first_failure([0, 3, 1]) == 3
    assert dev.first_failure([0, 0]) == 0


def test_the_lock_has_every_library_we_name() -> None:
    lock = dev.LOCK.read_text(encoding="utf-8")
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = [re.split(r"[\[<>=]", text)[0].lower().replace("_", "-") for text in wanted]
    assert [name for name in names if f"\n{name}==" not in lock] == []


@pytest.mark.parametrize("file", [dev.LOCK, dev.BUNDLE_LOCK])
def test_locks_have_hashes_and_no_registry(file: Path) -> None:
    lock = file.read_text(encoding="utf-8")
    assert re.findall(r"^[a-z0-9-]+==.*(?<!\\)$", lock, re.MULTILINE) == []  # each goes on with its hashes
    assert lock.count("--hash=sha256:") > lock.count("==")
    assert "://" not in lock
