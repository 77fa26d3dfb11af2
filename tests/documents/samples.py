"""Letters and a club to print."""

import datetime as dt

from clubdesk.documents.content import Letterhead, VerificationLetter

CLUB = Letterhead(
    name="Owners Club Bavaria",
    tagline="Recognised since April 2020",
    return_line="Owners Club Bavaria · Marienplatz 1 · 80331 München",
    footer="Owners Club Bavaria e. V. · Marienplatz 1 · 80331 München",
    contact_name="Lukas Wagner",
    contact_role="Mitgliederbetreuung",
    phone="+49 89 1234567",
    phone_hours="18–20 Uhr",
    email="verify@ownersclub-bavaria.example",
    privacy_url="ownersclub-bavaria.example/datenschutz",
    city="München",
)

ANNA = VerificationLetter(
    number="L-26-0311-7",
    code="K3M-9QX-2RTF",
    name="Anna Großmüller",
    given="Anna",
    surname="Großmüller",
    address=("Anna Großmüller", "Leopoldstraße 12", "80802 München"),
    language="de",
    member_number="1042",
    chapter="München",
    vehicle="Model 3 Performance",
    vin_tail="317654",
    date=dt.date(2026, 11, 3),
    answer_by=dt.date(2027, 2, 1),
)
