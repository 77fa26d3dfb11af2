"""The head of the Members page: what stands in it before anybody is listed."""

from collections.abc import Callable

from PySide6.QtGui import QAction

from clubdesk.i18n import N_, _
from clubdesk.ui.common.page import Page

SEARCH = N_("Search name, town, e-mail, phone, plate…")
CHIPS = {
    "chapters": N_("Chapter"),
    "statuses": N_("Verification"),
    "models": N_("Model"),
    "countries": N_("Country"),
}
NOBODY = N_("Choose a member to see who they are.")

Run = Callable[[], object]


def add_buttons(page: Page, *, bring_list: Run, print_letters: Run, begin_new: Run) -> list[QAction]:
    """Import, print, new: the actions of the head, in this order."""
    return [
        page.action(_("Import"), bring_list, drawing="file-import", place="secondary"),
        page.action(_("Print letters"), print_letters, key="Ctrl+P", drawing="printer", place="secondary"),
        page.action(_("New member"), begin_new, key="Ctrl+N", drawing="plus", place="primary"),
    ]
