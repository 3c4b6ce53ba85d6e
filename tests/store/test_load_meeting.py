from collections.abc import Iterator
from dataclasses import fields
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.audience import Audience
from boardroom.domain.base import Base
from boardroom.domain.board import Membership, Seat, TermsOfReference
from boardroom.domain.decisions import Decision, DecisionLink
from boardroom.domain.fingerprint import record_hash
from boardroom.domain.meeting import Meeting, MinutesConfirmation, Presiding
from boardroom.domain.proposals import Answer, Proposal
from boardroom.domain.record import MeetingRecord
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import Run
from boardroom.domain.words import AnswerKind, LinkKind, Presence, Restriction, Sector, TextKind
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from tests.made_up import HIDDEN, everything
from tests.make import MeetingMaker, a_meeting, rows_of

MEMBERS, PUBLIC = Audience.MEMBERS, Audience.PUBLIC


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoardFile]:
    with BoardFile.create(tmp_path_factory.mktemp("board") / "test.boardroom", who="Test") as file:
        yield file


def stored(board: BoardFile, *makers: MeetingMaker) -> UUID:
    """Put meetings into the board file and return the id of the last."""
    with board.writing("Meetings") as session:
        for maker in makers:
            session.add_all(rows_of(maker))
    return makers[-1].meeting_id


def loaded(board: BoardFile, meeting_id: UUID, audience: Audience = MEMBERS) -> MeetingRecord:
    with board.reading() as session:
        return load_meeting(session, meeting_id, audience)


def ids(record: MeetingRecord) -> dict[str, list[UUID]]:
    """Return the ids in each list of a record."""
    lists = {one.name: getattr(record, one.name) for one in fields(record)}
    return {
        name: [row.id for row in rows if isinstance(row, Base)]
        for name, rows in lists.items()
        if isinstance(rows, list)
    }


def everything_said(record: MeetingRecord) -> str:
    """Return every word of every row of a record."""
    words = []
    for one in fields(record):
        held = getattr(record, one.name)
        rows = held.values() if isinstance(held, dict) else held if isinstance(held, list) else [held]
        for row in rows:
            if isinstance(row, Base):
                values = [getattr(row, column.key) for column in row.__table__.columns]
                words += ["".join(run.text for run in v) if isinstance(v, tuple) else str(v) for v in values]
    return "\n".join(words)


def restricted_item(maker: MeetingMaker, number: str = "6") -> AgendaItem:
    return maker.item(
        number, f"{HIDDEN} title", public_title="A contract", restricted=True, ground="paragraph 3", kind=None
    )


def test_members_get_all_that_belongs_to_the_meeting_but_notes(board: BoardFile) -> None:
    maker = everything()
    meeting_id = stored(board, maker)
    expected = ids(maker.record)
    expected["paragraphs"] = [row.id for row in maker.record.paragraphs if row.text_kind is TextKind.MINUTE]
    found = ids(loaded(board, meeting_id))
    found["corrections"], expected["corrections"] = sorted(found["corrections"]), sorted(expected["corrections"])
    found["decision_links"] = sorted(found["decision_links"])
    expected["decision_links"] = sorted(expected["decision_links"])
    assert found == expected


def test_what_was_loaded_stays_usable_when_the_session_is_over(board: BoardFile) -> None:
    maker = everything()
    record = loaded(board, stored(board, maker))
    assert HIDDEN in everything_said(record)
    assert record_hash(record) == record_hash(loaded(board, maker.meeting_id))


def test_a_note_is_loaded_for_nobody(board: BoardFile) -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    maker.write(item, "to myself", text_kind=TextKind.NOTE)
    meeting_id = stored(board, maker)
    assert [loaded(board, meeting_id, audience).paragraphs for audience in Audience] == [[], []]


def test_a_meeting_that_is_not_there_is_refused(board: BoardFile) -> None:
    with pytest.raises(Refusal, match="no such meeting"):
        loaded(board, uuid4())


def test_another_meetings_rows_stay_away(board: BoardFile) -> None:
    other, maker = everything(), a_meeting()
    maker.item("1", "Play")
    record = loaded(board, stored(board, other, maker))
    assert [item.title for item in record.items] == ["Play"]
    assert not record.attendances
    assert not record.decisions


