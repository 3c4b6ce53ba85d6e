from datetime import date
from uuid import UUID

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ActionStatus
from boardroom.services import actions
from boardroom.services.actions import Owner
from boardroom.store.file import BoardFile
from boardroom.store.queries.item_actions import ActionView
from tests.services.item import Item


@pytest.fixture
def item(board: BoardFile) -> Item:
    return Item(board)


def give(item: Item, *owners: Owner) -> UUID:
    return item.do(
        actions.give_action, item.board_id, "Cost two halls", item_id=item.id, owners=owners, due_words="next meeting"
    ).id


def seen(item: Item) -> ActionView:
    (one,) = item.seen.actions
    return one


def test_a_new_action_gets_the_boards_next_number(item: Item) -> None:
    item.do(actions.give_action, item.board_id, "Visit the halls", number="A9")
    assert item.do(actions.give_action, item.board_id, "Cost two halls", number=None).number == "A10"
    assert not item.do(actions.give_action, item.board_id, "Ask the school", number="").number


def test_owners_whom_the_file_knows_are_rows_and_the_others_words(item: Item) -> None:
    give(
        item,
        Owner(name="amina yusuf", organisation="Families body"),
        Owner(organisation="Council body"),
        Owner(name="officers", organisation="the county"),
        Owner(name="all"),
    )
    shown = seen(item)
    assert [(one.name, one.organisation) for one in shown.owners] == [
        ("amina yusuf", "Families body"),
        ("", "Council body"),
    ]
    assert shown.owners[0].person_id is not None
    assert shown.owners[1].organisation_id is not None
    assert (shown.owner_role, shown.owner_organisation) == ("officers, all", "the county")


def test_an_unknown_person_of_a_known_organisation_is_not_lost(item: Item) -> None:
    give(item, Owner(name="the director", organisation="Council body"))
    assert (seen(item).owner_role, seen(item).owner_organisation) == ("the director", "Council body")


def test_an_action_is_changed_part_by_part(item: Item) -> None:
    action = give(item, Owner(name="Amina Yusuf"))
    item.do(actions.change_action, action, text="Cost three halls", due_on=date(2027, 3, 1), due_words="")
    assert [one.name for one in seen(item).owners] == ["Amina Yusuf"]
    item.do(actions.change_action, action, owners=[Owner(name="Owain Meredith")], number="7")
    shown = seen(item)
    assert (shown.text, shown.due_on, shown.due_words, shown.number) == ("Cost three halls", date(2027, 3, 1), "", "7")
    assert [one.name for one in shown.owners] == ["Owain Meredith"]
    with pytest.raises(Refusal, match="Write what is to be done"):
        item.do(actions.change_action, action, text="")


def test_what_became_of_an_action_stands_beside_what_was_minuted(item: Item) -> None:
    action = give(item)
    done = item.do(actions.update_action, action, ActionStatus.DONE, on=date(2027, 3, 1), words="Both costed.").id
    assert (seen(item).minuted, seen(item).status) == (ActionStatus.OPEN, ActionStatus.DONE)
    with pytest.raises(Refusal, match="mark it as dropped instead"):
        item.do(actions.remove_action, action)
    item.do(actions.remove_update, done)
    assert seen(item).status is ActionStatus.OPEN
    item.do(actions.remove_action, action)
    with pytest.raises(Refusal, match="That action isn't there any more"):
        item.do(actions.update_action, action, ActionStatus.DONE, on=date(2027, 3, 1))
