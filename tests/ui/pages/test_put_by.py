"""Who puts a proposal, taken from fields and lines again."""

from __future__ import annotations

from uuid import uuid4

from boardroom.domain.words import Sector
from boardroom.services.proposals import PutBy
from boardroom.store.queries.item_proposals import ProposerView
from boardroom.ui.pages.put_by import as_put, from_lines, renamed, said_by


def proposer(name: str, role: str, organisation: str) -> ProposerView:
    return ProposerView(
        id=uuid4(),
        name=name,
        role=role,
        organisation=organisation,
        organisation_id=None,
        person_id=None,
        sector=Sector.SERVICE_USERS,
    )


def test_a_role_beside_a_name_stays_whatever_else_is_changed() -> None:
    one = PutBy(name="Ffion Davies", role="Chair of the forum")
    assert renamed(one, "Ffion Davies") == one
    assert renamed(one, "Owain Rees") == PutBy(name="Owain Rees", role="Chair of the forum")


def test_a_role_that_stood_in_place_of_a_name_goes_when_a_name_comes() -> None:
    one = PutBy(role="Carers' lead")
    assert renamed(one, "Carers' lead") == one
    assert renamed(one, "Ruth Adler") == PutBy(name="Ruth Adler")


def test_a_line_that_was_there_keeps_its_person_and_sector_and_another_is_an_organisation() -> None:
    known = proposer("Ffion Davies", "Chair", "Ty Cwtsh")
    lines = f"{said_by(known)}\n\n Arrowmere Council \n"
    assert from_lines(lines, [known]) == [as_put(known), PutBy(organisation="Arrowmere Council")]
