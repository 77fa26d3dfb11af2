"""The icons' drawings (Tabler outline, MIT), coloured; no Qt and no theme."""

import tempfile
from functools import lru_cache
from pathlib import Path

from clubdesk import paths


@lru_cache(maxsize=512)
def svg(name: str, colour: str) -> str:
    """The drawing with its lines in that colour (#rrggbb)."""
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')


@lru_cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="clubdesk-icons-", ignore_cleanup_errors=True)


def file_for(name: str, colour: str) -> str:
    """A file with the icon in that colour, for a style sheet; gone when the program ends."""
    file = Path(_folder().name) / f"{name}-{colour.lstrip('#')}.svg"
    if not file.exists():
        file.write_text(svg(name, colour), encoding="utf-8")
    return file.as_posix()
