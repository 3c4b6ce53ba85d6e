from collections.abc import Callable
from datetime import date, time
from uuid import UUID

import pytest

from boardroom.domain.attendance import Attendance, Declaration
from boardroom.domain.meeting import MeetingDay
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Presence, Sector
from boardroom.services import agenda, attendance, boards, comings, declarations, deputies, meetings, presiding
from boardroom.services.comings import When
from boardroom.store.file import BoardFile
from boardroom.store.queries.attendance_page import AttendanceView, LineView, attendance_of
from boardroom.store.queries.completing import people_like
from boardroom.store.queries.quick_entry import known_at
from boardroom.store.queries.voters import voters_at


class Table:
    """A board of three seats, one of them empty, and one meeting of it."""

    def __init__(self, board: BoardFile) -> None:
        self.board = board
        with board.writing("Set up the board") as session:
            ours = boards.create_board(session, "Arrowmere Partnership")
            council = boards.add_organisation(session, "Arrowmere Council", Sector.LOCAL_AUTHORITY)
            boards.add_organisation(session, "Tŷ Cwtsh Families", Sector.VOLUNTARY)
            chair = boards.add_seat(
                session, ours.id, "Council", sector=Sector.LOCAL_AUTHORITY, organisation_id=council.id
            )
            families = boards.add_seat(session, ours.id, "Families", sector=Sector.VOLUNTARY)
            boards.add_seat(session, ours.id, "Police", sector=Sector.POLICE)
            boards.seat_person(session, chair.id, "Margaret Ashdown")
            boards.seat_person(session, families.id, "Amina Yusuf")
            self.meeting_id = meetings.plan_meeting(session, ours.id, date(2027, 1, 28)).id
            self.items = [agenda.add_item(session, self.meeting_id, one).id for one in ("Apologies", "Short breaks")]

    def do(self, service: Callable[..., object], *args: object, **parts: object) -> object:
        with self.board.writing("Do") as session:
            return service(session, *args, **parts)

    def add(self, name: str, **parts: object) -> UUID:
        line = self.do(attendance.add_attendance, self.meeting_id, name, **parts)
        assert isinstance(line, Attendance)
        return line.id

    def seen(self, item_id: UUID | None = None) -> AttendanceView:
        with self.board.reading() as session:
            return attendance_of(session, self.meeting_id, item_id)

    def line(self, name: str, item_id: UUID | None = None) -> LineView:
        return next(one for one in self.seen(item_id).lines if one.name == name)


@pytest.fixture
def table(board: BoardFile) -> Table:
    return Table(board)


def test_filled_seats_are_expected_until_they_have_a_line(table: Table) -> None:
    assert [(one.seat, one.name) for one in table.seen().expected] == [
        ("Council", "Margaret Ashdown"),
        ("Families", "Amina Yusuf"),
        ("Police", ""),
    ]
    table.do(attendance.expect_members, table.meeting_id)
    table.do(attendance.expect_members, table.meeting_id)
    assert [(one.name, one.organisation, one.sector, one.status) for one in table.seen().lines] == [
        ("Margaret Ashdown", "Arrowmere Council", Sector.LOCAL_AUTHORITY, Presence.ABSENT),
        ("Amina Yusuf", "", Sector.VOLUNTARY, Presence.ABSENT),
    ]
    assert [one.seat for one in table.seen().expected] == ["Police"]


def test_all_are_present_but_those_named_and_those_who_sent_apologies(table: Table) -> None:
    expected = {one.seat: one.seat_id for one in table.seen().expected}
    table.do(attendance.expect_seat, table.meeting_id, expected["Families"], Presence.APOLOGIES)
    table.do(attendance.all_present_except, table.meeting_id)
    assert {one.name: one.status for one in table.seen().lines} == {
        "Margaret Ashdown": Presence.PRESENT,
        "Amina Yusuf": Presence.APOLOGIES,
    }
    with pytest.raises(Refusal, match="Nobody is awaited"):
        table.do(attendance.expect_seat, table.meeting_id, expected["Police"], Presence.PRESENT)


def test_who_is_named_as_away_is_not_marked(table: Table) -> None:
    table.do(attendance.expect_members, table.meeting_id)
    amina = table.line("Amina Yusuf")
    table.do(attendance.all_present_except, table.meeting_id, [amina.id])
    assert table.line("Amina Yusuf").status is Presence.ABSENT
    assert table.seen().quorums[0].quorum.counted == 1


