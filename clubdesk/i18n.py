"""Languages of the windows and of the paper: gettext catalogues, dates and country names by CLDR.

The window has one language, chosen at start with `use_language`; each paper has its reader's, from `texts`.
Babel is imported where a date or a country is written, so that the window is painted before it is loaded.
"""

import datetime as dt
import gettext as gnu
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from clubdesk import paths

LANGUAGES = {"en": "English", "de": "Deutsch", "nb": "Norsk bokmål", "zh": "中文"}
GROUPS = {"de": ".", "nb": "\u00a0"}  # between thousands (CLDR); Babel is too slow for the first paint
NO_COUNTRIES = ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO")  # what CLDR also calls territories


class Texts:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = gnu.translation("clubdesk", paths.resources() / "locale", [language], fallback=True)

    def __call__(self, message: str) -> str:
        return self._catalogue.gettext(message)

    def plural(self, one: str, many: str, count: int) -> str:
        return self._catalogue.ngettext(one, many, count).format(count=self.number(count))

    def number(self, count: int) -> str:
        """A count as this language groups it: 2,431, 2.431, 2\u00a0431."""
        return f"{count:,}".replace(",", GROUPS.get(self.language, ","))

    def date(self, day: dt.date) -> str:
        """A date as a letter writes it: 3 November 2026, 3. November 2026, 2026年11月3日."""
        return _written(day, "long", self.language)

    def short_date(self, day: dt.date) -> str:
        """A date as a list shows it: 3 Nov 2026."""
        form = {"en": "d MMM y", "zh": "short"}.get(self.language, "medium")
        return _written(day, form, self.language)

    def short_days(self, first: dt.date, last: dt.date) -> str:
        """From day to day as a list shows it: 12–14 May 2027."""
        if first == last:
            return self.short_date(first)
        from babel.dates import format_interval

        return str(format_interval(first, last, "yMMMd", locale=_cldr(self.language)))

    def weekday(self, day: dt.date) -> str:
        """A day of an event: Friday, 14 May 2027."""
        return _written(day, "full", self.language)

    def short_weekday(self, day: dt.date) -> str:
        """A day among the few of an event: Fri, 14 May."""
        from babel.dates import format_skeleton

        return str(format_skeleton("MMMEd", day, locale=_cldr(self.language)))

    def money(self, amount: int, currency: str) -> str:
        """An amount in the currency's smallest unit as this language writes it: €60.00, 60,00 €."""
        return _money(amount, currency, self.language)

    def listed(self, names: Sequence[str]) -> str:
        """Names in one line: Anna, Peter and Lena."""
        from babel.lists import format_list

        return str(format_list(list(names), locale=_cldr(self.language)))

    def country(self, code: str) -> str:
        """The name of a country of ISO 3166 in this language, or the code itself when CLDR knows none."""
        from babel import Locale

        return str(Locale.parse(_cldr(self.language)).territories.get(code, code))

    def countries(self) -> dict[str, str]:
        """All countries by their code of ISO 3166, ordered by their names in this language."""
        from babel import Locale

        names = {str(code): name for code, name in Locale.parse(_cldr(self.language)).territories.items()}
        codes = [code for code in names if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES]
        return {code: str(names[code]) for code in sorted(codes, key=lambda code: _plain(names[code]))}


def _plain(name: str) -> str:
    """By which names are ordered: Österreich among those with O."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4096)  # a list writes the same days again and again
def _written(day: dt.date, form: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=_cldr(language))


@lru_cache(maxsize=1024)
def _money(amount: int, currency: str, language: str) -> str:
    from decimal import Decimal

    from babel.numbers import format_currency, get_currency_precision

    value = Decimal(amount).scaleb(-get_currency_precision(currency))
    return format_currency(value, currency, locale=_cldr(language))


def _cldr(language: str) -> str:
    return {"en": "en_GB", "zh": "zh_Hans_CN"}.get(language, language)


def known_language(tag: str) -> str:
    """The shipped language nearest to a tag such as de_AT or zh-Hant; English when there is none."""
    language = tag.replace("-", "_").partition("_")[0].lower()
    language = {"no": "nb", "nn": "nb"}.get(language, language)
    return language if language in LANGUAGES else "en"


@lru_cache
def texts(language: str) -> Texts:
    """The words of a paper's language, whatever the window speaks."""
    return Texts(known_language(language))


_window = Texts("en")


def use_language(language: str) -> None:
    """Choose the language of the windows; called once, at start."""
    global _window
    _window = texts(language)


def window_texts() -> Texts:
    """The words of the window's language."""
    return _window


def _(message: str) -> str:
    return _window(message)


def ngettext(one: str, many: str, count: int) -> str:
    """A sentence with {count}, in the window's language."""
    return _window.plural(one, many, count)


def number(count: int) -> str:
    """A count as the window's language groups it."""
    return _window.number(count)


def N_(message: str) -> str:  # noqa: N802
    """Mark a text for translation where it is declared; `_` translates it where it is shown."""
    return message
