"""A template while it is written: as shipped, as the club has it, as it stands in the window."""

from collections.abc import Mapping
from typing import Any

from clubdesk.services.template_texts import Mistake, TemplateTexts, text_mistakes


class Draft:
    def __init__(self, texts: TemplateTexts) -> None:
        self.kind, self.language = texts.kind, texts.language
        self.shipped = dict(texts.shipped)
        self._kept: dict[str, Any] = dict(texts.now)
        self.now: dict[str, Any] = dict(texts.now)

    def set(self, key: str, value: Any) -> None:
        self.now[key] = value

    def set_all(self, texts: Mapping[str, Any]) -> None:
        """Other words throughout: those of a file, or the shipped ones."""
        self.now = dict(texts)

    @property
    def is_changed(self) -> bool:
        """Whether something isn't in the club yet."""
        return self.now != self._kept

    def differs(self, key: str) -> bool:
        """Whether a text isn't as shipped."""
        return bool(self.now[key] != self.shipped.get(key))

    @property
    def is_own(self) -> bool:
        """Whether the club's words, as kept, aren't the shipped ones."""
        return self._kept != self.shipped

    def mistakes(self) -> list[Mistake]:
        """What keeps it from being used."""
        return text_mistakes(self.now)

    def keep(self, texts: Mapping[str, Any]) -> None:
        """The club has these words now."""
        self._kept = dict(texts)

    def drop(self) -> None:
        """Forget what isn't in the club."""
        self.now = dict(self._kept)

    def hear(self, texts: TemplateTexts) -> bool:
        """What the club has now, after an undo or from another officer; what is being written stays.

        Whether anything in the window has to change.
        """
        before, self._kept = self._kept, dict(texts.now)
        fresh = {
            key: value
            for key, value in self._kept.items()
            if self.now[key] == before[key] and self.now[key] != value
        }
        self.now |= fresh
        return bool(fresh)
