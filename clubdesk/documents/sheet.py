"""One letter in the making, and the press that keeps what many of them share."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, TypeVar

from clubdesk.documents import qr
from clubdesk.documents.content import Finding, Letterhead, PersonalLetter
from clubdesk.documents.layouts import Layout
from clubdesk.documents.letter_paper import LetterPaper, read_letter_paper
from clubdesk.documents.logo import Picture, read_logo
from clubdesk.documents.pen import Align, Pen
from clubdesk.documents.template import Template, load_template
from clubdesk.documents.text import clean
from clubdesk.documents.typesetter import Style, Typesetter
from clubdesk.documents.writer import Book
from clubdesk.i18n import N_, _, known_language, texts

Kind = TypeVar("Kind", bound=PersonalLetter)
LOGO, PAPER, NEXT_PAPER = "Logo", "Paper", "NextPaper"
_QR = N_("QR code: {text}")


class Press:
    """A run of letters: the book, the club's paper, and the drawings that come again."""

    def __init__(
        self,
        book: Book,
        letterhead: Letterhead,
        layout: Layout,
        *,
        kind: str,
        templates: Mapping[str, Template],
    ) -> None:
        self.book = book
        self.letterhead = letterhead
        self.layout = layout
        self.kind = kind
        self.logo: Picture | None = read_logo(letterhead.logo) if letterhead.logo else None
        self.paper: LetterPaper | None = (
            read_letter_paper(letterhead.letter_paper) if letterhead.letter_paper else None
        )
        self._templates = templates
        self._forms: dict[Hashable, str] = {}
        self._kept = 0
        self.bodies: dict[Hashable, Any] = {}
        """Bodies that are kept as forms; `body` fills and reads it."""
        if self.paper:
            book.picture(PAPER, self.paper.first)
            if self.paper.following:
                book.picture(NEXT_PAPER, self.paper.following)
        elif self.logo:
            book.picture(LOGO, self.logo)

    def template(self, language: str) -> Template:
        """The officer's template of a language, else the shipped one."""
        language = known_language(language)
        return self._templates.get(language) or load_template(self.kind, language)

    def shared(self, key: Hashable, draw: Callable[[Pen], None]) -> str:
        """The name of a form with this key, drawn when it is first asked for."""
        if key not in self._forms:
            pen = self.book.pen()
            draw(pen)
            self._forms[key] = self.keep(pen)
        return self._forms[key]

    def keep(self, pen: Pen) -> str:
        """Keep a drawing as a form; gives its name."""
        self._kept += 1
        name = f"S{self._kept}"
        self.book.form(name, pen)
        return name


class Sheet(Generic[Kind]):
    """A letter being drawn. `findings` grows while it is."""

    def __init__(self, press: Press, letter: Kind) -> None:
        self.press = press
        self.letter = letter
        self.layout = press.layout
        self.letterhead = press.letterhead
        self.template = press.template(letter.language)
        self.typesetter: Typesetter = press.book.typesetter
        self.pen = press.book.pen()
        self.more: list[Pen] = []
        """The pages after the first, of a letter that has any."""
        self.findings: list[Finding] = []

    def words(self, key: str) -> str:
        """A text of the template, merge fields filled in."""
        return self.template.fill(key, self.letter, self.letterhead)

    def note(self, text: str, place: str) -> None:
        self.findings.append(Finding(self.letter.name, text, place))

    def write(self, x: float, y: float, text: str, style: Style, *, align: Align = Align.LEFT) -> None:
        """Write a text that has room enough."""
        self.pen.text(x, y, self.typesetter.line(text, style), style, align=align)

    def write_within(
        self,
        x: float,
        y: float,
        text: str,
        style: Style,
        *,
        width: float,
        place: str,
        align: Align = Align.LEFT,
    ) -> None:
        """Write a text on one line of `width` mm, smaller if need be; a cut one is a finding."""
        fitted = self.typesetter.fit(text, style, width, smallest=style.size * 0.7)
        self.pen.text(x, y, fitted.line, fitted.style, align=align)
        if not fitted.whole:
            self.note(_("Too long for its line: “{text}”").format(text=clean(text)[:60]), place)

    def code(self, x: float, y: float, size: float, payload: str) -> None:
        """Draw the QR code of a number or a reply code."""
        alt = texts(self.letter.language)(_QR).format(text=payload)
        with self.pen.tagged("Figure", alt=alt):
            self.pen.code(x, y, size, qr.code(payload))

    def check_characters(self, places: Mapping[str, str]) -> None:
        """Note the characters that no font has, by the place (value) where a text (key) stands."""
        fonts = self.typesetter.fonts
        if not fonts.missing_in(clean(" ".join(places))):
            return
        for text, place in places.items():
            if missing := fonts.missing_in(clean(text)):
                self.note(_("No font has these characters: {characters}").format(characters=missing), place)
