import pytest

from clubdesk.documents.addresses import AddressParts, address_lines

ANNA = AddressParts(name="Anna O'Neil", street="Main Street 1", post_code="12345", city="Town", region="TX")


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("DE", ("Anna O'Neil", "Main Street 1", "12345 Town")),
        ("US", ("Anna O'Neil", "Main Street 1", "Town, TX 12345")),
        ("GB", ("Anna O'Neil", "Main Street 1", "Town", "12345")),
        ("HU", ("Anna O'Neil", "Town", "Main Street 1", "12345")),
        ("IT", ("Anna O'Neil", "Main Street 1", "12345 Town TX")),
        ("BR", ("Anna O'Neil", "Main Street 1", "Town-TX", "12345")),
        ("CN", ("Anna O'Neil", "Main Street 1", "Town, TX 12345")),
        ("XK", ("Anna O'Neil", "Main Street 1", "12345 Town")),
        ("", ("Anna O'Neil", "Main Street 1", "12345 Town")),
    ],
)
def test_each_country_in_its_own_way(country: str, expected: tuple[str, ...]) -> None:
    parts = AddressParts(
        name=ANNA.name, street=ANNA.street, post_code="12345", city="Town", region="TX", country=country
    )
    assert address_lines(parts, sender_country=country, language="en") == expected


def test_country_line_only_abroad_in_the_senders_language() -> None:
    parts = AddressParts(name="Bjørn", street="Storgata 5", post_code="0155", city="Oslo", country="no")
    assert address_lines(parts, sender_country="NO", language="nb")[-1] == "0155 Oslo"
    assert address_lines(parts, sender_country="DE", language="de")[-1] == "Norwegen"
    assert address_lines(parts, sender_country="CN", language="zh")[-1] == "挪威"


def test_local_script_runs_from_large_to_small() -> None:
    parts = AddressParts(
        name="王伟",
        street="南京西路1266号",
        district="静安区",
        city="上海市",
        post_code="200040",
        country="CN",
    )
    assert address_lines(parts, sender_country="CN", language="zh") == (
        "200040",
        "上海市静安区",
        "南京西路1266号",
        "王伟",
    )


def test_japanese_post_code_has_its_sign() -> None:
    parts = AddressParts(
        name="田中さくら",
        street="丸の内1-1",
        city="千代田区",
        region="東京都",
        post_code="100-0005",
        country="JP",
    )
    assert address_lines(parts, sender_country="JP", language="zh")[0] == "〒100-0005"


def test_empty_parts_leave_no_punctuation() -> None:
    parts = AddressParts(name="A", city="Town", country="US")
    assert address_lines(parts, sender_country="US", language="en") == ("A", "Town")
    assert address_lines(AddressParts(name=""), sender_country="US", language="en") == ()


def test_street_may_have_lines() -> None:
    parts = AddressParts(
        name="A", organisation="O GmbH", street="Haus 3\n\nWeg 1 ", post_code="1", city="B", country="DE"
    )
    assert address_lines(parts, sender_country="DE", language="de") == (
        "A",
        "O GmbH",
        "Haus 3",
        "Weg 1",
        "1 B",
    )
