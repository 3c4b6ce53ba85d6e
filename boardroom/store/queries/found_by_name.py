"""What words name outright, and not only hold: people and bodies, a record by its number, a meeting by its day."""

import re
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from boardroom.domain.actions import Action
from boardroom.domain.days import written_day
from boardroom.domain.decisions import Decision
from boardroom.domain.known import folded, words_in
from boardroom.domain.meeting import MeetingBoard, MeetingDay
from boardroom.domain.proposals import Proposal
from boardroom.store.queries.found import FoundRow, describe_hits
from boardroom.store.search import Hit, search

_PARTIES = frozenset({"person", "organisation"})
_LOOKED_AT = 40
_NUMBERED = re.compile(r"(proposal|decision|action)s? (\S*\d\S*)")
_YEARS_BACK = 2


def find_named(session: Session, words: str, today: date, *, board_id: UUID | None, limit: int = 3) -> list[FoundRow]:
    """Return what is called by these words, described.

    Args:
        session: a session of the board file.
        words: what a person typed: (the beginnings of) all words of a name, “action 12”, “3 December” or with its year.
        today: the day that sectors are told for, and from which years are counted where none is typed.
        board_id: only records and meetings of this board; people and organisations belong to the file.
        limit: the most to return.
    """
    hits = [
        *_numbered(session, words, board_id),
        *_meetings_on(session, words, today, board_id),
        *_parties(session, words),
    ]
    return describe_hits(session, hits[:limit], today)


def _parties(session: Session, words: str) -> Iterator[Hit]:
    typed = _parts(words)
    for hit in search(session, words, entities=_PARTIES, limit=_LOOKED_AT) if typed else ():
        named = _parts("".join(run.text for run in hit.snippet))
        if all(any(one.startswith(word) for one in named) for word in typed):
            yield hit


def _parts(name: str) -> list[str]:
    return [word.said for word in words_in(folded(name).replace("-", " "))]


def _numbered(session: Session, words: str, board_id: UUID | None) -> Iterator[Hit]:
    found = _NUMBERED.fullmatch(" ".join(words.casefold().split()))
    if found is None:
        return
    number = found[2].upper()
    wanted: dict[str, Select[UUID, UUID | None]] = {
        "proposal": select(Proposal.id, Proposal.meeting_id).where(Proposal.number == number, _of(Proposal, board_id)),
        "action": select(Action.id, Action.meeting_id).where(Action.number == number, _of(Action, board_id)),
        "decision": select(Decision.id, Decision.meeting_id).where(
            or_(Decision.reference == number, Decision.number == number), _of(Decision, board_id)
        ),
    }
    for row in session.execute(wanted[found[1]].limit(_LOOKED_AT)):
        yield _hit(found[1], row.id, row.meeting_id)


def _of(entity: type[Proposal | Decision | Action], board_id: UUID | None) -> ColumnElement[bool]:
    return entity.board_id == board_id if board_id is not None else entity.id.is_not(None)


def _meetings_on(session: Session, words: str, today: date, board_id: UUID | None) -> Iterator[Hit]:
    days = set(_days(words, today))
    if not days:
        return
    wanted = select(MeetingDay.meeting_id).where(MeetingDay.held_on.in_(days)).order_by(MeetingDay.held_on.desc())
    if board_id is not None:
        of_board = select(MeetingBoard.meeting_id).where(MeetingBoard.board_id == board_id)
        wanted = wanted.where(MeetingDay.meeting_id.in_(of_board))
    for meeting_id in dict.fromkeys(session.scalars(wanted.limit(_LOOKED_AT))):
        yield _hit("meeting", meeting_id, meeting_id)


def _days(words: str, today: date) -> Iterator[date]:
    if written := written_day(words, None):
        yield written.day
    elif written := written_day(words, today):
        for year in range(written.day.year - _YEARS_BACK, written.day.year + 1):
            if one := written_day(f"{written.day.day}/{written.day.month}/{year}", None):
                yield one.day


def _hit(entity: str, entity_id: UUID, meeting_id: UUID | None) -> Hit:
    return Hit(entity, entity_id, meeting_id, None, (), restricted=False, note=False)
