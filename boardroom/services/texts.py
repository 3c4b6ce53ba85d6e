"""Writing notes and minute text, a paragraph at a time.

Positions have gaps, so that a paragraph put between two others moves neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import Paragraph
from boardroom.domain.places import GAP, rising
from boardroom.domain.quick_entry import minuted
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import ParagraphState, Run, clean_line, clean_runs
from boardroom.domain.words import ParagraphForm, TextKind
from boardroom.services.standing_rows import item_standing, meeting_standing, standing
from boardroom.store.queries import texts as find_text

_WHAT = "That paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """New paragraphs, and the stored one that they follow (None: they come first)."""

    after: UUID | None
    paragraphs: Sequence[ParagraphState]


def add_paragraph(  # noqa: PLR0913 - a paragraph has these parts
    session: Session,
    meeting_id: UUID,
    item_id: UUID | None,
    text_kind: TextKind,
    runs: Iterable[Run],
    *,
    form: ParagraphForm = ParagraphForm.BODY,
    language: str = "",
    restricted: bool = False,
) -> Paragraph:
    """Add a paragraph at the end of an item's notes or minute text (of the meeting's, without an item)."""
    last = find_text.last_place(session, meeting_id, item_id, text_kind)
    paragraph = Paragraph(
        meeting_id=meeting_id,
        item_id=item_id,
        text_kind=text_kind,
        position=0 if last is None else last + GAP,
        form=form,
        runs=clean_runs(runs),
        language=clean_line(language),
        restricted=restricted,
    )
    session.add(paragraph)
    return paragraph


def write_text(
    session: Session,
    meeting_id: UUID,
    item_id: UUID | None,
    text_kind: TextKind,
    paragraphs: Sequence[ParagraphState],
) -> list[UUID]:
    """Make an item's notes or minute text (the meeting's own, without an item) be these paragraphs, in this order.

    Rows that say the same already aren't touched. A paragraph that names a row which isn't in this text, because
    its adding was undone meanwhile, is added under a new id: what stands in an editor is not lost.

    Returns:
        the ids of all paragraphs, in order.

    Raises:
        Refusal: the meeting or the item is gone.
    """
    _check_place(session, meeting_id, item_id)
    stored = {one.id: one for one in find_text.states_in(session, meeting_id, item_id, text_kind)}
    held = _held(paragraphs, stored)
    places = rising([None if one is None else stored[one].position for one in held])
    for gone in stored.keys() - set(held):
        session.delete(session.get_one(Paragraph, gone))
    ids = []
    for state, row_id, place in zip(paragraphs, held, places, strict=True):
        cleaned = _cleaned(state)
        if row_id is None:
            ids.append(_add(session, (meeting_id, item_id, text_kind), cleaned, place))
            continue
        if stored[row_id].position != place or not stored[row_id].says(cleaned):
            row = session.get_one(Paragraph, row_id)
            row.position = place
            _say(row, cleaned)
        ids.append(row_id)
    return ids


def write_paragraphs(  # noqa: PLR0913 - where, and the three ways in which a text changes
    session: Session,
    meeting_id: UUID,
    item_id: UUID | None,
    text_kind: TextKind,
    *,
    changed: Sequence[ParagraphState] = (),
    added: Sequence[Insertion] = (),
    removed: Sequence[UUID] = (),
) -> list[UUID]:
    """Write what changed in a text since it was last written, at the price of what changed.

    `write_text` does the same from the whole text, and moves paragraphs too.

    Returns:
        the ids of the paragraphs that were added, in the order in which they were given.

    Raises:
        Refusal: a paragraph is gone or belongs to another text (then `write_text` keeps the words).
    """
    for state in changed:
        _say(_paragraph_in(session, state.id, meeting_id, item_id, text_kind), _cleaned(state))
    ids = []
    if added:
        _check_place(session, meeting_id, item_id)
    for insertion in added:
        if insertion.after is not None:
            _paragraph_in(session, insertion.after, meeting_id, item_id, text_kind)
        for state, place in zip(
            insertion.paragraphs,
            _room_after(session, (meeting_id, item_id, text_kind), insertion.after, len(insertion.paragraphs)),
            strict=True,
        ):
            ids.append(_add(session, (meeting_id, item_id, text_kind), _cleaned(state), place))
    for gone in removed:
        session.delete(_paragraph_in(session, gone, meeting_id, item_id, text_kind))
    return ids


def take_over(session: Session, note_id: UUID) -> Paragraph:
    """Take a note paragraph over into the minute text, last, to be put into reported speech there.

    A restricted note becomes restricted minute text; the signs of quick entry stay behind.

    Raises:
        Refusal: the note is gone, or isn't a note.
    """
    note = standing(session, Paragraph, note_id, _WHAT)
    if note.text_kind is not TextKind.NOTE:
        message = "That paragraph is minute text already."
        raise Refusal(message)
    taken = add_paragraph(
        session,
        note.meeting_id,
        note.item_id,
        TextKind.MINUTE,
        minuted(note.runs),
        form=note.form,
        language=note.language,
        restricted=note.restricted,
    )
    taken.level, taken.taken_from_id = note.level, note.id
    return taken


def take_over_many(session: Session, note_ids: Iterable[UUID]) -> list[Paragraph]:
    """Take note paragraphs over into the minute text, in the order given.

    Raises:
        Refusal: one of them is gone, or isn't a note; then none is taken over.
    """
    return [take_over(session, note_id) for note_id in note_ids]


def _check_place(session: Session, meeting_id: UUID, item_id: UUID | None) -> None:
    meeting_standing(session, meeting_id)
    if item_id is not None:
        item_standing(session, item_id, meeting_id)


def _held(paragraphs: Sequence[ParagraphState], stored: Mapping[UUID, find_text.Stored]) -> list[UUID | None]:
    """Return the stored row that each paragraph goes on; a row goes on in the first that names it (a split)."""
    held: list[UUID | None] = []
    free = set(stored)
    for state in paragraphs:
        goes_on = state.id if state.id in free else None
        free.discard(goes_on)
        held.append(goes_on)
    return held


def _room_after(
    session: Session, text: tuple[UUID, UUID | None, TextKind], after: UUID | None, count: int
) -> list[int]:
    """Return places for new paragraphs behind a stored one, moving those that follow only where there is no room."""
    rows = find_text.places_in(session, *text)
    at = 0 if after is None else next(index for index, (one, _) in enumerate(rows) if one == after) + 1
    wished: list[int | None] = [place for _, place in rows]
    places = rising([*wished[:at], *[None] * count, *wished[at:]])
    new = places[at : at + count]
    for (one, place), now in zip(rows, places[:at] + places[at + count :], strict=True):
        if place != now:
            session.get_one(Paragraph, one).position = now
    return new


def _add(session: Session, text: tuple[UUID, UUID | None, TextKind], state: ParagraphState, place: int) -> UUID:
    paragraph = Paragraph(meeting_id=text[0], item_id=text[1], text_kind=text[2], position=place)
    _say(paragraph, state)
    session.add(paragraph)
    return paragraph.id


def _cleaned(state: ParagraphState) -> ParagraphState:
    return replace(state, runs=clean_runs(state.runs), level=max(0, state.level), language=clean_line(state.language))


def _say(row: Paragraph, state: ParagraphState) -> None:
    row.form, row.level, row.runs = state.form, state.level, state.runs
    row.language, row.restricted = state.language, state.restricted


def _paragraph_in(
    session: Session, paragraph_id: UUID | None, meeting_id: UUID, item_id: UUID | None, text_kind: TextKind
) -> Paragraph:
    if paragraph_id is None:
        message = "a changed paragraph has an id"
        raise ValueError(message)
    row = standing(session, Paragraph, paragraph_id, _WHAT)
    if (row.meeting_id, row.item_id, row.text_kind) != (meeting_id, item_id, text_kind):
        message = "That paragraph belongs to another text."
        raise Refusal(message)
    return row
