"""What is exported can be read again."""

from pathlib import Path

import pytest

from clubdesk.services.importing.reading import read_list
from tests.cli.conftest import Run


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods", "vcf"])
def test_people_leave_in_every_format(run: Run, sample: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"people.{ending}"
    said = run("export", "--out", out, "--json", club=sample).json
    assert said["people"] == 60
    assert len(read_list(out).rows) == said["people"]


def test_a_file_of_another_kind_is_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("export", "--out", tmp_path / "x.doc", club=sample)
    assert said.code != 0
    assert "vcf" in said.err
