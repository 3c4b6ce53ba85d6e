"""Forms among the files that came in: each told before it is taken in, taken in as one step off the GUI thread."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from boardroom.documents.form_making import form_as_pdf
from boardroom.domain.call_form import Asked, CallForm
from boardroom.domain.proposals import Proposal
from boardroom.exchange.arriving import ArrivalKind
from boardroom.ui.desk import Desk, Said
from boardroom.ui.kit.jobs import CancelledError
from boardroom.ui.pages.arrivals import ArrivalsPage
from boardroom.ui.pages.arrivals_work import look_at_all
from tests.make_forms import SAID, a_call, a_form, filled, printed

Show = Callable[[type[ArrivalsPage]], ArrivalsPage]


@pytest.fixture
def form(desk: Desk) -> CallForm:
    """Give the form of a call of the board."""
    with desk.file.writing("Open a call") as session:
        call = a_call(session, board_id=desk.board_id)
        (form,) = printed(session, call)
    return form


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def look(qtbot: QtBot, page: ArrivalsPage, *paths: Path) -> None:
    page.show()
    page.take_files(paths)
    qtbot.waitUntil(lambda: not page.bar.is_busy and len(page.arrivals) >= len(paths), timeout=60_000)


def count(desk: Desk) -> int:
    return desk.read(lambda session: session.scalar(select(func.count()).select_from(Proposal))) or 0


def fates(page: ArrivalsPage) -> list[str]:
    return [page.view.model().index(at, 2).data() for at in range(page.view.topLevelItemCount())]


def test_a_form_tells_what_it_says_and_becomes_a_proposal(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot, shown: Show, desk: Desk, form: CallForm, tmp_path: Path, told: list[Said]
) -> None:
    page = shown(ArrivalsPage)
    look(qtbot, page, saved(tmp_path, "form.pdf", filled(form)))
    assert [one.kind for one in page.arrivals] == [ArrivalKind.FORM]
    (fate,) = fates(page)
    assert fate.startswith("Becomes a proposal of Cŵn a Phlant to call 3 “How could short breaks start earlier?”")
    page.view.setCurrentIndex(page.view.model().index(0, 0))
    for words in (SAID[Asked.TITLE], "A house by the sea", "lowest 5, typical 7.5, highest 9; 34", "£12,500.50"):
        assert words in page.more.text()
    assert count(desk) == 0
    page.take_in()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[-1].undo
    assert count(desk) == 1
    assert page.summary.text() == "1 proposal came in."
    desk.undo()
    assert count(desk) == 0


@pytest.mark.parametrize(("period", "said"), [("once", "Costs £40, once"), ("", "Costs £40")])
def test_a_period_left_blank_is_not_shown_as_once(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot, shown: Show, form: CallForm, tmp_path: Path, period: str, said: str
) -> None:
    page = shown(ArrivalsPage)
    answers = {Asked.TITLE: "T", Asked.COST: "£40", Asked.PERIOD: period}
    look(qtbot, page, saved(tmp_path, "form.pdf", filled(form, answers)))
    page.view.setCurrentIndex(page.view.model().index(0, 0))
    assert page.more.text().splitlines()[-1] == said


def test_the_same_form_again_and_a_form_of_another_board_are_told_and_stay_out(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot, shown: Show, desk: Desk, form: CallForm, tmp_path: Path, told: list[Said]
) -> None:
    page = shown(ArrivalsPage)
    look(qtbot, page, saved(tmp_path, "first.pdf", filled(form)))
    page.take_in()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    look(
        qtbot,
        page,
        saved(tmp_path, "again.pdf", filled(form)),
        saved(tmp_path, "other.pdf", filled(a_form())),
        saved(tmp_path, "empty.pdf", form_as_pdf(form)),
        saved(tmp_path, "bad.pdf", filled(form, {**SAID, Asked.HIGHEST: "1"})),
    )
    again, other, empty, bad = fates(page)
    assert again == "It came in already, as 1"
    assert "a call that this board file doesn’t hold" in other
    assert "nothing is filled in" in empty
    assert "the lowest estimate is above the highest" in bad
    assert page.why_not("arrivals.take")
    assert count(desk) == 1


def test_many_forms_come_in_as_one_step_with_their_number_told(  # noqa: PLR0913, PLR0917 - fixtures
    qtbot: QtBot, shown: Show, desk: Desk, form: CallForm, tmp_path: Path, told: list[Said]
) -> None:
    page = shown(ArrivalsPage)
    paths = [saved(tmp_path, f"{at}.pdf", filled(form, {**SAID, Asked.TITLE: f"Proposal {at}"})) for at in range(6)]
    look(qtbot, page, *paths)
    page.take_in()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert count(desk) == 6
    assert "6 proposals came in" in page.summary.text()
    # Each but the first is told as one more of the same organisation; nothing is silently joined.
    desk.undo()
    assert count(desk) == 0


def test_looking_at_many_can_be_cancelled_and_keeps_their_order(form: CallForm, tmp_path: Path) -> None:
    paths = [saved(tmp_path, f"{at}.pdf", filled(form, {Asked.TITLE: f"P{at}"})) for at in range(4)]
    told: list[tuple[int, int]] = []
    found = look_at_all(paths, lambda done, whole: told.append((done, whole)))
    assert [one.path for one in found] == paths
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]

    def cancel(done: int, _whole: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        look_at_all(paths, cancel)
