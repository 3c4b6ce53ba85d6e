"""The real records: every word that a reader of minutes looks for is in the minutes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardroom.documents.blocks import Table
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.text import clean_text
from tests.documents.conftest import RECORDS, Load
from tests.documents.reading import said

NAMES = sorted(path.stem for path in RECORDS.glob("*.json"))


def written(name: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(Path(RECORDS / f"{name}.json").read_text(encoding="utf-8"))
    return record


def looked_for(record: dict[str, Any]) -> Iterator[str]:
    """Give every title, number, point, decision, condition, tally, action and declaration of a record."""
    for item in record["agenda"]:
        yield item["title"]
        yield item.get("number") or ""
        yield item.get("minute_number") or ""
        yield item.get("paper") or ""
        yield from (text for texts in item.get("translations", {}).values() for text in texts.values())
        yield from (point["text"] for point in item.get("points", ()))
        for decision in item.get("decisions", ()):
            yield decision["text"]
            yield decision.get("number") or ""
            yield from (str(count) for count in (decision.get("votes") or {}).values() if count is not None)
            yield from decision.get("conditions", ())
            yield decision.get("recommended_to") or ""
        for action in item.get("actions", ()):
            yield action["text"]
            yield action.get("owner_role") or ""
    for declaration in record.get("declarations", ()):
        yield declaration["by"]
        yield declaration["nature"]
        yield declaration.get("effect") or ""
        yield from (text for texts in declaration.get("translations", {}).values() for text in texts.values())
    for line in record.get("attendance", ()):
        yield line.get("name") or ""
        yield line.get("role") or ""
        yield line.get("organisation") or ""


def bare(text: str) -> str:
    return clean_text(text).strip().rstrip(".").casefold()


def test_there_are_seventeen_records() -> None:
    assert len(NAMES) == 17


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("audience", Audience)
def test_minutes_hold_every_word_that_the_record_has(load: Load, name: str, audience: Audience) -> None:
    text = said(compose_minutes(load(name, audience), audience)).casefold()
    assert [words for words in looked_for(written(name)) if bare(words) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_action_stands_at_its_item_and_again_at_the_end(load: Load, name: str) -> None:
    document = compose_minutes(load(name, Audience.MEMBERS), Audience.MEMBERS)
    rows = [
        " ".join(run.text for cell in row for line in cell.lines for run in line if hasattr(run, "text"))
        for block in document.blocks
        if isinstance(block, Table) and "ctions" in block.summary
        for row in block.rows
    ]
    actions = [action["text"] for item in written(name)["agenda"] for action in item.get("actions", ())]
    assert [sum(text in row for row in rows) for text in actions] == [2] * len(actions)


@pytest.mark.parametrize("name", NAMES)
def test_composing_again_gives_the_same_document(load: Load, name: str) -> None:
    first, second = (compose_minutes(load(name, Audience.MEMBERS), Audience.MEMBERS) for _ in range(2))
    assert first == second
