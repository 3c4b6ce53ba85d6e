"""Owners are written as a secretary writes them, and become people and organisations where the file knows them."""

import pytest
from sqlalchemy.orm import Session

from boardroom.domain.people import Organisation, Person
from boardroom.domain.refusal import Refusal
from boardroom.services.actions import Owner
from boardroom.services.owners import owners_written
from boardroom.store.file import BoardFile


def written(board: BoardFile, *lines: str) -> list[Owner]:
    def known(session: Session) -> list[Owner]:
        session.add_all([Person(name="Priya Raman"), Organisation(name="Youth Voice", short_name="YV")])
        session.flush()
        return owners_written(session, lines)

    with board.writing("Look") as session:
        return known(session)


def test_an_owner_is_a_name_and_behind_a_comma_an_organisation(board: BoardFile) -> None:
    assert written(board, "Priya Raman, Youth Voice", " Priya   Raman ") == [
        Owner(name="Priya Raman", organisation="Youth Voice"),
        Owner(name="Priya Raman"),
    ]


def test_a_line_that_names_an_organisation_means_the_organisation(board: BoardFile) -> None:
    assert written(board, "YV", "Nobody knows") == [Owner(organisation="YV"), Owner(name="Nobody knows")]


def test_blank_lines_are_left_out(board: BoardFile) -> None:
    assert written(board, "", "  ", ",") == []


def test_a_hundred_owners_are_enough(board: BoardFile) -> None:
    with board.reading() as session:
        assert len(owners_written(session, ["Ann", " ", *["Beth"] * 99])) == 100
        with pytest.raises(Refusal, match="100 owners"):
            owners_written(session, ["Ann"] * 101)
