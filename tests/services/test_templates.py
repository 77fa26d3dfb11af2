"""The club's own words: kept, printed, undone; a run keeps those it was prepared with."""

import pytest

from clubdesk.errors import Problem
from clubdesk.services.letters import prepare_run, preview_letter, print_run
from clubdesk.services.templates import (
    save_template,
    template_lines,
    template_text,
    templates_of,
    use_shipped,
)
from clubdesk.services.workspace import Workspace
from tests.documents.reading import Paper
from tests.factories import person

OWN = 'closing = "Mit bestem Gruß{if member.given}, {member.given}{end}"'


def own_kinds(club: Workspace) -> list[tuple[str, str]]:
    return [(line.kind, line.language) for line in club.read(template_lines) if line.own]


def test_own_words_are_printed_and_undone(club: Workspace) -> None:
    reader = person(club, "Anna", "Berg", language="de")
    club.do(save_template, "verification", "de", text=OWN)
    assert own_kinds(club) == [("verification", "de")]
    assert "Mit bestem Gruß, Anna" in Paper(club.read(preview_letter, reader).data).text(0)
    club.undo()
    assert own_kinds(club) == []
    assert "Mit bestem Gruß" not in Paper(club.read(preview_letter, reader).data).text(0)


def test_a_run_keeps_the_words_it_was_prepared_with(club: Workspace) -> None:
    reader = person(club, "Anna", "Berg", language="de")
    club.do(save_template, "verification", "de", text=OWN)
    run = club.do(prepare_run, [reader]).run
    assert run is not None
    first = club.read(print_run, run).data
    assert "Mit bestem Gruß, Anna" in Paper(first).text(0)
    club.do(use_shipped, "verification", "de")
    assert own_kinds(club) == []
    assert club.read(print_run, run).data == first


def test_an_exported_template_comes_in_again(club: Workspace) -> None:
    club.do(save_template, "verification", "de", text=OWN)
    text = club.read(template_text, "verification", "de")
    club.do(save_template, "verification", "de", text=text)
    assert club.read(template_text, "verification", "de") == text
    assert club.read(templates_of, "verification") == {"de": text}


@pytest.mark.parametrize(
    ("kind", "language", "text"),
    [("verification", "de", "closing = '{x}'"), ("roster", "de", ""), ("verification", "xx", "")],
)
def test_what_can_not_be_printed_is_not_kept(club: Workspace, kind: str, language: str, text: str) -> None:
    with pytest.raises(Problem):
        club.do(save_template, kind, language, text=text)
    assert own_kinds(club) == []
