"""Taking forms that came back as proposals: all of them or none; the same form twice is once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.call_form import USUAL_SCALE, Asked, FilledForm, FormFault
from boardroom.domain.days import day_shown
from boardroom.domain.form_check import off_the_scale
from boardroom.domain.numbering import next_minute_number
from boardroom.domain.proposals import Estimate, Proposal, ProposalOutcome, Proposer
from boardroom.domain.refusal import Refusal
from boardroom.store.queries import call_forms as find
from boardroom.store.queries.call_forms import CallKnown
from boardroom.store.queries.names import organisations_called, sector_of
from boardroom.store.queries.proposals import numbers_of

_MOST_FORMS = 5_000
_MOST_FAULTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStanding:
    """What the board file says of a form that came back, before it is taken in.

    Attributes:
        call: the number of its call, and the question in quotation marks.
        organisation: the name.
        faults: why it can't be taken in, field by field.
        doubts: what the secretary should know.
        held_as: the number of its proposal where it came in already, "" where that has none; None: it is new.
    """

    call: str
    organisation: str
    faults: tuple[FormFault, ...]
    doubts: tuple[str, ...]
    held_as: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenForms:
    """What came of forms: the proposals made, how many were there already, and what the secretary should know."""

    made: tuple[UUID, ...]
    held: int
    doubts: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What happened, in one sentence."""
        made, held = len(self.made), self.held
        parts = [f"{made} proposal came in" if made == 1 else f"{made} proposals came in"] if made else []
        if held:
            parts.append("1 form was there already" if held == 1 else f"{held} forms were there already")
        return "; ".join(parts) + "." if parts else "There was no form in it."


def standing_of(session: Session, forms: Sequence[FilledForm], received_on: date) -> list[FormStanding]:
    """Return what the board file says of each form; nothing is written.

    Args:
        session: one that reads.
        forms: as `domain.form_check` checked them.
        received_on: the day on which they come in.
    """
    known = find.calls_known(session, (one.call_id for one in forms))
    names = organisations_called(session, (one.organisation_id for one in forms))
    held = find.forms_held(session, (one.fingerprint for one in forms))
    earlier = find.answers_of(session, known)
    standings = []
    for form in forms:
        call, name = known.get(form.call_id), names.get(form.organisation_id, "")
        faults = tuple(_faults(form, call, name))
        came_before = [one for one in earlier.get((form.call_id, form.organisation_id), ()) if one]
        standings.append(
            FormStanding(
                call=f"{call.number} “{call.question}”".strip() if call else "",
                organisation=name,
                faults=faults,
                doubts=tuple(_doubts(form, call, received_on, came_before)) if call and not faults else (),
                held_as=held.get(form.fingerprint),
            )
        )
    return standings


def take_forms(
    session: Session,
    forms: Sequence[FilledForm],
    *,
    received_on: date,
    names: Sequence[str] = (),
    progress: Callable[[int, int], object] | None = None,
) -> TakenForms:
    """Make a proposal of each form, with its estimate, the outcomes it serves and who put it.

    Args:
        session: of the unit of work; the caller's transaction makes it whole or nothing.
        forms: as `domain.form_check` checked them.
        received_on: the day on which they came in.
        names: what each form's file is called in sentences.
        progress: called with forms done and forms in all; what it raises ends the work.

    Raises:
        Refusal: one of them belongs to no call of this board file, or says what its call can't take.
    """
    if len(forms) > _MOST_FORMS:
        message = f"These are {len(forms):,} forms; {_MOST_FORMS:,} at once are the most."
        raise Refusal(message)
    standings = standing_of(session, forms, received_on)
    called = [*names, *("A form" for _ in forms)]
    _refuse(standings, called)
    calls = find.calls_known(session, (one.call_id for one in forms))
    numbers = {call.board_id: list(numbers_of(session, call.board_id)) for call in calls.values()}
    sectors = {one: sector_of(session, one, received_on) for one in {form.organisation_id for form in forms}}
    made: list[UUID] = []
    doubts: list[str] = []
    seen: set[str] = set()
    for at, (form, standing) in enumerate(zip(forms, standings, strict=True)):
        if progress:
            progress(at, len(forms))
        if standing.held_as is not None or form.fingerprint in seen:
            continue
        seen.add(form.fingerprint)
        call = calls[form.call_id]
        number = next_minute_number(numbers[call.board_id])
        numbers[call.board_id].append(number)
        proposal = _proposal(form, call, number, received_on)
        session.add(proposal)
        session.add(
            Proposer(
                proposal_id=proposal.id,
                organisation_id=form.organisation_id,
                organisation=standing.organisation,
                sector=sectors[form.organisation_id],
            )
        )
        session.add_all(_outcomes(form, call, proposal.id))
        session.add_all(_estimate(form, call, proposal.id))
        made.append(proposal.id)
        doubts += (f"{called[at]} ({number}): {doubt}" for doubt in standing.doubts)
    return TakenForms(made=tuple(made), held=len(forms) - len(made), doubts=tuple(doubts))


