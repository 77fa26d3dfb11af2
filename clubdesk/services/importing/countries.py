"""Countries and languages as lists write them, in many languages: Deutschland, Norge, Pologne, 中国."""

import re
import tomllib
from functools import lru_cache

from clubdesk import paths
from clubdesk.model.folding import compact

# by how often they are met; CLDR's names of one language are loaded only when those before don't know a name
_LANGUAGES = (
    "en",
    "de",
    "nb",
    "fr",
    "zh",
    "ja",
    "pl",
    "es",
    "it",
    "nl",
    "sv",
    "da",
    "fi",
    "pt",
    "cs",
    "zh_Hant",
    "ko",
)
_NO_COUNTRIES = ("EU", "EZ", "UN", "ZZ")


@lru_cache(maxsize=4096)
def country_code(text: str) -> str:
    """ISO 3166 alpha-2 for a country's name, code or plate letter; empty when unknown.

    Of "France, La Réunion (eaux territoriales)" the most special known part counts: RE.
    """
    plain = re.sub(r"\(.*?\)", " ", text).strip()
    parts = [part for part in re.split(r"[,;/–]| - ", plain) if compact(part)]
    return _code(plain) or next((code for part in reversed(parts) if (code := _code(part))), "")


@lru_cache(maxsize=1024)
def language_tag(text: str) -> str:
    """The tag of a language's name or tag (Deutsch, German, de-AT, norsk); empty when unknown."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(text.strip().replace("-", "_"))).replace("_", "-")
    except (UnknownLocaleError, ValueError, TypeError):
        key = compact(text)
        return next((tag for name in _LANGUAGES if (tag := _languages(name).get(key))), "") if key else ""


def _code(name: str) -> str:
    from babel.core import get_global

    key = compact(name)
    if code := _aliases().get(key):
        return code
    if len(key) == 2 and key.isascii():
        return key.upper() if key.upper() in _territories("en").values() else ""
    if len(key) == 3 and key.isascii() and (iso := get_global("territory_aliases").get(key.upper())):
        return str(iso[0])
    return next((code for lang in _LANGUAGES if (code := _territories(lang).get(key))), "") if key else ""


@lru_cache
def _aliases() -> dict[str, str]:
    with (paths.resources() / "import" / "countries.toml").open("rb") as file:
        table = tomllib.load(file)
    known = {compact(name): code for code, listed in table["names"].items() for name in listed}
    return known | {compact(plate): code for code, plate in table["plates"].items()}


@lru_cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale

    listed = Locale.parse(language).territories.items()
    return {compact(name): code for code, name in listed if len(code) == 2 and code not in _NO_COUNTRIES}


@lru_cache
def _languages(language: str) -> dict[str, str]:
    from babel import Locale

    found = {compact(name): tag.replace("_", "-") for tag, name in Locale.parse(language).languages.items()}
    own = Locale.parse(language).get_display_name(language) or ""
    return {**found, compact(own): language.replace("_", "-")}
