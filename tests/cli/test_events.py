from pathlib import Path

import pytest

from tests.cli.conftest import Run, names
from tests.documents.reading import Paper

SCHOOL = "driving school"  # a part of its title in the sample club


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def create(run: Run, club: Path, *words: object, kind: str = "driving-school", days: object = 3) -> object:
    start = ("--kind", kind, "--title", "Track", "--from", "2027-05-14", "--days", days)
    return run("events", "create", *start, *words, "--json", club=club).json["event"]


def test_create_and_list(run: Run, empty: Path) -> None:
    event = create(run, empty, "--capacity", 20, "--model", "Model 3 Performance", "--venue", "Musterring")
    line = run("events", "list", "--json", club=empty).json[0]
    assert isinstance(event, int)
    assert (line["id"], line["title"], line["capacity"]) == (event, "Track", 20)
    assert (line["first_day"], line["last_day"]) == ("2027-05-14", "2027-05-16")
    assert "Track" in run("events", "list", club=empty).out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--days", "0"], 1),
        (["--days", "400"], 1),
        (["--days", "few"], 2),
        (["--capacity", "-1"], 1),
        (["--kind", "race"], 2),
        (["--from", "14.5.2027"], 2),
        (["--title", " "], 1),
        (["--chapter", "Nowhere"], 1),
    ],
)
def test_an_event_that_cannot_be(run: Run, empty: Path, words: list[str], code: int) -> None:
    start = ("--kind", "social", "--title", "Track", "--from", "2027-05-14")
    said = run("events", "create", *start, *words, club=empty)
    assert (said.code, said.out) == (code, "")
    assert run("events", "list", "--json", club=empty).json == []


def test_the_audience_explains_itself(run: Run, sample: Path) -> None:
    said = run("events", "audience", SCHOOL, "--json", club=sample).json
    assert len(said["invited"]) + len(said["left_out"]) == 60
    assert said["invited"][0].keys() == {"person", "name"}
    reasons = {line["name"]: line["reason"] for line in said["left_out"]}
    assert reasons["Florian Aigner"] == "owns no Model 3 Performance (no vehicle known)"
    assert reasons["Carolin Ertl"] == "never verified"
    table = run("events", "audience", SCHOOL, club=sample).out
    assert all(line["name"] in table for line in said["left_out"])


def test_invite(run: Run, sample: Path, pdf: Path) -> None:
    said = run("events", "invite", SCHOOL, "--out", pdf, "--json", club=sample).json
    assert said.keys() >= {"event", "invitations", "pages", "new", "left_out"}
    assert (said["invitations"], said["pages"], said["new"]) == (14, 14, 0)
    assert Paper(pdf.read_bytes()).pages == 14


def test_nobody_to_invite(run: Run, small: Path, pdf: Path) -> None:
    create(run, small)
    said = run("events", "invite", "track", "--out", pdf, club=small)
    assert said.code == 1
    assert "Nobody is invited to Track yet." in said.err
    assert not pdf.exists()


def test_a_place_that_cannot_be_written_invites_nobody(run: Run, sample: Path, pdf: Path) -> None:
    event = create(run, sample, kind="social", days=1)
    assert run("events", "invite", event, "--out", pdf.parent / "no" / "x.pdf", club=sample).code == 1
    assert run("events", "participants", event, "--json", club=sample).json == []


def test_answers_places_and_the_waiting_list(run: Run, sample: Path, pdf: Path) -> None:
    event = create(run, sample, "--model", "Model 3 Performance", "--capacity", 1)
    run("events", "invite", event, "--out", pdf, club=sample)
    first = run("events", "answer", event, "BY-1001", "accepted", "--json", club=sample).json
    assert (first["name"], first["state"], first["promoted"]) == ("Anna Aigner", "accepted", [])
    assert (
        run("events", "answer", event, "Kathrin Eibl", "accepted", "--json", club=sample).json["state"]
        == "waiting"
    )
    gone = run("events", "answer", event, "Anna Aigner", "declined", "--json", club=sample).json
    assert gone["state"] == "cancelled"
    assert names(gone["promoted"]) == ["Kathrin Eibl"]
    rows = run("events", "participants", event, "--json", club=sample).json
    assert {row["name"]: row["state"] for row in rows}["Kathrin Eibl"] == "accepted"


