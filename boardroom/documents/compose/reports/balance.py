"""The report on the balance round the table: who was there, spoke, proposed, was adopted and owns actions."""

from collections.abc import Callable, Iterator

from boardroom.documents.blocks import Block, Chart, ChartKind, ChartRow, Document, Fill, Heading, Series
from boardroom.documents.compose.phrases import listed
from boardroom.documents.compose.reports.frame import About, cell, marked, percent, report, said, table
from boardroom.documents.compose.sectors import badge, marked_name, sector_name
from boardroom.domain.words import Sector
from boardroom.store.queries.reports_balance import Balance, Share

_TITLE = "The balance round the table"
_NOTES = (
    (
        "A sector spoke at an item where a point, a proposal or a mark in the room says that it was heard. Points are "
        "the contributions recorded by role and sector."
    ),
    (
        "A proposal or an action of several sectors counts for each of them. An action counts for the sector of its "
        "owner: of the organisation, or of the owner's seat."
    ),
    "Shares are of what has a sector; what has none recorded stands in the first table alone.",
)


def compose_balance(figures: Balance, about: About) -> Document:
    """Return the report on the balance round the table."""
    return report(about, _TITLE, _blocks(figures), _NOTES)


def _blocks(figures: Balance) -> Iterator[Block]:
    if not figures.meetings and not figures.proposals.whole.put:
        yield said("No meetings were held in this period, and no proposals were put.")
        return
    yield said(f"Meetings: {figures.meetings}. Proposals: {figures.proposals.whole.put}.")
    quiet = [sector_name(one) for one, share in figures.shares.items() if share.seats and not share.spoke]
    if quiet:
        yield said(f"With a voting seat, but not recorded as heard at any item: {listed(quiet)}.", bold=True)
    unheard = [
        sector_name(one) for one, share in figures.shares.items() if share.proposals.put and not share.proposals.agreed
    ]
    if unheard:
        yield said(f"None of their proposals was adopted or adapted: {listed(unheard)}.")
    yield Heading("By sector", 2)
    yield _by_sector(figures)
    yield Heading("Shares of the whole", 2)
    yield _shares(figures)


def _by_sector(figures: Balance) -> Chart:
    rows = tuple(
        ChartRow(
            sector_name(sector),
            (share.spoke, share.proposals.put, share.proposals.agreed, share.actions),
            (),
            next(iter(badge(sector)), None),
        )
        for sector, share in figures.shares.items()
    )
    spoken = "; ".join(
        f"{row.label} {', '.join(f'{value:g}' for value in row.values if value is not None)}" for row in rows
    )
    return Chart(
        kind=ChartKind.BARS,
        text=f"Items spoken at, proposals put, adopted or adapted, and actions owned, by sector: {spoken}.",
        series=(
            Series("Items spoken at", Fill.SOLID),
            Series("Proposals put", Fill.HATCHED),
            Series("Adopted or adapted", Fill.GREY),
            Series("Actions owned", Fill.CROSSED),
        ),
        rows=rows,
        table=table(
            (
                ("Sector", 26),
                ("Voting seats", 10),
                ("Meetings", 12),
                ("Items spoken at", 13),
                ("Points", 9),
                ("Proposals", 12),
                ("Adopted or adapted", 13),
                ("Actions", 10),
            ),
            (
                (
                    marked(marked_name(sector)),
                    *(
                        cell(number)
                        for number in (
                            share.seats,
                            share.meetings,
                            share.spoke,
                            share.points,
                            share.proposals.put,
                            share.proposals.agreed,
                            share.actions,
                        )
                    ),
                )
                for sector, share in figures.shares.items()
            ),
            "What each sector did, in numbers",
        ),
    )


def _shares(figures: Balance) -> Chart:
    """Set public bodies beside the others: the question that boards are asked."""
    public = (
        Sector.LOCAL_AUTHORITY,
        Sector.HEALTH,
        Sector.POLICE,
        Sector.PROBATION,
        Sector.EDUCATION,
        Sector.OTHER_PUBLIC,
    )
    groups = (
        ("Public bodies", Fill.SOLID, public),
        ("Voluntary, community, faith", Fill.HATCHED, (Sector.VOLUNTARY, Sector.COMMUNITY, Sector.FAITH)),
        ("Private", Fill.GREY, (Sector.PRIVATE,)),
        ("Service users", Fill.CROSSED, (Sector.SERVICE_USERS,)),
    )
    measures: tuple[tuple[str, Callable[[Share], int]], ...] = (
        ("Voting seats", lambda share: share.seats),
        ("Items spoken at", lambda share: share.spoke),
        ("Proposals put", lambda share: share.proposals.put),
        ("Adopted or adapted", lambda share: share.proposals.agreed),
        ("Actions owned", lambda share: share.actions),
    )
    rows, cells = [], []
    for name, figure in measures:
        numbers = [
            sum(figure(figures.shares[sector]) for sector in sectors if sector in figures.shares)
            for _, _, sectors in groups
        ]
        whole = sum(numbers)
        rows.append(
            ChartRow(name, tuple(round(100 * number / whole) if whole else 0 for number in numbers), (f"of {whole}",))
        )
        cells.append(
            (cell(name, heads_row=True), *(cell(f"{number} ({percent(number, whole)})") for number in numbers))
        )
    spoken = "; ".join(
        f"{row.label} {', '.join(f'{value:g}' for value in row.values if value is not None)}" for row in rows
    )
    return Chart(
        kind=ChartKind.STACKED,
        text=f"Per cent of {', '.join(name.lower() for name, _, _ in groups)}, in this order: {spoken}.",
        series=tuple(Series(f"{name}, %", fill) for name, fill, _ in groups),
        rows=tuple(rows),
        most=100,
        table=table(
            (("Of all", 22), *((name, 20) for name, _, _ in groups)),
            cells,
            "Shares of public bodies, voluntary and community bodies, private providers and service users",
        ),
    )
