"""Reads a PDF back as its reader would: text, places of words in mm, codes on the rendered page."""

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2
import zxingcpp
from pypdfium2 import raw

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, in mm from the sheet's top left."""

    left: float
    top: float
    right: float
    bottom: float


class Paper:
    """A PDF that was printed."""

    def __init__(self, data: bytes) -> None:
        self._file: Any = pypdfium2.PdfDocument(data)

    @property
    def pages(self) -> int:
        return len(self._file)

    def text(self, page: int = 0) -> str:
        """The text as it is copied from the page, line ends as spaces."""
        found: str = self._file[page].get_textpage().get_text_range()
        return " ".join(found.split())

    def size(self, page: int = 0) -> tuple[float, float]:
        width, height = self._file[page].get_size()
        return round(width / MM, 1), round(height / MM, 1)

    def places(self, page: int = 0) -> list[tuple[str, Place]]:
        """Every character that shows, with its box."""
        sheet = self._file[page]
        words = sheet.get_textpage()
        height = sheet.get_height()
        found = []
        for number in range(words.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(words, ctypes.c_int(number)))
            if character.strip():
                left, bottom, right, top = words.get_charbox(number)
                box = Place(left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
                found.append((character, box))
        return found

    def text_within(self, left: float, top: float, right: float, bottom: float, page: int = 0) -> str:
        """The characters that stand wholly or partly in a part of the sheet."""
        return "".join(
            character
            for character, box in self.places(page)
            if box.right > left and box.left < right and box.bottom > top and box.top < bottom
        )

    def codes(self, page: int = 0, dpi: int = 150) -> list[str]:
        """The payloads of all QR codes on the page as a scanner sees them, sorted."""
        image = self._file[page].render(scale=dpi / 72).to_pil()
        return sorted(code.text for code in zxingcpp.read_barcodes(image))

    def outline(self) -> list[str]:
        return [entry.get_title() for entry in self._file.get_toc()]

    def about(self) -> dict[str, str]:
        found: dict[str, str] = self._file.get_metadata_dict()
        return found
