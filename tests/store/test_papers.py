import os
import stat
from contextlib import closing, suppress
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from boardroom.domain.audience import Audience
from boardroom.domain.papers import Paper
from boardroom.domain.refusal import Refusal
from boardroom.store.check import check
from boardroom.store.connect import connect_to_write
from boardroom.store.file import BoardFile
from boardroom.store.paper_copies import copy_for_opening
from boardroom.store.papers import content_of, keep_content
from boardroom.store.queries.meetings import load_meeting
from tests.make import a_meeting, rows_of

PDF = b"%PDF-1.4 costs"


def kept(board: BoardFile, content: bytes = PDF, **fields: object) -> UUID:
    """Keep a paper with its bytes, under a meeting of its own."""
    maker = a_meeting()
    item = maker.item("6", "Short breaks")
    with board.writing("Attach paper") as session:
        key = keep_content(session, content)
        values = {"label": "6A", "title": "Costs", "name": "costs.pdf", "sha256": key, "size": len(content)} | fields
        paper = maker.row(Paper, item_id=item.id, **values)
        session.add_all(rows_of(maker))
        return paper.id


def spoil(board: BoardFile, statement: str) -> None:
    with closing(connect_to_write(board.path)) as connection:
        connection.execute(statement)


def counted(board: BoardFile) -> int:
    with closing(connect_to_write(board.path)) as connection:
        return int(connection.execute("SELECT count(*) FROM paper_content").fetchone()[0])


def content(board: BoardFile, paper_id: UUID) -> bytes:
    with board.reading() as session:
        return content_of(session, session.get_one(Paper, paper_id).sha256)


def test_the_same_file_is_kept_once_and_comes_back_to_the_byte(board: BoardFile) -> None:
    first, again, other = kept(board), kept(board), kept(board, b"%PDF-1.4 other")
    assert counted(board) == 2
    assert content(board, first) == content(board, again) == PDF
    assert content(board, other) == b"%PDF-1.4 other"
    assert check(board.path) == []


def test_bytes_that_changed_are_not_given_out_and_the_check_tells(board: BoardFile) -> None:
    paper_id = kept(board)
    spoil(board, "UPDATE paper_content SET content = x'255044462d'")
    with pytest.raises(Refusal, match="The file of the paper “Costs” is damaged"):
        content(board, paper_id)
    (found,) = check(board.path)
    assert "is damaged" in found
    # Attaching the same file again mends it.
    kept(board)
    assert content(board, paper_id) == PDF
    assert check(board.path) == []


def test_bytes_that_are_missing_are_told(board: BoardFile) -> None:
    paper_id = kept(board)
    spoil(board, "DELETE FROM paper_content")
    with pytest.raises(Refusal, match="is missing from the board file"):
        content(board, paper_id)
    (found,) = check(board.path)
    assert "is missing" in found


def test_bytes_of_a_step_that_failed_do_not_stay(board: BoardFile) -> None:
    with suppress(Refusal), board.writing("Attach paper") as session:
        keep_content(session, PDF)
        raise Refusal
    assert counted(board) == 0


def test_a_copy_can_be_read_by_its_owner_and_is_called_by_us(board: BoardFile, tmp_path: Path) -> None:
    paper_id = kept(board, name="../../evil\u202efdp.exe", label="6A/../x" + "y" * 300)
    with board.reading() as session:
        first, second = (copy_for_opening(session, paper_id, tmp_path) for _ in range(2))
    assert first != second
    assert first.parent == tmp_path
    assert first.name.startswith("Paper-6Axyyyyyyyyy-")
    assert first.suffix == ".pdf"
    assert first.read_bytes() == PDF
    assert stat.S_IMODE(first.stat().st_mode) & (stat.S_IWUSR | stat.S_IXUSR) == 0
    if os.name == "posix":
        assert stat.S_IMODE(first.stat().st_mode) == stat.S_IRUSR


def test_what_may_hold_a_program_is_not_opened_whatever_the_row_says(board: BoardFile, tmp_path: Path) -> None:
    paper_id = kept(board, b"MZ\x90\x00", media_type="application/pdf")
    with board.reading() as session, pytest.raises(Refusal, match="may hold a program"):
        copy_for_opening(session, paper_id, tmp_path)
    assert [path for path in tmp_path.iterdir() if path.name.startswith("Paper")] == []


def test_a_paper_that_cannot_be_opened_is_told_in_a_sentence(board: BoardFile, tmp_path: Path) -> None:
    promised, here = kept(board, sha256="", size=0, to_follow=True), kept(board)
    with board.reading() as session:
        with pytest.raises(Refusal, match="still to follow"):
            copy_for_opening(session, promised, tmp_path)
        with pytest.raises(Refusal, match="any more"):
            copy_for_opening(session, uuid7(), tmp_path)
        with pytest.raises(Refusal, match="could not be put"):
            copy_for_opening(session, here, tmp_path / "nowhere")


def test_the_public_gets_neither_restricted_papers_nor_those_of_restricted_items(board: BoardFile) -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    secret = maker.item("2", "Prices", public_title="Prices", restricted=True, ground="paragraph 3")
    below = maker.item("2.1", "Rent", parent_id=secret.id)
    for one, label, restricted in ((item, "1A", False), (item, "1B", True), (secret, "2A", False), (below, "3", False)):
        maker.row(Paper, item_id=one.id, label=label, title=label, restricted=restricted)
    with board.writing("Set up") as session:
        session.add_all(rows_of(maker))
    with board.reading() as session:
        public = load_meeting(session, maker.meeting_id, Audience.PUBLIC)
        members = load_meeting(session, maker.meeting_id, Audience.MEMBERS)
        assert len(session.scalars(select(Paper)).all()) == 4
    assert [paper.label for paper in public.papers] == ["1A"]
    assert public.papers_left_out == 1
    assert [paper.label for paper in members.papers] == ["1A", "1B", "2A", "3"]
