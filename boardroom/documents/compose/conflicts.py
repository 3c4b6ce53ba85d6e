"""The extract for a conflicts assessment of a strand: what a procurement officer attaches before the tender notice.

Source: Procurement Act 2023 ss.81-83 (conflicts assessment) and s.16 (nobody gets an unfair advantage). It says what
the record says, and judges nobody. It is for members and officers: it names interests and who was told what.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from boardroom.documents.blocks import (
    Block,
    BulletList,
    Cell,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Table,
    Tone,
    words,
)
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.reports.frame import cell, marked, said, stage_words, table
from boardroom.documents.compose.sectors import badge
from boardroom.domain.bidders import told_more
from boardroom.domain.text import Run
from boardroom.store.queries.fair_play import Bidder, Connection, FairPlay

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from boardroom.domain.words import Stage

_TITLE = "Extract for a conflicts assessment"
_RULE = (
    "Listed as likely bidders: organisations with a registered interest in the strand, and those of the private,"
    " voluntary, community or faith sector that proposed on it or answered a call. Whether they will bid is not known."
)


def compose_conflicts(found: FairPlay) -> Document:
    """Return the extract as a document."""
    return Document(
        title=f"{_TITLE}: {found.strand}",
        language="en-GB",
        running_head=found.board,
        state="For members and procurement officers",
        footnote="Not for publication.",
        subject=f"{found.strand}: interests, who took part, who was told what",
        author=found.board,
        blocks=tuple(_blocks(found)),
    )


def tables_of(found: FairPlay) -> list[tuple[str, Table]]:
    """Return the extract's tables, each with its name: the sheets of the workbook."""
    return [
        ("Interests", _connections(found.connections)),
        ("Likely bidders", _bidders(found.bidders)),
        ("Who took part", _took_part(found)),
        ("Papers", _papers(found)),
        ("Who was told what", _tellings(found)),
    ]


def _blocks(found: FairPlay) -> Iterator[Block]:
    yield Heading(f"{_TITLE}: {found.strand}", 1)
    stage = f"At the {found.stage.value} stage" if found.stage else "Before its first stage"
    yield Paragraph(words(f"{found.board}. {stage} on {short_date(found.today)}."), Tone.SUBTITLE)
    if found.reserved_to:
        yield said(f"The decision is reserved to {found.reserved_to}.")
    yield said(
        "What the board’s record says of this strand, for the assessment that is due before a tender notice"
        " (Procurement Act 2023 ss.81-83). Being named here is no finding against anybody."
    )
    named = {
        "Interests": "No interest in this strand is registered, and none was declared at an item on it.",
        "Likely bidders": "Nobody is listed.",
        "Who took part": "Nobody’s part in the planning is recorded.",
        "Papers": "No item on this strand had a paper.",
        "Who was told what": "Nothing stands in the register of what organisations were told.",
    }
    for name, whole in tables_of(found):
        # The workbook has a line for each; on paper a day with all who took part is read sooner.
        rows = _by_day(found) if name == "Who took part" else whole
        yield Heading(name, 2)
        if name == "Likely bidders":
            yield Paragraph(words(_RULE), Tone.SMALL)
        yield rows if rows.rows else said(named[name])
    yield Heading("Equal information", 2)
    yield from _unequal(found)


def _unequal(found: FairPlay) -> Iterator[Block]:
    """Say which likely bidders were told what others among them were not."""
    names = {one.id: one.name for one in found.bidders}
    if not names:
        yield said("There is nobody to compare.")
        return
    told: dict[UUID, dict[str, date]] = {}
    for one in found.tellings:
        what = ", ".join(filter(None, (one.kind.value.capitalize(), one.what)))
        told.setdefault(one.organisation_id, {}).setdefault(what, one.told_on)
    missing = told_more(told, list(names))
    if not missing:
        yield said("By the register, all of them were told the same.")
        return
    lines = [f"{what}: not told to {'; '.join(names[one] for one in ones)}." for what, ones in missing.items()]
    yield said("By the register, not all of them were told the same:", bold=True)
    yield BulletList(tuple(ListItem(words(line)) for line in lines))


