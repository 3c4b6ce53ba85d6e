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

_ITEM = ("SELECT meeting_id FROM agenda_item WHERE id = ?", "item_id")
_ATTENDANCE = ("SELECT meeting_id FROM attendance WHERE id = ?", "attendance_id")
_DECLARATION = ("SELECT meeting_id FROM declaration WHERE id = ?", "declaration_id")
_VOTE_EVENT = ("SELECT meeting_id FROM vote_event WHERE id = ?", "vote_event_id")
_CONFIRMATION = ("SELECT meeting_id FROM minutes_confirmation WHERE id = ?", "confirmation_id")
# A decision between meetings is minuted at the next one, with what hangs on it.
_DECISION = ("SELECT meeting_id, minuted_at_id FROM decision WHERE id = ?", "decision_id")
_BETWEEN = ("SELECT minuted_at_id FROM decision WHERE id = ?", "decision_id")
_ACTION = (
    """
    SELECT action.meeting_id, decision.minuted_at_id FROM action LEFT JOIN decision ON decision.id = decision_id
    WHERE action.id = ?
    """,
    "action_id",
)
# Minutes that answer a proposal print it, wherever it was put.
_ANSWERED = ("SELECT meeting_id FROM answer WHERE proposal_id = ?", "id")
_PROPOSAL = (
    "SELECT meeting_id FROM proposal WHERE id = ?1 UNION ALL SELECT meeting_id FROM answer WHERE proposal_id = ?1",
    "proposal_id",
)
# What is frozen, by entity, and what leads from a row to further meetings whose minutes hold it: what hangs
# on a sealed row belongs to it, whatever meeting it names itself.
_FROZEN: Mapping[str, tuple[tuple[str, str], ...]] = {
    "meeting": (),
    "meeting_day": (),
    "meeting_board": (),
    "agenda_item": (),
    "item_translation": (_ITEM,),
    "paper": (_ITEM,),
    "presiding": (),
    "sitting": (),
    "taking": (_ITEM,),
    "heard": (_ITEM,),
    "attendance": (),
    "stay": (_ATTENDANCE,),
    "attendance_item": (_ATTENDANCE,),
    "declaration": (),
    "declaration_item": (_DECLARATION,),
    "declaration_translation": (_DECLARATION,),
    "paragraph": (_ITEM,),
    "point": (_ITEM,),
    "proposal": (_ITEM, _ANSWERED),
    "proposer": (_PROPOSAL,),
    "answer": (),
    "motion": (_ITEM,),
    "vote_event": (_ITEM,),
    "vote": (_VOTE_EVENT,),
    "sector_tally": (_VOTE_EVENT,),
    "decision": (_ITEM,),
    "decision_condition": (_DECISION,),
    "decision_link": (_DECISION,),
    "dissent": (_DECISION,),
    "action": (_ITEM, _BETWEEN),
    "action_owner": (_ACTION,),
    "minutes_confirmation": (),
    "minutes_amendment": (_CONFIRMATION,),
}
# Later life that stands in a field of a minuted row.
# What the plan makes of a minuted row is later life too: no minutes print it.
_FREE_FIELDS: Mapping[str, frozenset[str]] = {
    "agenda_item": frozenset({"strand_id"}),
    "action": frozenset({"proposal_id"}),
    "answer": frozenset({"told_on"}),
    "proposal": frozenset(
        {
            "strand_id",
            "call_id",
            "earlier_id",
            "tabled_on",
            "title",
            "helps",
            "cost_pence",
            "currency",
            "cost_months",
            "people_served",
            "needs",
            "interests",
            "form_hash",
        }
    ),
}


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
    for field in ("meeting_id", "minuted_at_id"):
        meeting_id = image.get(field)
        if meeting_id is not None:
            yield str(meeting_id)
    for sql, field in _FROZEN[entity]:
        if image[field] is not None:
            for found in connection.execute(sql, (image[field],)):
                yield from (str(meeting_id) for meeting_id in found if meeting_id is not None)


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