def test_somebody_new_is_added_with_the_sector_of_the_organisation(table: Table) -> None:
    table.add("Ffion Davies", organisation="tŷ Cwtsh families", role="Officer")
    line = table.line("Ffion Davies")
    assert (line.sector, line.status) == (Sector.VOLUNTARY, Presence.IN_ATTENDANCE)
    assert line.person_id is not None
    with pytest.raises(Refusal, match="Ffion Davies is in the attendance already"):
        table.add("ffion davies")
    with pytest.raises(Refusal, match="by name or by role"):
        table.add(" ")


def test_somebody_may_come_for_one_item_only(table: Table) -> None:
    table.add("Ffion Davies", item_id=table.items[1])
    assert table.line("Ffion Davies").for_items == ("2",)
    assert [table.line("Ffion Davies", item).here for item in table.items] == [False, True]


def test_a_group_is_a_number_of_people_and_makes_no_quorum(table: Table) -> None:
    table.do(attendance.add_group, table.meeting_id, "councillors", headcount=60)
    table.do(attendance.add_group, table.meeting_id, "officers", headcount=None)
    assert [(one.role, one.counted, one.headcount) for one in table.seen().lines] == [
        ("councillors", True, 60),
        ("officers", True, None),
    ]
    assert table.seen().quorums[0].quorum.counted == 0
    with pytest.raises(Refusal, match="one person at least"):
        table.do(attendance.add_group, table.meeting_id, "officers", headcount=0)


def test_a_deputy_sits_in_the_member_s_seat_and_counts(table: Table) -> None:
    table.do(attendance.expect_members, table.meeting_id)
    table.do(deputies.send_deputy, table.line("Amina Yusuf").id, "Daniel Firth")
    assert table.line("Amina Yusuf").status is Presence.APOLOGIES
    assert (table.line("Daniel Firth").deputy_for, table.line("Daniel Firth").seat) == ("Amina Yusuf", "Families")
    assert table.seen().quorums[0].quorum.counted == 1
    with pytest.raises(Refusal, match="Daniel Firth stands in for Amina Yusuf already"):
        table.do(deputies.send_deputy, table.line("Amina Yusuf").id, "Beth Caradog")
    with pytest.raises(Refusal, match="Daniel Firth is in the attendance already"):
        table.do(deputies.send_deputy, table.line("Margaret Ashdown").id, "Daniel Firth")
    with pytest.raises(Refusal, match="for a member, and for nobody else"):
        table.do(deputies.send_deputy, table.line("Daniel Firth").id, "Beth Caradog")


def test_people_come_and_go_by_the_clock_and_by_the_item(table: Table) -> None:
    line = table.add("Amina Yusuf", status=Presence.PRESENT)
    table.do(comings.leave, line, When(item_id=table.items[1]))
    assert [table.line("Amina Yusuf", item).here for item in table.items] == [True, False]
    table.do(comings.leave, line, When(at=time(14, 20), words="with her papers"))
    table.do(comings.arrive, line, When(at=time(14, 40)))
    stays = table.line("Amina Yusuf").stays
    assert [(one.arrived_at, one.left_at, one.left_words) for one in stays] == [
        (None, time(14, 20), "with her papers"),
        (time(14, 40), None, ""),
    ]
    table.do(comings.stay_anew, line, stays[0].id, None, departure=None)
    assert [one.arrived_at for one in table.line("Amina Yusuf").stays] == [time(14, 40)]
    with pytest.raises(Refusal, match="Say when"):
        table.do(comings.leave, line, When(words=" "))


def test_a_departure_on_a_later_day_of_the_meeting_names_its_day(table: Table) -> None:
    line = table.add("Amina Yusuf", status=Presence.PRESENT)
    day = table.do(meetings.reconvene, table.meeting_id, date(2027, 2, 4))
    assert isinstance(day, MeetingDay)
    table.do(comings.arrive, line, When(at=time(14, 18), day_id=day.id))
    table.do(comings.leave, line, When(at=time(15)))
    (stay,) = table.line("Amina Yusuf").stays
    assert (stay.day_id, stay.arrived_at, stay.left_at) == (day.id, time(14, 18), time(15))
    table.do(comings.stay_anew, line, stay.id, None, departure=None)
    table.do(comings.leave, line, When(at=time(15), day_id=day.id))
    assert table.line("Amina Yusuf").stays[0].day_id == day.id


