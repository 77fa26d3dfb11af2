"""One letter in the making, and the press that keeps what many of them share."""

from collections.abc import Callable, Hashable, Iterable, Mapping
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
Drawn = TypeVar("Drawn")
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
        self._occasions: dict[Hashable, Occasion] = {}
        self._kept = 0
        if self.paper:
            book.picture(PAPER, self.paper.first)
            if self.paper.following:
                book.picture(NEXT_PAPER, self.paper.following)
        elif self.logo:
            book.picture(LOGO, self.logo)

    def occasion(self, letter: PersonalLetter) -> "Occasion":
        """What this letter has in common with others."""
        key = letter.occasion
        found = self._occasions.get(key)
        if found is None:
            language = known_language(letter.language)
            template = self._templates.get(language) or load_template(self.kind, language)
            found = self._occasions[key] = Occasion(language, template)
        return found

    def keep(self, pen: Pen) -> str:
        """Keep a drawing as a form; gives its name."""
        self._kept += 1
        name = f"S{self._kept}"
        self.book.form(name, pen)
        return name


class Occasion:
    """What letters have in common that differ in nothing but their readers: texts, and what was drawn."""

    def __init__(self, language: str, template: Template) -> None:
        self.language = language
        self.template = template
        """The officer's template of the language, else the shipped one."""
        self.words: dict[str, str] = {}
        self.drawn: dict[Hashable, Any] = {}
        self.qr = texts(language)(_QR)


class Sheet(Generic[Kind]):
    """A letter being drawn. `findings` grows while it is."""

    def __init__(self, press: Press, letter: Kind) -> None:
        self.press = press
        self.letter = letter
        self.layout = press.layout
        self.letterhead = press.letterhead
        self.occasion = press.occasion(letter)
        self.template = self.occasion.template
        self.typesetter: Typesetter = press.book.typesetter
        self.pen = press.book.pen()
        self.more: list[Pen] = []
        """The pages after the first, of a letter that has any."""
        self.findings: list[Finding] = []

    def words(self, key: str) -> str:
        """A text of the template, merge fields filled in."""
        said = self.occasion.words.get(key)
        if said is None:
            said = self.template.fill(key, self.letter, self.letterhead)
            if key in self.template.common:
                self.occasion.words[key] = said
        return said

    def shared(self, key: Hashable, make: Callable[[], Drawn], *, texts: Iterable[str] = ()) -> Drawn:
        """What the letters of an occasion share, made for the first of them.

        `texts` are the keys of its words: where they differ from reader to reader it is another one.
        """
        own = [self.words(text) for text in texts if text not in self.template.common]
        key = (key, *own) if own else key
        drawn: Drawn | None = self.occasion.drawn.get(key)
        if drawn is None:
            drawn = self.occasion.drawn[key] = make()
        return drawn

    def stamp(self, key: Hashable, draw: Callable[[Pen], None], *, texts: Iterable[str] = ()) -> None:
        """Draw what the letters of an occasion share: see `shared`."""

        def keep() -> str:
            pen = self.press.book.pen()
            draw(pen)
            return self.press.keep(pen)

        self.pen.stamp(self.shared(key, keep, texts=texts))

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
        with self.pen.tagged("Figure", alt=self.occasion.qr.format(text=payload)):
            self.pen.code(x, y, size, qr.code(payload))

    def check_characters(self, places: Mapping[str, str]) -> None:
        """Note the characters that no font has, by the place (value) where a text (key) stands."""
        fonts = self.typesetter.fonts
        for text, place in places.items():
            if missing := fonts.missing_in(clean(text)):
                self.note(_("No font has these characters: {characters}").format(characters=missing), place)
