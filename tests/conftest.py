"""What all tests share: how many random examples and rounds they try, and a screen that is not there."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# Before anybody imports Qt, which asks once; a developer may name another, to see the windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A loaded machine is slow; that says nothing about the program, so no deadline and no complaint about slowness.
settings.register_profile("new", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The gate (make test) tries the same examples each time, so that it gives one answer for one commit.
settings.register_profile("same", settings.get_profile("new"), derandomize=True, database=None)
# The long search (make faults) tries many new ones.
settings.register_profile("many", settings.get_profile("new"), max_examples=2000)
settings.load_profile(os.environ.get("BOARDROOM_EXAMPLES", "new"))


@pytest.fixture(scope="session")
def rounds() -> int:
    """How often a random fault is tried: 20 in `make test`, 200 in `make faults`."""
    return int(os.environ.get("BOARDROOM_ROUNDS", "20"))


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Let the windows of a test be gone before the next one begins.

    pytest-qt deletes them later, and later never comes where no event loop runs: each would be dressed again for every
    window after it, and its timers would go off in other tests.
    """
    yield
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 - most tests have no window

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.hookimpl
def pytest_sessionfinish() -> None:
    """Let the process end that looked up what tests typed: no program quits here that would see to it."""
    module = sys.modules.get("boardroom.ui.kit.spelling")
    if module is not None:
        module.spelling().rest()
