"""What a run was printed from: texts and letterhead as they were, so that a reprint has the same bytes."""

from collections.abc import Iterable
from dataclasses import asdict, fields

from sqlalchemy.orm import Session

from clubdesk.documents.content import Letterhead
from clubdesk.documents.template import Template, kept_template, whole_text
from clubdesk.i18n import known_language
from clubdesk.model.letters import LetterRun
from clubdesk.services.letterhead import letterhead
from clubdesk.services.templates import templates_of


def keep_paper(session: Session, run: LetterRun, languages: Iterable[str]) -> None:
    """Keep in the run how the club writes today, in the languages of its letters."""
    head = asdict(letterhead(session))
    run.logo, run.letter_paper = head.pop("logo"), head.pop("letter_paper")
    run.letterhead = head
    own = templates_of(session, run.kind)
    run.wording = {
        language: whole_text(run.kind, language, own.get(known_language(language), ""))
        for language in sorted(languages)
    }


def kept_letterhead(session: Session, run: LetterRun) -> Letterhead:
    """The letterhead the run was written with; of a run that kept none, the club's now."""
    known = {field.name for field in fields(Letterhead)}
    kept = {name: value for name, value in run.letterhead.items() if name in known}
    if not kept:
        return letterhead(session)
    return Letterhead(**kept, logo=run.logo, letter_paper=run.letter_paper)


def kept_templates(run: LetterRun) -> dict[str, Template]:
    """The texts the run was written with, by language."""
    return {
        language: kept_template(text, kind=run.kind, language=language)
        for language, text in run.wording.items()
    }
