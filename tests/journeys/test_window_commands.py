"""Every command of every page, run on the sample board: no fault, and Ctrl+Z takes it back to the last byte."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from sqlalchemy import and_, select

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem, Point
from boardroom.domain.board import Board
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting, Seal
from boardroom.domain.papers import Paper
from boardroom.domain.proposals import Proposal
from boardroom.domain.text import ParagraphState, runs_of
from boardroom.domain.votes import Motion
from boardroom.domain.words import MeetingStatus, TextKind
from boardroom.services.agenda import add_item
from boardroom.services.meetings import plan_meeting
from boardroom.services.motions import put_motion
from boardroom.services.papers import promise_paper
from boardroom.services.phrases import add_phrase
from boardroom.services.planning import mark_held
from boardroom.services.series import SeriesParts, plan_series
from boardroom.services.templates import keep_as_template
from boardroom.services.texts import write_text
from boardroom.store.check import check
from boardroom.store.connect import connect_to_read
from boardroom.store.file import BoardFile
from boardroom.store.queries.phrases import phrases_of
from boardroom.store.undo import peek_undo
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit import jobs
from boardroom.ui.kit.ask import Ask
from boardroom.ui.kit.editor import ParagraphEditor
from boardroom.ui.kit.pick import Pick
from boardroom.ui.kit.theme import theme
from boardroom.ui.links import Link
from boardroom.ui.pages import PAGES
from tests.exchange.make_papers import a_pdf
from tests.journeys.every_page import links_of, walk_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from tests.ui.program import Running

_ELSEWHERE = {"quit", "file.close", "file.new", "file.open", "file.sample", "screen.full", "undo", "redo"}
"""Commands that leave the file, or are what this test itself uses."""
_LOOKS = [one for one in COMMANDS if one.startswith(("look.", "text."))]
"""Commands that dress every page anew, which takes seconds where all are there."""
_OF_THE_FRAME = [one for one, command in COMMANDS.items() if not command.pages and one not in {*_ELSEWHERE, *_LOOKS}]
_TIMES = 2
"""At how many places of a page, such as meetings in different states, each command runs."""
_NEVER = {"keys.back", "keys.all", "file.recent", "board.choose", "board.next"}
"""What needs a key that was changed, an earlier file or a second board; their own tests have them."""
_STEPS = "SELECT label FROM step WHERE kind IN ('edit', 'barrier') ORDER BY seq"


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Answer the system's own dialogs, which are no part of ours: a paper is opened, a file saved, nothing printed."""
    paper, folder = tmp_path / "Budget.pdf", tmp_path / "Saved"
    paper.write_bytes(a_pdf())
    folder.mkdir()

    def target(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        return str(folder / path.rpartition("/")[2]), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(paper)], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(paper), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", target)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(QPrintDialog, "exec", lambda *_: 0)


