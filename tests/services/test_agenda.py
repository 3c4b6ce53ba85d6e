from datetime import date
from functools import partial
from uuid import UUID

import pytest

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.outline import indent, move_up
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import Run
from boardroom.domain.words import ItemKind, ItemState, Restriction, TextKind
from boardroom.services import agenda, attendance, boards, declarations, meetings, presiding, texts
from boardroom.store.file import BoardFile
from boardroom.store.queries.agenda import items_of
from boardroom.store.undo import undo


@pytest.fixture
def meeting_id(board: BoardFile) -> UUID:
    with board.writing("Set up the board") as session:
        ours = boards.create_board(session, "Arrowmere Partnership")
        return meetings.plan_meeting(session, ours.id, date(2027, 1, 28)).id


def add(board: BoardFile, meeting_id: UUID, *titles: str) -> list[UUID]:
    ids = []
    for title in titles:
        with board.writing("Add item") as session:
            ids.append(agenda.add_item(session, meeting_id, title).id)
    return ids


def shown(board: BoardFile, meeting_id: UUID) -> list[str]:
    with board.reading() as session:
        return [f"{item.number} {item.title}" for item in items_of(session, meeting_id)]


def test_items_are_numbered_as_they_come_and_follow_a_move(board: BoardFile, meeting_id: UUID) -> None:
    _, minutes, _ = add(board, meeting_id, "Apologies", "Minutes", "Strategy")
    with board.writing("Move item") as session:
        agenda.move_item(session, minutes, partial(move_up, item_id=minutes))
    assert shown(board, meeting_id) == ["1 Minutes", "2 Apologies", "3 Strategy"]


def test_a_sub_item_takes_the_number_of_the_one_above(board: BoardFile, meeting_id: UUID) -> None:
    add(board, meeting_id, "Reports")
    (sub,) = add(board, meeting_id, "Needs survey")
    with board.writing("Indent item") as session:
        agenda.move_item(session, sub, partial(indent, item_id=sub))
    assert shown(board, meeting_id) == ["1 Reports", "1.1 Needs survey"]


def test_after_notice_numbers_stay_and_a_late_item_needs_its_reason(board: BoardFile, meeting_id: UUID) -> None:
    first, second = add(board, meeting_id, "Apologies", "Minutes")
    with board.writing("Give notice", barrier=True) as session:
        meetings.give_notice(session, meeting_id, date(2027, 1, 20))
    with pytest.raises(Refusal, match="late item"), board.writing("Add item") as session:
        agenda.add_item(session, meeting_id, "School transport stoppage")
    with board.writing("Add late item") as session:
        agenda.add_item(session, meeting_id, "School transport stoppage", late_reason="The stoppage began today.")
    with board.writing("Move item") as session:
        agenda.move_item(session, second, partial(move_up, item_id=second))
    with board.writing("Withdraw item") as session:
        assert agenda.withdraw_item(session, first).state is ItemState.WITHDRAWN
    assert shown(board, meeting_id) == ["2 Minutes", "1 Apologies", "3 School transport stoppage"]


def test_an_item_with_something_under_it_is_not_removed(board: BoardFile, meeting_id: UUID) -> None:
    (item,) = add(board, meeting_id, "Strategy")
    with board.writing("Write") as session:
        texts.add_paragraph(session, meeting_id, item, TextKind.NOTE, [Run("They all spoke at once.")])
    with pytest.raises(Refusal, match="Something is recorded"), board.writing("Remove item") as session:
        agenda.remove_item(session, item)
    undo(board)
    with board.writing("Remove item") as session:
        agenda.remove_item(session, item)
    assert shown(board, meeting_id) == []


def test_a_restricted_item_needs_what_the_public_may_read(board: BoardFile, meeting_id: UUID) -> None:
    (item,) = add(board, meeting_id, "Placement costs")
    with pytest.raises(Refusal, match="public"), board.writing("Restrict item") as session:
        agenda.restrict_item(session, item, Restriction.EXEMPT, ground="Schedule 12A paragraph 3", public_title=" ")
    with board.writing("Restrict item") as session:
        agenda.restrict_item(
            session, item, Restriction.EXEMPT, ground="Schedule 12A paragraph 3", public_title="A contract"
        )
    with board.writing("Open item") as session:
        opened = agenda.open_item(session, item)
        assert (opened.restricted, opened.ground) == (False, "")


def test_what_is_gone_is_told_in_a_sentence(board: BoardFile, meeting_id: UUID) -> None:
    gone = AgendaItem(meeting_id=meeting_id, title="never added").id
    for act in (agenda.withdraw_item, agenda.remove_item, partial(agenda.rename_item, title="x")):
        with pytest.raises(Refusal, match="any more"), board.writing("Act") as session:
            act(session, item_id=gone)
    with pytest.raises(Refusal, match="title"), board.writing("Add item") as session:
        agenda.add_item(session, meeting_id, " \n ")


