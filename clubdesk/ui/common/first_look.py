"""What stands in the window while its last club is being opened: the page on which it was left.

Loading what opens a club takes longer than looking into its file.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from clubdesk.settings import Settings
from clubdesk.ui.common.desk_frame import DeskFrame
from clubdesk.ui.common.feature import PAGE, Feature
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.tasks import Tasks


class FirstPage(Page):
    """It only shows; soon the real page takes its place and is handed the `wish`."""

    club = ""  # its name
    count = 0  # what stands beside the title in the sidebar

    def wish(self) -> object:
        """What the real page is to show."""


class FirstLook(DeskFrame):
    def __init__(self, features: Sequence[Feature], menu: QMenu, *, key: str, page: FirstPage) -> None:
        super().__init__(features, menu)
        self.key, self.page = key, page
        self.stack.addWidget(page)
        self.tell(self)
        self.sidebar.show_chosen(key)

    def tell(self, frame: DeskFrame) -> None:
        """Let a sidebar say what is known so far."""
        frame.sidebar.set_club(self.page.club)
        frame.sidebar.set_count(self.key, self.page.count)


def first_look(
    address: str, features: Sequence[Feature], *, menu: QMenu, tasks: Tasks, settings: Settings
) -> FirstLook | None:
    """A first look at the club at that address; None where its page or its file offers none."""
    for feature in features:
        if feature.key == settings.window.get(PAGE) and feature.first_look is not None:
            page = feature.first_look(address, tasks, settings)
            return FirstLook(features, menu, key=feature.key, page=page) if page else None
    return None
