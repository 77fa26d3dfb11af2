"""Print a run into a file: the officer chooses it, a worker writes it, the run is marked as printed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services import letters
from clubdesk.services.letters import RunLine
from clubdesk.services.progress import Progress
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.shell import Shell

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


def print_to_file(
    parent: QWidget, shell: Shell, *, workspace: "Workspace", run: RunLine, done: Callable[[Printed], object]
) -> None:
    """Ask where to and write the letters; nothing happens when the officer asks for no file."""
    file = dialogs.save_file(
        parent,
        shell.settings,
        title=_("Save the letters as PDF"),
        name=f"{file_name(run.title)}.pdf",
        kinds=_("PDF (*.pdf)"),
        purpose="letters",
    )
    if file is None:
        return

    def finish(printed: Printed) -> None:
        words = ngettext("{count} page saved", "{count} pages saved", printed.pages)
        shell.toast(f"{words}: {file.name}", verb=_("Open"), run=lambda: open_file(file))
        done(printed)

    shell.run(
        ngettext("Printing {count} letter", "Printing {count} letters", run.letters),
        lambda progress: print_run(workspace, run, file=file, progress=progress),
        done=finish,
    )


def print_run(workspace: "Workspace", run: RunLine, *, file: Path, progress: Progress) -> Printed:
    """Write the PDF and mark the run as printed. The same run gives the same bytes again."""
    printed = workspace.read(letters.print_run, run.id, progress=progress)
    write_whole(file, printed.data)
    if run.state == "draft":
        workspace.do(letters.mark_printed, run.id)
    return printed


def write_whole(file: Path, data: bytes) -> None:
    """Write a file that is there either whole or not at all; Problem when that can't be."""
    part = file.with_name(f"{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Problem(
            _("{file} can't be written: {reason}.").format(file=file.name, reason=error.strerror or error),
            _("Close it if another program shows it, or choose another place."),
        ) from error


def open_file(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def file_name(title: str) -> str:
    """The title without what no file system takes."""
    return "".join(sign for sign in title if sign not in '<>:"/\\|?*' and sign.isprintable()).strip() or "PDF"
