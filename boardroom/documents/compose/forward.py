"""The forward plan on paper: what comes to which meeting, by strand and stage, and what has no meeting yet."""

from collections.abc import Iterator

from boardroom.documents.blocks import Block, Cell, Column, Document, Heading, Paragraph, Table, Tone, words
from boardroom.documents.compose.dates import long_date, short_date
from boardroom.documents.compose.phrases import counted, joined, upper_first
from boardroom.domain.audience import Audience
from boardroom.domain.words import ItemKind, Stage
from boardroom.store.queries.forward import ForwardItem, ForwardMeeting, ForwardPlan, StageToCome

_TITLE = "Forward plan"
_KINDS = {
    ItemKind.DECISION: "for decision",
    ItemKind.DISCUSSION: "for discussion",
    ItemKind.INFORMATION: "for information",
}


def compose_forward(plan: ForwardPlan, audience: Audience) -> Document:
    """Return the forward plan for an audience.

    Args:
        plan: as read for this audience.
        audience: who is to read it.
    """
    public = audience is Audience.PUBLIC
    return Document(
        title=joined((_TITLE, f"from {short_date(plan.today)}")),
        language="en-GB",
        blocks=tuple(_blocks(plan)),
        running_head=plan.board,
        state="" if public else "For members",
        footnote="Public version." if public else "",
        subject=f"{plan.board}: {_TITLE.lower()}, {short_date(plan.today)}",
        author=plan.board,
    )


def _blocks(plan: ForwardPlan) -> Iterator[Block]:
    yield Heading(_TITLE, 1)
    yield Paragraph(words(plan.board), Tone.SUBTITLE)
    yield Paragraph(words(f"As it stands on {short_date(plan.today)}."), Tone.SUBTITLE)
    if not plan.meetings:
        yield Paragraph(words("No meeting is planned."))
    for meeting in plan.meetings:
        yield Heading(_named(meeting), 2)
        if meeting.items:
            yield _table(meeting)
        yield Paragraph(words(_others(meeting)), Tone.SMALL)
    if plan.without:
        yield Heading("No meeting yet", 2)
        yield Paragraph(
            words("These stages are planned, and no planned meeting has an item on them before they begin.")
        )
        yield _stages(plan.without)


def _named(meeting: ForwardMeeting) -> str:
    day = long_date(meeting.day) if meeting.day is not None else "day not yet set"
    return joined((meeting.name or "Meeting", day), ", ")


def _others(meeting: ForwardMeeting) -> str:
    notice = f"Notice was given on {short_date(meeting.notice_given_on)}." if meeting.notice_given_on else ""
    if not meeting.items:
        others = "Nothing on a strand yet."
    else:
        others = upper_first(f"{counted(meeting.others, 'other item')}.") if meeting.others else ""
    return joined((others, notice))


def _table(meeting: ForwardMeeting) -> Table:
    columns = (Column("Item", 0.08), Column("Strand", 0.3), Column("Stage", 0.17), Column("What comes", 0.45))
    return Table(
        columns,
        tuple(_row(item) for item in meeting.items),
        summary=f"What comes to the {_named(meeting)}, by strand and stage.",
    )


def _row(item: ForwardItem) -> tuple[Cell, ...]:
    kind = _KINDS.get(item.kind, "") if item.kind is not None else ""
    secret = "restricted" if item.restricted else ""
    what = joined((item.title, joined((kind, secret), ", ")), ": ")
    return (_cell(item.number), _cell(item.strand, heads_row=True), _cell(_stage(item.stage)), _cell(what))


def _stages(without: tuple[StageToCome, ...]) -> Table:
    columns = (Column("Strand", 0.35), Column("Stage", 0.17), Column("To begin on", 0.24), Column("Last meeting", 0.24))
    rows = tuple(
        (
            _cell(one.strand, heads_row=True),
            _cell(_stage(one.stage)),
            _cell(short_date(one.planned) + (", late" if one.late else "")),
            _cell(short_date(one.by_day) if one.by_day is not None else "none planned in time"),
        )
        for one in without
    )
    return Table(columns, rows, summary="Stages that are planned and have no meeting yet, by their day.")


def _stage(stage: Stage | None) -> str:
    return stage.value.capitalize() if stage is not None else "–"


def _cell(text: str, *, heads_row: bool = False) -> Cell:
    return Cell((words(text),), heads_row=heads_row)
