"""The Person tab: leaving a field keeps it; the first name typed into an empty form makes a new member."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from typing_extensions import override

from clubdesk.errors import Conflict
from clubdesk.i18n import _
from clubdesk.services import members
from clubdesk.services.checks import checked
from clubdesk.services.clubs import club_settings
from clubdesk.services.members import MemberCard
from clubdesk.ui.members.keeping import keep, values_of
from clubdesk.ui.members.person_fields import NAMES, RARE, PersonFields
from clubdesk.ui.members.states import reason

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

LATER = ("household", "end")  # what only somebody has who is in the roster already


class PersonForm(PersonFields):
    created = Signal(object)  # id of the new member
    doubtful = Signal(str)  # what is kept but may be wrong
    stale = Signal(str)  # why what was typed is not kept: changed by somebody else, or wrong

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(self._keep_field)
        self._workspace = workspace
        self._card: MemberCard | None = None
        self._typed: dict[str, Any] = {}

    # What is shown

    def show_card(self, card: MemberCard) -> None:
        """Show a person. What is being typed or was refused about the same person stays."""
        same = self._card is not None and self._card.id == card.id
        self._card = card
        for name, value in values_of(card).items():
            if name in self.fields:
                field = self.fields[name]
                field.refresh(value) if same else field.begin_with(value)
        self._show_notes(card, same=same)
        self._allow_later(allowed=True)

    def begin_new(self) -> None:
        """Show an empty form; nobody is made before a name is typed."""
        self._card, self._typed = None, {}
        for name, field in self.fields.items():
            field.begin_with(None if name in ("birth", "start", "end") else "")
        self.returned.hide()
        self.hide_rare()
        self._allow_later(allowed=False)
        if self._workspace.read(club_settings).number_pattern:
            self._typed["number"] = self._workspace.read(members.next_number)
            self.fields["number"].begin_with(self._typed["number"])
        self.fields["given"].setFocus()

    def offer_chapters(self, names: list[str]) -> None:
        self.chapter.offer(names)

    def _allow_later(self, *, allowed: bool) -> None:
        for name in LATER:
            self.fields[name].setEnabled(allowed)

    def _show_notes(self, card: MemberCard, *, same: bool) -> None:
        why = reason(card.address["status_reason"])
        texts = {
            "returned": _(
                "The last letter came back ({reason}). Edit the address and letters go there again."
            ),
            "blocked": _("Nobody writes to this address."),
        }
        text = texts.get(card.address["status"], "").format(reason=why or _("no reason given"))
        self.returned.setText(text)
        self.returned.setVisible(bool(text))
        if any(card.values[name] for name in RARE):
            self.show_rare()
        elif not same:
            self.hide_rare()

    # What is kept

    @override
    def take_next_number(self) -> None:
        chapter = str(self.fields["chapter"].value())
        field = self.fields["number"]
        field.begin_with(self._workspace.read(members.next_number, chapter=chapter))
        if self._card is None:
            self._typed["number"] = field.value()
        else:
            field.set_kept(self._card.values["number"])
            field.commit()

    def _doubt(self, name: str, value: Any, person: int) -> None:
        if name == "number" and (other := self._workspace.read(members.taken_by, value, but=person)):
            self.doubtful.emit(
                _("{name} has the member number {number} too.").format(name=other, number=value)
            )

    def _keep_field(self, name: str, value: Any) -> None:
        if self._card is None:
            self._keep_new(name, value)
            return
        person = self._card.id
        try:
            keep(self._workspace, self._card, name=name, value=value)
        except Conflict as conflict:
            self.fields[name].show_problem(conflict)  # so that what was typed stays
            self.show_card(self._workspace.read(members.member_card, person))
            self.stale.emit(conflict.message)
            raise
        self._doubt(name, value, person)
        # The next field may be left before the news of this one arrive.
        self.show_card(self._workspace.read(members.member_card, person))

    def _keep_new(self, name: str, value: Any) -> None:
        self._typed[name] = checked(name, value)
        if not any(self._typed.get(part) for part in NAMES):
            return
        typed = {key: value for key, value in self._typed.items() if key not in ("start", *LATER)}
        person = self._workspace.do_now(members.add_member, joined=self._typed.get("start"), **typed)
        self._card = self._workspace.read(members.member_card, person)
        self._allow_later(allowed=True)
        self.created.emit(person)

    @override
    def commit(self) -> None:
        """Keep what is being typed, because somebody else is shown next."""
        for field in self.fields.values():
            field.commit()
        refused = " ".join(filter(None, (field.problem for field in self.fields.values())))
        if refused and self._card is not None:
            self.stale.emit(f"{self._card.name}: {refused}")
