"""The languages of a template as chips; a sign and words tell where the club has its own wording."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from clubdesk.i18n import LANGUAGES, _
from clubdesk.services.templates import TemplateLine
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button, icon_size
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.common.icons import WORN, set_icon


class LanguageChips(QWidget):
    chosen = Signal(str)  # language

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {code: self._chip(code) for code in LANGUAGES}
        flow = Flow(self)
        for made in self.buttons.values():
            flow.addWidget(made)

    def _chip(self, code: str) -> QPushButton:
        made = button(LANGUAGES[code], lambda: self.chosen.emit(code))
        made.setProperty("kind", "chip")
        made.setIconSize(icon_size(sizes.SMALL_ICON))
        return made

    def show_lines(self, lines: Sequence[TemplateLine], *, current: str | None = None) -> None:
        """The languages of one kind. `current` is lit; in the overview, without it, all own ones are."""
        for line in lines:
            lit = line.own if current is None else line.language == current
            _show(self.buttons[line.language], line, lit=lit)


def _show(made: QPushButton, line: TemplateLine, *, lit: bool) -> None:
    language = LANGUAGES[line.language]
    state = _("own wording") if line.own else _("as shipped")
    text = f"{language} · {state}" if line.own else language
    lit_now = "true" if lit else "false"
    if made.text() == text and made.property("on") == lit_now:
        return  # dressing a button anew costs more than all the rest
    made.setText(text)
    made.setAccessibleName(f"{line.title}, {language}, {state}")
    if line.own:
        set_icon(made, "signature", "on_select" if lit else "muted")
    else:
        made.setProperty(WORN, None)
        made.setIcon(QIcon())
    made.setProperty("on", lit_now)
    made.style().unpolish(made)
    made.style().polish(made)
