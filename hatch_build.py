"""Compile the catalogues of resources/locale when the project is built or installed (docs/decisions.md).

`python hatch_build.py` does the same for a checkout whose catalogues were edited.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> None:
    for source in root.glob("resources/locale/*/LC_MESSAGES/*.po"):
        language = source.parents[1].name  # decides the plural rule
        with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, read_po(po, locale=language))


class CompileCatalogues(BuildHookInterface[Any]):
    """Runs for wheels and for `pip install -e .` alike, so a checkout speaks all languages too."""

    # typing has no `override` before Python 3.12, and the build has no other package
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # type: ignore[explicit-override]  # noqa: ARG002
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
