"""The club's settings at the left, a letter as they make it at the right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from typing_extensions import override

from clubdesk.documents.content import Printed
from clubdesk.errors import Problem
from clubdesk.i18n import _
from clubdesk.services import clubs
from clubdesk.services.clubs import ChapterLine, ClubSettings
from clubdesk.services.letters import print_specimen
from clubdesk.services.members import CustomFieldLine, chapter_counts, custom_fields
from clubdesk.services.workspace import Workspace
from clubdesk.ui.club.chapters_part import ChaptersPart
from clubdesk.ui.club.own_fields import OwnFields
from clubdesk.ui.club.picture_field import PictureKind
from clubdesk.ui.club.settings_form import SettingsForm
from clubdesk.ui.common import dialogs
from clubdesk.ui.common.fields import Field
from clubdesk.ui.common.latest import Latest
from clubdesk.ui.common.page import Page
from clubdesk.ui.common.pane import Pane, scrolling
from clubdesk.ui.common.pdf_preview import PdfPreview
from clubdesk.ui.common.shell import Shell
from clubdesk.ui.common.tasks import Tasks

TOUCHES_EVERYBODY = "silent_days"


class ClubPage(Page):
    watches = frozenset({"club", "chapter", "custom_field"})

    def __init__(self, workspace: Workspace, tasks: Tasks, shell: Shell) -> None:
        super().__init__(_("Club settings"))
        self._workspace, self._tasks, self._shell = workspace, tasks, shell
        self._drawing = Latest(tasks)
        self.form = SettingsForm(self._keep, self._choose_picture)
        self.form.section(_("Chapters"))
        self.chapters = self.form.add(
            ChaptersPart(rename=self._rename_chapter, add=self._add_chapter), wide=True
        )
        self.form.section(_("Fields of the club in the form of a person"))
        self.own_fields = self.form.add(OwnFields(workspace), wide=True)
        self.own_fields.failed.connect(shell.show_problem)
        self.body.addWidget(scrolling(self.form))
        self.preview = PdfPreview(tasks)
        self._lay_pane()

    def _lay_pane(self) -> None:
        pane = self.set_pane(Pane())
        pane.add_tab(_("Letter"), self.preview, scrolls=False)
        pane.tabs.tabBar().hide()
        self._name_pane()

    def _name_pane(self, note: str = "") -> None:
        if self.pane is not None:
            self.pane.show_head(_("How a letter looks"), _("To a made-up reader"), note)

    @override
    def reload(self) -> None:
        self._tasks.start(
            lambda _: (
                self._workspace.read(clubs.club_settings),
                self._workspace.read(clubs.chapters),
                self._workspace.read(chapter_counts),
                self._workspace.read(custom_fields),
            ),
            done=lambda found: self._show(*found),
            failed=self._shell.show_problem,
        )
        self._drawing.ask(
            lambda: self._workspace.read(print_specimen), done=self._show_letter, failed=self._show_no_letter
        )

    def _show(
        self,
        settings: ClubSettings,
        chapters: list[ChapterLine],
        members: dict[str, int],
        fields: tuple[CustomFieldLine, ...],
    ) -> None:
        self.own_fields.show_fields(fields)
        self.form.show_settings(settings)
        self.chapters.show_chapters(chapters, members=members)

    def _show_letter(self, printed: Printed) -> None:
        self.preview.show_pdf(printed.data)
        self._name_pane()

    def _show_no_letter(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self.preview.clear()
            self._name_pane(f"{error.message} {error.hint}")

    # Changes

    def _keep(self, name: str, value: Any) -> None:
        if name == TOUCHES_EVERYBODY:
            days = clubs.checked_setting(name, value)
            self._change(lambda: self._workspace.do(clubs.set_club, silent_days=days), self.form.fields[name])
        else:
            self._workspace.do_now(clubs.set_club, **{name: value})

    def _rename_chapter(self, chapter_id: int, name: str) -> None:
        field = self.chapters.rows[chapter_id].name
        self._change(lambda: self._workspace.do(clubs.rename_chapter, chapter_id, name=name), field)

    def _change(self, work: Callable[[], None], field: Field) -> None:
        """A change that is seen in the lines of many people, so it takes its time in the background."""
        self._shell.run(
            _("Changing the club"),
            lambda _progress: work(),
            done=lambda _none: None,
            failed=lambda error: field.show_problem(error) if isinstance(error, Problem) else None,
        )

    def _add_chapter(self, name: str) -> None:
        self._workspace.do_now(clubs.add_chapter, name=name)
        self._shell.toast(_("Chapter {name} added").format(name=name.strip()), undo=True)

    def _choose_picture(self, kind: PictureKind) -> Path | None:
        kinds = f"{kind.title} ({' '.join('*' + suffix for suffix in kind.suffixes)})"
        return dialogs.choose_file(self, self._shell.settings, title=kind.title, kinds=kinds, purpose="logo")
