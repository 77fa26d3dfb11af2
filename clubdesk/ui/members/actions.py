"""What can be done in the Members page: buttons, menu entries and keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from clubdesk.i18n import _, ngettext
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.members.head import add_buttons

if TYPE_CHECKING:
    from clubdesk.ui.members.page import MembersPage


class Actions:
    def __init__(self, page: "MembersPage") -> None:
        _bring, self.print, _new = add_buttons(
            page, bring_list=page.bring_list, print_letters=page.print_letters, begin_new=page.begin_new
        )
        self.edit = page.action(_("Edit the member"), page.edit, key="Ctrl+Return", drawing="user")
        self.copy = page.action(_("Copy"), page.table.copy, drawing="copy")
        self.write = page.action(_("Write a letter…"), page.write_letter, drawing="signature")
        self.labels = page.action(_("Labels and envelopes…"), page.print_labels, drawing="mail")
        self.verify = page.action(_("Verify by something else…"), page.verify, drawing="user-check")
        self.unverify = page.action(_("End the verification…"), page.end_verification, drawing="x")
        self.delete = page.action(_("Delete"), page.delete, drawing="trash")
        self.erase = page.action(_("Erase for good…"), page.erase, drawing="trash")
        self.report = page.action(_("Save what we hold…"), page.save_report, drawing="download")
        page.action(_("Bin…"), page.show_bin, drawing="trash")
        self._delete_by_key(page.table, page.filters.field)
        page.action(_("Export what is shown…"), page.table.export_wanted.emit, drawing="download")
        self._select_nobody(page)
        page.member_pane.menu.addActions(
            [
                self.print,
                self.write,
                self.labels,
                self.verify,
                self.unverify,
                self.report,
                self.delete,
                self.erase,
            ]
        )
        several = [
            (self.print, "printer"),
            (self.write, "signature"),
            (self.labels, "mail"),
            (self.copy, "copy"),
            (self.delete, "trash"),
        ]
        page.member_pane.furnished.connect(lambda: page.member_pane.several.offer(several))
        set_icon(self.print, "printer")
        self.show_selected(0)

    def _delete_by_key(self, *where: QWidget) -> None:
        """Del deletes people only where it can't mean a letter: not in the fields of the form."""
        self.delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for widget in where:
            QWidget.addAction(widget, self.delete)

    def _select_nobody(self, page: "MembersPage") -> None:
        action = QAction(_("Select nobody"), page.table)
        action.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(page.table.clearSelection)
        page.table.addAction(action)

    def for_rows(self) -> list[QAction]:
        """The menu of a row."""
        return [self.edit, self.print, self.write, self.labels, self.copy, self.delete]

    def show_selected(self, count: int) -> None:
        self.edit.setEnabled(count == 1)
        self.verify.setEnabled(count == 1)
        self.unverify.setEnabled(count == 1)
        self.report.setEnabled(count == 1)
        self.copy.setEnabled(count > 0)
        self.erase.setEnabled(count > 0)
        self.delete.setEnabled(count > 0)
        self.print.setText(
            ngettext("Print letter", "Print {count} letters", count) if count else _("Print letters")
        )
