"""Forms that came back become proposals: all or none, once, with everything that they say."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from boardroom.domain.call_form import FORM, Asked, CallForm, FilledForm, WrittenForm
from boardroom.domain.calls import Call, CallInvited
from boardroom.domain.form_check import checked_form
from boardroom.domain.plan import Outcome
from boardroom.domain.proposals import Estimate, Proposal, ProposalOutcome, Proposer
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Sector
from boardroom.services.forms import TakenForms, standing_of, take_forms
from boardroom.store.file import BoardFile
from boardroom.store.queries.call_forms import call_form, invited_to
from boardroom.store.undo import undo
from tests.make_forms import CLOSES, OPENS, SAID, a_call

ON = OPENS + timedelta(days=10)


def written(form: CallForm, said: Mapping[Asked, str] = SAID, **changed: Any) -> FilledForm:  # noqa: ANN401 - its parts
    parts: dict[str, Any] = {
        "form": FORM,
        "call": str(form.call_id),
        "organisation": str(form.organisation_id),
        "answers": said,
        "ticked": tuple(map(str, form.outcomes)),
    }
    found = checked_form(WrittenForm(**{**parts, **changed}))
    assert isinstance(found, FilledForm), list(map(str, found))
    return found


@pytest.fixture
def forms(board: BoardFile) -> list[CallForm]:
    """Give the forms of a call to two organisations."""
    with board.writing("Open a call") as session:
        call_id = a_call(session, organisations=("Cŵn a Phlant", "Harbour Trust")).id
    with board.reading() as session:
        return [call_form(session, call_id, one) for one in invited_to(session, call_id)]


def take(board: BoardFile, *forms: FilledForm, on: date = ON) -> TakenForms:
    with board.writing("Import forms") as session:
        return take_forms(session, forms, received_on=on, names=[f"{at}.pdf" for at, _ in enumerate(forms, 1)])


def rows(board: BoardFile, entity: type[Any]) -> list[Any]:
    with board.reading() as session:
        return list(session.scalars(select(entity).order_by(entity.id)))


def test_a_form_becomes_a_proposal_with_all_that_it_says(board: BoardFile, forms: list[CallForm]) -> None:
    done = take(board, written(forms[0]))
    (proposal,) = rows(board, Proposal)
    assert done.made == (proposal.id,)
    assert (proposal.title, proposal.number, proposal.received_on) == (SAID[Asked.TITLE], "1", ON)
    assert proposal.text == SAID[Asked.PROPOSAL]
    assert (proposal.cost_pence, proposal.currency, proposal.cost_months) == (1_250_050, "GBP", 12)
    assert (proposal.people_served, proposal.needs, proposal.interests) == (1200, "A van", "none")
    call = rows(board, Call)[0]
    assert (proposal.call_id, proposal.strand_id, proposal.board_id) == (call.id, call.strand_id, call.board_id)
    (estimate,) = rows(board, Estimate)
    assert (estimate.who, estimate.asked, estimate.scale) == ("Parents at two open days", 34, "0 to 10")
    assert (estimate.lowest, estimate.typical, estimate.highest, estimate.actual) == (5000, 7500, 9000, False)
    (proposer,) = rows(board, Proposer)
    assert (proposer.organisation, proposer.sector) == ("Cŵn a Phlant", Sector.VOLUNTARY)
    assert proposer.organisation_id == forms[0].organisation_id
    assert {one.outcome_id for one in rows(board, ProposalOutcome)} == set(forms[0].outcomes)
    assert done.doubts == ()


def test_the_same_form_twice_is_once(board: BoardFile, forms: list[CallForm]) -> None:
    one = written(forms[0])
    assert take(board, one, one).held == 1
    again = take(board, one)
    assert (again.made, again.held) == ((), 1)
    assert again.sentence == "1 form was there already."
    assert len(rows(board, Proposal)) == 1


def test_numbers_run_on_over_a_drop_of_many(board: BoardFile, forms: list[CallForm]) -> None:
    take(board, *(written(forms[at % 2], {Asked.TITLE: f"No. {at}"}) for at in range(12)))
    assert [one.number for one in rows(board, Proposal)] == [str(number) for number in range(1, 13)]


def test_one_form_of_another_boards_call_keeps_all_out(board: BoardFile, forms: list[CallForm]) -> None:
    stranger = written(forms[0], call=str(uuid4()))
    with pytest.raises(Refusal, match=r"Nothing was taken in\. 2\.pdf: Form: it is of a call that this board file"):
        take(board, written(forms[0]), stranger)
    assert rows(board, Proposal) == []


def test_a_form_of_an_unknown_organisation_is_told(board: BoardFile, forms: list[CallForm]) -> None:
    with pytest.raises(Refusal, match="organisation that this board file doesn’t hold"):
        take(board, written(forms[0], organisation=str(uuid4())))


def test_estimates_off_the_scale_of_the_call_are_told_by_field(board: BoardFile, forms: list[CallForm]) -> None:
    with pytest.raises(Refusal, match="Highest estimate: 11 is not on the scale of this call, 0 to 10"):
        take(board, written(forms[0], {**SAID, Asked.HIGHEST: "11"}))


def test_what_the_board_file_says_of_a_table_tells_row_and_column(board: BoardFile, forms: list[CallForm]) -> None:
    columns = {Asked.HIGHEST: "I", Asked.OUTCOMES: "D"}
    high = written(forms[0], {**SAID, Asked.HIGHEST: "11"}, row=7, columns=columns)
    rich = written(forms[0], {**SAID, Asked.OUTCOMES: "Be rich"}, ticked=(), row=9, columns=columns)
    with pytest.raises(
        Refusal, match=r"Row 7, column I \(Highest estimate\): 11 .* Row 9, column D \(Outcomes served\)"
    ):
        take(board, high, rich)


def test_an_outcome_that_left_the_plan_is_told_and_not_dropped(board: BoardFile, forms: list[CallForm]) -> None:
    one = written(forms[0])
    with board.writing("Take an outcome out") as session:
        session.delete(session.get_one(Outcome, next(iter(forms[0].outcomes))))
    with pytest.raises(Refusal, match="Outcomes served: one that is ticked isn’t in the board’s plan any more"):
        take(board, one)


def test_outcomes_written_out_are_found_by_name_or_told(board: BoardFile, forms: list[CallForm]) -> None:
    take(board, written(forms[0], {**SAID, Asked.OUTCOMES: " STAY \N{NO-BREAK SPACE}safe "}, ticked=()))
    assert [one.outcome_id for one in rows(board, ProposalOutcome)] == [list(forms[0].outcomes)[1]]
    with pytest.raises(Refusal, match="“be rich” is no outcome"):
        take(board, written(forms[0], {**SAID, Asked.OUTCOMES: "Be rich"}, ticked=()))


def test_what_the_secretary_should_know_is_told_and_stops_nothing(board: BoardFile, forms: list[CallForm]) -> None:
    take(board, written(forms[0]))
    with board.writing("Invite fewer") as session:
        for row in session.scalars(select(CallInvited).where(CallInvited.organisation_id == forms[0].organisation_id)):
            session.delete(row)
    done = take(board, written(forms[0], {Asked.TITLE: "Later"}), on=CLOSES + timedelta(days=1))
    assert len(done.made) == 1
    told = "\n".join(done.doubts)
    for words in ("left blank: Proposal", "isn’t among those", "closed on", "sent 1 to the same call already"):
        assert words in told


def test_a_form_with_no_estimate_makes_none(board: BoardFile, forms: list[CallForm]) -> None:
    take(board, written(forms[0], {Asked.TITLE: "Short"}))
    assert rows(board, Estimate) == []


def test_the_scale_of_the_call_is_kept_with_the_estimate(board: BoardFile) -> None:
    with board.writing("Open a call") as session:
        call = a_call(session, scale="hours of rest a week")
        call_id, organisation_id = call.id, invited_to(session, call.id)[0]
    with board.reading() as session:
        form = call_form(session, call_id, organisation_id)
    take(board, written(form, {**SAID, Asked.HIGHEST: "30"}))
    assert [one.scale for one in rows(board, Estimate)] == ["hours of rest a week"]


def test_taking_forms_in_is_one_step_that_can_be_undone(board: BoardFile, forms: list[CallForm]) -> None:
    take(board, written(forms[0]), written(forms[1]))
    undo(board)
    assert [rows(board, one) for one in (Proposal, Proposer, Estimate, ProposalOutcome)] == [[], [], [], []]


def test_looking_at_forms_writes_nothing(board: BoardFile, forms: list[CallForm]) -> None:
    with board.reading() as session:
        (standing,) = standing_of(session, [written(forms[1])], ON)
    assert (standing.organisation, standing.held_as, standing.faults) == ("Harbour Trust", None, ())
    assert standing.call == "3 “How could short breaks start earlier?”"
    assert rows(board, Proposal) == []


def test_nobody_asks_the_file_once_for_each_form(board: BoardFile, forms: list[CallForm]) -> None:
    def asked(count: int) -> int:
        from sqlalchemy import event  # noqa: PLC0415 - only here

        said: list[str] = []
        with board.reading() as session:
            engine = session.get_bind()

            def note(*told: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
                said.append(told[2])

            event.listen(engine, "before_cursor_execute", note)
            standing_of(session, [written(forms[0], {Asked.TITLE: str(at)}) for at in range(count)], ON)
            event.remove(engine, "before_cursor_execute", note)
        return len(said)

    assert asked(40) == asked(1)
