"""Rows become people; what can't be understood is rejected with its reason, and nothing gets lost."""

import datetime as dt
from pathlib import Path

import pytest

from clubdesk.errors import Cancelled, Problem
from clubdesk.services.importing.columns import map_columns
from clubdesk.services.importing.memberlist import ListRow, MemberList
from clubdesk.services.importing.reading import read_list
from clubdesk.services.importing.rejected import save_rejected
from clubdesk.services.importing.values import People, PersonRow, read_people
from clubdesk.services.progress import Progress


def people(header: str, *rows: str) -> People:
    headers = tuple(header.split(";"))
    listed = [ListRow(number, tuple(row.split(";"))) for number, row in enumerate(rows, start=2)]
    members = MemberList("x.csv", headers, listed, header_row=1)
    return read_people(members, map_columns(headers, members.samples()))


def person(header: str, row: str) -> PersonRow:
    found = people(header, row)
    assert not found.rejected, found.rejected
    return found.people[0]


def reason(header: str, row: str) -> str:
    found = people(header, row)
    assert not found.people
    return f"{found.rejected[0].row} {found.rejected[0].column}: {found.rejected[0].reason}"


def test_a_whole_row() -> None:
    header = "Mitgliedsnummer;Vorname;Nachname;Geburtsdatum;E-Mail;PLZ;Land;Baujahr;FIN;Eintritt"
    row = "A-17;Paul;von Fischer;31.12.1970;Paul@EXAMPLE.org;01744;Norwegen;2021;5yj3e1ea7kf00000i;1.5.2019"
    bo = person(header, row)
    assert (bo.row, bo.number, bo.given, bo.prefix, bo.surname) == (2, "A-17", "Paul", "von", "Fischer")
    assert (bo.birth, bo.joined) == (dt.date(1970, 12, 31), dt.date(2019, 5, 1))
    assert (bo.email, bo.postcode, bo.country, bo.year) == ("Paul@example.org", "01744", "NO", 2021)
    assert bo.vin == "5YJ3E1EA7KF000001"


@pytest.mark.parametrize(
    ("header", "cell", "tags"),
    [("Tags", "Helper, Track| helper", ("Helper", "Track")), ("Labels", "* myContacts", ()),
     ("Schlagwörter", "Bahn/Presse", ("Bahn", "Presse")),
     ("Group Membership", "* myContacts ::: Track", ("Track",))],
)  # fmt: skip
def test_tags_are_told_apart(header: str, cell: str, tags: tuple[str, ...]) -> None:
    assert person(f"Name;{header}", f"Bo;{cell}").tags == tags


def test_a_sentence_among_tags_becomes_a_note() -> None:
    found = person("Name;Tags", f"Bo;{'very ' * 10}long")
    assert (found.tags, found.notes[:11]) == ((), "Tags: very ")


@pytest.mark.parametrize(
    ("header", "row", "words"),
    [
        ("Name;Birthday", "Bo;12.13.2020", "2 Birthday: “12.13.2020” is no date."),
        ("Name;Birthday", "Bo;1.1.2199", "in the future"),
        ("Name;E-mail", "Bo;bo(at)example.org", "2 E-mail: “bo(at)example.org” is no e-mail address."),
        ("Name;E-mail", "Bo;bo@example..org", "no e-mail address"),
        ("Name;VIN", "Bo;5YJ3E1EA7KF", "has 17 symbols, “5YJ3E1EA7KF” has 11"),
        ("Name;VIN", "Bo;5YJ3E1EA7KF00000?", "other than letters and digits"),
        ("Name;Model year", "Bo;1855", "no year"),
        ("Name;Town", ";Oslo", "neither a name nor an e-mail"),
        ("Surname", "x" * 201, "201 letters are too many, 200 fit"),
        ("Name;Notes", "Bo;" + "x" * 10_001, "10001 letters"),
    ],
)
def test_rows_are_rejected_with_row_column_and_reason(header: str, row: str, words: str) -> None:
    assert words in reason(header, row)


def test_all_faults_of_a_row_are_told_at_once() -> None:
    assert "no date" in (text := reason("Name;Birthday;VIN", "Bo;x;y"))
    assert "Birthday, VIN" in text


def test_the_order_of_dates_is_decided_by_the_whole_column() -> None:
    months_first = people("Name;Joined", "Bo;04/05/2020", "Anna;05/13/2020")
    assert months_first.people[0].joined == dt.date(2020, 4, 5)
    either = people("Name;Joined", "Bo;04/05/2020")
    assert either.people[0].joined == dt.date(2020, 5, 4)
    assert "both ways" in either.remarks[0].text
    american = people("Name;Joined;Country", "Bo;04/05/2020;USA")
    assert american.people[0].joined == dt.date(2020, 4, 5)


