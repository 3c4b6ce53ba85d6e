"""What every entity shares."""

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from boardroom.domain.entities import ENTITIES
from boardroom.domain.meeting import Meeting
from boardroom.domain.words import MeetingKind


def test_a_word_that_the_record_doesnt_have_is_not_stored_as_its_default() -> None:
    engine = create_engine("sqlite://")
    ENTITIES[0].metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([Meeting(name="said nothing", kind=None), Meeting(name="usual")])
        session.commit()
        kinds = {meeting.name: meeting.kind for meeting in session.scalars(select(Meeting))}
    engine.dispose()
    assert kinds == {"said nothing": None, "usual": MeetingKind.ORDINARY}
