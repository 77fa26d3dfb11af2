"""What this computer remembers: language, theme, last clubs, who sits here, how the window stood.

Settings of a club (name, numbering, letterhead) lie in the club itself, so that its officers share them.
A settings file that can't be read or written never stops the program.
"""

import logging
import os
import re
import sys
import tomllib
from dataclasses import asdict, dataclass, field, fields
from getpass import getuser
from pathlib import Path
from typing import Any

from clubdesk import i18n, paths

if sys.platform != "win32":
    import pwd

logger = logging.getLogger(__name__)

RECENT = 8
THEMES = ("system", "light", "dark")
TEXT_SIZES = range(90, 201)  # percent
LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # as gettext asks them


def login_name() -> str:
    """Who is logged in at this computer: the full name if the system knows it, else the user name."""
    try:
        user = getuser()
    except (ImportError, KeyError, OSError):  # a container without logins
        return ""
    return _full_name(user) or user


def _full_name(user: str) -> str:
    if sys.platform == "win32":
        return ""
    try:
        return pwd.getpwnam(user).pw_gecos.split(",")[0].strip()
    except KeyError:
        return ""


def system_language() -> str:
    """The shipped language nearest to the one that this computer speaks."""
    if sys.platform == "win32":
        import ctypes
        import locale

        code = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return i18n.known_language(locale.windows_locale.get(code, "en"))
    wanted = (os.environ.get(name, "") for name in LANGUAGE_VARIABLES)
    return i18n.known_language(re.split(r"[:.@]", next(filter(None, wanted), ""))[0])


@dataclass
class Settings:
    """Change the fields, then `save`."""

    language: str = ""  # "" is the system's
    theme: str = "system"
    text_size: int = 100  # percent
    officer: str = field(default_factory=login_name)
    last_club: str = ""
    recent_clubs: list[str] = field(default_factory=list)
    window: dict[str, str] = field(
        default_factory=dict
    )  # sizes, columns, splitters: the window's own business
    unknown: dict[str, object] = field(default_factory=dict)  # what a newer clubdesk wrote; kept as it is

    @property
    def window_language(self) -> str:
        """The language in which the windows open."""
        return i18n.known_language(self.language) if self.language else system_language()

    def remember_club(self, address: str) -> None:
        """Put a club first among the recent ones."""
        others = [club for club in self.recent_clubs if club != address]
        self.last_club, self.recent_clubs = address, [address, *others][:RECENT]

    def forget_club(self, address: str) -> None:
        """A club that is no longer there."""
        self.recent_clubs = [club for club in self.recent_clubs if club != address]
        self.last_club = "" if self.last_club == address else self.last_club

    def save(self, file: Path | None = None) -> None:
        """Write what differs from the defaults; the file is whole at any moment."""
        import tomli_w  # not needed before the window is painted

        try:
            _write(file or paths.settings_file(), tomli_w.dumps(self._chosen()))
        except OSError:
            logger.warning("settings can't be written", exc_info=True)

    def _chosen(self) -> dict[str, object]:
        defaults = asdict(Settings())
        ours = {name: value for name, value in asdict(self).items() if value != defaults[name]}
        return self.unknown | {name: value for name, value in ours.items() if name != "unknown"}


def load(file: Path | None = None) -> Settings:
    """The settings of this computer; what can't be read falls back to the defaults."""
    file = file or paths.settings_file()
    try:
        kept = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):  # ValueError: neither TOML nor UTF-8
        logger.warning("settings can't be read; using the defaults", exc_info=True)
        _move_aside(file)
        return Settings()
    return _understand(kept)


def _understand(kept: dict[str, Any]) -> Settings:
    settings = Settings()
    ours = {f.name for f in fields(Settings)} - {"unknown"}
    for name, value in kept.items():
        if name not in ours:
            settings.unknown[name] = value
        elif _fits(name, value, getattr(settings, name)):
            setattr(settings, name, value)
        else:
            logger.warning("the setting %s has a value of the wrong kind; using the default", name)
    return settings


def _fits(name: str, value: object, default: object) -> bool:
    if type(value) is not type(default):
        return False
    if isinstance(value, list):
        return all(isinstance(part, str) for part in value)
    if isinstance(value, dict):
        return all(isinstance(part, str) for part in value.values())
    return value in {"theme": THEMES, "text_size": TEXT_SIZES}.get(name, (value,))


def _move_aside(file: Path) -> None:
    """Keep a broken file, so that nothing is lost that a person could still read."""
    try:
        file.replace(file.with_name(file.name + ".broken"))
    except OSError:
        logger.warning("the broken settings can't be moved aside", exc_info=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    with part.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)
