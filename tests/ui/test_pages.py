"""Every page opens once with the sample club, in a language whose words are half as long again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from clubdesk import i18n
from clubdesk.i18n import LANGUAGES
from clubdesk.services.sample import create_sample
from clubdesk.settings import Settings
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.features import FEATURES
from clubdesk.ui.main_window import MainWindow


class Pseudo(i18n.Texts):
    """English with longer words, marked so that a text that wasn't translated shows."""

    @override
    def __call__(self, message: str) -> str:
        return f"«{message}{'~' * (len(message) // 2)}»"

    @override
    def plural(self, one: str, many: str, count: int) -> str:
        return self(one if count == 1 else many).format(count=count)


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_window", Pseudo("en"))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "sample.clubdesk"
    create_sample(file, officer="Anna").close()
    return file


@pytest.fixture
def window(qtbot: QtBot, dressed: QApplication, pseudo: None) -> Iterator[MainWindow]:
    kept = Settings(theme="light", officer="Anna")
    made = MainWindow(kept, Tasks(), Appearance(dressed, kept), FEATURES)
    made.resize(960, 540)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_every_page_opens_in_a_small_window_with_long_words(
    qtbot: QtBot, window: MainWindow, sample: Path
) -> None:
    window.open_club(str(sample))
    qtbot.waitUntil(lambda: window.page() is not None, timeout=10_000)
    for feature in FEATURES:
        window.go(feature.key)
        page = window.page()
        assert page is not None
        qtbot.wait(150)
        assert _untranslated(page) == [], feature.key
        assert window.width() == 960 and window.height() == 540, f"{feature.key} is too wide or too high"


def _untranslated(page: QWidget) -> list[str]:
    """Words on buttons and headings that nobody can translate; what comes from the club is data.

    The names of languages are written as their readers write them.
    """
    texts = [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()]
    texts += [label.text() for label in page.findChildren(QLabel) if label.property("text") == "title"]
    texts = [text for text in texts if text not in LANGUAGES.values()]
    return [text for text in texts if text and "«" not in text and not any(c.isdigit() for c in text)]
