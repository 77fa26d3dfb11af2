"""One piece of work: icon, sentence, button."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from clubdesk.ui.common import sizes
from clubdesk.ui.common.buttons import button
from clubdesk.ui.common.labels import label
from clubdesk.ui.today.badge import Badge
from clubdesk.ui.today.jobs import Job


class JobCard(QFrame):
    def __init__(self, job: Job, begin: Callable[[Job], object], *, first: bool) -> None:
        super().__init__()
        self.job = job
        self.setProperty("part", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(job.text, "strong", wrap=True))
        words.addWidget(label(job.detail, "muted", wrap=True))
        self.begin = button(job.verb, lambda: begin(job), kind="primary" if first else "normal")
        self.begin.setAccessibleDescription(job.text)
        line = QHBoxLayout(self)
        line.setContentsMargins(sizes.EDGE, sizes.GAP, sizes.EDGE, sizes.GAP)
        line.setSpacing(sizes.EDGE)
        line.addWidget(Badge(job.drawing, job.look))
        line.addLayout(words, 1)
        line.addWidget(self.begin)
