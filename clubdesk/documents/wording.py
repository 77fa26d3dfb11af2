"""An officer's text with merge fields and conditions, read once and then only filled.

    Dear {member.given}{if vehicle.name}, how is your {vehicle.name}?{else}, what do you drive?{end}

`{if name}` shows what follows when the field has a text, `{if not name}` when it has none. Nothing else in a
text is evaluated; reading is linear in its length, and conditions stand at most `DEEPEST` inside each other.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from clubdesk.documents.fields import FIELDS
from clubdesk.i18n import _

DEEPEST = 4

_BRACED = re.compile(r"\{[^{}]*\}|[{}]")
_FIELD = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)+)\}")
_IF = re.compile(r"\{if (not )?([a-z_]+(?:\.[a-z_]+)+)\}")


@dataclass(frozen=True, slots=True)
class Merge:
    """The text of a merge field."""

    name: str


@dataclass(slots=True)
class Choice:
    """What is shown when a field has a text, and what when it has none."""

    name: str
    filled: list["Part"] = field(default_factory=list)
    empty: list["Part"] = field(default_factory=list)
    negated: bool = False
    otherwise: bool = False  # whether its {else} was read


Part = str | Merge | Choice


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that was read; `mistakes` are sentences, `parts` what can be filled in spite of them.

    `places` says of each mistake from which character to which it stands.
    """

    parts: tuple[Part, ...]
    mistakes: tuple[str, ...]
    places: tuple[tuple[int, int], ...] = ()

    @property
    def is_constant(self) -> bool:
        """Whether it says the same to everybody."""
        return all(isinstance(part, str) for part in self.parts)

    def names(self) -> Iterator[str]:
        """The merge fields it depends on, those of its conditions included."""
        yield from _names(self.parts)

    def fill(self, read: Callable[[str], str]) -> str:
        """The text with the values that `read` gives for the names of fields."""
        said: list[str] = []
        _fill(self.parts, read, said)
        return "".join(said)


def read_wording(text: str) -> Wording:
    """Read a text; what is wrong in it stays as it was written and is told."""
    reader = _Reader()
    end = 0
    for found in _BRACED.finditer(text):
        reader.literal(text[end : found.start()])
        reader.braced(found.group(), found.span())
        end = found.end()
    reader.literal(text[end:])
    return reader.finish()


class _Reader:
    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._open: list[Choice] = []
        self._too_deep = 0
        self._mistakes: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._at = (0, 0)
        self._begun: list[tuple[int, int]] = []

    def literal(self, text: str) -> None:
        if text:
            self._here().append(text)

    def braced(self, text: str, at: tuple[int, int]) -> None:
        self._at = at
        if condition := _IF.fullmatch(text):
            self._begin(condition[2], negated=bool(condition[1]))
        elif text == "{else}":
            self._turn()
        elif text == "{end}":
            self._end()
        elif merge := _FIELD.fullmatch(text):
            self._check(merge[1])
            self._here().append(Merge(merge[1]) if merge[1] in FIELDS else text)
        else:
            self._wrong(_("“{text}” is not a merge field.").format(text=text))
            self._here().append(text)

    def finish(self) -> Wording:
        for choice, at in zip(self._open, self._begun, strict=True):
            self._at = at
            self._wrong(_("“{text}” has no {end}.").format(text=_shown(choice), end="{end}"))
        return Wording(tuple(self._parts), tuple(self._mistakes), tuple(self._places))

    def _wrong(self, sentence: str) -> None:
        self._mistakes.append(sentence)
        self._places.append(self._at)

    def _here(self) -> list[Part]:
        if not self._open:
            return self._parts
        choice = self._open[-1]
        return choice.empty if choice.negated != choice.otherwise else choice.filled

    def _begin(self, name: str, *, negated: bool) -> None:
        self._check(name)
        if len(self._open) == DEEPEST:
            self._too_deep += 1
            if self._too_deep == 1:
                self._wrong(_("More than {count} conditions stand inside each other.").format(count=DEEPEST))
            return
        choice = Choice(name, negated=negated)
        self._here().append(choice)
        self._open.append(choice)
        self._begun.append(self._at)

    def _turn(self) -> None:
        if self._too_deep:
            return
        if not self._open or self._open[-1].otherwise:
            self._wrong(_("“{text}” belongs to no condition.").format(text="{else}"))
        else:
            self._open[-1].otherwise = True

    def _end(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif self._open:
            self._open.pop()
            self._begun.pop()
        else:
            self._wrong(_("“{text}” belongs to no condition.").format(text="{end}"))

    def _check(self, name: str) -> None:
        if name not in FIELDS:
            self._wrong(_("There is no merge field “{name}”.").format(name=name))


def _shown(choice: Choice) -> str:
    return f"{{if {'not ' if choice.negated else ''}{choice.name}}}"


def _names(parts: tuple[Part, ...] | list[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Merge):
            yield part.name
        elif isinstance(part, Choice):
            yield part.name
            yield from _names(part.filled)
            yield from _names(part.empty)


def _fill(parts: tuple[Part, ...] | list[Part], read: Callable[[str], str], said: list[str]) -> None:
    for part in parts:
        if isinstance(part, str):
            said.append(part)
        elif isinstance(part, Merge):
            said.append(read(part.name))
        elif isinstance(part, Choice):
            _fill(part.filled if read(part.name).strip() else part.empty, read, said)
