from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.services import boards, phrases
from boardroom.store.file import BoardFile
from boardroom.store.queries.phrases import phrases_of
from boardroom.store.undo import undo


@pytest.fixture
def board_id(board: BoardFile) -> UUID:
    with board.writing("Set up") as session:
        return boards.create_board(session, "Arrowmere Partnership").id


def _add(board: BoardFile, board_id: UUID, *texts: str) -> list[UUID]:
    with board.writing("Add") as session:
        return [phrases.add_phrase(session, board_id, text).id for text in texts]


def _texts(board: BoardFile, board_id: UUID) -> list[str]:
    with board.reading() as session:
        return [one.text for one in phrases_of(session, board_id)]


def test_phrases_are_kept_in_order_as_clean_text(board: BoardFile, board_id: UUID) -> None:
    _add(board, board_id, " The board noted the report.\r\n", "It was agreed to:\x00\u2028do it.")
    assert _texts(board, board_id) == ["The board noted the report.", "It was agreed to:\ndo it."]


def test_each_board_has_its_own(board: BoardFile, board_id: UUID) -> None:
    with board.writing("Another") as session:
        other = boards.create_board(session, "Harbour").id
    _add(board, board_id, "Noted.")
    _add(board, other, "Noted.")
    assert _texts(board, other) == ["Noted."]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n ", "Write the phrase."),
        ("Noted. ", "That phrase is kept already."),
        ("x" * 2_001, "A phrase holds 2,000 letters at most; this one has 2,001."),
    ],
)
def test_a_phrase_that_can_not_be_kept_is_refused(board: BoardFile, board_id: UUID, text: str, sentence: str) -> None:
    _, agreed = _add(board, board_id, "Noted.", "Agreed.")
    with pytest.raises(Refusal) as refused, board.writing("Add") as session:
        phrases.add_phrase(session, board_id, text)
    assert str(refused.value) == sentence
    with pytest.raises(Refusal) as refused, board.writing("Change") as session:
        phrases.change_phrase(session, agreed, text)
    assert str(refused.value) == sentence
    assert _texts(board, board_id) == ["Noted.", "Agreed."]


def test_a_phrase_is_worded_anew_and_may_stay_as_it_is(board: BoardFile, board_id: UUID) -> None:
    noted, agreed = _add(board, board_id, "Noted.", "Agreed.")
    with board.writing("Change") as session:
        phrases.change_phrase(session, noted, "The board noted it.")
        phrases.change_phrase(session, agreed, "Agreed.")
    assert _texts(board, board_id) == ["The board noted it.", "Agreed."]


def test_a_phrase_moves_and_stops_at_either_end(board: BoardFile, board_id: UUID) -> None:
    first, _, third = _add(board, board_id, "1", "2", "3")
    for phrase, by, wanted in ((third, -1, "132"), (third, -5, "312"), (first, 9, "321")):
        with board.writing("Move") as session:
            phrases.move_phrase(session, phrase, by=by)
        assert "".join(_texts(board, board_id)) == wanted


def test_a_phrase_is_removed_and_undo_brings_it_back(board: BoardFile, board_id: UUID) -> None:
    noted, _ = _add(board, board_id, "Noted.", "Agreed.")
    with board.writing("Remove") as session:
        phrases.remove_phrase(session, noted)
    assert _texts(board, board_id) == ["Agreed."]
    undo(board)
    assert _texts(board, board_id) == ["Noted.", "Agreed."]
    _add(board, board_id, "Last.")
    assert _texts(board, board_id)[-1] == "Last."


def test_what_is_gone_is_refused(board: BoardFile, board_id: UUID) -> None:
    (noted,) = _add(board, board_id, "Noted.")
    with board.writing("Remove") as session:
        phrases.remove_phrase(session, noted)
    for again in (
        lambda session: phrases.remove_phrase(session, noted),
        lambda session: phrases.change_phrase(session, noted, "x"),
        lambda session: phrases.move_phrase(session, noted, by=1),
    ):
        with pytest.raises(Refusal, match="That stock phrase isn't there any more"), board.writing("Again") as session:
            again(session)
    with pytest.raises(Refusal, match="That board isn't there"), board.writing("Add") as session:
        phrases.add_phrase(session, noted, "x")
