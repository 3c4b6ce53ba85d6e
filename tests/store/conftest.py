"""What the store's tests share: a new board file, and one meeting in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from boardroom.store.file import BoardFile
from tests.make import MeetingMaker, a_meeting
from tests.store.units import save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Arrowmere.boardroom"


@pytest.fixture
def board(path: Path) -> Iterator[BoardFile]:
    with BoardFile.create(path, who="Ann") as board:
        yield board


@pytest.fixture
def meeting(board: BoardFile) -> MeetingMaker:
    """One meeting with an item and a paragraph of minute text, saved as one step."""
    maker = a_meeting(name="Ordinary meeting")
    item = maker.item("1", "Home care")
    maker.write(item, "The plan was agreed.")
    save(board, maker)
    return maker
