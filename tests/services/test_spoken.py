"""A note that tells of a contribution, recorded as a point in a real board file."""

from datetime import date
from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.domain.spoken import spoken
from boardroom.domain.text import runs_of
from boardroom.domain.words import PointKind, Sector, TextKind
from boardroom.services import texts
from boardroom.services.spoken import record_spoken
from boardroom.store.file import BoardFile
from boardroom.store.queries.agenda import points_at
from boardroom.store.queries.quick_entry import became_in, known_at
from boardroom.store.undo import undo
from tests.services.item import Item


class Notes(Item):
    """An item in whose notes somebody tells what was said."""

    def line(self, text: str, *, restricted: bool = False) -> UUID:
        return self.do(
            texts.add_paragraph, self.meeting_id, self.id, TextKind.NOTE, runs_of(text), restricted=restricted
        ).id

    def record(self, line: UUID, text: str, kind: PointKind = PointKind.STATEMENT) -> UUID:
        with self.board.reading() as session:
            found = spoken(text, known_at(session, self.meeting_id, date(2027, 1, 28)))
        assert found is not None
        return self.do(record_spoken, self.meeting_id, self.id, found, kind, line)

    def points(self) -> list[tuple[str, str, Sector | None, PointKind | None]]:
        with self.board.reading() as session:
            return [(one.by_name, one.text, one.sector, one.kind) for one in points_at(session, self.id)]

    def became(self) -> dict[UUID, tuple[str, UUID]]:
        with self.board.reading() as session:
            return {line: (one.table, one.id) for line, one in became_in(session, self.meeting_id, self.id).items()}


@pytest.fixture
def notes(board: BoardFile) -> Notes:
    return Notes(board)


def test_a_point_is_its_speakers_and_the_note_leads_to_it(notes: Notes) -> None:
    text = "Amina Yusuf said that nobody had asked."
    line = notes.line(text)
    point = notes.record(line, text, PointKind.CONCERN)
    ((name, said, sector, kind),) = notes.points()
    assert (name, said, kind) == ("Amina Yusuf", "Nobody had asked.", PointKind.CONCERN)
    assert sector is Sector.VOLUNTARY
    assert notes.became() == {line: ("point", point)}
    undo(notes.board)
    assert (notes.points(), notes.became()) == ([], {})


def test_a_note_is_recorded_once_and_not_where_it_is_restricted(notes: Notes) -> None:
    text = "Amina Yusuf: nobody had asked."
    line = notes.line(text)
    notes.record(line, text)
    with pytest.raises(Refusal, match="recorded already"):
        notes.record(line, text)
    with pytest.raises(Refusal, match="restricted"):
        notes.record(notes.line(text, restricted=True), text)
    assert len(notes.points()) == 1
