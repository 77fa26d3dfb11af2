"""One text of a template: its name, whether it is as shipped, its editor, and what is wrong with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clubdesk.i18n import _
from clubdesk.services.template_texts import Mistake
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button, icon_size
from clubdesk.ui.common.icons import set_icon
from clubdesk.ui.common.labels import ShortLabel, label
from clubdesk.ui.common.picture import Picture
from clubdesk.ui.common.theme import theme
from clubdesk.ui.templates.field_menu import FieldMenu
from clubdesk.ui.templates.words_edit import WordsEdit

HEAD = 22
LONG = 60  # characters from which a text gets a box instead of a line


class Mark(QWidget):
    """Stands over a text: its name, and over one of the club's own a sign and a way back."""

    def __init__(self, name: str, restore: Callable[[], object]) -> None:
        super().__init__()
        self.restore = button(_("Shipped text"), restore, kind="link")
        set_icon(self.restore, "arrow-back-up", "accent")
        self.restore.setIconSize(icon_size(sizes.SMALL_ICON))
        self._sign = Picture("signature", "accent")
        self._sign.setToolTip(_("own wording"))
        self._sign.setAccessibleName(_("own wording"))
        self.restore.setAccessibleName(_("{name}: take the shipped text again").format(name=name))
        self.title = ShortLabel("caption")
        self.title.say(name)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.HALF)
        line.addWidget(self.title)
        line.addWidget(self._sign)
        line.addStretch()
        line.addWidget(self.restore)
        self.setFixedHeight(theme().px(HEAD))
        self.show_own(own=False)

    def show_own(self, *, own: bool) -> None:
        """Whether the text is the club's own."""
        self._sign.setVisible(own)
        self.restore.setVisible(own)


class Wrong(QWidget):
    """Sentences under an editor, and its red frame."""

    def __init__(self, edit: QWidget) -> None:
        super().__init__()
        self._edit, self._words = edit, label("", "error", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        text = "\n".join(mistake.text for mistake in mistakes)
        if text == self._words.text():
            return  # dressing an editor anew costs more than all the rest
        self._words.setText(text)
        self.setVisible(bool(text))
        self._edit.setProperty("wrong", "true" if text else "false")
        self._edit.style().unpolish(self._edit)
        self._edit.style().polish(self._edit)


class TextBox(QWidget):
    typed = Signal(str, object)  # key and text
    left = Signal()
    focused = Signal(object)  # its editor

    def __init__(self, key: str, name: str, *, shipped: str, fields: FieldMenu) -> None:
        super().__init__()
        self._key, self._shipped = key, shipped
        self.edit = WordsEdit(fields)
        self.edit.setAccessibleName(name)
        self.mark = Mark(name, self._restore)
        self.wrong = Wrong(self.edit)
        self.mark.title.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.mark)
        column.addWidget(self.edit)
        column.addWidget(self.wrong)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.edit.typed.connect(self._typed)
        self.edit.left.connect(self.left)
        self.edit.entered.connect(self.left)
        self.edit.poured.connect(lambda parts: self.edit.insert(" " + " ".join(parts)))
        self.edit.focused.connect(lambda: self.focused.emit(self.edit))

    def show_value(self, value: object) -> None:
        self.edit.show_words(str(value))
        self._show_mark()

    def edit_at(self, _place: int) -> WordsEdit:
        return self.edit

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        self.wrong.show_mistakes(mistakes)

    def _typed(self) -> None:
        self._show_mark()
        self.typed.emit(self._key, self.edit.words())

    def _show_mark(self) -> None:
        self.mark.show_own(own=self.edit.words() != self._shipped)

    def _restore(self) -> None:
        """As typing, so that the text's own undo brings the words back too."""
        self.edit.replace_all(self._shipped)
        self.edit.setFocus()
        self.left.emit()

    def is_short(self) -> bool:
        """Whether two of them may stand side by side."""
        return len(self._shipped) <= LONG
