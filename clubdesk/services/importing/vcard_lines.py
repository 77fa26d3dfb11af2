"""The lines of vCards 2.1, 3 and 4: unfolded, decoded, cut into names, parameters and values.

Read here rather than by a library, which would take sixteen times as long and stop at the first odd line.
"""

import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

_HEAD = re.compile(r'(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):', re.ASCII)
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*")*)')
_ESCAPED = re.compile(r"\\([\\,;:nN\"])")
_GROUP = re.compile(r"([\w-]+)\.", re.ASCII)
_PICTURES = ("PHOTO", "LOGO", "SOUND", "KEY")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


class Property(NamedTuple):
    """One line of a card. `types` are in small letters: home, work, cell, pref ..."""

    line: int  # 1-based, where it begins
    name: str
    value: str  # as it stands there, still escaped; empty for pictures
    types: frozenset[str] = frozenset()
    group: str = ""  # item1 of item1.TEL: what belongs together
    fault: str = ""  # the line itself, where it can't be understood

    @property
    def text(self) -> str:
        return unescaped(self.value)

    @property
    def parts(self) -> list[str]:
        """The components of N, ADR, ORG."""
        return [unescaped(part).strip() for part in _cut(self.value, ";")]


def properties(text: str, encoding: str = "utf-8") -> Iterator[Property]:
    """Each line of a file of cards. `encoding` is for quoted letters that name none of their own."""
    name = ""
    for number, line in _unfolded(text):
        head = _HEAD.match(line)
        if head is None:
            if line.strip() and not (name in _PICTURES and _BASE64.fullmatch(line)):
                yield Property(number, "", "", fault=line.strip())
            continue
        name, value = head[1].upper(), line[head.end() :]
        if name in _PICTURES:
            yield Property(number, name, "")
            continue
        types, told = _parameters(head[2])
        if told.get("ENCODING") in ("QUOTED-PRINTABLE", "Q") or "quoted-printable" in types:
            value = _unquoted(value, told.get("CHARSET", encoding))
        group = _GROUP.match(line)
        yield Property(number, name, value.strip(), types, group[1].lower() if group else "")


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines put together again: those that begin with a blank, and quoted ones that end with =."""
    parts: list[str] = []
    first, quoted = 1, False
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if parts and quoted and parts[-1].endswith("="):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        elif parts and line[:1] in (" ", "\t"):
            parts.append(line[1:])
        else:
            if parts:
                yield first, "".join(parts)
            parts, first = [line], number
            quoted = "QUOTED-PRINTABLE" in line.partition(":")[0].upper()
    if parts:
        yield first, "".join(parts)


def _parameters(text: str) -> tuple[frozenset[str], dict[str, str]]:
    """The types and the other parameters; version 2.1 leaves the word TYPE out."""
    types: set[str] = set()
    told: dict[str, str] = {}
    for parameter in _PARAMETER.findall(text):
        name, equals, value = parameter.partition("=")
        name = name.strip().upper()
        value = value.strip().strip('"')
        if not equals:
            types.add(name.lower())
        elif name == "TYPE":
            types.update(word.strip().lower() for word in value.split(","))
        elif name == "PREF":
            types.add("pref")
        else:
            told[name] = value.upper() if name == "ENCODING" else value
    return frozenset(types), told


def _unquoted(value: str, charset: str) -> str:
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError, ValueError):  # a charset nobody knows, or the wrong one
            continue
    return data.decode("utf-8", "replace")


def unescaped(value: str) -> str:
    r"""A value without its backslashes: \, \; \\ and \n for a new line."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _cut(value: str, sign: str) -> list[str]:
    """At each `sign` that no backslash stands before."""
    if "\\" not in value:
        return value.split(sign)
    parts, start, at = [], 0, 0
    while at < len(value):
        if value[at] == "\\":
            at += 2
            continue
        if value[at] == sign:
            parts.append(value[start:at])
            start = at + 1
        at += 1
    return [*parts, value[start:]]
