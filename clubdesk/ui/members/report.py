"""Save what is held about a person: a PDF for them to read, or JSON for another program."""

import json
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clubdesk.i18n import _
from clubdesk.services import exporting
from clubdesk.services.members import member_rows
from clubdesk.services.members.report import person_report, print_person_report
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.save_pdf import tell_saved
from clubdesk.ui.common.shell import Shell

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


def save_report(parent: QWidget, workspace: "Workspace", shell: Shell, *, person: int) -> None:
    """The suffix of the file chosen decides which of the two it is."""
    name = workspace.read(member_rows, [person])[0].name
    file = dialogs.save_file(
        parent,
        shell.settings,
        title=_("Save what we hold"),
        name=exporting.safe_name(_("What we hold about {name}").format(name=name)) + ".pdf",
        kinds=_("PDF to read (*.pdf);;JSON for programs (*.json)"),
        purpose="report",
    )
    if file is None:
        return

    def work() -> bytes:
        if file.suffix.lower() == ".json":
            report = workspace.read(person_report, person)
            return json.dumps(report, ensure_ascii=False, indent=2).encode()
        return workspace.read(print_person_report, person).data

    shell.run(
        _("Saving {file}").format(file=file.name),
        lambda _: exporting.write_whole(file, work()),
        done=lambda _: tell_saved(shell, file),
    )
