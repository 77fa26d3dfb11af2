from dataclasses import replace

import pytest

from clubdesk.documents.letters import print_letters
from clubdesk.documents.logo import read_logo
from clubdesk.errors import Problem
from tests.documents.samples import ANNA, CLUB
from tests.documents.tagging import Heard, failures

SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
HEAD = "<svg " + SPACES + ' width="{0}" height="{1}">'
RED = '<rect width="30" height="20" fill="#ff0000"/>'


def svg(inside: str = RED, *, width: str = "60", height: str = "20", before: str = "") -> bytes:
    return f"{before}{HEAD.format(width, height)}{inside}</svg>".encode()


def test_a_drawing_is_printed_as_sharp_as_paper_shows() -> None:
    logo = read_logo(svg(before='<?xml version="1.0"?>\n<!-- made by hand -->\n'))
    assert (logo.width, logo.height) == (900, 300)
    middle = 3 * (150 * logo.width)
    assert logo.rgb[middle + 3 * 200 : middle + 3 * 201] == b"\xff\0\0", "its left half is red"
    assert logo.rgb[middle + 3 * 700 : middle + 3 * 701] == b"\xff\xff\xff"


def test_parts_may_be_used_again() -> None:
    logo = read_logo(svg(f'<defs><g id="a">{RED}</g></defs><use xlink:href="#a"/>'))
    middle = 3 * (logo.height // 2 * logo.width)
    assert logo.rgb[middle + 3 * 200 : middle + 3 * 201] == b"\xff\0\0"


def test_a_letter_with_a_drawn_logo_can_be_heard() -> None:
    data = print_letters([ANNA], replace(CLUB, logo=svg()), tagged=True).data
    assert failures(data) == []
    assert CLUB.name in Heard(data).texts("Figure")


LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
FILE = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
CHAIN = "".join(f'<g id="n{n}">' + f'<use href="#n{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))


@pytest.mark.parametrize(
    "data",
    [
        svg("<text>&b;</text>", before=LAUGHS),
        svg("<text>&a;</text>", before=FILE),
        svg("<script>alert(1)</script>"),
        svg('<rect onload="x()" width="5" height="5"/>'),
        svg('<image href="file:///etc/passwd" width="5" height="5"/>'),
        svg('<image href="data:image/png;base64,AAAA" width="5" height="5"/>'),
        svg('<use href="http://example.org/a.svg#b"/>'),
        svg("<style>@import 'http://example.org/a.css';</style>"),
        svg('<rect style="fill:url(http://example.org/a)" width="5" height="5"/>'),
        svg(f'<g id="n0">{RED}</g>{CHAIN}<use href="#n11"/>'),
        svg('<g id="a"><use href="#a"/></g>'),
        svg("<text>Club</text>"),
        svg(RED * 6000),
        svg(" " * 1_000_001),
        svg("<g>" * 3000 + "</g>" * 3000),
        svg(width="1e308", height="1"),
        svg(width="0", height="0"),
        svg(width="nan", height="-5"),
        svg('<path d="M 1e999 z"/>', width="x", height="y"),
        b"<html></html>",
        b"<svg",
        b"\xff\xfe<\0s\0v\0g\0",
    ],
)
def test_what_is_more_than_a_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(Problem):
        read_logo(data)
