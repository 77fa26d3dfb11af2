"""How people of one household are named together: in the window of an envelope, in a salutation."""

from collections.abc import Sequence
from dataclasses import replace

from clubdesk.documents.content import PersonalLetter, Reader
from clubdesk.i18n import texts


def names_together(readers: Sequence[Reader], language: str) -> str:
    """All of them in one line: Anna und Peter Großmüller; each whole when their surnames differ."""
    if _share_surname(readers):
        given = texts(language).listed([reader.given for reader in readers])
        return f"{given} {readers[0].surname}"
    return texts(language).listed([reader.name for reader in readers])


def address_together(address: Sequence[str], readers: Sequence[Reader], language: str) -> tuple[str, ...]:
    """The address of one with the names of all: in one line if they share a surname and have no titles."""
    own = {reader.name for reader in readers}
    titles = {reader.title for reader in readers if reader.title}
    rest = [line for line in address if line not in own | titles]
    at = next((place for place, line in enumerate(address) if line in own), 0)
    names = _lines(readers, language)
    before = [line for line in address[:at] if line in rest]
    return (*before, *names, *rest[len(before) :])


def to_all(letter: PersonalLetter) -> PersonalLetter:
    """The letter as its salutation speaks: to everybody of its household."""
    if not letter.household:
        return letter
    readers, words = letter.household, texts(letter.language)
    given = words.listed([reader.given or reader.name for reader in readers])
    name = names_together(readers, letter.language)
    return replace(letter, name=name, given=given, salutation_title="")


def _lines(readers: Sequence[Reader], language: str) -> list[str]:
    if _share_surname(readers) and not any(reader.title for reader in readers):
        return [names_together(readers, language)]
    return [f"{reader.title} {reader.name}".strip() for reader in readers]


def _share_surname(readers: Sequence[Reader]) -> bool:
    """Whether all names are a given name and the same surname, so that it can be said once."""
    plain = all(r.given and r.name == f"{r.given} {r.surname}" for r in readers)
    return plain and len({reader.surname for reader in readers}) == 1
