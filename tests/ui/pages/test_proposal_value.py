"""A proposal's value on its own page: typed by keyboard, refused at the field, free when minutes are sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from boardroom.domain.value import Costed, Estimated
from boardroom.services.estimates import serve_outcomes
from boardroom.store.file import BoardFile
from boardroom.store.queries.proposal_list import Wanted, proposals_page
from boardroom.store.queries.proposal_page import proposal_page
from boardroom.store.queries.proposal_value import ProposalValue, proposal_value
from boardroom.ui.links import Link
from boardroom.ui.pages.proposals import ProposalsPage
from tests.ui.conftest import TODAY, DeskOfThatDay
from tests.ui.pages.by_ear import unnamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.kit.field import Field
    from boardroom.ui.pages.proposals_detail import ProposalDetail
    from boardroom.ui.window import Window

HALLS = "41"


def proposal_id(desk: Desk, number: str) -> UUID:
    wanted = Wanted(board_id=desk.board_id)
    return next(one.id for one in desk.read(proposals_page, wanted, TODAY, limit=1000) if one.number == number)


def kept(desk: Desk, number: str = HALLS) -> ProposalValue:
    found = desk.read(proposal_value, proposal_id(desk, number))
    assert found is not None
    return found


def opened(desk: Desk, show: Callable[..., Window], number: str = HALLS) -> ProposalDetail:
    page = show(desk, Link("proposals", "proposal", proposal_id(desk, number))).current_page()
    assert isinstance(page, ProposalsPage)
    return page.detail


@pytest.fixture
def detail(desk: Desk, show: Callable[..., Window]) -> ProposalDetail:
    return opened(desk, show)


def write(field: Field[Any], words: str) -> None:
    """Type into a field by keyboard, in the place of what stands there, and leave it with Tab."""
    field.setFocus()
    QTest.keyClick(field.control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.control, Qt.Key.Key_Delete)
    QTest.keyClicks(field.control, words)
    field.commit()
    QApplication.processEvents()


def test_what_stands_there_is_shown(desk: Desk, detail: ProposalDetail) -> None:
    value, seen = detail.value, kept(desk)
    assert [one.value for one in value.estimate.fields[:6]] == [seen.estimate.who, 63, "5", "7.5", "9", "0 to 10"]
    assert value.cost.value.startswith("£")
    assert {one for one, tick in value.ticks.items() if tick.value} == seen.served
    assert any("£148 for each person a year" in one.text() for one in value.findChildren(QLabel))
    assert not unnamed(detail)
    # Nothing in the column is wider than the column.
    assert detail.horizontalScrollBar().maximum() == 0


def test_the_case_and_the_cost_are_written_and_undone(desk: Desk, detail: ProposalDetail, told: list[Said]) -> None:
    value, before = detail.value, kept(desk)
    write(value.helps, "Carers in the hills")
    write(value.needs, "A key to the hall")
    write(value.interests, "none")
    write(value.cost, "12.5k")
    write(value.months, "24")
    write(value.people, "50")
    after = kept(desk)
    assert (after.helps, after.needs, after.interests) == ("Carers in the hills", "A key to the hall", "none")
    assert after.cost == Costed(pence=1_250_000, months=24, people=50)
    assert value.cost.line.text() == "£12,500"
    assert told[-1].text == "Say what proposal 41 costs"
    for _ in range(6):
        desk.undo()
    assert kept(desk) == before
    assert value.helps.value == before.helps


def test_figures_are_kept_in_thousandths_exactly(desk: Desk, detail: ProposalDetail) -> None:
    write(detail.value.estimate.typical, "7.125")
    write(detail.value.estimate.words, "At last.")
    seen = kept(desk).estimate
    assert (seen.typical, seen.words) == (7125, "At last.")
    assert detail.value.estimate.typical.line.text() == "7.125"


@pytest.mark.parametrize(
    ("part", "written", "sentence"),
    [
        ("estimate.lowest", "9.5", "The lowest estimate is above the typical one."),
        ("estimate.highest", "1.2345", "“1.2345” is no number; write figures only, such as 7 or 7.5."),
        ("estimate.typical", "9999999", "The typical estimate is above the highest one."),
        ("estimate.asked", "-1", "That isn't a whole number from 0 to 1000000000."),
        ("cost", "EUR 500", "“EUR 500” is not in pounds; write the sum in pounds, such as 12,500."),
        ("cost", "-5", "A sum can’t be below 0."),
        ("months", "0", "That isn't a whole number from 1 to 600."),
        ("people", "some", "That isn't a whole number from 1 to 1000000000."),
        ("measured.scale", "hours a week", "Write a figure first: the scale says what figures mean."),
    ],
)
def test_what_can_not_be_meant_is_refused_at_its_field(
    desk: Desk, detail: ProposalDetail, part: str, written: str, sentence: str
) -> None:
    before = kept(desk)
    field: Any = detail.value
    if part.startswith("measured"):
        detail.value.measure.click()
    for name in part.split("."):
        field = getattr(field, name)
    write(field, written)
    assert field.wrong == sentence
    assert field.typed() == written
    assert kept(desk) == before


def test_a_text_longer_than_the_form_takes_is_refused_at_its_field(desk: Desk, detail: ProposalDetail) -> None:
    detail.value.helps.edit.setPlainText("long " * 3000)
    detail.value.helps.commit()
    assert detail.value.helps.wrong == "This holds 14,999 letters; 10,000 are the most."
    assert kept(desk).helps != detail.value.helps.typed()


def test_figures_that_only_fit_together_are_kept_together(desk: Desk, detail: ProposalDetail) -> None:
    fields = detail.value.estimate
    for field, written in ((fields.lowest, "11"), (fields.typical, "12"), (fields.highest, "13.5")):
        write(field, written)
    seen = kept(desk).estimate
    assert (seen.lowest, seen.typical, seen.highest) == (11_000, 12_000, 13_500)
    assert not any(field.dirty or field.wrong for field in fields.fields)
    assert [field.typed() for field in (fields.lowest, fields.typical, fields.highest)] == ["11", "12", "13.5"]


def test_what_is_measured_later_stands_beside_the_estimate(desk: Desk, detail: ProposalDetail) -> None:
    before = kept(desk).estimate
    assert not detail.value.measured.isVisibleTo(detail)
    detail.value.measure.click()
    assert QApplication.focusWidget() is detail.value.measured.who.line
    write(detail.value.measured.typical, "6")
    after = kept(desk)
    assert after.estimate == before
    # On the same scale, unless another one is said.
    assert after.later == Estimated(typical=6000, scale=before.scale, actual=True)
    write(detail.value.measured.typical, "")
    assert kept(desk).later is None


def test_outcomes_are_ticked_and_unticked(desk: Desk, detail: ProposalDetail) -> None:
    before = kept(desk)
    for outcome_id, tick in detail.value.ticks.items():
        QTest.keyClick(tick.box, Qt.Key.Key_Space)
        assert (outcome_id in kept(desk).served) is (outcome_id not in before.served)
    # Another window's tick is seen.
    desk.write("Serve nothing", serve_outcomes, proposal_id(desk, HALLS), [])
    assert not any(tick.value for tick in detail.value.ticks.values())


def test_every_field_is_saved_when_another_proposal_is_chosen(desk: Desk, detail: ProposalDetail) -> None:
    assert set(detail.value.fields) <= set(detail.fields)
    detail.value.helps.edit.setPlainText("Typed and not left")
    other = desk.read(proposal_page, proposal_id(desk, "38"), TODAY)
    assert other is not None
    detail.show_proposal(other)
    assert kept(desk).helps == "Typed and not left"
    assert kept(desk, "38").helps != "Typed and not left"
    assert detail.value.helps.value == kept(desk, "38").helps


def test_sealed_minutes_lock_the_wording_and_leave_the_value_free(desk: Desk, show: Callable[..., Window]) -> None:
    wanted = Wanted(board_id=desk.board_id)
    pages = (desk.read(proposal_page, one.id, TODAY) for one in desk.read(proposals_page, wanted, TODAY, limit=1000))
    sealed = next(one for one in pages if one is not None and one.origin is not None and one.origin.sealed)
    detail = opened(desk, show, sealed.proposal.number)
    assert detail.text.edit.isReadOnly()
    assert not detail.value.helps.edit.isReadOnly()
    write(detail.value.helps, "Those who live far out")
    write(detail.value.estimate.lowest, "1")
    write(detail.value.cost, "100")
    after = kept(desk, sealed.proposal.number)
    assert after.helps == "Those who live far out"
    assert (after.estimate.lowest, after.cost.pence) == (1000, 10_000)


def test_in_a_file_that_is_only_read_nothing_is_typed(desk: Desk, show: Callable[..., Window]) -> None:
    # Somebody else, here the desk of the fixture, has it open to write.
    with BoardFile.open(desk.file.path, who="Bea") as second:
        reader = DeskOfThatDay(second, desk.board_id)
        assert reader.read_only
        value = opened(reader, show).value
        for field in (value.helps, value.estimate.lowest, value.cost):
            QTest.keyClicks(field.control, "5")
            assert field.control.accessibleDescription() == reader.read_only
            assert not field.dirty
        assert not any(tick.box.isEnabled() for tick in value.ticks.values())
        assert not value.measure.isEnabled()
