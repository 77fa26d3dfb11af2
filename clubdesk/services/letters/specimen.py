"""How the club's letters look: to a made-up reader, so that it needs no roster and shows nobody's data."""

import datetime as dt

from sqlalchemy.orm import Session

from clubdesk.documents.addresses import AddressParts, address_lines
from clubdesk.documents.content import Printed, VerificationLetter
from clubdesk.i18n import N_, texts
from clubdesk.services.clubs import the_club
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.printing import SAMPLE_CODE, SAMPLE_NUMBER
from clubdesk.services.letters.runs import FIRST
from clubdesk.services.templates import own_templates
from clubdesk.services.today import today

NAME, SURNAME = "Anna Berg", "Berg"
STREET, TOWN = N_("12 Sample Street"), N_("Sample Town")
POSTCODE = "12345"


def print_specimen(session: Session) -> Printed:
    """A verification letter in the club's language and layout, as its settings are now."""
    from clubdesk.documents.letters import print_letters

    club, day = the_club(session), today()
    words = texts(club.language)
    place = AddressParts(
        name=NAME, street=words(STREET), post_code=POSTCODE, city=words(TOWN), country=club.country
    )
    letter = VerificationLetter(
        number=SAMPLE_NUMBER,
        code=SAMPLE_CODE,
        name=NAME,
        given=NAME.removesuffix(SURNAME).strip(),
        surname=SURNAME,
        address=tuple(address_lines(place, sender_country=club.country, language=club.language)),
        language=words.language,
        date=day,
        answer_by=day + dt.timedelta(days=club.reply_days),
        vehicle="Model 3 Performance",
    )
    own = own_templates(session, FIRST)
    return print_letters([letter], letterhead(session), layout=club.letter_layout, templates=own)
