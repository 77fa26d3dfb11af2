"""Columns are recognised in the languages of real lists, and the officer has the last word."""

import pytest

from clubdesk.errors import Problem
from clubdesk.services.importing.columns import map_columns
from clubdesk.services.importing.fields import FIELDS
from clubdesk.services.importing.headings import names


def fields(header: str, *samples: str, separator: str = ";") -> str:
    """The fields of a header line, - for columns that mean nothing."""
    headers = header.split(separator)
    mapped = map_columns(headers, [sample.split(separator) for sample in samples]).mapped
    return " ".join(mapped.get(at, "-") for at in range(len(headers)))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("First Name;Last Name;E-mail Address;Mobile Phone", "given surname email mobile"),
        (
            "Member no.;SURNAME;given_name;Date of Birth;ZIP/Postal code",
            "number surname given birth postcode",
        ),
        ("Home Street;Home City;Home Postal Code;Home Country/Region", "street city postcode country"),
        ("Home Address;Home Address 2;Home ZipCode", "street street2 postcode"),
        (
            "Vorname;Nachname;Straße geschäftlich;Ort geschäftlich;Mobiltelefon",
            "given surname street city mobile",
        ),
        ("Privat: Adresse;Privat: PLZ;Privat: Ort;Mobil-Tel.-Nr.", "street postcode city mobile"),
        ("Mitglieds-Nr;Name;Vorname;Geb.-Datum;Eintrittsdatum", "number surname given birth joined"),
        ("Marke;Modell;Baujahr;Farbe;Kfz-Kennzeichen;Fahrgestellnummer", "make model year colour plate vin"),
        (
            "Medlemsnr.;Fornavn;Etternavn;Postnummer;Poststed;E-post",
            "number given surname postcode city email",
        ),
        ("Navn;Fødselsdato;Medlem siden;Understellsnummer", "name birth joined vin"),
        (
            "Prénom;Nom;Rue (domicile);Code postal (domicile);Tél. mobile",
            "given surname street postcode mobile",
        ),
        ("Nom;Pays/Région (domicile);N° adhérent", "name country number"),
        ("姓名;手机;邮编;车架号;入会日期", "name mobile postcode vin joined"),
        ("名;姓;地址;城市;國家", "given surname street city country"),
        ("商务地址;公司电话", "street phone"),
        ("氏名;市区町村;郵便番号;携帯電話;車台番号", "name city postcode mobile vin"),
        ("Imię;Nazwisko;Ulica;Kod pocztowy;Telefon komórkowy", "given surname street postcode mobile"),
        ("Nombre;Apellidos;Correo electrónico", "given surname email"),
        ("Achternaam;Tussenvoegsel;Voornaam;Woonplaats", "surname prefix given city"),
        ("FirstName;LastName;Address1;BirthDate", "given surname street birth"),
        ("Fax;Spouse;Assistant's Phone;Favourite colour of cat", "- - - colour"),
        ("Nachname Mitglied (Pflicht);E-Mail Adresse privat", "surname email"),
    ],
)
def test_headers_of_many_languages_and_programs(header: str, expected: str) -> None:
    assert fields(header) == expected


def test_home_wins_over_business_if_it_holds_anything() -> None:
    header = "Business Street;Business City;Home Street;Home City;Business Phone;Home Phone"
    assert fields(header, "a;b;c;d;1;2", "a;b;c;;1;", "a;b;;;;", "x;y;z;z;;") == "- - street city - phone"
    assert fields(header, *["a;b;;;1;"] * 4) == "street city - - phone -"


def test_google_has_numbered_columns() -> None:
    header = "E-mail 1 - Label;E-mail 1 - Value;E-mail 2 - Value;Address 1 - Formatted;Address 1 - Street"
    assert fields(header, "* Home;a@b.no;c@d.no;x;y") == "- email - - street"


def test_outlook_in_german_calls_the_country_region() -> None:
    header = "Region privat;Land privat"
    assert fields(header, "Germany;Bayern", "Deutschland;Hessen", "Norwegen;Oslo") == "country region"
    assert fields(header, "Bayern;Germany", "Hessen;Deutschland") == "region country"


def test_birth_in_three_columns() -> None:
    assert fields("Birth Year;Birth Month;Birth Day", "1970;11;15") == "birth_year birth_month birth_day"


def test_columns_without_a_telling_header_are_recognised_by_their_values() -> None:
    columns = map_columns(["x", "y"], [["bo@example.org", "5YJ3E1EA7KF000001"]] * 3)
    assert columns.mapped == {0: "email", 1: "vin"}
    assert set(columns.confidence.values()) == {0.6}


def test_the_officer_overrides() -> None:
    headers = ["Vorname", "Nachname", "Foo", "Bar"]
    columns = map_columns(headers, [], {"foo": "surname", "4": "Notes", "Vorname": ""})
    assert columns.mapped == {2: "surname", 3: "notes"}
    assert columns.unmapped == ("Vorname", "Nachname")


@pytest.mark.parametrize("override", [{"Nope": "surname"}, {"Foo": "nope"}, {"5": "given"}])
def test_wrong_overrides_list_the_choices(override: dict[str, str]) -> None:
    with pytest.raises(Problem) as caught:
        map_columns(["Foo", "Bar"], [], override)
    assert "Foo" in caught.value.hint or "surname" in caught.value.hint


def test_two_columns_for_one_field_are_a_problem() -> None:
    with pytest.raises(Problem, match="Two columns"):
        map_columns(["a", "b"], [], {"a": "surname", "b": "surname"})


def test_the_names_of_columns_are_fields_that_exist() -> None:
    assert set(names().fields.values()) <= set(FIELDS)
    assert "" not in names().fields
