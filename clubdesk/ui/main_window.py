"""What the frame holds: it builds pages and carries their wishes to each other. What pages do is theirs."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from clubdesk.i18n import _
from clubdesk.services.progress import Progress
from clubdesk.settings import Settings
from clubdesk.ui.common import dialogs, opening
from clubdesk.ui.common.appearance import Appearance
from clubdesk.ui.common.feature import PAGE, Feature
from clubdesk.ui.common.status_line import StatusLine
from clubdesk.ui.common.tasks import Tasks
from clubdesk.ui.common.toast import Toast
from clubdesk.ui.common.undo import Undo
from clubdesk.ui.common.window_menus import WindowMenus
from clubdesk.ui.features import FEATURES

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace
    from clubdesk.ui.common.desk import Desk
    from clubdesk.ui.common.first_look import FirstLook
    from clubdesk.ui.common.page import Page
    from clubdesk.ui.welcome.page import WelcomePage

R = TypeVar("R")
IMPORTING = "importing"


class MainWindow(QMainWindow):
    def __init__(
        self, settings: Settings, tasks: Tasks, appearance: Appearance, features: Sequence[Feature] = FEATURES
    ) -> None:
        super().__init__()
        self.settings, self._tasks, self._appearance, self._features = settings, tasks, appearance, features
        self.desk: Desk | None = None
        self._first: FirstLook | None = None
        self._status = StatusLine()
        self._stack = QStackedWidget()
        self._undo = Undo(tasks, self)
        self._menus = WindowMenus(self, self, self._undo, features)
        self._toast = Toast(self._lay_out(), self._undo.take_back)
        self._undo.offered.connect(self._status.offer_undo)
        self._undo.done.connect(self.toast)
        self._undo.failed.connect(self.show_problem)
        self.setWindowTitle("clubdesk")
        self.setAcceptDrops(True)

    def _lay_out(self) -> QWidget:
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._status)
        self.setCentralWidget(central)
        return central

    @cached_property
    def welcome(self) -> "WelcomePage":
        """The first page, built when no club is open."""
        from clubdesk.ui.welcome.page import WelcomePage

        page = WelcomePage()
        page.club_chosen.connect(self.open_club)
        page.club_named.connect(self.make_club)
        page.file_wanted.connect(self.choose_club)
        page.import_wanted.connect(self.choose_list)
        page.sample_wanted.connect(self.open_sample)
        self._stack.addWidget(page)
        return page

    # Clubs

    def open_club(self, address: str) -> None:
        if self.desk is None and address == self.settings.last_club:
            self._look_first(address)
        self._open(lambda officer: opening.open_club(address, officer=officer), address=address)

    def make_club(self, name: str, wish: object = None) -> None:
        """A new club; `wish` is the list to bring into it."""
        self._open(lambda officer: opening.new_club(name, officer=officer), wish=wish)

    def open_sample(self) -> None:
        self._open(lambda officer: opening.sample_club(officer=officer))

    def _open(self, make: "Callable[[str], Workspace]", *, address: str = "", wish: object = None) -> None:
        officer = self.settings.officer

        def failed(error: BaseException) -> None:
            if opening.is_gone(address):  # one that is open elsewhere or damaged is still wanted
                self.settings.forget_club(address)
            if self.desk is None:
                self.leave_club()
            self.show_problem(error)

        self.run(
            _("Opening the club"),
            lambda _: make(officer),
            done=lambda made: self._show(made, wish),
            failed=failed,
        )

    def _look_first(self, address: str) -> None:
        from clubdesk.ui.common.first_look import first_look

        self._first = first_look(
            address, self._features, menu=self._menus.club, tasks=self._tasks, settings=self.settings
        )
        if self._first is not None:
            self._stack.addWidget(self._first)
            self._stack.setCurrentWidget(self._first)

    def _show(self, workspace: "Workspace", wish: object) -> None:
        from clubdesk.ui.common.desk import Desk  # with all that pages need: after the first paint

        first, was_open = self._first, self.settings.last_club
        self._put_away()
        self.desk = Desk(self._features, workspace, tasks=self._tasks, shell=self, club_menu=self._menus.club)
        self.desk.turned.connect(lambda _: self._undo.refresh())
        self._stack.addWidget(self.desk)
        self._stack.setCurrentWidget(self.desk)
        if workspace.file is not None:
            self.settings.remember_club(str(workspace.file))
            self.setWindowTitle(f"{workspace.file.stem} – clubdesk")
        if wish is not None:
            self.go(IMPORTING, wish)
        elif first is not None:
            first.tell(self.desk)
            self.go(first.key, first.page.wish())
        elif self._features:
            self.go(self._first_page(again=self.settings.last_club == was_open))
        self._undo.work_on(workspace)

    def _first_page(self, *, again: bool) -> str:
        """The page on which the club was left, when it is the same again; else that of all beginnings."""
        left = self.settings.window.get(PAGE, "")
        return left if again and self.desk and self.desk.has(left) else self._features[0].key

    def leave_club(self) -> None:
        """Back to the first page, where clubs are opened and made."""
        self._put_away()
        self._status.say("")
        self.setWindowTitle("clubdesk")
        self.welcome.show_recent(self.settings.recent_clubs)
        self._stack.setCurrentWidget(self.welcome)

    def _put_away(self) -> None:
        if self._first is not None:
            self._stack.removeWidget(self._first)
            self._first.deleteLater()
            self._first = None
        if self.desk is None:
            return
        self.desk.leave()
        self._undo.work_on(None)
        self._tasks.forget()
        self._stack.removeWidget(self.desk)
        self.desk.deleteLater()
        workspace, self.desk = self.desk.workspace, None
        self._tasks.start(lambda _: workspace.close(), done=lambda _: None)

    def choose_club(self) -> None:
        if file := dialogs.choose_club(self, self.settings):
            self.open_club(str(file))

    def choose_list(self) -> None:
        if file := dialogs.choose_list(self, self.settings):
            self.take_file(file)

    def take_file(self, file: Path) -> None:
        """A file was dropped or chosen: a club is opened, a list imported."""
        if file.suffix.lower() == opening.SUFFIX:
            self.open_club(str(file))
        elif self.desk is None:
            self.welcome.ask_name(opening.list_to_import(file))
        elif self.desk.has(IMPORTING):
            self.go(IMPORTING, opening.list_to_import(file))

    # What pages ask for (Shell)

    def go(self, page: str, wish: object = None) -> None:
        if self.desk is not None:
            self._status.say("")
            self.desk.go(page, wish)

    def page(self) -> "Page | None":
        return self.desk.page if self.desk else None

    def toast(
        self, text: str, *, undo: bool = False, verb: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self._toast.say(text, undo=undo, verb=verb, run=run)

    def say(self, text: str) -> None:
        self._status.say(text)

    def show_problem(self, error: BaseException) -> None:
        page = self.page()
        (page.notice if page else self.welcome.notice).show_problem(error)

    def run(
        self,
        title: str,
        work: Callable[[Progress], R],
        *,
        done: Callable[[R], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        def finish(result: R) -> None:
            self._status.stop()
            done(result)

        def fail(error: BaseException) -> None:
            self._status.stop()
            (failed or self.show_problem)(error)

        running = self._tasks.start(work, done=finish, failed=fail, progress=self._status.progress)
        self._status.start(title, running.cancel)

    # What the menus ask for

    def search(self) -> None:
        if page := self.page():
            page.search()

    def toggle_pane(self) -> None:
        if page := self.page():
            page.toggle_pane()

    def use_theme(self, name: str) -> None:
        self._appearance.use_theme(name)

    def change_text_size(self, steps: int) -> None:
        self._appearance.change_text_size(steps)

    def show_settings(self) -> None:
        dialogs.show_settings(self, self.settings, self._appearance.apply)

    def show_keys(self) -> None:
        page = self.page()
        dialogs.show_keys(self, [*self.actions(), *(page.actions() if page else [])])

    # What Qt tells

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_file(Path(event.mimeData().urls()[0].toLocalFile()))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if (desk := self.desk) and not desk.may_close():
            event.ignore()
            return
        if desk:
            desk.leave()
        self._tasks.stop()
        if desk:
            desk.workspace.close()
        self.settings.save()
        event.accept()
