from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from boardroom.domain.interests import Interest
from boardroom.domain.people import Organisation, Person
from boardroom.domain.refusal import Refusal
from boardroom.services.interests import change_interest, register_interest, remove_interest
from boardroom.store.file import BoardFile
from boardroom.store.queries import interests as find
from boardroom.store.undo import undo

ANN, BEN = uuid7(), uuid7()
OURS, THEIRS = uuid7(), uuid7()
JUNE = date(2026, 6, 30)


@pytest.fixture
def register(board: BoardFile) -> BoardFile:
    """Two people and two organisations."""
    with board.writing("Set up") as session:
        session.add_all([Person(id=ANN, name="Ann"), Person(id=BEN, name="Ben")])
        session.add_all([Organisation(id=OURS, name="Ours"), Organisation(id=THEIRS, name="Theirs")])
    return board


def registered(board: BoardFile, nature: str, **fields: Any) -> UUID:  # noqa: ANN401 - the service's
    with board.writing("Register interest") as session:
        return register_interest(session, nature=nature, **fields).id


def refused(board: BoardFile, sentence: str, work: Callable[[Session], object]) -> None:
    with pytest.raises(Refusal, match=sentence), board.writing("Register interest") as session:
        work(session)


def test_an_interest_is_registered_changed_ended_and_removed(register: BoardFile) -> None:
    one = registered(register, " Trustee\n", person_id=ANN, matter="Grants", declared_on=date(2026, 2, 1))
    days: dict[str, Any] = {"starts": date(2026, 1, 5), "ends": None, "declared_on": date(2026, 2, 2)}
    with register.writing("Change interest") as session:
        change_interest(session, one, nature="Chair of trustees", matter="All grants", **days)
    with register.writing("End interest") as session:
        change_interest(session, one, nature="Chair of trustees", matter="All grants", **days | {"ends": JUNE})
    with register.reading() as session:
        (row,) = find.interests_of_person(session, ANN)
        assert (row.nature, row.matter, row.starts, row.ends, row.declared_on) == (
            "Chair of trustees",
            "All grants",
            date(2026, 1, 5),
            JUNE,
            date(2026, 2, 2),
        )
    undo(register)
    with register.writing("Remove interest") as session:
        assert session.get_one(Interest, one).ends is None
        remove_interest(session, one)
    with register.reading() as session:
        assert list(find.interests_of_person(session, ANN)) == []


def test_an_entry_that_says_nothing_or_the_impossible_is_refused(register: BoardFile) -> None:
    refused(register, "whose interest", partial(register_interest, nature="Trustee"))
    refused(register, "what the interest is", partial(register_interest, nature=" ", person_id=ANN))
    refused(register, "person isn't", partial(register_interest, nature="Trustee", person_id=uuid7()))
    refused(register, "organisation isn't", partial(register_interest, nature="Trustee", organisation_id=uuid7()))
    backwards = partial(register_interest, starts=date(2026, 2, 1), ends=date(2026, 1, 31))
    refused(register, "before it starts, on 1 February", partial(backwards, nature="x", person_id=ANN))
    one = registered(register, "Trustee", person_id=ANN, starts=date(2026, 2, 1))
    backwards = partial(change_interest, starts=date(2026, 2, 1), ends=date(2026, 1, 31), declared_on=None)
    refused(register, "before it starts", partial(backwards, interest_id=one, nature="Trustee", matter=""))
    refused(register, "any more", partial(remove_interest, interest_id=uuid7()))


def test_the_register_is_read_by_person_and_by_organisation(register: BoardFile) -> None:
    registered(register, "Trustee", person_id=ANN, organisation_id=THEIRS, starts=date(2020, 1, 1))
    registered(register, "Once a governor", person_id=ANN, ends=date(2026, 3, 31))
    registered(register, "Holds the contract", organisation_id=OURS, starts=date(2025, 1, 1))
    registered(register, "Ben's shares", person_id=BEN, organisation_id=OURS)
    registered(register, "Theirs alone", organisation_id=THEIRS)
    with register.reading() as session:
        of_ours = {one.nature for one in find.interests_of_organisation(session, OURS)}
        assert of_ours == {"Holds the contract", "Ben's shares"}
        assert [one.nature for one in find.interests_of_person(session, ANN)] == ["Trustee", "Once a governor"]
