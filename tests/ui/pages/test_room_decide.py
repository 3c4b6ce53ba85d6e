"""Decisions of a meeting that runs: agreed by one key, provisional without a quorum, ratified in two keys."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from boardroom.domain.attendance import Attendance
from boardroom.domain.words import Method, Presence, Result
from boardroom.services.attendance import set_presence
from boardroom.services.motions import amend_motion, put_motion
from boardroom.services.terms import correct_terms
from boardroom.store.queries.boards import terms_of
from boardroom.store.queries.decision_list import count_to_ratify
from boardroom.store.queries.item_page import ItemView, item_of
from tests.ui.pages.in_room import Room, enter_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.store.queries.item_decisions import DecisionView
    from tests.ui.program import Running

HALLS = "That we open two halls."


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    at = enter_room(run, sample, tmp_path)
    at.begin()
    return at


def view(room: Room) -> ItemView:
    current = room.current
    assert current is not None
    return room.one.desk.read(item_of, current)


def decided(room: Room) -> DecisionView:
    (one,) = view(room).decisions
    return one


def put(room: Room, wording: str = HALLS) -> None:
    room.one.desk.write("Put a motion", put_motion, room.current, wording)


def empty_the_room(room: Room) -> None:
    """Let everybody but one go, so that there is no quorum."""

    def go(session: Session) -> None:
        for line in session.scalars(select(Attendance).where(Attendance.meeting_id == room.id)).all()[1:]:
            set_presence(session, line.id, Presence.ABSENT)

    room.one.desk.write("They go", go)


def board_of(room: Room) -> UUID:
    board = room.one.desk.board_id
    assert board is not None
    return board


def chips(room: Room) -> list[str]:
    return [row.chip for row in room.page.item.decisions.rows.loaded()]


def test_the_only_motion_is_agreed_by_one_key_from_the_notes(room: Room) -> None:
    put(room)
    assert room.page.item.texts.notes.editor.hasFocus()
    room.one.press("Ctrl+F9")
    one = decided(room)
    assert (one.wording, one.method, one.result) == (HALLS, Method.CONSENSUS, Result.CARRIED)
    assert room.one.message.startswith("Agreed without objection: That we open two halls")
    assert room.page.item.texts.notes.editor.hasFocus(), "notes go on"
    assert chips(room) == ["Carried"]
    room.one.press("Ctrl+Z")
    assert view(room).decisions == ()


def test_the_chosen_one_of_two_motions_is_agreed(room: Room) -> None:
    put(room)
    put(room, "That we close them.")
    assert room.page.why_not("record.agree") == "choose a motion or a decision first"
    motions = room.page.item.motions
    motions.rows.setFocus()
    room.one.press("End")
    room.one.press("Ctrl+F9")
    assert decided(room).wording == "That we close them."
    assert room.page.item.decisions.rows.hasFocus()


def test_what_is_typed_in_the_form_of_a_decision_is_agreed_in_one_step(room: Room) -> None:
    room.one.press("Ctrl+J")
    room.one.type("That the fee is waived.")
    room.one.press("Ctrl+F9")
    one = decided(room)
    assert (one.wording, one.method, one.result) == ("That the fee is waived.", Method.CONSENSUS, Result.CARRIED)
    assert room.page.item.decisions.form is None
    room.one.press("Ctrl+Z")
    assert view(room).decisions == ()


def test_a_decision_recorded_in_another_way_is_agreed_in_its_form(room: Room) -> None:
    room.one.press("Ctrl+J")
    room.one.type("That the fee is waived.")
    form = room.page.item.decisions.editing
    form.commit()
    form.fields["method"].control.setCurrentText("Ballot")  # type: ignore[attr-defined] # a choice
    form.fields["method"].control.activated.emit(0)  # type: ignore[attr-defined] # as above
    assert decided(room).method is Method.BALLOT
    form.fields["wording"].setFocus()
    room.one.press("Ctrl+F9")
    assert decided(room).method is Method.CONSENSUS


def test_an_empty_form_is_not_agreed(room: Room) -> None:
    room.one.press("Ctrl+J")
    room.one.press("Ctrl+F9")
    assert view(room).decisions == ()


def test_an_amendment_is_agreed_and_then_the_wording_that_stands(room: Room) -> None:
    put(room)
    motion = view(room).motions[0].id
    room.one.desk.write("Amend", amend_motion, motion, "That we open three halls.")
    motions = room.page.item.motions
    motions.rows.setFocus()
    room.one.press("End")
    room.one.press("Ctrl+F9")
    assert view(room).decisions == ()
    assert motions.rows.loaded()[0].second_line == "Stands as: That we open three halls."
    room.one.press("Home")
    room.one.press("Ctrl+F9")
    assert decided(room).wording == "That we open three halls."


def test_the_vote_on_an_amended_motion_is_on_the_wording_that_stands(room: Room) -> None:
    put(room)
    motion = view(room).motions[0].id
    amendment = room.one.desk.write("Amend", amend_motion, motion, "That we open three halls.")
    motions = room.page.item.motions
    motions.choose(("motion", amendment.id))
    room.one.press("Ctrl+F9")
    motions.choose(("motion", motion))
    room.one.press("F9")
    assert motions.voting.wording.text() == "That we open three halls."


def test_what_a_vote_carried_becomes_the_decision_by_the_same_key(room: Room) -> None:
    put(room)
    room.one.press("F9")
    room.one.press("Shift+Y")
    room.one.press("Ctrl+Return")
    room.one.press("Ctrl+F9")
    assert (decided(room).method, decided(room).wording) == (Method.RECORDED_VOTE, HALLS)
    assert decided(room).motion_id == view(room).motions[0].id


def set_terms(room: Room, **parts: Any) -> None:  # noqa: ANN401 - the parts of terms
    board = board_of(room)
    found = room.one.desk.read(terms_of, board)[-1]
    room.one.desk.write("Terms", correct_terms, found.id, **parts)


@pytest.mark.parametrize(("upper", "lower"), [(2, 3), (5, 8)])
def test_a_vote_asks_for_the_majority_of_the_terms(room: Room, upper: int, lower: int) -> None:
    set_terms(room, majority_numerator=upper, majority_denominator=lower)
    put(room)
    room.one.press("F9")
    form = room.page.item.motions.voting
    assert form.threshold.value == Fraction(upper, lower)
    assert form.threshold.typed() == {3: "Two thirds", 8: "5 in 8"}[lower]
    room.one.press("Y")
    room.one.press("N")
    room.one.press("Ctrl+Return")
    assert view(room).motions[0].result is Result.LOST


@pytest.mark.parametrize("allowed", [True, False])
def test_a_tie_asks_for_the_chair_where_the_terms_give_a_casting_vote(room: Room, *, allowed: bool) -> None:
    set_terms(room, majority_numerator=1, majority_denominator=2, casting_vote=allowed)
    put(room)
    room.one.press("F9")
    room.one.press("Y")
    room.one.press("N")
    form = room.page.item.motions.voting
    assert form.threshold.value is None
    assert form.casting.isVisible() is allowed


def test_dissent_is_written_in_their_own_words_by_one_key(room: Room) -> None:
    assert room.page.why_not("record.dissent") == "choose a decision first"
    put(room)
    room.one.press("Ctrl+F9")
    room.one.press("Ctrl+F5")
    room.one.type("Tom Brackley: It comes too late.")
    room.one.press("Ctrl+Return")
    ((_, name, words),) = decided(room).dissents
    assert (name, words) == ("Tom Brackley", "It comes too late.")


def test_without_a_quorum_it_is_provisional_and_the_bar_and_the_row_say_so(room: Room) -> None:
    empty_the_room(room)
    put(room)
    room.one.press("Ctrl+F9")
    assert decided(room).provisional
    assert room.one.message.startswith("Agreed, but provisional without a quorum: That we open two halls")
    assert chips(room) == ["Provisional"]


def test_a_decision_that_is_typed_without_a_quorum_is_provisional_too(room: Room) -> None:
    empty_the_room(room)
    room.one.press("Ctrl+J")
    room.one.type("That the fee is waived.")
    room.one.press("Ctrl+Return")
    assert decided(room).provisional
    assert room.one.message.startswith("Record a decision, provisional without a quorum")


def test_two_keys_ratify_and_it_reads_as_ratified(room: Room) -> None:
    board = board_of(room)
    empty_the_room(room)
    put(room)
    room.one.press("Ctrl+F9")
    before = room.one.desk.read(count_to_ratify, board)
    first = room.items[0]
    room.one.press("Ctrl+Shift+F9")
    room.one.press("End")
    room.one.press("Return")
    assert "no quorum for this item" in room.one.message
    room.one.press("Esc")
    room.all_here()
    room.one.press("Ctrl+PgDown")
    room.one.press("Ctrl+Shift+F9")
    assert room.page.item.decisions.ratifying.rows.hasFocus()
    room.one.press("End")
    room.one.press("Return")
    assert decided(room).wording.endswith(HALLS)
    assert room.one.desk.read(count_to_ratify, board) == before - 1
    assert room.page.item.decisions.form is None
    room.page.agenda.choose("agenda_item", first)
    assert chips(room) == ["Ratified"]
