"""Motions: put, amended, changed, settled."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.votes import Motion
from boardroom.domain.words import Result
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.named import person_meant
from boardroom.services.standing_rows import item_standing, standing
from boardroom.services.stated import stated_text
from boardroom.store.queries import settled as find
from boardroom.store.queries.hanging import next_place


def put_motion(session: Session, item_id: UUID, wording: str, *, mover: str = "", seconder: str = "") -> Motion:
    """Put a wording to the meeting, at an item.

    Raises:
        Refusal: there is no wording, somebody seconds their own motion, or the item is gone.
    """
    item = item_standing(session, item_id)
    return _put(session, item.meeting_id, item_id, None, wording, mover=mover, seconder=seconder)


def amend_motion(session: Session, motion_id: UUID, wording: str, *, mover: str = "", seconder: str = "") -> Motion:
    """Put an amendment: the wording as it would stand, if it is carried.

    Raises:
        Refusal: there is no wording, somebody seconds their own amendment, or the motion is settled or gone.
    """
    motion = standing(session, Motion, motion_id, "That motion")
    if motion.result in {Result.LOST, Result.WITHDRAWN}:
        message = f"That motion was {motion.result}; it can't be amended."
        raise Refusal(message)
    return _put(session, motion.meeting_id, motion.item_id, motion_id, wording, mover=mover, seconder=seconder)


def change_motion(  # noqa: PLR0913 - a motion has these parts
    session: Session,
    motion_id: UUID,
    *,
    wording: str | Kept = KEPT,
    mover: str | Kept = KEPT,
    seconder: str | Kept = KEPT,
    result: Result | Kept = KEPT,
) -> Motion:
    """Change a motion or an amendment, or say what became of it; what isn't given stays.

    Raises:
        Refusal: there would be no wording, somebody would second their own motion, it would be withdrawn after a
            vote, or it is gone.
    """
    motion = standing(session, Motion, motion_id, "That motion")
    withdrawn = given(result, motion.result) is Result.WITHDRAWN is not motion.result
    if withdrawn and find.votes_on_motion(session, motion.meeting_id, motion_id):
        message = "That motion was voted on, so can't be withdrawn any more."
        raise Refusal(message)
    motion.wording = _wording(given(wording, motion.wording))
    _name(session, motion, given(mover, motion.mover), given(seconder, motion.seconder))
    motion.result = given(result, motion.result)
    return motion


def remove_motion(session: Session, motion_id: UUID) -> None:
    """Take out a motion that was recorded by mistake.

    Raises:
        Refusal: an amendment, a vote or a decision hangs on it, or it is gone.
    """
    motion = standing(session, Motion, motion_id, "That motion")
    if find.hangs_on_motion(session, motion):
        message = "An amendment, a vote or a decision hangs on that motion; take that out first, or withdraw it."
        raise Refusal(message)
    session.delete(motion)


def _put(  # noqa: PLR0913 - a motion has these parts
    session: Session,
    meeting_id: UUID,
    item_id: UUID,
    amends_id: UUID | None,
    wording: str,
    *,
    mover: str,
    seconder: str,
) -> Motion:
    motion = Motion(
        meeting_id=meeting_id,
        item_id=item_id,
        amends_id=amends_id,
        position=next_place(session, Motion, "item_id", item_id),
        wording=_wording(wording),
    )
    _name(session, motion, mover, seconder)
    session.add(motion)
    return motion


def _name(session: Session, motion: Motion, mover: str, seconder: str) -> None:
    mover, seconder = clean_line(mover), clean_line(seconder)
    if mover and mover.casefold() == seconder.casefold():
        message = f"{mover} can't second what {mover} moves."
        raise Refusal(message)
    if mover != motion.mover:
        motion.mover, motion.mover_id = mover, person_meant(session, mover, motion.meeting_id)
    if seconder != motion.seconder:
        motion.seconder, motion.seconder_id = seconder, person_meant(session, seconder, motion.meeting_id)


def _wording(wording: str) -> str:
    return stated_text(wording, "Write the wording that is put to the meeting.")