def test_no_word_of_restricted_matter_is_read_for_the_public(board: BoardFile) -> None:
    record = loaded(board, stored(board, everything()), PUBLIC)
    assert HIDDEN not in everything_said(record)


def test_of_a_restricted_item_the_public_gets_number_public_title_and_ground(board: BoardFile) -> None:
    record = loaded(board, stored(board, everything()), PUBLIC)
    item, below = (one for one in record.items if one.restricted)
    assert (item.number, item.minute_number, item.title, item.public_title) == ("6", "14", "", "A contract")
    assert (item.restriction, item.ground) == (Restriction.EXEMPT, "Schedule 12A paragraph 3")
    assert (item.paper, item.lead, item.agenda_note, item.restriction_reason) == ("", "", "", "")
    assert (below.number, below.title, below.parent_id) == ("6.1", "", item.id)


def test_what_is_left_out_is_counted(board: BoardFile) -> None:
    meeting_id = stored(board, everything())
    assert loaded(board, meeting_id, PUBLIC).left_out == 3
    assert loaded(board, meeting_id, MEMBERS).left_out == 0


def test_restricted_items_keep_their_place_in_the_running_order(board: BoardFile) -> None:
    maker = everything()
    meeting_id = stored(board, maker)
    members, public = loaded(board, meeting_id), loaded(board, meeting_id, PUBLIC)
    assert [item.id for item in public.items] == [item.id for item in members.items]


def test_the_public_gets_the_open_matter_whole(board: BoardFile) -> None:
    maker = everything()
    meeting_id = stored(board, maker)
    members, public = loaded(board, meeting_id), loaded(board, meeting_id, PUBLIC)
    hidden = {item.id for item in public.items if item.restricted}
    for name in ("points", "proposals", "decisions", "actions", "motions"):
        assert [row.id for row in getattr(public, name)] == [
            row.id for row in getattr(members, name) if row.item_id not in hidden
        ]


def test_restricted_paragraphs_of_open_items_are_not_read_for_the_public(board: BoardFile) -> None:
    maker = a_meeting()
    item = maker.item("1", "Play")
    maker.write(item, "open")
    maker.write(item, HIDDEN, restricted=True)
    record = loaded(board, stored(board, maker), PUBLIC)
    assert [row.runs for row in record.paragraphs] == [(Run("open"),)]
    assert record.left_out == 1


def test_who_came_only_for_restricted_items_is_not_shown(board: BoardFile) -> None:
    maker = a_meeting()
    open_item, secret = maker.item("1", "Play"), restricted_item(maker)
    maker.attend("Adviser", status=Presence.IN_ATTENDANCE, for_items=[secret])
    maker.attend("Play officer", status=Presence.IN_ATTENDANCE, for_items=[open_item, secret])
    late = maker.attend("Late adviser", status=Presence.IN_ATTENDANCE)
    maker.stay(late, arrived_item_id=secret.id)
    record = loaded(board, stored(board, maker), PUBLIC)
    assert [line.name for line in record.attendances] == ["Play officer"]
    assert [row.item_id for row in record.attendance_items] == [open_item.id]
    assert [person.name for person in record.people.values()] == ["Play officer"]


def test_a_reference_by_number_to_a_restricted_item_goes_too(board: BoardFile) -> None:
    maker = a_meeting()
    restricted_item(maker, "9")
    declaration = maker.declare("Ann", "shares", maker.item("1", "Play"))
    for row in maker.record.declaration_items:
        row.item_id, row.number = None, "9"
    record = loaded(board, stored(board, maker), PUBLIC)
    assert declaration.id not in {one.id for one in record.declarations}
    assert record.declaration_items == []


def test_a_declaration_on_open_and_restricted_items_names_the_open_one_only(board: BoardFile) -> None:
    maker = a_meeting()
    open_item, secret = maker.item("1", "Play"), restricted_item(maker)
    maker.declare("Ann", "shares", open_item, secret)
    record = loaded(board, stored(board, maker), PUBLIC)
    assert [one.by for one in record.declarations] == ["Ann"]
    assert [row.item_id for row in record.declaration_items] == [open_item.id]