def test_what_an_item_says_of_itself_is_changed_part_by_part(board: BoardFile, meeting_id: UUID) -> None:
    (item,) = add(board, meeting_id, "Short breaks")
    with board.writing("Change item") as session:
        agenda.change_item(session, item, kind=ItemKind.DECISION, lead=" Priya  Raman ", minutes_planned=25)
    with board.writing("Change item") as session:
        changed = agenda.change_item(session, item, agenda_note="Read 6A first.", standing=True, minutes_planned=None)
    assert (changed.kind, changed.lead, changed.agenda_note) == (ItemKind.DECISION, "Priya Raman", "Read 6A first.")
    assert (changed.standing, changed.minutes_planned) == (True, None)
    with pytest.raises(Refusal, match="between 1 and 1440 minutes"), board.writing("Change item") as session:
        agenda.change_item(session, item, minutes_planned=-5)


def test_numbers_leave_out_an_item_that_becomes_a_heading(board: BoardFile, meeting_id: UUID) -> None:
    first, _ = add(board, meeting_id, "Reports", "Strategy")
    with board.writing("Change item") as session:
        session.get_one(AgendaItem, first).number = ""
        agenda.change_item(session, first, kind=ItemKind.HEADING)
    assert shown(board, meeting_id) == [" Reports", "1 Strategy"]
    with board.writing("Change item") as session:
        agenda.change_item(session, first, kind=ItemKind.DISCUSSION)
    assert shown(board, meeting_id) == ["1 Reports", "2 Strategy"]


def test_the_reason_of_a_late_item_can_be_worded_anew_but_not_taken_away(board: BoardFile, meeting_id: UUID) -> None:
    with board.writing("Give notice", barrier=True) as session:
        meetings.give_notice(session, meeting_id, date(2027, 1, 20))
    with board.writing("Add late item") as session:
        late = agenda.add_item(session, meeting_id, "School transport", late_reason="It began today.").id
    with board.writing("Change item") as session:
        assert agenda.change_item(session, late, late_reason="It began on Monday.", urgent=True).urgent
    with pytest.raises(Refusal, match="late item"), board.writing("Change item") as session:
        agenda.change_item(session, late, late_reason=" ")


def test_a_number_is_given_by_hand_only_once_the_agenda_is_out(board: BoardFile, meeting_id: UUID) -> None:
    first, second = add(board, meeting_id, "Apologies", "Minutes")
    with pytest.raises(Refusal, match="follow the order"), board.writing("Number item") as session:
        agenda.number_item(session, first, "1a")
    with board.writing("Give notice", barrier=True) as session:
        meetings.give_notice(session, meeting_id, date(2027, 1, 20))
    with board.writing("Number item") as session:
        agenda.number_item(session, first, "1a")
    assert shown(board, meeting_id) == ["1a Apologies", "2 Minutes"]
    with pytest.raises(Refusal, match="“Apologies” is item 1a already"), board.writing("Number item") as session:
        agenda.number_item(session, second, "1a")


def test_an_item_is_taken_deferred_and_opened_again(board: BoardFile, meeting_id: UUID) -> None:
    (item,) = add(board, meeting_id, "Strategy")
    with board.writing("Take item") as session:
        assert agenda.take_item(session, item).state is ItemState.TAKEN
    with board.writing("Defer item") as session:
        agenda.defer_item(session, item, "March")
    with pytest.raises(Refusal, match="was deferred; open it again first"), board.writing("Take item") as session:
        agenda.take_item(session, item)
    with board.writing("Reopen item") as session:
        opened = agenda.reopen_item(session, item)
    assert (opened.state, opened.deferred_to) == (ItemState.OPEN, "")


def test_an_item_that_somebody_comes_for_or_declares_an_interest_in_is_not_removed(
    board: BoardFile, meeting_id: UUID
) -> None:
    came_for, declared, presided, bare = add(board, meeting_id, "Strategy", "Bids", "Election", "Any other business")
    with board.writing("Prepare") as session:
        attendance.add_attendance(session, meeting_id, "Amina Yusuf", item_id=came_for)
        declarations.declare(session, meeting_id, "Amina Yusuf", "May bid", item_ids=[declared])
        presiding.let_preside(session, meeting_id, "Owain Meredith", from_item_id=presided)
    for item in (came_for, declared, presided):
        with pytest.raises(Refusal, match="Something is recorded"), board.writing("Remove item") as session:
            agenda.remove_item(session, item)
    with board.writing("Remove item") as session:
        agenda.remove_item(session, bare)


def test_a_withdrawn_item_is_deferred_to_no_meeting_any_more(board: BoardFile, meeting_id: UUID) -> None:
    (item,) = add(board, meeting_id, "Strategy")
    for act in (agenda.withdraw_item, agenda.reopen_item):
        with board.writing("Defer item") as session:
            agenda.defer_item(session, item, "the March meeting").deferred_to_id = meeting_id
        with board.writing("Do") as session:
            done = act(session, item)
            assert (done.deferred_to, done.deferred_to_id) == ("", None)
