"""Mails as they were saved: their date, words and attachments. Nothing in them is run or fetched."""

import datetime as dt
import email.policy
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any, NamedTuple

from typing_extensions import override

_HEADER = re.compile(rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.M)
_NAMED = re.compile(rb"^(?:from|subject|date|message-id|mime-version|received):", re.I | re.M)
_LONGEST = 20_000  # characters that are kept of a text
_QUOTED = re.compile(r"^\s*>.*$", re.M)
_SKIPPED = {"script", "style", "head", "title"}
_BREAKS = {"p", "br", "div", "tr", "li", "h1", "h2", "h3", "table"}

#: Words by which a mail proposes an answer; an officer confirms it. English, German, Norwegian, Chinese.
_SAYS = {
    "refused": r"remove me|unsubscribe|cancel my membership|no longer a member|austret|abmelden|streichen Sie"
    r"|kein Mitglied|melde? meg ut|ikke lenger medlem|退会|退出|不再是会员",
    "not-owner": r"sold (?:the|my|our)|no longer (?:own|have)|verkauft|nicht mehr (?:Halter|Besitzer)"
    r"|nicht mehr Eigentümer|solgt|eier ikke lenger|卖了|已出售|不再拥有",
    "changed": r"moved|new address|changed|umgezogen|neue (?:Adresse|Anschrift)|geändert|flyttet|ny adresse"
    r"|endret|搬家|新地址|变更",
    "verified": r"everything is correct|all (?:is )?correct|i confirm|alles (?:ist )?richtig|stimmt alles"
    r"|alles korrekt|bestätige|alt (?:er )?riktig|stemmer|bekrefter|正确|确认",
}


class Attachment(NamedTuple):
    """A picture or PDF in a mail."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail; `sent_on` is the day in its header, where it was sent."""

    text: str
    subject: str = ""
    sender: str = ""
    sent_on: dt.date | None = None
    attachments: tuple[Attachment, ...] = ()


def is_mail(data: bytes) -> bool:
    """Whether this begins as a mail does: with a header that names who, what or when."""
    head = _HEADER.match(data[:20_000].replace(b"\r\n", b"\n"))
    return head is not None and len(_NAMED.findall(head.group())) >= 2


def read_mail(data: bytes) -> Mail:
    """The parts of a mail that an officer would read."""
    message = message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    plain = [part for part in message.walk() if _is_text(part, "text/plain")]
    html = [part for part in message.walk() if _is_text(part, "text/html")]
    texts = [_content(part) for part in plain] or [_text_of_html(_content(part)) for part in html]
    return Mail(
        text="\n".join(texts).strip()[:_LONGEST],
        subject=_header(message, "subject"),
        sender=_header(message, "from"),
        sent_on=_day(message),
        attachments=tuple(_attachments(message)),
    )


def proposed_answer(text: str) -> str:
    """What a mail seems to say, "" when that isn't one thing; what it quotes doesn't count."""
    own = _QUOTED.sub("", text)
    said = [answer for answer, words in _SAYS.items() if re.search(words, own, re.I)]
    return said[0] if len(said) == 1 else ""


def _is_text(part: Any, kind: str) -> bool:
    return bool(part.get_content_type() == kind and part.get_content_disposition() != "attachment")


def _content(part: Any) -> str:
    """The words of a part, also of one whose encoding is wrongly named."""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, KeyError):
        return bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")


def _header(message: EmailMessage, name: str) -> str:
    value = message.get(name, "")
    return " ".join(str(value).split())[:500]


def _day(message: EmailMessage) -> dt.date | None:
    sent = getattr(message.get("date"), "datetime", None)
    return sent.date() if isinstance(sent, dt.datetime) else None


def _attachments(message: EmailMessage) -> list[Attachment]:
    found = []
    for part in message.walk():
        kind, name = part.get_content_type(), part.get_filename() or ""
        if kind == "message/rfc822" or part.is_multipart():
            continue
        if kind == "application/pdf" or kind.startswith("image/") or name.lower().endswith(".pdf"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data and kind != "image/svg+xml":
                found.append(Attachment(name or kind, data))
    return found


def _text_of_html(html: str) -> str:
    reader = _Reader()
    reader.feed(html[: _LONGEST * 20])
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).splitlines())
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Keeps the words of a page, and where lines end."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._skipping = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipping += tag in _SKIPPED
        if tag in _BREAKS:
            self.words.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._skipping = max(0, self._skipping - (tag in _SKIPPED))

    @override
    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.words.append(data)
