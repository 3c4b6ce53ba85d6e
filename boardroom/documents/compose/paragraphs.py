"""Minute text: its paragraphs and lists as blocks."""

from collections.abc import Iterator, Sequence

from boardroom.documents.blocks import Block, BulletList, ListItem, Paragraph, Span
from boardroom.documents.compose.source import Source
from boardroom.domain import agenda
from boardroom.domain.text import Run
from boardroom.domain.words import ParagraphForm, TextKind

_DEEPEST = 8
"""How far lists nest on paper; a record may claim any depth."""

_KEPT_BACK = Run("Not for the public: ", bold=True)


def minute_text(source: Source, rows: Sequence[agenda.Paragraph]) -> Iterator[Block]:
    """Give paragraphs as they stand; neighbouring bullets or numbers make one list, deeper ones nest in it.

    A note among them is no minute text and is never given.
    """
    rows = [row for row in rows if row.text_kind is TextKind.MINUTE]
    at = 0
    while at < len(rows):
        if rows[at].form is ParagraphForm.BODY:
            yield Paragraph(_spans(rows[at]), language=_language(source, rows[at]))
            at += 1
            continue
        end = at
        while end < len(rows) and rows[end].form is not ParagraphForm.BODY:
            end += 1
        yield from _lists(source, rows[at:end])
        at = end


def _lists(source: Source, rows: Sequence[agenda.Paragraph]) -> tuple[BulletList, ...]:
    """Return list paragraphs as lists; a row deeper than the one before belongs under that one."""
    lists: list[BulletList] = []
    entries: list[ListItem] = []
    at = 0
    form = rows[0].form if rows else ParagraphForm.BULLET
    while at < len(rows):
        row = rows[at]
        if row.form is not form:
            lists.append(BulletList(tuple(entries), numbered=form is ParagraphForm.NUMBERED))
            form, entries = row.form, []
        end = at + 1
        while end < len(rows) and _level(rows[end]) > _level(row):
            end += 1
        children = _lists(source, rows[at + 1 : end])
        entries.append(ListItem(_spans(row), children, _language(source, row)))
        at = end
    if entries:
        lists.append(BulletList(tuple(entries), numbered=form is ParagraphForm.NUMBERED))
    return tuple(lists)


def _level(row: agenda.Paragraph) -> int:
    return min(row.level, _DEEPEST)


def _spans(row: agenda.Paragraph) -> tuple[Span, ...]:
    return (_KEPT_BACK, *row.runs) if row.restricted else row.runs


def _language(source: Source, row: agenda.Paragraph) -> str:
    return row.language or source.language
