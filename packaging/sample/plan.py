"""The joint plan of the sample board: outcomes, priorities, strands with their stages and sums, and what is on them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.interests import Interest
from boardroom.domain.plan import Involvement, Outcome, Priority, Strand, StrandStage, StrandSum
from boardroom.domain.words import Stage
from boardroom.services.plan import EVERY_CHILD_MATTERS
from sample import cast
from sample.board import SampleBoard

SHORT_BREAKS = "Short breaks for disabled children"
EARLY_HELP = "Early help"
WELLBEING = "Wellbeing in schools"
PLAY = "Play on the Canalside estate"
EQUIPMENT = "Equipment for disabled children"
CHILDCARE = "Childcare places"
MENTORING = "Mentoring for care leavers"
TRANSPORT = "Home-to-school transport"
THERAPY = "Speech and language therapy"

_PRIORITIES = {
    "Families have time to rest": "Be healthy",
    "Help comes before a crisis": "Stay safe",
    "No child misses school for want of support": "Enjoy and achieve",
    "Children shape the places where they play": "Make a positive contribution",
    "Young people leave care with somebody at their side": "Achieve economic well-being",
}

_AT_ITEMS: dict[str, Sequence[str]] = {
    SHORT_BREAKS: ("Short breaks",),
    EARLY_HELP: ("Early help",),
    WELLBEING: ("Wellbeing in schools", "Children who can’t face school"),
    PLAY: ("Play on the Canalside",),
    EQUIPMENT: ("Equipment",),
    CHILDCARE: ("Childcare places",),
    MENTORING: ("Mentoring",),
    TRANSPORT: ("Home-to-school transport", "School transport", "The review of school transport"),
}
"""How the titles of a strand's items begin."""

_PROPOSALS = {
    SHORT_BREAKS: (28, 30, 32, 38, 41, 43, 44),
    WELLBEING: (20, 33, 39),
    PLAY: (29, 35, 36, 45),
    EQUIPMENT: (19, 21, 22, 23, 24, 27),
    CHILDCARE: (8, 9, 12, 31),
    MENTORING: (6, 7, 25),
    TRANSPORT: (3, 4, 5, 16),
}

_INTERESTS = {"Brother is a driver": TRANSPORT, "Holds the contract for 14 routes": TRANSPORT, "Director": SHORT_BREAKS}

Days = dict[Stage, date]


def plan(sample: SampleBoard) -> None:
    """Put the plan on the board, with its strands."""
    on = sample.founded
    board_id = sample.board.id
    for place, name in enumerate(EVERY_CHILD_MATTERS):
        sample.add(Outcome, name, on, board_id=board_id, position=place, name=name)
    outcomes = {row.name: row.id for row in sample.rows[Outcome] if isinstance(row, Outcome)}
    for place, (name, outcome) in enumerate(_PRIORITIES.items()):
        sample.add(Priority, name, on, board_id=board_id, outcome_id=outcomes[outcome], position=place, name=name)
    _planned_now(sample)
    _under_way(sample)
    _planned_apart(sample)


def tie(sample: SampleBoard) -> None:
    """Put items, proposals and interests on their strands, once all meetings are told."""
    ids = {row.name: row.id for row in sample.rows[Strand] if isinstance(row, Strand)}
    on_it: dict[UUID | None, UUID | None] = {}
    for item in sample.rows[AgendaItem]:
        assert isinstance(item, AgendaItem)  # noqa: S101 - for the type checker
        item.strand_id = _of_item(item, ids) or on_it.get(item.parent_id)
        on_it[item.id] = item.strand_id
    for name, numbers in _PROPOSALS.items():
        for number in numbers:
            sample.proposals[number].strand_id = ids[name]
    for interest in sample.rows[Interest]:
        assert isinstance(interest, Interest)  # noqa: S101 - as above
        if interest.nature in _INTERESTS:
            interest.strand_id = ids[_INTERESTS[interest.nature]]


def _of_item(item: AgendaItem, ids: dict[str, UUID]) -> UUID | None:
    for name, beginnings in _AT_ITEMS.items():
        if item.title.startswith(tuple(beginnings)) and not item.restricted:
            return ids[name]
    return None


def _planned_now(sample: SampleBoard) -> None:
    _strand(
        sample,
        SHORT_BREAKS,
        "Families have time to rest",
        "Days, evenings and weekends away from home for disabled children, so that their families rest.",
        began={Stage.NEEDS: date(2026, 4, 13), Stage.STRATEGY: date(2026, 8, 10)},
        planned={
            Stage.NEEDS: date(2026, 4, 1),
            Stage.STRATEGY: date(2026, 8, 1),
            Stage.SPECIFICATION: date(2027, 2, 1),
            Stage.PROCUREMENT: date(2027, 5, 3),
            Stage.DELIVERY: date(2027, 9, 1),
            Stage.REVIEW: date(2027, 11, 22),
        },
        reserved=(cast.COUNCIL, "It is part of the council’s budget and policy framework."),
        sums=(
            (42_000_000, "a year, from September 2027", cast.COUNCIL),
            (9_500_000, "a year, for nurses", cast.CARE_BOARD),
        ),
    )
    _strand(
        sample,
        EARLY_HELP,
        "Help comes before a crisis",
        "One person whom a family knows, before things go wrong.",
        began={Stage.NEEDS: date(2025, 9, 18), Stage.STRATEGY: date(2026, 6, 18)},
        planned={Stage.SPECIFICATION: date(2027, 6, 1), Stage.PROCUREMENT: date(2027, 9, 6)},
    )
    _strand(
        sample,
        WELLBEING,
        "No child misses school for want of support",
        "Support in school for children who find it hard to be there.",
        began={Stage.NEEDS: date(2026, 1, 22)},
        planned={Stage.STRATEGY: date(2027, 4, 12), Stage.SPECIFICATION: date(2027, 9, 1)},
    )
    _strand(
        sample,
        PLAY,
        "Children shape the places where they play",
        "Places to play on the Canalside estate, indoors and out.",
        began={Stage.NEEDS: date(2026, 6, 18)},
        planned={Stage.STRATEGY: date(2027, 3, 11)},
    )


