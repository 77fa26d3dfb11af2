"""Tags: words by which officers put people together."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.folding import fold
from clubdesk.model.persons import LONGEST_TAG, PersonTag, Tag
from clubdesk.services.cell_text import clean
from clubdesk.services.chunks import chunks
from clubdesk.services.members.rows import told_of
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe


def tag_counts(session: Session) -> dict[str, int]:
    """All tags by name, with how many people have each."""
    counted = select(Tag.name, func.count(PersonTag.id)).outerjoin(PersonTag).group_by(Tag.id, Tag.name)
    return dict(session.execute(counted.order_by(func.lower(Tag.name))).all())


def tags_of(session: Session, person_id: int) -> tuple[str, ...]:
    """The tags of a person by name."""
    names = select(Tag.name).join(PersonTag).where(PersonTag.person_id == person_id)
    return tuple(session.scalars(names.order_by(func.lower(Tag.name))))


@change(N_("Change the tags of {name}"))
def set_tags(session: Session, person_id: int, *, tags: Sequence[str]) -> None:
    """Let a person have just these tags; one that nobody has any more is gone."""
    told_of(session, person_id)
    wanted = {_tag(session, name) for name in tags if name.strip()}
    had = session.scalars(select(PersonTag).where(PersonTag.person_id == person_id)).all()
    for row in had:
        if row.tag_id not in wanted:
            session.delete(row)
    for tag_id in sorted(wanted - {row.tag_id for row in had}):
        session.add(PersonTag(person_id=person_id, tag_id=tag_id))
    session.flush()
    _drop_unused(session)


@change(N_("Tag {tag}: {count} people"))
def add_tag(session: Session, person_ids: Sequence[int], *, tag: str) -> int:
    """Give a tag to people; how many didn't have it."""
    tag_id = _tag(session, tag)
    have: set[int] = set()
    for ids in chunks(person_ids):
        tagged = select(PersonTag.person_id).where(PersonTag.tag_id == tag_id, PersonTag.person_id.in_(ids))
        have.update(session.scalars(tagged))
    new = [person for person in dict.fromkeys(person_ids) if person not in have]
    session.add_all(PersonTag(person_id=person, tag_id=tag_id) for person in new)
    describe(session, tag=session.get_one(Tag, tag_id).name, count=len(new))
    return len(new)


@change(N_("Tag {tag} taken from {count} people"))
def take_tag(session: Session, person_ids: Sequence[int], *, tag: str) -> int:
    """Take a tag from people; how many had it."""
    tag_id = _tag(session, tag)
    name, count = session.get_one(Tag, tag_id).name, 0
    for ids in chunks(person_ids):
        tagged = select(PersonTag).where(PersonTag.tag_id == tag_id, PersonTag.person_id.in_(ids))
        for row in session.scalars(tagged).all():
            session.delete(row)
            count += 1
    session.flush()
    _drop_unused(session)
    describe(session, tag=name, count=count)
    return count


def _tag(session: Session, text: str) -> int:
    """The tag of that name, however it is spelled; made if there is none."""
    name = " ".join(clean(text).split())
    if not name or len(name) > LONGEST_TAG or "," in name:
        raise Problem(
            _("“{text}” can't be a tag.").format(text=text[:LONGEST_TAG]),
            _("A tag is a word or a few, without commas, at most {longest} characters.").format(
                longest=LONGEST_TAG
            ),
        )
    for tag in session.scalars(select(Tag)):
        if fold(tag.name) == fold(name):
            return tag.id
    tag = Tag(name=name)
    session.add(tag)
    session.flush()
    return tag.id


def _drop_unused(session: Session) -> None:
    for tag in session.scalars(select(Tag).where(Tag.id.not_in(select(PersonTag.tag_id)))).all():
        session.delete(tag)
