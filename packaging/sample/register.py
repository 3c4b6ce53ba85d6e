"""Proposals that reached the register between meetings; those made at a meeting stand in its own module."""

from datetime import date

from sample import cast
from sample.board import SampleBoard


def open_register(sample: SampleBoard) -> None:
    """Put the proposals in, in the order in which they came."""
    _first_year(sample)
    _second_year(sample)


def _first_year(sample: SampleBoard) -> None:
    put = sample.proposal
    put(3, "The charities’ minibuses take the midday runs", cast.BRIGHTWATER, received=date(2025, 2, 20))
    put(4, "Buses stop at the lane ends of the four upland farms", "Heulwen Price", received=date(2025, 2, 26))
    put(5, "Contracts run for five years, not three", cast.COACHES, received=date(2025, 2, 28))
    put(6, "Mentors are trained together with probation volunteers", "Gareth Wynne", received=date(2025, 3, 4))
    put(7, "Supper for care leavers at the church hall once a month", cast.ST_TYSILIO, received=date(2025, 3, 28))
    put(8, "Nurseries share one waiting list", "Sandra Tranter", received=date(2025, 4, 7))
    put(9, "A crèche for student parents at the college", "Tom Brackley", received=date(2025, 4, 22))
    put(11, "Each children’s home has one officer whom it knows", cast.POLICE, received=date(2025, 6, 3))
    put(12, "Free childcare for the children of foster carers", "Cllr Llŷr Bowen", received=date(2025, 6, 16))
    put(16, "Neighbours drive children who have missed the bus", cast.LLAN_Y_DWR, received=date(2025, 9, 8))
    put(19, "One form to ask for equipment, whoever pays", "Dr Helen Fairweather", received=date(2025, 12, 8))
    put(20, "A quiet hour in church for children who can’t face school", cast.ST_TYSILIO, received=date(2026, 1, 6))


def _second_year(sample: SampleBoard) -> None:
    put = sample.proposal
    put(21, "Families try equipment at home before it is ordered", cast.PARENTS, received=date(2026, 2, 2))
    put(22, "Libraries lend equipment with their toys", cast.COUNCIL, received=date(2026, 2, 10))
    put(23, "Wheelchairs are marked against theft", cast.POLICE, received=date(2026, 2, 16))
    put(24, "Repair café mends wheelchairs on loan", cast.REPAIR_CAFE, received=date(2026, 3, 10))
    put(25, "Mentors are matched before release, not after", cast.PROBATION, received=date(2026, 4, 3))
    put(26, "School nurses keep a drop-in after term ends", cast.BORDER_HEALTH, received=date(2026, 4, 3))
    put(27, "Let small charities bid for one ward at a time", cast.TY_CWTSH, received=date(2026, 5, 3))
    put(28, "Nurse at every second session", cast.BORDER_HEALTH, received=date(2026, 5, 12))
    put(29, "Hall at St Tysilio’s for half-term play", cast.ST_TYSILIO, received=date(2026, 5, 20))
    put(30, "Let families book the hoist by the hour", cast.LLAN_Y_DWR, received=date(2026, 8, 8))
    put(31, "Nurseries post spare sessions each Monday", cast.NURSERIES, received=date(2026, 8, 12))
    put(32, "Online booking for all sessions", cast.BRIGHTWATER, received=date(2026, 8, 14))
    put(33, "Nurture room shared by three primaries", cast.PRIMARY, received=date(2026, 8, 17))
    put(34, "Careers and probation share one adviser", cast.CAREERS, cast.PROBATION, received=date(2026, 8, 20))
    put(35, "Police cadets as stewards at summer play days", cast.POLICE, received=date(2026, 8, 25))
    put(36, "Keep one Canalside pitch free of bookings on weekdays", cast.CANALSIDE, received=date(2026, 9, 3))
    put(37, "Joint clinic at Tŷ Haul on the last Friday", cast.CARE_BOARD, received=date(2026, 9, 8))
    put(38, "Parents sit on the panel that reads the bids", cast.PARENTS, received=date(2026, 9, 22))
    put(39, "Ask young carers before the school survey goes out", cast.YOUTH_VOICE, received=date(2026, 9, 24))
    put(40, "Share one referral form across four charities", cast.TY_CWTSH, received=date(2026, 10, 1))
    put(41, "Weekend sessions in two village halls, not only in town", cast.TY_CWTSH, received=date(2026, 10, 14))
    put(
        42,
        "Evening phone line run with the young carers themselves",
        cast.TY_CWTSH,
        cast.YOUNG_CARERS,
        received=date(2026, 10, 27),
    )
    put(43, "Community minibus on Saturdays, with volunteer drivers", cast.LLAN_Y_DWR, received=date(2026, 11, 11))
