"""The file: ReportLab keeps the objects and embeds the fonts, we hand it finished pages.

A page is one compressed stream and points to one dictionary of resources that all share, so a page costs
its few hundred bytes of merge fields; what all pages have in common is a form, drawn once.
"""

import datetime as dt
import zlib
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfdoc

from clubdesk.documents import archive
from clubdesk.documents.fonts import Fonts
from clubdesk.documents.logo import Picture
from clubdesk.documents.pen import Pen
from clubdesk.documents.structure import Structure
from clubdesk.documents.tagged_pen import TaggedPen
from clubdesk.documents.typesetter import MM, Typesetter

_embedding = Lock()
"""A font file has one reading position, which two documents must not share while subsets are made."""


class Book:
    """One PDF in the making. The same pages give the same bytes: no clock, no chance.

    A `tagged` one can be heard and archived (PDF/UA-1, PDF/A-2u); `language` is that of what isn't a section.
    """

    def __init__(
        self,
        *,
        width: float,
        height: float,
        title: str,
        author: str,
        subject: str,
        date: dt.date,
        language: str = "en",
        tagged: bool = False,
    ) -> None:
        self.width, self.height = width, height
        self._file = _new_file()
        self._file.setTitle(title)
        self._file.setAuthor(author)
        self._file.setSubject(subject)
        self._file.setCreator("clubdesk")
        self._file._timeStamp.YMDhms = (date.year, date.month, date.day, 0, 0, 0)
        self._resources = self._add(b"", "Resources")
        self._tree = self._number(self._file.Reference(self._file.Pages))
        self._stamps: dict[str, int] = {}
        self._outline: list[tuple[str, int]] = []
        self._numbers: list[int] = []
        self._language = language
        self._structure = Structure() if tagged else None
        self._kept: dict[str, TaggedPen] = {}
        self.typesetter = Typesetter(Fonts(self._file), spaced=tagged)

    @property
    def pages(self) -> int:
        return len(self._numbers)

    def pen(self) -> Pen:
        """An empty sheet to draw on; give it back to `page` or `form`."""
        return TaggedPen(self.height, self._kept) if self._structure else Pen(self.height)

    def page(self, pen: Pen, *, outline: str = "", language: str = "") -> None:
        """Add a page; `outline` is its entry among the bookmarks.

        With a `language` it is read as a section of its own, in that language.
        """
        content = self._add(_stream(pen.operators), f"Content{self.pages}")
        tags = b""
        if self._structure and isinstance(pen, TaggedPen):
            self._structure.add_page(pen.read, pieces=pen.pieces, language=language)
            tags = b"/StructParents %d/Tabs/S" % self.pages
        page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s]/Resources %d 0 R/Contents %d 0 R%s>>" % (
            self._tree, self._size(), self._resources, content, tags,
        )  # fmt: skip
        name = f"Page{self.pages}"
        number = self._add(page, name)
        self._file.Pages.addPage(pdfdoc.PDFObjectReference(name))
        if outline:
            self._outline.append((outline, number))
        self._numbers.append(number)

    def form(self, name: str, pen: Pen) -> None:
        """Keep a drawing under a name; `Pen.stamp` puts it on any page."""
        if isinstance(pen, TaggedPen):
            self._kept[name] = pen
            return
        head = b"/Type/XObject/Subtype/Form/BBox[0 0 %s]/Resources %d 0 R" % (self._size(), self._resources)
        self._stamps[name] = self._add(_stream(pen.operators, head), f"Form{name}")

    def picture(self, name: str, picture: Picture) -> None:
        """Keep a picture under a name; `Pen.stamp` puts it on any page."""
        head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8" % (
            picture.width, picture.height,
        )  # fmt: skip
        self._stamps[name] = self._add(_packed(picture.packed, head), f"Picture{name}")

    def finish(self) -> bytes:
        """The whole file; nothing can be added after it."""
        self._add_outline()
        fonts = self._file.idToObjectNumberAndVersion[pdfdoc.BasicFonts][0]
        stamps = "".join(f"/{name} {number} 0 R" for name, number in self._stamps.items())
        resources = f"<</Font {fonts} 0 R/XObject<<{stamps}>>/ProcSet[/PDF/Text/ImageB/ImageC]>>"
        self._file.idToObject["Resources"] = resources.encode()
        if self._structure:
            self._add_structure(self._structure)
        with _embedding:
            data = bytes(self._file.GetPDFData(None))
        return archive.complete(data, language=self._language) if self._structure else data

    def _add_structure(self, structure: Structure) -> None:
        root = self._add(b"", "Structure0")
        first, *others = structure.objects(root, self._numbers)
        self._file.idToObject["Structure0"] = first
        for number, content in enumerate(others, 1):
            self._add(content, f"Structure{number}")
        self._file.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference("Structure0")

    def _add_outline(self) -> None:
        """Bookmarks as finished objects: ReportLab's own tree costs three objects and names per entry."""
        if not self._outline:
            return
        root = self._add(b"", "Bookmarks")
        first, last = root + 1, root + len(self._outline)
        for number, (title, page) in enumerate(self._outline, first):
            before = b"/Prev %d 0 R" % (number - 1) if number > first else b""
            after = b"/Next %d 0 R" % (number + 1) if number < last else b""
            entry = b"<</Title%s/Parent %d 0 R/Dest[%d 0 R/Fit]" % (_string(title), root, page)
            self._add(entry + before + after + b">>", f"Bookmark{number}")
        tree = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, len(self._outline))
        self._file.idToObject["Bookmarks"] = tree
        self._file.Outlines = _Ready()
        self._file.Catalog.Outlines = pdfdoc.PDFObjectReference("Bookmarks")
        self._file.Catalog.PageMode = pdfdoc.PDFName("UseOutlines")

    def _add(self, content: bytes, name: str) -> int:
        self._file.updateSignature(content)
        return self._number(self._file.Reference(content, name))

    def _number(self, reference: Any) -> int:
        return int(self._file.idToObjectNumberAndVersion[reference.name][0])

    def _size(self) -> bytes:
        return b"%.2f %.2f" % (self.width * MM, self.height * MM)


def _new_file() -> Any:
    return pdfdoc.PDFDocument(invariant=1, compression=1)


class _Ready:
    """Stands for ReportLab's outline, whose work is done."""

    ready = 1

    def prepare(self, *_: object) -> None: ...


def _stream(content: str | bytes, head: bytes = b"") -> bytes:
    return _packed(zlib.compress(content.encode("latin-1") if isinstance(content, str) else content, 9), head)


def _packed(packed: bytes, head: bytes) -> bytes:
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (head, len(packed), packed)


def _string(text: str) -> bytes:
    if text.isascii():
        return b"(%s)" % text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode()
    return b"<feff%s>" % text.encode("utf-16-be", "replace").hex().encode()
