"""Who was there: the table of those present by sector, the others in sentences, the quorum."""

import re
from collections.abc import Iterator, Sequence

from boardroom.documents.blocks import Block, Cell, Column, Heading, Paragraph, Span, Table, Tone, words
from boardroom.documents.compose.people import who
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.proxies import stands_alone
from boardroom.documents.compose.sectors import marked_name
from boardroom.documents.compose.source import Source
from boardroom.domain.attendance import Attendance
from boardroom.domain.quorum import Quorum, quorum_at
from boardroom.domain.record import BoardAtMeeting
from boardroom.domain.text import Run
from boardroom.domain.words import Presence, Sector

_OTHERS = (
    (Presence.IN_ATTENDANCE, "In attendance"),
    (Presence.APOLOGIES, "Apologies"),
    (Presence.ABSENT, "Absent"),
    (Presence.COPIED_IN, "Copied in"),
)

_NOTES = re.compile(r"\([^()]*\)")


def attendance(source: Source) -> Iterator[Block]:
    """Give the attendance of a meeting that was held."""
    lines = source.record.attendances
    came = [line for line in lines if line.status in {Presence.PRESENT, Presence.SUBSTITUTE}]
    present = [line for line in came if stands_alone(source, line)]
    yield Heading("Present" if present or not lines else "Attendance", 2)
    if present:
        yield _table(source, present)
    elif not lines:
        yield Paragraph(words("The attendance is not recorded."), Tone.SMALL)
    for status, label in _OTHERS:
        named = [line for line in lines if line.status is status]
        if named:
            said = "; ".join(_with_body(source, line) for line in named)
            yield _labelled(label, ended(said))
    yield from _chairs(source)
    yield from _quorum(source)


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(label, bold=True), Run(f" {text}")), Tone.SMALL)


def _with_body(source: Source, line: Attendance) -> str:
    """Return a line with its organisation, or with its sector where no organisation is printed."""
    body = source.organisation(line.organisation_id, line.organisation)
    if not body and line.sector not in {None, Sector.UNKNOWN}:
        body = str(line.sector)
    return joined((who(source, line), body), ", ")


def _table(source: Source, present: Sequence[Attendance]) -> Table:
    by_sector: dict[Sector, list[Attendance]] = {sector: [] for sector in Sector}
    for line in present:
        by_sector[line.sector or Sector.UNKNOWN].append(line)
    rows = [_row(source, sector, lines) for sector, lines in by_sector.items() if lines]
    columns = (Column("Sector", 22), Column("Members", 46), Column("For", 32))
    # Where no organisation is known, the last column would stand empty.
    shown = 3 if any(row[-1].lines for row in rows) else 2
    return Table(
        columns=columns[:shown],
        rows=tuple(row[:shown] for row in rows),
        summary="Who was present, by sector",
    )


def _row(source: Source, sector: Sector, lines: Sequence[Attendance]) -> tuple[Cell, ...]:
    """Return a sector's row: a line for each organisation, its people and its name side by side."""
    bodies: dict[str, list[str]] = {}
    for line in lines:
        bodies.setdefault(source.organisation(line.organisation_id, line.organisation), []).append(who(source, line))
    # People without an organisation come last, so that the lines of both cells stay side by side.
    order = sorted(bodies, key=lambda body: not body)
    people = [_people(bodies[body]) for body in order]
    return (
        Cell((marked_name(sector),), heads_row=True),
        Cell(_lines(people)),
        Cell(_lines([body for body in order if body])),
    )


def _people(names: Sequence[str]) -> str:
    """Return names in a row; where one has a comma of its own, semicolons part them."""
    return ("; " if any("," in _NOTES.sub("", name) for name in names) else ", ").join(names)


def _lines(parts: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    return tuple(words(part if at == len(parts) - 1 else f"{part};") for at, part in enumerate(parts))


def _chairs(source: Source) -> Iterator[Block]:
    """Say who presided, where somebody took the chair later or for a reason."""
    rows = source.record.presidings
    if len(rows) < 2 and not any(row.reason or row.from_item_id for row in rows):  # noqa: PLR2004 - one chair
        return
    said = []
    for row in rows:
        name = source.person(row.person_id, row.name)
        start = source.place(row.from_item_id)
        said.append(joined((f"from {start}" if start else "", name, f"({row.reason})" if row.reason else "")))
    yield _labelled("In the chair", ended("; ".join(said)))


def _quorum(source: Source) -> Iterator[Block]:
    """Say whether there was a quorum: what the record states first, then the figures where they are known.

    That there was none stands at the top already.
    """
    stated = source.record.meeting.quorate
    figures, counts_agree = [], True
    for board in source.record.boards:
        found = quorum_at(source.room, board)
        if found.quorate is not None:
            name = f"{board.board.name}: " if len(source.record.boards) > 1 else ""
            figures.append(name + _figures(found, board))
            counts_agree = counts_agree and found.quorate
    said = "The meeting was quorate." if stated and not (figures and counts_agree) else ""
    text = joined([said, *figures])
    if text:
        yield _labelled("Quorum", text)


def _figures(found: Quorum, board: BoardAtMeeting) -> str:
    """Return the count against the need, `13 of 15 voting members from 7 of 8 sectors; 8 members were needed`."""
    voting = [seat for seat in board.seats if seat.voting]
    filled = sum(seat.id in board.filled_seat_ids for seat in voting)
    sectors = {seat.sector for seat in voting} - {Sector.UNKNOWN}
    of_seats = f" of {filled}" if filled >= found.counted and filled else ""
    one = found.counted == 1 and not of_seats
    text = f"{found.counted}{of_seats} voting {'member' if one else 'members'}"
    if sectors and found.sectors <= sectors:
        text += f" from {len(found.sectors)} of {len(sectors)} {'sector' if len(sectors) == 1 else 'sectors'}"
    needed = joined(
        (
            "" if found.needed is None else _members(found.needed),
            f"{'from ' if found.needed else ''}{found.sectors_needed} sectors" if found.sectors_needed else "",
        )
    )
    if needed:
        text += f"; {needed} {'was' if found.needed == 1 and not found.sectors_needed else 'were'} needed"
    missing = [phrase for phrase in found.unmet if phrase.startswith("missing") or "more needed" in phrase]
    return joined((f"{text}.", upper_first(ended("; ".join(missing)))))


def _members(number: int) -> str:
    return f"{number} {'member' if number == 1 else 'members'}"
