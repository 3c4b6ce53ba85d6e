"""Documents to render: a page of minutes with every kind of block, hostile text in every field, and long ones."""

from collections.abc import Iterator
from dataclasses import replace

from boardroom.documents.blocks import (
    Badge,
    Block,
    BulletList,
    Callout,
    Cell,
    Chart,
    ChartKind,
    ChartRow,
    Column,
    Document,
    Fill,
    Heading,
    Link,
    ListItem,
    PageBreak,
    Paragraph,
    Series,
    Shape,
    SignatureLines,
    Span,
    Table,
    Tone,
    words,
)
from boardroom.domain.text import Run

LA = Badge("LA", "Local authority", Shape.SQUARE, "#0072B2", "#FFFFFF", "#0072B2")
HE = Badge("HE", "Health", Shape.SQUARE, "#56B4E9", "#000000", "#2A7FAF")
PB = Badge("PB", "Probation", Shape.SQUARE, "#FFFFFF", "#18211E", "#000000")
ED = Badge("ED", "Education", Shape.SQUARE, "#E69F00", "#000000", "#A06D00")
VO = Badge("VO", "Voluntary", Shape.PILL, "#009E73", "#000000", "#00805D")
CO = Badge("CO", "Community", Shape.PILL, "#CC79A7", "#000000", "#A9527F")
PV = Badge("PV", "Private", Shape.CUT, "#F0E442", "#000000", "#857C00")
SU = Badge("SU", "Service users", Shape.HEXAGON, "#D55E00", "#000000", "#B85000")


def cell(*lines: str | tuple[Span, ...], heads_row: bool = False) -> Cell:
    return Cell(tuple(words(line) if isinstance(line, str) else line for line in lines), heads_row=heads_row)


def present(badge: Badge, members: str, *bodies: str) -> tuple[Cell, ...]:
    return cell((badge, Run(badge.name)), heads_row=True), cell(members), cell(*bodies)


def proposal(number: str, badge: Badge, text: str, answer: str, reason: str) -> tuple[Cell, ...]:
    return cell(number, heads_row=True), cell((badge, Run(text))), cell((Run(answer, bold=True), Run(reason)))


def minutes_page() -> Document:
    """The page that the design shows, block by block."""
    return Document(
        title="Minutes of the 14th meeting",
        language="en-GB",
        running_head="Arrowmere Children and Young People’s Partnership",
        state="Draft, not yet confirmed",
        footnote="Public version. One item is restricted and is left out.",
        reference="Record 7f3a 91c4 e0d2",
        subject="Meeting on 3 December 2026",
        author="Arrowmere Children and Young People’s Partnership",
        blocks=(*_opening(), *_item()),
    )


def _opening() -> Iterator[Block]:
    yield Heading("Minutes of the 14th meeting", 1)
    held = "Held on Thursday 3 December 2026 at Tŷ Haul, Room 2, from 14:00 to 15:52"
    yield Paragraph(words(held), Tone.SUBTITLE)
    yield Heading("Present", 2)
    yield Table(
        columns=(Column("Sector", 20), Column("Members", 49), Column("For", 31)),
        rows=(
            present(LA, "Cllr Margaret Ashdown (chair), Cllr Llŷr Bowen, Priya Raman", "Arrowmere Council"),
            present(
                HE,
                "Beth Caradog, deputy for Dr Helen Fairweather; Owain Meredith",
                "Arrowmere Care Board;",
                "Border Community Health",
            ),
            present(
                ED,
                "Ruth Okonjo; Tom Brackley (from 14:18, minute 137)",
                "Harbour Lane Primary;",
                "Sixth Form College",
            ),
            present(VO, "Amina Yusuf; Daniel Firth", "Tŷ Cwtsh Families;", "Arrowmere Young Carers"),
            present(CO, "Heulwen Price", "Llan-y-dŵr Community Association"),
            present(PV, "Karen Whitlock (not for minute 138)", "Brightwater Care Ltd"),
            present(SU, "Ffion Davies; Jordan Ellis (remote)", "Youth Voice Arrowmere;", "Parent Carer Forum"),
        ),
        summary="Who was present, by sector",
    )
    yield Paragraph(
        (
            Run("Apologies", bold=True),
            Run(" Supt Colin Hartnell, West Border Police. "),
            Run("Absent", bold=True),
            Run(" Joseph Adeyemi, Canalside Residents’ Forum.\n"),
            Run("Quorum", bold=True),
            Run(" 13 of 15 voting members from 7 of 8 sectors; 8 members from 5 sectors were needed."),
        ),
        Tone.SMALL,
    )


