"""A button that does an action and is enabled as it is; its tooltip tells the key."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from clubdesk.ui.common.buttons import button


def action_button(action: QAction) -> QPushButton:
    made = button(action.text(), action.trigger)
    made.setIcon(action.icon())
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    made.setToolTip(f"{action.text()}  ({key})")

    def mirror() -> None:
        made.setEnabled(action.isEnabled())

    mirror()
    action.changed.connect(mirror)
    return made
