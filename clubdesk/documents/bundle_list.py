"""The bundles of a run for the post: a list of them all, and a slip to lay on each."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clubdesk.documents.content import Letterhead, Printed
from clubdesk.documents.pen import Align
from clubdesk.documents.tables import Column, ListHead, Section, print_sections
from clubdesk.documents.template import load_template
from clubdesk.i18n import known_language, texts


@dataclass(frozen=True, slots=True)
class BundleLine:
    """One bundle. `country` is "" at home, `area` "" for mixed post codes; numbers and pages are from, to."""

    country: str
    area: str
    letters: int
    numbers: tuple[str, str]
    pages: tuple[int, int]


def print_bundle_list(
    lines: Sequence[BundleLine],
    letterhead: Letterhead,
    *,
    run: str,
    date: dt.date,
    language: str,
    paper: str = "a4",
    tagged: bool = False,
) -> Printed:
    """The bundles in their order, with their sum, and each once more on a sheet of its own."""
    words = load_template("bundles", language).texts
    columns = [
        Column(title=words["bundle"], share=1.4, align=Align.RIGHT),
        Column(title=words["area"], share=4),
        Column(title=words["letters"], share=1.8, align=Align.RIGHT),
        Column(title=words["numbers"], share=5),
        Column(title=words["pages"], share=2.4),
    ]
    rows = [_row(number, line, words, language) for number, line in enumerate(lines, 1)]
    total = ("", words["total"], str(sum(line.letters for line in lines)), "", "")
    slips = [
        Section(title=f"{words['bundle']} {row[0]}/{len(rows)}: {row[1]}", note="", rows=[row], new_page=True)
        for row in rows
    ]
    head = ListHead(
        title=f"{words['title']} · {run}",
        subtitle=words["count"].replace("{bundles}", str(len(lines))),
        club=letterhead.name,
        accent=letterhead.accent,
        language=known_language(language),
        date=date,
        paper=paper,
        tagged=tagged,
    )
    return print_sections(columns, [Section(rows=[*rows, total]), *slips], head=head)


def _row(number: int, line: BundleLine, words: Mapping[str, str], language: str) -> tuple[str, ...]:
    area = f"{line.area}…" if line.area else words["mixed"]
    country = texts(language).country(line.country) if line.country else ""
    first, last = line.numbers
    numbers = first if first == last else f"{first} – {last}"
    pages = "–".join(dict.fromkeys(map(str, line.pages)))
    return str(number), " · ".join(filter(None, (country, area))), str(line.letters), numbers, pages
