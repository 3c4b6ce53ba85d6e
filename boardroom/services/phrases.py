"""Stock phrases: sentences that a board's minutes use often, kept in an order of the board's own."""

from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.board import Board
from boardroom.domain.refusal import Refusal
from boardroom.domain.templates import StockPhrase
from boardroom.domain.text import clean_text
from boardroom.services.places import move_among
from boardroom.services.standing_rows import standing
from boardroom.store.queries import phrases as find

LONGEST = 2_000
"""Letters of a phrase; what is longer is a text, not a phrase."""

_WHAT = "That stock phrase"


def add_phrase(session: Session, board_id: UUID, text: str) -> StockPhrase:
    """Keep another phrase, behind the others.

    Raises:
        Refusal: the board is gone, or the phrase is empty, too long, or kept already.
    """
    standing(session, Board, board_id, "That board")
    phrases = find.phrases_of(session, board_id)
    said = _said(text, [one.text for one in phrases])
    phrase = StockPhrase(board_id=board_id, position=phrases[-1].position + 1 if phrases else 0, text=said)
    session.add(phrase)
    return phrase


def change_phrase(session: Session, phrase_id: UUID, text: str) -> StockPhrase:
    """Word a phrase anew; minutes that it was put into stay as they are.

    Raises:
        Refusal: it is gone, or the new wording is empty, too long, or kept already.
    """
    phrase = standing(session, StockPhrase, phrase_id, _WHAT)
    others = [one.text for one in find.phrases_of(session, phrase.board_id) if one is not phrase]
    phrase.text = _said(text, others)
    return phrase


def move_phrase(session: Session, phrase_id: UUID, *, by: int) -> StockPhrase:
    """Move a phrase up (a negative number of places) or down.

    Raises:
        Refusal: it is gone.
    """
    phrase = standing(session, StockPhrase, phrase_id, _WHAT)
    move_among(find.phrases_of(session, phrase.board_id), phrase, by)
    return phrase


def remove_phrase(session: Session, phrase_id: UUID) -> None:
    """Keep a phrase no more; minutes that it was put into stay as they are.

    Raises:
        Refusal: it is gone.
    """
    session.delete(standing(session, StockPhrase, phrase_id, _WHAT))


def _said(text: str, others: list[str]) -> str:
    said = clean_text(text).strip()
    if not said:
        message = "Write the phrase."
        raise Refusal(message)
    if len(said) > LONGEST:
        message = f"A phrase holds {LONGEST:,} letters at most; this one has {len(said):,}."
        raise Refusal(message)
    if said in others:
        message = "That phrase is kept already."
        raise Refusal(message)
    return said
