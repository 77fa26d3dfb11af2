"""The list of merge fields that opens when somebody types a brace; Enter takes one."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from clubdesk.i18n import _
from clubdesk.ui.common.theme import theme

if TYPE_CHECKING:
    from clubdesk.ui.templates.field_menu import FieldMenu
    from clubdesk.ui.templates.words_edit import WordsEdit

_SOUGHT, _INSERTED = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_BEGUN = re.compile(r"\{([^{}]{0,40})$")
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Backtab)
WIDTH, LINES = 380, 9


class Completion:
    def __init__(self, edit: "WordsEdit", fields: "FieldMenu") -> None:
        self._edit, self._fields = edit, fields
        self._list: QCompleter | None = None
        self._popup: QListView | None = None

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the open list."""
        return self.is_open and Qt.Key(event.key()) in _KEYS

    @property
    def is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def follow(self, typed: str) -> None:
        """Open the list after a brace, narrow it down, close it when no field can be meant."""
        begun = _BEGUN.search(self._before())
        if begun is None or not (typed == "{" or self.is_open):
            if self.is_open and begun is None:
                self.close()
            return
        made = self._ready()
        made.setCompletionPrefix(begun[1])
        if not made.completionCount():
            self.close()
            return
        assert self._popup
        self._popup.setCurrentIndex(made.completionModel().index(0, 0))
        place = self._edit.cursorRect()
        place.setWidth(theme().px(WIDTH))
        made.complete(place)

    def close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _before(self) -> str:
        return self._edit.words()[: self._edit.textCursor().position()]

    def _ready(self) -> QCompleter:
        """Made when it is first wanted: a form has dozens of texts."""
        if self._list is None:
            made = self._list = QCompleter(self._edit)
            made.setWidget(self._edit)
            made.setFilterMode(Qt.MatchFlag.MatchContains)
            made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            made.setCompletionRole(_SOUGHT)
            made.setMaxVisibleItems(LINES)
            self._popup = QListView()
            self._popup.setAccessibleName(_("Merge fields"))
            self._popup.setMinimumWidth(theme().px(WIDTH))
            made.setPopup(self._popup)
            made.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        if not self.is_open:
            self._list.setModel(self._model(self._list))
        return self._list

    def _model(self, owner: QCompleter) -> QStandardItemModel:
        model = QStandardItemModel(owner)
        for field in self._fields.lines:
            shown = f"{field.label}  –  {field.sample}" if field.sample else field.label
            model.appendRow(_item(shown, f"{field.label} {field.name}", f"{{{field.name}}}"))
        for field in self._fields.lines:
            words = _("Only if {field} is known").format(field=field.label)
            model.appendRow(_item(words, f"if {field.name} {words}", f"{{if {field.name}}}\0{{end}}"))
        return model

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        before, _mark, after = str(index.data(_INSERTED)).partition("\0")
        cursor, begun = self._edit.textCursor(), _BEGUN.search(self._before())
        if begun is not None:
            cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, len(begun.group()))
            cursor.removeSelectedText()
            self._edit.setTextCursor(cursor)
        self._edit.insert(before, after)
        self.close()


def _item(shown: str, sought: str, inserted: str) -> QStandardItem:
    item = QStandardItem(shown)
    item.setData(sought, _SOUGHT)
    item.setData(inserted, _INSERTED)
    item.setToolTip(inserted.replace("\0", "…"))
    return item
