"""Read one page that came back: the codes of this club on it, and which box of each slip was ticked."""

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.layouts import layout_named
from clubdesk.model.codes import LENGTH, code_index, read_code
from clubdesk.model.letters import Letter, LetterRun
from clubdesk.services.clubs import club_key
from clubdesk.services.workspace import Workspace

if TYPE_CHECKING:
    from PIL.Image import Image

    from clubdesk.documents.reading.boxes import BoxPlaces
    from clubdesk.documents.reading.codes import FoundCode

_CODE_IN_TEXT = re.compile(rf"(?<!\w)(?:[0-9A-Za-z][-\u2010-\u2013 ]?){{{LENGTH - 1}}}[0-9A-Za-z](?!\w)")

#: What a tick in each box of the slip means, in the words of replies.SAID.
ANSWER_OF_BOX = {"correct": "verified", "changed": "changed", "sold": "not-owner", "remove": "refused"}


@dataclass(frozen=True, slots=True)
class SlipRead:
    """A reply code on a page. `answer` is "" when the boxes are doubtful.

    `corners` of the code are shares of the page's width and height, () when it stood in a text. `proposed`
    is what a text seems to say, for an officer to confirm.
    """

    code: str
    answer: str = ""
    corners: tuple[tuple[float, float], ...] = ()
    proposed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page, or the text of a mail (page 0), with the slips on it; `image` is the JPEG to keep.

    `missed`: beside them is another code, which can't be read.
    """

    file: str
    page: int
    digest: str
    way: str = "scan"
    received_on: dt.date | None = None
    image: bytes = b""
    text: str = ""
    slips: tuple[SlipRead, ...] = ()
    missed: bool = False


class SlipForm(NamedTuple):
    """What the slip of a letter looks like: its boxes from the top, and where they stand."""

    boxes: tuple[str, ...]
    places: "BoxPlaces"


def read_page(workspace: Workspace, picture: "Image", *, file: str, page: int) -> PageRead:
    """The slips on a page, and the page as it is kept: small, with its first code upright."""
    from clubdesk.documents.reading.codes import find_codes
    from clubdesk.documents.reading.evidence import kept, quarters_to_upright, shares

    seen = find_codes(picture)
    codes = [code for code in seen if code.is_reply and read_code(code.text)]
    forms = workspace.read(slip_forms, [code.text for code in codes])
    quarters = quarters_to_upright(codes[0]) if codes else 0
    slips = tuple(
        SlipRead(
            code.text,
            _ticked(picture, code, forms.get(code.text)),
            shares(code, picture, quarters=quarters),
        )
        for code in codes
    )
    digest = hashlib.sha256(picture.tobytes()).hexdigest()
    return PageRead(
        file=file,
        page=page,
        digest=digest,
        image=kept(picture, quarters=quarters),
        slips=slips,
        missed=any(not code.text for code in seen),
    )


def _ticked(picture: "Image", code: "FoundCode", form: SlipForm | None) -> str:
    from clubdesk.documents.reading.boxes import read_ink
    from clubdesk.documents.reading.ticks import ticked_box

    box = ticked_box(read_ink(picture, code, form.places)) if form else None
    return ANSWER_OF_BOX[form.boxes[box]] if form and box is not None else ""


def codes_in(text: str) -> list[str]:
    """What may be reply codes in a text, each once: a word of ten letters can look like one."""
    found = (read_code(match.group()) for match in _CODE_IN_TEXT.finditer(text))
    return list(dict.fromkeys(code for code in found if code))


def slip_forms(session: Session, codes: Sequence[str]) -> dict[str, SlipForm]:
    """The slips of the letters that these codes open, by code; other codes have none."""
    if not codes:
        return {}
    key = club_key(session)
    by_index = {code_index(key, code): code for code in codes}
    found = (
        select(Letter.code_index, Letter.snapshot, LetterRun.layout)
        .join(LetterRun, Letter.run_id == LetterRun.id)
        .where(Letter.code_index.in_(by_index))
    )
    return {by_index[row.code_index]: slip_form(row.snapshot, row.layout) for row in session.execute(found)}


def slip_form(snapshot: dict[str, str], layout: str) -> SlipForm:
    """What the slip of a letter looks like, by what was printed in it."""
    from clubdesk.documents.slip import FULL, box_places, slip_boxes

    boxes = slip_boxes(owner=bool(snapshot["vehicle"] or snapshot["vin_tail"]))
    return SlipForm(boxes, box_places(layout_named(layout), FULL, len(boxes)))
