"""docs/licences.md names every library that the program needs."""

import re
import tomllib
from importlib.metadata import requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev


def libraries() -> set[str]:
    """All that the dependencies of the program pull in on this computer."""
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: set[tuple[str, frozenset[str]]] = set()
    waiting = [Requirement(text) for text in project["dependencies"]]
    while waiting:
        library = waiting.pop()
        key = canonicalize_name(library.name), frozenset(library.extras)
        if key not in found:
            found.add(key)
            waiting += needed_by(library)
    return {name for name, _extras in found}


def needed_by(library: Requirement) -> list[Requirement]:
    extras = library.extras or {""}
    wanted = [Requirement(text) for text in requires(library.name) or []]
    return [
        other
        for other in wanted
        if other.marker is None or any(other.marker.evaluate({"extra": extra}) for extra in extras)
    ]


def test_every_library_is_named() -> None:
    page = (dev.ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    named = set(re.findall(r"[a-z0-9-]+", page))
    assert sorted(libraries() - named) == []