def _planned_apart(sample: SampleBoard) -> None:
    """Plan a strand that no meeting has had before it: only a few were asked, and its specification is near."""
    row = _strand(
        sample,
        THERAPY,
        "Help comes before a crisis",
        "Therapists in nurseries and schools, not only in the clinic.",
        began={Stage.NEEDS: date(2026, 9, 7)},
        planned={Stage.SPECIFICATION: date(2027, 1, 25), Stage.PROCUREMENT: date(2027, 4, 19)},
        lead=cast.CARE_BOARD,
    )
    for body, day, how, evidence in (
        (cast.CARE_BOARD, date(2026, 9, 14), "counted the children who wait", "Waiting list of August 2026"),
        (cast.COUNCIL, date(2026, 9, 14), "counted the children who wait", "Waiting list of August 2026"),
        (cast.PRIMARY, date(2026, 10, 6), "showed how a class is taught to sign", "Note of the visit, 6 October 2026"),
        (cast.PARENTS, date(2026, 11, 10), "told of the wait in the evening", "List of 22 who came"),
    ):
        sample.add(
            Involvement,
            f"{THERAPY}/{body}",
            day,
            strand_id=row.id,
            organisation_id=sample.organisations[body].id,
            happened_on=day,
            how=how,
            evidence=evidence,
        )


def _under_way(sample: SampleBoard) -> None:
    _strand(
        sample,
        EQUIPMENT,
        "Families have time to rest",
        "Wheelchairs, hoists and beds, ordered, lent and mended.",
        began={Stage.SPECIFICATION: date(2025, 11, 3), Stage.PROCUREMENT: date(2026, 3, 2)},
        planned={Stage.PROCUREMENT: date(2026, 2, 2), Stage.DELIVERY: date(2027, 1, 11)},
        sums=((18_750_000, "over three years, pooled", cast.CARE_BOARD),),
    )
    _strand(
        sample,
        CHILDCARE,
        "No child misses school for want of support",
        "Enough places, where and when families work.",
        began={
            Stage.NEEDS: date(2025, 3, 13),
            Stage.STRATEGY: date(2025, 7, 10),
            Stage.SPECIFICATION: date(2025, 10, 1),
            Stage.PROCUREMENT: date(2025, 12, 8),
            Stage.DELIVERY: date(2026, 4, 13),
        },
        planned={Stage.DELIVERY: date(2026, 4, 1), Stage.REVIEW: date(2027, 4, 12)},
    )
    _strand(
        sample,
        MENTORING,
        "Young people leave care with somebody at their side",
        "A mentor for every young person who leaves care and wants one.",
        began={
            Stage.NEEDS: date(2025, 1, 23),
            Stage.STRATEGY: date(2025, 3, 13),
            Stage.SPECIFICATION: date(2025, 6, 2),
            Stage.PROCUREMENT: date(2025, 7, 21),
            Stage.DELIVERY: date(2025, 11, 3),
            Stage.REVIEW: date(2026, 9, 1),
        },
    )
    _strand(
        sample,
        TRANSPORT,
        "No child misses school for want of support",
        "Buses and taxis to school for those who need them.",
        began={
            Stage.SPECIFICATION: date(2024, 9, 2),
            Stage.PROCUREMENT: date(2024, 12, 2),
            Stage.DELIVERY: date(2025, 9, 1),
            Stage.REVIEW: date(2026, 3, 12),
        },
        ended=date(2026, 7, 31),
    )


def _strand(  # noqa: PLR0913 - a strand has these parts
    sample: SampleBoard,
    name: str,
    priority: str,
    purpose: str,
    *,
    began: Days,
    planned: Days | None = None,
    lead: str = cast.COUNCIL,
    reserved: tuple[str, str] = ("", ""),
    sums: Sequence[tuple[int, str, str]] = (),
    ended: date | None = None,
) -> Strand:
    priorities = {row.name: row.id for row in sample.rows[Priority] if isinstance(row, Priority)}
    first = min(began.values())
    row = sample.add(
        Strand,
        name,
        first,
        board_id=sample.board.id,
        priority_id=priorities[priority],
        lead_organisation_id=sample.organisations[lead].id,
        position=sample.next_position("strand"),
        name=name,
        purpose=purpose,
        reserved_to=reserved[0],
        reserved_reason=reserved[1],
        ended=ended,
    )
    planned = planned or {}
    for stage in Stage:
        if stage in began or stage in planned:
            sample.add(
                StrandStage,
                f"{name}/{stage}",
                first,
                strand_id=row.id,
                stage=stage,
                planned=planned.get(stage),
                began=began.get(stage),
            )
    for place, (pence, words, body) in enumerate(sums):
        sample.add(
            StrandSum,
            f"{name}/{place}",
            first,
            strand_id=row.id,
            organisation_id=sample.organisations[body].id,
            position=place,
            words=words,
            pence=pence,
        )
    return row
