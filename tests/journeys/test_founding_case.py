"""Why Boardroom exists: three strands, the voluntary and community sectors early in one, too late in another.

Before it is too late the window and the agenda name the sectors that are missing; afterwards the report tells at which
stage each came in. The third strand is the one that the warning saves.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from boardroom.cli import main
from boardroom.domain.involvement import first_of_each
from boardroom.domain.words import MeetingStatus, Presence, Sector, Stage
from boardroom.services.agenda import add_item
from boardroom.services.attendance import all_present_except, expect_seat
from boardroom.services.boards import add_organisation, add_seat, create_board, seat_person
from boardroom.services.meetings import plan_meeting
from boardroom.services.on_strand import put_item_on
from boardroom.services.planning import mark_held
from boardroom.services.proposal_life import tie_to_strand
from boardroom.services.proposals import PutBy, put_proposal
from boardroom.services.strand_stages import begin_stage, plan_stage
from boardroom.services.strands import add_strand
from boardroom.store.file import BoardFile
from boardroom.store.queries.calls import call_page, calls_of
from boardroom.store.queries.involvement import parts
from boardroom.store.queries.plan import stages_of
from boardroom.ui.links import Link
from boardroom.ui.pages.home import HomePage
from boardroom.ui.pages.strands.timeline import Timeline
from tests.journeys.reading_back import squeezed, words_in
from tests.ui.program import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot
    from sqlalchemy.orm import Session

EARLY, LATE, SAVED = "Short breaks", "Equipment", "Early help"
PARTNERS = {
    "Rivermouth Council": Sector.LOCAL_AUTHORITY,
    "Care Board": Sector.HEALTH,
    "Carers’ Link": Sector.VOLUNTARY,
    "Canalside Forum": Sector.COMMUNITY,
}
LATECOMERS = ("Carers’ Link", "Canalside Forum")
BEFORE = date(2026, 5, 20)
"""12 days before the specification of the equipment strand begins."""
NOW = date(2026, 12, 14)
"""Four weeks before that of early help does."""
AFTER = date(2027, 2, 1)


class Founded(NamedTuple):
    """The board, its strands by name, and its meetings."""

    path: Path
    board_id: UUID
    strands: dict[str, UUID]


@pytest.fixture
def founded(tmp_path: Path) -> Founded:
    """The board as its record stands today."""
    return found(tmp_path, NOW)


def found(folder: Path, until: date) -> Founded:
    """Return a board whose voluntary and community members come to one strand at needs, to another at procurement.

    Only what has happened by a day stands in its record.
    """
    path = folder / "Rivermouth.boardroom"
    with BoardFile.create(path, who="Ann Reed") as file:
        with file.writing("Found the board") as session:
            board_id = create_board(session, "Rivermouth Partnership").id
            session.flush()
            seats = _seat_everybody(session, board_id)
            strands = {name: add_strand(session, board_id, name).id for name in (EARLY, LATE, SAVED)}
        began = {
            EARLY: {Stage.NEEDS: date(2026, 4, 1), Stage.STRATEGY: date(2026, 8, 3)},
            LATE: {
                Stage.NEEDS: date(2026, 2, 2),
                Stage.SPECIFICATION: date(2026, 6, 1),
                Stage.PROCUREMENT: date(2026, 9, 1),
            },
            SAVED: {Stage.STRATEGY: date(2026, 8, 3)},
        }
        planned = {EARLY: date(2027, 6, 1), LATE: date(2026, 6, 1), SAVED: date(2027, 1, 11)}
        with file.writing("Plan the stages") as session:
            for name, day in planned.items():
                plan_stage(session, strands[name], Stage.SPECIFICATION, day)
            for name, days in began.items():
                for stage, day in days.items():
                    if day <= until:
                        begin_stage(session, strands[name], stage, day)
        away = [seats[name] for name in LATECOMERS]
        held = (
            (date(2026, 5, 5), EARLY, ()),
            (date(2026, 5, 12), LATE, away),
            (date(2026, 9, 8), SAVED, away),
            (date(2026, 10, 6), LATE, ()),
        )
        for on, name, absent in held:
            if on <= until:
                _meet(file, board_id, on, strands[name], absent)
        with file.writing("Plan the next meeting") as session:
            plan_meeting(session, board_id, date(2027, 1, 5), name="January meeting", starts=time(14))
    return Founded(path, board_id, strands)


def _seat_everybody(session: Session, board_id: UUID) -> dict[str, UUID]:
    seats = {}
    for name, sector in PARTNERS.items():
        body = add_organisation(session, name, sector).id
        session.flush()
        seat = add_seat(session, board_id, name, sector=sector, organisation_id=body)
        session.flush()
        seat_person(session, seat.id, f"Member for {name}", organisation_id=body)
        seats[name] = seat.id
    return seats


def _meet(file: BoardFile, board_id: UUID, on: date, strand_id: UUID, away: Sequence[UUID]) -> None:
    with file.writing(f"Meet on {on}") as session:
        meeting = plan_meeting(session, board_id, on, name=f"Meeting of {on.day} {on:%B}")
        session.flush()
        item = add_item(session, meeting.id, "What families need")
        session.flush()
        put_item_on(session, item.id, strand_id)
        for seat_id in away:
            expect_seat(session, meeting.id, seat_id, Presence.APOLOGIES)
        session.flush()
        all_present_except(session, meeting.id, away)
        mark_held(session, meeting.id)
        assert meeting.status is MeetingStatus.HELD


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Running]]:
    """Start the whole program."""
    started: list[Running] = []

    def running() -> Running:
        started.append(Running(qtbot, tmp_path / "home", "Ann Reed"))
        started[-1].program.begin(None)
        return started[-1]

    yield running
    for one in started:
        one.close()


def open_on(run: Callable[[], Running], founded: Founded, day: date) -> Running:
    one = run()
    one.clock.now = datetime.combine(day, time(13, 30), tzinfo=one.clock.now.tzinfo)
    one.program.files.open(founded.path)
    one.wait_for_board()
    one.window.go(Link("home"))
    QApplication.processEvents()
    return one


def needs(one: Running) -> list[str]:
    """Return what Home says that needs somebody."""
    page = one.page
    assert isinstance(page, HomePage)
    return [f"{row.title} {row.second_line}" for row in page.needs.loaded()]


def warned_of(one: Running, strand: str) -> str:
    return next((row for row in needs(one) if strand in row), "")


def exported(founded: Founded, tmp_path: Path, *words: str) -> str:
    """Return what a PDF says that the command line wrote."""
    out = tmp_path / f"{words[0]}-{words[1]}.pdf"
    assert main([words[0], str(founded.path), *words[1:], "-o", str(out)]) == 0
    return words_in(out)


def test_the_warning_comes_while_something_can_still_be_done(run: Callable[[], Running], tmp_path: Path) -> None:
    one = open_on(run, found(tmp_path, BEFORE), BEFORE)
    said = warned_of(one, LATE)
    assert "voluntary" in said.casefold()
    assert "community" in said.casefold()
    assert not warned_of(one, EARLY)


def test_the_strand_that_is_warned_of_is_saved_by_a_call(
    run: Callable[[], Running], founded: Founded, tmp_path: Path
) -> None:
    one = open_on(run, founded, NOW)
    assert "voluntary" in warned_of(one, SAVED).casefold()
    agenda = exported(founded, tmp_path, "export", "agenda", "--meeting", "2027-01-05")
    assert squeezed("Not yet involved in planning “Early help”: voluntary and community.") in agenda
    assert squeezed("Its specification is planned from 11 January 2027.") in agenda

    # From the warning to a call that is sent to everybody: three keys.
    page = one.page
    assert isinstance(page, HomePage)
    row = next(row for row in page.needs.loaded() if SAVED in row.title or SAVED in row.second_line)
    page.needs.choose(row.id)
    page.needs.setFocus()
    one.press("C")
    one.wait_for_page("calls")
    one.press("Escape")
    one.press("S")
    desk = one.desk
    (called,) = desk.read(calls_of, founded.board_id, NOW)
    call = desk.read(call_page, called.id, NOW)
    assert call is not None
    assert {row.told_on for row in call.invited} == {NOW}
    assert {row.name for row in call.invited} == set(PARTNERS)

    # Both sectors answer it, before the specification begins.
    for name in LATECOMERS:
        with desk.file.writing(f"{name} answers") as session:
            proposal = put_proposal(
                session, founded.board_id, f"What {name} would do", [PutBy(organisation=name)],
                received_on=NOW + timedelta(days=7),
            )  # fmt: skip
            session.flush()
            proposal.call_id = called.id
            tie_to_strand(session, proposal.id, founded.strands[SAVED])
    with desk.file.writing("The specification begins") as session:
        begin_stage(session, founded.strands[SAVED], Stage.SPECIFICATION, date(2027, 1, 11))
    one.clock.now = datetime.combine(AFTER, time(10), tzinfo=one.clock.now.tzinfo)
    one.window.go(Link("strands"))
    one.window.go(Link("home"))
    QApplication.processEvents()
    assert not warned_of(one, SAVED)
    one.close()

    report = exported(founded, tmp_path, "report", "early", "--to", AFTER.isoformat())
    assert squeezed("Involved only at specification or later: 2.") in report
    assert_the_record_says_the_same(founded)


def assert_the_record_says_the_same(founded: Founded) -> None:
    late: dict[str, set[Sector]] = {}
    with BoardFile.open(founded.path, who="Ann Reed") as file, file.reading() as session:
        for name, strand_id in founded.strands.items():
            stages = stages_of(session, strand_id)
            firsts = first_of_each(parts(session, founded.board_id, strand_id=strand_id, until=AFTER), stages)
            late[name] = {sector for sector, first in firsts.items() if not first.early}
            assert set(firsts) == set(PARTNERS.values())
    assert late == {EARLY: set(), LATE: {Sector.VOLUNTARY, Sector.COMMUNITY}, SAVED: set()}


def test_the_window_shows_the_same_as_the_report(run: Callable[[], Running], founded: Founded) -> None:
    one = open_on(run, founded, NOW)
    one.window.go(Link("strands", "strand", founded.strands[LATE]))
    QApplication.processEvents()
    timeline = one.page.findChild(Timeline)
    assert isinstance(timeline, Timeline)
    assert "2 of 4 sectors involved early" in timeline.accessibleDescription()