def test_who_was_absent_is_present_on_arriving_and_cannot_leave_before(table: Table) -> None:
    line = table.add("Amina Yusuf", status=Presence.APOLOGIES)
    with pytest.raises(Refusal, match="isn't at the meeting"):
        table.do(comings.leave, line, When(at=time(14)))
    table.do(comings.arrive, line, When(at=time(14, 18)))
    assert table.line("Amina Yusuf").status is Presence.PRESENT


def test_a_line_is_changed_and_taken_out_with_all_that_hangs_on_it(table: Table) -> None:
    line = table.add("Amina Yusuf", status=Presence.PRESENT, item_id=table.items[0], remote=True)
    table.do(comings.arrive, line, When(at=time(14, 18)))
    table.do(attendance.change_attendance, line, organisation="Tŷ Cwtsh Families", remark="by video")
    assert (table.line("Amina Yusuf").sector, table.line("Amina Yusuf").remark) == (Sector.VOLUNTARY, "by video")
    table.do(attendance.set_presence, line, Presence.APOLOGIES)
    assert not table.line("Amina Yusuf").remote
    table.do(attendance.remove_attendance, line)
    assert table.seen().lines == ()
    with pytest.raises(Refusal, match="isn't there any more"):
        table.do(attendance.set_presence, line, Presence.PRESENT)


def test_a_group_is_one_person_at_least_also_when_it_is_changed(table: Table) -> None:
    group = table.do(attendance.add_group, table.meeting_id, "councillors", headcount=60)
    assert isinstance(group, Attendance)
    for headcount in (0, -5):
        with pytest.raises(Refusal, match="one person at least"):
            table.do(attendance.change_attendance, group.id, headcount=headcount)
    table.do(attendance.change_attendance, group.id, headcount=None)


def test_an_interest_is_declared_for_items_and_changed(table: Table) -> None:
    table.do(attendance.all_present_except, table.meeting_id)
    table.do(declarations.declare, table.meeting_id, "Amina Yusuf", "May bid", item_ids=[table.items[1]], recused=True)
    (stated,) = table.seen().declarations
    assert (stated.sector, stated.items) == (Sector.VOLUNTARY, ((table.items[1], "2"),))
    assert [table.line("Amina Yusuf", item).recused for item in table.items] == [False, True]
    table.do(declarations.change_declaration, stated.id, item_ids=[table.items[0]], effect="left the room")
    (stated,) = table.seen().declarations
    assert (stated.nature, stated.effect, stated.items) == ("May bid", "left the room", ((table.items[0], "1"),))
    with pytest.raises(Refusal, match="Say what the interest is"):
        table.do(declarations.change_declaration, stated.id, nature=" ")
    table.do(declarations.remove_declaration, stated.id)
    assert table.seen().declarations == ()


def test_the_chair_passes_from_one_to_another(table: Table) -> None:
    table.do(presiding.let_preside, table.meeting_id, "Margaret Ashdown")
    table.do(presiding.let_preside, table.meeting_id, "Nobody Known", from_item_id=table.items[1])
    table.do(
        presiding.let_preside, table.meeting_id, "Amina Yusuf", from_item_id=table.items[1], reason="the chair left"
    )
    first, second = table.seen().presiding
    assert (first.name, first.from_item_id) == ("Margaret Ashdown", None)
    assert (second.name, second.reason) == ("Amina Yusuf", "the chair left")
    assert second.person_id is not None
    table.do(presiding.remove_presiding, second.id)
    assert [one.name for one in table.seen().presiding] == ["Margaret Ashdown"]
    with pytest.raises(Refusal, match="Say who takes the chair"):
        table.do(presiding.let_preside, table.meeting_id, "")


def test_a_deputy_is_sent_to_a_seat_whose_holder_has_no_line_yet(table: Table) -> None:
    expected = {one.seat: one.seat_id for one in table.seen().expected}
    table.do(deputies.send_deputy_to_seat, table.meeting_id, expected["Families"], "Daniel Firth")
    assert table.line("Amina Yusuf").status is Presence.APOLOGIES
    deputy = table.line("Daniel Firth")
    assert (deputy.status, deputy.deputy_for) == (Presence.SUBSTITUTE, "Amina Yusuf")


