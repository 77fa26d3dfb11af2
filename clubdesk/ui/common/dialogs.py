"""The few dialogs: choose a file, save a file, ask. Folders are remembered by purpose."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from clubdesk.i18n import _
from clubdesk.settings import Settings


def choose_file(parent: QWidget, settings: Settings, *, title: str, kinds: str, purpose: str) -> Path | None:
    """An existing file, or None. `kinds` is Qt's "Lists (*.csv *.xlsx);;All files (*)"."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(_folder(settings, purpose)), kinds)
    return _remember(settings, purpose, chosen)


def choose_club(parent: QWidget, settings: Settings) -> Path | None:
    kinds = _("Clubs (*.clubdesk)")
    return choose_file(parent, settings, title=_("Open a club"), kinds=kinds, purpose="club")


def choose_list(parent: QWidget, settings: Settings) -> Path | None:
    """A list of people to import."""
    kinds = _("Lists of people (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf);;All files (*)")
    return choose_file(parent, settings, title=_("Import a list"), kinds=kinds, purpose="list")


def choose_scans(parent: QWidget, settings: Settings) -> list[Path]:
    """What came back: scans, photos and mails; none when nothing was chosen."""
    kinds = _("Scans and mails (*.pdf *.tif *.tiff *.png *.jpg *.jpeg *.webp *.eml);;All files (*)")
    folder = str(_folder(settings, "scans"))
    chosen, _kind = QFileDialog.getOpenFileNames(parent, _("Read what came back"), folder, kinds)
    if chosen:
        _remember(settings, "scans", chosen[0])
    return [Path(file) for file in chosen]


def save_file(
    parent: QWidget, settings: Settings, *, title: str, name: str, kinds: str, purpose: str
) -> Path | None:
    """Where to save, or None. The first suffix of the chosen kind is added when none was typed."""
    start = str(_folder(settings, purpose) / name)
    chosen, kind = QFileDialog.getSaveFileName(parent, title, start, kinds)
    if chosen and not Path(chosen).suffix and "*." in kind:
        chosen += kind[kind.index("*.") + 1 :].split(")")[0].split()[0]
    return _remember(settings, purpose, chosen)


def choose_folder(parent: QWidget, settings: Settings, *, title: str, purpose: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_folder(settings, purpose)))
    return _remember(settings, purpose, chosen and str(Path(chosen) / "x")) and Path(chosen)


def ask(parent: QWidget, text: str, explanation: str, verbs: Sequence[str]) -> str | None:
    """The verb that was pressed, None for Cancel. The first verb is the one that Enter means."""
    box = QMessageBox(parent)
    box.setText(text)
    box.setInformativeText(explanation)
    buttons = {box.addButton(verb, QMessageBox.ButtonRole.AcceptRole): verb for verb in verbs}
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(cancel)
    box.setDefaultButton(next(iter(buttons)))
    box.exec()
    pressed = box.clickedButton()
    return next((verb for made, verb in buttons.items() if made == pressed), None)


def ask_text(parent: QWidget, title: str, question: str, text: str = "") -> str | None:
    """One line typed by the officer, or None."""
    answer, accepted = QInputDialog.getText(parent, title, question, text=text)
    return answer.strip() if accepted and answer.strip() else None


def ask_choice(parent: QWidget, title: str, question: str, choices: Sequence[str]) -> str | None:
    """One of these, or the officer's own words; None for Cancel."""
    answer, accepted = QInputDialog.getItem(parent, title, question, choices)
    return answer.strip() if accepted and answer.strip() else None


def show_settings(parent: QWidget, settings: Settings, apply: Callable[[], object]) -> None:
    """The settings of this computer; `apply` is called after each change."""
    from clubdesk.ui.common.settings_dialog import SettingsDialog  # with its fields: after the first paint

    SettingsDialog(parent, settings, apply).exec()


def show_keys(parent: QWidget, actions: Iterable[QAction]) -> None:
    """All keys that work now."""
    from clubdesk.ui.common.keys_dialog import KeysDialog

    KeysDialog(parent, actions).exec()


def _folder(settings: Settings, purpose: str) -> Path:
    kept = settings.window.get(f"folder.{purpose}", "")
    if kept and Path(kept).is_dir():
        return Path(kept)
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def _remember(settings: Settings, purpose: str, chosen: str) -> Path | None:
    if not chosen:
        return None
    settings.window[f"folder.{purpose}"] = str(Path(chosen).parent)
    return Path(chosen)
