"""Conditions about people, put together by all, any and none; and as a text that people type.

chapter = München and not verified and (joined < 2020 or vehicle = "Model 3", Roadster)
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from clubdesk.errors import Problem
from clubdesk.i18n import _

COMPARED = ("=", "!=", "~", "!~", "<", "<=", ">", ">=")
DEEPEST = 50  # groups within groups
_TOKEN = re.compile(r'\s*(?:("(?:[^"\\]|\\.)*")|([(),])|(!=|!~|<=|>=|[=~<>])|([^\s(),=~<>!"]+))')
_PLAIN = re.compile(r"[\w.@/+:-]+(?: [\w.@/+:-]+)*")
_WORDS = frozenset({"and", "or", "not", "is"})


@dataclass(frozen=True, slots=True)
class Condition:
    """About one field: `op` is of COMPARED, with alternatives; or yes, known or empty, without values."""

    field: str
    op: str = "yes"
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """All of its parts must hold, any of them, or none."""

    mode: Literal["all", "any", "none"]
    parts: tuple["Node", ...]


Node = Condition | Group
Reading = Callable[[], Node]


def write(node: Node) -> str:
    """The text that `parse` reads as this."""
    if isinstance(node, Condition):
        return _write_condition(node)
    if len(node.parts) == 1:
        inner = _inside(node.parts[0])
        return f"not {inner}" if node.mode == "none" else inner
    text = (" and " if node.mode == "all" else " or ").join(_inside(part) for part in node.parts)
    return f"not ({text})" if node.mode == "none" else text


def _inside(node: Node) -> str:
    bare = isinstance(node, Condition) or node.mode == "none"
    return write(node) if bare else f"({write(node)})"


def _write_condition(condition: Condition) -> str:
    if condition.op == "yes":
        return condition.field
    if condition.op in ("known", "empty"):
        return f"{condition.field} is {condition.op}"
    return f"{condition.field} {condition.op} {', '.join(map(_quoted, condition.values))}"


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value) and not _WORDS & set(value.casefold().split(" ")):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def parse(text: str) -> Node:
    """The conditions in a text; Problem names the place that isn't understood."""
    reader = _Reader(text)
    node = reader.any_of()
    if reader.next.kind != "end":
        raise reader.problem(_("“and”, “or” or the end was expected"))
    return node


class _Token(NamedTuple):
    kind: str  # word | text | op | ( | ) | , | end
    text: str
    place: int  # from 1

    def says(self, word: str) -> bool:
        return self.kind == "word" and self.text.casefold() == word


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = self._cut()
        self._at = 0
        self._depth = 0

    def _cut(self) -> list[_Token]:
        tokens, at, text = [], 0, self._text.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                at += len(text[at:]) - len(text[at:].lstrip())
                if text[at] == '"':
                    raise self._problem_at(at + 1, _("the quotation mark is never closed"))
                raise self._problem_at(at + 1, _("“{sign}” is not known").format(sign=text[at]))
            kinds = zip(("text", "", "op", "word"), found.groups(), range(1, 5), strict=True)
            kind, part, group = next((k, p, g) for k, p, g in kinds if p is not None)
            if kind == "text":
                tokens.append(
                    _Token(kind, re.sub(r"\\(.)", r"\1", part[1:-1], flags=re.S), found.start(group) + 1)
                )
            else:
                tokens.append(_Token(kind or part, part, found.start(group) + 1))
            at = found.end()
        return [*tokens, _Token("end", "", len(text) + 1)]

    @property
    def next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self.next
        self._at += token.kind != "end"
        return token

    def problem(self, what: str) -> Problem:
        return self._problem_at(self.next.place, what)

    def _problem_at(self, place: int, what: str) -> Problem:
        around = self._text[max(0, place - 13) : place + 11].strip() or "…"
        return Problem(
            _("The condition isn't understood at character {place} (“{around}”): {what}.").format(
                place=place, around=around, what=what
            ),
            _("Write it like: chapter = Oslo and not verified"),
        )

    def any_of(self) -> Node:
        return self._joined("or", "any", lambda: self._joined("and", "all", self._single))

    def _joined(self, word: str, mode: Literal["all", "any"], part: Reading) -> Node:
        parts = [part()]
        while self.next.says(word):
            self._take()
            parts.append(part())
        return Group(mode, tuple(parts)) if len(parts) > 1 else parts[0]

    def _single(self) -> Node:
        if self.next.says("not"):
            self._take()
            bracket = self.next.kind == "("
            inner = self._deeper(self._single)
            whole = bracket and isinstance(inner, Group) and inner.mode == "any"
            return Group("none", inner.parts if whole and isinstance(inner, Group) else (inner,))
        if self.next.kind == "(":
            self._take()
            inner = self._deeper(self.any_of)
            if self.next.kind != ")":
                raise self.problem(_("“)” was expected"))
            self._take()
            return inner
        return self._condition()

    def _deeper(self, read: Reading) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self.problem(_("there are too many brackets"))
        node = read()
        self._depth -= 1
        return node

    def _condition(self) -> Condition:
        if self.next.kind != "word" or self.next.text.casefold() in _WORDS:
            raise self.problem(_("the name of a field was expected"))
        field = self._take().text.casefold()
        if self.next.says("is"):
            self._take()
            if not (self.next.says("known") or self.next.says("empty")):
                raise self.problem(_("“known” or “empty” was expected after “is”"))
            return Condition(field, self._take().text.casefold())
        if self.next.kind != "op":
            return Condition(field)
        op = self._take().text
        values = [self._value()]
        while self.next.kind == ",":
            self._take()
            values.append(self._value())
        return Condition(field, op, tuple(values))

    def _value(self) -> str:
        if self.next.kind == "text":
            return self._take().text
        words = []
        while self.next.kind == "word" and self.next.text.casefold() not in _WORDS:
            words.append(self._take().text)
        if not words:
            raise self.problem(_("a value was expected"))
        return " ".join(words)
