"""What a single header means, by the names in resources/import/columns.toml."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from clubdesk import paths
from clubdesk.model.folding import compact, fold

_WORD = re.compile(r"[^\W\d_]+|\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_VAGUE = ("name", "number", "model", "household", "title", "year")  # among other words they mean anything
_PLACES = ("home", "work", "other")


@dataclass(frozen=True, slots=True)
class Heading:
    """A header's field ("" if none), whose it is (home, work, other), which of several, and how sure."""

    field: str
    place: str = "home"
    ordinal: int = 1
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Names:
    """The file, made comparable: name -> field, and the words beside names."""

    fields: dict[str, str]
    words: dict[str, frozenset[str]]


@lru_cache
def names() -> Names:
    """The names of columns in all languages; read once."""
    with (paths.resources() / "import" / "columns.toml").open("rb") as file:
        table = tomllib.load(file)
    words = {kind: frozenset(compact(word) for word in listed) for kind, listed in table.pop("words").items()}
    return Names(
        {
            compact(name): field
            for field, languages in table.items()
            for listed in languages.values()
            for name in listed
        },
        words,
    )


def understand(header: str) -> Heading:
    """The meaning of a header: "Home Street", "Rue (domicile)", "E-mail 2 Address", "Straße geschäftlich"."""
    known = names()
    if field := known.fields.get(compact(header)):
        return Heading(field, confidence=1.0)
    words = _WORD.findall(fold(_CAMEL.sub(" ", header)))
    if known.words["never"].intersection(words) - known.words["work"]:
        return Heading("")
    return _beside_words(words, known) or _han(header, known) or _within(words, known)


def count_known(headers: Sequence[str]) -> int:
    """How many of the cells are names of columns."""
    return sum(bool(cell) and understand(cell).confidence > 0.5 for cell in headers)


def _beside_words(words: list[str], known: Names) -> Heading | None:
    """The field that is left when words like business, private, 2 are taken away."""
    place = next((p for p in _PLACES if known.words[p].intersection(words)), "home")
    digits = [word for word in words if word.isdigit()]
    ordinal = int(digits[0][:3]) if digits else 1
    core = [word for word in words if word not in known.words[place] and not word.isdigit()]
    plain = [word for word in core if word not in known.words["filler"]]
    second = "".join(core) + "2" if ordinal == 2 else ""
    for key in (second, "".join(core), "".join(plain)):
        if (field := known.fields.get(key)) and (field, place) != ("title", "work"):
            return Heading(field, place, 1 if key == second else ordinal, 0.9)
    return None


def _han(header: str, known: Names) -> Heading | None:
    """Chinese and Japanese don't space their words: 商务地址, 自宅の電話."""
    key = compact(header)
    for place in _PLACES:
        for word in known.words[place]:
            rest = key.removeprefix(word).removeprefix("の").removesuffix(word)
            if not word.isascii() and rest != key and (field := known.fields.get(rest)):
                return Heading(field, place, confidence=0.9)
    return None


def _within(words: list[str], known: Names) -> Heading:
    """A name among other words: "Nachname Mitglied (Pflicht)"; short and vague names don't count."""
    place = next((p for p in _PLACES if known.words[p].intersection(words)), "home")
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            key = "".join(words[at : at + size])
            field = known.fields.get(key, "")
            if field and field not in _VAGUE and len(key) >= 3:
                return Heading(field, place, confidence=0.7)
    return Heading("")
