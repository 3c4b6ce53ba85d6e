"""When items were taken is corrected; what followed at the same moment moves with it."""

from datetime import time

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.services import running
from boardroom.services.takings import correct_taking
from boardroom.store.file import BoardFile
from boardroom.store.queries.running import TakingView
from boardroom.store.undo import undo
from tests.services.test_running import Meeting, at


class Taken(Meeting):
    """A meeting at its third item, the first two taken for five and ten minutes."""

    def __init__(self, board: BoardFile) -> None:
        super().__init__(board)
        self.do(running.start_meeting, self.id, at(0))
        self.do(running.take_next, self.id, at(5))
        self.do(running.take_next, self.id, at(15))

    @property
    def takings(self) -> tuple[TakingView, ...]:
        return self.view.takings

    @property
    def times(self) -> list[str]:
        return [f"{one.began:%H:%M:%S} {one.ended or ''}".strip() for one in self.takings]


@pytest.fixture
def meeting(board: BoardFile) -> Taken:
    return Taken(board)


def test_an_end_is_corrected_and_the_next_item_begins_then(meeting: Taken) -> None:
    assert meeting.times == ["14:00:05 14:05:05", "14:05:05 14:15:05", "14:15:05"]
    meeting.do(correct_taking, meeting.takings[0].id, ended=time(14, 3))
    assert meeting.times == ["14:00:05 14:03:00", "14:03:00 14:15:05", "14:15:05"]
    assert meeting.view.used[meeting.items[1]] == 725
    undo(meeting.board)
    assert meeting.times[0] == "14:00:05 14:05:05"


def test_a_beginning_is_corrected_and_the_item_before_ended_then(meeting: Taken) -> None:
    meeting.do(correct_taking, meeting.takings[2].id, began=time(14, 12))
    assert meeting.times == ["14:00:05 14:05:05", "14:05:05 14:12:00", "14:12:00"]


def test_a_break_between_items_stays_a_break(meeting: Taken) -> None:
    meeting.do(running.adjourn, meeting.id, at(20))
    meeting.do(running.reconvene, meeting.id, at(40))
    meeting.do(correct_taking, meeting.takings[2].id, ended=time(14, 18))
    assert meeting.times[2:] == ["14:15:05 14:18:00", "14:40:05"]


def test_two_items_were_not_taken_at_once(meeting: Taken) -> None:
    meeting.do(running.adjourn, meeting.id, at(20))
    meeting.do(running.reconvene, meeting.id, at(30))
    meeting.do(running.take_next, meeting.id, at(40))
    before = meeting.times
    for taking, parts in ((3, {"began": time(14, 10)}), (2, {"ended": time(14, 35)})):
        with pytest.raises(Refusal, match="Another item was being taken then"):
            meeting.do(correct_taking, meeting.takings[taking].id, **parts)
    assert meeting.times == before
    meeting.do(correct_taking, meeting.takings[3].id, began=time(14, 20, 5))
    assert meeting.times[3] == "14:20:05 14:40:05"


def test_times_that_overlap_since_the_clock_was_set_back_are_put_right_one_by_one(meeting: Taken) -> None:
    meeting.do(running.adjourn, meeting.id, at(20))
    meeting.do(running.reconvene, meeting.id, at(10))
    meeting.do(running.take_next, meeting.id, at(12))
    meeting.do(correct_taking, meeting.takings[3].id, ended=time(14, 13))
    meeting.do(correct_taking, meeting.takings[3].id, began=time(14, 21), ended=time(14, 22))
    assert meeting.times[2:] == ["14:15:05 14:20:05", "14:21:00 14:22:00", "14:22:00"]


def test_what_cannot_have_been_is_refused_and_changes_nothing(meeting: Taken) -> None:
    first, second, third = meeting.takings
    for taking, parts, why in (
        (first, {"ended": time(13, 50)}, "can't end before it began"),
        (first, {"ended": time(14, 20)}, "can't end before it began"),
        (third, {"began": time(14, 1)}, "can't end before it began"),
        (second, {"began": None}, "Say when the item began"),
        (second, {"ended": None}, "Say when the item ended"),
        (third, {"ended": time(14, 30)}, "being taken"),
    ):
        with pytest.raises(Refusal, match=why):
            meeting.do(correct_taking, taking.id, **parts)
    assert meeting.takings == (first, second, third)


def test_a_meeting_runs_past_midnight(meeting: Taken) -> None:
    first = meeting.takings[0]
    meeting.do(correct_taking, first.id, began=time(23, 50), ended=time(0, 5))
    assert meeting.view.used[meeting.items[0]] == 900
