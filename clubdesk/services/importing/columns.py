"""What the columns of a list mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.model.folding import compact
from clubdesk.services.importing.contents import field_by_contents, looks_like_countries
from clubdesk.services.importing.fields import ADDRESS, FIELDS
from clubdesk.services.importing.headings import Heading, names, understand
from clubdesk.services.importing.memberlist import MemberList

Samples = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Column index (0-based) -> field, how sure that is (0..1), and the headers that mean nothing to us."""

    mapped: dict[int, str]
    confidence: dict[int, float]
    unmapped: tuple[str, ...]


def map_columns(
    headers: Sequence[str], samples: Samples, overrides: Mapping[str, str] | None = None
) -> ColumnMap:
    """Guess each column's field by its header, else by its values.

    `overrides` (header or 1-based column number -> field; an empty field leaves the column out) win. Raises
    Problem when an override names no column or no field.
    """
    chosen = _chosen(headers, overrides or {})
    filled = [sum(bool(row[at].strip()) for row in samples if at < len(row)) for at in range(len(headers))]
    guesses = {at: understand(header) for at, header in enumerate(headers) if at not in chosen}
    guesses = {at: guess for at, guess in guesses.items() if guess.field}
    _correct(guesses, samples)
    guesses = _best_of_each(guesses, filled, taken=set(chosen.values()))
    _correct_names(guesses, headers)
    _by_contents(guesses, headers, samples, chosen)
    mapped = {at: guess.field for at, guess in guesses.items()} | {at: f for at, f in chosen.items() if f}
    return ColumnMap(
        dict(sorted(mapped.items())),
        {at: guesses[at].confidence if at in guesses else 1.0 for at in sorted(mapped)},
        tuple(header for at, header in enumerate(headers) if at not in mapped),
    )


def columns_of(member_list: MemberList, overrides: Mapping[str, str] | None = None) -> ColumnMap:
    """The columns of a list, by what the file itself says of them, else guessed."""
    headers = member_list.headers
    if not member_list.fields:
        return map_columns(headers, member_list.samples(), overrides)
    mapped = dict(enumerate(member_list.fields))
    for at, name in _chosen(headers, overrides or {}).items():
        mapped = {place: known for place, known in mapped.items() if known != name or name == "notes"}
        mapped[at] = name
    mapped = {at: name for at, name in sorted(mapped.items()) if name}
    left_out = tuple(header for at, header in enumerate(headers) if at not in mapped)
    return ColumnMap(mapped, dict.fromkeys(mapped, 1.0), left_out)


def _chosen(headers: Sequence[str], overrides: Mapping[str, str]) -> dict[int, str]:
    """The officer's own choice: column index -> field."""
    chosen: dict[int, str] = {}
    for column, field in overrides.items():
        at, known = _column(headers, column), _field(field)
        if known and known != "notes" and known in chosen.values():
            message = _("Two columns are to be “{field}”.").format(field=_(FIELDS[known]))
            raise Problem(message, _("Choose one of them and leave the other out."))
        chosen[at] = known
    return chosen


def _column(headers: Sequence[str], column: str) -> int:
    keys = [compact(header) for header in headers]
    if column in headers:
        return list(headers).index(column)
    if compact(column) and compact(column) in keys:
        return keys.index(compact(column))
    if column.isdecimal() and 1 <= int(column) <= len(headers):
        return int(column) - 1
    listed = ", ".join(f"“{header}”" for header in headers)
    raise Problem(
        _("The list has no column “{column}”.").format(column=column),
        _("Its columns: {listed}").format(listed=listed),
    )


def _field(field: str) -> str:
    if field in FIELDS or field in ("", "-"):
        return field.removeprefix("-")
    by_label = {compact(_(label)): name for name, label in FIELDS.items()}
    if found := by_label.get(compact(field)):
        return found
    raise Problem(
        _("There is no field “{field}”.").format(field=field),
        _("The fields: {listed}").format(listed=", ".join(FIELDS)),
    )


