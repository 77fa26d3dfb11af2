"""Find out the encoding of a text file.

Byte-order mark -> UTF-16 by its NUL bytes -> UTF-8 -> what reads most like names -> chardet -> the
computer's own.
"""

import codecs
import locale
import re

from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services.importing.plausible import EASTERN, SINGLE_BYTE, plausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_STRANGE_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_CONTROLS = bytes(set(range(32)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B})
_SAMPLE = 32_000  # bytes of lines with letters beyond ASCII; more doesn't change the verdict


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text and the name of the encoding it is in. Raises Problem for what is no text.

    Bytes that don't fit the encoding found become U+FFFD; an encoding the officer names must fit wholly.
    """
    if encoding:
        return _decode_as(data, encoding), encoding
    found = _marked(data) or _wide(data)
    if found:
        return data.decode(found, "replace").removeprefix("\ufeff"), found
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _nearly_utf8(data) or _most_plausible(data)


def _decode_as(data: bytes, encoding: str) -> str:
    hint = _("Leave the encoding out, and it is found out by itself.")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        message = _("Row {row} is not written in the encoding {encoding}.")
        raise Problem(message.format(row=row, encoding=encoding), hint) from error
    except (LookupError, ValueError, TypeError, AttributeError) as error:  # what odd names of codecs raise
        raise Problem(_("There is no encoding {encoding}.").format(encoding=encoding), hint) from error


def _marked(data: bytes) -> str:
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: most of the Latin letters have a NUL beside them."""
    head = data[:4000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 5 < len(head) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_binary(data: bytes) -> None:
    head = data[:8000]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > 3 and controls * 50 > len(head):
        raise Problem(
            _("This file holds no text but the data of some program."),
            _("Open it in the program it comes from and save the list as CSV or XLSX."),
        )


def _nearly_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes, as after cutting a text in the midst of a letter."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    return (text, "utf-8") if sound > 10 * broken else None


def _most_plausible(data: bytes) -> tuple[str, str]:
    sample = _sample(data)
    scores = {name: _score(sample, name, data) for name in (*SINGLE_BYTE, *EASTERN)}
    best = max(scores, key=scores.__getitem__)
    if best in EASTERN:
        best = _by_chardet(sample, [name for name in EASTERN if scores[name] > scores[best] - 0.35]) or best
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    doubtful = _by_chardet(sample, list(SINGLE_BYTE)) if scores[best] < 0 else ""
    for name in filter(None, (doubtful, best, *ranked, locale.getpreferredencoding(do_setlocale=False))):
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1"), "latin-1"


def _sample(data: bytes) -> bytes:
    lines, size = [], 0
    for match in _STRANGE_LINE.finditer(data):
        lines.append(match[0][:2000])
        size += len(lines[-1])
        if size > _SAMPLE:
            break
    return b"\n".join(lines)


def _score(sample: bytes, encoding: str, data: bytes) -> float:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -9.0
    return plausibility(text, encoding) * _prior(encoding, old_mac=b"\n" not in data)


def _prior(encoding: str, *, old_mac: bool) -> float:
    """Old Macs end lines with CR alone; DOS encodings and the ISO twins are rare."""
    if encoding == "mac-roman":
        return 1.1 if old_mac else 0.9
    rare = {"cp850": 0.95, "cp852": 0.9, "cp866": 0.95, "iso8859-2": 0.97, "cp1254": 0.97, "cp1257": 0.9}
    return rare.get(encoding, 0.99 if encoding != "cp1252" else 1.0)


def _by_chardet(sample: bytes, candidates: list[str]) -> str:
    if len(candidates) < 2:
        return candidates[0] if candidates else ""
    import chardet

    names = {"euc_jp": "euc_jis_2004", "mac-roman": "mac-roman"}
    include = [names.get(name, name) for name in candidates]
    found = chardet.detect(sample, include_encodings=include, no_match_encoding=include[0])["encoding"] or ""
    return next((name for name in candidates if _same(found, names.get(name, name))), "")


def _same(one: str, other: str) -> bool:
    try:
        return codecs.lookup(one) == codecs.lookup(other)
    except LookupError:
        return False