def _refuse(standings: Sequence[FormStanding], called: Sequence[str]) -> None:
    faults = [f"{called[at]}: {fault}" for at, one in enumerate(standings) for fault in one.faults]
    if faults:
        more = len(faults) - _MOST_FAULTS
        told = [*faults[:_MOST_FAULTS], *([f"and {more} more."] if more > 0 else [])]
        message = "Nothing was taken in. " + " ".join(told)
        raise Refusal(message)


def _faults(form: FilledForm, call: CallKnown | None, organisation: str) -> Iterable[FormFault]:
    if call is None:
        why = "it is of a call that this board file doesn’t hold, so of another board’s."
        yield FormFault(at="Form", why=why, row=form.row)
        return
    if not organisation:
        why = "it was made for an organisation that this board file doesn’t hold."
        yield FormFault(at="Form", why=why, row=form.row)
    strangers = set(form.outcome_ids) - set(call.outcomes.values())
    if strangers:
        # Taken out of the plan since: the form is not at fault, but what it says would be lost silently.
        yield form.fault(Asked.OUTCOMES, "one that is ticked isn’t in the board’s plan any more.")
    for name in form.outcome_names:
        if name not in call.outcomes:
            yield form.fault(Asked.OUTCOMES, f"“{name[:60]}” is no outcome of the board’s plan.")
    yield from off_the_scale(form, call.scale or USUAL_SCALE)


def _doubts(form: FilledForm, call: CallKnown, received_on: date, earlier: Sequence[str]) -> Iterable[str]:
    if form.missing:
        yield f"left blank: {', '.join(form.missing)}."
    if form.organisation_id not in call.invited:
        yield "this organisation isn’t among those that the call invites."
    if call.withdrawn_on is not None and call.withdrawn_on <= received_on:
        yield f"the call was withdrawn on {day_shown(call.withdrawn_on)}."
    elif received_on > call.closes:
        yield f"the call closed on {day_shown(call.closes)}."
    if earlier:
        yield f"this organisation sent {', '.join(earlier)} to the same call already; both stay."


def _proposal(form: FilledForm, call: CallKnown, number: str, received_on: date) -> Proposal:
    return Proposal(
        board_id=call.board_id,
        number=number,
        text=form.text,
        received_on=received_on,
        strand_id=call.strand_id,
        call_id=call.id,
        title=form.title,
        helps=form.helps,
        cost_pence=form.cost_pence,
        cost_months=form.cost_months,
        people_served=form.people_served,
        needs=form.needs,
        interests=form.interests,
        form_hash=form.fingerprint,
    )


def _outcomes(form: FilledForm, call: CallKnown, proposal_id: UUID) -> Iterable[ProposalOutcome]:
    named = {call.outcomes[one] for one in form.outcome_names}
    for outcome_id in sorted(named.union(form.outcome_ids)):
        yield ProposalOutcome(proposal_id=proposal_id, outcome_id=outcome_id)


def _estimate(form: FilledForm, call: CallKnown, proposal_id: UUID) -> Iterable[Estimate]:
    figures = (form.asked, form.lowest, form.typical, form.highest)
    if form.who or form.words or any(one is not None for one in figures):
        yield Estimate(
            proposal_id=proposal_id,
            who=form.who,
            asked=form.asked,
            scale=call.scale or USUAL_SCALE,
            lowest=form.lowest,
            typical=form.typical,
            highest=form.highest,
            words=form.words,
        )
