import datetime as dt
from dataclasses import fields, replace

import pytest

from clubdesk.documents.content import Day, EventSheet, Invitation, Slot
from clubdesk.documents.invitations import EVENT_KINDS, print_invitations
from clubdesk.documents.layouts import LAYOUTS
from clubdesk.errors import Problem
from tests.documents.reading import Paper
from tests.documents.samples import ANNA, CLUB

TITLES = (
    "Fahrerbesprechung",
    "Theorie",
    "Gruppe Blau",
    "Gruppe Grün",
    "Mittag",
    "Bremsen",
    "Freies Fahren",
    "Schluss",
)


def school(days: int = 3, sessions: int = 8) -> EventSheet:
    return EventSheet(
        kind="driving-school",
        title="Fahrtraining",
        venue="Salzburgring",
        days=tuple(
            Day(
                date=dt.date(2027, 5, 14 + day),
                sessions=tuple(
                    Slot(starts=dt.time(8 + n), ends=dt.time(8 + n, 45), title=f"{TITLES[n % 8]} {day}.{n}")
                    for n in range(sessions)
                ),
            )
            for day in range(days)
        ),
    )


def invitation(event: EventSheet) -> Invitation:
    return Invitation(**{field.name: getattr(ANNA, field.name) for field in fields(ANNA)}, event=event)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["de", "en", "nb", "zh"])
def test_three_days_of_driving_school_fit_on_one_page(layout: str, language: str) -> None:
    printed = print_invitations([replace(invitation(school()), language=language)], CLUB, layout=layout)
    assert (printed.pages, printed.findings) == (1, ())
    text = Paper(printed.data).text()
    assert all(f"{TITLES[n]} {day}.{n}" in text for day in range(3) for n in range(8))


def test_too_long_programme_is_cut_and_found() -> None:
    printed = print_invitations([invitation(school(6, 12))], CLUB)
    assert printed.pages == 1
    assert [finding.place for finding in printed.findings] == ["programme"]
    cut = LAYOUTS["din-b"].footer - 61
    assert Paper(printed.data).text_within(20, cut - 0.9, 110, cut + 0.9) == ""


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_every_kind_of_event_has_its_words(kind: str) -> None:
    event = EventSheet(kind=kind, title="Sommerfest", days=(Day(date=dt.date(2027, 6, 19)),))
    sheet = Paper(print_invitations([invitation(event)], CLUB).data)
    for words in (
        "Einladung: Sommerfest",
        "19. Juni 2027",
        "Ja, ich komme gern.",
        "nicht kommen",
        CLUB.phone,
    ):
        assert words in sheet.text()
    assert sheet.codes() == [ANNA.code, ANNA.number]


def test_window_hides_the_code() -> None:
    window = LAYOUTS["us-10"].window
    sheet = Paper(print_invitations([invitation(school())], CLUB, layout="us-10").data)
    seen = sheet.text_within(window.x, window.y, window.x + window.width, window.y + window.height)
    assert "Leopoldstraße12" in seen
    assert ANNA.code not in seen and "Fahrtraining" not in seen


def test_dates_read_as_one_writes_them() -> None:
    text = Paper(print_invitations([invitation(school())], CLUB).data).text()
    assert "14.–16. Mai 2027" in text


def test_two_kinds_in_one_run_are_refused() -> None:
    kinds = [invitation(EventSheet(kind=kind, title="x")) for kind in EVENT_KINDS[:2]]
    with pytest.raises(Problem, match="one kind"):
        print_invitations(kinds, CLUB)
