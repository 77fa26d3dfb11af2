"""Verification letters: who gets one, the runs, the PDF, the replies."""

from clubdesk.services.letters.bundles import Bundle, bundles, print_bundles
from clubdesk.services.letters.evidence import EVIDENCE, end_verification, verify_person
from clubdesk.services.letters.lists import letter_ids, letter_lines
from clubdesk.services.letters.phone import record_by_phone
from clubdesk.services.letters.plain import PlainLetters, plain_choices, print_plain_letters
from clubdesk.services.letters.printing import (
    check_letters,
    letter_page,
    preview_letter,
    print_control_sheet,
    print_run,
)
from clubdesk.services.letters.proposals import (
    Proposal,
    finish_proposal,
    open_proposals,
    people_to_correct,
    refuse_proposal,
)
from clubdesk.services.letters.recipients import NEEDS_LETTER, LeftOut, Recipients, recipients
from clubdesk.services.letters.replies import (
    ANSWERS,
    CODE_LENGTH,
    SAID,
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
from clubdesk.services.letters.scans import (
    OpenPage,
    OpenSlip,
    SlipResult,
    StackResult,
    answer_page,
    answer_slip,
    judge_stack,
    open_pages,
    open_slips,
    page_picture,
    record_stack,
    set_page_aside,
    set_slip_aside,
    slip_picture,
    waiting_replies,
)
from clubdesk.services.letters.single_files import save_singly
from clubdesk.services.letters.specimen import print_specimen
from clubdesk.services.letters.spoils import note_spoiled, parse_pages, void_letters
from clubdesk.services.letters.stack import Stack, read_stack, read_text
from clubdesk.services.letters.statistics import (
    ChapterLetters,
    LetterStatistics,
    letter_statistics,
    print_statistics,
)
from clubdesk.services.letters.steps import close_run, delete_run, mark_posted, mark_printed
from clubdesk.services.letters.suggestions import suggest_codes

__all__ = [
    "ANSWERS",
    "CODE_LENGTH",
    "EVIDENCE",
    "FIRST",
    "NEEDS_LETTER",
    "REASONS",
    "SAID",
    "SECOND",
    "Bundle",
    "ChapterLetters",
    "LeftOut",
    "LetterRow",
    "LetterStatistics",
    "OpenPage",
    "OpenSlip",
    "PlainLetters",
    "PreparedRun",
    "Proposal",
    "Recipients",
    "ReplyResult",
    "ReturnResult",
    "RunCard",
    "RunLine",
    "SlipResult",
    "Stack",
    "StackResult",
    "answer_page",
    "answer_slip",
    "bundles",
    "check_letters",
    "close_run",
    "delete_run",
    "end_verification",
    "finish_proposal",
    "judge_stack",
    "letter_ids",
    "letter_lines",
    "letter_page",
    "letter_statistics",
    "look_up_code",
    "look_up_letter",
    "mark_posted",
    "mark_printed",
    "note_spoiled",
    "open_pages",
    "open_proposals",
    "open_slips",
    "page_picture",
    "parse_pages",
    "people_to_correct",
    "plain_choices",
    "prepare_run",
    "preview_letter",
    "print_bundles",
    "print_control_sheet",
    "print_plain_letters",
    "print_run",
    "print_specimen",
    "print_statistics",
    "read_stack",
    "read_text",
    "recipients",
    "record_by_phone",
    "record_replies",
    "record_returned",
    "record_stack",
    "refuse_proposal",
    "replies_recorded_on",
    "run_card",
    "runs",
    "save_singly",
    "set_page_aside",
    "set_slip_aside",
    "slip_picture",
    "suggest_codes",
    "verify_person",
    "void_letters",
    "waiting_replies",
]