def _item() -> Iterator[Block]:
    yield Heading("Short breaks for disabled children", 2, number="6", margin="138")
    yield Paragraph(
        words(
            "Karen Whitlock declared that Brightwater Care Ltd may bid for this service, left the room at 14:20 and "
            "took no part. The meeting remained quorate with 12 voting members."
        ),
        Tone.ASIDE,
    )
    yield Paragraph(
        words(
            "Priya Raman presented the draft strategy (papers 6A and 6B). Of 214 families asked, three in five wanted "
            "weekends. Ffion Davies said that young people had been asked after the timetable was drawn up, and asked "
            "for that to change. Owain Meredith reported 38 families waiting for sessions with a nurse."
        )
    )
    yield Table(
        columns=(Column("No.", 6), Column("Proposal", 54), Column("Answer and reason", 40)),
        rows=(
            proposal(
                "41",
                VO,
                "Tŷ Cwtsh Families: weekend sessions in two village halls, not only in town",
                "Adapted.",
                " Two villages from the first year; the halls to be costed first.",
            ),
            proposal(
                "43",
                CO,
                "Llan-y-dŵr Community Association: community minibus on Saturdays",
                "Deferred",
                " to 28 January 2027. Drivers’ insurance to be checked.",
            ),
            proposal(
                "44",
                SU,
                "Youth Voice Arrowmere: young people choose each term’s activities, with a budget",
                "Adopted.",
                " Written into the strategy as its fourth aim.",
            ),
        ),
        summary="Proposals put under this item",
    )
    yield Callout(
        label="Decision",
        number="2026/31",
        lead=words(
            "That the board recommends to the council the short breaks strategy 2027 to 2030, with weekend sessions in "
            "at least two villages from the first year and activities chosen each term by the young people who come."
        ),
        lines=(
            (
                Run("Moved by Amina Yusuf, seconded by Cllr Llŷr Bowen. "),
                Run("Carried by named vote, 10 to 1, with 1 abstention.", bold=True),
            ),
            words(
                "For: Cllr Ashdown, Cllr Bowen, Priya Raman; Beth Caradog, Owain Meredith; Amina Yusuf, Daniel Firth; "
                "Heulwen Price; Ffion Davies, Jordan Ellis. Against: Tom Brackley. Abstained: Ruth Okonjo."
            ),
            words("The decision is reserved to the council."),
        ),
    )
    yield Paragraph(
        words(
            "Tom Brackley asked that his dissent be recorded: the strategy says nothing of those aged 16 to 19 "
            "in college."
        )
    )
    yield Table(
        columns=(Column("Action", 6), Column("", 45), Column("Who", 32.5), Column("By", 16.5)),
        rows=(
            (
                cell("88", heads_row=True),
                cell("Cost two village halls with Llan-y-dŵr Community Association"),
                cell("Priya Raman, Arrowmere Council"),
                cell("15 January 2027"),
            ),
            (
                cell("89", heads_row=True),
                cell("Invite West Border Police to comment before specification"),
                cell("Cllr Margaret Ashdown, chair"),
                cell("Next meeting"),
            ),
        ),
        summary="Actions agreed under this item",
    )


def every_block(text: str = "words") -> Document:
    """A document in which the same words stand in every field of every kind of block."""
    run = words(text)
    badge = Badge(text[:40], text, Shape.PILL, "#009E73", "#000000", "#00805D")
    spans: tuple[Span, ...] = (Run(text), Run(text, bold=True), Run(text, italic=True), badge, Link(text, text))
    inner = BulletList((ListItem(run), ListItem(run)), numbered=True)
    return Document(
        title=text,
        language="en-GB",
        running_head=text,
        state=text,
        footnote=text,
        reference=text,
        subject=text,
        author=text,
        page_words=(text, text),
        blocks=(
            Heading(text, 1, number=text, margin=text),
            Heading(text, 2, number=text, margin=text),
            *(Paragraph(spans, tone) for tone in Tone),
            BulletList((ListItem(spans, (inner,)), ListItem(spans))),
            Table(
                (Column(text), Column(text, 3)),
                ((Cell((spans, run), heads_row=True), Cell((spans,))), (Cell((run,)), Cell((run, spans)))),
                summary=text,
            ),
            *charts(text),
            Callout(spans, text, text, (spans, run)),
            SignatureLines((text, text)),
            PageBreak(),
            Heading(text, 3, number=text, margin=text),
            Paragraph(run, keep_with_next=True),
        ),
    )


def charts(text: str = "words") -> tuple[Chart, ...]:
    """A chart of every kind, with the same words in every field."""
    badge = Badge(text[:40], text, Shape.HEXAGON, "#D55E00", "#000000", "#B85000")
    behind = Table((Column(text), Column(text)), ((cell(text, heads_row=True), cell(text)),), summary=text)
    return tuple(
        Chart(
            kind=kind,
            text=text,
            series=tuple(Series(text, fill) for fill in Fill),
            rows=(
                ChartRow(text, (0, 3, 5, 2, None, 1, 6), (text, text), badge),
                ChartRow(text, (2.5, None, 4), (text, "")),
                ChartRow(text, ()),
            ),
            columns=(text, text, "", text),
            table=behind,
        )
        for kind in ChartKind
    )


def long_minutes(items: int) -> Document:
    """Minutes of many items, about a page each, with the numbers counted on."""
    first, *_ = blocks = list(_item())
    assert isinstance(first, Heading)
    out: list[Block] = []
    for item in range(1, items + 1):
        out += [replace(first, number=str(item), margin=str(100 + item)), *blocks[1:], *blocks[1:3], blocks[4]]
    return replace(minutes_page(), blocks=(*_opening(), *out))


HOSTILE = (
    "a <b> c </b> & d",
    '<img src="/etc/passwd"> <script>alert(1)</script>',
    "<para>&bogus; &#0; <font color='nocolour'>",
    '=HYPERLINK("https://example.org") @SUM(A1) +1 -1 | x | y |',
    "# heading\n1. one\n- two\n    code\n> quoted\n---\n===\n```\nfence\n***bold*** _it_ ~~struck~~ \\",
    "https://example.org/<>\"' javascript:alert(1) [text](javascript:alert(1)) ![](x)",
    "abc \u202egnp.exe\u202c def \u2067rli \u2066lri \u2069 pdi",
    "Ŵŷ ẁ Ł ő ß → ⇒ ✓ ☐ 中文 עברית العربية \U0001f642 a\u0301\u0323",
    "(1) \\(2\\) \\ ) ( %s %(x)s {0} {{}} ]]> */ --> \\n",
    "",
    " \n\n  \t ",
)
