"""Labels and envelopes: for people chosen, or for the letters of a run, in the order of the letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.address_papers import Addressee, envelopes, print_envelopes, print_labels
from clubdesk.documents.content import Printed
from clubdesk.documents.households import address_together, names_together
from clubdesk.model.letters import Letter
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.envelopes import by_envelope, envelopes_of, readers
from clubdesk.services.letters.recipients import LeftOut, reachable
from clubdesk.services.letters.snapshots import snapshots
from clubdesk.services.today import today


@dataclass(frozen=True, slots=True)
class Addressees:
    """Whom labels are printed for, in the order of the post, and who has no usable address."""

    people: tuple[Addressee, ...]
    left_out: tuple[LeftOut, ...] = ()


def addressees(session: Session, person_ids: Sequence[int], *, per_household: bool = False) -> Addressees:
    """These people with their addresses of today, in the order in which their letters would come.

    `per_household`: one address for those of a household who live together.
    """
    found = reachable(session, person_ids)
    papers = dict(zip(found.people, snapshots(session, found.people), strict=True))
    envelopes = by_envelope(session, found.people) if per_household else [(one,) for one in found.people]
    people = tuple(_addressee([papers[one] for one in envelope]) for envelope in envelopes)
    return Addressees(people, found.left_out)


def addressees_of_run(session: Session, run_id: int) -> Addressees:
    """The envelopes of a run as its letters are addressed, in the letters' order, without cancelled ones."""
    standing = select(Letter).where(Letter.run_id == run_id, Letter.voided_on.is_(None))
    envelopes = envelopes_of(session.scalars(standing.order_by(Letter.position)))
    return Addressees(tuple(_addressee([letter.snapshot for letter in some]) for some in envelopes))


def _addressee(papers: Sequence[dict[str, Any]]) -> Addressee:
    """The name and address that all these people share; one alone has their own."""
    first, language = papers[0], papers[0]["language"]
    if len(papers) == 1:
        return Addressee(first["name"], tuple(first["address"]))
    together = readers(papers)
    block = address_together(first["address"], together, language)
    return Addressee(names_together(together, language), block)


def print_addresses(
    session: Session,
    people: Sequence[Addressee],
    *,
    paper: str,
    start: int = 1,
    with_sender: bool = True,
    outlines: bool = False,
    tagged: bool = False,
) -> Printed:
    """Labels or envelopes, whichever `paper` is; the club's return line above each when `with_sender`."""
    sender = letterhead(session).return_line if with_sender else ""
    if paper in envelopes():
        return print_envelopes(people, envelope=paper, date=today(), sender=sender, tagged=tagged)
    return print_labels(
        people, sheet=paper, date=today(), start=start, sender=sender, outlines=outlines, tagged=tagged
    )
