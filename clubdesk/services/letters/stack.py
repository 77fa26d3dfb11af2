"""Read a stack of paper and mail that came back: files in, pages with their slips out. Changes nothing."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from clubdesk.errors import Cancelled, Problem
from clubdesk.i18n import _
from clubdesk.services.letters.mail import Mail, is_mail, proposed_answer, read_mail
from clubdesk.services.letters.slip_pages import PageRead, SlipRead, codes_in, read_page, slip_forms
from clubdesk.services.progress import NO_PROGRESS, Progress
from clubdesk.services.workspace import Workspace

LARGEST = 500_000_000  # bytes of one file
SMALLEST = 200  # pixels: no slip, but a picture in the signature of a mail

Tick = Callable[[], object]


@dataclass(slots=True)
class Stack:
    """What was read. `problems` are files that can't be read, and why; `stopped`: by Cancel."""

    pages: list[PageRead] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    stopped: bool = False


def read_stack(workspace: Workspace, files: Sequence[Path], *, progress: Progress = NO_PROGRESS) -> Stack:
    """Read all pages of these files; a cancelled stack has the pages that were read until then.

    `progress` counts files; it is asked before every page. Problem when there is no file at all.
    """
    if not files:
        raise Problem(_("There is nothing to read."), _("Choose scans, photos or mails."))
    stack = Stack()
    try:
        for done, file in enumerate(files):
            _read_file(workspace, file, stack, partial(progress, done, len(files)))
    except Cancelled:
        stack.stopped = True
    return stack


def read_text(workspace: Workspace, text: str, *, name: str) -> Stack:
    """Read a mail that was pasted: as it was sent, or only its words."""
    stack, data = Stack(), text.strip().encode("utf-8", "replace")
    mail = read_mail(data) if is_mail(data) else Mail(text=text.strip())
    _read_mail(workspace, mail, name, stack, lambda: None)
    return stack


def _read_file(workspace: Workspace, file: Path, stack: Stack, tick: Tick) -> None:
    tick()
    try:
        if file.stat().st_size > LARGEST:
            raise Problem(_("{file} is too large.").format(file=file.name), _("Scan fewer pages at a time."))
        data = file.read_bytes()
        if file.suffix.lower() == ".eml" or is_mail(data):
            _read_mail(workspace, read_mail(data), file.name, stack, tick)
        else:
            for page in _read_pages(workspace, data, file.name, tick):
                stack.pages.append(page)
    except OSError as error:
        stack.problems.append((file.name, error.strerror or str(error)))
    except Problem as problem:
        stack.problems.append((file.name, f"{problem.message} {problem.hint}".strip()))


def _read_pages(workspace: Workspace, data: bytes, name: str, tick: Tick) -> Iterator[PageRead]:
    from clubdesk.documents.reading.pages import pages_of

    for number, picture in enumerate(pages_of(data, name), start=1):
        tick()
        if min(picture.size) < SMALLEST:
            continue
        yield read_page(workspace, picture, file=name, page=number)


def _read_mail(workspace: Workspace, mail: Mail, name: str, stack: Stack, tick: Tick) -> None:
    """The slips attached to a mail, and its text when that has a code of its own or there is no slip."""
    slips_before = len(stack.pages)
    for attachment in mail.attachments:
        title = f"{name}: {attachment.name}"
        try:
            for page in _read_pages(workspace, attachment.data, title, tick):
                stack.pages.append(replace(page, way="mail", received_on=mail.sent_on))
        except Problem as problem:
            stack.problems.append((title, problem.message))
    attached = {slip.code for page in stack.pages[slips_before:] for slip in page.slips}
    text = "\n".join(filter(None, (mail.sender, mail.subject, mail.text)))
    known = workspace.read(slip_forms, codes_in(text))
    slips = [SlipRead(code, proposed=proposed_answer(mail.text)) for code in known if code not in attached]
    if slips or not attached:
        stack.pages.append(
            PageRead(
                file=name,
                page=0,
                digest=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
                way="mail",
                received_on=mail.sent_on,
                text=text,
                slips=tuple(slips),
            )
        )
