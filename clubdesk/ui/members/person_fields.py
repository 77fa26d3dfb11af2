"""The form of a person: which fields there are and how they stand. What they do is the person form's."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from clubdesk.i18n import LANGUAGES, _, window_texts
from clubdesk.ui.common.beside import beside, stacked
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.fields import ChoiceField, DateField, Field, LinesField, TextField
from clubdesk.ui.common.form import Form
from clubdesk.ui.common.labels import label
from clubdesk.ui.common.offer_field import OfferField

RARE = ("given2", "prefix", "surname2", "native_name", "printed_name")
NAMES = ("given", "surname", *RARE, "email")  # any of them is enough for somebody to be called by

F = TypeVar("F", bound=Field)
Keep = Callable[[str, Any], object]


class PersonFields(Form):
    """`keep` gets the name of a field and its new value, and raises Problem when it can't be kept."""

    def __init__(self, keep: Keep) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._keep = keep
        self.returned = label("", "error", wrap=True)
        self.more = button(_("More parts of the name"), self.show_rare, kind="link")
        self._lay_out()
        self.rare.hide()

    def _lay_out(self) -> None:
        self._name()
        self.section(_("Contact"))
        self.add(self._text("email", _("E-mail")))
        self._pair(self._text("phone", _("Phone")), self._text("mobile", _("Mobile")))
        self.add(self._choice("language", _("Language of letters"), languages()))
        self._address()
        self._membership()
        self.section(_("Notes"))
        self.add(self._put("notes", LinesField(_("Notes"), self._commit("notes"), titled=False)), wide=True)

    def _name(self) -> None:
        self.section(_("Name"))
        self._pair(
            self._text("title", _("Form of address")), self._text("given", _("Given name")), shares=(2, 5)
        )
        self.add(self._text("surname", _("Surname")))
        self.add(self.more, wide=True)
        prefix, second = self._text("prefix", _("Prefix")), self._text("surname2", _("Second surname"))
        self.rare = stacked(
            self._text("given2", _("Second given name")),
            beside((prefix, 2), (second, 5)),
            self._text("native_name", _("Name in its own script")),
            self._text("printed_name", _("Name as printed")),
        )
        self.add(self.rare, wide=True)

    def _address(self) -> None:
        self.section(_("Address"))
        self.add(self.returned, wide=True)
        self.add(self._text("street", _("Street")))
        self.add(self._text("street2", _("Second line")))
        self._pair(self._text("postcode", _("Post code")), self._text("city", _("Town")), shares=(2, 5))
        self.add(self._text("region", _("Region")))
        self.add(self._choice("country", _("Country"), countries()))

    def _membership(self) -> None:
        self.section(_("Membership"))
        self.chapter = OfferField(_("Chapter"), self._commit("chapter"))
        self.add(self._put("chapter", self.chapter))
        start = self._put("start", DateField(_("From"), self._commit("start")))
        end = self._put("end", DateField(_("To"), self._commit("end")))
        self._pair(start, end)
        birth = self._put("birth", DateField(_("Born"), self._commit("birth")))
        self._pair(self._text("number", _("Member number")), birth)
        self.next_number = button(_("Next free number"), self.take_next_number, kind="link")
        self.add(self.next_number)
        self.add(self._text("household", _("Household")))

    def _pair(self, one: QWidget, other: QWidget, *, shares: tuple[int, int] = (1, 1)) -> None:
        self.add(beside((one, shares[0]), (other, shares[1])))

    def _text(self, name: str, title: str) -> Field:
        return self._put(name, TextField(title, self._commit(name)))

    def _choice(self, name: str, title: str, choices: Sequence[tuple[object, str]]) -> Field:
        field = ChoiceField(title, self._commit(name), choices)
        field.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return self._put(name, field)

    def _put(self, name: str, field: F) -> F:
        self.fields[name] = field
        return field

    def _commit(self, name: str) -> Callable[[Any], object]:
        return partial(self._keep, name)

    def take_next_number(self) -> None:
        """Write the next free number into its field; what that is, the person form knows."""
        raise NotImplementedError

    def show_rare(self) -> None:
        """Show the parts of a name that most people don't have."""
        self.more.hide()
        self.rare.show()

    def hide_rare(self) -> None:
        self.rare.hide()
        self.more.show()


def languages() -> list[tuple[object, str]]:
    return [("", _("As the club")), *LANGUAGES.items()]


def countries() -> list[tuple[object, str]]:
    return [("", _("As the club")), *window_texts().countries().items()]
