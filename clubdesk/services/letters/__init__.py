"""Verification letters: who gets one, the runs, the PDF, the replies."""

from clubdesk.services.letters.lists import letter_ids, letter_lines
from clubdesk.services.letters.printing import check_letters, letter_page, preview_letter, print_run
from clubdesk.services.letters.recipients import NEEDS_LETTER, LeftOut, Recipients, recipients
from clubdesk.services.letters.replies import (
    ANSWERS,
    CODE_LENGTH,
    ReplyResult,
    look_up_code,
    record_replies,
    replies_recorded_on,
)
from clubdesk.services.letters.returns import (
    REASONS,
    ReturnResult,
    look_up_letter,
    record_returned,
)
from clubdesk.services.letters.runs import (
    FIRST,
    SECOND,
    LetterRow,
    PreparedRun,
    RunCard,
    RunLine,
    prepare_run,
    run_card,
    runs,
)
from clubdesk.services.letters.specimen import print_specimen
from clubdesk.services.letters.spoils import note_spoiled, parse_pages, void_letters
from clubdesk.services.letters.statistics import (
    ChapterLetters,
    LetterStatistics,
    letter_statistics,
    print_statistics,
)
from clubdesk.services.letters.steps import close_run, delete_run, mark_posted, mark_printed

__all__ = [
    "ANSWERS",
    "CODE_LENGTH",
    "FIRST",
    "NEEDS_LETTER",
    "REASONS",
    "SECOND",
    "ChapterLetters",
    "LeftOut",
    "LetterRow",
    "LetterStatistics",
    "PreparedRun",
    "Recipients",
    "ReplyResult",
    "ReturnResult",
    "RunCard",
    "RunLine",
    "check_letters",
    "close_run",
    "delete_run",
    "letter_ids",
    "letter_lines",
    "letter_page",
    "letter_statistics",
    "look_up_code",
    "look_up_letter",
    "mark_posted",
    "mark_printed",
    "note_spoiled",
    "parse_pages",
    "prepare_run",
    "preview_letter",
    "print_run",
    "print_specimen",
    "print_statistics",
    "recipients",
    "record_replies",
    "record_returned",
    "replies_recorded_on",
    "run_card",
    "runs",
    "void_letters",
]
