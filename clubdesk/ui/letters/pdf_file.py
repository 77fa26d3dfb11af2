"""Print a run into a file: the officer chooses it, a worker writes it, the run is marked as printed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clubdesk.documents.content import Printed
from clubdesk.i18n import _, ngettext
from clubdesk.services import exporting, letters
from clubdesk.services.letters import RunLine
from clubdesk.services.progress import Progress
from clubdesk.ui.common.save_pdf import choose_pdf, tell_saved
from clubdesk.ui.common.shell import Shell

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


def print_to_file(
    parent: QWidget, shell: Shell, *, workspace: "Workspace", run: RunLine, done: Callable[[Printed], object]
) -> None:
    """Ask where to and write the letters; nothing happens when the officer asks for no file."""
    title = _("Save the letters as PDF")
    file = choose_pdf(parent, shell, title=title, name=run.title, purpose="letters")
    if file is None:
        return

    def finish(printed: Printed) -> None:
        words = ngettext("{count} page saved", "{count} pages saved", printed.pages)
        tell_saved(shell, file, f"{words}: {file.name}")
        done(printed)

    shell.run(
        ngettext("Printing {count} letter", "Printing {count} letters", run.letters),
        lambda progress: print_run(workspace, run, file=file, progress=progress),
        done=finish,
    )


def print_run(workspace: "Workspace", run: RunLine, *, file: Path, progress: Progress) -> Printed:
    """Write the PDF and mark the run as printed. The same run gives the same bytes again."""
    printed = workspace.read(letters.print_run, run.id, progress=progress)
    exporting.write_whole(file, printed.data)
    if run.state == "draft":
        workspace.do(letters.mark_printed, run.id)
    return printed
