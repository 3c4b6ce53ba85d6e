"""Interests declared: under the items they concern, the others in a section of their own."""

from collections.abc import Iterator, Sequence

from boardroom.documents.blocks import Block, Heading, Paragraph, Tone, words
from boardroom.documents.compose.dates import clock
from boardroom.documents.compose.phrases import ended, joined, listed, upper_first
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Declaration
from boardroom.domain.presence import Moment
from boardroom.domain.quorum import quorum_at


def declarations_at(source: Source, item: AgendaItem) -> Iterator[Block]:
    """Give the declarations that concern an item, and whether the meeting was still quorate for it."""
    record = source.record
    ids = dict.fromkeys(row.declaration_id for row in source.under(record.declaration_items, "item_id", item.id))
    here = [one for one in record.declarations if one.id in ids] if ids else []
    for at, one in enumerate(here):
        last = at == len(here) - 1
        after = _still_quorate(source, item) if last and any(each.recused for each in here) else ""
        yield Paragraph(words(joined((_said(one), after))), Tone.ASIDE)
        yield from _translations(source, one)


def other_declarations(source: Source) -> Iterator[Block]:
    """Give the declarations that name no item, or one that isn't in the record."""
    record = source.record
    others = []
    for one in record.declarations:
        rows = source.under(record.declaration_items, "declaration_id", one.id)
        lost = [row.number for row in rows if source.item(row.item_id) is None]
        if lost or not rows:
            others.append((one, lost))
    if not others:
        return
    yield Heading("Declarations of interest", 2)
    for one, lost in others:
        where = f" in item {listed(lost)}" if any(lost) else ""
        if len(lost) > 1:
            where = f" in items {listed(lost)}"
        yield Paragraph(words(_said(one, where)), Tone.ASIDE)
        yield from _translations(source, one)


def _said(one: Declaration, where: str = "") -> str:
    """Return a declaration with what followed from it, in one sentence where it can be one."""
    opening, nature = f"{one.by} declared an interest{where}", one.nature.rstrip(". ")
    followed = _followed(one)
    if not followed:
        said = ended(joined((opening, nature), ": "))
    elif "(" in nature or ". " in nature or followed[0][:1].isupper():
        # Words that are sentences of their own stay so.
        said = f"{ended(joined((opening, nature), ': '))} {ended(_clauses([upper_first(followed[0]), *followed[1:]]))}"
    else:
        said = ended(_clauses([f"{opening} ({nature})" if nature else opening, *followed]))
    return joined((said, f"Dispensation: {ended(one.dispensation)}" if one.dispensation else ""))


def _followed(one: Declaration) -> list[str]:
    """Return what somebody with an interest did: `left the room at 14:20`, `took no part`."""
    effect = one.effect.rstrip(". ")
    if one.left_at and effect.casefold().startswith("left") and not any(figure.isdigit() for figure in effect):
        # That they left is said once, with its times.
        until = f"from {clock(one.left_at)} to {clock(one.returned_at)}" if one.returned_at else ""
        return [f"{effect}, {until or f'at {clock(one.left_at)}'}"]
    parts = [
        f"left the room at {clock(one.left_at)}" if one.left_at and clock(one.left_at) not in effect else "",
        effect or ("took no part" if one.recused else ""),
        f"returned at {clock(one.returned_at)}" if one.returned_at and clock(one.returned_at) not in effect else "",
    ]
    return [part for part in parts if part]


def _clauses(parts: Sequence[str]) -> str:
    """Return what somebody did, one thing after the other: `left at 14:20, took no part, and returned at 14:46`."""
    if " and " in parts[-1]:
        return ", ".join(parts)
    return listed(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])}, and {parts[-1]}"  # noqa: PLR2004 - two need no comma


def _translations(source: Source, one: Declaration) -> Iterator[Block]:
    """Give what was declared in another language, each field in its own paragraph."""
    for row in source.under(source.record.declaration_translations, "declaration_id", one.id):
        yield Paragraph(words(ended(f"{one.by}: {row.text}")), Tone.ASIDE, language=row.language)


def _still_quorate(source: Source, item: AgendaItem) -> str:
    """Say how the quorum stood while people with an interest took no part."""
    if len(source.record.boards) != 1:
        return ""
    found = quorum_at(source.room, source.record.boards[0], Moment(item_id=item.id))
    match found.quorate:
        case True:
            return f"The meeting remained quorate with {found.counted} voting members."
        case False:
            return f"There was no quorum for this item: {'; '.join(found.unmet)}."
        case _:
            return ""
