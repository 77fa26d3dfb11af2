"""The words of the club's papers: the shipped ones, and the club's own in their place."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.documents.content import Finding
from clubdesk.documents.template import Template, check_template, read_template, whole_text
from clubdesk.errors import Problem
from clubdesk.i18n import LANGUAGES, N_, _
from clubdesk.model.templates import OwnTemplate
from clubdesk.services.workspace import change

#: All papers whose words an officer may change, in the order of the list.
TEMPLATE_KINDS = {
    "verification": N_("Verification letter"),
    "verification-2": N_("Second verification letter"),
    "invitation-driving-school": N_("Invitation to a driving school"),
    "invitation-pop-up-market": N_("Invitation to a pop-up market"),
    "invitation-executive-visit": N_("Invitation to a meeting with an executive"),
    "invitation-social": N_("Invitation to a get-together"),
    "letter-welcome": N_("Welcome letter"),
    "letter-reminder": N_("Reminder of dues"),
    "letter-receipt": N_("Receipt"),
    "certificate": N_("Certificate"),
    "badge": N_("Name badge"),
}


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A template in one language; `own` when the club wrote it."""

    kind: str
    title: str
    language: str
    own: bool


def template_lines(session: Session) -> list[TemplateLine]:
    """All templates in all languages, and which of them are the club's own."""
    own = {
        (kind, language) for kind, language in session.execute(select(OwnTemplate.kind, OwnTemplate.language))
    }
    return [
        TemplateLine(kind, _(title), language, (kind, language) in own)
        for kind, title in TEMPLATE_KINDS.items()
        for language in LANGUAGES
    ]


def template_text(session: Session, kind: str, language: str) -> str:
    """All texts of a template as TOML: the club's own, and the shipped ones where it has none."""
    check_kind(kind, language)
    return whole_text(kind, language, templates_of(session, kind).get(language, ""))


def templates_of(session: Session, kind: str) -> dict[str, str]:
    """The club's own templates of a kind as TOML, by language."""
    found = select(OwnTemplate.language, OwnTemplate.text).where(OwnTemplate.kind == kind)
    return {row.language: row.text for row in session.execute(found)}


def own_templates(session: Session, kind: str) -> dict[str, Template]:
    """The club's own templates of a kind, ready to print, by language."""
    return {
        language: read_template(text, kind=kind, language=language)
        for language, text in templates_of(session, kind).items()
    }


def check_template_text(text: str, *, kind: str) -> tuple[Finding, ...]:
    """Everything that is wrong in a template, with its place."""
    check_kind(kind, "en")
    return check_template(text, kind=kind)


@change(N_("Change a template"))
def save_template(session: Session, kind: str, language: str, *, text: str) -> None:
    """Let the club write in these words; Problem with all findings when they can't be printed."""
    check_kind(kind, language)
    read_template(text, kind=kind, language=language)
    keep_template(session, kind, language, text=text)


def keep_template(session: Session, kind: str, language: str, *, text: str) -> None:
    """Put the club's words into the session, or take them out when there are none."""
    own = _own(session, kind, language)
    if own and text:
        own.text = text
    elif own:
        session.delete(own)
    elif text:
        session.add(OwnTemplate(kind=kind, language=language, text=text))


@change(N_("Take the shipped template again"))
def use_shipped(session: Session, kind: str, language: str) -> None:
    """Drop the club's own words; where there are none nothing changes."""
    check_kind(kind, language)
    if own := _own(session, kind, language):
        session.delete(own)


def _own(session: Session, kind: str, language: str) -> OwnTemplate | None:
    wanted = OwnTemplate.kind == kind, OwnTemplate.language == language
    return session.scalar(select(OwnTemplate).where(*wanted))


def check_kind(kind: str, language: str) -> None:
    """Problem when there is no such template."""
    if kind not in TEMPLATE_KINDS:
        raise Problem(_("There is no template for “{kind}”.").format(kind=kind), ", ".join(TEMPLATE_KINDS))
    if language not in LANGUAGES:
        raise Problem(
            _("There are no templates in “{language}”.").format(language=language), ", ".join(LANGUAGES)
        )
