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
from clubdesk.services.letters.runs import (
    LetterRow,
    PreparedRun,
    RunCard,
    RunLine,
    delete_run,
    mark_posted,
    mark_printed,
    prepare_run,
    run_card,
    runs,
)
from clubdesk.services.letters.specimen import print_specimen

__all__ = [
    "ANSWERS",
    "CODE_LENGTH",
    "NEEDS_LETTER",
    "LeftOut",
    "LetterRow",
    "PreparedRun",
    "Recipients",
    "ReplyResult",
    "RunCard",
    "RunLine",
    "check_letters",
    "delete_run",
    "letter_ids",
    "letter_lines",
    "letter_page",
    "look_up_code",
    "mark_posted",
    "mark_printed",
    "prepare_run",
    "preview_letter",
    "print_run",
    "print_specimen",
    "recipients",
    "record_replies",
    "replies_recorded_on",
    "run_card",
    "runs",
]
