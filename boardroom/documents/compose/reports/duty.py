"""The report on the duty to co-operate: were the statutory partners there, and what did they bring."""

from collections.abc import Iterator

from boardroom.documents.blocks import Block, Cell, Chart, ChartKind, ChartRow, Document, Fill, Heading, Series
from boardroom.documents.compose.reports.frame import About, cell, of, percent, report, said, table
from boardroom.documents.compose.sectors import badge
from boardroom.domain.text import Run
from boardroom.store.queries.reports_duty import Duty, Partner, Presences

_TITLE = "The duty to co-operate"
_SERIES = (
    Series("At every meeting", Fill.SOLID),
    Series("At some", Fill.HATCHED),
    Series("At none", Fill.EMPTY),
)
_EVERY, _SOME, _NONE = range(3)
_NOTES = (
    (
        "Statutory partners are those that the law obliges to co-operate (Children Act 2004 s.10(4)), as their record "
        "says, on the day of each meeting. Whoever came for a partner counts: a member, a deputy, an officer."
    ),
    "Contributions are points made, proposals put, and actions that the partner owns, or somebody who came for it.",
)


def compose_duty(figures: Duty, about: About) -> Document:
    """Return the report on the duty to co-operate."""
    return report(about, _TITLE, _blocks(figures), _NOTES)


def _blocks(figures: Duty) -> Iterator[Block]:
    if not figures.meetings:
        yield said("No meetings were held in this period.")
        return
    if not figures.partners:
        yield said(
            "No organisation is recorded as a statutory partner. Its own page, under Partners, says which it is."
        )
        return
    due, there = (sum(getattr(one.whole, name) for one in figures.partners) for name in ("due", "there"))
    yield said(
        f"Meetings: {sum(figures.meetings.values())}. Statutory partners: {len(figures.partners)}. "
        f"Their attendance: {of(there, due)}."
    )
    absent = [one.name for one in figures.partners if not one.whole.there]
    if absent:
        yield said(f"At no meeting: {'; '.join(absent)}.", bold=True)
    silent = [one.name for one in figures.partners if not (one.points or one.proposals or one.actions)]
    if silent:
        yield said(f"No contribution is recorded of: {'; '.join(silent)}.")
    yield Heading("Attendance over time", 2)
    yield _over_time(figures)
    yield Heading("Attendance and contributions", 2)
    yield _contributions(figures)


def _over_time(figures: Duty) -> Chart:
    spans = figures.spans
    rows, cells = [], []
    for one in figures.partners:
        found = [one.by_span.get(span) for span in spans]
        said_of = tuple(f"{each.there}/{each.due}" if each and each.due else "" for each in found)
        rows.append(ChartRow(one.name, tuple(map(_mark, found)), said_of, next(iter(badge(one.sector)), None)))
        cells.append((_name(one), *(cell(words or None) for words in said_of)))
    shares = "; ".join(f"{one.name} {percent(one.whole.there, one.whole.due)}" for one in figures.partners)
    names = tuple(span.name for span in spans)
    return Chart(
        kind=ChartKind.MATRIX,
        text=f"Attendance of statutory partners over time, in the whole period: {shares}.",
        series=_SERIES,
        columns=names,
        rows=tuple(rows),
        table=table(
            (("Partner", 30), *((name, 70 / len(names)) for name in names)),
            cells,
            "Meetings attended, of those due, by statutory partner and time",
        ),
    )


def _mark(found: Presences | None) -> int | None:
    if found is None or not found.due:
        return None
    if found.there == found.due:
        return _EVERY
    return _SOME if found.there else _NONE


def _contributions(figures: Duty) -> Chart:
    rows = tuple(
        ChartRow(
            one.name,
            (one.whole.there, one.points, one.proposals, one.actions),
            (),
            next(iter(badge(one.sector)), None),
        )
        for one in figures.partners
    )
    most = "; ".join(f"{one.name} {one.points}, {one.proposals}, {one.actions}" for one in figures.partners)
    return Chart(
        kind=ChartKind.BARS,
        text=f"Points made, proposals put and actions owned by each statutory partner: {most}.",
        series=(
            Series("Meetings attended", Fill.SOLID),
            Series("Points made", Fill.HATCHED),
            Series("Proposals put", Fill.GREY),
            Series("Actions owned", Fill.CROSSED),
        ),
        rows=rows,
        table=table(
            (
                ("Partner", 30),
                ("Attended", 18),
                ("Apologies", 12),
                ("Points", 10),
                ("Proposals", 12),
                ("Actions", 10),
            ),
            (
                (
                    _name(one),
                    cell(of(one.whole.there, one.whole.due)),
                    cell(one.whole.apologies),
                    cell(one.points),
                    cell(one.proposals),
                    cell(one.actions),
                )
                for one in figures.partners
            ),
            "Attendance and contributions by statutory partner",
        ),
    )


def _name(one: Partner) -> Cell:
    return Cell(((*badge(one.sector), Run(one.name)),), heads_row=True)
