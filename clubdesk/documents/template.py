"""The words of a paper: TOML with merge fields, checked as a whole before it is used.

Merge fields and conditions are those of `wording`; nothing else in an officer's text is evaluated.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from clubdesk import paths
from clubdesk.documents.content import Finding, Letterhead, PersonalLetter
from clubdesk.documents.fields import COMMON, FIELDS
from clubdesk.documents.text import clean
from clubdesk.documents.wording import Wording, read_wording
from clubdesk.errors import Problem
from clubdesk.i18n import _, known_language

LONGEST_TEXT = 2_000
LONGEST_TEMPLATE = 60_000
MOST_PARAGRAPHS = 40
JUSTIFIED = "justified"
"""The one key of a template that is no text: true makes its paragraphs even on both sides."""

_HEADER = re.compile(r"^\s*\[([\w.-]+)\]")
_KEY = re.compile(r"^\s*([\w-]+)\s*=")

_IN_BODY = ("ways.", "programme.", "panel.", "closing")


class Template:
    """The texts of one paper in one language, by dotted key such as `slip.title`."""

    def __init__(
        self, texts: Mapping[str, str], paragraphs: tuple[str, ...], *, justified: bool = False
    ) -> None:
        self.texts = texts
        self.paragraphs = paragraphs
        self.justified = justified
        """Whether the paragraphs are even on both sides."""
        self._read: dict[str, Wording] = {}
        self.common = frozenset(key for key, text in texts.items() if self._is_common(text))
        """The keys of the texts that say the same in all letters of one occasion."""
        in_body = (key in self.common for key in texts if key.startswith(_IN_BODY))
        self.is_personal = not (all(in_body) and all(map(self._is_common, paragraphs)))
        """Whether the text between salutation and slip differs from reader to reader."""

    def fill(self, key: str, letter: PersonalLetter, letterhead: Letterhead) -> str:
        """The text of a key with its merge fields filled in."""
        return self.fill_text(self.texts[key], letter, letterhead)

    def fill_text(self, text: str, letter: PersonalLetter, letterhead: Letterhead) -> str:
        return self._wording(text).fill(lambda name: FIELDS[name].read(letter, letterhead))

    def fill_paragraphs(self, letter: PersonalLetter, letterhead: Letterhead) -> tuple[str, ...]:
        """The paragraphs that have something to say to this reader."""
        filled = (self.fill_text(text, letter, letterhead) for text in self.paragraphs)
        return tuple(text for text in filled if text.strip())

    def _is_common(self, text: str) -> bool:
        return COMMON.issuperset(self._wording(text).names())

    def _wording(self, text: str) -> Wording:
        wording = self._read.get(text)
        if wording is None:
            wording = self._read[text] = read_wording(text)
        return wording


@lru_cache
def load_template(kind: str, language: str) -> Template:
    """The shipped template of a kind of paper (verification, invitation-social ...) in a language."""
    return _template(_shipped(kind, language))


def shipped_text(kind: str, language: str) -> str:
    """The TOML of a shipped template, where an officer's copy begins."""
    file = paths.resources() / "templates" / kind / f"{known_language(language)}.toml"
    if not file.is_file():
        raise Problem(_("There is no template for “{kind}”.").format(kind=kind))
    return file.read_text("utf-8")


def read_template(text: str, *, kind: str, language: str) -> Template:
    """An officer's template; what it leaves out comes from the shipped one. Problem with all findings."""
    findings = check_template(text, kind=kind)
    if findings:
        lines = "\n".join(f"{finding.place}: {finding.text}" for finding in findings)
        raise Problem(_("The template has mistakes."), lines)
    return _template(_shipped(kind, language) | _flat(tomllib.loads(text)))


def whole_text(kind: str, language: str, own: str = "") -> str:
    """The TOML of all texts of a kind, those of its family included: what a run keeps of them.

    `own` is the club's template; what it leaves out comes from the shipped one.
    """
    return written(texts_of(kind, language, own))


def texts_of(kind: str, language: str, own: str = "") -> dict[str, Any]:
    """All texts of a kind by dotted key: a text, a list of paragraphs, or whether they are justified.

    `own` is the club's template as TOML; what it leaves out comes from the shipped one.
    """
    return _shipped(kind, known_language(language)) | _flat(tomllib.loads(own))


