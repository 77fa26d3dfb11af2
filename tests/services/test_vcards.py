"""Cards of phones and mail programs become rows; nothing that they say is lost."""

import datetime as dt
from pathlib import Path

import pytest

from clubdesk.errors import Problem
from clubdesk.services.importing.columns import columns_of
from clubdesk.services.importing.memberlist import MemberList
from clubdesk.services.importing.reading import read_list, read_text
from clubdesk.services.importing.values import People, PersonRow, read_people

OUTLOOK = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;Dr.;jun.
FN:whatever
ADR;WORK;PREF:;;Werkstr. 1;M=FCnchen;;80331;Germany
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Leopoldstra=C3=9Fe=
 12;M=C3=BCnchen;Bayern;80802;Deutschland
TEL;WORK;VOICE:+49 89 1
TEL;CELL:+49 170 2
TEL;HOME;VOICE:+49 89 3
TEL;HOME;FAX:+49 89 4
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQEAYABgAAD
 AAA=

BDAY:19800322
END:VCARD
"""
APPLE = r"""BEGIN:VCARD
VERSION:3.0
N:García;María;;;
FN:María García
item1.EMAIL;type=INTERNET:second@example.org
EMAIL;type=INTERNET;type=pref:First@Example.org
item2.X-ABDATE:1975-03-01
item2.X-ABLabel:_$!<Anniversary>!$_
BDAY;X-APPLE-OMIT-YEAR=1604:1604-07-04
NOTE:one\ntwo\, three\; fo
 ur
END:VCARD
BEGIN:VCARD
VERSION:3.0
X-ADDRESSBOOKSERVER-KIND:group
FN:Club
END:VCARD
"""
FOUR = """BEGIN:VCARD
VERSION:4.0
FN:王伟
LANG:zh
TEL;VALUE=uri;TYPE="voice,cell":tel:+86-138
END:VCARD
"""


def people(text: str) -> tuple[MemberList, People]:
    members = read_text("x.vcf", text)
    return members, read_people(members, columns_of(members))


def only(text: str) -> PersonRow:
    (person,) = people(text)[1].people
    return person


def test_outlook_writes_quoted_letters_in_the_charset_of_windows() -> None:
    jorg = only(OUTLOOK)
    assert (jorg.title, jorg.given, jorg.surname) == ("Dr.", "Jörg", "Müller")
    assert (jorg.street, jorg.postcode, jorg.city, jorg.country) == (
        "Leopoldstraße 12",
        "80802",
        "München",
        "DE",
    )
    assert (jorg.mobile, jorg.phone, jorg.birth) == ("+49 170 2", "+49 89 3", dt.date(1980, 3, 22))
    for kept in ("Suffix: jun.", "Werkstr. 1", "Further phone: +49 89 1", "Fax: +49 89 4"):
        assert kept in jorg.notes


def test_pictures_and_groups_are_left_out_with_a_note() -> None:
    assert "picture" in people(OUTLOOK)[0].remarks[0].text
    members, found = people(APPLE)
    assert len(found.people) == 1
    assert [remark.row for remark in members.remarks] == [2]


def test_apple_folds_lines_and_labels_by_groups() -> None:
    maria = only(APPLE)
    assert maria.email == "First@example.org"
    assert "second@example.org" in maria.notes
    assert "one\ntwo, three; four" in maria.notes
    assert "Anniversary: 1975-03-01" in maria.notes
    assert maria.birth is None
    assert "--07-04" in maria.notes


def test_a_card_with_a_whole_name_only() -> None:
    wei = only(FOUR)
    assert (wei.surname, wei.given, wei.language, wei.mobile) == ("王", "伟", "zh", "+86-138")


def test_a_card_cut_off_is_rejected_and_an_assistants_card_is_not_the_person() -> None:
    members, found = people(FOUR + "BEGIN:VCARD\nFN:Cut")
    assert len(found.people) == 1
    assert found.rejected[0].row == 2
    assert "FN: Cut" in found.rejected[0].cells
    inner = "BEGIN:VCARD\nN:Berg;Bo\nAGENT:\nBEGIN:VCARD\nN:Other;One\nEND:VCARD\nEND:VCARD\n"
    assert only(inner).surname == "Berg"
    assert members.kind == "vcard"


def test_a_line_that_nobody_understands_is_told() -> None:
    members, found = people("BEGIN:VCARD\nN:Berg;Bo\nwhat is this\nEND:VCARD\n")
    assert "what is this" in members.remarks[0].text
    assert len(found.people) == 1


def test_an_endless_line_costs_only_its_card() -> None:
    _members, found = people(f"BEGIN:VCARD\nFN:{'x' * 10_000_000}\nEND:VCARD\n{FOUR}")
    assert [entry.row for entry in found.rejected] == [1]
    assert len(found.people) == 1


def test_a_file_without_persons_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.vcf"
    file.write_text("BEGIN:VCARD\nKIND:group\nFN:Club\nEND:VCARD\n")
    with pytest.raises(Problem, match="no person"):
        read_list(file)


def test_pasted_cells_are_a_list() -> None:
    members = read_text("Pasted list", "Vorname\tNachname\nAnna\tBerg\n")
    assert (members.delimiter, members.rows[0].cells) == ("\t", ("Anna", "Berg"))
    with pytest.raises(Problem, match="no text"):
        read_text("Pasted list", " \n")
