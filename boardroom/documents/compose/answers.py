"""The answers to one partner: what you proposed, what was decided and why, what was asked of you and for you.

Source: product.md A5; glossary, "answers" ("you said, we decided"). A partner without Boardroom reads it.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from boardroom.documents.blocks import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Span,
    Table,
    Tone,
    words,
)
from boardroom.documents.compose.dates import short_date
from boardroom.documents.compose.phrases import counted, ended, joined, listed, number_word, upper_first
from boardroom.documents.compose.proposals import WHY
from boardroom.documents.compose.sectors import badge
from boardroom.domain.text import Run
from boardroom.domain.words import ActionStatus, AnswerKind
from boardroom.store.queries.partner_answers import ActionTold, AnswerTold, PartnerAnswers, ProposalTold

_NOT_STATED = "Not stated"


def compose_answers(told: PartnerAnswers) -> Document:
    """Return the answers to one partner as a document."""
    title = f"Answers to {told.organisation}"
    return Document(
        title=title,
        language=told.language,
        blocks=tuple(_blocks(told)),
        running_head=told.board,
        state=short_date(told.today),
        footnote=_footnote(told),
        subject=f"What {told.organisation} proposed to {told.board}, and what became of it",
        author=told.board,
    )


def _blocks(told: PartnerAnswers) -> Iterator[Block]:
    yield Heading("What you proposed, and what became of it", 1)
    yield Paragraph((*badge(told.sector), Run(told.organisation)), tone=Tone.SUBTITLE)
    yield Paragraph(words(_sum(told)))
    if told.left_out:
        yield Paragraph(words("What the board dealt with as restricted matter is left out of this document."))
    if told.proposals:
        yield Heading("Your proposals", 2)
    for one in told.proposals:
        yield from _proposal(told, one)
    if told.asked_of_it:
        yield Heading("What was asked of you", 2)
        yield _actions(told.asked_of_it, "What you were asked to do, and by when", named=False)
    if told.asked_for_it:
        yield Heading("What was asked of others for you", 2)
        yield _actions(told.asked_for_it, "What others were asked to do for your proposals, and by when", named=True)


def _sum(told: PartnerAnswers) -> str:
    """Say in a sentence how many were put, and what became of them."""
    many = len(told.proposals)
    since = f" since {short_date(told.since)}" if told.since is not None else ""
    if not many:
        return f"{told.board} has nothing new to tell you{since} about what you proposed."
    if told.since is not None:
        late = ", or before without your being told," if any(map(told.is_late, told.proposals)) else ""
        put = f"{upper_first(counted(many, 'proposal'))} of yours to {told.board}"
        what = f"{put} were answered{since}{late} or still wait"
        what = what.replace(" were ", " was ").replace("still wait", "still waits") if many == 1 else what
    else:
        what = f"You put {counted(many, 'proposal')} to {told.board}"
    states = [one.answer.answer if one.answer is not None else None for one in told.proposals]
    parts = [f"{number_word(states.count(kind))} {kind.value}" for kind in AnswerKind if kind in states]
    waiting = sum(one.answer is None and not one.withheld for one in told.proposals)
    parts += [f"{number_word(waiting)} not answered yet"] if waiting else []
    return f"{what}: {listed(parts)}." if parts else f"{what}."


def _proposal(told: PartnerAnswers, one: ProposalTold) -> Iterator[Block]:
    called = f"Proposal {one.number}" if one.number else "Proposal"
    yield Heading(f"{called}: {one.title}" if one.title else called, 3)
    yield Paragraph(words(_put(one)), tone=Tone.SMALL, keep_with_next=True)
    for line in filter(None, map(str.strip, one.text.split("\n"))):
        yield Paragraph(words(line))
    if one.considered:
        yield Paragraph(words(_considered(one)), tone=Tone.SMALL, keep_with_next=True)
    yield _answer(told, one)


def _put(one: ProposalTold) -> str:
    """Say when it was put, with whom, and at which stage the strand was."""
    when = f"on {short_date(one.asked_on)}" if one.asked_on is not None else ""
    together = f"together with {listed(one.together_with)}" if one.together_with else ""
    said = ended(joined(("You put it", when, together)))
    if one.strand and one.stage is not None:
        said = f"{said} {upper_first(one.strand)} was at the {one.stage.value} stage then."
    elif one.strand:
        said = f"{said} It belongs to {one.strand}."
    return f"{said} It takes up your proposal {one.takes_up} again." if one.takes_up else said


def _considered(one: ProposalTold) -> str:
    at = [
        joined((f"on {short_date(day)}" if day is not None else "", f"under “{item}”")) for day, item in one.considered
    ]
    return f"The board considered it {listed(at)}."


def _answer(told: PartnerAnswers, one: ProposalTold) -> Callout:
    answer = one.answer
    if answer is None:
        lead = "No answer that this document can tell." if one.withheld else "Not answered yet."
        lines = () if one.withheld else _promised(told, one)
        return Callout(words(lead, bold=True), label="Answer", lines=lines)
    why = "" if answer.answer is AnswerKind.ADOPTED else WHY.get(answer.category, "")
    lead = joined((f"{upper_first(answer.answer.value)}{_until(answer)}", why), ", " if why.startswith("as ") else " ")
    return Callout(words(ended(lead), bold=True), label="Answer", lines=tuple(_lines(answer)))


def _until(answer: AnswerTold) -> str:
    return f" to {answer.deferred_to}" if answer.answer is AnswerKind.DEFERRED and answer.deferred_to else ""


def _lines(answer: AnswerTold) -> Iterator[tuple[Span, ...]]:
    for line in filter(None, map(str.strip, answer.reason.split("\n"))):
        yield words(line)
    if answer.decision:
        called = f"By decision {answer.decision_number}: " if answer.decision_number else "By decision: "
        yield words(ended(f"{called}{' '.join(answer.decision.split())}"))
    given = f"Answered on {short_date(answer.on)}" if answer.on is not None else ""
    told = f"you were told on {short_date(answer.told_on)}" if answer.told_on is not None else ""
    if given or told:
        yield words(ended(upper_first(joined((given, told), "; "))))


def _promised(told: PartnerAnswers, one: ProposalTold) -> tuple[tuple[Span, ...], ...]:
    """Say until when an answer was promised, and own up where that day has gone by."""
    if told.promised_days is None or one.asked_on is None:
        return ()
    due = one.asked_on + timedelta(days=told.promised_days)
    if due < told.today:
        waited = (told.today - one.asked_on).days
        return (words(f"The board promised an answer within {told.promised_days} days. You have waited {waited}."),)
    return (words(f"The board promised an answer within {told.promised_days} days, by {short_date(due)}."),)


def _actions(actions: Sequence[ActionTold], summary: str, *, named: bool) -> Table:
    columns = [Column("Action", 50)]
    columns += [Column("Who", 26)] if named else []
    columns += [Column("By", 18), Column("State", 14)]
    return Table(columns=tuple(columns), rows=tuple(_row(one, named=named) for one in actions), summary=summary)


def _row(one: ActionTold, *, named: bool) -> tuple[Cell, ...]:
    what = [words(joined((one.number, one.text)))]
    if one.proposal:
        what.append(words(f"For proposal {one.proposal}"))
    due = short_date(one.due_on) if one.due_on is not None else ""
    by = f"{due} ({one.due_words})" if due and one.due_words else due or upper_first(one.due_words) or _NOT_STATED
    return (
        Cell(tuple(what), heads_row=True),
        *([Cell((words(one.owner or _NOT_STATED),))] if named else []),
        Cell((words(by),)),
        Cell((words(upper_first((one.status or ActionStatus.OPEN).value)),)),
    )


def _footnote(told: PartnerAnswers) -> str:
    whole = f"For {told.organisation}"
    return f"{whole} only: holds restricted matter." if told.restricted else f"{whole}."
