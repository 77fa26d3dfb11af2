"""What a person has several of: addresses, ways to reach them, memberships, offices."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clubdesk.i18n import _, window_texts
from clubdesk.services import members
from clubdesk.services.members import MEMBERSHIP_KINDS, AddressLine, MemberCard, PeriodLine
from clubdesk.services.members.addresses import KINDS, PLACE, STATUSES
from clubdesk.services.members.contacts import KINDS as CONTACT_KINDS
from clubdesk.ui.common import sizes
from clubdesk.ui.common.entries import Deeds, Entries, Entry, Part
from clubdesk.ui.members.person_fields import countries

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

ADDRESS = ("kind", *PLACE, "status", "start", "end")
PERIOD = ("chapter", "kind", "start", "end")


class Belongings(QWidget):
    failed = Signal(object)

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._do = workspace.do_now
        self._card: MemberCard | None = None
        self._person = 0
        self.contacts, self.addresses = self._contacts(), self._addresses()
        self.memberships, self.offices = self._memberships(), self._offices()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, sizes.GAP)
        column.setSpacing(sizes.GAP)
        for part in (self.addresses, self.contacts, self.memberships, self.offices):
            part.failed.connect(self.failed)
            column.addWidget(part)

    def show_card(self, card: MemberCard) -> None:
        another = card.id != self._person
        self._card, self._person = card, card.id
        self.addresses.show_entries([_address(line) for line in card.addresses], another=another)
        self.contacts.show_entries(
            [
                Entry(c.id, c.value, _(CONTACT_KINDS[c.kind]), {"kind": c.kind, "value": c.value})
                for c in card.contacts
            ],
            another=another,
        )
        self.memberships.show_entries([_period(line) for line in card.memberships], another=another)
        self.offices.show_entries(
            [
                Entry(
                    office.id,
                    office.role,
                    _facts(office.chapter, days(office.start, office.end)),
                    {name: getattr(office, name) for name in ("role", "chapter", "start", "end")},
                )
                for office in card.offices
            ],
            another=another,
        )

    def _addresses(self) -> Entries:
        lines = (
            (_part("street", _("Street")), Part("kind", _("Kind"), choices=_words(KINDS))),
            (_part("postcode", _("Post code")), _part("city", _("Town"))),
            (_part("street2", _("Second line")), _part("region", _("Region"))),
            (
                Part("country", _("Country"), choices=countries()),
                Part("status", _("Letters"), choices=_words(STATUSES)),
            ),
            _days(),
        )
        deeds = Deeds(
            add=lambda values: self._do(members.add_address, self._person, **values),
            keep=lambda key, name, value: self._do(
                members.set_address, self._person, address=key, **{name: value}
            ),
            remove=lambda key: self._do(members.remove_address, self._person, address=key),
        )
        new = {"kind": "postal", "country": "", "status": "ok"}
        return Entries(
            _("All addresses"), _("Add an address"), lines, deeds=deeds, new=new, enough=("city", "postcode")
        )

    def _contacts(self) -> Entries:
        lines = (
            (
                _part("value", _("Phone or e-mail")),
                Part("kind", _("Kind"), choices=_words(CONTACT_KINDS)),
            ),
        )
        deeds = Deeds(
            add=lambda values: self._do(members.add_contact, self._person, **values),
            keep=lambda key, name, value: self._do(
                members.set_contact, self._person, contact=key, **{name: value}
            ),
            remove=lambda key: self._do(members.remove_contact, self._person, contact=key),
        )
        return Entries(
            _("Further phones and e-mails"),
            _("Add a phone or e-mail"),
            lines,
            deeds=deeds,
            new={"kind": "home"},
            enough=("value",),
        )

    def _memberships(self) -> Entries:
        kinds = Part("kind", _("Kind"), choices=_words(MEMBERSHIP_KINDS))
        lines = ((_part("chapter", _("Chapter")), kinds), _days())
        deeds = Deeds(
            add=lambda values: self._do(members.add_membership, self._person, **values),
            keep=self._keep_period,
            remove=lambda key: self._do(members.remove_membership, self._person, period=key),
        )
        return Entries(
            _("All memberships"),
            _("Add a membership"),
            lines,
            deeds=deeds,
            new={"kind": "member", "chapter": ""},
            enough=("chapter", "start"),
        )

    def _keep_period(self, key: int, name: str, value: Any) -> None:
        assert self._card is not None
        shown = next(line for line in self._card.memberships if line.id == key)
        before: dict[str, Any] = {part: getattr(shown, part) for part in PERIOD}
        self._do(members.set_period, self._person, period=key, **{**before, name: value})

    def _offices(self) -> Entries:
        lines = ((_part("role", _("Office")), _part("chapter", _("Chapter"))), _days())
        deeds = Deeds(
            add=lambda values: self._do(members.add_office, self._person, **values),
            keep=lambda key, name, value: self._do(
                members.set_office, self._person, office=key, **{name: value}
            ),
            remove=lambda key: self._do(members.remove_office, self._person, office=key),
        )
        return Entries(
            _("Offices"), _("Add an office"), lines, deeds=deeds, new={"chapter": ""}, enough=("role",)
        )


def _address(line: AddressLine) -> Entry:
    place = ", ".join(filter(None, (line.street, f"{line.postcode} {line.city}".strip())))
    state = _(STATUSES[line.status]) if line.status != "ok" else ""
    here = _("letters go here") if line.for_letters else ""
    facts = _facts(_(KINDS[line.kind]) if line.kind in KINDS else line.kind, here, state)
    shown = days(line.start, line.end)
    return Entry(
        line.id,
        place or window_texts().country(line.country),
        _facts(facts, shown),
        {name: getattr(line, name) for name in ADDRESS},
    )


def _period(line: PeriodLine) -> Entry:
    kind = _(MEMBERSHIP_KINDS[line.kind]) if line.kind in MEMBERSHIP_KINDS else line.kind
    over = _("over") if line.is_over else ""
    return Entry(
        line.id,
        _facts(line.chapter, kind),
        _facts(days(line.start, line.end), over),
        {name: getattr(line, name) for name in PERIOD},
    )


def _part(name: str, title: str) -> Part:
    return Part(name, title)


def _days() -> tuple[Part, Part]:
    return Part("start", _("From"), day=True), Part("end", _("To"), day=True)


def _words(words: dict[str, str]) -> list[tuple[object, str]]:
    return [(key, _(word)) for key, word in words.items()]


def _facts(*facts: str) -> str:
    return " · ".join(filter(None, facts))


def days(start: dt.date | None, end: dt.date | None) -> str:
    """14 Apr 2020 – 3 Nov 2026; empty when neither is known."""
    if not (start or end):
        return ""
    return " – ".join(window_texts().short_date(day) if day else "…" for day in (start, end))
