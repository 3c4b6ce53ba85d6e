from datetime import UTC, datetime, timedelta

from boardroom.domain.agenda import Paragraph
from boardroom.domain.text import Run, plain
from boardroom.domain.words import TextKind
from boardroom.store.file import BoardFile
from boardroom.store.queries.versions import PAUSE, SITTING, ItemText, Touch, Version, sittings, texts_at, versions_of
from boardroom.store.undo import undo
from tests.make import MeetingMaker, a_meeting
from tests.store.units import save, word, write


def versions(board: BoardFile, meeting: MeetingMaker) -> list[Version]:
    with board.reading() as session:
        return versions_of(session, meeting.meeting_id)


def text_at(board: BoardFile, meeting: MeetingMaker, seq: int) -> list[ItemText]:
    with board.reading() as session:
        return texts_at(session, meeting.meeting_id, seq)


def words_at(board: BoardFile, meeting: MeetingMaker, seq: int) -> list[list[str]]:
    return [[plain(one.runs) for one in item.paragraphs] for item in text_at(board, meeting, seq)]


def test_each_person_s_sitting_is_a_version_of_what_stood_at_its_end(board: BoardFile, meeting: MeetingMaker) -> None:
    (paragraph,) = meeting.record.paragraphs
    word(board, paragraph.id, "The plan was agreed in part.")
    board.who = "Ben"
    word(board, paragraph.id, "The plan was put off.")
    added = Paragraph(
        meeting_id=meeting.meeting_id,
        item_id=paragraph.item_id,
        text_kind=TextKind.MINUTE,
        position=5,
        runs=(Run("Costs", bold=True),),
    )
    write(board, lambda session: session.add(added))
    newest, oldest = versions(board, meeting)
    assert [(one.who, one.changed) for one in (newest, oldest)] == [("Ben", 2), ("Ann", 1)]
    assert words_at(board, meeting, oldest.seq) == [["The plan was agreed in part."]]
    assert words_at(board, meeting, newest.seq) == [["The plan was put off.", "Costs"]]
    (item,) = text_at(board, meeting, newest.seq)
    assert (item.number, item.title) == ("1", "Home care")
    assert item.paragraphs[1].runs == (Run("Costs", bold=True),)


def test_what_was_taken_out_stands_in_the_versions_before(board: BoardFile, meeting: MeetingMaker) -> None:
    (paragraph,) = meeting.record.paragraphs
    board.who = "Ben"
    write(board, lambda session: session.delete(session.get_one(Paragraph, paragraph.id)))
    newest, oldest = versions(board, meeting)
    assert words_at(board, meeting, newest.seq) == []
    assert words_at(board, meeting, oldest.seq) == [["The plan was agreed."]]
    undo(board)
    assert words_at(board, meeting, versions(board, meeting)[0].seq) == [["The plan was agreed."]]


def test_notes_and_other_meetings_are_in_no_version(board: BoardFile, meeting: MeetingMaker) -> None:
    other = a_meeting("Another board")
    other.write(None, "Elsewhere.")
    save(board, other)
    board.who = "Ben"
    note = Paragraph(meeting_id=meeting.meeting_id, text_kind=TextKind.NOTE, runs=(Run("Mine alone"),))
    write(board, lambda session: session.add(note))
    assert [one.who for one in versions(board, meeting)] == ["Ann"]
    assert words_at(board, meeting, board.last_change.seq) == [["The plan was agreed."]]
    assert [one.item_id for one in text_at(board, other, board.last_change.seq)] == [None]


def test_of_one_item_notes_and_minute_text_have_versions_by_the_pause(board: BoardFile, meeting: MeetingMaker) -> None:
    (paragraph,) = meeting.record.paragraphs
    note = Paragraph(
        meeting_id=meeting.meeting_id, item_id=paragraph.item_id, text_kind=TextKind.NOTE, runs=(Run("Asked twice"),)
    )
    elsewhere = Paragraph(meeting_id=meeting.meeting_id, text_kind=TextKind.NOTE, runs=(Run("Of the meeting"),))
    board.who = "Ben"
    write(board, lambda session: session.add(note))
    write(board, lambda session: session.add(elsewhere))
    with board.reading() as session:
        newest, oldest = versions_of(session, meeting.meeting_id, paragraph.item_id)
        before, after = (texts_at(session, meeting.meeting_id, one.seq, paragraph.item_id) for one in (oldest, newest))
    assert (newest.who, newest.changed) == ("Ben", 1)
    assert [(one.kind, plain(one.paragraphs[0].runs)) for one in before] == [(TextKind.MINUTE, "The plan was agreed.")]
    assert [(one.kind, plain(one.paragraphs[0].runs)) for one in after] == [
        (TextKind.NOTE, "Asked twice"),
        (TextKind.MINUTE, "The plan was agreed."),
    ]


def test_a_short_pause_ends_a_version_of_an_item() -> None:
    began = datetime(2026, 12, 4, 9, tzinfo=UTC)
    later = [began, began + PAUSE, began + 2 * PAUSE + timedelta(seconds=1)]
    touches = [Touch(seq=seq, at=at, who="Ann", paragraph="p") for seq, at in enumerate(later)]
    assert [one.seq for one in sittings(touches, PAUSE)] == [1, 2]
    assert [one.seq for one in sittings(touches)] == [2]


def test_a_longer_break_ends_a_sitting() -> None:
    began = datetime(2026, 12, 4, 9, tzinfo=UTC)
    later = [began, began + SITTING, began + 2 * SITTING + timedelta(seconds=1)]
    found = sittings(Touch(seq=seq, at=at, who="Ann", paragraph="p") for seq, at in enumerate(later))
    assert [(one.seq, one.began, one.ended, one.changed) for one in found] == [
        (1, began, later[1], 1),
        (2, later[2], later[2], 1),
    ]
