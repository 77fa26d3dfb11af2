"""All settings of the club in one form; leaving a field keeps it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clubdesk.documents.layouts import layout_choices
from clubdesk.i18n import LANGUAGES, _, window_texts
from clubdesk.services.clubs import ClubSettings
from clubdesk.ui.club.accent_field import AccentField
from clubdesk.ui.club.picture_field import PictureField, PictureKind
from clubdesk.ui.common.fields import ChoiceField, Commit, Field, NumberField, TextField
from clubdesk.ui.common.form import Form

if TYPE_CHECKING:
    from clubdesk.documents.logo import Picture

Keep = Callable[[str, Any], object]


class SettingsForm(Form):
    """`keep` gets the name of a setting (services.clubs) and its new value; it may raise Problem."""

    def __init__(self, keep: Keep, choose: Callable[[PictureKind], Path | None]) -> None:
        super().__init__()
        self._keep = keep
        self.fields: dict[str, Field] = {}
        self.section(_("Letterhead"))
        self._text("name", _("Name of the club"))
        self._text("tagline", _("Line under the name"))
        self._add("logo", PictureField(_logo(), self._kept("logo"), choose))
        self._add("accent", AccentField(_("Colour"), self._kept("accent")))
        self._add("letter_paper", PictureField(_letter_paper(), self._kept("letter_paper"), choose))
        self._address()
        self._contact()
        self._letters()
        self._numbers()

    def _address(self) -> None:
        self.section(_("Return address"))
        self._text("street", _("Street"))
        self._text("postcode", _("Post code"), width=12)
        self._text("city", _("Town"))
        countries = [("", "–"), *window_texts().countries().items()]
        self._add("country", ChoiceField(_("Country"), self._kept("country"), countries))

    def _contact(self) -> None:
        self.section(_("Contact"))
        self._text("contact_name", _("Who signs"))
        self._text("contact_role", _("Role"), hint=_("Membership officer"))
        self._text("phone", _("Phone"))
        self._text("phone_hours", _("Hours"), hint=_("Mon–Thu 18–20"))
        self._text("email", _("E-mail"))
        self._text("privacy_url", _("Privacy page"), hint="https://")
        self._text("register_entry", _("Register entry"), hint="VR 12345")
        self._text("bank", _("Bank account for dues"), hint="DE02 1203 0000 0000 2020 51")

    def _numbers(self) -> None:
        self.section(_("Member numbers"))
        self._text("number_pattern", _("Pattern"), hint="{chapter}-{n:4}")

    def _letters(self) -> None:
        self.section(_("Letters"))
        words = layout_choices()
        self._add("language", ChoiceField(_("Language"), self._kept("language"), list(LANGUAGES.items())))
        self._add("letter_layout", ChoiceField(_("Paper and envelope"), self._kept("letter_layout"), words))
        self._number("reply_days", _("A reply code is valid for so many days"))
        self._number("silent_days", _("Silent after so many days without a reply"))
        self._number("verified_months", _("A verification lasts so many months"))
        self._number("letters_limit", _("At most so many letters to a person in 30 days"))

    def show_settings(self, settings: ClubSettings) -> None:
        for name, field in self.fields.items():
            field.refresh(getattr(settings, name))

    def _kept(self, name: str) -> Commit:
        return lambda value: self._keep(name, value)

    def _add(self, name: str, field: Field) -> None:
        self.fields[name] = self.add(field)

    def _text(self, name: str, title: str, *, width: int = 0, hint: str = "") -> None:
        self._add(name, TextField(title, self._kept(name), width=width, hint=hint))

    def _number(self, name: str, title: str) -> None:
        self._add(name, NumberField(title, self._kept(name)))


def _logo() -> PictureKind:
    def read(data: bytes) -> "Picture":
        from clubdesk.documents.logo import read_logo  # Pillow: only when there is a picture

        return read_logo(data)

    return PictureKind(
        _("Logo"), _("Drop a PNG, JPEG or SVG here"), suffixes=(".png", ".jpg", ".jpeg", ".svg"), read=read
    )


def _letter_paper() -> PictureKind:
    def read(data: bytes) -> "Picture":
        from clubdesk.documents.letter_paper import read_letter_paper

        return read_letter_paper(data).first

    return PictureKind(
        _("Letter paper"),
        _("Drop a PDF, PNG or JPEG here"),
        suffixes=(".pdf", ".png", ".jpg", ".jpeg"),
        read=read,
        about=_("A page of your own under each letter, instead of name, logo and footer."),
    )
