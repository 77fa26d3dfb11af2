"""What stands on top and at the foot of everything the club writes."""

from sqlalchemy.orm import Session

from clubdesk.documents.content import Letterhead
from clubdesk.services.clubs import the_club


def letterhead(session: Session) -> Letterhead:
    """The club's letterhead as its settings say."""
    club = the_club(session)
    town = f"{club.postcode} {club.city}".strip()
    place = [part for part in (club.street, town) if part]
    return Letterhead(
        name=club.name,
        tagline=club.tagline,
        logo=club.logo,
        letter_paper=club.letter_paper,
        accent=club.accent,
        return_line=" · ".join([club.name, *place]),
        footer=" · ".join(part for part in (club.name, *place, club.register_entry, club.email) if part),
        contact_name=club.contact_name,
        contact_role=club.contact_role,
        phone=club.phone,
        phone_hours=club.phone_hours,
        email=club.email,
        privacy_url=club.privacy_url,
        city=club.city,
        bank=club.bank,
    )
