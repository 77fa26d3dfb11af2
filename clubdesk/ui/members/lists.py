"""Save what is found as a list, look at a past day, ask by conditions, explain a list."""

from typing import TYPE_CHECKING

from clubdesk.i18n import _, window_texts
from clubdesk.services import lists
from clubdesk.services.conditions import all_fields
from clubdesk.services.today import today
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.dates import parse_date

if TYPE_CHECKING:
    from clubdesk.ui.members.page import MembersPage


class ListActions:
    def __init__(self, page: "MembersPage") -> None:
        self._page = page
        page.action(_("Conditions…"), self.ask_conditions, drawing="adjustments-horizontal")
        page.action(_("Members on a day…"), self.ask_day, drawing="calendar-event")
        page.action(_("Save as a list…"), self.save, drawing="list-details")
        page.action(_("Freeze as a list…"), self.freeze, drawing="users-group")
        self.why = page.action(_("Why in a list, or not…"), self.explain, drawing="list-details")
        page.filters.conditions.clicked.connect(self.ask_conditions)
        page.filters.day.clicked.connect(self.ask_day)

    def ask_conditions(self) -> None:
        from clubdesk.ui.members.conditions_dialog import ask_conditions

        fields = self._page.workspace.read(all_fields)
        text = ask_conditions(self._page, self._page.filters.where, fields=fields)
        if text is not None:
            self._page.filters.ask(where=text)

    def ask_day(self) -> None:
        """Who was a member on a day; an empty answer is today again."""
        filters = self._page.filters
        day = window_texts().short_date(filters.as_of) if filters.as_of else ""
        title, question = _("Members on a day"), _("Who was a member on which day? Today shows everybody.")
        text = dialogs.ask_text(self._page, title, question, day)
        if text is None:
            return
        found = parse_date(text)
        if found is None:
            self._page.notice.say(_("“{text}” is no date.").format(text=text), look="problem")
        else:
            filters.ask(as_of=None if found >= today() else found)

    def save(self) -> None:
        search = self._page.filters.search()
        name = dialogs.ask_text(self._page, _("Save as a list"), _("It always shows who is found like this."))
        if name is not None:
            workspace = self._page.workspace
            self._page.change(
                lambda: workspace.do(lists.save_list, name, search), _("The list is in the sidebar.")
            )

    def freeze(self) -> None:
        """Those selected, else all that are found."""
        people = list(self._page.table.selected_ids() or self._page.model.ids)
        question = _("It keeps these {count} people, whatever changes.").format(count=len(people))
        name = dialogs.ask_text(self._page, _("Freeze as a list"), question)
        if name is not None:
            workspace = self._page.workspace
            self._page.change(
                lambda: workspace.do(lists.freeze_list, name, people), _("The list is in the sidebar.")
            )

    def explain(self) -> None:
        """Say of the chosen person whether they are in a list, and why not."""
        page, person = self._page, self._page.table.current_id()
        lines = page.workspace.read(lists.saved_lists)
        if person is None or not lines:
            page.notice.say(_("There is no list yet. Save what is found as one."))
            return
        ids = {line.name: line.id for line in lines}
        chosen = dialogs.ask_choice(page, _("Why in a list, or not"), _("Which list?"), list(ids))
        if chosen in ids:
            page.notice.say(page.workspace.read(lists.explain_list, ids[chosen], person))