def test_an_invitation_is_answered_by_its_code(run: Run, sample: Path, pdf: Path) -> None:
    run("events", "invite", SCHOOL, "--out", pdf, club=sample)
    paper = Paper(pdf.read_bytes())
    code = next(code for code in paper.codes() if not code.startswith("E-"))
    answered = run("events", "answer", SCHOOL, code, "accepted", "--json", club=sample).json
    assert answered["name"] in " ".join(paper.outline()[:1])
    assert run("events", "answer", "afternoon", code, "accepted", club=sample).code == 1


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ("Florian Aigner", "isn't invited"),
        ("Aigner", "could mean: Anna Aigner (BY-1001), Florian Aigner (BY-1002)"),
        ("Nemo", "There is nobody “Nemo”"),
        ("000-000-0001", "mistyped"),
    ],
)
def test_somebody_who_cannot_answer(run: Run, sample: Path, person: str, said: str) -> None:
    answered = run("events", "answer", SCHOOL, person, "accepted", club=sample)
    assert answered.code == 1
    assert said in answered.err


def test_run_groups(run: Run, sample: Path) -> None:
    said = run("events", "group", SCHOOL, "BY-1001", "advanced", "--json", club=sample).json
    assert (said["name"], said["group"]) == ("Anna Aigner", "Advanced")
    assert run("events", "group", SCHOOL, "BY-1001", "", "--json", club=sample).json["group"] == ""
    assert run("events", "group", SCHOOL, "BY-1001", "Purple", club=sample).code == 1


def test_rosters(run: Run, sample: Path, pdf: Path) -> None:
    said = run("events", "roster", SCHOOL, "--out", pdf, "--by", "group", "--json", club=sample).json
    assert said["pages"] == Paper(pdf.read_bytes()).pages
    assert "Novice" in Paper(pdf.read_bytes()).text()
    sheets = run("events", "roster", SCHOOL, "--out", pdf, "--sign-in", "--json", club=sample).json
    assert sheets["pages"] >= 3


def test_badges_and_certificates_for_those_who_come(run: Run, sample: Path, pdf: Path) -> None:
    coming = [
        row["name"]
        for row in run("events", "participants", SCHOOL, "--json", club=sample).json
        if row["state"] == "accepted"
    ]
    badges = run("events", "badges", SCHOOL, "--out", pdf, "--start", 10, "--json", club=sample).json
    assert badges["pages"] == Paper(pdf.read_bytes()).pages == 1 + -(-(len(coming) - 1) // 10)
    said = run("events", "certificates", SCHOOL, "--out", pdf, "--json", club=sample).json
    assert said["pages"] == len(coming)
    assert sorted(Paper(pdf.read_bytes()).outline()) == sorted(coming)
    assert run("events", "badges", SCHOOL, "--out", pdf, "--sheet", "none", club=sample).code == 1


@pytest.mark.parametrize("paper", ["badges", "invite"])
def test_papers_that_must_meet_something_are_moved_to_the_printer(
    run: Run, sample: Path, tmp_path: Path, paper: str
) -> None:
    here, there = tmp_path / "here.pdf", tmp_path / "there.pdf"
    run("events", paper, SCHOOL, "--out", here, club=sample)
    run("events", paper, SCHOOL, "--out", there, "--dx", 2, "--dy", -1, club=sample)
    (first, before), (again, after) = (Paper(file.read_bytes()).places()[0] for file in (here, there))
    assert first == again
    assert (after.left - before.left, after.top - before.top) == pytest.approx((2, -1), abs=0.05)


def test_nobody_comes_to_a_new_event(run: Run, sample: Path, pdf: Path) -> None:
    create(run, sample)
    assert "Nobody comes" in run("events", "certificates", "Track", "--out", pdf, club=sample).err


def test_an_event_that_is_not_there_or_not_clear(run: Run, sample: Path) -> None:
    assert "There is no event “race”" in run("events", "audience", "race", club=sample).err
    assert "could mean" in run("events", "audience", "e", club=sample).err
