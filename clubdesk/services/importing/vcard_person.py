"""What a card says of a person, by the fields of a list; what has no field of its own goes into the notes."""

import re
from collections.abc import Sequence

from clubdesk.i18n import N_, _
from clubdesk.services.importing.vcard_lines import Property

_NAMES = ("surname", "given", "given2", "title", "suffix")
_ADDRESS = ("box", "street2", "street", "city", "region", "postcode", "country")
_SILENT = frozenset(
    ("BEGIN", "END", "VERSION", "UID", "REV", "PRODID", "SORT-STRING", "MAILER", "CLASS", "NAME", "PROFILE",
     "SOURCE", "LABEL", "AGENT", "TZ", "GEO", "KIND", "GENDER", "CLIENTPIDMAP", "XML", "PHOTO", "LOGO",
     "SOUND", "KEY", "FN", "N", "ADR", "TEL", "EMAIL", "BDAY", "LANG", "CALADRURI", "CALURI", "FBURL")
)  # fmt: skip
_NOTED = {
    "NICKNAME": N_("Nickname"),
    "ORG": N_("Organisation"),
    "TITLE": N_("Position"),
    "ROLE": N_("Role"),
    "URL": N_("Web page"),
    "ANNIVERSARY": N_("Anniversary"),
    "IMPP": N_("Messenger"),
    "RELATED": N_("Related person"),
}
_KEPT_AS = {"X-MEMBER-NUMBER": "number", "X-CHAPTER": "chapter", "CATEGORIES": "tags"}
_BASIC_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)(?:T.*)?")


def person_of(card: Sequence[Property]) -> dict[str, str]:
    """Field -> text; only those that the card fills."""
    said: dict[str, str] = {}
    notes: list[str] = []
    _names(card, said, notes)
    _addresses(card, said, notes)
    _phones(card, said, notes)
    _mails(card, said)
    _dates_and_languages(card, said)
    labels = {line.group: line.text for line in card if line.name == "X-ABLABEL"}
    for line in card:
        _rest(line, said, notes, labels)
    said["notes"] = "\n".join(notes)
    return {field: text for field, text in said.items() if text}


def _names(card: Sequence[Property], said: dict[str, str], notes: list[str]) -> None:
    whole = next((line.text.strip() for line in card if line.name == "FN" and line.text.strip()), "")
    parts = next((line.parts for line in card if line.name == "N" and any(line.parts)), [])
    for field, text in zip(_NAMES, parts, strict=False):
        said[field] = " ".join(text.replace(",", " ").split()) if field in ("given2", "title") else text
    if suffix := said.pop("suffix", ""):
        notes.append(f"{_('Suffix')}: {suffix}")
    if not said.get("surname") and not said.get("given"):
        said["name"] = whole


def _addresses(card: Sequence[Property], said: dict[str, str], notes: list[str]) -> None:
    """The home address, else the first one; others are kept in words."""
    filled = [line for line in card if line.name == "ADR" and any(line.parts)]
    filled.sort(key=lambda line: ("home" not in line.types, "pref" not in line.types))
    for line in filled[1:]:
        place = ", ".join(part.replace("\n", ", ") for part in line.parts if part)
        notes.append(f"{_('Further address')}: {place}")
    for line in filled[:1]:
        parts = dict(zip(_ADDRESS, line.parts, strict=False))
        box = parts.pop("box", "")
        said.update(parts)
        if box:
            said["street2"] = ", ".join(part for part in (said.get("street2", ""), box) if part)
        if not said.get("street"):
            said["street"], said["street2"] = said.get("street2", ""), ""


def _phones(card: Sequence[Property], said: dict[str, str], notes: list[str]) -> None:
    lines = [line for line in card if line.name == "TEL" and line.text.strip()]
    lines.sort(key=lambda line: ("pref" not in line.types, "work" in line.types))
    for line in lines:
        number = line.text.strip().removeprefix("tel:").replace(";ext=", " ext. ")
        mobile = bool(line.types & {"cell", "iphone"})
        field = "mobile" if mobile else "phone"
        if line.types & {"fax", "pager", "homefax", "workfax"}:
            notes.append(f"{_('Fax') if 'pager' not in line.types else _('Pager')}: {number}")
        elif not said.get(field):
            said[field] = number
        else:
            notes.append(f"{_('Further phone')}: {number}")


def _mails(card: Sequence[Property], said: dict[str, str]) -> None:
    """All in one cell, the preferred one first: whoever reads the cell keeps the others as a note."""
    lines = [line for line in card if line.name == "EMAIL" and line.text.strip()]
    lines.sort(key=lambda line: "pref" not in line.types)
    said["email"] = ", ".join(dict.fromkeys(line.text.strip().removeprefix("mailto:") for line in lines))


def _dates_and_languages(card: Sequence[Property], said: dict[str, str]) -> None:
    for line in card:
        if line.name == "BDAY" and not said.get("birth"):
            said["birth"] = _day(line.text.strip())
        elif line.name == "LANG" and not said.get("language"):
            said["language"] = line.text.strip()


def _day(text: str) -> str:
    """19800322 and 1980-03-22T00:00:00Z as 1980-03-22; Apple writes 1604 for an unknown year."""
    if found := _BASIC_DAY.fullmatch(text):
        year, month, day = found.groups()
        return f"--{month}-{day}" if year == "1604" else f"{year}-{month}-{day}"
    if found := _NO_YEAR.fullmatch(text):
        return f"--{found[1]}-{found[2]}"
    return text


def _rest(line: Property, said: dict[str, str], notes: list[str], labels: dict[str, str]) -> None:
    text = line.text.strip()
    if not text or line.name in _SILENT:
        return
    if line.name == "NOTE":
        notes.append(text)
    elif field := _KEPT_AS.get(line.name):
        said.setdefault(field, text)
    elif line.name == "ORG":
        notes.append(f"{_('Organisation')}: {', '.join(part for part in line.parts if part)}")
    elif line.name in _NOTED:
        notes.append(f"{_(_NOTED[line.name])}: {text}")
    elif line.group and line.name.startswith("X-AB") and line.name not in ("X-ABLABEL", "X-ABADR"):
        label = labels.get(line.group, "").strip("_$!<>") or line.name
        notes.append(f"{label}: {text}")
