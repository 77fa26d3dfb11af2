"""The reply tray with all its ways in: by code, as scans and mails, by phone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget

from clubdesk.i18n import _
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.letters.phone_desk import PhoneDesk
from clubdesk.ui.letters.reply_tray import ReplyTray
from clubdesk.ui.letters.scan_desk import ScanDesk

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class RepliesIn(QTabWidget):
    problem = Signal(object)

    def __init__(self, tray: ReplyTray, workspace: "Workspace", *, tasks: Tasks, shell: Shell) -> None:
        super().__init__()
        self.tray = tray
        self.scans, self.phone = ScanDesk(workspace, tasks, shell), PhoneDesk(workspace, tasks, shell)
        self._on = False
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.addTab(tray, _("By code"))
        self.addTab(self.scans, "")
        self.addTab(self.phone, _("By phone"))
        self._keys = {tray: tray.keys, self.scans: self.scans.keys, self.phone: self.phone.keys}
        for part in (tray, self.scans, self.phone):
            part.problem.connect(self.problem)
        self.scans.waiting.connect(self._show_waiting)
        self.currentChanged.connect(lambda _: self._turn())
        self._show_waiting(0)

    @property
    def keys(self) -> list[QAction]:
        """What the keys do in each tab; only those of the tab that is seen work."""
        return [key for keys in self._keys.values() for key in keys]

    def begin(self, *, scans: bool = False) -> None:
        """The tray was opened."""
        self.tray.begin()
        self.phone.begin()
        self.setCurrentWidget(self.scans if scans else self.tray)
        self._turn()

    def drop_code(self) -> bool:
        """Forget a code that was begun; False when there is none."""
        return self.currentWidget() is self.tray and self.tray.drop_code()

    def show_keys(self, *, on: bool) -> None:
        self._on = on
        for part, keys in self._keys.items():
            for key in keys:
                key.setVisible(on and part is self.currentWidget())

    def reload(self) -> None:
        self.tray.reload()
        self.scans.reload()

    def _turn(self) -> None:
        self.show_keys(on=self._on)
        part = self.currentWidget()
        if part is self.tray:
            self.tray.code.take_focus()
        elif part is self.phone:
            self.phone.take_focus()

    def _show_waiting(self, count: int) -> None:
        title = _("Scans and mail")
        self.setTabText(1, f"{title} ({count})" if count else title)
