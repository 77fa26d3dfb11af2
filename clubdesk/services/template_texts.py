"""The texts of a template one by one, as an officer changes them: shipped, own, and what is wrong in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from clubdesk.documents.content import Finding
from clubdesk.documents.fields import FIELDS
from clubdesk.documents.template import (
    JUSTIFIED,
    MOST_PARAGRAPHS,
    check_template,
    mistakes_in,
    read_template,
    texts_of,
    written,
)
from clubdesk.documents.wording import read_wording
from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.services.templates import check_kind, keep_template, templates_of
from clubdesk.services.workspace import change

PARAGRAPHS = "paragraphs"
Texts = Mapping[str, Any]
"""By dotted key: a text, the list of paragraphs, or whether they are justified."""


@dataclass(frozen=True, slots=True)
class TemplateTexts:
    """A template as it is shipped and as the club writes it now."""

    kind: str
    language: str
    shipped: Texts
    now: Texts


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in one text, from character `start` to `end`; `place` counts the paragraphs."""

    key: str
    place: int
    text: str
    start: int = 0
    end: int = 0


def template_texts(session: Session, kind: str, language: str) -> TemplateTexts:
    """All texts of a template, to be changed."""
    check_kind(kind, language)
    own = templates_of(session, kind).get(language, "")
    return TemplateTexts(kind, language, _all(kind, language), _all(kind, language, own))


def _all(kind: str, language: str, own: str = "") -> dict[str, Any]:
    return {JUSTIFIED: False} | texts_of(kind, language, own)


def differences(texts: Texts, shipped: Texts) -> dict[str, Any]:
    """The texts that aren't as shipped."""
    return {key: value for key, value in texts.items() if value != shipped.get(key)}


def text_mistakes(texts: Texts) -> list[Mistake]:
    """Everything that keeps these texts from being used, in their order."""
    found: list[Mistake] = []
    for key, value in texts.items():
        if isinstance(value, list | tuple):
            if len(value) > MOST_PARAGRAPHS:
                wrong = _("There are more than {count} paragraphs.").format(count=MOST_PARAGRAPHS)
                found.append(Mistake(key, len(value) - 1, wrong))
            for place, part in enumerate(value):
                found += _in_text(key, place, part)
        elif isinstance(value, str):
            found += _in_text(key, 0, value)
    return found


def _in_text(key: str, place: int, text: str) -> list[Mistake]:
    wording = read_wording(text)
    sentences = list(mistakes_in(text))
    spots = [(0, 0)] * (len(sentences) - len(wording.places)) + list(wording.places)
    return [Mistake(key, place, sentence, *spot) for sentence, spot in zip(sentences, spots, strict=True)]


def read_texts(text: str, *, kind: str, language: str) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """The texts of a template's file, what it leaves out as shipped; only findings when it has mistakes."""
    check_kind(kind, language)
    findings = check_template(text, kind=kind)
    return ({}, findings) if findings else (_all(kind, language, text), ())


@change(N_("Change a template"))
def save_texts(session: Session, kind: str, language: str, *, texts: Texts) -> None:
    """Let the club write in these words. Only what differs from the shipped template is kept.

    What we improve in the shipped words later reaches the club where it has none of its own.
    """
    check_kind(kind, language)
    own = differences(texts, _all(kind, language))
    text = written(own) if own else ""
    if text:
        read_template(text, kind=kind, language=language)  # Problem with all findings
    keep_template(session, kind, language, text=text)


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A merge field for the picker: `group` is member, vehicle ..., `label` in the window's language."""

    name: str
    group: str
    label: str
    sample: str


def field_lines(samples: Mapping[str, str] | None = None) -> Sequence[FieldLine]:
    """All merge fields, with the values of somebody in particular or made-up ones."""
    return [
        FieldLine(
            name, name.partition(".")[0], _(field.label), field.sample if samples is None else samples[name]
        )
        for name, field in FIELDS.items()
    ]


def known_fields() -> frozenset[str]:
    """The names of all merge fields."""
    return frozenset(FIELDS)


def text_of_file(data: bytes, *, name: str) -> str:
    """The text of a template's file; Problem when it is none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(_("{file} is no text.").format(file=name), _("Save it as UTF-8.")) from error
