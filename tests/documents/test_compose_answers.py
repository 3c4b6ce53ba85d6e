"""The answers to one partner: what is said, and that what the partner may not read is not there."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from boardroom.documents.compose.answers import compose_answers
from boardroom.documents.formats import FORMATS
from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.calls import Telling
from boardroom.domain.interests import Interest
from boardroom.domain.people import Organisation, Person
from boardroom.domain.plan import Strand, StrandStage
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import AnswerKind, Method, ReasonCategory, Restriction, Result, Sector, Stage
from boardroom.services import actions, agenda, answers, boards, decisions, proposal_life, proposals
from boardroom.services.proposals import PutBy
from boardroom.store.file import BoardFile
from boardroom.store.queries.partner_answers import PartnerAnswers, answers_for_partner
from boardroom.store.queries.partners_to_tell import partners_to_tell
from tests.documents.reading import said
from tests.services.item import Item

TODAY = date(2027, 4, 1)
GOLDEN = Path(__file__).parent.parent / "golden" / "answers-to-a-partner.txt"
HIDDEN = "Zymurgy"


class Told(Item):
    """A board that has answered some proposals of two partners."""

    def body(self, name: str) -> UUID:
        with self.board.reading() as session:
            return session.scalars(select(Organisation.id).where(Organisation.name == f"{name} body")).one()

    def put(self, text: str, *by: str, on: date = date(2027, 1, 5), title: str = "") -> UUID:
        names = [PutBy(organisation=f"{one} body") for one in by]
        one = self.do(proposals.put_proposal, self.board_id, text, names, received_on=on).id
        self.do(proposal_life.entitle, one, title)
        return one

    def answer(self, proposal: UUID, kind: AnswerKind, reason: str, **parts: object) -> UUID:
        parts = {"category": ReasonCategory.OTHER, "answered_on": date(2027, 2, 2)} | parts
        return self.do(answers.answer_proposal, proposal, kind, reason, **parts).id

    def read(self, name: str = "Families", **parts: object) -> PartnerAnswers:
        with self.board.reading() as session:
            return answers_for_partner(session, self.board_id, self.body(name), TODAY, **parts)  # type: ignore[arg-type] # its parts

    def says(self, name: str = "Families", **parts: object) -> str:
        return said(compose_answers(self.read(name, **parts)))


@pytest.fixture
def board_told(tmp_path: Path) -> Iterator[Told]:
    with BoardFile.create(tmp_path / "Ours.boardroom", who="Secretary") as opened:
        yield Told(opened)


@pytest.fixture
def strand(board_told: Told) -> UUID:
    with board_told.board.writing("Plan") as session:
        one = Strand(board_id=board_told.board_id, name="Short breaks")
        session.add(one)
        session.flush()
        for stage, began in ((Stage.NEEDS, date(2026, 1, 1)), (Stage.PROCUREMENT, date(2027, 1, 10))):
            session.add(StrandStage(strand_id=one.id, stage=stage, began=began))
        return one.id


def restricted_item(told: Told, strand: UUID | None, title: str = f"{HIDDEN} contract") -> UUID:
    item: UUID = told.do(agenda.add_item, told.meeting_id, title).id
    told.do(agenda.restrict_item, item, Restriction.EXEMPT, ground="paragraph 3", public_title="A contract")
    with told.board.writing("Tie") as session:
        session.get_one(AgendaItem, item).strand_id = strand
    return item


def decide(told: Told, item: UUID, wording: str, reference: str = "") -> UUID:
    by = {"method": Method.CONSENSUS, "result": Result.CARRIED, "reference": reference}
    return told.do(decisions.record_decision, told.board_id, wording, item_id=item, **by).id


def with_interest(told: Told, name: str, strand: UUID | None, **parts: object) -> None:
    with told.board.writing("Interest") as session:
        session.add(Interest(organisation_id=told.body(name), strand_id=strand, nature="May bid", **parts))  # type: ignore[arg-type] # its parts


def everything(told: Told, strand: UUID) -> None:
    """Put proposals that have come to every state."""
    weekend = told.put(
        "Open at weekends.\nIn two villages, too.", "Families", "Health", title="Weekend sessions", on=date(2027, 1, 4)
    )
    hoist = told.put("Let families book the hoist by the hour <b>& more</b>", "Families", on=date(2027, 1, 12))
    again = told.put("Let families book the hoist by the day", "Families", on=date(2027, 3, 1), title="The hoist")
    told.put("Ask young carers first – ŵ £5", "Families", on=date(2027, 1, 20))
    for one in (weekend, hoist):
        told.do(proposal_life.tie_to_strand, one, strand)
    told.do(proposals.bring_to_item, weekend, told.id)
    told.do(proposal_life.take_up_again, again, hoist)
    decision = decide(told, told.id, "That sessions open on Saturdays.", "2027/3")
    first = told.answer(
        weekend,
        AnswerKind.ADAPTED,
        "On Saturdays only.",
        category=ReasonCategory.COST,
        item_id=told.id,
        decision_id=decision,
        answered_on=None,
    )
    told.do(answers.mark_told, first, date(2027, 2, 4))
    told.answer(hoist, AnswerKind.DECLINED, "The hours were fixed.", category=ReasonCategory.SPECIFICATION)
    told.answer(
        again,
        AnswerKind.DEFERRED,
        "Figures are due.",
        category=ReasonCategory.EVIDENCE,
        deferred_to="6 May 2027",
        answered_on=date(2027, 3, 5),
    )
    own = actions.Owner(organisation="Families body")
    told.do(actions.give_action, told.board_id, "Count who came", owners=[own], due_on=date(2027, 5, 1), number="A1")
    theirs = actions.Owner(name="Owain Meredith", organisation="Health body")
    other = told.do(actions.give_action, told.board_id, "Find a nurse for Saturdays", owners=[theirs], due_words="soon")
    told.do(proposal_life.link_action, other.id, weekend)


def test_a_partner_reads_what_became_of_each_proposal(board_told: Told, strand: UUID) -> None:
    everything(board_told, strand)
    text = board_told.says()
    if os.environ.get("BOARDROOM_GOLDEN") == "write":
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_several_answers_of_a_kind_are_counted_in_words(board_told: Told) -> None:
    for number in range(4):
        one = board_told.put(f"No. {number}", "Families")
        if number < 2:
            board_told.answer(one, AnswerKind.DECLINED, "No room.")
    assert (
        "You put four proposals to Arrowmere Partnership: two declined and two not answered yet." in board_told.says()
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_the_answer(board_told: Told, strand: UUID, form: str) -> None:
    everything(board_told, strand)
    document = compose_answers(board_told.read())
    content = FORMATS[form].render(document)
    assert content == FORMATS[form].render(document) or form == "docx"
    assert not FORMATS[form].missing_characters(document)
    if form in {"html", "md"}:
        text = content.decode()
        assert "The hours were fixed." in text
        assert "<b>& more" not in text


def test_only_its_own_proposals_are_in_it(board_told: Told, strand: UUID) -> None:
    everything(board_told, strand)
    theirs = board_told.says("Health")
    assert "Weekend sessions" in theirs
    assert "hoist" not in theirs
    assert "Families body" in theirs
    assert "Find a nurse" in theirs.partition("What was asked of you")[2]
    nothing = board_told.says("Council")
    assert "has nothing new to tell you" in nothing


def test_what_one_decision_asks_for_anothers_proposal_is_not_asked_for_its_own(board_told: Told) -> None:
    decision = decide(board_told, board_told.id, "That both come true.")
    for name in ("Families", "Health"):
        one = board_told.put(f"Proposal of {name}", name)
        board_told.answer(one, AnswerKind.ADOPTED, "Fine.", item_id=board_told.id, decision_id=decision)
        of = {"decision_id": decision, "owners": [actions.Owner(organisation="Council body")]}
        action = board_told.do(actions.give_action, board_told.board_id, f"Pay {name}", **of)
        board_told.do(proposal_life.link_action, action.id, one)
    board_told.do(actions.give_action, board_told.board_id, "Pay for both", decision_id=decision)
    assert {one.text for one in board_told.read().asked_for_it} == {"Pay Families", "Pay for both"}


def test_since_a_day_leaves_out_what_was_answered_and_told_before(board_told: Told, strand: UUID) -> None:
    everything(board_told, strand)
    since = date(2027, 2, 10)
    # The second was answered before, and nobody was told: what goes out is recorded as told afterwards.
    assert [one.number for one in board_told.read(since=since).proposals] == ["2", "4", "3"]
    assert "were answered since 10 February 2027, or before without your being told, or still wait" in board_told.says(
        since=since
    )
    whom = [board_told.body("Families")]
    board_told.do(proposal_life.tell_partners, board_told.board_id, whom, TODAY, "by post", today=TODAY)
    assert [one.number for one in board_told.read(since=since).proposals] == ["4", "3"]
    assert "without your being told" not in board_told.says(since=since)


def test_an_early_answer_is_promised_and_a_late_one_owned_up_to(board_told: Told) -> None:
    board_told.put("Late", "Families", on=date(2027, 1, 20))
    board_told.put("In time", "Families", on=date(2027, 3, 20))
    promised = replace(board_told.read(), promised_days=56)
    text = said(compose_answers(promised))
    assert "The board promised an answer within 56 days. You have waited 71." in text
    assert "The board promised an answer within 56 days, by 15 May 2027." in text


@pytest.mark.parametrize(
    ("interest", "tied", "hidden"),
    [
        (None, True, False),
        ("this strand", True, True),
        ("another strand", True, False),
        ("another strand", False, True),
        ("no strand", True, True),
        ("ended", True, False),
    ],
)
def test_restricted_matter_of_a_strand_that_it_has_an_interest_in_is_not_loaded(
    board_told: Told,
    strand: UUID,
    interest: str | None,
    tied: bool,  # noqa: FBT001 - of the cases
    hidden: bool,  # noqa: FBT001 - of the cases
) -> None:
    with board_told.board.writing("Plan") as session:
        other = Strand(board_id=board_told.board_id, name="Play")
        session.add(other)
    of = {"this strand": strand, "another strand": other.id, "no strand": None, "ended": strand}
    if interest is not None:
        ended = {"ends": date(2027, 3, 31)} if interest == "ended" else {}
        with_interest(board_told, "Families", of[interest], **ended)
    item = restricted_item(board_told, strand if tied else None)
    proposal = board_told.put(f"{HIDDEN} hours", "Families")
    board_told.do(proposals.bring_to_item, proposal, item)
    half = board_told.put("Half open", "Families")
    decision = decide(board_told, item, f"That {HIDDEN} wins.")
    board_told.answer(half, AnswerKind.DECLINED, f"{HIDDEN} said no.", item_id=item, decision_id=decision)
    third = board_told.put("Open answer", "Families")
    board_told.answer(third, AnswerKind.ADOPTED, "Fine.", decision_id=decision)
    board_told.do(proposal_life.consider_at_item, third, item)
    own = actions.Owner(organisation="Families body")
    board_told.do(actions.give_action, board_told.board_id, f"Ring {HIDDEN}", item_id=item, owners=[own])
    board_told.do(actions.give_action, board_told.board_id, f"Pay {HIDDEN}", decision_id=decision)
    linked = board_told.do(actions.give_action, board_told.board_id, f"Thank {HIDDEN}").id
    with board_told.board.writing("Tie") as session:
        session.get_one(Action, linked).proposal_id = proposal
    told = board_told.read()
    text = said(compose_answers(told))
    everywhere = repr(told) + text
    assert (HIDDEN in everywhere) is not hidden
    assert told.left_out is hidden
    assert told.restricted is not hidden
    assert [one.text for one in told.proposals if HIDDEN not in one.text] == ["Half open", "Open answer"]
    if hidden:
        assert "Not answered yet" not in text
        assert "No answer that this document can tell." in text
        assert "restricted matter is left out" in text
    else:
        assert "holds restricted matter" in text
        assert text.count(HIDDEN) >= 7


def test_an_answer_that_a_partner_may_not_read_is_not_told_to_it(board_told: Told, strand: UUID) -> None:
    with_interest(board_told, "Families", strand)
    item = restricted_item(board_told, strand)
    for text, at in (("Half open", item), ("Open", board_told.id)):
        one = board_told.put(text, "Families")
        board_told.do(proposal_life.tie_to_strand, one, strand)
        board_told.answer(one, AnswerKind.DECLINED, f"{HIDDEN} said no.", item_id=at)

    def untold() -> int:
        with board_told.board.reading() as session:
            return next(one.untold for one in partners_to_tell(session, board_told.board_id, TODAY))

    assert untold() == 1
    whom = [board_told.body("Families")]
    (told,) = board_told.do(proposal_life.tell_partners, board_told.board_id, whom, TODAY, today=TODAY)
    assert told.item_id == board_told.id
    with board_told.board.reading() as session:
        assert session.scalars(select(Telling.what)).all() == ["Answer to proposal 2"]
    assert untold() == 0
    with pytest.raises(Refusal, match="every answer already that they may read"):
        board_told.do(proposal_life.tell_partners, board_told.board_id, whom, TODAY, today=TODAY)


def test_an_answer_between_meetings_keeps_the_reason_of_a_decision_that_a_partner_may_not_read(
    board_told: Told, strand: UUID
) -> None:
    with_interest(board_told, "Families", strand)
    item = restricted_item(board_told, strand)
    decision = decide(board_told, item, f"That {HIDDEN} wins.")
    one = board_told.put("Open on Sundays", "Families", "Health")
    board_told.answer(one, AnswerKind.DECLINED, f"{HIDDEN} has no staff.", decision_id=decision)
    told = board_told.read()
    assert HIDDEN not in repr(told) + said(compose_answers(told))
    assert told.left_out
    assert [proposal.withheld for proposal in told.proposals] == [True]
    assert f"{HIDDEN} has no staff." in board_told.says("Health")
    # What isn't in the letter is not recorded as told.
    with board_told.board.reading() as session:
        untold = {one.name: one.untold for one in partners_to_tell(session, board_told.board_id, TODAY)}
    assert untold == {"Families body": 0, "Health body": 1}
    whom = [board_told.body("Families")]
    with pytest.raises(Refusal, match="that they may read"):
        board_told.do(proposal_life.tell_partners, board_told.board_id, whom, TODAY, today=TODAY)


def test_who_has_no_seat_reads_nothing_restricted(board_told: Told) -> None:
    item = restricted_item(board_told, None)
    guest = board_told.do(boards.add_organisation, "Guest body", Sector.COMMUNITY).id
    hidden, seen = board_told.put(f"{HIDDEN} hours", "Guest"), board_told.put("Open hours", "Guest")
    board_told.do(proposals.bring_to_item, hidden, item)
    with board_told.board.reading() as session:
        told = answers_for_partner(session, board_told.board_id, guest, TODAY)
    assert HIDDEN not in repr(told)
    assert [one.id for one in told.proposals] == [seen]
    assert told.left_out


def test_a_personal_interest_of_who_sits_for_it_counts(board_told: Told, strand: UUID) -> None:
    with board_told.board.writing("Interest") as session:
        person = session.scalars(select(Person).where(Person.name == "Amina Yusuf")).one()
        session.add(Interest(person_id=person.id, strand_id=strand, nature="Director of a bidder"))
    item = restricted_item(board_told, strand)
    proposal = board_told.put(f"{HIDDEN} hours", "Families", "Health")
    board_told.do(proposals.bring_to_item, proposal, item)
    assert HIDDEN not in board_told.says("Families")
    assert HIDDEN in board_told.says("Health")