def _correct(guesses: dict[int, Heading], samples: Samples) -> None:
    """Mend what programs are known to name wrongly: German Outlook calls the country "Region"."""
    if any(guess.field == "birth_month" for guess in guesses.values()):
        for at, guess in list(guesses.items()):
            if guess.field == "birth" and all(len(cell) <= 2 for cell in _cells(samples, at)):
                guesses[at] = Heading("birth_day", guess.place, guess.ordinal, guess.confidence)
    for at, guess in list(guesses.items()):
        if guess.field == "region" and looks_like_countries(_cells(samples, at)):
            _take_as_country(guesses, at, samples)


def _take_as_country(guesses: dict[int, Heading], region: int, samples: Samples) -> None:
    place = guesses[region].place
    countries = [at for at, guess in guesses.items() if (guess.field, guess.place) == ("country", place)]
    if any(looks_like_countries(_cells(samples, at)) for at in countries):
        return
    guesses[region] = Heading("country", place, 1, 0.8)
    for at in countries:
        guesses[at] = Heading("region", place, 1, 0.8)


def _best_of_each(guesses: dict[int, Heading], filled: list[int], taken: set[str]) -> dict[int, Heading]:
    """One column for each field; all lines of an address come from one place, home if there is one."""
    address = _best_place(guesses, filled)
    best: dict[str, int] = {}
    for at, guess in guesses.items():
        if guess.field in taken or (guess.field in ADDRESS and (guess.place, guess.ordinal) != address):
            continue
        rival = best.get(guess.field)
        if rival is None or _rank(guess, filled[at]) > _rank(guesses[rival], filled[rival]):
            best[guess.field] = at
    notes = [at for at, guess in guesses.items() if guess.field == "notes"]
    return {at: guesses[at] for at in sorted({*best.values(), *notes})}


def _best_place(guesses: dict[int, Heading], filled: list[int]) -> tuple[str, int]:
    cells: dict[tuple[str, int], int] = {}
    for at, guess in guesses.items():
        if guess.field in ADDRESS:
            key = (guess.place, guess.ordinal)
            cells[key] = cells.get(key, 0) + filled[at] + (guess.field in ("street", "city"))
    preferred = sorted(cells, key=lambda key: (-_PREFERENCE[key[0]], key[1]))
    full = [key for key in preferred if cells[key] > 2]
    return (full or preferred or [("home", 1)])[0]


_PREFERENCE = {"home": 2, "work": 1, "other": 0}


def _rank(guess: Heading, filled: int) -> tuple[bool, int, int, float]:
    return filled > 0, _PREFERENCE[guess.place], -guess.ordinal, guess.confidence


def _correct_names(guesses: dict[int, Heading], headers: Sequence[str]) -> None:
    """A column "Name" is the surname where the given name has a column of its own, and vice versa."""
    fields = {guess.field: at for at, guess in guesses.items()}
    if "name" not in fields:
        return
    at = fields["name"]
    words, key = names().words, compact(headers[at])
    if "given" in fields and "surname" not in fields and key in words["surname_beside_given"]:
        guesses[at] = Heading("surname", confidence=0.9)
    elif "surname" in fields and "given" not in fields and key in words["given_beside_surname"]:
        guesses[at] = Heading("given", confidence=0.9)


def _by_contents(
    guesses: dict[int, Heading], headers: Sequence[str], samples: Samples, chosen: dict[int, str]
) -> None:
    """Columns whose header says nothing, but whose values do."""
    for at in range(len(headers)):
        if at in guesses or at in chosen or understand(headers[at]).field:
            continue
        field = field_by_contents(_cells(samples, at))
        if field and field not in {guess.field for guess in guesses.values()} | set(chosen.values()):
            guesses[at] = Heading(field, confidence=0.6)


def _cells(samples: Samples, at: int) -> list[str]:
    return [row[at].strip() for row in samples if at < len(row) and row[at].strip()]
