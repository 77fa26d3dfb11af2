"""Whole names are cut into their parts."""

import pytest

from clubdesk.services.importing.fullname import split_name, split_surname


@pytest.mark.parametrize(
    ("name", "title", "given", "prefix", "surname"),
    [
        ("Paul von Fischer", "", "Paul", "von", "Fischer"),
        ("Anna Cornelia van den Wolf", "", "Anna Cornelia", "van den", "Wolf"),
        ("Fischer, Dr. Paul von", "Dr.", "Paul", "von", "Fischer"),
        ("Herr Prof. Dr. Max Müller", "Herr Prof. Dr.", "Max", "", "Müller"),
        ("Eddie Van Halen", "", "Eddie Van", "", "Halen"),
        ("María de la Cruz", "", "María", "de la", "Cruz"),
        ("José García y Vega", "", "José", "", "García y Vega"),
        ("Martin Luther King Jr.", "", "Martin Luther", "", "King Jr."),
        ("DUPONT Jean", "", "Jean", "", "DUPONT"),
        ("Madonna", "", "Madonna", "", ""),
        ("王伟", "", "伟", "", "王"),
        ("欧阳修", "", "修", "", "欧阳"),
        ("司马相如", "", "相如", "", "司马"),
        ("山田太郎", "", "太郎", "", "山田"),
        ("山田 太郎", "", "太郎", "", "山田"),
        ("김민수", "", "민수", "", "김"),
        ("艾达·布鲁赫", "", "艾达", "", "布鲁赫"),
        ("マイケル", "", "マイケル", "", ""),
    ],
)
def test_whole_names(name: str, title: str, given: str, prefix: str, surname: str) -> None:
    assert split_name(name) == (given, surname, prefix, title)


@pytest.mark.parametrize(
    ("surname", "parts"),
    [
        ("van den Wolf", ("van den", "Wolf")),
        ("de la Cruz", ("de la", "Cruz")),
        ("Van der Merwe", ("", "Van der Merwe")),
        ("la Rue", ("", "la Rue")),
        ("de", ("", "de")),
        ("冯 布鲁赫", ("", "冯 布鲁赫")),
    ],
)
def test_prefixes_of_surnames(surname: str, parts: tuple[str, str]) -> None:
    assert split_surname(surname) == parts
