"""What goes with a stack of letters: each letter in its order, and who printed, checked and posted them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from clubdesk.documents.content import Letterhead, Printed
from clubdesk.documents.pen import Align
from clubdesk.documents.tables import Column, ListHead, Section, print_sections
from clubdesk.documents.template import load_template
from clubdesk.i18n import known_language

_SIGNING = ("printed", "checked", "posted")


@dataclass(frozen=True, slots=True)
class ControlLine:
    """One letter; `page` is its page in the PDF. The reply code is not here: this sheet lies around."""

    page: int
    number: str
    name: str
    town: str


def print_control_sheet(
    lines: Sequence[ControlLine],
    letterhead: Letterhead,
    *,
    run: str,
    date: dt.date,
    language: str,
    spoiled: int = 0,
    voided: int = 0,
    paper: str = "a4",
    tagged: bool = False,
) -> Printed:
    """The letters of a run with room for remarks and, at the end, for three signatures."""
    words = load_template("control", language).texts
    columns = [
        Column(title=words["place"], share=1.2, align=Align.RIGHT),
        Column(title=words["number"], share=2.6),
        Column(title=words["name"], share=5),
        Column(title=words["town"], share=3),
        Column(title=words["remark"], share=4, ruled=True),
    ]
    count = words["count"].replace("{letters}", str(len(lines)))
    count = count.replace("{spoiled}", str(spoiled)).replace("{voided}", str(voided))
    rows = [(str(line.page), line.number, line.name, line.town, "") for line in lines]
    signing = [("", "", words[key], "", "") for key in _SIGNING]
    head = ListHead(
        title=f"{words['title']} · {run}",
        subtitle=count,
        club=letterhead.name,
        accent=letterhead.accent,
        language=known_language(language),
        date=date,
        paper=paper,
        tagged=tagged,
    )
    return print_sections(columns, [Section(rows=rows), Section(rows=signing)], head=head)
