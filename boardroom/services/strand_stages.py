"""The stages of a strand: the day on which it is to enter one, and the day on which it did."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.refusal import Refusal
from boardroom.domain.stages import out_of_order, place_of, stage_on
from boardroom.domain.words import Stage
from boardroom.services.standing_rows import standing
from boardroom.store.queries import plan as find


def plan_stage(session: Session, strand_id: UUID, stage: Stage, on: date | None) -> StrandStage | None:
    """Say on which day a strand is to enter a stage; None: no day is planned any more.

    Returns:
        the stage's row; None where nothing is known of the stage any more.

    Raises:
        Refusal: the strand is gone, or the days of its stages would stand out of order.
    """
    standing(session, Strand, strand_id, "That strand")
    rows = find.stages_of(session, strand_id)
    if on is not None:
        _check_planned(rows, stage, on)
    row = _row(session, strand_id, rows, stage)
    row.planned = on
    return _kept(session, row)


def begin_stage(session: Session, strand_id: UUID, stage: Stage, on: date | None) -> StrandStage | None:
    """Say on which day a strand entered a stage; None: it has not entered it after all.

    Returns:
        the stage's row; None where nothing is known of the stage any more.

    Raises:
        Refusal: the strand is gone or ended before that day, or an earlier stage would have begun after a later one.
    """
    strand = standing(session, Strand, strand_id, "That strand")
    if on is not None and strand.ended is not None and on > strand.ended:
        message = f"“{strand.name}” ended on {_day(strand.ended)}; a stage can't begin later."
        raise Refusal(message)
    rows = find.stages_of(session, strand_id)
    row = _row(session, strand_id, rows, stage)
    row.began = on
    wrong = out_of_order([one for one in (*rows, row) if one.began is not None]) if on is not None else None
    if wrong is not None:
        earlier, later = wrong
        if stage is later:
            other = next(one for one in rows if one.stage is earlier)
            message = f"{later.capitalize()} can't begin before {earlier}, which began on {_day(other.began)}."
        else:
            other = next(one for one in rows if one.stage is later)
            message = f"{earlier.capitalize()} can't begin after {later}, which began on {_day(other.began)}."
        raise Refusal(message)
    return _kept(session, row)


def _check_planned(rows: Sequence[StrandStage], stage: Stage, on: date) -> None:
    """Refuse a planned day that another stage's day makes impossible; a day that merely passed refuses nothing."""
    now = stage_on(rows, date.max)
    place = place_of(stage)
    if place <= place_of(now):
        return
    begun = next((one for one in rows if one.stage is now), None)
    if begun is not None and begun.began is not None and on < begun.began:
        message = f"{stage.capitalize()} can't be planned before {begun.stage}, which began on {_day(begun.began)}."
        raise Refusal(message)
    for other in rows:
        if other.planned is None or other.began is not None or place_of(other.stage) <= place_of(now):
            continue
        if place_of(other.stage) < place and on < other.planned:
            message = (
                f"{stage.capitalize()} can't come before {other.stage}, which is planned for {_day(other.planned)}."
            )
            raise Refusal(message)
        if place_of(other.stage) > place and on > other.planned:
            message = (
                f"{other.stage.capitalize()} is planned for {_day(other.planned)}, and {stage} comes first; "
                f"plan {other.stage} later, then {stage}."
            )
            raise Refusal(message)


def _row(session: Session, strand_id: UUID, rows: Sequence[StrandStage], stage: Stage) -> StrandStage:
    row = next((one for one in rows if one.stage is stage), None)
    if row is None:
        row = StrandStage(strand_id=strand_id, stage=stage)
        session.add(row)
    return row


def _kept(session: Session, row: StrandStage) -> StrandStage | None:
    if row.planned is not None or row.began is not None:
        return row
    if row in session.new:
        session.expunge(row)
    else:
        session.delete(row)
    return None


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day is not None else "no day"