def test_a_proxy_is_one_more_vote_of_a_member_who_is_here_and_no_more_presence(table: Table) -> None:
    table.do(attendance.all_present_except, table.meeting_id)
    amina = table.line("Amina Yusuf").id
    for name, why in (
        ("", "Say who acts"),
        ("Amina Yusuf", "is another member"),
        ("Nobody Known", "has no seat in this attendance"),
    ):
        with pytest.raises(Refusal, match=why):
            table.do(deputies.give_proxy, amina, name)
    table.do(deputies.give_proxy, amina, "margaret ashdown")
    lines = [(one.name, one.status, one.proxy, one.deputy_for) for one in table.seen().lines]
    assert lines == [
        ("Margaret Ashdown", Presence.PRESENT, False, ""),
        ("Amina Yusuf", Presence.APOLOGIES, False, ""),
        ("Margaret Ashdown", Presence.SUBSTITUTE, True, "Amina Yusuf"),
    ]
    assert table.seen().quorums[0].quorum.counted == 1
    with table.board.reading() as session:
        voters = voters_at(session, table.meeting_id, table.items[1])
    assert [(one.name, one.proxy_for, one.may) for one in voters] == [
        ("Margaret Ashdown", "", True),
        ("Amina Yusuf", "", False),
        ("Margaret Ashdown", "Amina Yusuf", True),
    ]
    with pytest.raises(Refusal, match="stands in for Amina Yusuf already"):
        table.do(deputies.give_proxy, amina, "Margaret Ashdown")
    # Who holds a proxy is one person still, whatever is said of them by name.
    declared = table.do(declarations.declare, table.meeting_id, "Margaret Ashdown", "is a trustee")
    assert isinstance(declared, Declaration)
    assert declared.sector is Sector.LOCAL_AUTHORITY
    with table.board.reading() as session:
        (completed,) = people_like(session, "Marg", table.meeting_id)
        known = known_at(session, table.meeting_id, date(2027, 1, 28)).people
    assert completed.context == "Arrowmere Council"
    assert [one.organisation for one in known if one.name == "Margaret Ashdown"] == ["Arrowmere Council"]
    table.do(declarations.change_declaration, declared.id, recused=True)
    assert table.seen().quorums[0].quorum.recused == ("Margaret Ashdown",)
    table.do(declarations.remove_declaration, declared.id)
    # The member comes after all, and votes for herself.
    table.do(attendance.set_presence, amina, Presence.PRESENT)
    with table.board.reading() as session:
        assert [one.proxy_for for one in voters_at(session, table.meeting_id, table.items[1])] == ["", ""]


def test_who_is_here_is_here_from_elsewhere_or_from_the_room(table: Table) -> None:
    expected = {one.seat: one.seat_id for one in table.seen().expected}
    table.do(attendance.expect_seat, table.meeting_id, expected["Council"], Presence.PRESENT, remote=True)
    line = table.line("Margaret Ashdown")
    assert line.remote
    table.do(attendance.set_presence, line.id, Presence.PRESENT)
    assert table.line("Margaret Ashdown").remote
    table.do(attendance.set_presence, line.id, Presence.APOLOGIES, remote=True)
    assert not table.line("Margaret Ashdown").remote


def test_a_time_in_the_room_is_said_anew_both_its_ends(table: Table) -> None:
    line_id = table.add("Daniel Firth")
    table.do(comings.stay_anew, line_id, None, When(at=time(14, 18)), departure=When(item_id=table.items[1]))
    (stay,) = table.line("Daniel Firth").stays
    assert (stay.arrived_at, stay.left_item_id) == (time(14, 18), table.items[1])
    table.do(comings.stay_anew, line_id, stay.id, When(at=time(14, 20)), departure=None)
    (stay,) = table.line("Daniel Firth").stays
    assert (stay.arrived_at, stay.left_item_id) == (time(14, 20), None)
    table.do(comings.stay_anew, line_id, stay.id, None, departure=None)
    assert table.line("Daniel Firth").stays == ()


def test_a_time_in_the_room_said_anew_leaves_the_others_as_they_are(table: Table) -> None:
    line_id = table.add("Daniel Firth")
    for service, at in ((comings.arrive, 9), (comings.leave, 10), (comings.arrive, 11), (comings.leave, 12)):
        table.do(service, line_id, When(at=time(at)))
    first, second = table.line("Daniel Firth").stays
    table.do(comings.stay_anew, line_id, second.id, None, departure=When(at=time(12, 30)))
    table.do(comings.stay_anew, line_id, first.id, When(at=time(9, 5)), departure=When(at=time(10)))
    assert [(one.id, one.arrived_at, one.left_at) for one in table.line("Daniel Firth").stays] == [
        (first.id, time(9, 5), time(10)),
        (second.id, None, time(12, 30)),
    ]
