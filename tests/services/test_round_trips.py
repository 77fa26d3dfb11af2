"""Whatever people are called, what is written can be read again."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some

from clubdesk.services.cell_text import clean, is_formula
from clubdesk.services.exporting import write_csv
from clubdesk.services.importing.columns import columns_of
from clubdesk.services.importing.personrow import PersonRow
from clubdesk.services.importing.reading import read_list, read_text
from clubdesk.services.importing.values import read_people
from clubdesk.services.importing.vcard_lines import properties
from clubdesk.services.ods import write_ods
from clubdesk.services.vcard_writing import card_of

TEXT = some.text(some.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=60).map(clean)
LINES = some.lists(TEXT, min_size=1, max_size=3).map("\n".join).map(clean)
HEADERS = ("Given name", "Surname", "Notes")


@given(street=LINES, city=TEXT, surname=TEXT, name=TEXT)
@settings(deadline=None, max_examples=150)
def test_cards_say_what_they_were_given(street: str, city: str, surname: str, name: str) -> None:
    person = PersonRow(
        row=0, given=name, surname=surname, street=street, city=city, birth=dt.date(1980, 2, 29)
    )
    lines = {line.name: line for line in properties(card_of(person))}
    if name or surname:
        assert lines["N"].parts[:2] == [surname, name]
    if street or city:
        assert lines["ADR"].parts[2:4] == [street.strip(), city]
    assert lines["BDAY"].text == "19800229"
    assert not any(line.fault for line in properties(card_of(person)))


@given(cells=some.lists(some.tuples(TEXT, TEXT, LINES).filter(all), min_size=1, max_size=5))
@settings(deadline=None, max_examples=60)
def test_tables_say_what_they_were_given(cells: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        rows = [("Bo", "Berg", "x"), *cells]
        write_csv(Path(folder) / "x.csv", HEADERS, rows, delimiter=",")
        read = read_list(Path(folder) / "x.csv", encoding="utf-8-sig", delimiter=",", header_row=1)
        told = [tuple(f"'{cell}" if is_formula(cell) else cell for cell in row) for row in rows]
        kept = [row.cells for row in read.rows] + [entry.cells for entry in read.malformed]
        comments = sum("comment" in remark.text for remark in read.remarks)
        assert len(kept) + comments == len(told)


def test_a_sheet_of_open_document_is_read_again(tmp_path: Path) -> None:
    rows = [("=1+1", "Ber<g>", "one\ntwo"), ("Ида", "Dahl", dt.date(2026, 3, 1)), ("0650", "", None)]
    write_ods(tmp_path / "x.ods", HEADERS, rows)
    read = read_list(tmp_path / "x.ods")
    assert [row.cells for row in read.rows] == [
        ("=1+1", "Ber<g>", "one\ntwo"),
        ("Ида", "Dahl", "2026-03-01"),
        ("0650", "", ""),
    ]


def test_a_card_comes_in_as_it_went_out() -> None:
    anna = PersonRow(
        row=1, number="7", title="Dr.", given="Anna", surname="Großmüller", email="a@x.org", phone="1",
        mobile="2", street="Weg 1; Hof", street2="c/o Berg, Bo", postcode="80802", city="München",
        country="DE", language="de", birth=dt.date(1980, 2, 29),
    )  # fmt: skip
    members = read_text("x.vcf", card_of(anna))
    assert read_people(members, columns_of(members)).people == [anna]
