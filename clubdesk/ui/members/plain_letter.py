"""A letter that asks for no answer, to the people chosen: which, for which envelope, in which language."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from clubdesk.documents.content import Printed
from clubdesk.documents.layouts import layout_choices
from clubdesk.i18n import LANGUAGES, _, ngettext
from clubdesk.services.letters import PlainLetters, plain_choices, print_plain_letters
from clubdesk.ui.common.fields import ChoiceField
from clubdesk.ui.common.paper_dialog import PaperDialog
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace


class PlainLetter(PaperDialog):
    """`find` gives the people; it runs in a worker."""

    def __init__(
        self,
        parent: QWidget,
        workspace: "Workspace",
        tasks: Tasks,
        shell: Shell,
        *,
        find: Callable[[], Sequence[int]],
    ) -> None:
        super().__init__(parent, tasks, shell, title=_("Write a letter"), name=_("Letters"))
        self._workspace = workspace
        self._people: Sequence[int] = ()
        kinds = plain_choices()
        self.kind = ChoiceField(_("Which letter"), lambda _: self.changed(), kinds)
        self.kind.set_value(kinds[0][0])
        layouts = [("", _("As the club's settings say")), *layout_choices()]
        self.layout_ = ChoiceField(_("Paper and envelope"), lambda _: self.changed(), layouts)
        self.layout_.set_value("")
        languages = [("", _("Each reader's own")), *LANGUAGES.items()]
        self.language = ChoiceField(_("Language"), lambda _: self.changed(), languages)
        self.language.set_value("")
        for part in (self.kind, self.layout_, self.language):
            self.options.addWidget(part)
        tasks.start(lambda _: find(), done=self._begin, failed=self.notice.show_problem)

    def _begin(self, people: Sequence[int]) -> None:
        self._people = people
        self.changed()

    @override
    def draw(self) -> Callable[..., PlainLetters]:
        people, kind = self._people, str(self.kind.value())
        layout, language = str(self.layout_.value()), str(self.language.value())
        return lambda *, tagged=False: self._workspace.read(
            print_plain_letters, people, kind=kind, layout=layout, language=language, tagged=tagged
        )

    @override
    def printed_in(self, drawn: PlainLetters) -> Printed:
        return drawn.printed

    @override
    def show_drawn(self, drawn: PlainLetters) -> None:
        self.count.setText(ngettext("{count} letter", "{count} letters", drawn.letters))
        self.show_left_out(drawn.left_out)
