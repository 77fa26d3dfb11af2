"""A run of letters: each begins a page, all are one file."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from clubdesk.documents.content import Finding, Letterhead, PersonalLetter, Printed, Progress
from clubdesk.documents.layouts import Layout
from clubdesk.documents.sheet import Press, Sheet
from clubdesk.documents.template import Template, load_template
from clubdesk.documents.text import clean
from clubdesk.documents.writer import Book
from clubdesk.errors import Problem
from clubdesk.i18n import _, known_language

_REPORT_EVERY = 50

Letter = TypeVar("Letter", bound=PersonalLetter)


def print_run(
    letters: Sequence[Letter],
    letterhead: Letterhead,
    draw: Callable[[Sheet[Letter]], None],
    *,
    kind: str,
    layout: Layout,
    templates: Mapping[str, Template],
    progress: Progress | None,
    tagged: bool = False,
) -> Printed:
    """Draw each letter from a page of its own on; findings in the order of the pages."""
    if not letters:
        raise Problem(_("There is no letter to print."))
    press = _press(letters[0], letterhead, kind=kind, layout=layout, templates=templates, tagged=tagged)
    findings = _check_letterhead(press)
    for number, letter in enumerate(letters):
        if progress and number % _REPORT_EVERY == 0:
            progress(number, len(letters))
        sheet = Sheet(press, letter)
        draw(sheet)
        outline = f"{letter.number} {clean(letter.name)}".strip()
        language = sheet.occasion.language
        press.book.page(sheet.pen, outline=outline, language=language)
        for pen in sheet.more:
            press.book.page(pen, language=language)
        findings += sheet.findings
    if progress:
        progress(len(letters), len(letters))
    return Printed(press.book.finish(), press.book.pages, tuple(findings))


def check_personal(sheet: Sheet[Any]) -> None:
    """Note the characters of a person's own data that no font has."""
    letter = sheet.letter
    data = (letter.name, letter.surname, letter.salutation_title, letter.chapter, letter.vehicle)
    if not sheet.typesetter.fonts.missing_in(clean(" ".join(filter(None, (*data, *letter.address))))):
        return
    texts = {line: _("address") for line in letter.address}
    texts |= {
        letter.chapter: _("chapter"),
        letter.vehicle: _("vehicle"),
        letter.salutation_title: _("form of address"),
    }
    sheet.check_characters(texts | {letter.name: _("name"), letter.surname: _("name")})


def _press(
    first: PersonalLetter,
    letterhead: Letterhead,
    *,
    kind: str,
    layout: Layout,
    templates: Mapping[str, Template],
    tagged: bool,
) -> Press:
    words = load_template(kind, first.language).texts
    book = Book(
        width=layout.width,
        height=layout.height,
        title=f"{words['file_title']} · {clean(letterhead.name)}",
        author=clean(letterhead.name),
        subject=words["file_subject"],
        date=first.date,
        language=known_language(first.language),
        tagged=tagged,
    )
    return Press(book, letterhead, layout, kind=kind, templates=templates)


def _check_letterhead(press: Press) -> list[Finding]:
    club, fonts = press.letterhead, press.book.typesetter.fonts
    text = clean(
        " ".join(
            (club.name, club.tagline, club.return_line, club.footer, club.contact_name, club.contact_role)
        )
    )
    missing = fonts.missing_in(text)
    if not missing:
        return []
    wrong = _("No font has these characters: {characters}").format(characters=missing)
    return [Finding("", wrong, _("letterhead"))]
