"""Templates as files: TOML in UTF-8, for another club or a friend who writes well."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from clubdesk.documents.template import written
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.exporting import write_whole
from clubdesk.services.template_texts import read_texts, text_of_file
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.templates.draft import Draft

SUFFIX = ".toml"


def export_template(parent: QWidget, shell: Shell, draft: Draft) -> None:
    """Ask where to and write all texts as they stand in the window."""
    file = dialogs.save_file(
        parent,
        shell.settings,
        title=_("Export the template"),
        name=f"{draft.kind}-{draft.language}{SUFFIX}",
        kinds=_("Templates (*.toml)"),
        purpose="template",
    )
    if file is None:
        return
    text = written(draft.now)
    shell.run(
        _("Saving {file}").format(file=file.name),
        lambda _progress: write_whole(file, text.encode()),
        done=lambda _none: shell.toast(_("Saved as {file}").format(file=file.name)),
    )


def import_template(file: Path, draft: Draft) -> dict[str, Any]:
    """The texts of a file; Problem with everything that is wrong in it and where."""
    try:
        text = text_of_file(file.read_bytes(), name=file.name)
    except OSError as error:
        reason = error.strerror or error
        raise Problem(_("“{file}” can't be read: {error}").format(file=file.name, error=reason)) from error
    texts, findings = read_texts(text, kind=draft.kind, language=draft.language)
    if findings:
        wrong = _("{file} has mistakes. Nothing was imported.").format(file=file.name)
        raise Problem(wrong, "\n".join(f"{finding.place}: {finding.text}" for finding in findings))
    return texts
