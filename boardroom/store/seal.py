"""The sealing guard: what sealed minutes say can't change, whoever writes and however.

`guard` is called from `history.record`, which every write passes; so undo, imports and later programs can't
get round it. Later life has rows of its own and stays free: action updates, corrections, answers at another
meeting, links from a later decision, the day a proposer was told; notes may always go.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import TextKind
from boardroom.store.connect import Driver
from boardroom.store.images import Image, RowChange

# What is frozen, by entity: the parent whose meeting counts too, and the field that leads to it.
_FROZEN: Mapping[str, tuple[str, str] | None] = {
    "meeting": None,
    "meeting_day": None,
    "meeting_board": None,
    "agenda_item": None,
    "item_translation": ("agenda_item", "item_id"),
    "presiding": None,
    "attendance": None,
    "stay": ("attendance", "attendance_id"),
    "attendance_item": ("attendance", "attendance_id"),
    "declaration": None,
    "declaration_item": ("declaration", "declaration_id"),
    "declaration_translation": ("declaration", "declaration_id"),
    "paragraph": ("agenda_item", "item_id"),
    "point": ("agenda_item", "item_id"),
    "proposal": ("agenda_item", "item_id"),
    "proposer": ("proposal", "proposal_id"),
    "answer": None,
    "motion": ("agenda_item", "item_id"),
    "vote_event": ("agenda_item", "item_id"),
    "vote": ("vote_event", "vote_event_id"),
    "sector_tally": ("vote_event", "vote_event_id"),
    "decision": ("agenda_item", "item_id"),
    "decision_condition": ("decision", "decision_id"),
    "decision_link": ("decision", "decision_id"),
    "dissent": ("decision", "decision_id"),
    "action": ("agenda_item", "item_id"),
    "action_owner": ("action", "action_id"),
    "minutes_confirmation": None,
    "minutes_amendment": ("minutes_confirmation", "confirmation_id"),
}
# Later life that stands in a field of a minuted row.
_FREE_FIELDS: Mapping[str, frozenset[str]] = {"answer": frozenset({"told_on"})}


def sealed_meetings(connection: Driver) -> set[str]:
    """Return the ids of all meetings whose minutes are sealed."""
    return {meeting_id for (meeting_id,) in connection.execute("SELECT meeting_id FROM seal")}


def guard(connection: Driver, changes: Sequence[RowChange], sealed: set[str]) -> None:
    """Refuse changes to sealed minutes, and add the meetings that these changes seal to `sealed`.

    What is written in the same breath as the seal (that the meeting is confirmed) belongs to what is sealed.

    Raises:
        Refusal: a frozen row of a sealed meeting, or a seal, would be inserted, changed or deleted.
    """
    if sealed:
        for change in changes:
            for meeting_id in _meetings_of(connection, change):
                if meeting_id in sealed:
                    raise Refusal(_sentence(connection, meeting_id))
    for change in changes:
        if change.entity == "seal":
            if change.before is not None:
                raise Refusal(_sentence(connection, str(change.before["meeting_id"])))
            if change.after is not None:
                sealed.add(str(change.after["meeting_id"]))


def _meetings_of(connection: Driver, change: RowChange) -> Iterator[str]:
    """Give the meetings whose minutes say what a row holds, before and after."""
    before, after = change.before, change.after
    if change.entity == "seal":
        if after is not None:
            yield str(after["meeting_id"])
        return
    if change.entity not in _FROZEN:
        return
    if change.entity in _FREE_FIELDS and before is not None and after is not None:
        changed = {name for name, value in after.items() if before[name] != value}
        if changed <= _FREE_FIELDS[change.entity]:
            return
    for image in (before, after):
        if image is not None:
            yield from _meetings_in(connection, change.entity, image)


def _meetings_in(connection: Driver, entity: str, image: Image) -> Iterator[str]:
    if entity == "meeting":
        yield str(image["id"])
        return
    if entity == "paragraph" and image["text_kind"] == TextKind.NOTE.value:
        return
    # A decision between meetings is minuted at the next one.
    for field in ("meeting_id", "minuted_at_id"):
        meeting_id = image.get(field)
        if meeting_id is not None:
            yield str(meeting_id)
    leads_to = _FROZEN[entity]
    if leads_to is None:
        return
    # What hangs on a sealed row belongs to it, whatever meeting it names itself.
    parent, field = leads_to
    minuted_at = ", minuted_at_id" if parent == "decision" else ""
    found = connection.execute(
        f"SELECT meeting_id{minuted_at} FROM {parent} WHERE id = ?",  # noqa: S608 - names from the table above
        (image[field],),
    ).fetchone()
    yield from (str(meeting_id) for meeting_id in found or () if meeting_id is not None)


def _sentence(connection: Driver, meeting_id: str) -> str:
    return (
        f"The minutes of {meeting_words(connection, meeting_id)} are sealed: what they say can't be changed any more; "
        "record a correction instead."
    )


def meeting_words(connection: Driver, meeting_id: str) -> str:
    """Return how a sentence names a meeting: by its first day, else by its name."""
    row = connection.execute(
        "SELECT held_on FROM meeting_day WHERE meeting_id = ? AND held_on IS NOT NULL ORDER BY position, held_on",
        (meeting_id,),
    ).fetchone()
    if row is not None:
        day = date.fromisoformat(row[0])
        return f"{day.day} {day:%B %Y}"
    row = connection.execute("SELECT name FROM meeting WHERE id = ?", (meeting_id,)).fetchone()
    return f"“{row[0]}”" if row is not None and row[0] else "this meeting"
