"""What is searched, and whose it is: for each entity its words, its date, and what it stands under.

Every text that people write is here or, with the reason, in `NOT_WORDS`; a test compares both with the
entities. The first words of an entity are those that tell most about it.
"""

import json
from dataclasses import dataclass

from boardroom.store.images import Image


@dataclass(frozen=True, slots=True)
class Searchable:
    """How one entity is searched.

    Args:
        words: the columns that hold what people wrote.
        under: pairs of a column and the entity that it points to; what stands under something restricted is
            restricted, and belongs to the meeting and the board of what it stands under.
        dated: the column with its own date; without one its meeting's first day counts.
        restricted: whether it has a flag of its own.
    """

    words: tuple[str, ...] = ()
    under: tuple[tuple[str, str], ...] = ()
    dated: str = ""
    restricted: bool = False


_ITEM = ("item_id", "agenda_item")
_STRAND = ("strand_id", "strand")
_PROPOSAL = ("proposal_id", "proposal")
_DECISION = ("decision_id", "decision")
_MOTION = ("motion_id", "motion")

SEARCHABLE: dict[str, Searchable] = {
    "person": Searchable(("name", "email")),
    "organisation": Searchable(("name", "short_name")),
    "organisation_status": Searchable(("name",)),
    "interest": Searchable(("nature", "matter"), dated="declared_on"),
    "board": Searchable(("name", "kind", "area")),
    "terms_of_reference": Searchable(("remit",)),
    "outcome": Searchable(("name",)),
    "priority": Searchable(("name",)),
    "strand": Searchable(("name", "purpose", "reserved_to", "reserved_reason")),
    "strand_sum": Searchable(("words",), under=(_STRAND,)),
    "involvement": Searchable(("how", "evidence"), under=(_STRAND,), dated="happened_on"),
    "call": Searchable(("question", "number", "short_reason", "left_out_reason", "scale"), dated="opens"),
    "telling": Searchable(("what", "how"), under=(_STRAND,), dated="told_on"),
    "quorum_need": Searchable(("role",), under=(("terms_id", "terms_of_reference"),)),
    "seat": Searchable(("name",)),
    "meeting": Searchable(("name", "venue", "status_reason", "next_words", "next_date_words")),
    "meeting_board": Searchable(("name", "kind", "area")),
    "meeting_day": Searchable(("venue", "adjourned_because"), dated="held_on"),
    "agenda_item": Searchable(
        (
            "title",
            "public_title",
            "agenda_note",
            "lead",
            "paper",
            "late_reason",
            "deferred_to",
            "taken_after",
            "parent_words",
            "ground",
            "restriction_reason",
            "number",
            "minute_number",
        ),
        under=(("parent_id", "agenda_item"),),
        restricted=True,
    ),
    "item_translation": Searchable(("text",), under=(_ITEM,)),
    "paper": Searchable(("title", "label", "name", "ground", "restriction_reason"), under=(_ITEM,), restricted=True),
    "presiding": Searchable(("name", "reason"), under=(("from_item_id", "agenda_item"),)),
    "attendance": Searchable(("name", "role", "organisation", "deputy_for", "remark")),
    "stay": Searchable(("arrived_words", "left_words")),
    "declaration": Searchable(("by", "nature", "effect", "dispensation")),
    "declaration_translation": Searchable(("text",), under=(("declaration_id", "declaration"),)),
    "paragraph": Searchable(("runs",), under=(_ITEM,), restricted=True),
    "proposal": Searchable(
        ("title", "text", "helps", "needs", "interests", "number"), under=(_ITEM,), dated="received_on"
    ),
    "proposer": Searchable(("name", "role", "organisation"), under=(_PROPOSAL,)),
    "estimate": Searchable(("words", "who", "scale"), under=(_PROPOSAL,), dated="made_on"),
    "point": Searchable(("text", "by_name", "by_role", "by_organisation"), under=(_ITEM,)),
    "motion": Searchable(("wording", "mover", "seconder"), under=(_ITEM,)),
    "decision": Searchable(
        ("wording", "remark", "mover", "seconder", "recommended_to", "reserved_to", "reference", "number"),
        under=(_ITEM, _MOTION),
        dated="decided_on",
    ),
    "vote_event": Searchable(("casting_by",), under=(_ITEM, _DECISION, _MOTION)),
    "vote": Searchable(("name", "proxy_for"), under=(("vote_event_id", "vote_event"),)),
    "decision_condition": Searchable(("text",), under=(_DECISION,)),
    "decision_link": Searchable(("words",), under=(_DECISION,)),
    "dissent": Searchable(("name", "words"), under=(_DECISION,)),
    "answer": Searchable(("reason", "deferred_to"), under=(_ITEM, _PROPOSAL, _DECISION), dated="answered_on"),
    "action": Searchable(
        ("text", "owner_role", "owner_organisation", "due_words", "number"), under=(_ITEM, _DECISION, _PROPOSAL)
    ),
    "action_owner": Searchable(("name", "organisation"), under=(("action_id", "action"),)),
    "action_update": Searchable(("words",), under=(("action_id", "action"),), dated="updated_on"),
    "minutes_confirmation": Searchable(("result", "of_words"), under=(_ITEM,)),
    "minutes_amendment": Searchable(("text",), under=(("confirmation_id", "minutes_confirmation"),)),
    "seal": Searchable(("signed_by",)),
    "correction": Searchable(("text",), under=(_ITEM, _DECISION), dated="corrected_on"),
}

NOT_WORDS: dict[str, str] = {
    "language": "a BCP 47 tag",
    "zone": "an IANA name",
    "country": "a code or the name of one",
    "field": "which field a translation is of",
    "record_id": "an identity",
    "record_hash": "a hash",
    "sha256": "a hash",
    "form_hash": "a hash",
    "currency": "a code",
    "media_type": "what kind of file it is, as the web names it",
    "surroundings": "a copy of what other rows said",
    "attendance_item.number": "points to an item, which is found by its own number",
    "declaration_item.number": "points to an item, which is found by its own number",
    "series.rule": "an iCalendar rule",
    "paragraph.became": "the name of a table",
    "agenda_template.name": "what meetings are planned by is no record of any",
    "template_item.title": "as above",
    "template_item.lead": "as above",
    "series.name": "as above",
    "series.venue": "as above",
    "stock_phrase.text": "as above",
}
"""Text columns, everywhere or of one entity, that aren't words, each with what they are."""


def words_of(entity: str, row: Image) -> str:
    """Return what people wrote in a row, one field to a line; empty where nothing was written."""
    if entity == "paragraph":
        return "".join(part[0] for part in json.loads(str(row["runs"] or "[]")))
    return "\n".join(str(row[column]) for column in SEARCHABLE[entity].words if row[column])


def is_note(entity: str, row: Image) -> bool:
    """Whether these are the secretary's own jottings, which no document prints."""
    return entity == "paragraph" and row["text_kind"] == "note"


def standing(entity: str, row: Image) -> tuple[object, ...]:
    """Return all of a row that tells where it stands; while this stays, so do its board, date and restriction."""
    how = SEARCHABLE[entity]
    return (
        row.get("meeting_id"),
        row.get("board_id"),
        row.get("text_kind"),
        row[how.dated] if how.dated else None,
        row["restricted"] if how.restricted else None,
        *(row[column] for column, _ in how.under),
    )
