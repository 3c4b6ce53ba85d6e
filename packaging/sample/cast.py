"""Who takes part in the sample board: its organisations, people, seats and terms of reference, all made up."""

from datetime import date

from boardroom.domain.words import DayKind, MinuteNumbers, QuorumBase, SeatRole, Sector
from sample.board import SampleBoard

BOARD = "Arrowmere Children and Young People’s Partnership"
FOUNDED = date(2024, 6, 1)
NEW_TERMS = date(2026, 4, 1)

COUNCIL = "Arrowmere Council"
CARE_BOARD = "Arrowmere Care Board"
BORDER_HEALTH = "Border Community Health"
POLICE = "West Border Police"
PROBATION = "Marches Probation Service"
PRIMARY = "Harbour Lane Primary"
COLLEGE = "Sixth Form College"
CAREERS = "Careers Marches"
TY_CWTSH = "Tŷ Cwtsh Families"
YOUNG_CARERS = "Arrowmere Young Carers"
LLAN_Y_DWR = "Llan-y-dŵr Community Association"
CANALSIDE = "Canalside Residents’ Forum"
ST_TYSILIO = "St Tysilio’s Church"
NURSERIES = "Sunny Bank Nurseries Ltd"
BRIGHTWATER = "Brightwater Care Ltd"
COACHES = "Mountford Coaches Ltd"
YOUTH_VOICE = "Youth Voice Arrowmere"
PARENTS = "Parent Carer Forum"
REPAIR_CAFE = "Arrowmere Repair Café"
NURSING = "Marches Children’s Nursing"


def cast() -> SampleBoard:
    """Return the board with everybody on it, before its first meeting here."""
    sample = SampleBoard(BOARD, FOUNDED)
    sample.board.kind = "children and young people’s partnership"
    sample.board.area = "Arrowmere and the Border villages"
    sample.board.minute_numbers = MinuteNumbers.FOR_EVER
    sample.board.country = "England"
    _organisations(sample)
    sample.board.accountable_body_id = sample.organisations[COUNCIL].id
    _terms(sample)
    _seats(sample)
    _people(sample)
    _memberships(sample)
    _interests(sample)
    return sample


def _organisations(sample: SampleBoard) -> None:
    for name, sector, statutory, short in (
        (COUNCIL, Sector.LOCAL_AUTHORITY, True, "Council"),
        (BORDER_HEALTH, Sector.HEALTH, False, ""),
        (POLICE, Sector.POLICE, True, ""),
        (PROBATION, Sector.PROBATION, True, "Probation"),
        (PRIMARY, Sector.EDUCATION, True, ""),
        (COLLEGE, Sector.EDUCATION, True, "College"),
        (CAREERS, Sector.OTHER_PUBLIC, True, ""),
        (TY_CWTSH, Sector.VOLUNTARY, False, "Tŷ Cwtsh"),
        (YOUNG_CARERS, Sector.VOLUNTARY, False, "Young Carers"),
        (LLAN_Y_DWR, Sector.COMMUNITY, False, "Llan-y-dŵr"),
        (CANALSIDE, Sector.COMMUNITY, False, "Canalside Residents"),
        (REPAIR_CAFE, Sector.COMMUNITY, False, "Repair Café"),
        (ST_TYSILIO, Sector.FAITH, False, "St Tysilio’s"),
        (NURSERIES, Sector.PRIVATE, False, "Sunny Bank"),
        (COACHES, Sector.PRIVATE, False, ""),
        (YOUTH_VOICE, Sector.SERVICE_USERS, False, "Youth Voice"),
        (PARENTS, Sector.SERVICE_USERS, False, ""),
    ):
        sample.organisation(name, short_name=short)
        sample.status(name, sector, statutory=statutory)
    # Children's nursing passed to Border Community Health in April 2025.
    sample.organisation(NURSING, successor=BORDER_HEALTH)
    sample.status(NURSING, Sector.HEALTH, ends=date(2025, 3, 31))
    # The care board took the place of the commissioning group under a new name.
    sample.organisation(CARE_BOARD)
    sample.status(
        CARE_BOARD, Sector.HEALTH, statutory=True, name="Arrowmere Health Commissioners", ends=date(2026, 3, 31)
    )
    sample.status(CARE_BOARD, Sector.HEALTH, statutory=True, starts=NEW_TERMS)
    # Brightwater was a charity until it became a company.
    sample.organisation(BRIGHTWATER, short_name="Brightwater")
    sample.status(BRIGHTWATER, Sector.VOLUNTARY, name="Brightwater Trust", ends=date(2025, 3, 31))
    sample.status(BRIGHTWATER, Sector.PRIVATE, starts=date(2025, 4, 1))


