"""Letters that ask for no answer. They are no run: nothing has to come back, so nothing is kept of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from clubdesk.documents.content import PersonalLetter, Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.clubs import the_club
from clubdesk.services.letterhead import letterhead
from clubdesk.services.letters.recipients import LeftOut, reachable
from clubdesk.services.letters.snapshots import said_in, snapshots
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.templates import TEMPLATE_KINDS, own_templates
from clubdesk.services.today import today

PLAIN_KINDS = ("letter-welcome",)


@dataclass(frozen=True, slots=True)
class PlainLetters:
    """The letters in the order of the post, and who can't be written to."""

    printed: Printed
    letters: int
    left_out: tuple[LeftOut, ...]


def plain_choices() -> list[tuple[str, str]]:
    """The kinds of letters without an answer, each with its title in the window's language."""
    return [(kind, _(TEMPLATE_KINDS[kind])) for kind in PLAIN_KINDS]


def print_plain_letters(
    session: Session,
    person_ids: Sequence[int],
    *,
    kind: str,
    layout: str = "",
    language: str = "",
    progress: Progress = NO_PROGRESS,
) -> PlainLetters:
    """A letter of a kind to each of these people, in the reader's language unless `language` says another."""
    from clubdesk.documents.plain_letters import print_plain_letters as print_pages

    if kind not in PLAIN_KINDS:
        raise Problem(_("There is no letter “{kind}”.").format(kind=kind), ", ".join(PLAIN_KINDS))
    found = reachable(session, person_ids)
    if not found.people:
        raise Problem(
            _("There is nobody with an address."), _("Choose other people, or mend their addresses.")
        )
    letters = [
        PersonalLetter(
            date=today(),
            address=tuple(said["address"]),
            **said_in(said),
        )
        for said in snapshots(session, found.people, language=language)
    ]
    printed = print_pages(
        letters,
        letterhead(session),
        kind=kind,
        layout=layout or the_club(session).letter_layout,
        templates=own_templates(session, kind),
        progress=progress,
    )
    return PlainLetters(printed, len(letters), found.left_out)
