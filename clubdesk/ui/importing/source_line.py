"""How the file was understood: its encoding, separator, sheet and header row, each to be corrected."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from clubdesk.i18n import _
from clubdesk.services.importing.conflicts import DIFFER, Rule
from clubdesk.services.importing.matching import BY
from clubdesk.ui.common.flow import Flow
from clubdesk.ui.importing.option_chip import OptionChip
from clubdesk.ui.importing.source import Choices, Source

ENCODINGS = (
    "utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859-2", "mac-roman",
    "cp850", "gb18030", "big5hkscs", "cp932", "cp949",
)  # fmt: skip
ROWS = 12  # header rows that are offered


class SourceLine(QWidget):
    changed = Signal(object)  # Choices
    rule_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: Choices | None = None
        self.encoding = OptionChip(_("Encoding"))
        self.delimiter = OptionChip(_("Separator"))
        self.sheet = OptionChip(_("Sheet"))
        self.header_row = OptionChip(_("Column names"))
        self.by = OptionChip(_("Known by"))
        self.differ = OptionChip(_("Where they differ"))
        self.rule = Rule()
        flow = Flow(self)
        for chip in (self.sheet, self.encoding, self.delimiter, self.header_row, self.by, self.differ):
            flow.addWidget(chip)
        self.encoding.chosen.connect(lambda key: self._choose(encoding=key))
        self.delimiter.chosen.connect(lambda key: self._choose(delimiter=key))
        self.sheet.chosen.connect(lambda key: self._choose(sheet=key, header_row=None))
        self.header_row.chosen.connect(lambda key: self._choose(header_row=key))
        self.by.chosen.connect(lambda by: self._choose_rule(by=by))
        self.differ.chosen.connect(lambda differ: self._choose_rule(differ=differ))
        self._offer_rule()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_source(self, source: Source) -> None:
        members, self._choices = source.members, source.choices
        encodings = dict.fromkeys((members.encoding, *ENCODINGS))
        self.encoding.offer([(name, encoding_name(name)) for name in encodings], chosen=members.encoding)
        self.delimiter.offer(_separators(members.delimiter), chosen=members.delimiter)
        self.sheet.offer([(name, name) for name in members.sheets], chosen=members.sheet)
        rows = range(1, max(ROWS, members.header_row) + 1)
        words = [(0, _("none")), *((row, _("row {number}").format(number=row)) for row in rows)]
        self.header_row.offer(words, chosen=members.header_row)
        self.encoding.setVisible(bool(members.encoding))
        self.header_row.setVisible(members.kind != "vcard")
        self.delimiter.setVisible(bool(members.delimiter))
        self.sheet.setVisible(bool(members.sheet))

    def _offer_rule(self) -> None:
        ways = {
            BY: _("number, VIN, e-mail or name"),
            ("number",): _("member number only"),
            ("email",): _("e-mail and name only"),
            ("name",): _("name and post code only"),
        }
        self.by.offer(list(ways.items()), chosen=self.rule.by)
        winners = [(key, _(word)) for key, word in DIFFER.items()]
        self.differ.offer(winners, chosen=self.rule.differ)

    def _choose_rule(self, **values: object) -> None:
        self.rule = replace(self.rule, **values)  # type: ignore[arg-type]
        self._offer_rule()
        self.rule_changed.emit()

    def _choose(self, **values: object) -> None:
        if self._choices is not None:
            self.changed.emit(replace(self._choices, **values))  # type: ignore[arg-type]


def _separators(found: str) -> list[tuple[object, str]]:
    words = {";": ";", ",": ",", "\t": _("tab"), "|": "|"}
    return [(sign, words.get(sign, sign)) for sign in dict.fromkeys((*words, found))]


def encoding_name(name: str) -> str:
    """An encoding in words, with its name."""
    words = {
        "utf-8": "Unicode (UTF-8)",
        "utf-8-sig": "Unicode (UTF-8)",
        "cp1252": _("Western European (Windows-1252)"),
        "cp1250": _("Central European (Windows-1250)"),
        "cp1251": _("Cyrillic (Windows-1251)"),
        "cp1253": _("Greek (Windows-1253)"),
        "cp1254": _("Turkish (Windows-1254)"),
        "cp1257": _("Baltic (Windows-1257)"),
        "iso8859-2": _("Central European (ISO 8859-2)"),
        "mac-roman": _("Western European (old Mac)"),
        "cp850": _("Western European (DOS)"),
        "gb18030": _("Chinese, simplified (GB 18030)"),
        "big5hkscs": _("Chinese, traditional (Big5)"),
        "cp932": _("Japanese (Shift JIS)"),
        "cp949": _("Korean (Windows-949)"),
    }
    return words.get(name, name.upper())
