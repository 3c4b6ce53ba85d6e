from datetime import date
from typing import Any
from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import DayKind, Sector
from boardroom.services import boards, terms
from boardroom.store.file import BoardFile
from boardroom.store.queries.boards import needs_of, terms_of
from boardroom.store.queries.settings import SettingsView, settings_of

TODAY = date(2026, 11, 22)


@pytest.fixture
def board_id(board: BoardFile) -> UUID:
    with board.writing("Set up") as session:
        return boards.create_board(session, "Arrowmere Partnership").id


def _settings(board: BoardFile, board_id: UUID, day: date = TODAY) -> SettingsView:
    with board.reading() as session:
        return settings_of(session, board_id, day)


def _terms_id(board: BoardFile, board_id: UUID) -> UUID:
    found = _settings(board, board_id).in_force
    assert found is not None
    return found.terms.id


def test_terms_are_put_right_where_they_stand(board: BoardFile, board_id: UUID) -> None:
    with board.writing("Correct") as session:
        terms.correct_terms(
            session, _terms_id(board, board_id), quorum_number=5, notice_kind=DayKind.CALENDAR, remit=" Plan. \r\n"
        )
    view = _settings(board, board_id)
    assert len(view.terms) == 1
    assert view.in_force is not None
    now = view.in_force.terms
    assert (now.quorum_number, now.notice_kind, now.remit, now.answer_days) == (5, DayKind.CALENDAR, "Plan.", 56)


def test_terms_change_from_a_day_on_and_take_over_the_rest(board: BoardFile, board_id: UUID) -> None:
    first = _terms_id(board, board_id)
    with board.writing("Quorum") as session:
        terms.correct_terms(session, first, quorum_number=5)
        terms.add_need(session, first, role=" Chair ")
    with board.writing("New terms") as session:
        terms.terms_from(session, board_id, date(2027, 1, 1), notice_days=7)
    now, then = _settings(board, board_id), _settings(board, board_id, date(2027, 1, 1))
    assert now.in_force is not None
    assert then.in_force is not None
    assert (now.in_force.terms.notice_days, now.in_force.terms.ends) == (5, date(2026, 12, 31))
    assert (then.in_force.terms.notice_days, then.in_force.terms.quorum_number) == (7, 5)
    assert [need.role for need in then.in_force.needs] == ["Chair"] == [need.role for need in now.in_force.needs]
    with pytest.raises(Refusal, match="terms from 1 January 2027"), board.writing("Newer terms") as session:
        terms.terms_from(session, board_id, date(2027, 1, 1), notice_days=9)


def test_only_the_latest_terms_are_taken_out(board: BoardFile, board_id: UUID) -> None:
    first = _terms_id(board, board_id)
    with pytest.raises(Refusal, match="never the only ones"), board.writing("Remove") as session:
        terms.remove_terms(session, first)
    with board.writing("New terms") as session:
        new = terms.terms_from(session, board_id, date(2027, 1, 1))
        terms.add_need(session, new.id, sector=Sector.HEALTH)
    with pytest.raises(Refusal, match="latest"), board.writing("Remove") as session:
        terms.remove_terms(session, first)
    with board.writing("Remove") as session:
        terms.remove_terms(session, new.id)
    with board.reading() as session:
        assert [(one.id, one.ends) for one in terms_of(session, board_id)] == [(first, None)]
        assert needs_of(session, new.id) == []


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"quorum_number": 0}, "between 1 and 500"),
        ({"quorum_sectors": 12}, "between 1 and 11"),
        ({"quorum_numerator": 1}, "both its figures"),
        ({"quorum_numerator": 3, "quorum_denominator": 2}, "more than all"),
        ({"majority_numerator": 1, "majority_denominator": 3}, "between a half"),
        ({"majority_numerator": 4, "majority_denominator": 3}, "between a half"),
        ({"notice_days": -1}, "days of notice"),
        ({"call_weeks": 900}, "call for proposals"),
        ({"answer_days": 0}, "is answered"),
    ],
)
def test_a_part_that_can_not_be_is_refused_and_nothing_is_changed(
    board: BoardFile, board_id: UUID, parts: dict[str, Any], says: str
) -> None:
    first = _terms_id(board, board_id)
    with pytest.raises(Refusal, match=says), board.writing("Correct") as session:
        terms.correct_terms(session, first, **parts)
    with pytest.raises(Refusal, match=says), board.writing("New") as session:
        terms.terms_from(session, board_id, date(2027, 1, 1), **parts)
    view = _settings(board, board_id)
    assert len(view.terms) == 1
    assert view.terms[0].terms.quorum_number is None


def test_a_two_thirds_majority_and_a_quarter_are_fine(board: BoardFile, board_id: UUID) -> None:
    with board.writing("Correct") as session:
        terms.correct_terms(
            session,
            _terms_id(board, board_id),
            majority_numerator=2,
            majority_denominator=3,
            quorum_numerator=1,
            quorum_denominator=4,
        )
    assert _settings(board, board_id).terms[0].terms.majority_denominator == 3


def test_what_a_quorum_names_is_changed_and_taken_out(board: BoardFile, board_id: UUID) -> None:
    first = _terms_id(board, board_id)
    with board.writing("Need") as session:
        need = terms.add_need(session, first, role="Chair")
        other = terms.add_need(session, first, sector=Sector.HEALTH, least=2)
    with board.writing("Change") as session:
        terms.change_need(session, need.id, sector=Sector.POLICE, role="")
    with pytest.raises(Refusal, match="a role or a sector"), board.writing("Change") as session:
        terms.change_need(session, need.id, sector=None)
    with pytest.raises(Refusal, match="between 1"), board.writing("Change") as session:
        terms.change_need(session, other.id, least=0)
    with board.writing("Remove") as session:
        terms.remove_need(session, other.id)
    assert [(one.role, one.sector) for one in _settings(board, board_id).terms[0].needs] == [("", Sector.POLICE)]


def test_settings_say_which_sectors_sit(board: BoardFile, board_id: UUID) -> None:
    with board.writing("Seats") as session:
        for sector in (Sector.POLICE, Sector.HEALTH, Sector.POLICE, Sector.UNKNOWN):
            boards.add_seat(session, board_id, "A seat", sector=sector)
    view = _settings(board, board_id)
    assert view.sectors == (Sector.POLICE, Sector.HEALTH)
    with pytest.raises(Refusal, match="any more"), board.reading() as session:
        settings_of(session, _terms_id(board, board_id), TODAY)
