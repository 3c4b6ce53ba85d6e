from collections.abc import Iterator
from pathlib import Path

import pytest

from boardroom.store.file import BoardFile


@pytest.fixture
def board(tmp_path: Path) -> Iterator[BoardFile]:
    """Lend a real, empty board file."""
    with BoardFile.create(tmp_path / "Ours.boardroom", who="Secretary") as opened:
        yield opened
