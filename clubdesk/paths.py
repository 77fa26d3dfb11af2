"""Where things lie on this computer."""

import sys
from pathlib import Path

import platformdirs


def resources() -> Path:
    """The folder with icons, themes, fonts, templates and the sample club.

    In a checkout it stands beside the package, in a wheel and in the bundle inside of it.
    """
    bundled = getattr(sys, "_MEIPASS", "")  # PyInstaller's folder
    package = Path(bundled) / "clubdesk" if bundled else Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def clubs() -> Path:
    """Where clubs live unless the officer chooses another place."""
    return Path(platformdirs.user_data_dir("clubdesk", appauthor=False)) / "clubs"


def settings_file() -> Path:
    return Path(platformdirs.user_config_dir("clubdesk", appauthor=False)) / "settings.toml"


def log_folder() -> Path:
    return Path(platformdirs.user_log_dir("clubdesk", appauthor=False))
