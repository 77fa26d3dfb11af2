"""The structure of a tagged file as finished objects: elements, and in which of them pieces of pages are."""

from collections.abc import Iterable, Sequence

from clubdesk.documents.tags import Box, Content, Element

_LEAF = 256
"""Pages in one leaf of the tree that leads from pages to elements."""


class Structure:
    """What all pages together are, as it is read."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self._pieces: list[int] = []

    def add_page(self, read: Element, *, pieces: int, language: str = "") -> None:
        """Take what the pen of the next page has noted; a `language` makes the page a section of its own."""
        whole = self.document
        if language:
            whole = whole.part("Sect")
            whole.language = language
        whole.add(read, page=len(self._pieces))
        self._pieces.append(pieces)

    def objects(self, first: int, pages: Sequence[int]) -> list[bytes]:
        """The objects, numbered from `first`, which is the root; `pages` are the numbers of the pages."""
        owners = [[0] * count for count in self._pieces]
        written: list[str] = []
        self._write(self.document, first, first + 1, pages, owners, written)
        tree = first + 1 + len(written)
        leaves = [_leaf(start, owners[start : start + _LEAF]) for start in range(0, len(owners), _LEAF)]
        kids = _references(range(tree + 1, tree + 1 + len(leaves)))
        root = f"<</Type/StructTreeRoot/K {first + 1} 0 R/ParentTree {tree} 0 R"
        whole = [f"{root}/ParentTreeNextKey {len(pages)}>>", *written, f"<</Kids[{kids}]>>", *leaves]
        return [content.encode("ascii") for content in whole]

    def _write(
        self,
        element: Element,
        parent: int,
        number: int,
        pages: Sequence[int],
        owners: list[list[int]],
        written: list[str],
    ) -> int:
        """Write an element as object `number` and all in it behind it; gives the next free number."""
        place = len(written)
        written.append("")
        kids, page, free = [], -1, number + 1
        for kid in element.in_order():
            if isinstance(kid, Element):
                kids.append(f"{free} 0 R")
                free = self._write(kid, number, free, pages, owners, written)
                continue
            owners[kid.page][kid.number] = number
            page = kid.page if page < 0 else page
            kids.append(_piece(kid, page, pages))
        here = f"/Pg {pages[page]} 0 R" if page >= 0 else ""
        inside = f"/K[{' '.join(kids)}]" if kids else ""
        written[place] = f"<</S/{element.tag}/P {parent} 0 R{here}{inside}{_said(element)}>>"
        return free


def _piece(content: Content, page: int, pages: Sequence[int]) -> str:
    if content.page == page:
        return str(content.number)
    return f"<</Type/MCR/Pg {pages[content.page]} 0 R/MCID {content.number}>>"


def _said(element: Element) -> str:
    """What is known about an element beside what is in it."""
    said = f"/Lang({element.language})" if element.language else ""
    if element.alt:
        said += f"/Alt<feff{element.alt.encode('utf-16-be', 'replace').hex()}>"
    if element.scope:
        said += f"/A<</O/Table/Scope/{element.scope}>>"
    if element.box:
        said += f"/A<</O/Layout/BBox[{_numbers(element.box)}]>>"
    return said


def _leaf(first: int, owners: Sequence[Sequence[int]]) -> str:
    """Which elements the pieces of some pages are in."""
    entries = " ".join(f"{page} [{_references(numbers)}]" for page, numbers in enumerate(owners, first))
    return f"<</Limits[{first} {first + len(owners) - 1}]/Nums[{entries}]>>"


def _references(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _numbers(box: Box) -> str:
    return " ".join(f"{value:.2f}" for value in box)
