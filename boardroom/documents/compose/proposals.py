"""The table of proposals: who put them, what the board answered, and why."""

from collections.abc import Iterator, Sequence

from boardroom.documents.blocks import Block, Cell, Column, Heading, Span, Table, words
from boardroom.documents.compose.phrases import ended, joined, listed, upper_first
from boardroom.documents.compose.sectors import badge
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.proposals import Proposal, Proposer
from boardroom.domain.text import Run
from boardroom.domain.words import AnswerKind, MeetingStatus, ReasonCategory

WHY = {
    ReasonCategory.SPECIFICATION: "as it did not fit the specification",
    ReasonCategory.TIMETABLE: "as the timetable was too tight",
    ReasonCategory.COST: "on grounds of cost",
    ReasonCategory.EVIDENCE: "on grounds of evidence",
    ReasonCategory.DUPLICATE: "as already provided",
    ReasonCategory.POWERS: "as outside the board's powers",
    ReasonCategory.USERS: "because of what users said",
    ReasonCategory.FITS_PLAN: "as it fitted the plan",
}
"""Why a proposal was not simply taken up, as the sentence with the answer goes on."""


def proposals_at(source: Source, item: AgendaItem) -> list[Proposal]:
    """Return the proposals that came up at an item or were answered there."""
    record = source.record
    answered = {row.proposal_id for row in source.under(record.answers, "item_id", item.id)}
    if not answered:
        return source.under(record.proposals, "item_id", item.id)
    return [one for one in record.proposals if one.item_id == item.id or one.id in answered]


def other_proposals(source: Source) -> Iterator[Block]:
    """Give the proposals that stand under none of the meeting's items."""
    record = source.record
    elsewhere = {row.proposal_id for row in record.answers if source.item(row.item_id) is not None}
    others = [one for one in record.proposals if source.item(one.item_id) is None and one.id not in elsewhere]
    if others:
        yield Heading("Other proposals", 2)
        yield proposal_table(source, others)


def proposal_table(source: Source, proposals: Sequence[Proposal]) -> Table:
    """Return proposals with their answers as a table."""
    numbered = any(proposal.number for proposal in proposals)
    columns = (Column("Proposal", 54), Column("Answer and reason", 40))
    return Table(
        columns=(Column("No.", 6), *columns) if numbered else columns,
        rows=tuple(_row(source, proposal, numbered=numbered) for proposal in proposals),
        summary="Proposals, who put them, and the board's answers",
    )


def _row(source: Source, proposal: Proposal, *, numbered: bool) -> tuple[Cell, ...]:
    proposers = source.under(source.record.proposers, "proposal_id", proposal.id)
    marks = dict.fromkeys(mark for one in proposers for mark in badge(one.sector))
    by = listed([name for name in (_name(source, one) for one in proposers) if name])
    said: tuple[Span, ...] = (*marks, Run(joined((by, proposal.text), ": ")))
    cells = (
        Cell((said,), heads_row=not numbered, language=source.language),
        Cell(_answer(source, proposal), language=source.language),
    )
    return (Cell((words(proposal.number),), heads_row=True), *cells) if numbered else cells


def _name(source: Source, one: Proposer) -> str:
    """Return who put a proposal: person, role and organisation, as far as they are known."""
    name = source.person(one.person_id, one.name) or one.role
    return joined((name, source.organisation(one.organisation_id, one.organisation)), ", ")


def _answer(source: Source, proposal: Proposal) -> tuple[tuple[Span, ...], ...]:
    """Return the latest answer that this meeting gave."""
    answers = source.under(source.record.answers, "proposal_id", proposal.id)
    if not answers:
        # The public version can't tell an answer given in private from none.
        waits = source.record.meeting.status is not MeetingStatus.CONFIRMED and not source.record.left_out
        return (words("Not answered yet." if waits else "No answer recorded."),)
    last = answers[-1]
    what = upper_first(last.answer.value)
    to = f"to {last.deferred_to}" if last.answer is AnswerKind.DEFERRED and last.deferred_to else ""
    why = "" if last.answer is AnswerKind.ADOPTED else WHY.get(last.category, "")
    how = joined((to, why))
    lead: tuple[Span, ...] = (Run(what, bold=True), Run(f" {ended(how)}")) if how else (Run(f"{what}.", bold=True),)
    return ((*lead, Run(f" {ended(last.reason)}")) if last.reason else lead,)
