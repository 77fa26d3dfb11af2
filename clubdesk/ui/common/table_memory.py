"""Which columns of a table are shown, how wide and in what order: one readable line in the settings.

"name:176 town:112 -vehicle:0 <name" are two shown columns, a hidden one, sorted by name upwards.
"""

from dataclasses import dataclass

from PySide6.QtWidgets import QHeaderView

from clubdesk.ui.common.columns import Column
from clubdesk.ui.common.theme import theme

SMALLEST = 40
NARROWEST = 0.75  # of its usual width


@dataclass(frozen=True)
class Sorting:
    key: str
    descending: bool


def describe(header: QHeaderView, columns: tuple[Column, ...], sorting: Sorting) -> str:
    in_order = sorted(range(len(columns)), key=header.visualIndex)
    words = [_word(header, columns[section], section) for section in in_order]
    return " ".join([*words, f"{'>' if sorting.descending else '<'}{sorting.key}"])


def _word(header: QHeaderView, column: Column, section: int) -> str:
    if header.isSectionHidden(section):
        return f"-{column.key}:0"
    return f"{column.key}:{round(header.sectionSize(section) / theme().scale)}"


def lay_out(header: QHeaderView, columns: tuple[Column, ...], kept: str) -> None:
    """Give every column its remembered or its own width; columns that are new since then come last."""
    known = {column.key: section for section, column in enumerate(columns)}
    for section, column in enumerate(columns):
        header.resizeSection(section, theme().px(column.width))
        header.setSectionHidden(section, not column.shown)
    words = [word.partition(":") for word in kept.split() if ":" in word]
    for place, (key, _, width) in enumerate(word for word in words if word[0].lstrip("-") in known):
        section = known[key.lstrip("-")]
        header.moveSection(header.visualIndex(section), place)
        header.setSectionHidden(section, key.startswith("-"))
        if width.isdigit() and int(width) >= SMALLEST:
            header.resizeSection(section, theme().px(int(width)))


def sorting_in(kept: str) -> Sorting | None:
    """The remembered sorting, if there is one."""
    last = kept.split()[-1:] or [""]
    return Sorting(last[0][1:], last[0][0] == ">") if last[0][:1] in ("<", ">") and last[0][1:] else None


def fit(header: QHeaderView, columns: tuple[Column, ...], room: int) -> None:
    """Columns nobody has sized yet become a little narrower rather than need a scroll bar.

    Not those of numbers and dates: a shortened one says nothing.
    """
    shown = [section for section in range(len(columns)) if not header.isSectionHidden(section)]
    wanted = {section: theme().px(columns[section].width) for section in shown}
    firm = {section for section in shown if columns[section].right}
    left = room - sum(wanted[section] for section in firm)
    soft = sum(width for section, width in wanted.items() if section not in firm)
    factor = max(NARROWEST, min(1.0, left / max(1, soft)))
    for section, width in wanted.items():
        header.resizeSection(section, width if section in firm else int(width * factor))
