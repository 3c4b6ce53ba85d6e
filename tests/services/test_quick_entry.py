"""Quick entry against a real board file: what is recorded, that it is one step, and what is refused."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import func, select

from boardroom.domain.actions import Action
from boardroom.domain.agenda import Paragraph
from boardroom.domain.attendance import Attendance
from boardroom.domain.audience import Audience
from boardroom.domain.decisions import Decision
from boardroom.domain.entry import Entry
from boardroom.domain.known import Known, Near
from boardroom.domain.people import Person
from boardroom.domain.proposals import Proposal
from boardroom.domain.quick_entry import understood
from boardroom.domain.refusal import Gone, Refusal
from boardroom.domain.text import runs_of
from boardroom.domain.words import ItemKind, Method, Presence, Restriction, Result, Sector, TextKind
from boardroom.services import agenda, attendance, boards, decisions, meetings, planning, texts
from boardroom.services.quick_entry import record_entry
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from boardroom.store.queries.quick_entry import Became, became_in, known_at
from boardroom.store.undo import redo, undo
from tests.services.item import Item

TODAY = date(2027, 1, 28)


class Notes(Item):
    """An item in whose notes lines are typed."""

    def known(self, today: date = TODAY) -> Known:
        with self.board.reading() as session:
            return known_at(session, self.meeting_id, today)

    def read(self, line: str) -> Entry:
        entry = understood(line, self.known())
        assert entry is not None
        return entry

    def line(self, text: str, *, restricted: bool = False) -> UUID:
        return self.do(
            texts.add_paragraph, self.meeting_id, self.id, TextKind.NOTE, runs_of(text), restricted=restricted
        ).id

    def record(self, text: str) -> tuple[UUID, UUID]:
        """Type a line and record it; return the line's id and the record's."""
        line = self.line(text)
        return line, self.do(record_entry, self.meeting_id, self.id, self.read(text), line)

    def became(self) -> dict[UUID, Became]:
        with self.board.reading() as session:
            return dict(became_in(session, self.meeting_id, self.id))

    def count(self) -> int:
        with self.board.reading() as session:
            return sum(session.scalar(select(func.count(one.id))) or 0 for one in (Proposal, Decision, Action))


@pytest.fixture
def notes(board: BoardFile) -> Notes:
    return Notes(board)


def test_an_action_gets_owner_day_and_number_and_its_line_leads_to_it(notes: Notes) -> None:
    line, action = notes.record("! Amina to cost two halls with Llan-y-dŵr by 12 Feb")
    (one,) = notes.seen.actions
    assert (one.id, one.text, one.due_on) == (action, "Cost two halls with Llan-y-dŵr", date(2027, 2, 12))
    assert [(owner.name, owner.organisation) for owner in one.owners] == [("Amina Yusuf", "Families body")]
    assert one.owners[0].person_id is not None
    assert notes.became() == {line: Became(table="action", id=action, number=one.number)}
    assert one.number


def test_of_two_with_one_name_the_one_meant_owns_the_action(notes: Notes) -> None:
    other = Person(name="Amina Yusuf")
    line = Attendance(
        meeting_id=notes.meeting_id, name=other.name, organisation="Youth Voice", person_id=other.id,
        status=Presence.PRESENT,
    )  # fmt: skip
    notes.do(lambda session: session.add_all([other, line]))
    notes.record("! Amina Yusuf (Youth Voice) to cost two halls")
    notes.record("! @Amina Yusuf (Families body) to paint them")
    notes.record("? @Amina Yusuf (Youth Voice) a third hall")
    owners = [one.owners[0] for one in notes.seen.actions]
    assert owners[0].person_id == other.id != owners[1].person_id is not None
    assert [one.person_id for one in notes.seen.proposals[0].proposers] == [other.id]


def test_organisations_and_words_own_actions_too(notes: Notes) -> None:
    notes.record("! @Council body and Owain to write before Easter")
    notes.record("! All to send dates")
    first, second = notes.seen.actions
    assert [(one.name, one.organisation) for one in first.owners] == [
        ("", "Council body"),
        ("Owain Meredith", "Health body"),
    ]
    assert first.owners[0].organisation_id is not None
    assert (first.due_on, first.due_words) == (None, "before Easter")
    assert (second.owner_role, list(second.owners)) == ("All", [])


def test_a_proposal_gets_its_proposers_sector_and_the_next_number(notes: Notes) -> None:
    line, proposal = notes.record("? @Families: weekend sessions in two halls")
    notes.record("? HE a nurse at each")
    first, second = notes.seen.proposals
    assert (first.id, first.text) == (proposal, "Weekend sessions in two halls")
    assert [(one.organisation, one.sector) for one in first.proposers] == [("Families body", Sector.VOLUNTARY)]
    assert [(one.organisation, one.sector) for one in second.proposers] == [("", Sector.HEALTH)]
    assert notes.became()[line].number == first.number != second.number


def test_a_decision_gets_result_method_and_to_whom_it_goes(notes: Notes) -> None:
    notes.record("= unanimously recommended to Council body that two halls be costed")
    (one,) = notes.seen.decisions
    assert (one.wording, one.result, one.method) == (
        "That two halls be costed",
        Result.RECOMMENDED,
        Method.UNANIMOUS,
    )
    assert one.recommended_to == "Council body"


def test_recording_is_one_step_and_is_undone_as_one(notes: Notes) -> None:
    for text in (
        "! Amina and Owain to cost two halls",
        "? @Families: weekend sessions",
        "= recommended to the council that x",
    ):
        line, _ = notes.record(text)
        assert notes.count() == 1
        assert list(notes.became()) == [line]
        undo(notes.board)
        assert notes.count() == 0
        assert notes.became() == {}
        with notes.board.reading() as session:
            left = session.get_one(Paragraph, line)
            assert (left.became, left.became_id) == ("", None)
        redo(notes.board)
        assert list(notes.became()) == [line]
        undo(notes.board)


def test_a_line_is_recorded_once_unless_the_record_was_taken_out(notes: Notes) -> None:
    text = "= agreed that two halls be costed"
    line, decision = notes.record(text)
    with pytest.raises(Refusal, match="recorded already; change the decision instead"):
        notes.do(record_entry, notes.meeting_id, notes.id, notes.read(text), line)
    assert notes.count() == 1
    notes.do(decisions.remove_decision, decision)
    assert notes.became() == {}
    again = notes.do(record_entry, notes.meeting_id, notes.id, notes.read(text), line)
    assert notes.became()[line].id == again


def test_without_its_line_an_entry_is_recorded_all_the_same(notes: Notes) -> None:
    line = notes.line("= x")
    notes.do(texts.write_text, notes.meeting_id, notes.id, TextKind.NOTE, [])
    notes.do(record_entry, notes.meeting_id, notes.id, notes.read("= agreed: x"), line)
    notes.do(record_entry, notes.meeting_id, notes.id, notes.read("= agreed: y"))
    assert [one.wording for one in notes.seen.decisions] == ["X", "Y"]


def test_a_proposal_of_nobody_is_refused_and_leaves_nothing(notes: Notes) -> None:
    line = notes.line("? weekends")
    with pytest.raises(Refusal, match="Say who puts the proposal"):
        notes.do(record_entry, notes.meeting_id, notes.id, notes.read("? weekends"), line)
    assert (notes.count(), notes.became()) == (0, {})


def test_a_line_of_another_text_or_item_is_refused(notes: Notes) -> None:
    entry = notes.read("= agreed: x")
    minuted = notes.do(texts.add_paragraph, notes.meeting_id, notes.id, TextKind.MINUTE, runs_of("X")).id
    other = notes.another("Play")
    for item_id, line in ((notes.id, minuted), (other, notes.line("= agreed: x"))):
        with pytest.raises(Refusal, match="belongs to another text"):
            notes.do(record_entry, notes.meeting_id, item_id, entry, line)


def test_what_is_recorded_from_a_restricted_item_is_not_for_the_public(notes: Notes) -> None:
    notes.do(agenda.restrict_item, notes.id, restriction=Restriction.EXEMPT, ground="paragraph 3", public_title="Costs")
    line = notes.line("! Amina to pay £900", restricted=True)
    notes.do(record_entry, notes.meeting_id, notes.id, notes.read("! Amina to pay £900"), line)
    notes.record("? @Families: less")
    with notes.board.reading() as session:
        public = load_meeting(session, notes.meeting_id, Audience.PUBLIC)
        assert (list(public.actions), list(public.proposals)) == ([], [])
        whole = load_meeting(session, notes.meeting_id, Audience.MEMBERS)
        assert (len(whole.actions), len(whole.proposals)) == (1, 1)


def test_a_restricted_line_of_an_open_item_becomes_nothing_that_is_open(notes: Notes) -> None:
    line = notes.line("! Amina to pay £900", restricted=True)
    with pytest.raises(Refusal, match="what comes of an open item is not"):
        notes.do(record_entry, notes.meeting_id, notes.id, notes.read("! Amina to pay £900"), line)
    assert notes.count() == 0


def test_in_sealed_minutes_nothing_is_recorded(notes: Notes) -> None:
    notes.do(planning.mark_held, notes.meeting_id)
    notes.do(planning.draft_minutes, notes.meeting_id)
    later = notes.do(meetings.plan_meeting, notes.board_id, date(2027, 4, 1)).id
    item = notes.do(agenda.add_item, later, "Minutes", kind=ItemKind.PROCEDURAL).id
    decision = notes.do(
        decisions.record_decision, notes.board_id, "Agreed.", method=Method.CONSENSUS, result=Result.CARRIED,
        item_id=item,
    ).id  # fmt: skip
    notes.do(meetings.confirm_minutes, notes.meeting_id, decision)
    notes.do(meetings.seal_minutes, notes.meeting_id, decision, signed_by="Cllr Ashdown", signed_on=date(2027, 4, 1))
    for text in ("! Amina to cost", "? @Families: cost", "= agreed: x"):
        with pytest.raises(Refusal, match="The minutes of 28 January 2027 are sealed"):
            notes.do(record_entry, notes.meeting_id, notes.id, notes.read(text))


def test_who_may_be_named_the_nearest_first(notes: Notes) -> None:
    notes.do(attendance.set_presence, notes.lines["Owain Meredith"], Presence.APOLOGIES)
    seat = notes.do(boards.add_seat, notes.board_id, "Police", sector=Sector.POLICE).id
    notes.do(boards.seat_person, seat, "Colin Hartnell")
    notes.do(boards.add_organisation, "Aardvark Trust", Sector.VOLUNTARY)
    known = notes.known()
    assert [(one.name, one.near, one.sector) for one in known.people] == [
        ("Margaret Ashdown", Near.ROOM, Sector.LOCAL_AUTHORITY),
        ("Amina Yusuf", Near.ROOM, Sector.VOLUNTARY),
        ("Owain Meredith", Near.MEETING, Sector.HEALTH),
        ("Colin Hartnell", Near.MEETING, Sector.POLICE),
    ]
    assert [(one.name, one.near) for one in known.organisations] == [
        ("Council body", Near.ROOM),
        ("Families body", Near.ROOM),
        ("Health body", Near.MEETING),
        ("Aardvark Trust", Near.FILE),
    ]
    with notes.board.reading() as session, pytest.raises(Gone):
        known_at(session, notes.id, TODAY)


def test_days_count_from_the_meeting_and_the_next_one_is_the_boards_own(notes: Notes) -> None:
    elsewhere = notes.do(boards.create_board, "Another board").id
    notes.do(meetings.plan_meeting, elsewhere, date(2027, 2, 1))
    notes.do(meetings.plan_meeting, notes.board_id, TODAY)
    assert notes.known().next_meeting is None
    second = notes.do(meetings.plan_meeting, notes.board_id, date(2027, 4, 1)).id
    assert notes.known().next_meeting == date(2027, 4, 1)
    notes.do(meetings.plan_meeting, notes.board_id, date(2027, 6, 1))
    # Notes that are written up weeks after the meeting mean its own tomorrow.
    late = notes.known(date(2027, 5, 20))
    assert (late.day, late.next_meeting) == (TODAY, date(2027, 4, 1))
    notes.do(meetings.call_off, second, "Snow")
    assert notes.known().next_meeting == date(2027, 6, 1)