def _terms(sample: SampleBoard) -> None:
    sample.terms(
        "first",
        ("", Sector.LOCAL_AUTHORITY, 1),
        starts=FOUNDED,
        ends=date(2026, 3, 31),
        remit=(
            "To plan services for children, young people and their families together, and to advise each partner "
            "on what it commissions."
        ),
        quorum_numerator=1,
        quorum_denominator=2,
        quorum_base=QuorumBase.ALL_SEATS,
        quorum_sectors=4,
        notice_days=5,
        notice_kind=DayKind.WORKING,
        call_weeks=12,
    )
    sample.terms(
        "second",
        ("", Sector.LOCAL_AUTHORITY, 1),
        ("", Sector.SERVICE_USERS, 1),
        starts=NEW_TERMS,
        remit=(
            "To plan services for children, young people and their families together, to hear every sector before a "
            "specification is written, to answer every proposal with a reason, and to advise each partner on what "
            "it commissions. Decisions on the council’s budget and policy stay with the council."
        ),
        quorum_numerator=1,
        quorum_denominator=2,
        quorum_base=QuorumBase.FILLED_SEATS,
        quorum_floor=6,
        quorum_sectors=5,
        notice_days=5,
        notice_kind=DayKind.WORKING,
        call_weeks=12,
    )


def _seats(sample: SampleBoard) -> None:
    sample.seat("Chair", Sector.LOCAL_AUTHORITY, COUNCIL, role=SeatRole.CHAIR)
    sample.seat("Councillor", Sector.LOCAL_AUTHORITY, COUNCIL)
    sample.seat("Director of children’s services", Sector.LOCAL_AUTHORITY, COUNCIL)
    sample.seat("Health commissioner and vice-chair", Sector.HEALTH, CARE_BOARD, role=SeatRole.VICE_CHAIR)
    sample.seat("Community health provider", Sector.HEALTH, BORDER_HEALTH)
    sample.seat("Police", Sector.POLICE, POLICE)
    sample.seat("Probation", Sector.PROBATION, PROBATION, ends=date(2026, 9, 30))
    sample.seat("Primary schools", Sector.EDUCATION, "")
    sample.seat("Colleges", Sector.EDUCATION, COLLEGE)
    # Nobody has been named for the secondary schools since the seat was made.
    sample.seat("Secondary schools", Sector.EDUCATION, "", starts=NEW_TERMS)
    sample.seat("Voluntary organisations: families", Sector.VOLUNTARY, "")
    sample.seat("Voluntary organisations: young people", Sector.VOLUNTARY, "")
    sample.seat("Community: villages", Sector.COMMUNITY, "")
    sample.seat("Community: town", Sector.COMMUNITY, "", starts=NEW_TERMS)
    sample.seat("Private providers", Sector.PRIVATE, "")
    sample.seat("Young people", Sector.SERVICE_USERS, YOUTH_VOICE)
    sample.seat("Parents and carers", Sector.SERVICE_USERS, PARENTS)
    sample.seat(
        "Faith communities",
        Sector.FAITH,
        ST_TYSILIO,
        role=SeatRole.CO_OPTED,
        starts=date(2025, 1, 1),
        ends=date(2026, 9, 30),
    )
    # Probation gave up its vote for a co-opted place, and has still to fill it.
    sample.seat("Probation, co-opted", Sector.PROBATION, PROBATION, role=SeatRole.CO_OPTED, starts=date(2026, 10, 1))
    sample.seat("Partnership secretary", Sector.LOCAL_AUTHORITY, COUNCIL, role=SeatRole.IN_ATTENDANCE)
    sample.seat("Head of commissioning", Sector.LOCAL_AUTHORITY, COUNCIL, role=SeatRole.IN_ATTENDANCE)
    sample.seat("Careers observer", Sector.OTHER_PUBLIC, CAREERS, role=SeatRole.OBSERVER)


def _people(sample: SampleBoard) -> None:
    for name in (
        "Cllr Margaret Ashdown", "Cllr Llŷr Bowen", "Alun Prosser", "Priya Raman", "Dr Helen Fairweather",
        "Beth Caradog", "Dr Ifan Rees", "Owain Meredith", "Gwen Tudor", "Supt Judith Elcock", "Supt Colin Hartnell",
        "Ch Insp Dilys Marsh", "Gareth Wynne", "Ruth Okonjo", "Simon Thackeray", "Tom Brackley", "Amina Yusuf",
        "Mared Lloyd", "Daniel Firth", "Heulwen Price", "Emyr Vaughan", "Joseph Adeyemi", "Sandra Tranter",
        "Karen Whitlock", "Callum Reece", "Ffion Davies", "Jordan Ellis", "Bronwen Tate", "Revd Gwenllian Pryce",
        "Siân Treharne", "Marcus Bright", "Neil Hodnet", "Dafydd Mountford", "Hana Kovář", "Lowri Haf Evans",
    ):  # fmt: skip
        sample.person(name, language="cy" if name in {"Heulwen Price", "Lowri Haf Evans", "Emyr Vaughan"} else "")