class Watcher:
    """Reads the board file past the program: what stands in every table but the journal, and the steps in that."""

    def __init__(self, path: Path) -> None:
        self._connection = connect_to_read(path)
        run = self._connection.execute
        names = run(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'step%'"
        )
        # Of the search index, what stands in it for which row: its numbers are its own.
        self._wanted = {name: "*" for (name,) in names}
        # The bytes of a paper stay, so that undoing can be taken back: `check` holds them against the papers.
        del self._wanted["paper_content"]
        self._wanted["search_doc"] = "entity, entity_id, board_id, meeting_id, restricted, note, text"
        self._version = self._look()

    def _look(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def was_written(self) -> bool:
        """Whether anything was written, by whomever, since this was asked last."""
        before, self._version = self._version, self._look()
        return before != self._version

    def content(self) -> dict[str, frozenset[tuple[object, ...]]]:
        run = self._connection.execute
        return {name: frozenset(run(f"SELECT {wanted} FROM {name}")) for name, wanted in self._wanted.items()}  # noqa: S608 - our own names

    def steps(self) -> list[str]:
        """Return the labels of all steps that were made, undone ones too."""
        return [label for (label,) in self._connection.execute(_STEPS)]

    def close(self) -> None:
        self._connection.close()


class Trial:
    """One program in which command after command is run and undone."""

    def __init__(self, one: Running) -> None:
        self.one = one
        self.ran: Counter[str] = Counter()
        self._watcher = Watcher(one.desk.file.path)
        self._before = self._watcher.content()
        self._at: Link | None = None
        """The place that is shown, as it is come to; None after anything was done there."""

    def try_at(self, link: Link, command_id: str) -> None:
        """Run a command at a place, where it can run and hasn't run at two others."""
        if self.ran[command_id] == _TIMES:
            return
        if link != self._at:
            self.one.window.go(link)
            QApplication.processEvents()
            self._wait_for_jobs()
            self._at = link
        if not self._why_not(command_id) or (command_id not in self.ran and self._seek(command_id)):
            self._run(command_id, link)

    def _seek(self, command_id: str) -> bool:
        """Put the caret into a text and choose row after row until a command can run; returns whether it can."""
        self._at = None
        page = self.one.page
        for editor in page.findChildren(ParagraphEditor):
            if editor.isVisibleTo(page) and not editor.isReadOnly():
                editor.setFocus()
                QApplication.processEvents()
                break
        if not self._why_not(command_id):
            return True
        for view, _ in walk_rows(page):
            view.setFocus()
            if not self._why_not(command_id):
                return True
        return False

    def close(self) -> None:
        """Close the program; what it leaves behind is sound."""
        path = self.one.desk.file.path
        self._watcher.close()
        self.one.close()
        assert check(path) == []

    def _why_not(self, command_id: str) -> str:
        return self.one.window.actions_of.why_not(command_id)

    def _run(self, command_id: str, link: Link) -> None:
        called, self._at = f"{command_id} at {link}", None
        self.ran[command_id] += 1
        self.one.window.bar.clear()
        # What was typed at the command before is no step of this one.
        self.one.desk.flush()
        assert not self._differing(), f"something was written before {called}: {self._watcher.steps()[-1]}"
        steps, seen = self._watcher.steps(), self._seen()
        self.one.window.run(command_id)
        QApplication.processEvents()
        self._wait_for_jobs()
        done = self._seen() != seen
        self.one.desk.flush()
        made = self._watcher.steps()[len(steps) :]
        assert len(made) <= 1, f"{called} made {made}"
        assert made or done or not COMMANDS[command_id].writes, f"{called} did nothing, and said nothing"
        self._close_sheets()
        if made:
            self._undo(called, made[0])
        else:
            assert not self._differing(), f"{called} wrote past the journal"

    def _undo(self, called: str, label: str) -> None:
        ahead = peek_undo(self.one.desk.file)
        if ahead.why_not:
            # A barrier, such as giving notice, can't be taken back: the rest goes on from there.
            self._before = self._watcher.content()
            self._watcher.was_written()
            return
        assert ahead.label == label, called
        self.one.window.run("undo")
        QApplication.processEvents()
        self._wait_for_jobs()
        assert not self._differing(), f"{called} was not undone: {self.one.message}"

    def _differing(self) -> list[str]:
        """Return the tables that don't say what they said before."""
        if not self._watcher.was_written():
            return []
        now = self._watcher.content()
        return [name for name, rows in self._before.items() if now[name] != rows]

    def _wait_for_jobs(self) -> None:
        # Waiting by `wait_for_jobs` would cancel them.
        if jobs._running:
            self.one.qtbot.waitUntil(lambda: not jobs._running, timeout=60_000)
            QApplication.processEvents()

    def _seen(self) -> tuple[object, ...]:
        """Return what a user could tell apart."""
        page, focused = self.one.page, QApplication.focusWidget()
        shown = sum(widget.isVisible() for widget in page.findChildren(QWidget))
        # How an empty paragraph is set, or what is typed next, is no step before anything is typed.
        modes = [(one.mode, one.bold, one.italic) for one in page.findChildren(ParagraphEditor)]
        asked = any(sheet.isVisible() for sheet in self.one.shell.findChildren(Ask))
        return self.one.message, page.link(), focused, shown, modes, asked

    def _close_sheets(self) -> None:
        shell = self.one.shell
        for sheet in (self.one.program._palette, *shell.findChildren(Ask), *shell.findChildren(Pick)):
            if sheet is not None and sheet.isVisible():
                sheet.close_sheet()


def places_of(one: Running, page_id: str) -> list[Link]:
    """Return where the commands of a page are tried; of one meeting, at meetings in every state that matters to it."""
    states = {
        "meetings": ("draft", "planned", "held", "confirmed", "sealed"),
        "meeting": ("draft", "held", "planned", "sealed"),
        "minutes": ("draft", "held", "confirmed", "sealed"),
        "versions": ("draft", "sealed"),
        "export": ("planned", "draft"),
        "room": ("planned",),
    }
    found = one.desk.read(items_by_state)
    if page_id == "proposals":
        return [*links_of(one.desk, page_id), Link(page_id, "proposal", one.desk.read(between_meetings))]
    if page_id == "settings":
        phrases = one.desk.read(phrases_of, one.desk.board_id)
        return [*links_of(one.desk, page_id), *(Link(page_id, "stock_phrase", phrase.id) for phrase in phrases)]
    if page_id == "arrivals":
        meeting_id, item_id = found["planned"]
        return [Link(page_id), Link(page_id, meeting_id=meeting_id, item_id=item_id)]
    if page_id not in states:
        return links_of(one.desk, page_id)
    wanted = [found[state] for state in states[page_id]]
    if page_id in {"meeting", "meetings"}:
        return [Link(page_id, "agenda_item", item_id, meeting_id, item_id) for meeting_id, item_id in wanted]
    whole = [Link(page_id, "meeting", meeting_id, meeting_id) for meeting_id, _ in wanted]
    meeting_id, item_id = wanted[0]
    return [Link(page_id, "agenda_item", item_id, meeting_id, item_id), *whole] if page_id == "versions" else whole


def items_by_state(session: Session) -> dict[str, tuple[UUID, UUID]]:
    """Return a meeting in each state, with the item where most stands."""
    sealed = select(Seal.meeting_id)
    of_state = {
        "draft": Meeting.status == MeetingStatus.DRAFT_MINUTES,
        "planned": Meeting.status == MeetingStatus.PLANNED,
        "held": Meeting.status == MeetingStatus.HELD,
        "confirmed": and_(Meeting.status == MeetingStatus.CONFIRMED, Meeting.id.not_in(sealed)),
        "sealed": Meeting.id.in_(sealed),
    }
    found = {}
    for state, condition in of_state.items():
        items = session.scalars(
            select(AgendaItem)
            .join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .where(condition)
            .order_by(AgendaItem.id)
        ).all()
        richest = max(items, key=partial(how_much, session))
        found[state] = (richest.meeting_id, richest.id)
    return found


def how_much(session: Session, item: AgendaItem) -> int:
    """Return how many kinds of things stand at an item; an item under another one has that besides."""
    kinds: tuple[Any, ...] = (Decision, Proposal, Action, Motion, Point, Paper)
    found = [session.scalars(select(kind.id).where(kind.item_id == item.id)).first() for kind in kinds]
    return sum(one is not None for one in [*found, item.parent_id])


def between_meetings(session: Session) -> UUID:
    return session.scalars(select(Proposal.id).where(Proposal.item_id.is_(None)).limit(1)).one()


@pytest.fixture(scope="module")
def written(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample board, where somebody else has minuted since, and held a meeting with an item under an item."""
    path = tmp_path_factory.mktemp("written") / "Written.boardroom"
    shutil.copyfile(sample, path)
    with BoardFile.open(path, who="Beth") as board, board.writing("Write") as session:
        board_id = session.scalars(select(Board.id)).one()
        held = plan_meeting(session, board_id, date(2026, 12, 10))
        session.flush()
        item = add_item(session, held.id, "Winter plan")
        under = add_item(session, held.id, "Costs", parent_id=item.id)
        promise_paper(session, under.id, "Costs by month")
        put_motion(session, under.id, "That the costs be met from the reserve.")
        mark_held(session, held.id)
        session.flush()
        new = ParagraphState(runs=runs_of("The Chair thanked them."))
        write_text(session, *items_by_state(session)["draft"], TextKind.MINUTE, [new])
        keep_as_template(session, held.id, "Short meeting")
        for phrase in ("The board noted the report.", "The Chair thanked everybody."):
            add_phrase(session, board_id, phrase)
        parts = SeriesParts(name="Short meetings", rule="FREQ=WEEKLY")
        plan_series(session, board_id, parts, [(date(2027, 6, 3), "Short meeting")])
    return path


@pytest.mark.usefixtures("dialogs")
# The room's commands need a meeting that runs, and are the Meeting page's otherwise: tests/ui/pages/test_room*.py.
@pytest.mark.parametrize("page_id", [one for one in PAGES if one != "room"])
def test_every_command_runs_and_is_undone(page_id: str, at: Callable[[Path], Running], written: Path) -> None:
    trial = Trial(at(written))
    places = places_of(trial.one, page_id)
    # What was undone leaves its trace in the versions: those commands that only look come first.
    own = sorted((one for one in COMMANDS.values() if page_id in one.pages), key=lambda one: one.writes)
    for link, command in product(places, own):
        trial.try_at(link, command.id)
    trial.close()
    never = {one.id for one in own} - {*trial.ran} - _NEVER
    assert not never


@pytest.mark.usefixtures("dialogs")
def test_every_command_of_the_frame_runs_on_every_page(at: Callable[[Path], Running], written: Path) -> None:
    trial = Trial(at(written))
    for page_id in PAGES:
        place = places_of(trial.one, page_id)[0]
        trial.ran.clear()
        # Places and backups are the same everywhere; and on its own page, the same table is only pasted again.
        left = {one for one in _OF_THE_FRAME if one.startswith(("go.", "file.")) and page_id != "home"}
        left |= {"paste.table"} if page_id == "paste" else set()
        wanted = [one for one in _OF_THE_FRAME if one not in left]
        for command_id in wanted:
            trial.try_at(place, command_id)
        never = {*wanted} - {*trial.ran} - _NEVER
        assert not never, f"{never} didn't run on {page_id}"
    trial.close()


def test_every_look_is_worn_by_every_page(at: Callable[[Path], Running], written: Path) -> None:
    one = at(written)
    worn = []
    for command_id in _LOOKS:
        one.window.run(command_id)
        QApplication.processEvents()
        worn.append(theme())
    assert len(set(worn)) > len(worn) // 2
    for page_id in PAGES:
        show(one, places_of(one, page_id)[0])
    for command_id in ("look.dark", "look.light"):
        one.window.run(command_id)
        QApplication.processEvents()
        assert theme().dark == (command_id == "look.dark")


@pytest.mark.parametrize("page_id", ["meeting", "versions"])
def test_a_meeting_that_is_undone_is_left_quietly(page_id: str, at: Callable[[Path], Running], sample: Path) -> None:
    one = at(sample)
    show(one, Link("meetings"))
    chosen = one.desk.write("Plan a meeting", plan_meeting, one.desk.board_id, None).id
    show(one, Link(page_id, "meeting", chosen, chosen))
    assert one.page.id == page_id
    one.press("Ctrl+Z")
    one.qtbot.waitUntil(lambda: one.page.id == "meetings")
    assert one.message.startswith("Undone: ")
    assert one.page.link().meeting_id != chosen
    # Nor does Back lead to it.
    one.window.back()
    QApplication.processEvents()
    assert one.page.id != page_id


def show(one: Running, link: Link) -> None:
    one.window.go(link)
    QApplication.processEvents()