def _connections(rows: tuple[Connection, ...]) -> Table:
    return table(
        (("Who", 24), ("Through", 20), ("Nature", 30), ("From and to, or declared", 26)),
        (
            (
                cell(one.who or one.organisation, heads_row=True),
                cell((one.organisation if one.who else "") or None),
                cell(one.nature),
                cell(_when(one)),
            )
            for one in rows
        ),
        "Interests in the strand: who, through whom, of what nature, and when",
    )


def _when(one: Connection) -> str | None:
    if one.recused is not None:
        took = "took no part" if one.recused else "took part"
        by = f", with a dispensation: {one.dispensation}" if one.dispensation else ""
        on = f"Declared on {short_date(one.declared_on)}" if one.declared_on else "Declared"
        return f"{on}; {took}{by}"
    since = f"from {short_date(one.starts)}" if one.starts else ""
    until = f"to {short_date(one.ends)}" if one.ends else ""
    return " ".join(filter(None, (since, until))) or None


def _bidders(rows: tuple[Bidder, ...]) -> Table:
    return table(
        (("Organisation", 30), ("Why it is listed", 36), ("First took part", 34)),
        (
            (
                marked((*badge(one.sector), Run(one.name))),
                cell("; ".join(one.why)),
                cell(_first(one)),
            )
            for one in rows
        ),
        "Likely bidders: why each is listed, and when it first took part",
    )


def _first(one: Bidder) -> str | None:
    if one.first is None:
        return None
    stage = f"at the {one.stage.value} stage" if one.stage else "before the first stage"
    return f"{short_date(one.first.on)}, {one.first.occasion.value}, {stage}"


def _took_part(found: FairPlay) -> Table:
    return table(
        (("Day", 16), ("Organisation", 34), ("How", 28), ("Stage", 22)),
        (
            (
                cell(short_date(part.on), heads_row=True),
                marked((*badge(part.sector), Run(part.organisation or part.sector.value))),
                cell(part.words or part.occasion.value),
                cell(stage_words(stage)),
            )
            for part, stage in found.parts
        ),
        "Who took part in planning the strand: day, organisation, how, at which stage",
    )


def _by_day(found: FairPlay) -> Table:
    days: dict[tuple[date, Stage | None], dict[str, list[str]]] = {}
    for part, stage in found.parts:
        who = days.setdefault((part.on, stage), {}).setdefault(part.words or part.occasion.value, [])
        who.append(part.organisation or part.sector.value)
    return table(
        (("Day", 18), ("Stage", 16), ("Who, and how", 66)),
        (
            (
                cell(short_date(day), heads_row=True),
                cell(stage_words(stage)),
                Cell(
                    tuple(
                        (Run(f"{how.capitalize()}: ", bold=True), Run("; ".join(dict.fromkeys(names)) + "."))
                        for how, names in ways.items()
                    )
                ),
            )
            for (day, stage), ways in days.items()
        ),
        "Who took part in planning the strand, by day and stage",
    )


def _papers(found: FairPlay) -> Table:
    return table(
        (("Paper", 34), ("For the meeting", 24), ("Organisations there", 42)),
        (
            (
                cell(" ".join(filter(None, (one.label, one.title, "(restricted)" * one.restricted))), heads_row=True),
                cell(", ".join(filter(None, (one.meeting, short_date(one.on) if one.on else "")))),
                cell("; ".join(one.organisations) or None),
            )
            for one in found.papers
        ),
        "Papers of the strand’s items, and the organisations that were there",
    )


def _tellings(found: FairPlay) -> Table:
    return table(
        (("Day", 16), ("Organisation", 34), ("What it was told", 34), ("By", 16)),
        (
            (
                cell(short_date(one.told_on), heads_row=True),
                marked((*badge(one.sector), Run(one.organisation))),
                cell(", ".join(filter(None, (one.kind.value.capitalize(), one.what)))),
                cell(one.how or None),
            )
            for one in found.tellings
        ),
        "The register of what organisations were told: day, organisation, what, by which way",
    )