def test_who_arrives_at_a_restricted_item_is_shown_from_the_next_open_one(board: BoardFile) -> None:
    maker = a_meeting()
    _, secret, last = maker.item("1", "Play"), restricted_item(maker), maker.item("7", "Close")
    late = maker.attend("Ben")
    maker.stay(late, arrived_item_id=secret.id, arrived_at=time(14, 5), arrived_words=HIDDEN)
    gone = maker.attend("Cai")
    maker.stay(gone, left_item_id=secret.id, left_at=time(14, 6), left_words=HIDDEN, arrived_at=time(13))
    record = loaded(board, stored(board, maker), PUBLIC)
    came, left = record.stays
    assert (came.arrived_item_id, came.arrived_at, came.arrived_words) == (last.id, None, "")
    assert (left.left_item_id, left.left_at, left.left_words, left.arrived_at) == (last.id, None, "", time(13))


def test_who_takes_the_chair_at_a_restricted_item_presides_from_the_next_open_one(board: BoardFile) -> None:
    maker = a_meeting()
    maker.item("1", "Play")
    secret = restricted_item(maker)
    last = maker.item("7", "Close")
    maker.row(Presiding, name="Ann")
    maker.row(Presiding, from_item_id=secret.id, name="Ben", reason=HIDDEN)
    first, second = loaded(board, stored(board, maker), PUBLIC).presidings
    assert (first.name, second.name, second.from_item_id, second.reason) == ("Ann", "Ben", last.id, "")


def test_a_chair_for_the_restricted_item_alone_is_not_shown(board: BoardFile) -> None:
    maker = a_meeting()
    maker.item("1", "Play")
    secret = restricted_item(maker)
    last = maker.item("7", "Close")
    for item_id, name in ((None, "Ann"), (secret.id, HIDDEN), (last.id, "Ann")):
        maker.row(Presiding, from_item_id=item_id, name=name)
    record = loaded(board, stored(board, maker), PUBLIC)
    assert [(one.name, one.from_item_id) for one in record.presidings] == [("Ann", None), ("Ann", last.id)]


def test_a_proposal_of_an_earlier_meeting_comes_with_its_answer(board: BoardFile) -> None:
    earlier, maker = a_meeting(on=date(2026, 9, 1)), a_meeting()
    proposal = earlier.propose(earlier.item("1", "Play"), "a later bus", "Youth Forum")
    item = maker.item("4", "Answers")
    maker.row(Answer, proposal_id=proposal.id, item_id=item.id, answer=AnswerKind.ADOPTED, reason="Yes.")
    meeting_id = stored(board, earlier, maker)
    record = loaded(board, meeting_id, PUBLIC)
    assert [one.text for one in record.proposals] == ["a later bus"]
    assert [one.organisation for one in record.proposers] == ["Youth Forum"]
    # The earlier meeting's minutes stay as they were: the later answer is no part of them.
    assert loaded(board, earlier.meeting_id).answers == []


def test_an_answer_does_not_give_away_a_proposal_put_in_private(board: BoardFile) -> None:
    earlier, maker = a_meeting(on=date(2026, 9, 1)), a_meeting()
    proposal = earlier.propose(restricted_item(earlier), HIDDEN, HIDDEN)
    item = maker.item("4", "Answers")
    maker.row(Answer, proposal_id=proposal.id, item_id=item.id, answer=AnswerKind.ADOPTED, reason=HIDDEN)
    record = loaded(board, stored(board, earlier, maker), PUBLIC)
    assert (record.proposals, record.answers) == ([], [])


def test_a_link_to_a_decision_taken_in_private_goes_words_and_all(board: BoardFile) -> None:
    public = loaded(board, stored(board, everything()), PUBLIC)
    assert HIDDEN not in [link.words for link in public.decision_links]
    assert len(public.decision_links) == 2


def test_the_decision_that_a_link_leads_back_to_comes_with_its_meetings_day(board: BoardFile) -> None:
    earlier, maker = a_meeting(on=date(2026, 9, 1)), a_meeting()
    old = earlier.decide(earlier.item("1", "Play"), "That we play.", reference="2026/3")
    maker.row(MinutesConfirmation, of_meeting_id=earlier.meeting_id, result="approved")
    new = maker.decide(maker.item("1", "Play"), "That we stop.")
    maker.row(DecisionLink, decision_id=new.id, kind=LinkKind.SUPERSEDES, of_decision_id=old.id)
    record = loaded(board, stored(board, earlier, maker))
    assert [one.reference for one in record.other_decisions.values()] == ["2026/3"]
    assert record.other_days == {earlier.meeting_id: date(2026, 9, 1)}