def written(texts: Mapping[str, Any]) -> str:
    """Texts by dotted key as TOML."""
    import tomli_w

    whole: dict[str, Any] = {}
    for key, value in texts.items():
        *tables, name = key.split(".")
        place = whole
        for table in tables:
            place = place.setdefault(table, {})
        place[name] = value
    return tomli_w.dumps(whole)


def made_template(texts: Mapping[str, Any]) -> Template:
    """The template of texts by dotted key; mistakes in them are printed as they were written."""
    return _template(texts)


def kept_template(text: str, *, kind: str, language: str) -> Template:
    """The template that a run kept; a text that didn't exist then is the shipped one."""
    return _template(_shipped(kind, language) | _flat(tomllib.loads(text)))


def check_template(text: str, *, kind: str) -> tuple[Finding, ...]:
    """Everything that is wrong in an officer's template, with its place; empty when it can be printed."""
    if len(text) > LONGEST_TEMPLATE:
        wrong = _("The template is longer than {count} characters.").format(count=LONGEST_TEMPLATE)
        return (Finding("", wrong, _at("", 1)),)
    try:
        given = _flat(tomllib.loads(text))
    except RecursionError:
        return (Finding("", _("Its tables or lists stand too deep inside each other."), _at("", 1)),)
    except tomllib.TOMLDecodeError as error:
        return (
            Finding(
                "",
                _("This is not TOML: {why}.").format(why=str(error).partition(" (at")[0]),
                _place_of(error),
            ),
        )
    known = _shipped(kind, "en")
    lines = _lines_of_keys(text)
    found = []
    for key, value in given.items():
        line = next((lines[part] for part in _parents(key) if part in lines), 1)
        found += [Finding("", wrong, _at(key, line)) for wrong in _mistakes(key, value, known)]
    return tuple(found)


def _mistakes(key: str, value: Any, known: Mapping[str, Any]) -> Iterator[str]:
    if key == JUSTIFIED:
        if not isinstance(value, bool):
            yield _("This is true or false.")
        return
    if key not in known:
        yield _("There is no text of this name.")
        return
    expected = known[key]
    if isinstance(expected, list):
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            yield _("This is a list of paragraphs.")
            return
    elif not isinstance(value, str):
        yield _("This is a text.")
        return
    if isinstance(value, list) and len(value) > MOST_PARAGRAPHS:
        yield _("There are more than {count} paragraphs.").format(count=MOST_PARAGRAPHS)
    for part in value if isinstance(value, list) else [value]:
        yield from mistakes_in(part)


def mistakes_in(text: str) -> Iterator[str]:
    """What is wrong in one text of a template, as sentences."""
    if len(text) > LONGEST_TEXT:
        yield _("The text is longer than {count} characters.").format(count=LONGEST_TEXT)
    yield from read_wording(text).mistakes


def _shipped(kind: str, language: str) -> dict[str, Any]:
    """The shipped texts; what all invitations share comes from the kind before the hyphen."""
    family = kind.partition("-")[0]
    common = _shipped(family, language) if family != kind else {}
    return common | _flat(tomllib.loads(shipped_text(kind, language)))


def _template(flat: Mapping[str, Any]) -> Template:
    texts = {key: clean(value) for key, value in flat.items() if isinstance(value, str)}
    paragraphs = tuple(clean(paragraph) for paragraph in flat.get("paragraphs", ()))
    return Template(texts, paragraphs, justified=flat.get(JUSTIFIED, False))


def _flat(data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in data.items():
        flat |= _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: value}
    return flat


def _lines_of_keys(text: str) -> dict[str, int]:
    """The line on which each dotted key begins; tomllib doesn't tell."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = header[1] + "."
            lines.setdefault(header[1], number)
        elif key := _KEY.match(line):
            lines.setdefault(table + key[1], number)
    return lines


def _parents(key: str) -> Iterator[str]:
    while key:
        yield key
        key = key.rpartition(".")[0]


def _place_of(error: tomllib.TOMLDecodeError) -> str:
    line = re.search(r"line (\d+)", str(error))
    return _at("", int(line[1])) if line else _("at the end")


def _at(key: str, line: int) -> str:
    return _("{key}, line {line}").format(key=key, line=line) if key else _("line {line}").format(line=line)
