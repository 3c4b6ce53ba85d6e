from boardroom.services import agenda
from boardroom.store.file import BoardFile
from boardroom.store.journal import Kind
from boardroom.store.queries.recent import recent_steps
from boardroom.store.undo import peek_redo, peek_undo, redo, undo
from tests.make import MeetingMaker
from tests.store.units import rename


def test_recent_steps_come_last_first_and_page_by_page(board: BoardFile, meeting: MeetingMaker) -> None:
    item = meeting.record.items[0]
    for title in ("A", "B", "C"):
        rename(board, item.id, title)
    with board.reading() as session:
        steps = recent_steps(session)
        first = recent_steps(session, limit=2)
        rest = recent_steps(session, before_seq=first[-1].seq)
    assert [step.seq for step in steps] == [4, 3, 2, 1] == [step.seq for step in first + rest]
    assert (steps[0].label, steps[0].who, steps[0].entities) == ("Rename an item", "Ann", ("agenda_item",))
    target = steps[0].target
    assert target is not None
    assert (target.entity, target.id, target.meeting_id) == ("agenda_item", item.id, meeting.meeting_id)
    assert target.item_id == item.id
    assert steps[-1].entities[0] == "paragraph"


def test_a_step_about_a_thing_that_is_gone_leads_nowhere(board: BoardFile, meeting: MeetingMaker) -> None:
    with board.writing("Add an item") as session:
        added = agenda.add_item(session, meeting.meeting_id, "Short", late_reason="Urgent.")
    with board.writing("Take it off") as session:
        session.delete(session.get_one(type(added), added.id))
    with board.reading() as session:
        assert [step.target for step in recent_steps(session, limit=2)] == [None, None]


def test_what_undo_and_redo_would_do_is_known_beforehand(board: BoardFile, meeting: MeetingMaker) -> None:
    rename(board, meeting.record.items[0].id, "Later")
    assert (peek_undo(board).label, peek_undo(board).why_not) == ("Rename an item", "")
    assert "nothing" in peek_redo(board).why_not
    undo(board)
    assert (peek_undo(board).label, peek_redo(board).label) == ("Add a meeting", "Rename an item")
    redo(board)
    with board.reading() as session:
        assert [step.kind for step in recent_steps(session, limit=2)] == [Kind.REDO, Kind.UNDO]
    with board.writing("Seal", barrier=True) as session:
        session.get_one(type(meeting.record.items[0]), meeting.record.items[0].id).title = "Sealed"
    assert "stays as it is" in peek_undo(board).why_not


def test_a_file_that_is_only_read_has_nothing_to_undo(board: BoardFile, meeting: MeetingMaker) -> None:
    rename(board, meeting.record.items[0].id, "Later")
    with BoardFile.open(board.path, who="Ann") as second:
        assert peek_undo(second).why_not == second.read_only != ""
