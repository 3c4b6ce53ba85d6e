"""Faults of the program: logged on this computer, told once and not with every frame."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.ui.faults import Faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Faults]:
    hook = sys.excepthook
    monkeypatch.setattr(sys, "__excepthook__", lambda *_fault: None)
    yield Faults(tmp_path / "log")
    sys.excepthook = hook


def break_down(faults: Faults, error: Exception) -> None:
    try:
        raise error
    except type(error):
        faults.catch(*sys.exc_info())


def test_a_fault_that_comes_up_with_every_frame_is_told_and_logged_once(faults: Faults) -> None:
    told: list[str] = []
    faults.told.connect(told.append)
    for _ in range(50):
        break_down(faults, ZeroDivisionError("x"))
    break_down(faults, KeyError("y"))
    assert len(told) == 2
    assert "ZeroDivisionError" in told[0]
    assert faults.log is not None
    assert str(faults.log) in told[0]
    assert faults.log.read_text().count("Traceback") == 2


def test_a_refusal_that_nobody_caught_is_told_as_what_it_is(faults: Faults) -> None:
    told: list[str] = []
    faults.told.connect(told.append)
    break_down(faults, Refusal("The file has gone."))
    assert told == ["The file has gone."]


def test_a_fault_is_told_where_no_log_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_fault: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    (tmp_path / "file").write_text("in the way")
    faults = Faults(tmp_path / "file" / "log")
    told: list[str] = []
    faults.told.connect(told.append)
    break_down(faults, ZeroDivisionError("x"))
    assert told == [
        "A fault of the program (ZeroDivisionError). What you did last may not be kept; what was saved before is safe."
    ]
