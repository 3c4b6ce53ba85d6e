"""A drop of 200 filled forms: as long for each as in a drop of 20, and no longer than two seconds a form.

Looking at a form starts a process of its own, two at a time; taking them in is one step of the board file.
"""

import tempfile
import time
from pathlib import Path
from statistics import median

from boardroom.domain.call_form import Asked
from boardroom.exchange.arriving import Arrival
from boardroom.services.forms import take_forms
from boardroom.store.file import BoardFile
from boardroom.store.undo import undo
from boardroom.ui.pages.arrivals_work import look_at_all
from tests.benchmarks.ratio import Row
from tests.make_forms import OPENS, SAID, a_call, filled, printed

FEW, MANY = 20, 200
LINEAR = 1.25
MOST_SECONDS = 2.0
TURNS = 3


def measure() -> list[Row]:
    """Compare what a form takes among many with what it takes among few."""
    looked: dict[int, list[float]] = {FEW: [], MANY: []}
    taken: dict[int, list[float]] = {FEW: [], MANY: []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        board, paths = _drop(folder)
        with board:
            look_at_all(paths[:2], _nothing)
            everything: tuple[Arrival, ...] = ()
            for turn in range(TURNS):
                # The whole drop is looked at once: it takes a minute or two.
                for size in (FEW, MANY) if turn == 0 else (FEW,):
                    began = time.perf_counter()
                    found = look_at_all(paths[:size], _nothing)
                    looked[size].append((time.perf_counter() - began) / size)
                    if size == MANY:
                        everything = found
            for _ in range(TURNS):
                for size in (FEW, MANY):
                    taken[size].append(_take(board, everything[:size]) / size)
    few, many = median(looked[FEW]), median(looked[MANY])
    return [
        Row(f"a form looked at among {MANY}, against one among {FEW}", many, few, LINEAR),
        Row(f"a form taken in among {MANY}, against one among {FEW}", median(taken[MANY]), median(taken[FEW]), LINEAR),
        Row(f"a form of {MANY}, looked at and taken in, against 1 s", many + median(taken[MANY]), 1.0, MOST_SECONDS),
    ]


def _drop(folder: Path) -> tuple[BoardFile, list[Path]]:
    board = BoardFile.create(folder / "Ours.boardroom", who="S")
    with board.writing("Open a call") as session:
        forms = printed(session, a_call(session, organisations=[f"Body {at}" for at in range(FEW)]))
    paths = []
    for at in range(MANY):
        path = folder / f"{at}.pdf"
        path.write_bytes(filled(forms[at % FEW], {**SAID, Asked.TITLE: f"Proposal {at}"}))
        paths.append(path)
    return board, paths


def _take(board: BoardFile, arrivals: tuple[Arrival, ...]) -> float:
    forms = [form for one in arrivals if one.form is not None for form in one.form.forms]
    began = time.perf_counter()
    with board.writing("Import forms") as session:
        take_forms(session, forms, received_on=OPENS)
    seconds = time.perf_counter() - began
    # Each turn begins alike.
    undo(board)
    return seconds


def _nothing(_done: int, _whole: int) -> None:
    """Move no bar."""
