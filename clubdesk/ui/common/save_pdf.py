"""Save a finished paper: ask where, write it whole or not at all, offer to open it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from clubdesk.i18n import _
from clubdesk.services import exporting
from clubdesk.services.exporting import safe_name
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.shell import Shell


def save_pdf(
    parent: QWidget,
    shell: Shell,
    *,
    name: str,
    data: bytes,
    done: Callable[[], object] = lambda: None,
) -> None:
    """`name` is the file that is proposed, without suffix; a Problem is shown in the page.

    `done` is called once the file is saved; nothing is when the officer asks for none.
    """
    file = choose_pdf(parent, shell, title=_("Save the PDF"), name=name)
    if file is None:
        return

    def finish(_nothing: None) -> None:
        tell_saved(shell, file)
        done()

    shell.run(
        _("Saving {file}").format(file=file.name), lambda _: exporting.write_whole(file, data), done=finish
    )


def choose_pdf(parent: QWidget, shell: Shell, *, title: str, name: str, purpose: str = "pdf") -> Path | None:
    """Where the officer wants a PDF; None for Cancel. Each purpose remembers its folder."""
    return dialogs.save_file(
        parent,
        shell.settings,
        title=title,
        name=f"{safe_name(name)}.pdf",
        kinds=_("PDF (*.pdf)"),
        purpose=purpose,
    )


def tell_saved(shell: Shell, file: Path, text: str = "") -> None:
    """A toast that offers to open the file."""
    shell.toast(
        text or _("Saved as {file}").format(file=file.name), verb=_("Open"), run=lambda: open_path(file)
    )


def open_path(path: Path) -> None:
    """Open a file or a folder with what this computer opens it with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
