"""Work in the background comes back to the main thread, or says why not."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from clubdesk.errors import Cancelled, Problem
from clubdesk.services.progress import Progress
from clubdesk.ui.common.tasks import Tasks


def test_the_answer_arrives_on_the_main_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, int]] = []
    tasks.start(
        lambda _: threading.get_ident(), done=lambda worker: seen.append((worker, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, main = seen[0]
    assert main == threading.main_thread().ident != worker


def test_database_work_keeps_its_order(qtbot: QtBot, tasks: Tasks) -> None:
    order: list[int] = []
    for number in range(50):
        tasks.start(lambda _, number=number: number, done=order.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))


def test_progress_is_reported_and_cancel_stops(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[BaseException] = []
    counts: list[int] = []

    def work(progress: Progress) -> None:
        for done in range(100_000):
            progress(done, 100_000)
            threading.Event().wait(0.001)

    running = tasks.start(
        work, done=print, failed=errors.append, progress=lambda done, _: counts.append(done)
    )
    qtbot.waitUntil(lambda: len(counts) > 3)
    running.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
    assert counts == sorted(counts)


def test_a_problem_is_no_bug(qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    bugs: list[object] = []
    errors: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda *bug: bugs.append(bug))

    def work(_: Progress) -> None:
        raise Problem("The file is open in Excel.", "Close it there.")

    tasks.start(work, done=print, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Problem)
    assert not bugs


def test_a_bug_reaches_the_hook(qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    bugs: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: bugs.append(kind))
    tasks.start(lambda _: 1 // 0, done=print)
    qtbot.waitUntil(lambda: bool(bugs))
    assert bugs == [ZeroDivisionError]


def test_nobody_hears_after_stop(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[int] = []
    started = threading.Event()

    def work(progress: Progress) -> int:
        started.set()
        while True:
            progress(0, 1)

    tasks.start(work, done=seen.append, failed=lambda _: seen.append(0))
    started.wait(5)
    tasks.stop()
    tasks.later(lambda: seen.append(1))
    qtbot.wait(20)
    assert not seen
