"""Other ways to save a paper: for screen readers and archives, or so that it opens only with a password."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from clubdesk.i18n import _
from clubdesk.services import exporting
from clubdesk.services.progress import Progress
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.buttons import menu_button
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.save_pdf import choose_pdf, tell_saved
from clubdesk.ui.common.shell import Shell

if TYPE_CHECKING:
    from clubdesk.documents.content import Printed


class Make(Protocol):
    """Prints the paper; a worker calls it."""

    def __call__(self, progress: Progress, /, *, tagged: bool) -> "Printed": ...


class SaveWay(Protocol):
    def __call__(self, parent: QWidget, shell: Shell, *, name: str, make: Make) -> None: ...


def ways_button(parent: QWidget, shell: Shell, *, name: Callable[[], str], make: Make) -> QToolButton:
    """A button beside “Save PDF” that opens a menu of the other ways; `name` is the file that is proposed."""
    menu = QMenu(parent)
    heard = menu.addAction(
        _("Save for screen readers and archives…"),
        lambda: save_accessible(parent, shell, name=name(), make=make),
    )
    locked = menu.addAction(
        _("Save with a password…"), lambda: save_with_password(parent, shell, name=name(), make=make)
    )
    set_icon(heard, "microphone")
    set_icon(locked, "keyboard")
    return menu_button("dots", _("Other ways to save"), menu)


def save_accessible(parent: QWidget, shell: Shell, *, name: str, make: Make) -> None:
    """Ask where to and save the paper as PDF/UA and PDF/A."""
    _save(parent, shell, name=name, work=lambda progress: make(progress, tagged=True).data)


def save_with_password(parent: QWidget, shell: Shell, *, name: str, make: Make) -> None:
    """Ask for a password and where to, and save the paper so that only it opens the file."""
    question = _(
        "Only who knows the password can open the file; tell it by another way than the file.\n"
        "At least {count} characters; a lost password can’t be found again."
    )
    from clubdesk.documents.archive import SHORTEST, protect

    password = dialogs.ask_text(parent, _("Save with a password"), question.format(count=SHORTEST))
    if password is None:
        return

    def work(progress: Progress) -> bytes:
        return protect(make(progress, tagged=False).data, password)

    _save(parent, shell, name=name, work=work)


def _save(parent: QWidget, shell: Shell, *, name: str, work: Callable[[Progress], bytes]) -> None:
    file = choose_pdf(parent, shell, title=_("Save the PDF"), name=name)
    if file is None:
        return
    target: Path = file
    shell.run(
        _("Saving {file}").format(file=target.name),
        lambda progress: exporting.write_whole(target, work(progress)),
        done=lambda _: tell_saved(shell, target),
    )
