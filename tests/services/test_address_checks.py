import pytest

from clubdesk.model.persons import Address
from clubdesk.services.letters.address_checks import address_findings


@pytest.mark.parametrize(
    ("country", "post_code", "city", "doubt"),
    [
        ("AT", "80331", "Wien", "The post code 80331 doesn’t look like one of Austria."),
        ("AT", "1010", "Wien", ""),
        ("", "8033", "München", "The post code 8033 doesn’t look like one of Germany."),
        ("GB", "sw1a 2aa", "London", ""),
        ("US", "", "Austin", "The post code is missing; addresses in United States have one."),
        ("FR", "75001", "", "The town is missing."),
        ("AE", "", "Dubai", ""),
    ],
)
def test_what_the_post_may_not_understand(country: str, post_code: str, city: str, doubt: str) -> None:
    place = Address(street="1 Way", street2="", postcode=post_code, city=city, region="", country=country)
    found = address_findings([("Anna", place)], home="DE")
    assert [(finding.name, finding.text) for finding in found] == ([("Anna", doubt)] if doubt else [])
