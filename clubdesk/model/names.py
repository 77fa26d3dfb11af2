"""How a person's name is shown, sorted and printed."""

from clubdesk.model.folding import fold


def is_family_first(given: str, surname: str) -> bool:
    """Whether a name is written in the order of Chinese, Japanese and Korean: 王伟, 김민수."""
    return any(_is_cjk(c) for c in surname) or (not surname and any(_is_cjk(c) for c in given))


def _is_cjk(char: str) -> bool:
    return (
        "\u3040" <= char <= "\u30ff"
        or "\u3400" <= char <= "\u9fff"
        or "\uac00" <= char <= "\ud7a3"
        or char >= "\U00020000"
    )


def full_name(
    *,
    given: str,
    given2: str = "",
    prefix: str = "",
    surname: str = "",
    surname2: str = "",
    printed_name: str = "",
) -> str:
    """The name as printed: the free one if there is one, else the parts in their script's order."""
    if printed_name:
        return printed_name
    if is_family_first(given, surname):
        kana = any("\u3040" <= c <= "\u30ff" for c in surname + given)
        return (" " if kana else "").join(part for part in (prefix, surname, given) if part)
    return " ".join(part for part in (given, given2, prefix, surname, surname2) if part)


def sort_name(
    *, given: str, prefix: str = "", surname: str = "", printed_name: str = "", email: str = ""
) -> str:
    """The folded key by which lists order people: surname first, prefixes after (Wolf, Anna van den)."""
    parts = " ".join(part for part in (surname, given, prefix) if part)
    return fold(parts or printed_name or email)


def initials(club_name: str) -> str:
    """Two letters that stand for a club without a logo: OC for Owners Club Bavaria."""
    words = [word for word in club_name.split() if word[:1].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "?"
