"""The sample board's calls for proposals with who was told, and what users said of proposals beside their cost."""

from datetime import date, timedelta
from typing import NamedTuple

from boardroom.domain.calls import Call, CallInvited, Telling
from boardroom.domain.plan import Outcome, Strand
from boardroom.domain.proposals import Estimate, ProposalOutcome
from boardroom.domain.words import Stage, TellingKind
from sample import cast
from sample.board import SampleBoard
from sample.plan import PLAY, SHORT_BREAKS

_INVITED = (
    cast.COUNCIL,
    cast.CARE_BOARD,
    cast.BORDER_HEALTH,
    cast.POLICE,
    cast.PROBATION,
    cast.PRIMARY,
    cast.COLLEGE,
    cast.CAREERS,
    cast.TY_CWTSH,
    cast.YOUNG_CARERS,
    cast.LLAN_Y_DWR,
    cast.CANALSIDE,
    cast.ST_TYSILIO,
    cast.NURSERIES,
    cast.BRIGHTWATER,
    cast.YOUTH_VOICE,
    cast.PARENTS,
)
_LAST = _INVITED[-1]
_SCALE = "0 to 10"
_WEEKS = timedelta(weeks=12)
_REST, _SCHOOL, _SAFE = "Be healthy", "Enjoy and achieve", "Stay safe"
_PART = "Make a positive contribution"


class _Users(NamedTuple):
    """What users said: who and how many, the range in thousandths of the scale, their words."""

    who: str
    asked: int
    lowest: int
    typical: int
    highest: int
    words: str


class _Money(NamedTuple):
    """What it costs: whole pence, over how many months, for how many people."""

    pence: int
    months: int | None
    people: int


_SAID: dict[int, tuple[_Users, _Money, tuple[str, ...]]] = {
    28: (
        _Users("Parent Carer Forum", 38, 6000, 7000, 8000, "“I sleep when I know that there is a nurse.”"),
        _Money(2_480_000, 12, 80),
        (_REST, _SAFE),
    ),
    30: (
        _Users("Families in Llan-y-dŵr", 6, 2000, 6500, 9500, "“An hour in the pool is our whole week.”"),
        _Money(180_000, 12, 24),
        (_REST, _SCHOOL),
    ),
    32: (
        _Users("Parent Carer Forum", 63, 1500, 3000, 6500, "“I don’t book on a screen, I ring.”"),
        _Money(480_000, 12, 200),
        (_REST,),
    ),
    41: (
        _Users("Parent Carer Forum", 63, 5000, 7500, 9000, "“An hour in the bus is an hour less.”"),
        _Money(1_776_000, 12, 120),
        (_REST, _SCHOOL),
    ),
    43: (
        _Users("Village halls of the upper valley", 57, 3000, 6000, 8500, "“We would come if we could get there.”"),
        _Money(930_000, 12, 150),
        (_REST,),
    ),
    44: (
        _Users(
            "Youth Voice, one of 41", 41, 6500, 8500, 9500, "“We know what is boring. Nobody asks until it is booked.”"
        ),
        _Money(210_000, 12, 60),
        (_SCHOOL, _PART),
    ),
    21: (
        _Users("Parent Carer Forum", 29, 4000, 7000, 9000, "“The hoist didn’t go through our door.”"),
        _Money(320_000, None, 90),
        (_SAFE,),
    ),
}
_LATER = {21: (44, 6000, 8000, 9500, "“This time it fitted.”")}
_ANSWERED = (30, 32, 38, 41)
"""Proposals that came in answer to the first call."""


def call(sample: SampleBoard) -> None:
    """Open the board's two calls, and keep who was told."""
    short = _open(
        sample,
        "1",
        SHORT_BREAKS,
        "What would give families of disabled children time to rest?",
        date(2026, 7, 27),
    )
    for number in _ANSWERED:
        sample.proposals[number].call_id = short.id
    _open(
        sample,
        "2",
        PLAY,
        "Where would children on Canalside play, and what would have to change there?",
        date(2026, 11, 23),
    )


def value(sample: SampleBoard) -> None:
    """Put what users said beside what it costs."""
    outcomes = {row.name: row.id for row in sample.rows[Outcome] if isinstance(row, Outcome)}
    for number, (users, money, served) in _SAID.items():
        proposal = sample.proposals[number]
        on = proposal.received_on or sample.founded
        proposal.cost_pence, proposal.cost_months, proposal.people_served = money
        sample.add(Estimate, f"{number}", on, proposal_id=proposal.id, made_on=on, scale=_SCALE, **users._asdict())
        for name in served:
            key = f"{number}/{name}"
            sample.add(ProposalOutcome, key, on, proposal_id=proposal.id, outcome_id=outcomes[name])
    for number, (asked, lowest, typical, highest, words) in _LATER.items():
        on = date(2026, 11, 2)
        sample.add(
            Estimate,
            f"{number}/later",
            on,
            proposal_id=sample.proposals[number].id,
            position=1,
            actual=True,
            made_on=on,
            who=_SAID[number][0].who,
            asked=asked,
            scale=_SCALE,
            lowest=lowest,
            typical=typical,
            highest=highest,
            words=words,
        )


def _open(sample: SampleBoard, number: str, strand: str, question: str, opens: date) -> Call:
    ids = {row.name: row.id for row in sample.rows[Strand] if isinstance(row, Strand)}
    row = sample.add(
        Call,
        number,
        opens,
        board_id=sample.board.id,
        strand_id=ids[strand],
        position=int(number) - 1,
        number=number,
        question=question,
        stage=Stage.NEEDS,
        opens=opens,
        closes=opens + _WEEKS,
        scale=_SCALE,
    )
    for place, name in enumerate(_INVITED):
        organisation_id = sample.organisations[name].id
        sample.add(
            CallInvited, f"{number}/{name}", opens, call_id=row.id, organisation_id=organisation_id, position=place
        )
        if name == _LAST and number != "1":
            # One organisation was added after the call had gone out, and is still to be told.
            continue
        days = [(opens, TellingKind.INVITATION), (opens + timedelta(weeks=8), TellingKind.REMINDER)]
        for on, kind in days if number == "1" else days[:1]:
            sample.add(
                Telling,
                f"{number}/{name}/{kind}",
                on,
                strand_id=row.strand_id,
                call_id=row.id,
                organisation_id=organisation_id,
                told_on=on,
                kind=kind,
                how="e-mail",
            )
    return row
