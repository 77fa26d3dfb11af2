"""Amounts of money: whole numbers of the currency's smallest unit, read as people type them."""

import re

from babel.numbers import get_currency_precision

LARGEST = 10**12


def parse_money(text: str, currency: str) -> int:
    """ "1.234,50", "1,234.5", "60 €", "EUR 60" in cents; ValueError for anything else.

    The last separator is the decimal one when as many digits follow as the currency has; all others group
    thousands.
    """
    precision = get_currency_precision(currency)
    bare = re.sub(r"[\s'’_\u00a0\u202f]|" + re.escape(currency), "", text, flags=re.IGNORECASE)
    bare = re.sub(r"[.,][-–]+$", "", bare)  # 60,-
    bare = re.sub(r"^[^\d.,-]+|[^\d.,]+$", "", bare)
    found = re.fullmatch(r"(\d{1,3}(?:([.,])\d{3})*|\d+)(?:([.,])(\d+))?", bare)
    if not found or (found[2] and found[2] == found[3]):
        raise ValueError(text)
    whole, part = re.sub("[.,]", "", found[1]), found[4] or ""
    if found[3] and not found[2] and len(part) == 3 and precision != 3:
        whole, part = whole + part, ""  # 1.234 is a thousand
    if len(part) > precision:
        raise ValueError(text)
    amount = int(whole + part.ljust(precision, "0"))
    if amount > LARGEST:
        raise ValueError(text)
    return amount
