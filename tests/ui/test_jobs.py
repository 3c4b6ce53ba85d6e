"""Jobs: work in a thread of its own, told of and cancelled on the GUI thread."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boardroom.domain.refusal import Refusal
from boardroom.ui.kit.jobs import CancelledError, Job, JobBar, Progress, wait_for_jobs


def test_a_job_works_in_another_thread_and_gives_back_what_it_made(qtbot: QtBot) -> None:
    job = Job("Counting", lambda _progress: threading.get_ident())
    with qtbot.waitSignal(job.done) as told:
        job.start()
    assert told.args != [threading.get_ident()]


def _count(progress: Progress) -> None:
    for at in range(5001):
        progress(at, 5000)


def test_progress_is_told_and_its_end_always(qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    job = Job("Counting", _count)
    job.moved.connect(lambda done, whole: steps.append((done, whole)))
    with qtbot.waitSignal(job.done):
        job.start()
    assert steps[-1] == (5000, 5000)
    assert len(steps) < 500, "a signal per step would keep the window busy"


def test_a_refusal_is_told_as_its_sentence(qtbot: QtBot) -> None:
    def refuse(_progress: Progress) -> None:
        message = "The disk is full."
        raise Refusal(message)

    job = Job("Writing", refuse)
    with qtbot.waitSignal(job.refused) as told, qtbot.waitSignal(job.ended):
        job.start()
    assert told.args == ["The disk is full."]


def test_a_bug_is_told_and_raised_where_bugs_are_reported(qtbot: QtBot) -> None:
    job = Job("Writing", lambda _progress: 1 // 0)
    with qtbot.capture_exceptions() as raised, qtbot.waitSignals([job.bug, job.ended]):
        job.start()
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_cancelling_ends_the_work_at_its_next_step(qtbot: QtBot) -> None:
    begun, undone = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                begun.set()
                progress(1, 2)
        except CancelledError:
            undone.set()
            raise

    job = Job("Writing", work)
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.follow(job)
    job.start()
    assert begun.wait(5)
    with qtbot.waitSignal(job.cancelled):
        QTest.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert undone.is_set()
    assert not bar.isVisible()
    assert not bar.is_busy


def test_a_job_cancelled_before_its_turn_does_nothing(qtbot: QtBot) -> None:
    done: list[int] = []
    job = Job("Writing", lambda _progress: done.append(1))
    job.cancel()
    with qtbot.waitSignal(job.cancelled):
        job.start()
    assert not done


class Held:
    """What a job holds or makes; says in which thread it went."""

    def __init__(self, gone: list[int]) -> None:
        """Go unseen until then."""
        self._gone = gone

    def __del__(self) -> None:
        """Say so."""
        self._gone.append(threading.get_ident())


def test_what_a_job_held_and_made_goes_in_the_gui_thread(qtbot: QtBot) -> None:
    gone: list[int] = []

    def work(_held: Held, _progress: Progress) -> Held:
        return Held(gone)

    for _ in range(100):
        job = Job("Making", partial(work, Held(gone)))
        with qtbot.waitSignal(job.ended):
            job.start()
        del job
    # Of Qt's objects only those of the GUI thread may be let go of there, and a job may hold a window.
    qtbot.waitUntil(lambda: len(gone) == 200)
    assert set(gone) == {threading.get_ident()}


def test_the_bar_says_what_is_done_and_how_far(qtbot: QtBot) -> None:
    half, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        progress(1, 2)
        half.set()
        go_on.wait(5)

    bar = JobBar()
    qtbot.addWidget(bar)
    job = Job("Writing the minutes", work)
    bar.follow(job)
    job.start()
    assert half.wait(5)
    qtbot.waitUntil(lambda: bar.bar.value() == bar.bar.maximum() // 2)
    assert bar.bar.accessibleName() == "Writing the minutes"
    assert "Writing the minutes" in bar.cancel.accessibleName()
    with qtbot.waitSignal(job.ended):
        go_on.set()


def test_the_bar_lets_go_of_the_job_before(qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    old, new = Job("Old", lambda _progress: None), Job("New", lambda _progress: None)
    bar.follow(old)
    bar.follow(new)
    with qtbot.waitSignal(old.ended):
        old.start()
    assert bar.is_busy
    with qtbot.waitSignal(new.ended):
        new.start()
    assert not bar.is_busy


def test_waiting_ends_every_job(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress(0, 0)

    job = Job("For ever", work)
    with qtbot.waitSignal(job.cancelled, timeout=5000):
        job.start()
        wait_for_jobs()


@pytest.fixture(autouse=True)
def _no_job_left() -> None:
    wait_for_jobs()
