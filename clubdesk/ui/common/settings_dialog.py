"""The settings of this computer. They apply at once; the language with the next start."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from clubdesk.i18n import LANGUAGES, _
from clubdesk.settings import Settings
from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import ChoiceField, Field, TextField
from clubdesk.ui.common.form import Form
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.notice import Notice

WIDTH = 420
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)


class SettingsDialog(QDialog):
    """`apply` is called after each change."""

    def __init__(self, parent: QWidget, settings: Settings, apply: Callable[[], object]) -> None:
        super().__init__(parent)
        self._settings, self._apply = settings, apply
        self.setWindowTitle(_("Settings"))
        self.setMinimumWidth(WIDTH)
        self._notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.EDGE)
        column.setSpacing(sizes.GAP)
        column.addWidget(label(_("Settings"), "heading"))
        column.addWidget(label(_("They belong to this computer, not to the club."), "muted", wrap=True))
        column.addWidget(self._form())
        column.addWidget(self._notice)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button(_("Close"), self.accept, kind="primary"))
        column.addLayout(foot)

    def _form(self) -> Form:
        form = Form()
        languages = [("", _("As the system")), *LANGUAGES.items()]
        themes = [("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))]
        texts = [(size, f"{size} %") for size in TEXT_SIZES]
        officer = TextField(_("Your name, as the history shows it"), self._keep("officer"), width=32)
        for name, field in (
            ("officer", officer),
            ("language", ChoiceField(_("Language"), self._keep("language"), languages)),
            ("theme", ChoiceField(_("Colours"), self._keep("theme"), themes)),
            ("text_size", ChoiceField(_("Text size"), self._keep("text_size"), texts)),
        ):
            self._add(form, name, field)
        return form

    def _add(self, form: Form, name: str, field: Field) -> None:
        field.set_value(getattr(self._settings, name))
        form.add(field)

    def _keep(self, name: str) -> Callable[[Any], None]:
        def keep(value: Any) -> None:
            setattr(self._settings, name, value)
            self._settings.save()
            self._apply()
            if name == "language":
                self._notice.say(_("The window speaks the new language after the next start."))

        return keep
