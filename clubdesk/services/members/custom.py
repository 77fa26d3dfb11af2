"""Fields that the club added to the form of a person: define them, fill them."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clubdesk.errors import Problem
from clubdesk.i18n import N_, _
from clubdesk.model.custom import KINDS, CustomField, CustomValue, field_key, sort_value
from clubdesk.model.folding import fold
from clubdesk.services.cell_text import clean
from clubdesk.services.members.custom_uses import rename_in_uses, uses_of
from clubdesk.services.members.rows import told_of
from clubdesk.services.workspace import change
from clubdesk.storage.recorder import describe

KIND_NAMES = dict(
    zip(KINDS, (N_("Text"), N_("Date"), N_("Number"), N_("Yes or no"), N_("Choice")), strict=True)
)
LONGEST = 1000
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?")


@dataclass(frozen=True, slots=True)
class CustomFieldLine:
    id: int
    name: str
    kind: str
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What conditions and letters call it."""
        return field_key(self.name)


def custom_fields(session: Session) -> tuple[CustomFieldLine, ...]:
    """The club's own fields in their order."""
    rows = session.scalars(select(CustomField).order_by(CustomField.position, CustomField.id))
    return tuple(CustomFieldLine(row.id, row.name, row.kind, tuple(row.choices)) for row in rows)


def custom_values(session: Session, person_ids: Sequence[int]) -> dict[int, dict[int, str]]:
    """What stands in the club's own fields of people, by person and field."""
    found: dict[int, dict[int, str]] = {}
    rows = select(CustomValue.person_id, CustomValue.field_id, CustomValue.value)
    for person, field, value in session.execute(rows.where(CustomValue.person_id.in_(person_ids))):
        found.setdefault(person, {})[field] = value
    return found


@change(N_("New field {field}"))
def add_custom_field(session: Session, *, name: str, kind: str = "text", choices: Sequence[str] = ()) -> int:
    """A further field in the form of a person; its id."""
    last = session.scalar(select(func.max(CustomField.position))) or 0
    row = CustomField(name=_free_name(session, name), kind=kind, position=last + 1)
    row.choices = _choices(kind, choices)
    session.add(row)
    describe(session, field=row.name)
    return row.id


@change(N_("Change the field {field}"))
def set_custom_field(
    session: Session, field_id: int, *, name: str | None = None, choices: Sequence[str] | None = None
) -> None:
    """Rename a field, in lists and letters too, or change its choices; its kind stays, values need it."""
    row = _field(session, field_id)
    if name is not None:
        before, row.name = field_key(row.name), _free_name(session, name, but=field_id)
        rename_in_uses(session, before, field_key(row.name))
    if choices is not None:
        row.choices = _choices(row.kind, choices)
    describe(session, field=row.name)


@change(N_("Delete the field {field}"))
def remove_custom_field(session: Session, field_id: int) -> None:
    """Take a field away with what stands in it; undo brings both back. Problem while anything asks for it."""
    row = _field(session, field_id)
    describe(session, field=row.name)
    if uses := uses_of(session, field_key(row.name)):
        raise Problem(
            _("The field “{name}” is used: {uses}.").format(name=row.name, uses=", ".join(uses)),
            _("Take it out there first."),
        )
    for value in session.scalars(select(CustomValue).where(CustomValue.field_id == field_id)):
        session.delete(value)
    session.flush()
    session.delete(row)


@change(N_("Change {field} of {name}"))
def set_custom_value(session: Session, person_id: int, *, field: int, value: object) -> None:
    """Fill a field of a person: a text, date, number or truth; nothing empties it."""
    told_of(session, person_id)
    row = _field(session, field)
    describe(session, field=row.name)
    kept = kept_value(row.kind, value, row.choices)
    known = session.scalars(
        select(CustomValue).where(CustomValue.person_id == person_id, CustomValue.field_id == field)
    ).first()
    if known and not kept:
        session.delete(known)
    elif known:
        known.value, known.sort_value = kept, sort_value(row.kind, kept)
    elif kept:
        session.add(
            CustomValue(
                person_id=person_id, field_id=field, value=kept, sort_value=sort_value(row.kind, kept)
            )
        )


def kept_value(kind: str, value: object, choices: Sequence[str] = ()) -> str:
    """The value in the form in which it is kept, whatever the language; Problem when it can't be one."""
    if value is None or value == "":
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    text = clean(str(value))
    if len(text) > LONGEST:
        raise Problem(_("This is too long."), _("At most {longest} characters.").format(longest=LONGEST))
    match kind:
        case "yesno":
            return "yes" if value is True or fold(text) in ("yes", "true", "1", fold(_("Yes"))) else ""
        case "number":
            return _number(text)
        case "date":
            return _date(text)
        case "choice":
            return _chosen(text, choices)
        case _:
            return text


def _number(text: str) -> str:
    plain = text.replace(",", ".").replace(" ", "")
    if not _NUMBER.fullmatch(plain):
        raise Problem(_("“{text}” is no number.").format(text=text), _("Write it like 12.5."))
    return plain


def _date(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise Problem(_("“{text}” is no date.").format(text=text), _("Write it like 2027-03-12.")) from None


def _chosen(text: str, choices: Sequence[str]) -> str:
    for choice in choices:
        if fold(choice) == fold(text):
            return choice
    raise Problem(
        _("“{text}” can't be chosen.").format(text=text),
        _("There are: {names}.").format(names=", ".join(choices)),
    )


def _choices(kind: str, choices: Sequence[str]) -> list[str]:
    if kind not in KINDS:
        raise Problem(
            _("“{kind}” is no kind of field.").format(kind=kind),
            _("There are: {names}.").format(names=", ".join(KINDS)),
        )
    tidy = list(dict.fromkeys(clean(choice) for choice in choices if choice.strip()))
    if kind == "choice" and len(tidy) < 2:
        raise Problem(_("A choice needs at least two words."), _("Write them with commas between."))
    return tidy if kind == "choice" else []


def _free_name(session: Session, name: str, *, but: int = 0) -> str:
    tidy = " ".join(clean(name).split())
    if not any(sign.isalnum() for sign in tidy) or len(tidy) > 60 or {"=", "{", "}"} & set(tidy):
        raise Problem(_("“{text}” can't be the name of a field.").format(text=name))
    for other in session.scalars(select(CustomField).where(CustomField.id != but)):
        if field_key(other.name) == field_key(tidy):
            raise Problem(_("There is a field “{name}” already.").format(name=other.name))
    return tidy


def _field(session: Session, field_id: int) -> CustomField:
    row = session.get(CustomField, field_id)
    if row is None:
        raise Problem(_("This field is gone."), _("Undo brings it back."))
    return row
