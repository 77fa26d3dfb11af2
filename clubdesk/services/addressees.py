"""Labels and envelopes: for people chosen, or for the letters of a run, in the order of the letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.address_papers import Addressee, envelopes, print_envelopes, print_labels
from clubdesk.documents.content import Printed
from clubdesk.model.letters import Letter
from clubdesk.model.persons import Person
from clubdesk.model.roster import RosterLine
from clubdesk.services.chunks import chunks
from clubdesk.services.clubs import the_club
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.recipients import LeftOut, address_problem, current_addresses, postal_order
from clubdesk.services.letters.snapshots import address_block
from clubdesk.services.today import today


@dataclass(frozen=True, slots=True)
class Addressees:
    """Whom labels are printed for, in the order of the post, and who has no usable address."""

    people: tuple[Addressee, ...]
    left_out: tuple[LeftOut, ...] = ()


def addressees(session: Session, person_ids: Sequence[int]) -> Addressees:
    """These people with their addresses of today, in the order in which their letters would come."""
    club = the_club(session)
    found: list[tuple[tuple[str, ...], Addressee]] = []
    left_out: list[LeftOut] = []
    for ids in chunks(person_ids):
        places = current_addresses(session, ids)
        lines = {
            line.person_id: line
            for line in session.scalars(select(RosterLine).where(RosterLine.person_id.in_(ids)))
        }
        for person in session.scalars(select(Person).where(Person.id.in_(ids))):
            place, line = places.get(person.id), lines[person.id]
            reason = address_problem(place)
            if reason or place is None:
                left_out.append(LeftOut(person.id, line.name, reason))
                continue
            block = address_block(person, place, home=club.country, language=club.language)
            order = postal_order(place, line.sort_name, home=club.country)
            found.append((order, Addressee(line.name, block)))
    return Addressees(
        tuple(person for _order, person in sorted(found, key=lambda pair: pair[0])), tuple(left_out)
    )


def addressees_of_run(session: Session, run_id: int) -> Addressees:
    """The readers of a run as its letters are addressed, in the letters' order, without cancelled ones."""
    standing = select(Letter).where(Letter.run_id == run_id, Letter.voided_on.is_(None))
    return Addressees(
        tuple(
            Addressee(letter.snapshot["name"], tuple(letter.snapshot["address"]))
            for letter in session.scalars(standing.order_by(Letter.position))
        )
    )


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
