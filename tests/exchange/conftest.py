"""Board files for the tests of what comes in and goes out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardroom.store.file import BoardFile

REAL = sorted((Path(__file__).parents[1] / "data" / "meetings").glob("*.json"))


@pytest.fixture
def board_file(tmp_path: Path) -> Iterator[BoardFile]:
    """Give an empty board file."""
    with BoardFile.create(tmp_path / "ours.boardroom", who="Secretary") as board:
        yield board


@pytest.fixture
def other_file(tmp_path: Path) -> Iterator[BoardFile]:
    """Give a second empty board file."""
    with BoardFile.create(tmp_path / "theirs.boardroom", who="Secretary") as board:
        yield board


@pytest.fixture(scope="module")
def module_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    """Give a board file that all examples of a module fill."""
    with BoardFile.create(tmp_path_factory.mktemp("boards") / "ours.boardroom", who="Secretary") as board:
        yield board


@pytest.fixture
def record() -> dict[str, Any]:
    """Give a small record that a test may spoil."""
    content: dict[str, Any] = json.loads(REAL[1].read_text(encoding="utf-8"))
    return content
