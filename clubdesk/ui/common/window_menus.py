"""The menu bar of the window and the menu of the club's name."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from clubdesk import __version__, paths
from clubdesk.i18n import _
from clubdesk.settings import THEMES, Settings
from clubdesk.ui.common import opening
from clubdesk.ui.common.feature import Feature
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.undo import Undo

if TYPE_CHECKING:
    from clubdesk.ui.common.page import Page


class Commands(Protocol):
    """What the window can do."""

    settings: Settings

    def choose_club(self) -> None: ...
    def open_club(self, address: str) -> None: ...
    def leave_club(self) -> None: ...
    def choose_list(self) -> None: ...
    def show_settings(self) -> None: ...
    def show_keys(self) -> None: ...
    def use_theme(self, name: str) -> None: ...
    def change_text_size(self, steps: int) -> None: ...
    def search(self) -> None: ...
    def toggle_pane(self) -> None: ...
    def go(self, page: str, wish: object = None) -> None: ...
    def page(self) -> "Page | None": ...


class WindowMenus:
    """Builds the menus; what they do is the window's business."""

    def __init__(
        self, window: QMainWindow, commands: Commands, undo: Undo, features: Sequence[Feature]
    ) -> None:
        self._window, self._commands = window, commands
        self._undrawn: dict[QAction, str] = {}
        self.club = QMenu(window)
        self._fill_club_menu()
        bar = window.menuBar()
        self._fill_file_menu(bar.addMenu(_("&File")))
        self._fill_edit_menu(bar.addMenu(_("&Edit")), undo)
        self._view = bar.addMenu(_("&View"))
        self._fill_view_menu(features)
        self._fill_help_menu(bar.addMenu(_("&Help")))
        for menu in (self.club, *bar.findChildren(QMenu)):
            menu.aboutToShow.connect(self._draw)

    def _draw(self) -> None:
        """Give the entries their icons. A start would have to wait for all of them, and nobody sees them."""
        for action, drawing in self._undrawn.items():
            set_icon(action, drawing)
        self._undrawn.clear()

    def _add(
        self, menu: QMenu, text: str, run: Callable[[], object], *, key: str = "", drawing: str = ""
    ) -> QAction:
        action = QAction(text, self._window)
        action.triggered.connect(lambda: run())
        if key:
            action.setShortcut(QKeySequence(key))
        if drawing:
            self._undrawn[action] = drawing
        self._window.addAction(action)
        menu.addAction(action)
        return action

    def _fill_club_menu(self) -> None:
        self._open = self._add(
            self.club, _("Open a club…"), self._commands.choose_club, key="Ctrl+O", drawing="folder-open"
        )
        self._new = self._add(self.club, _("New club…"), self._commands.leave_club, drawing="file-plus")
        self._recent = self.club.addMenu(_("Open lately"))
        self._recent.aboutToShow.connect(self._fill_recent)
        self.club.addSeparator()
        self._add(
            self.club, _("Club settings"), lambda: self._commands.go("club"), drawing="adjustments-horizontal"
        )
        self._settings = self._add(
            self.club, _("Settings…"), self._commands.show_settings, key="Ctrl+,", drawing="settings"
        )

    def _fill_recent(self) -> None:
        self._recent.clear()
        for address in self._commands.settings.recent_clubs:
            name = opening.short_address(address).replace("&", "&&")
            self._recent.addAction(name, partial(self._commands.open_club, address))

    def _fill_file_menu(self, menu: QMenu) -> None:
        menu.addActions([self._new, self._open])
        menu.addMenu(self._recent)
        menu.addSeparator()
        self._add(menu, _("Import a list…"), self._commands.choose_list, key="Ctrl+I", drawing="table-import")
        menu.addSeparator()
        menu.addAction(self._settings)
        menu.addSeparator()
        self._add(menu, _("Quit"), self._window.close, key="Ctrl+Q")

    def _fill_edit_menu(self, menu: QMenu, undo: Undo) -> None:
        menu.aboutToShow.connect(lambda: self._show_page_actions(menu))
        self._undrawn |= {undo.undo: "arrow-back-up", undo.redo: "arrow-forward-up"}
        for action in (undo.undo, undo.redo):
            self._window.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        self._add(menu, _("Search in this page"), self._commands.search, key="Ctrl+F", drawing="search")
        menu.addSeparator()
        self._fixed = len(menu.actions())

    def _show_page_actions(self, menu: QMenu) -> None:
        """After the window's own entries stands what can be done in the page that is shown."""
        for action in menu.actions()[self._fixed :]:
            menu.removeAction(action)
        page = self._commands.page()
        menu.addActions(page.actions() if page else [])

    def _fill_view_menu(self, features: Sequence[Feature]) -> None:
        """The pages, then pane and look."""
        for number, feature in enumerate((f for f in features if f.listed), start=1):
            self._add(
                self._view,
                _(feature.title),
                partial(self._commands.go, feature.key),
                key=f"Ctrl+{number}",
                drawing=feature.drawing,
            )
        self._view.addSeparator()
        self._add(self._view, _("Show or hide the pane"), self._commands.toggle_pane, key="F4")
        self._view.addSeparator()
        self._view.addMenu(self._theme_menu())
        self._add(self._view, _("Larger text"), lambda: self._commands.change_text_size(1), key="Ctrl++")
        self._add(self._view, _("Smaller text"), lambda: self._commands.change_text_size(-1), key="Ctrl+-")

    def _theme_menu(self) -> QMenu:
        menu, group = QMenu(_("Colours"), self._window), QActionGroup(self._window)
        words = {"system": _("As the system"), "light": _("Light"), "dark": _("Dark")}
        for name in THEMES:
            action = menu.addAction(words[name], partial(self._commands.use_theme, name))
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(name == self._commands.settings.theme)
        return menu

    def _fill_help_menu(self, menu: QMenu) -> None:
        folder = QUrl.fromLocalFile(str(paths.log_folder()))
        self._add(menu, _("All keys"), self._commands.show_keys, key="Ctrl+/", drawing="keyboard")
        self._add(menu, _("Open log folder"), lambda: QDesktopServices.openUrl(folder))
        menu.addSeparator()
        menu.addAction(f"clubdesk {__version__}").setEnabled(False)
