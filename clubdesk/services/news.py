"""Tell who listens which tables were changed."""

from collections.abc import Callable

Listener = Callable[[frozenset[str]], None]


class News:
    """The listeners of one workspace. They are called after the commit, on the thread that did the change."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the tables of each change from now on; call what comes back to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def announce(self, tables: frozenset[str]) -> None:
        if tables:
            for listener in tuple(self._listeners):
                listener(tables)
