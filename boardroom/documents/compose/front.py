"""What stands at the front and round the pages of agenda and minutes: title, when and where, state, foot."""

from collections.abc import Iterator

from boardroom.documents.compose.dates import clock, long_date, short_date
from boardroom.documents.compose.phrases import counted, ended, joined, listed, upper_first
from boardroom.documents.compose.source import Source
from boardroom.domain.fingerprint import record_hash, short_form
from boardroom.domain.meeting import MeetingDay
from boardroom.domain.words import MeetingKind, MeetingStatus

_KINDS = {
    MeetingKind.EXTRAORDINARY: "extraordinary meeting",
    MeetingKind.INFORMAL: "informal meeting",
    MeetingKind.ANNUAL: "annual meeting",
}
_BEFORE = frozenset({MeetingStatus.PLANNED, MeetingStatus.CANCELLED, MeetingStatus.POSTPONED})


def title(source: Source, noun: str) -> str:
    """Return a document's heading: `Minutes of the 14th meeting`, `Agenda for the annual meeting`."""
    name = source.record.meeting.name
    if name and "meeting" not in name.casefold():
        return f"{noun.partition(' ')[0]}: {name}"
    kind = source.record.meeting.kind
    said = name or (_KINDS.get(kind, "meeting") if kind else "meeting")
    if not name and len(source.board_names) > 1:
        said = f"joint {said}"
    return f"{noun} the {_lower_kind(said.removeprefix('The ').removeprefix('the '))}"


def _lower_kind(name: str) -> str:
    """Return a name as it stands inside a sentence: a kind of meeting in small letters, a proper name as it is."""
    first, space, rest = name.partition(" ")
    kinds = {"annual", "extraordinary", "informal", "joint", "meeting", "ordinary", "special", "inaugural"}
    return f"{first.casefold()}{space}{rest}" if first.casefold() in kinds else name


def held(source: Source) -> Iterator[str]:
    """Give a line for each day: when and where, and why it was adjourned."""
    days = source.record.days or [MeetingDay(meeting_id=source.record.meeting.id)]
    first = _verb(source)
    for at, day in enumerate(days):
        venue = day.venue or (source.record.meeting.venue if at == 0 else "")
        verb = first if at == 0 else "Reconvened"
        when = f"on {long_date(day.held_on)}" if day.held_on else ""
        place = joined((verb, when, f"at {venue}" if venue else ""))
        known = joined(("" if place == verb else place, times(day)), ", ")
        undated = "Date not yet set" if first == "To be held" else "Date not recorded"
        yield known if day.held_on else joined((known, undated), ". ")
        if day.adjourned_because:
            yield ended(f"Adjourned: {day.adjourned_because}")


def _verb(source: Source) -> str:
    if was_held(source):
        return "Held"
    return "To be held" if source.record.meeting.status is MeetingStatus.PLANNED else "Was to be held"


def times(day: MeetingDay) -> str:
    """Return from when to when a day's sitting was."""
    start = f"from {clock(day.starts)}" if day.starts else ""
    end = f"{'to' if day.starts else 'until'} {clock(day.ends)}" if day.ends else ""
    return joined((start, end))


def boards(source: Source) -> str:
    """Return the boards' names as a sentence lists them."""
    return listed(source.board_names)


def state(source: Source) -> str:
    """Return how far the minutes have come."""
    seal = next(iter(source.record.seals), None)
    if seal is not None:
        return f"Confirmed, signed on {short_date(seal.signed_on)}"
    status = source.record.meeting.status
    match status:
        case None:
            return ""
        case MeetingStatus.CONFIRMED:
            return "Confirmed"
        case MeetingStatus.CANCELLED | MeetingStatus.POSTPONED:
            return upper_first(status.value)
        case MeetingStatus.PLANNED:
            return "Not yet held"
        case _:
            return "Draft, not yet confirmed"


def was_held(source: Source) -> bool:
    """Whether the meeting took place: its status says so, or the record holds something of what happened."""
    record = source.record
    happened = (record.attendances, record.presidings, record.decisions, record.points, record.paragraphs)
    if any(day.adjourned_because for day in record.days):
        return True
    return record.meeting.status not in _BEFORE or any(happened) or record.meeting.quorate is not None


def footnote(source: Source) -> str:
    """Say for whom the minutes are, and what is left out of them."""
    record = source.record
    items = sum(source.is_restricted(item) for item in record.items)
    paragraphs = record.left_out - items if source.public else sum(row.restricted for row in record.paragraphs)
    return _for_whom(source, items, paragraphs, _restricted_papers(source))


def agenda_footnote(source: Source) -> str:
    """Say for whom the agenda is, and what is left out of it; minute text is no part of it."""
    items = sum(source.is_restricted(item) for item in source.record.items)
    return _for_whom(source, items, 0, _restricted_papers(source))


def _restricted_papers(source: Source) -> int:
    return source.record.papers_left_out if source.public else sum(one.restricted for one in source.record.papers)


def _for_whom(source: Source, items: int, paragraphs: int, papers: int) -> str:
    parts = [counted(items, "item")] if items else []
    parts += [counted(paragraphs, "paragraph")] if paragraphs > 0 else []
    parts += [counted(papers, "paper")] if papers else []
    if not source.public:
        return "For members only: holds restricted matter." if parts else ""
    if not parts:
        return "Public version."
    verb = "is" if items + max(paragraphs, 0) + papers == 1 else "are"
    return f"Public version. {upper_first(listed(parts))} {verb} restricted and {verb} left out."


def reference(source: Source) -> str:
    """Return the short form of the whole record's hash, the same for all who read some of it (hazard 29).

    Sealed minutes have the hash that was sealed.
    """
    record = source.record
    sealed = next((seal.record_hash for seal in record.seals), "")
    return f"Record {short_form(sealed or record.whole_hash or record_hash(record))}"
