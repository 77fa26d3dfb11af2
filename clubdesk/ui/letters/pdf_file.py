"""Print a run into a file or on paper; a worker does it, and the run is marked as printed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clubdesk.documents.content import Printed
from clubdesk.i18n import _, ngettext
from clubdesk.services import exporting, letters
from clubdesk.services.letters import RunLine
from clubdesk.services.progress import Progress
from clubdesk.ui.common.dialogs import choose_folder
from clubdesk.ui.common.print_dialog import print_paper
from clubdesk.ui.common.save_pdf import choose_pdf, open_path, tell_saved
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


def print_to_file(
    parent: QWidget,
    shell: Shell,
    *,
    workspace: "Workspace",
    run: RunLine,
    done: Callable[[Printed], object],
    pages: Sequence[int] = (),
) -> None:
    """Ask where to and write the letters; nothing happens when the officer asks for no file.

    `pages` are those that jammed and are printed anew; they count as spoiled then.
    """
    title = _("Save the letters as PDF")
    name = f"{run.title} ({pages[0]}-{pages[-1]})" if pages else run.title
    file = choose_pdf(parent, shell, title=title, name=name, purpose="letters")
    if file is None:
        return

    def finish(printed: Printed) -> None:
        words = ngettext("{count} page saved", "{count} pages saved", printed.pages)
        tell_saved(shell, file, f"{words}: {file.name}")
        done(printed)

    shell.run(
        ngettext("Printing {count} letter", "Printing {count} letters", len(pages) or run.letters),
        lambda progress: print_run(workspace, run, file=file, pages=pages, progress=progress),
        done=finish,
    )


def save_singly(parent: QWidget, shell: Shell, *, workspace: "Workspace", run: RunLine) -> None:
    """Ask for a folder and write a PDF for each letter into it."""
    folder = choose_folder(parent, shell.settings, title=_("Save a PDF for each letter"), purpose="letters")
    if folder is None:
        return

    def finish(files: Sequence[Path]) -> None:
        words = ngettext("{count} file saved", "{count} files saved", len(files))
        shell.toast(f"{words}: {folder.name}", verb=_("Open"), run=lambda: open_path(folder))

    shell.run(
        ngettext("Saving {count} letter", "Saving {count} letters", run.letters),
        lambda progress: workspace.read(letters.save_singly, run.id, folder=folder, progress=progress),
        done=finish,
    )


def print_on_paper(
    parent: QWidget,
    shell: Shell,
    tasks: Tasks,
    *,
    workspace: "Workspace",
    run: RunLine,
    done: Callable[[Printed], object],
) -> None:
    """Ask which printer and hand it the letters; the run counts as printed once it has taken them."""

    def ask(found: tuple[Printed, str]) -> None:
        printed, layout = found
        print_paper(
            parent,
            shell,
            tasks,
            title=run.title,
            pages=printed.pages,
            data=printed.data,
            paper=layout,
            done=lambda: note(printed),
        )

    def note(printed: Printed) -> None:
        if run.state == "draft":
            tasks.start(lambda _: workspace.do(letters.mark_printed, run.id), done=lambda _: done(printed))
        else:
            done(printed)

    shell.run(
        ngettext("Printing {count} letter", "Printing {count} letters", run.letters),
        lambda progress: (
            workspace.read(letters.print_run, run.id, progress=progress),
            workspace.read(letters.run_card, run.id).layout,
        ),
        done=ask,
    )


def print_run(
    workspace: "Workspace", run: RunLine, *, file: Path, progress: Progress, pages: Sequence[int] = ()
) -> Printed:
    """Write the PDF and mark the run as printed. The same run gives the same bytes again."""
    printed = workspace.read(letters.print_run, run.id, pages=pages, progress=progress)
    exporting.write_whole(file, printed.data)
    if pages:
        workspace.do(letters.note_spoiled, run.id, pages)
    elif run.state == "draft":
        workspace.do(letters.mark_printed, run.id)
    return printed