def test_decisions_between_meetings_come_with_the_meeting_that_minutes_them(board: BoardFile) -> None:
    maker = a_meeting()
    maker.add(Decision(board_id=maker.board.id, minuted_at_id=maker.meeting_id, wording="That the van be bought."))
    record = loaded(board, stored(board, maker), PUBLIC)
    assert [one.wording for one in record.decisions] == ["That the van be bought."]


def test_a_board_comes_as_it_stood_on_the_day(board: BoardFile) -> None:
    maker = a_meeting(on=date(2026, 12, 3))
    on_board = maker.board.id
    then = TermsOfReference(board_id=on_board, starts=date(2026, 1, 1), ends=date(2026, 12, 31), quorum_number=3)
    now = TermsOfReference(board_id=on_board, starts=date(2027, 1, 1), quorum_number=9)
    old = Seat(board_id=on_board, name="Old", ends=date(2026, 12, 2))
    kept = Seat(board_id=on_board, name="Kept", sector=Sector.HEALTH)
    person = maker.person("Ann")
    gone = Membership(seat_id=old.id, person_id=person.id)
    sits = Membership(seat_id=kept.id, person_id=person.id, starts=date(2026, 12, 3))
    meeting_id = stored(board, maker)
    with board.writing("Terms") as session:
        session.add_all([then, now, old, kept, gone, sits])
    (found,) = loaded(board, meeting_id).boards
    assert found.terms is not None
    assert found.terms.quorum_number == 3
    assert [seat.name for seat in found.seats] == ["Kept"]
    assert found.filled_seat_ids == {kept.id}


def test_a_joint_meeting_names_its_boards_in_order(board: BoardFile) -> None:
    record = loaded(board, stored(board, everything()))
    names = [one.board.name for one in record.boards]
    assert names == ["Arrowmere Children's Board", "Llan-y-dŵr Schools Forum"]


def test_a_circle_of_parents_is_survived(board: BoardFile) -> None:
    maker = a_meeting()
    one, two = maker.item("1", HIDDEN, restricted=True), maker.item("2", HIDDEN)
    one.parent_id, two.parent_id = two.id, one.id
    record = loaded(board, stored(board, maker), PUBLIC)
    assert [item.restricted for item in record.items] == [True, True]


def test_every_table_is_reached_by_an_index(board: BoardFile) -> None:
    meeting_id = stored(board, everything())
    statements: list[tuple[str, tuple[Any, ...]]] = []

    def listen(
        _connection: object, _cursor: object, statement: str, parameters: tuple[Any, ...], *_rest: object
    ) -> None:
        statements.append((statement, parameters))

    with board.reading() as session:
        event.listen(session.get_bind(), "before_cursor_execute", listen)
        for audience in Audience:
            load_meeting(session, meeting_id, audience)
        event.remove(session.get_bind(), "before_cursor_execute", listen)
        connection = session.connection()
        for statement, parameters in statements:
            if statement.startswith("SELECT"):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                steps = [str(row[3]) for row in plan]
                # SQLAlchemy writes an empty list as a subquery of its own.
                scans = [step for step in steps if step.startswith("SCAN") and "subquery" not in step]
                assert not [step for step in scans if "CONSTANT" not in step], statement


def test_meetings_of_other_days_are_found_by_their_first_day(board: BoardFile) -> None:
    earlier, maker = everything(), a_meeting()
    maker.row(MinutesConfirmation, of_meeting_id=earlier.meeting_id, result="approved")
    record = loaded(board, stored(board, earlier, maker))
    assert record.other_days == {earlier.meeting_id: date(2026, 11, 17)}


def test_the_entities_of_the_public_version_are_not_written_back(board: BoardFile) -> None:
    meeting_id = stored(board, everything())
    with board.writing("Nothing") as session:
        load_meeting(session, meeting_id, PUBLIC)
        assert not session.new
        assert not session.dirty
    assert HIDDEN in everything_said(loaded(board, meeting_id))
    with board.reading() as session:
        assert session.get(Meeting, meeting_id) is not None
        assert session.query(Proposal).count() > 0
        assert session.query(Paragraph).count() > 0
