"""What a page says where a link leads to another board's thing, or to one that is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from boardroom.domain.words import Sector
from boardroom.services.actions import give_action
from boardroom.services.boards import add_organisation, create_board
from boardroom.services.proposals import PutBy, put_proposal
from boardroom.services.strands import add_strand
from boardroom.ui.links import link_to
from tests.ui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

ELSEWHERE = "That belongs to “Cwmbrân Partnership”, another board of this file."


def another_boards(session: Session) -> dict[str, UUID]:
    """Give another board of the file one thing of each kind."""
    board_id = create_board(session, "Cwmbrân Partnership").id
    add_organisation(session, "Cwmbrân Forum", Sector.COMMUNITY)
    put = put_proposal(session, board_id, "Later buses", [PutBy(organisation="Cwmbrân Forum")], received_on=TODAY)
    strand, action = add_strand(session, board_id, "Play"), give_action(session, board_id, "Ask for figures")
    return {"strand": strand.id, "action": action.id, "proposal": put.id}


@pytest.mark.parametrize("kind", ["strand", "action", "proposal"])
def test_a_link_to_another_boards_thing_says_whose_it_is(
    desk: Desk, show: Callable[..., Window], told: list[Said], kind: str
) -> None:
    things = desk.write("Add", another_boards)
    show(desk, link_to(kind, things[kind]))
    assert told[-1].text == ELSEWHERE


@pytest.mark.parametrize("kind", ["strand", "action", "proposal"])
def test_a_link_to_what_is_gone_says_that_it_is(
    desk: Desk, show: Callable[..., Window], told: list[Said], kind: str
) -> None:
    show(desk, link_to(kind, uuid4()))
    assert told[-1].text.endswith("any more.")
