"""Real meetings played in the room: their minutes are those of the imported records, block by block.

What the program stamps of itself is set aside: times of the day, labels of papers, numbers of actions and proposals.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select

from boardroom.cli import main
from boardroom.documents.blocks import Block, Table
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from boardroom.domain.meeting import Meeting, MeetingDay
from boardroom.domain.words import MeetingStatus, MinuteNumbers, PointKind, Presence, Sector
from boardroom.services.agenda import add_item
from boardroom.services.attendance import add_group
from boardroom.services.boards import add_organisation, change_board, create_board
from boardroom.services.meetings import plan_meeting
from boardroom.store.file import BoardFile
from boardroom.store.queries.meetings import load_meeting
from tests.exchange.conftest import REAL
from tests.journeys.clerk import Clerk
from tests.journeys.hand import Hand
from tests.journeys.newcomer import Newcomer
from tests.ui.program import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot
    from sqlalchemy.orm import Session

_STAMPED = re.compile(r",? from \d\d:\d\d to \d\d:\d\d|, at \d\d:\d\d|(?<=Paper:) 4A")


class Real:
    """A record, its minutes as imported, and a board file in which the meeting can be held again."""

    def __init__(self, number: str, folder: Path) -> None:
        (self.source,) = [path for path in REAL if path.stem.startswith(number)]
        self.record: dict[str, Any] = json.loads(self.source.read_text(encoding="utf-8"))
        self.day = date.fromisoformat(self.record["meeting"]["date"])
        self._folder = folder

    def minutes_as_imported(self) -> list[str]:
        path = self._folder / "Imported.boardroom"
        assert main(["new", str(path), "--name", "Another board"]) == 0
        assert main(["import", str(path), str(self.source), "--new-board"]) == 0
        # A later meeting confirms minutes; these stand where those of the meeting that is played stand.
        with BoardFile.open(path, who="Ann Reed") as file, file.writing("Go back") as session:
            session.scalars(select(Meeting)).one().status = MeetingStatus.DRAFT_MINUTES
        return self.minutes_in(path)

    def minutes_in(self, path: Path) -> list[str]:
        with BoardFile.open(path, who="Ann Reed") as file, file.reading() as session:
            found = select(MeetingDay.meeting_id).where(MeetingDay.held_on == self.day)
            record = load_meeting(session, session.scalars(found).one(), Audience.MEMBERS)
            document = compose_minutes(record, Audience.MEMBERS)
        return [_STAMPED.sub("", repr(_unnumbered(block))) for block in document.blocks]

    def before_it(self, also: Callable[[Session, UUID], None] | None = None) -> Path:
        """Make a file with the board, the organisations of its members, and the meeting before this one."""
        path = self._folder / "Live.boardroom"
        bodies = {line["organisation"]: Sector(line["sector"]) for line in self.record["attendance"]}
        before = date.fromisoformat(self.record["previous_minutes"][0]["meeting_date"])
        number = int(self.record["agenda"][0]["minute_number"]) - 1
        with BoardFile.create(path, who="Ann Reed") as file, file.writing("Start") as session:
            board = create_board(session, self.record["body"]["name"])
            session.flush()
            change_board(session, board.id, minute_numbers=MinuteNumbers.FOR_EVER)
            for name, sector in bodies.items():
                add_organisation(session, name, sector)
            last = plan_meeting(session, board.id, before)
            session.flush()
            add_item(session, last.id, "Any other business").minute_number = str(number)
            last.status = MeetingStatus.CONFIRMED
            if also is not None:
                also(session, board.id)
        return path


def _unnumbered(block: Block) -> Block:
    """Return a block without the numbers that actions and proposals are given as they are recorded."""
    if not isinstance(block, Table) or block.columns[0].header != "No.":
        return block
    rows = tuple((replace(row[1], heads_row=True), *row[2:]) for row in block.rows)
    return replace(block, columns=block.columns[1:], rows=rows)


@pytest.fixture
def come(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Real, Path], Newcomer]]:
    """Sit down at a board file, a little before a meeting begins."""
    started: list[Running] = []

    def come(real: Real, path: Path) -> Newcomer:
        one = Running(qtbot, tmp_path, "Ann Reed")
        started.append(one)
        one.clock.now = datetime.combine(real.day, time(13, 50), tzinfo=UTC)
        one.program.begin(path)
        one.wait_for_board()
        return Newcomer(one)

    yield come
    for one in started:
        one.close()


def test_by_keyboard(come: Callable[[Real, Path], Newcomer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Grants from a fund: those who apply for it declare an interest and leave the room."""
    real = Real("15-", tmp_path)
    path = real.before_it()
    paper = tmp_path / f"{real.record['agenda'][3]['paper']}.txt"
    paper.write_text("Allocations", encoding="utf-8")
    # The system's own dialog is no part of the program.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(paper), ""))
    me = come(real, path)
    clerk = Clerk(me)
    prepare(me, clerk, real)
    me.press("Ctrl+Shift+H")
    me.is_told("Start the meeting")
    for at, item in enumerate(real.record["agenda"]):
        me.one.clock.go_on(minutes=7)
        if at:
            me.press("Ctrl+PgDown")
            me.sees(f"Item {item['number']}")
        minute(clerk, real, item)
    me.one.clock.go_on(minutes=20)
    # What is still open is shown first; the second press closes.
    me.press("Ctrl+Shift+C")
    me.press("Ctrl+Shift+C")
    me.is_at("minutes")
    me.press("Ctrl+Q")
    assert main(["check", str(path)]) == 0
    assert real.minutes_in(path) == real.minutes_as_imported()


