"""The second screen, in real windows: what the room reads, its keys, and that it never takes the focus."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from sqlalchemy import select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.audience import Audience
from boardroom.domain.words import Method, Restriction, Result, VoteBasis, VoteMethod, VoteOption
from boardroom.services.attendance import all_present_except
from boardroom.services.decisions import record_decision
from boardroom.services.motions import put_motion
from boardroom.services.running import take
from boardroom.services.votes import Ballot, Cast, vote_on_motion
from boardroom.store.queries.meeting_page import head_of
from boardroom.store.queries.meetings import load_meeting
from boardroom.store.queries.voters import voters_at
from boardroom.ui.kit.theme import wear
from boardroom.ui.kit.tokens import DARK, Appearance
from boardroom.ui.links import Link
from tests.journeys.hostile_board import hostile_texts
from tests.made_up import HIDDEN
from tests.ui.pages.test_room import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.domain.votes import Motion
    from boardroom.ui.pages.projection import Projection
    from tests.ui.program import Running


ITEM = 5
"""The place of an item without anything restricted about it."""


class Screen:
    """A meeting in session, with the second screen on."""

    def __init__(self, room: Room) -> None:
        self.room, self.one = room, room.one
        self.one.press("Ctrl+Shift+H")
        self.one.desk.write("Mark all as here", all_present_except, room.id)
        for _ in range(ITEM):
            self.one.press("Ctrl+PgDown")

    @property
    def window(self) -> Projection:
        window = self.room.page_of_room().beside.projection
        assert window is not None
        return window

    def take(self, place: int) -> UUID:
        item_id = self.room.items[place]
        self.one.desk.write("Take it", take, item_id, self.one.clock.now)
        self.one.window.go(Link("room", "agenda_item", item_id, self.room.id, item_id))
        QApplication.processEvents()
        return item_id

    def move(self, wording: str = "That the strategy be agreed") -> Motion:
        motion: Motion = self.one.desk.write("Put a motion", put_motion, self.room.items[ITEM], wording)
        QApplication.processEvents()
        return motion

    def texts(self) -> list[str]:
        return said_in(self.window)


def said_in(window: QWidget) -> list[str]:
    """Return every text, name and description of a window, as eye and ear have them."""
    found = [window.windowTitle()]
    for widget in [window, *window.findChildren(QWidget)]:
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.objectName()]
        heard = QAccessible.queryAccessibleInterface(widget)
        if heard is not None:
            found += [heard.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
        found += [widget.text()] if isinstance(widget, QLabel) else []
    return [one for one in found if one]


@pytest.fixture
def room(run: Callable[..., Running], sample: Path, tmp_path: Path) -> Room:
    path = tmp_path / "Arrowmere.boardroom"
    path.write_bytes(sample.read_bytes())
    one = run(path=path)
    one.wait_for_board()
    return Room(one)


@pytest.fixture
def screen(room: Room) -> Screen:
    return Screen(room)


@pytest.fixture
def light() -> Iterator[None]:
    yield
    wear(Appearance.LIGHT)


def test_one_key_shows_it_and_takes_it_away_and_the_focus_stays(screen: Screen) -> None:
    focused = QApplication.focusWidget()
    screen.one.press("F11")
    assert screen.window.isVisible()
    assert screen.one.shell.isActiveWindow()
    assert QApplication.focusWidget() is focused is not None
    assert screen.one.message == "There is one display: the second screen is a small window here."
    screen.one.press("F11")
    assert not screen.window.isVisible()
    screen.one.press("F11")
    assert screen.window.isVisible()


def test_with_one_display_it_is_small_and_stands_in_the_corner_above_the_room(screen: Screen) -> None:
    screen.one.press("F11")
    place = screen.one.shell.screen().availableGeometry()
    box = screen.window.geometry()
    assert box.bottomRight() == place.bottomRight()
    assert box.width() <= max(320, min(480, place.width() // 2))
    assert box.height() == box.width() * 9 // 16
    handle = screen.window.windowHandle()
    assert handle.transientParent() is screen.one.shell.windowHandle()
    assert handle.type() == Qt.WindowType.Dialog, "of other windows X11 doesn't tell what they stand above"
    assert handle.flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_it_can_be_turned_on_by_the_button_in_the_head(screen: Screen) -> None:
    assert screen.room.page.head().commands == ("room.screen", "room.next")


def test_it_says_item_clock_time_left_and_what_is_next(screen: Screen) -> None:
    screen.one.press("F11")
    screen.one.clock.go_on(minutes=3, seconds=41)
    screen.window.tell_time()
    window = screen.window
    assert window.wording.kind.said == "Item 6 of 10"
    assert window.wording.text.said.startswith("Short breaks for disabled children")
    assert (window.clock.said, window.left.said) == ("14:04", "21:19 left")
    assert (window.next.said, window.coming.said) == ("Next", "7  Play on the Canalside estate")
    screen.one.clock.go_on(minutes=30)
    window.tell_time()
    assert (window.left.said, window.left.property("role")) == ("8:41 over", "danger")


def test_it_follows_the_meeting(screen: Screen) -> None:
    screen.one.press("F11")
    screen.one.press("Ctrl+PgDown")
    assert screen.window.wording.text.said.startswith("Play on the Canalside")
    screen.one.press("Ctrl+F7")
    screen.one.press("Return")
    assert screen.window.wording.text.said == "The meeting is adjourned"


def test_a_wording_is_put_there_and_its_result_after_the_vote(screen: Screen) -> None:
    motion = screen.move()
    screen.one.press("Ctrl+F11")
    window = screen.window
    assert window.isVisible(), "the key turns the screen on"
    assert (window.wording.kind.said, window.wording.text.said) == ("Motion", "That the strategy be agreed")
    assert not window.band.isVisible()
    voters = screen.one.desk.read(voters_at, screen.room.id, screen.room.items[ITEM])
    casts = [
        Cast(option=VoteOption.NO if place < 2 else VoteOption.YES, attendance_id=one.attendance_id)
        for place, one in enumerate(one for one in voters if one.may)
    ]
    ballot = Ballot(method=VoteMethod.NAMED, casts=casts, threshold=None, basis=VoteBasis.CAST)
    screen.one.desk.write("Record the vote", vote_on_motion, motion.id, ballot)
    QApplication.processEvents()
    assert window.band.isVisible()
    assert window.band.headline.said == "Carried, 13 to 2"
    assert window.band.sentence.said == "By named vote."
    names = [one.name.said for one in window.band.columns]
    assert "Local authority" in names
    assert "Service users" in names
    screen.one.press("Ctrl+Z")
    assert not window.band.isVisible()


def test_the_wording_in_an_open_vote_can_be_put_there(screen: Screen) -> None:
    screen.move("The first")
    second = screen.move("The second")
    screen.one.press("Ctrl+F11")
    assert "choose a motion" in screen.one.message
    screen.room.page.item.motions.choose(("motion", second.id))
    screen.one.press("F9")
    screen.one.press("Ctrl+F11")
    assert screen.window.wording.text.said == "The second"


def test_the_wording_goes_with_its_item(screen: Screen) -> None:
    screen.move()
    screen.one.press("Ctrl+F11")
    screen.one.press("Ctrl+PgDown")
    assert "That the strategy be agreed" not in screen.texts()


def test_what_was_settled_without_a_vote_is_told_in_words(screen: Screen) -> None:
    desk = screen.one.desk
    desk.write("Decide", record_decision, desk.board_id, "Agreed plan", item_id=screen.room.items[ITEM],
               method=Method.CONSENSUS, result=Result.CARRIED)  # fmt: skip
    QApplication.processEvents()
    screen.one.press("Ctrl+F11")
    assert screen.window.band.headline.said == "Carried"


def test_an_item_that_is_only_looked_at_is_not_put_there(screen: Screen) -> None:
    screen.one.window.go(Link("room", "agenda_item", screen.room.items[0], screen.room.id, screen.room.items[0]))
    assert screen.room.page.why_not("room.show") == "the item isn’t being taken"


def test_blank_is_a_plain_dark_ground_and_comes_back(screen: Screen) -> None:
    assert "off" in screen.room.page.why_not("room.blank")
    screen.one.press("F11")
    screen.one.press("Shift+F11")
    assert screen.window.blank
    picture = screen.window.grab().toImage()
    places = [(x, y) for x in range(0, picture.width(), 40) for y in range(0, picture.height(), 40)]
    assert {picture.pixelColor(*place).name().upper() for place in places} == {DARK.sunken}
    screen.move()
    assert screen.window.grab().toImage() == picture, "it stays so while something is changed"
    screen.one.press("Shift+F11")
    assert not screen.window.wording.visibleRegion().isEmpty()


def test_of_a_restricted_item_the_room_reads_number_public_title_and_ground(screen: Screen) -> None:
    place = next(at for at, row in enumerate(screen.room.items) if screen.one.desk.read(_restricted, row))
    title = screen.one.desk.read(_title, screen.room.items[place])
    screen.one.press("F11")
    screen.take(place)
    window = screen.window
    assert not any(title in one for one in screen.texts())
    assert window.wording.kind.said == "Item 9 of 10"
    assert window.wording.by.said == "Not for the public: exempt, paragraph 3."
    assert window.left.said == "", "how long it takes is not told"
    screen.move()
    assert "restricted" in screen.room.page.why_not("room.show")


def test_nothing_restricted_is_in_any_text_or_name_of_any_item(screen: Screen, tmp_path: Path) -> None:
    """Restricted matter in every item, and hostile words around it."""
    hostile = hostile_texts(tmp_path / "lure.png", 9)
    put = screen.one.desk.write("Make it hostile", _make_hostile, screen.room.id, hostile)
    screen.one.press("F11")
    seen = 0
    for place, item_id in enumerate(screen.room.items):
        screen.take(place)
        for key in [None, *put]:
            if key is not None:
                screen.window.put(item_id, key)
            texts = "\n".join(screen.texts())
            assert HIDDEN not in texts
            seen += any(one[:20] in texts for one in hostile)
    assert seen, "open words are shown, as they are"
    record = screen.one.desk.read(load_meeting, screen.room.id, Audience.PUBLIC)
    assert len([one for one in record.items if one.restricted]) > 2


def test_a_word_without_an_end_and_a_text_beyond_any_screen_are_cut(screen: Screen) -> None:
    screen.move("x" * 300_000)
    screen.one.press("Ctrl+F11")
    window = screen.window
    assert window.wording.text.fontMetrics().height() * 2 < window.height()
    assert window.wording.text.geometry().bottom() < window.wording.height()
    assert window.wording.text.text().endswith("…")


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (640, 360), (800, 600)])
@pytest.mark.usefixtures("light")
def test_words_are_as_large_as_the_screen_allows_in_every_theme(screen: Screen, width: int, height: int) -> None:
    screen.move("That the board recommends to the council the short breaks strategy 2027 to 2030. " * 3)
    screen.one.press("Ctrl+F11")
    window = screen.window
    window.resize(width, height)
    for look in (Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST):
        wear(look)
        QApplication.processEvents()
        assert (window.width(), window.height()) == (width, height)
        assert window.wording.text.fontMetrics().height() >= 0.03 * height
        for label in window.findChildren(QLabel):
            if label.isVisibleTo(window) and label.text():
                assert window.rect().contains(label.rect().translated(label.mapTo(window, label.rect().topLeft())))


def test_it_goes_with_the_board_file(screen: Screen) -> None:
    screen.one.press("F11")
    window = screen.window
    screen.one.program.files.close()
    assert not window.isVisible()


def test_it_goes_when_the_room_is_left_and_the_key_shows_it_again_there(screen: Screen) -> None:
    screen.one.press("F11")
    place = screen.room.page.link()
    screen.one.window.go(Link("actions"))
    QApplication.processEvents()
    page = screen.room.page_of_room()
    assert page.beside.projection is not None
    assert not page.beside.projection.isVisible()
    assert "F11 shows it again" in screen.one.message
    screen.one.window.go(place)
    QApplication.processEvents()
    assert not screen.window.isVisible(), "nothing is shown to the room unasked"
    screen.one.press("F11")
    assert screen.window.isVisible()


def test_it_goes_with_the_meeting_that_is_closed_and_undo_stays_in_the_bar(screen: Screen) -> None:
    screen.one.press("F11")
    window = screen.window
    screen.one.press("Ctrl+Shift+C")
    screen.one.press("Ctrl+Shift+C")
    screen.one.wait_for_page("minutes")
    assert not window.isVisible()
    assert "second screen" not in screen.one.message


def test_a_display_that_is_unplugged_hides_it_and_the_key_shows_it_again(screen: Screen) -> None:
    screen.one.press("F11")
    beside = screen.room.page.beside
    gone = QGuiApplication.primaryScreen()
    # The platform of the tests has one display: the second screen is told to stand on it.
    beside._display = gone
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.screenRemoved.emit(gone)
    assert not screen.window.isVisible()
    assert "F11 shows it again" in screen.one.message
    screen.one.press("F11")
    assert screen.window.isVisible()


_TWO = """
import sys
from PySide6.QtWidgets import QApplication
from boardroom.ui.pages.room.beside import display_beside
app = QApplication([])
one, two, mirrored = sorted(app.screens(), key=lambda screen: "room wall mirror".split().index(screen.name()))
print(display_beside(one, [one, two, mirrored]).name(), display_beside(two, [one, two, mirrored]).name())
print(display_beside(one, [one, mirrored]), display_beside(None, [one, two]))
"""


def test_the_display_beside_the_rooms_is_taken_and_a_mirrored_one_is_not(tmp_path: Path) -> None:
    displays = [("room", 0, 1280), ("wall", 1280, 1920), ("mirror", 0, 1280)]
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, width in displays
    ]
    setup = tmp_path / "screens.json"
    setup.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={setup}"}
    done = subprocess.run(
        [sys.executable, "-c", _TWO], env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.split("\n")[:2] == ["wall room", "None None"]


def _restricted(session: Session, item_id: UUID) -> bool:
    return session.get_one(AgendaItem, item_id).restricted


def _title(session: Session, item_id: UUID) -> str:
    return session.get_one(AgendaItem, item_id).title


def _make_hostile(session: Session, meeting_id: UUID, words: tuple[str, ...]) -> list[tuple[str, UUID]]:
    """Restrict every third item with secret words; give every item a motion and a decision; return these."""
    put: list[tuple[str, UUID]] = []
    items = session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)).all()
    for place, item in enumerate(items):
        secret = place % 3 == 0
        word = HIDDEN if secret else words[place % len(words)]
        item.title, item.lead, item.agenda_note, item.paper = word, word, HIDDEN, HIDDEN
        item.restricted, item.restriction_reason = secret, HIDDEN
        item.restriction, item.public_title = (Restriction.CONFIDENTIAL, words[0]) if secret else (None, "")
        item.ground = words[1] if secret else HIDDEN
        item.parent_id = None
        session.flush()
        motion = put_motion(session, item.id, word, mover=word)
        decision = record_decision(
            session,
            head_of(session, meeting_id).boards[0][0],
            word,
            method=Method.CONSENSUS,
            result=Result.CARRIED,
            item_id=item.id,
        )
        put += [("motion", motion.id), ("decision", decision.id)]
    return put
