"""The paper as it is being written, to one real reader after the other."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QShowEvent
from typing_extensions import override

from clubdesk.documents.content import Printed
from clubdesk.i18n import LANGUAGES, _
from clubdesk.services.template_proofs import Proof, Reader, field_values, print_proof, proof_for, readers
from clubdesk.ui.common.buttons import icon_button
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.pane import Pane
from clubdesk.ui.common.pdf_preview import PdfPreview, draw_page
from clubdesk.ui.common.tasks import Tasks

if TYPE_CHECKING:
    from clubdesk.services.workspace import Workspace

NARROWEST = 380


class ProofPane(Pane):
    """Asks the club when the reader changes; words are set and drawn without it, off the window's thread."""

    reader_shown = Signal(object)  # the values of the merge fields by name
    found = Signal(object)  # findings of the paper
    problem = Signal(object)

    def __init__(self, workspace: "Workspace", tasks: Tasks) -> None:
        super().__init__()
        self.setMinimumWidth(NARROWEST)
        self._workspace = workspace
        self._asking, self._drawing = Latest(tasks), Latest(tasks, drawing=True)
        self.readers: list[Reader] = []
        self._kind, self._language, self._place = "", "", 0
        self._proof: Proof | None = None
        self._texts: Mapping[str, Any] = {}
        self.preview = PdfPreview(tasks)
        self.back = icon_button("chevron-left", _("Reader before"), lambda: self.step(-1))
        self.on = icon_button("chevron-right", _("Next reader"), lambda: self.step(1))
        self.preview.lead(self.back, self.on)
        self.add_tab("", self.preview, scrolls=False)
        self.tabs.tabBar().hide()
        self.nothing.say("mail", _("Choose a paper to see its words."))
        self.show_nothing()

    # Who reads it

    def begin(self, kind: str, language: str, texts: Mapping[str, Any]) -> None:
        """Show another template, to the first of its readers."""
        same = language == self._language
        self._kind, self._language, self._texts = kind, language, texts
        self._place, self._proof = self._place if same else 0, None
        self._ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw(self._texts)

    def reload(self) -> None:
        """Ask the club anew: members, letterhead or events have changed."""
        if self._kind:
            self._ask()

    def step(self, by: int) -> None:
        """To the next reader, or the one before."""
        if 0 <= self._place + by < len(self.readers):
            self._place += by
            self._ask()

    def _ask(self) -> None:
        kind, language, place = self._kind, self._language, self._place

        def ask() -> tuple[list[Reader], int, Proof]:
            found = self._workspace.read(readers, language)
            at = min(place, len(found) - 1)
            return found, at, self._workspace.read(proof_for, kind, language, person=found[at].person)

        self._asking.ask(ask, done=lambda made: self._show_reader(*made), failed=self.problem.emit)

    def _show_reader(self, found: Sequence[Reader], place: int, proof: Proof) -> None:
        self.readers, self._place, self._proof = list(found), place, proof
        reader = found[place]
        note = _("made-up reader") if not reader.person else _("code hidden")
        if reader.person and not reader.owns_vehicle:
            note = _("no vehicle, code hidden")
        where = _("{place} of {count}").format(place=place + 1, count=len(found))
        self.show_head(reader.name, " · ".join((where, LANGUAGES[self._language], note)))
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place + 1 < len(found))
        self.reader_shown.emit(field_values(proof))
        self.draw(self._texts)

    # How it looks

    def draw(self, texts: Mapping[str, Any], *, done: Callable[[], object] = lambda: None) -> None:
        """Set and draw it in these words; of those that come while one is drawn only the last is."""
        self._texts = dict(texts)
        proof, words = self._proof, self._texts
        if proof is None or not self.isVisible():
            return
        page, dots = self.preview.page, self.preview.dots

        def make() -> tuple[Printed, QImage, int]:
            printed = print_proof(proof, words)
            return (printed, *draw_page(printed.data, page, dots=dots))

        def show(made: tuple[Printed, QImage, int]) -> None:
            printed, image, pages = made
            self.preview.show_drawn(printed.data, image, pages)
            self.found.emit(printed.findings)
            done()

        self._drawing.ask(make, done=show, failed=self.problem.emit)
