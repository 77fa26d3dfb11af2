"""An open club: the sidebar and its pages, each built when it is first shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenu

from clubdesk.ui.common import opening
from clubdesk.ui.common.desk_frame import DeskFrame
from clubdesk.ui.common.feature import PAGE, Feature
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

NEWS_ON_SERVER, NEWS_IN_FILE = 5_000, 60_000  # ms between looks for what others did, or a new day


class Desk(DeskFrame):
    turned = Signal(str)  # key of the page now shown

    def __init__(
        self,
        features: Sequence[Feature],
        workspace: "Workspace",
        *,
        tasks: Tasks,
        shell: Shell,
        club_menu: QMenu,
    ) -> None:
        super().__init__(features, club_menu)
        self.workspace = workspace
        self._features = {feature.key: feature for feature in features}
        self._tasks, self._shell = tasks, shell
        self._pages: dict[str, Page] = {}
        self.sidebar.chosen.connect(self.go)
        self._deaf = workspace.news.subscribe(lambda tables: tasks.later(lambda: self._hear(tables)))
        self._look = QTimer(self, interval=NEWS_IN_FILE if workspace.file else NEWS_ON_SERVER)
        self._look.timeout.connect(self._look_for_news)
        self._look.start()
        QTimer.singleShot(0, self, self._begin)  # after the first page has asked for its rows

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def go(self, key: str, wish: object = None) -> None:
        """Show a page, with what it should show."""
        page = self._pages.get(key) or self._build(key)
        focused = QApplication.focusWidget()
        self.stack.setCurrentWidget(page)
        if focused is None or focused is self.window() or self.stack.isAncestorOf(focused):
            page.take_focus()  # else the next button anywhere would get it
        self.sidebar.show_chosen(key)
        if wish is not None:
            page.open_with(wish)
        self.turned.emit(key)

    def has(self, key: str) -> bool:
        return key in self._features

    def _build(self, key: str) -> Page:
        page = self._features[key].build(self.workspace, self._tasks, self._shell)
        page.restore(self._shell.settings.window.get(f"page.{key}", ""))
        self._pages[key] = page
        self.stack.addWidget(page)
        return page

    def remember(self) -> None:
        """Keep how the pages stand in the settings, and which one was looked at."""
        for key, page in self._pages.items():
            if page is self.page and self._features[key].listed:
                self._shell.settings.window[PAGE] = key
            if kept := page.remembered():
                self._shell.settings.window[f"page.{key}"] = kept

    def may_close(self) -> bool:
        """Whether every page lets the window close."""
        return all(page.may_close() for page in self._pages.values())

    def leave(self) -> None:
        """Hear no more news, because another club comes."""
        self.remember()
        self._look.stop()
        self._deaf()

    def _hear(self, tables: frozenset[str]) -> None:
        for page in self._pages.values():
            page.changed(tables)
        self._count()
        self.turned.emit("")

    def _look_for_news(self) -> None:
        self._tasks.start(lambda _: self.workspace.check_news(), done=lambda _: None)

    def _begin(self) -> None:
        self._count()
        self._tasks.start(lambda _: opening.empty_bin(self.workspace), done=lambda _: None)

    def _count(self) -> None:
        """Ask for the name of the club and the numbers beside the pages."""
        counts = {key: feature.count for key, feature in self._features.items() if feature.count}
        self._tasks.start(lambda _: opening.club_name(self.workspace), done=self.sidebar.set_club)
        self._tasks.start(
            lambda _: {key: count(self.workspace) for key, count in counts.items()}, done=self._show_counts
        )

    def _show_counts(self, counts: dict[str, int | None]) -> None:
        for key, count in counts.items():
            self.sidebar.set_count(key, count)
