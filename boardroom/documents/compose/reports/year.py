"""The review of a year, or of any time: what the board met, was asked, decided and took on."""

from collections.abc import Iterator

from boardroom.documents.blocks import Block, Chart, ChartKind, ChartRow, Document, Fill, Heading, Series
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import upper_first
from boardroom.documents.compose.reports.frame import About, cell, days_words, of, report, said, stage_words, table
from boardroom.domain.words import ActionStatus
from boardroom.store.queries.reports_year import KINDS, Review

_TITLE = "Year in review"
_NOTES = (
    (
        "Meetings count by their first day, decisions and actions by their meeting's, or between meetings by the day "
        "of the decision, proposals by the day on which "
        "they were received or came up. The state of actions and answers is that of the last day."
    ),
)
_FILLS = (Fill.SOLID, Fill.HATCHED, Fill.GREY, Fill.CROSSED)


def compose_year(figures: Review, about: About) -> Document:
    """Return the review of a period."""
    return report(about, _TITLE, _blocks(figures), _NOTES)


def _blocks(figures: Review) -> Iterator[Block]:
    if not any(figures.whole(kind) for kind in KINDS):
        yield said("Nothing is recorded of this period.")
        return
    held, quorum = figures.whole("meetings"), figures.inquorate
    yield said(f"Meetings held: {held}{f', {quorum} of them without a quorum' if quorum else ''}.")
    yield said(f"Decisions: {figures.whole('decisions')}. Actions taken on: {figures.whole('actions')}.")
    if figures.undated:
        have = "One more action belongs" if figures.undated == 1 else f"{figures.undated} more actions belong"
        yield said(f"{have} to no meeting and no decision: no day is known, and no year counts it.")
    tally = figures.proposals.whole
    if tally.put:
        days = f", in {days_words(tally.median_days)} days (median)" if tally.days else ""
        fared = (
            f"answered {of(tally.answered, tally.due)}{days}" if tally.due else "withdrawn before an answer was needed"
        )
        yield said(f"Proposals put: {tally.put}; {fared}.")
        yield said(
            f"Adopted or adapted: {of(tally.agreed, tally.put)}. Fell to specification or timetable: {tally.too_late}."
        )
    if figures.calls:
        yield said(f"Calls for proposals opened: {figures.calls}.")
    if figures.early.strands:
        firsts = sum(one.early + one.at_specification + one.later for one in figures.early.years.values())
        soon = sum(one.early for one in figures.early.years.values())
        early = f"; before specification {of(soon, firsts)}" if firsts else ""
        yield said(f"Sectors involved in a strand for the first time: {firsts}{early}.")
    yield Heading("Quarter by quarter" if any(one.quarter for one in figures.by_span) else "Year by year", 2)
    yield _over_time(figures)
    yield from _results(figures)
    yield from _actions(figures)
    yield from _strands(figures)


def _over_time(figures: Review) -> Chart:
    rows, cells = [], []
    for span, counts in figures.by_span.items():
        name = span.name if span.year else "Without a date"
        numbers = tuple(counts.get(kind, 0) for kind in KINDS)
        rows.append(ChartRow(name, numbers))
        cells.append((cell(name, heads_row=True), *(cell(number) for number in numbers)))
    cells.append((cell("In all", heads_row=True), *(cell(figures.whole(kind)) for kind in KINDS)))
    totals = ", ".join(f"{figures.whole(kind)} {kind}" for kind in KINDS)
    return Chart(
        kind=ChartKind.BARS,
        text=f"Meetings, decisions, proposals and actions over time, in all {totals}.",
        series=tuple(Series(upper_first(kind), fill) for kind, fill in zip(KINDS, _FILLS, strict=True)),
        rows=tuple(rows),
        table=table(
            (("Time", 28), *((upper_first(kind), 18) for kind in KINDS)),
            cells,
            "Meetings, decisions, proposals and actions over time",
        ),
    )


def _results(figures: Review) -> Iterator[Block]:
    if not figures.results:
        return
    yield Heading("Decisions by result", 2)
    named = [(upper_first(one.value) if one else "Not stated", number) for one, number in figures.results.items()]
    yield Chart(
        kind=ChartKind.BARS,
        text="Decisions by result: " + "; ".join(f"{name} {number}" for name, number in named) + ".",
        series=(Series("Decisions", Fill.SOLID),),
        rows=tuple(ChartRow(name, (number,)) for name, number in named),
        table=table(
            (("Result", 40), ("Decisions", 60)),
            ((cell(name, heads_row=True), cell(number)) for name, number in named),
            "Decisions by result",
        ),
    )


def _actions(figures: Review) -> Iterator[Block]:
    if not figures.actions:
        return
    yield Heading("Actions", 2)
    whole = sum(figures.actions.values())
    yield said(
        f"Done: {of(figures.actions.get(ActionStatus.DONE, 0), whole)}. Overdue on the last day: {figures.overdue}."
    )
    yield table(
        (("Status", 40), ("Actions", 60)),
        (
            (cell(upper_first(one.value) if one else "Not stated", heads_row=True), cell(figures.actions[one]))
            for one in (*ActionStatus, None)
            if one in figures.actions
        ),
        "Actions by status",
    )


def _strands(figures: Review) -> Iterator[Block]:
    if not figures.entered:
        return
    yield Heading("Strands that moved on", 2)
    yield table(
        (("On", 22), ("Strand", 50), ("Entered", 28)),
        (
            (cell(short_date(one.on), heads_row=True), cell(one.strand), cell(stage_words(one.stage)))
            for one in figures.entered
        ),
        "Stages that strands entered",
    )
