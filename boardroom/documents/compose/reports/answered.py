"""The report on answers: what became of the proposals, how long it took, and what they fell to."""

from collections.abc import Iterator, Sequence

from boardroom.documents.blocks import (
    Block,
    Cell,
    Chart,
    ChartKind,
    ChartRow,
    Document,
    Fill,
    Heading,
    Paragraph,
    Series,
    Tone,
    words,
)
from boardroom.documents.compose.phrases import counted, upper_first
from boardroom.documents.compose.reports.frame import (
    ON_NO_STRAND,
    About,
    cell,
    days_words,
    marked,
    of,
    percent,
    place_words,
    report,
    said,
    table,
)
from boardroom.documents.compose.sectors import badge, marked_name, sector_name
from boardroom.domain.words import AnswerKind, ReasonCategory
from boardroom.store.queries.reports_answered import Answered, Tally

_TITLE = "What became of proposals"
_STATES: tuple[tuple[AnswerKind | None, Series], ...] = (
    (AnswerKind.ADOPTED, Series("Adopted", Fill.SOLID)),
    (AnswerKind.ADAPTED, Series("Adapted", Fill.HATCHED)),
    (AnswerKind.DEFERRED, Series("Deferred", Fill.GREY)),
    (AnswerKind.DECLINED, Series("Declined", Fill.CROSSED)),
    (AnswerKind.WITHDRAWN, Series("Withdrawn", Fill.DOTTED)),
    (None, Series("Waiting", Fill.EMPTY)),
)
_NOTES = (
    (
        "A proposal counts in the period in which it was received, or came up at a meeting. The latest answer "
        "counts; a deferral is an answer. Withdrawn proposals needed none."
    ),
    (
        "A proposal that several sectors put counts for each of them, and once in the whole. The stage is the one "
        "that its strand had reached when it was put."
    ),
    "Days run from when a proposal was put to its answer; half of the answers took no longer than the median.",
)


def compose_answered(figures: Answered, about: About) -> Document:
    """Return the report on answers."""
    return report(about, _TITLE, _blocks(figures), _NOTES)


def _blocks(figures: Answered) -> Iterator[Block]:
    whole = figures.whole
    if not whole.put:
        yield said("No proposals were put in this period.")
        return
    fared = f"answered: {of(whole.answered, whole.due)}" if whole.due else "withdrawn before an answer was needed"
    yield said(f"{upper_first(counted(whole.put, 'proposal'))} put; {fared}.")
    yield said(f"Adopted or adapted: {of(whole.agreed, whole.put)}.")
    if whole.days:
        promised = f" The terms of reference promise {figures.promised}." if figures.promised is not None else ""
        yield said(f"An answer took {days_words(whole.median_days)} days (median).{promised}")
    if whole.waiting:
        late = f", {whole.late} of them longer than the terms allow" if whole.late else ""
        yield said(f"Waiting for an answer: {whole.waiting}{late}.")
    if whole.too_late:
        yield said(
            f"Fell to the specification or the timetable: {of(whole.too_late, whole.states[AnswerKind.DECLINED])} "
            "declined proposals.",
            bold=True,
        )
    yield Heading("By sector", 2)
    yield Paragraph(
        words("Behind each bar stands the share that was adopted or adapted."), Tone.SMALL, keep_with_next=True
    )
    yield _by_sector(figures)
    yield Heading("By stage", 2)
    yield _by_stage(figures)
    yield from _reasons(figures)


def _by_sector(figures: Answered) -> Chart:
    rows = tuple(
        ChartRow(
            sector_name(sector), _counts(tally), (percent(tally.agreed, tally.put),), next(iter(badge(sector)), None)
        )
        for sector, tally in figures.by_sector.items()
    )
    cells = [(marked(marked_name(sector)), *_cells(tally)) for sector, tally in figures.by_sector.items()]
    cells.append((cell("Each proposal once", heads_row=True), *_cells(figures.whole)))
    return Chart(
        kind=ChartKind.STACKED,
        text="Proposals by sector and answer; behind each bar the share adopted or adapted: " + _spoken(rows),
        series=tuple(series for _, series in _STATES),
        rows=rows,
        table=table(_headers("Sector"), cells, "Proposals by sector: answers, days, and what they fell to"),
    )


def _by_stage(figures: Answered) -> Chart:
    stages = sorted(figures.by_stage.items(), key=lambda one: (one[0] == ON_NO_STRAND, one[0]))
    rows = tuple(
        ChartRow(place_words(place), _counts(tally), (percent(tally.agreed, tally.put),)) for place, tally in stages
    )
    return Chart(
        kind=ChartKind.STACKED,
        text="Proposals by the stage at which they were put; behind each bar the share adopted or adapted: "
        + _spoken(rows),
        series=tuple(series for _, series in _STATES),
        rows=rows,
        table=table(
            _headers("Stage"),
            ((cell(place_words(place), heads_row=True), *_cells(tally)) for place, tally in stages),
            "Proposals by stage: answers, days, and what they fell to",
        ),
    )


def _reasons(figures: Answered) -> Iterator[Block]:
    yield Heading("Why proposals were declined", 2)
    reasons = [one for one in ReasonCategory if figures.whole.reasons[one]]
    if not reasons:
        yield said("None was declined.")
        return
    rows = tuple(ChartRow(upper_first(one.value), (figures.whole.reasons[one],)) for one in reasons)
    yield Chart(
        kind=ChartKind.BARS,
        text="Declined proposals by reason: " + _spoken(rows),
        series=(Series("Declined", Fill.CROSSED),),
        rows=rows,
        table=table(
            (("Reason", 40), ("Declined", 60)),
            ((cell(upper_first(one.value), heads_row=True), cell(figures.whole.reasons[one])) for one in reasons),
            "Declined proposals by reason",
        ),
    )
    declined = [(sector, tally) for sector, tally in figures.by_sector.items() if tally.reasons]
    yield table(
        (
            ("Sector", 26),
            ("Declined", 14),
            ("Does not fit the specification", 22),
            ("Timetable too tight", 20),
            ("Other reasons", 18),
        ),
        (
            (
                marked(marked_name(sector)),
                cell(tally.reasons.total()),
                cell(tally.reasons[ReasonCategory.SPECIFICATION]),
                cell(tally.reasons[ReasonCategory.TIMETABLE]),
                cell(tally.reasons.total() - tally.too_late),
            )
            for sector, tally in declined
        ),
        "Declined proposals by sector and reason",
    )


def _counts(tally: Tally) -> tuple[float, ...]:
    return tuple(tally.states[state] for state, _ in _STATES)


def _headers(first: str) -> tuple[tuple[str, float], ...]:
    return (
        (first, 26),
        ("Put", 8),
        ("Answered", 18),
        ("Adopted or adapted", 19),
        ("Waiting", 12),
        ("Median days", 12),
        ("Told", 9),
        ("Fell to specification or timetable", 20),
    )


def _cells(tally: Tally) -> tuple[Cell, ...]:
    return (
        cell(tally.put),
        cell(of(tally.answered, tally.due)),
        cell(of(tally.agreed, tally.put)),
        cell(tally.waiting),
        cell(days_words(tally.median_days)),
        cell(tally.told),
        cell(tally.too_late),
    )


def _spoken(rows: Sequence[ChartRow]) -> str:
    parts = (
        f"{row.label} {sum(value or 0 for value in row.values):g}" + (f" ({row.words[0]})" if row.words else "")
        for row in rows
    )
    return "; ".join(parts) + "."
