"""Cells as they are kept: one spelling for each letter, nothing invisible, nothing endless."""

import re

from clubdesk.i18n import _
from clubdesk.services.cell_text import unguarded, visible

MAX_TEXT, MAX_NOTES = 200, 10_000
_LINE_ENDS = re.compile(r"\s*[\r\n\u2028\u2029]+\s*")
_SPACES = re.compile(r"[\t\u00a0\u3000 ]+")


def one_line(text: str, joint: str = " ") -> str:
    """A cell as one line, without the ' that a safe export puts before = + - @."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return unguarded(text.strip()).strip()
    text = unguarded(visible(text).strip())
    return _SPACES.sub(" ", _LINE_ENDS.sub(joint, text)).strip()


def many_lines(text: str) -> str:
    """A cell of notes: its lines stay."""
    text = visible(text).replace("\r\n", "\n").replace("\r", "\n")
    return unguarded(text.strip(" \n"))


def too_long(text: str, limit: int) -> str:
    """Why a text doesn't fit; empty if it does."""
    if len(text) <= limit:
        return ""
    return _("{count} letters are too many, {limit} fit.").format(count=len(text), limit=limit)