def _memberships(sample: SampleBoard) -> None:
    holds = sample.holds
    holds("Cllr Margaret Ashdown", "Chair", COUNCIL)
    holds("Cllr Llŷr Bowen", "Councillor", COUNCIL)
    holds("Alun Prosser", "Director of children’s services", COUNCIL, ends=date(2025, 8, 31))
    holds("Priya Raman", "Director of children’s services", COUNCIL, date(2025, 9, 1))
    holds("Dr Helen Fairweather", "Health commissioner and vice-chair", CARE_BOARD)
    holds("Owain Meredith", "Community health provider", NURSING, ends=date(2025, 3, 31))
    holds("Owain Meredith", "Community health provider", BORDER_HEALTH, date(2025, 4, 1))
    holds("Supt Judith Elcock", "Police", POLICE, ends=date(2025, 12, 31))
    holds("Supt Colin Hartnell", "Police", POLICE, date(2026, 1, 1))
    holds("Gareth Wynne", "Probation", PROBATION, ends=date(2026, 9, 30))
    holds("Ruth Okonjo", "Primary schools", PRIMARY)
    holds("Tom Brackley", "Colleges", COLLEGE)
    holds("Amina Yusuf", "Voluntary organisations: families", TY_CWTSH)
    holds("Daniel Firth", "Voluntary organisations: young people", YOUNG_CARERS)
    holds("Heulwen Price", "Community: villages", LLAN_Y_DWR)
    holds("Joseph Adeyemi", "Community: town", CANALSIDE, NEW_TERMS)
    holds("Sandra Tranter", "Private providers", NURSERIES, ends=date(2025, 6, 30))
    holds("Karen Whitlock", "Private providers", BRIGHTWATER, date(2025, 7, 1))
    holds("Callum Reece", "Young people", YOUTH_VOICE, ends=date(2025, 8, 31))
    holds("Ffion Davies", "Young people", YOUTH_VOICE, date(2025, 9, 1))
    holds("Jordan Ellis", "Parents and carers", PARENTS)
    holds("Revd Gwenllian Pryce", "Faith communities", ST_TYSILIO, date(2025, 1, 1), date(2026, 9, 30))
    holds("Siân Treharne", "Partnership secretary", COUNCIL)
    holds("Marcus Bright", "Head of commissioning", COUNCIL)
    holds("Neil Hodnet", "Careers observer", CAREERS)
    for seat, people in {
        "Health commissioner and vice-chair": ("Beth Caradog", "Dr Ifan Rees"),
        "Community health provider": ("Gwen Tudor",),
        "Police": ("Ch Insp Dilys Marsh",),
        "Primary schools": ("Simon Thackeray",),
        "Voluntary organisations: families": ("Mared Lloyd",),
        "Community: villages": ("Emyr Vaughan",),
        "Parents and carers": ("Bronwen Tate",),
    }.items():
        sample.deputies(seat, *people)
    sample.works_for["Lowri Haf Evans"] = COUNCIL


def _interests(sample: SampleBoard) -> None:
    """Fill the register, as members told it when they joined and when something changed."""
    joined = date(2024, 9, 12)
    sample.interest(
        "Director",
        "Short breaks; places in children’s homes",
        joined,
        person="Karen Whitlock",
        organisation=BRIGHTWATER,
        starts=date(2021, 5, 1),
    )
    sample.interest(
        "Trustee, unpaid",
        "Grants to voluntary organisations",
        joined,
        person="Amina Yusuf",
        organisation=TY_CWTSH,
        starts=date(2019, 1, 1),
    )
    sample.interest(
        "Brother is a driver",
        "Home-to-school transport",
        joined,
        person="Heulwen Price",
        organisation=COACHES,
        ends=date(2025, 12, 31),
    )
    sample.interest(
        "Governor",
        "Wellbeing in schools; school places",
        date(2026, 1, 22),
        person="Cllr Llŷr Bowen",
        organisation=PRIMARY,
        starts=date(2026, 1, 1),
    )
    sample.interest("Holds the contract for 14 routes", "Home-to-school transport", joined, organisation=COACHES)