def prepare(me: Newcomer, clerk: Clerk, real: Real) -> None:
    """Plan the meeting, its agenda and its paper; list who comes, who is away."""
    clerk.plan(f"{real.day:%d %b %Y}")
    for item in real.record["agenda"]:
        clerk.add_item(item["title"], item["kind"])
    clerk.attach_paper()
    me.press("F7")
    me.is_at("room")
    for line in real.record["attendance"]:
        away = line["status"] == Presence.APOLOGIES
        clerk.add_people(line["role"], line["count"], line["organisation"], apologies=away)


def minute(clerk: Clerk, real: Real, item: dict[str, Any]) -> None:
    """Record what an item brought; interests at the item about them."""
    for one in real.record["declarations"] if item["title"].startswith("Declarations") else ():
        clerk.declare(one["by"], one["nature"], ", ".join(one["items"]), one["effect"])
    # Notes are the secretary's own; the minutes say nothing of them.
    clerk.jot(f"{item['title']}: written while people talked.")
    for one in item["points"]:
        by = one["by"]
        # As it is to be read: a role has its article.
        who = f"The {by['role']}" if "role" in by else ""
        sector = "" if by["sector"] == Sector.UNKNOWN else by["sector"]
        clerk.point(one["text"], one["kind"], by=who, organisation=by.get("organisation", ""), sector=sector)
    for one in item.get("decisions", ()):
        to, remark = one.get("recommended_to", ""), one.get("note", "")
        clerk.decide(one["text"], result=one["result"], method=one["method"], to=to, remark=remark)
    for one in item.get("actions", ()):
        owner = f"{one['owner_role']}, {one['owner_organisation']}"
        clerk.action(one["text"], owner=owner, due=one["due"])


def test_by_mouse(come: Callable[[Real, Path], Newcomer], tmp_path: Path) -> None:
    """A question answered, a proposal challenged. Planned beforehand; words are typed, all else is clicked."""
    real = Real("34-", tmp_path)

    def plan(session: Session, board_id: UUID) -> None:
        meeting = plan_meeting(session, board_id, real.day)
        session.flush()
        for item in real.record["agenda"]:
            add_item(session, meeting.id, item["title"])
        for line in real.record["attendance"]:
            add_group(
                session,
                meeting.id,
                line["role"],
                headcount=line["count"],
                organisation=line["organisation"],
                status=Presence(line["status"]),
            )

    path = real.before_it(plan)
    me = come(real, path)
    hand = Hand(me)
    hand.click("Run the meeting")
    me.is_at("room")
    hand.click("Start the meeting")
    me.is_told("Start the meeting")
    for at, item in enumerate(real.record["agenda"]):
        me.one.clock.go_on(minutes=9)
        if at:
            hand.click("Next item")
            me.sees(f"Item {item['number']}")
        for one in item["points"]:
            put_by_mouse(me, hand, one) if one["kind"] == PointKind.PROPOSAL else point_by_mouse(me, hand, one)
        for one in item.get("decisions", ()):
            hand.click("New decision")
            me.type(one["text"])
            hand.click("Close")
            me.sees(one["text"])
    hand.choose("Meeting", "Close the meeting")
    me.sees("Before the meeting is closed")
    hand.click(f"Close the meeting {me.one.clock.now:%H:%M}")
    me.is_at("minutes")
    # By the system's own button at the window's corner.
    me.one.close()
    assert main(["check", str(path)]) == 0
    assert real.minutes_in(path) == real.minutes_as_imported()


def put_by_mouse(me: Newcomer, hand: Hand, one: dict[str, Any]) -> None:
    """Record what somebody puts forward."""
    hand.click("New proposal")
    me.type(one["text"])
    hand.click_into("Put by which organisation")
    me.type(one["by"]["organisation"][:9])
    hand.take(one["by"]["organisation"])
    hand.click_into("Put by whom")
    me.type(one["by"]["role"])
    hand.click("Close")
    me.sees(one["text"])


def point_by_mouse(me: Newcomer, hand: Hand, one: dict[str, Any]) -> None:
    """Record what somebody contributed."""
    role = one["by"]["role"]
    hand.click("New point")
    # As it is to be read: several people are representatives.
    me.type("A representative" if role == "Representative" else f"The {role}")
    hand.click_into("Kind")
    hand.take(one["kind"].capitalize())
    hand.click_into("What was said")
    me.type(one["text"])
    hand.click_into("For which organisation")
    me.type(one["by"]["organisation"][:9])
    hand.take(one["by"]["organisation"])
    hand.click("Close")
    me.sees(one["text"])
