"""The letters of a run as files of their own, one for each reader: to send, or to keep with their papers."""

from pathlib import Path

from sqlalchemy.orm import Session

from clubdesk.services.clubs import club_key
from clubdesk.services.exporting import safe_name, write_whole
from clubdesk.services.letters.printing import letters_on_paper, print_papers
from clubdesk.services.letters.runs import get_run
from clubdesk.services.progress import NO_PROGRESS, Progress


def save_singly(
    session: Session, run_id: int, *, folder: Path, progress: Progress = NO_PROGRESS
) -> tuple[Path, ...]:
    """Write each letter into `folder` as its number and name; those of an earlier time are replaced.

    When it fails or is cancelled, what it has written anew is taken away again.
    """
    run, key = get_run(session, run_id), club_key(session)
    letters = letters_on_paper(session, run_id)
    written: list[Path] = []
    fresh: list[Path] = []
    try:
        for done, letter in enumerate(letters):
            progress(done, len(letters))
            name = safe_name(f"{letter.number} {letter.snapshot['name']}")
            file = folder / f"{name}.pdf"
            if not file.exists():
                fresh.append(file)
            write_whole(file, print_papers(session, run, [letter], key).data)
            written.append(file)
    except BaseException:
        for file in fresh:
            file.unlink(missing_ok=True)
        raise
    return tuple(written)
