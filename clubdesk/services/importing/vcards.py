"""A file of vCards as a list: one row for each card, one column for each field that any card fills."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clubdesk.errors import Problem
from clubdesk.i18n import _, ngettext
from clubdesk.services.importing.fields import FIELDS
from clubdesk.services.importing.memberlist import ListRow, MemberList, Rejected, Remark
from clubdesk.services.importing.vcard_lines import Property, properties
from clubdesk.services.importing.vcard_person import person_of

_PICTURES = frozenset(("PHOTO", "LOGO"))


@dataclass(slots=True)
class Card:
    """The lines of one card, counted from 1; `whole` once its end was found."""

    number: int
    lines: list[Property] = field(default_factory=list)
    whole: bool = False
    inner: int = 0  # cards inside it: an assistant's


def is_vcard(text: str) -> bool:
    return text[:200].lstrip("\ufeff \r\n\t").lower().startswith("begin:vcard")


def read_cards(file: str, text: str, *, encoding: str = "") -> MemberList:
    """Every card as a row numbered by its place. Raises Problem when there is none."""
    cards = list(_cards(properties(text, encoding or "utf-8")))
    remarks = _about(cards)
    people = [card for card in cards if card.whole and not _is_group(card)]
    said = [person_of(card.lines) for card in people]
    filled = [name for name in FIELDS if any(name in person for person in said)]
    broken = tuple(
        Rejected(card.number, "", _("The card has no end; the file may have been cut off."), _cells(card))
        for card in cards
        if not card.whole
    )
    if not said and not broken:
        raise Problem(
            _("“{file}” holds no person's card.").format(file=file),
            _("Export the contacts again, as vCard or as CSV."),
        )
    rows = [
        ListRow(card.number, tuple(person.get(name, "") for name in filled))
        for card, person in zip(people, said, strict=True)
    ]
    headers = tuple(_(FIELDS[name])[:1].upper() + _(FIELDS[name])[1:] for name in filled)
    return MemberList(
        file=file, headers=headers, rows=rows, header_row=0, encoding=encoding, remarks=tuple(remarks),
        malformed=broken, kind="vcard", fields=tuple(filled),
    )  # fmt: skip


def _cards(lines: Iterable[Property]) -> Iterator[Card]:
    """The cards of a file; one inside another belongs to it, but not to the person."""
    card, count = None, 0
    for line in lines:
        word = line.value.upper() if line.name in ("BEGIN", "END") else ""
        if word == "VCARD" and line.name == "BEGIN":
            if card is not None and card.lines and card.lines[-1].name == "AGENT":
                card.inner += 1
                continue
            if card is not None:
                yield card
            count += 1
            card = Card(count)
        elif card is None:
            continue
        elif word == "VCARD" and card.inner:
            card.inner -= 1
        elif word == "VCARD":
            card.whole = True
            yield card
            card = None
        elif not card.inner:
            card.lines.append(line)
    if card is not None:
        yield card


def _is_group(card: Card) -> bool:
    kinds = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
    return any(line.name in kinds and line.value.lower() == "group" for line in card.lines)


def _about(cards: Sequence[Card]) -> list[Remark]:
    """What was left out, so that nobody looks for it in vain."""
    remarks = []
    pictures = sum(any(line.name in _PICTURES for line in card.lines) for card in cards)
    if pictures:
        said = ngettext(
            "{count} card holds a picture, which is left out.",
            "{count} cards hold pictures, which are left out.",
            pictures,
        )
        remarks.append(Remark(0, "", said))
    remarks += [
        Remark(card.number, "", _("This card is a group of contacts and was left out."))
        for card in cards
        if _is_group(card)
    ]
    unread = _("Line {line} can't be read and was left out: {text}")
    remarks += [
        Remark(card.number, "", unread.format(line=line.line, text=line.fault[:80]))
        for card in cards
        for line in card.lines
        if line.fault
    ]
    return remarks


def _cells(card: Card) -> tuple[str, ...]:
    return tuple(f"{line.name}: {line.text}" if line.name else line.fault for line in card.lines)
