"""The report on early involvement: which sector came into which strand at which stage, and how that changed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from boardroom.documents.blocks import Block, Cell, Chart, ChartKind, ChartRow, Document, Fill, Heading, Series
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import listed
from boardroom.documents.compose.reports.frame import About, cell, marked, of, report, said, stage_words, table
from boardroom.documents.compose.sectors import badge, marked_name, sector_name
from boardroom.domain.stages import place_of
from boardroom.domain.words import Sector, Stage
from boardroom.store.queries.reports_early import Early, StrandFirsts

if TYPE_CHECKING:
    from boardroom.domain.involvement import First

_TITLE = "Early involvement"
_ACROSS = 4
_SERIES = (
    Series("Needs or before", Fill.SOLID),
    Series("Strategy", Fill.GREY),
    Series("Specification", Fill.HATCHED),
    Series("Procurement or later", Fill.CROSSED),
    Series("Not involved yet", Fill.EMPTY),
    Series("Never involved, too late", Fill.DASHED),
)
_YET, _NEVER = 4, 5
_NOTES = (
    (
        "A sector is involved in a strand when one of its organisations attended, spoke or proposed at an item on it, "
        "answered a call, or took part otherwise, with the evidence recorded. The first time counts."
    ),
    "Early means before specification. The stage is the one that the strand had reached on that day.",
)


def compose_early(figures: Early, about: About) -> Document:
    """Return the report on early involvement."""
    return report(about, _TITLE, _blocks(figures), _NOTES)


def _blocks(figures: Early) -> Iterator[Block]:
    if not figures.strands:
        yield said("The plan has no strands yet. A strand is one service being planned; with its stages and the items "
                   "on it, this report shows who came in when.")  # fmt: skip
        return
    whole = figures.early + figures.late + figures.never
    if whole:
        each = "each sector counted once in each strand"
        yield said(f"Involved before specification: {of(figures.early, whole)}, {each}.")
    else:
        yield said("No sector has taken part in a strand yet.")
    if not figures.sectors:
        return
    if figures.late:
        yield said(f"Involved only at specification or later: {figures.late}.")
    if figures.never:
        yield said(f"Never involved, and too late to be early: {figures.never}.")
    never = [_never(strand, figures) for strand in figures.strands if strand.past and strand.missing(figures.sectors)]
    for sentence in never:
        yield said(sentence, bold=True)
    yield Heading("First involvement by strand and sector", 2)
    for start in range(0, len(figures.strands), _ACROSS):
        yield _matrix(figures, figures.strands[start : start + _ACROSS])
    yield Heading("From year to year", 2)
    if figures.years:
        yield _years(figures)
    else:
        yield said("No sector was involved for the first time in this period.")
    if not figures.early + figures.late:
        return
    yield Heading("By what they were first involved", 2)
    yield table(
        (("Strand", 22), ("Sector", 20), ("First on", 20), ("Stage", 18), ("By", 32)),
        (row for strand in figures.strands for row in _firsts(strand)),
        "The first involvement of each sector in each strand",
    )


def _never(strand: StrandFirsts, figures: Early) -> str:
    missing = listed([sector_name(one) for one in strand.missing(figures.sectors)])
    return f"{strand.name} reached {strand.stage} without: {missing}."


def _matrix(figures: Early, strands: Sequence[StrandFirsts]) -> Chart:
    rows, cells = [], []
    for sector in figures.sectors:
        found = [_mark(strand, sector) for strand in strands]
        rows.append(
            ChartRow(
                sector_name(sector),
                tuple(mark for mark, _ in found),
                tuple(name for _, name in found),
                next(iter(badge(sector)), None),
            )
        )
        cells.append((marked(marked_name(sector)), *(cell(name) for _, name in found)))
    names = listed([strand.name for strand in strands])
    early = sum(one.early for strand in strands for one in strand.firsts.values())
    every = sum(len(strand.firsts) for strand in strands)
    return Chart(
        kind=ChartKind.MATRIX,
        text=f"Stage of first involvement of each sector in {names}: {early} of {every} came before specification.",
        series=_SERIES,
        columns=tuple(strand.name for strand in strands),
        rows=tuple(rows),
        table=table(
            (("Sector", 26), *((strand.name, 20) for strand in strands)),
            cells,
            f"Stage of first involvement by sector in {names}",
        ),
    )


def _mark(strand: StrandFirsts, sector: Sector) -> tuple[int, str]:
    first = strand.firsts.get(sector)
    if first is None:
        return (_NEVER, "Never") if strand.past else (_YET, "Not yet")
    place = max(place_of(first.stage), 0)
    return min(place, place_of(Stage.PROCUREMENT)), stage_words(first.stage)


def _years(figures: Early) -> Chart:
    rows, cells = [], []
    for year, one in figures.years.items():
        every = one.early + one.at_specification + one.later
        rows.append(
            ChartRow(str(year), (one.early, one.at_specification, one.later), (f"{of(one.early, every)} early",))
        )
        counts = (one.early, one.at_specification, one.later)
        cells.append((cell(year, heads_row=True), *(cell(number) for number in counts), cell(of(one.early, every))))
    return Chart(
        kind=ChartKind.STACKED,
        text="First involvements by year: " + "; ".join(f"{row.label}: {row.words[0]}" for row in rows) + ".",
        series=(
            Series("Before specification", Fill.SOLID),
            Series("At specification", Fill.HATCHED),
            Series("Later", Fill.CROSSED),
        ),
        rows=tuple(rows),
        table=table(
            (("Year", 16), ("Before specification", 22), ("At specification", 20), ("Later", 14), ("Early", 24)),
            cells,
            "First involvements by year and stage",
        ),
    )


def _firsts(strand: StrandFirsts) -> Iterator[tuple[Cell, ...]]:
    ordered: list[tuple[Sector, First]] = sorted(strand.firsts.items(), key=lambda one: (one[1].part.on, one[0]))
    for sector, first in ordered:
        by = first.part.words or first.part.occasion.value.capitalize()
        who = f"{by}: {first.part.organisation}" if first.part.organisation else by
        yield (
            cell(strand.name, heads_row=True),
            Cell((marked_name(sector),)),
            cell(short_date(first.part.on)),
            cell(stage_words(first.stage)),
            cell(who),
        )
