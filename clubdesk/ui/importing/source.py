"""A list on its way in: what was read, what its columns mean, what importing it would do. No Qt here."""

from dataclasses import dataclass, replace
from pathlib import Path

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.importing.apply import ImportCounts, plan_import
from clubdesk.services.importing.columns import ColumnMap, columns_of
from clubdesk.services.importing.conflicts import Rule
from clubdesk.services.importing.fields import FIELDS
from clubdesk.services.importing.memberlist import MemberList, Rejected, Remark
from clubdesk.services.importing.personrow import PersonRow
from clubdesk.services.importing.reading import read_list, read_text
from clubdesk.services.importing.values import read_people
from clubdesk.services.progress import Progress
from clubdesk.services.workspace import Workspace

CERTAIN = 0.85  # from here on a guess needs no second look
REPEATABLE = "notes"


class NoHeader(Problem):
    """The list can be read, but only without a row that names its columns."""


@dataclass(frozen=True)
class Choices:
    """What the officer said about a file; what is None is found out."""

    file: Path
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    text: str = ""  # what was pasted; then `file` is only its name


@dataclass(frozen=True)
class Meaning:
    """What a column is, "" for not imported, and how sure that is (1 is certain)."""

    field: str
    sure: float


@dataclass(frozen=True)
class Source:
    """A list that was read, with the meaning of each of its columns."""

    choices: Choices
    members: MemberList
    columns: tuple[Meaning, ...]

    def choose(self, at: int, field: str) -> "Source":
        """Give a column its meaning; another column that had it is left out."""
        taken = field and field != REPEATABLE
        columns = [Meaning("", 1.0) if taken and column.field == field else column for column in self.columns]
        columns[at] = Meaning(field, 1.0)
        return replace(self, columns=tuple(columns))

    @property
    def left_out(self) -> tuple[str, ...]:
        """The columns that are not imported."""
        pairs = zip(self.members.headers, self.columns, strict=True)
        return tuple(header for header, column in pairs if not column.field)

    def column_map(self) -> ColumnMap:
        mapped = {at: column.field for at, column in enumerate(self.columns) if column.field}
        return ColumnMap(mapped, {at: self.columns[at].sure for at in mapped}, self.left_out)


@dataclass(frozen=True)
class Outcome:
    """What importing would do. `chapterless` rows name no chapter of their own and get `chapter`."""

    people: tuple[PersonRow, ...]
    rejected: tuple[Rejected, ...]
    remarks: tuple[Remark, ...]
    counts: ImportCounts
    chapter: str
    chapterless: int
    rule: Rule

    @property
    def chapters(self) -> tuple[str, ...]:
        """All chapters that these people come into."""
        named = {row.chapter or self.chapter for row in self.people}
        return tuple(sorted(named - {""}))


def read_source(choices: Choices, progress: Progress) -> Source:
    """Read the list and guess its columns; Problem if that fails, NoHeader if only the header is missing."""
    try:
        members = _read(choices)
    except NoHeader:
        raise
    except Problem as problem:
        if choices.header_row is None and _can_be_read(replace(choices, header_row=0)):
            raise NoHeader(problem.message, problem.hint) from problem
        raise
    progress(0, 1)
    guessed = columns_of(members)
    columns = [
        Meaning(guessed.mapped.get(at, ""), guessed.confidence.get(at, 1.0))
        for at in range(len(members.headers))
    ]
    return Source(choices, members, tuple(columns))


def _read(choices: Choices) -> MemberList:
    if choices.text:
        name, header = choices.file.name, choices.header_row
        return read_text(name, choices.text, delimiter=choices.delimiter, header_row=header)
    return read_list(
        choices.file,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
        sheet=choices.sheet,
        header_row=choices.header_row,
    )


def _can_be_read(choices: Choices) -> bool:
    try:
        return bool(_read(choices).headers)
    except Problem:
        return False


def work_out(
    workspace: Workspace, source: Source, *, chapter: str, rule: Rule, progress: Progress
) -> Outcome:
    """What importing the list now would do; rows that name no chapter get `chapter`."""
    people, rejected, remarks = read_people(source.members, source.column_map(), progress=progress)
    progress(len(people), len(people))
    counts = workspace.read(plan_import, people, chapter=chapter, rule=rule)
    return Outcome(
        people=tuple(people),
        rejected=tuple(rejected),
        remarks=(*source.members.remarks, *remarks),
        counts=counts,
        chapter=chapter,
        rule=rule,
        chapterless=sum(1 for row in people if not row.chapter),
    )


def field_words() -> list[tuple[str, str]]:
    """What a column can be, as (field, word), beginning with nothing."""
    words = [(field, _(word)) for field, word in FIELDS.items()]
    return [("", _("Not imported")), *((field, word[:1].upper() + word[1:]) for field, word in words)]
