"""The form of a call as a document to write into with a word processor: a question in each row, room beside it."""

from collections.abc import Iterator

from boardroom.documents.blocks import Block, Cell, Column, Document, Heading, Paragraph, Table, Tone, words
from boardroom.documents.compose.form_words import HOW_IN_WORDS, asked_above, facts, heading, mark_of, title_of
from boardroom.domain.call_form import QUESTIONS, Asked, CallForm
from boardroom.domain.text import Run

_COLUMNS = (Column("Question", 34), Column("Your answer", 60))


def compose_form(form: CallForm) -> Document:
    """Return the form; what can be told of it stands in its text, nothing in its answers."""
    return Document(
        title=title_of(form),
        language="en-GB",
        blocks=tuple(_blocks(form)),
        running_head=form.board,
        state=heading(form),
        footnote=form.organisation,
        subject=mark_of(form),
        author=form.board,
    )


def _blocks(form: CallForm) -> Iterator[Block]:
    yield Heading(heading(form), 1)
    yield Paragraph((Run(form.question, bold=True),), keep_with_next=True)
    for fact in facts(form):
        yield Paragraph(words(fact))
    yield Paragraph(words(HOW_IN_WORDS), tone=Tone.SMALL)
    for section, questions in _sections():
        yield Heading(section, 2)
        for asked in questions:
            above = asked_above(asked, form)
            if above:
                yield Paragraph(words(above), keep_with_next=True)
        yield Table(
            columns=_COLUMNS,
            rows=tuple(_row(asked, form) for asked in questions),
            summary=f"{section}: questions, each with room for your answer beside it",
        )


def _sections() -> Iterator[tuple[str, list[Asked]]]:
    gathered: list[tuple[str, list[Asked]]] = []
    for asked in Asked:
        if QUESTIONS[asked].section:
            gathered.append((QUESTIONS[asked].section, []))
        gathered[-1][1].append(asked)
    yield from gathered


def _row(asked: Asked, form: CallForm) -> tuple[Cell, Cell]:
    question = QUESTIONS[asked]
    if asked is Asked.OUTCOMES and form.outcomes:
        names = tuple(words(f"☐ {name}") for name in form.outcomes.values())
        return Cell((words(question.label), words("Put an X before those that it serves.")), heads_row=True), Cell(
            names
        )
    lines = [words(question.label)]
    if question.hint:
        lines.append(words(question.hint))
    # Room to see where a long answer goes; it grows as one writes.
    return Cell(tuple(lines), heads_row=True), Cell(tuple(words("") for _ in range(question.lines)))
