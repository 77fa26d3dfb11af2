import json

import pytest

from clubdesk.documents.addresses import AddressParts, address_lines
from clubdesk.paths import resources

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


@pytest.mark.parametrize(
    ("country", "street", "post_code", "city", "region", "expected"),
    [
        ("AT", "Stephansplatz 3", "1010", "Wien", "", "Stephansplatz 3|1010 Wien"),
        ("CH", "Bahnhofstrasse 1", "8001", "Zürich", "", "Bahnhofstrasse 1|8001 Zürich"),
        ("LI", "Städtle 38", "9490", "Vaduz", "", "Städtle 38|9490 Vaduz"),
        ("FR", "5 rue de Rivoli", "75001", "Paris", "", "5 rue de Rivoli|75001 Paris"),
        ("BE", "Grote Markt 1", "1000", "Brussel", "", "Grote Markt 1|1000 Brussel"),
        ("NL", "Damrak 1", "1012 LG", "Amsterdam", "", "Damrak 1|1012 LG Amsterdam"),
        ("LU", "1 Place d'Armes", "1136", "Luxembourg", "", "1 Place d'Armes|1136 Luxembourg"),
        ("DK", "Nyhavn 1", "1051", "København K", "", "Nyhavn 1|1051 København K"),
        ("NO", "Storgata 5", "0155", "Oslo", "", "Storgata 5|0155 Oslo"),
        ("SE", "Drottninggatan 1", "111 51", "Stockholm", "", "Drottninggatan 1|111 51 Stockholm"),
        ("FI", "Mannerheimintie 1", "00100", "Helsinki", "", "Mannerheimintie 1|00100 Helsinki"),
        ("IS", "Laugavegur 1", "101", "Reykjavík", "", "Laugavegur 1|101 Reykjavík"),
        ("PL", "ul. Prosta 1", "00-838", "Warszawa", "", "ul. Prosta 1|00-838 Warszawa"),
        ("CZ", "Nádražní 1", "110 00", "Praha 1", "", "Nádražní 1|110 00 Praha 1"),
        ("SK", "Hlavná 1", "811 01", "Bratislava", "", "Hlavná 1|811 01 Bratislava"),
        ("SI", "Slovenska 1", "1000", "Ljubljana", "", "Slovenska 1|1000 Ljubljana"),
        ("HR", "Ilica 1", "10000", "Zagreb", "", "Ilica 1|10000 Zagreb"),
        ("LT", "Gedimino pr. 1", "01103", "Vilnius", "", "Gedimino pr. 1|01103 Vilnius"),
        ("LV", "Brīvības iela 1", "LV-1010", "Rīga", "", "Brīvības iela 1|Rīga, LV-1010"),
        ("EE", "Pikk 1", "10123", "Tallinn", "", "Pikk 1|10123 Tallinn"),
        ("HU", "Váci utca 1", "1052", "Budapest", "", "Budapest|Váci utca 1|1052"),
        ("GR", "Ermou 1", "105 63", "Athina", "", "Ermou 1|105 63 Athina"),
        ("PT", "Rua Augusta 1", "1100-048", "Lisboa", "", "Rua Augusta 1|1100-048 Lisboa"),
        ("ES", "Calle Mayor 1", "28013", "Madrid", "Madrid", "Calle Mayor 1|28013 Madrid|Madrid"),
        ("IT", "Via Roma 1", "20121", "Milano", "MI", "Via Roma 1|20121 Milano MI"),
        ("GB", "10 Downing Street", "SW1A 2AA", "London", "", "10 Downing Street|London|SW1A 2AA"),
        ("IE", "1 O'Connell St", "D01 F5P2", "Dublin 1", "", "1 O'Connell St|Dublin 1|D01 F5P2"),
        ("GI", "1 Main Street", "GX11 1AA", "Gibraltar", "", "1 Main Street|Gibraltar|GX11 1AA"),
        ("US", "1 Main St", "78725", "Austin", "TX", "1 Main St|Austin, TX 78725"),
        ("PR", "1 Calle Sol", "00901", "San Juan", "", "1 Calle Sol|San Juan PR 00901"),
        ("CA", "1 Bay St", "M5J 2R8", "Toronto", "ON", "1 Bay St|Toronto ON M5J 2R8"),
        ("AU", "1 George St", "2000", "Sydney", "NSW", "1 George St|Sydney NSW 2000"),
        ("NZ", "1 Queen St", "1010", "Auckland", "", "1 Queen St|Auckland 1010"),
        ("SG", "1 Raffles Place", "048616", "Singapore", "", "1 Raffles Place|Singapore 048616"),
        ("HK", "1 Queen's Road", "", "Central", "Hong Kong", "1 Queen's Road|Central|Hong Kong"),
        ("JP", "1-1 Marunouchi", "100-0005", "Chiyoda", "Tokyo", "1-1 Marunouchi|Chiyoda, Tokyo|100-0005"),
        ("KR", "세종대로 1", "04524", "중구", "서울", "서울 중구|세종대로 1|04524"),
        ("TW", "市府路1號", "110", "信義區", "台北市", "110|台北市信義區|市府路1號"),
        ("AE", "1 Sheikh Zayed Rd", "", "Dubai Marina", "Dubai", "1 Sheikh Zayed Rd|Dubai Marina|Dubai"),
        ("IL", "Dizengoff 1", "6433201", "Tel Aviv", "", "Dizengoff 1|Tel Aviv 6433201"),
        ("BR", "Rua A 1", "01310-100", "São Paulo", "SP", "Rua A 1|São Paulo-SP|01310-100"),
    ],
)
def test_real_addresses_as_their_post_writes_them(
    country: str, street: str, post_code: str, city: str, region: str, expected: str
) -> None:
    parts = AddressParts(
        name="", street=street, post_code=post_code, city=city, region=region, country=country
    )
    assert "|".join(address_lines(parts, sender_country=country, language="en")) == expected


def test_no_city_post_code_or_name_is_lost_in_any_country() -> None:
    for country in (file := json.loads((resources() / "addresses" / "formats.json").read_text("utf-8"))):
        for city in ("Town", "城市"):
            parts = AddressParts(name="Ada", street="Way 1", post_code="12345", city=city, country=country)
            block = "\n".join(address_lines(parts, sender_country=country, language="en"))
            assert all(part in block for part in ("Ada", "Way 1", "12345", city)), (country, block)
    assert len(file) > 190
