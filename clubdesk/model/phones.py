"""Phone numbers, however they are typed, in the one form by which they are the same."""


def e164(text: str, country: str) -> str:
    """+498912345 for 089 / 123 45 typed in Germany (`country`: ISO 3166); empty for what can't be dialled."""
    found = _parsed(text, country)
    return f"+{found[0]}{found[1]}" if found else ""


def dialled(text: str, country: str) -> list[str]:
    """A number as one word, as dialled from abroad and at home: 498912345, 08912345."""
    found = _parsed(text, country)
    if not found:
        return []
    from phonenumbers import ndd_prefix_for_region, region_code_for_country_code

    prefix = ndd_prefix_for_region(region_code_for_country_code(found[0]), strip_non_digits=True) or ""
    return [f"{found[0]}{found[1]}", f"{prefix}{found[1]}"]


def _parsed(text: str, country: str) -> tuple[int, str] | None:
    """The code of the country and the rest of the number."""
    if not any(char.isdigit() for char in text):
        return None
    import phonenumbers  # only where there are numbers: its tables take their time

    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException:
        return None
    zeros = "0" * (number.number_of_leading_zeros or 1) if number.italian_leading_zero else ""
    return number.country_code or 0, f"{zeros}{number.national_number}"
