"""The translations in resources/locale: python3 dev.py catalogues brings them up to date."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from clubdesk import i18n, paths

LANGUAGES = sorted(set(i18n.LANGUAGES) - {"en"})


def file_of(language: str) -> Path:
    return paths.resources() / "locale" / language / "LC_MESSAGES" / "clubdesk.po"


def catalogue(language: str) -> Catalog:
    with file_of(language).open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)[^}]*}", text))


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def disagrees(message: Message) -> bool:
    """Whether a translation names something that the program does not fill in, or leaves something out.

    A plural form may leave {count} out: "one letter".
    """
    wanted = set().union(*(placeholders(form) for form in forms(message.id)))
    optional = {"count"} if message.pluralizable else set()
    return any(
        not (wanted - optional <= placeholders(form) <= wanted) for form in forms(message.string) if form
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_catalogue_that_compiles(language: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))
    assert compiled.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_agree(language: str) -> None:
    assert [message.id for message in catalogue(language) if message.id and disagrees(message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_reads_what_the_translator_wrote(language: str) -> None:
    """The compiled catalogue is not older than its source: dev.py and `pip install -e .` see to it."""
    texts = i18n.Texts(language)
    assert [
        message.id
        for message in catalogue(language)
        if isinstance(message.id, str) and message.id and message.string and not message.fuzzy
        if texts(message.id) != message.string
    ] == []


@pytest.mark.parametrize(
    ("one", "many", "wrong"),
    [
        ("Letter to {name}", "Brief an {name}", False),
        ("Letter to {name}", "Brief an {nam}", True),
        ("Letter to {name}", "Brief", True),
        (
            ("{count} letter of {total}", "{count} letters of {total}"),
            ("ein Brief von {total}", "{count}"),
            True,
        ),
        (("{count} letter", "{count} letters"), ("ein Brief", "{count} Briefe"), False),
    ],
)
def test_wrong_placeholders_are_seen(
    one: str | tuple[str, ...], many: str | tuple[str, ...], wrong: bool
) -> None:
    assert disagrees(Message(one, many)) is wrong
