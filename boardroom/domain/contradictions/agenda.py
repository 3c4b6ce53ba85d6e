"""Contradictions on the agenda: doubled numbers and labels, items that aren't there, items not taken with decisions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.amending import CARRIED
from boardroom.domain.contradictions.said import Contradiction, item_words, listed, shortened
from boardroom.domain.outline import outline
from boardroom.domain.record import MeetingRecord
from boardroom.domain.words import ItemState

if TYPE_CHECKING:
    from boardroom.domain.papers import Paper


def agenda_contradictions(record: MeetingRecord) -> Iterator[Contradiction]:
    """Tell what the agenda says against itself."""
    yield from _doubled(record.items)
    yield from _doubled_labels(record)
    yield from _circles(record)
    yield from _names_of_others(record)
    yield from _not_taken(record)


def _doubled(items: list[AgendaItem]) -> Iterator[Contradiction]:
    numbers: dict[str, list[AgendaItem]] = {}
    minute_numbers: dict[str, list[AgendaItem]] = {}
    for item in items:
        numbers.setdefault(item.number, []).append(item)
        minute_numbers.setdefault(item.minute_number, []).append(item)
    for found, called in ((numbers, "number"), (minute_numbers, "minute number")):
        for number, several in found.items():
            if number and len(several) > 1:
                titles = listed([f"“{shortened(item.title)}”" for item in several])
                sentence = f"{len(several)} items have the {called} {number}: {titles}."
                yield Contradiction(place=f"Item {several[0].number or number}", sentence=sentence, about=several[1].id)


def _doubled_labels(record: MeetingRecord) -> Iterator[Contradiction]:
    labels: dict[str, list[Paper]] = {}
    for paper in record.papers:
        labels.setdefault(paper.label, []).append(paper)
    for label, several in labels.items():
        if label and len(several) > 1:
            titles = listed([f"“{shortened(paper.title)}”" for paper in several])
            item = record.item_by_id.get(several[1].item_id)
            place = item_words(item) if item is not None else f"Paper {label}"
            sentence = f"{len(several)} papers have the label {label}: {titles}."
            yield Contradiction(place=place, sentence=sentence, about=several[1].id)


def _circles(record: MeetingRecord) -> Iterator[Contradiction]:
    if all(item.parent_id is None for item in record.items):
        return
    for place in outline(record.items):
        item = record.item_by_id[place.id]
        if item.parent_id is None or place.parent_id is not None:
            continue
        why = "itself" if item.parent_id in record.item_by_id else "an item that is not on the agenda"
        yield Contradiction(place=item_words(item), sentence=f"It stands under {why}.", about=item.id)


def _names_of_others(record: MeetingRecord) -> Iterator[Contradiction]:
    numbers = {number for item in record.items for number in (item.number, item.minute_number)}
    for item in record.items:
        if item.parent_words and item.parent_id is None and item.parent_words not in numbers:
            sentence = f"It is said to stand under item {item.parent_words}, which is not on the agenda."
            yield Contradiction(place=item_words(item), sentence=sentence, about=item.id)
        if item.taken_after and item.taken_after not in numbers:
            sentence = f"It is said to be taken after item {item.taken_after}, which is not on the agenda."
            yield Contradiction(place=item_words(item), sentence=sentence, about=item.id)


def _not_taken(record: MeetingRecord) -> Iterator[Contradiction]:
    for item in record.items:
        if item.state not in (ItemState.WITHDRAWN, ItemState.DEFERRED):
            continue
        if any(decision.item_id == item.id and decision.result in CARRIED for decision in record.decisions):
            sentence = f"The item is {item.state}, but has a decision that was carried."
            yield Contradiction(place=item_words(item), sentence=sentence, about=item.id)
