"""Whether words say that somebody took no part."""

import pytest

from boardroom.exchange.recusal import took_no_part


@pytest.mark.parametrize(
    "effect",
    [
        "left the room for the item",
        "took no part in debate or vote",
        "Withdrew from the meeting.",
        "did not take part in the discussion",
        "having declared, stepped out",
        "Gadawodd y cyfarfod",
    ],
)
def test_who_left_or_took_no_part_is_recused(effect: str) -> None:
    assert took_no_part(effect)


@pytest.mark.parametrize(
    "effect",
    ["", "noted", "remained in the room", "did not leave the room", "spoke but did not vote", "stayed; others left"],
)
def test_who_stayed_is_not_recused(effect: str) -> None:
    assert not took_no_part(effect)