def test_the_order_of_dates_can_be_said() -> None:
    members = MemberList("x", ("Name", "Joined"), [ListRow(2, ("Bo", "04/05/2020"))], 1)
    columns = map_columns(members.headers, members.samples())
    found = read_people(members, columns, date_orders={"joined": "mdy"})
    assert found.people[0].joined == dt.date(2020, 4, 5)


@pytest.mark.parametrize("text", ["0000-07-04", "2020", "4.7.", "May 1970"])
def test_dates_that_are_not_whole_go_into_the_notes(text: str) -> None:
    found = people("Name;Birthday;Notes", f"Bo;{text};likes cake")
    assert found.people[0].birth is None
    assert found.people[0].notes == f"Birthday: {text}\nlikes cake"
    assert found.remarks[0].row == 2


def test_unknown_countries_languages_and_second_mails_are_kept() -> None:
    found = people("Name;Country;Language;E-mail", "Bo;Narnia;Elvish;Bo <bo@x.org>, b@y.org")
    bo = found.people[0]
    assert (bo.country, bo.country_text, bo.email) == ("", "Narnia", "bo@x.org")
    assert bo.notes == "Language: Elvish\nE-mail: b@y.org"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Germany", "DE"),
        ("Norge", "NO"),
        ("Pologne", "PL"),
        ("中国", "CN"),
        ("日本", "JP"),
        ("no", "NO"),
        ("D", "DE"),
        ("France, La Réunion (eaux territoriales)", "RE"),
        ("Polynésie française, Îles du Vent", "PF"),
        ("U.S.A.", "US"),
    ],
)
def test_countries_in_many_languages(text: str, code: str) -> None:
    assert person("Name;Country", f"Bo;{text}").country == code


def test_invisible_characters_and_formula_guards_are_taken_off() -> None:
    bo = person("Name;Phone;Town", "\u202eBo\u200b \x00Berg;'+47 22;A\u030as")
    assert (bo.given, bo.surname, bo.phone, bo.city) == ("Bo", "Berg", "+47 22", "Ås")
    hart = person("Surname", "'t Hart")
    assert (hart.prefix, hart.surname) == ("'t", "Hart")


def test_a_name_in_own_script_beside_its_parts() -> None:
    bo = person("Name;Given name;Surname", "王伟;Wei;Wang")
    assert (bo.native_name, bo.given, bo.surname) == ("王伟", "Wei", "Wang")


def test_phone_numbers_that_a_spreadsheet_has_shortened() -> None:
    found = people("Name;Phone", "Bo;4.91512E+11")
    assert found.people[0].phone == "4.91512E+11"
    assert "last digits are lost" in found.remarks[0].text


def test_a_list_without_names_says_which_columns_it_has() -> None:
    with pytest.raises(Problem, match="names or e-mail") as caught:
        people("Foo;Bar", "1;2")
    assert "“Foo”" in caught.value.hint


def test_cancelling() -> None:
    progress = Progress()
    progress.cancel()
    members = MemberList("x", ("Name",), [ListRow(2, ("Bo",))], 1)
    with pytest.raises(Cancelled):
        read_people(members, map_columns(members.headers, []), progress=progress)


def test_rejected_rows_can_be_saved_mended_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Name;Birthday;Phone\nBo;x;+47 1\nAnna;1.2.1980;+47 2\nCarl;;;surplus\n", encoding="utf-8"
    )
    members = read_list(path)
    found = read_people(members, map_columns(members.headers, members.samples()))
    assert [anna.given for anna in found.people] == ["Anna"]
    assert [rejected.row for rejected in found.rejected] == [2, 4]

    saved = tmp_path / "rejected.csv"
    save_rejected(saved, members, found.rejected)
    assert saved.read_bytes().startswith(b"\xef\xbb\xbf")
    again = read_list(saved)
    assert again.headers == ("Name", "Birthday", "Phone", "Column 4", "row", "column", "reason")
    assert again.rows[0].cells[:3] == ("Bo", "x", "'+47 1")
    assert again.rows[0].cells[4:] == ("2", "Birthday", "“x” is no date.")
    mended = read_people(again, map_columns(again.headers, again.samples(), {"Birthday": ""}))
    assert [someone.phone for someone in mended.people] == ["+47 1", ""]
