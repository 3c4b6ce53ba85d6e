"""Home: the next meeting and how ready it is, what needs the secretary, and what was changed last."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.entities import ENTITIES
from boardroom.domain.words import ActionStatus
from boardroom.services.actions import update_action
from boardroom.services.agenda import add_item
from boardroom.services.meetings import give_notice, plan_meeting
from boardroom.store.queries import meeting_list
from boardroom.store.queries.home import HomeView, home_of
from boardroom.store.queries.recent import recent_steps
from boardroom.store.queries.running import meeting_in_session
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.count_heading import CountHeading
from boardroom.ui.kit.days import long_day
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import wrapped
from boardroom.ui.links import Link, link_to
from boardroom.ui.pages.home_body import HomeBody
from boardroom.ui.pages.home_empty import NoMeetingYet
from boardroom.ui.pages.home_needs import Need, needs_rows
from boardroom.ui.pages.home_next import NextMeetingCard
from boardroom.ui.pages.home_recent import RecentChanges
from boardroom.ui.pages.home_warned import invite, open_call, why_not_warned
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from boardroom.domain.warned import StrandWarning
    from boardroom.store.queries.home import NextMeeting
    from boardroom.store.queries.targets import Target
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.row_data import RowData

_RECENT = 8


class HomePage(Page):
    """What a secretary looks at first in the morning."""

    id: ClassVar[str] = "home"
    # The latest changes are of any kind.
    concerns: ClassVar[tuple[str, ...]] = tuple(one.__tablename__ for one in ENTITIES)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._view: HomeView | None = None
        self._begun = True
        self._rows: list[RowData] = []
        self.card = NextMeetingCard()
        self.card.asked.connect(self._run)
        self.card.notice_agreed.connect(self._give_notice)
        keys = (("↑ ↓", self.tr("move")), ("Enter", self.tr("open")), ("Space", self.tr("done")))
        self._needs_heading = CountHeading(self.tr("Needs you"), keys)
        self.needs = Rows(self.tr("Needs you"))
        self.needs.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.needs.opened.connect(self._open_need)
        self.needs.ticked.connect(self._tick_need)
        self.needs.chosen.connect(self._on_chosen)
        self._needs_card = QFrame()
        self._nothing = wrapped(self.tr("Nothing waits: every proposal has an answer and no action is late."), "muted")
        self.recent = RecentChanges()
        self.recent.opened.connect(self._open_change)
        self.all_changes = CommandButton(self.tr("All changes"), role="link")
        self.all_changes.clicked.connect(self._show_all_changes)
        self._empty = NoMeetingYet()
        self.plan_first = self._empty.plan
        self.plan_first.clicked.connect(self._plan)
        self._empty.paste.clicked.connect(self._paste)
        self._body = HomeBody()
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._needs_card.setProperty("role", "card")
        inside = QVBoxLayout(self._needs_card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.needs)
        inside.addWidget(self._nothing)
        left, right = self._body.in_left, self._body.in_right
        left.addWidget(self.card)
        left.addWidget(self._needs_heading)
        left.addWidget(self._needs_card)
        left.addStretch(1)
        history = COMMANDS["history"]
        right.addWidget(CountHeading(self.tr("Recent changes"), ((history.key, ""),)))
        rule = QFrame()
        rule.setProperty("role", "rule")
        right.addWidget(rule)
        right.addWidget(self.recent)
        right.addWidget(self.all_changes, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)

    # What the window asks

    @override
    def head(self) -> Head:
        today = long_day(self.desk.today)
        if not self._begun:
            return Head(self.tr("Home"), today)
        if self._coming is None:
            return Head(self.tr("Home"), today, filled=False)
        return Head(self.tr("Home"), today, commands=("home.item", "home.meeting"), filled=False)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "home.item": self._add_item,
            "home.meeting": self._open_meeting,
            "room.open": self._open_room,
            "home.notice": self._ask_notice,
            "home.plan": self._plan,
            "home.done": self._complete_chosen,
            "home.call": self._open_call,
            "home.invite": self._invite,
            "history": self._show_all_changes,
        }

    @override
    def why_not(self, command: str) -> str:
        coming, need = self._coming, self.needs.chosen_id()
        asks_one = command in {"home.item", "home.meeting", "home.notice"}
        asks_one = asks_one or (command == "room.open" and self._running() is None)
        if asks_one and coming is None:
            return self.tr("no meeting is planned")
        if command == "home.item" and coming is not None and coming.row.notice_given_on is not None:
            return self.tr("notice was given; a late item, with its reason, is added on the meeting’s page")
        if command == "home.notice" and coming is not None and coming.row.notice_given_on is not None:
            return self.tr("notice was given already")
        if command in {"home.call", "home.invite"}:
            return why_not_warned(command, self._chosen_warning(), coming.row.id if coming is not None else None)
        if command == "home.done" and not (isinstance(need, Need) and need.entity == "action"):
            return self.tr("no action is chosen")
        return ""

    @override
    def step_out(self) -> bool:
        if self.card.is_asking():
            self.card.withdraw_question()
            return True
        return False

    @override
    def columns(self) -> list[QWidget]:
        return [self._body.left, self._body.right] if self._begun else [self._empty]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self._body.right:
            self.recent.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus()

    @override
    def focus(self) -> None:
        if not self._begun:
            self.plan_first.setFocus()
        elif self._rows:
            if self.needs.chosen_id() is None:
                self.needs.choose_first()
            self.needs.setFocus()
        else:
            self.card.button.setFocus()

    # Reading

    @override
    def reload(self) -> None:
        board_id, today = self.desk.board_id, self.desk.today
        self._begun = board_id is not None and bool(
            self.desk.read(meeting_list.meetings_page, meeting_list.Wanted(board_id=board_id), limit=1)
        )
        self.plan_first.explain(self.desk.read_only or ("" if board_id else self.tr("Start a board first.")))
        self._stack.setCurrentIndex(0 if self._begun else 1)
        if board_id is None or not self._begun:
            self._view = None
            return
        view = self._view = self.desk.read(home_of, board_id, today)
        self.card.show_meeting(view.next, self.desk.read_only)
        self._rows = needs_rows(view, today)
        self.needs.feed(self._fetch)
        self.needs.setVisible(bool(self._rows))
        self._nothing.setVisible(not self._rows)
        self._needs_heading.say(self.tr("1 thing") if view.things == 1 else self.tr("{} things").format(view.things))
        self.recent.show_steps(self.desk.read(recent_steps, limit=_RECENT), self.desk.file.who, today)
        self._fit_needs()

    def _fetch(self, after: object, _limit: int) -> Sequence[RowData]:
        # They are all there at once.
        return self._rows if after is None else ()

    @property
    def _coming(self) -> NextMeeting | None:
        return self._view.next if self._view is not None else None

    # What is done

    @Slot(str)
    def _run(self, command_id: str) -> None:
        self.slots()[command_id]()

    @Slot(object)
    def _on_chosen(self, _need: object) -> None:
        self.commands_changed.emit()
        self._scroll_to_chosen()

    @Slot(object)
    def _open_need(self, need: Need) -> None:
        self.desk.show(need.link)

    @Slot(object)
    def _tick_need(self, need: Need) -> None:
        """Do at once what can be done at once; whatever needs words is opened."""
        if need.entity == "action":
            self._complete(need)
        else:
            self.desk.show(need.link)

    def _running(self) -> UUID | None:
        """Return the meeting that is in session."""
        return self.desk.read(meeting_in_session)

    def _open_room(self) -> None:
        coming = self._coming
        meeting_id = self._running() or (coming.row.id if coming is not None else None)
        if meeting_id is not None:
            self.desk.show(Link("room", "meeting", meeting_id, meeting_id))

    def _complete_chosen(self) -> None:
        need = self.needs.chosen_id()
        if isinstance(need, Need):
            self._complete(need)

    def _complete(self, need: Need) -> None:
        row = self.needs.chosen_row()
        label = self.tr("Mark as done: {}").format(row.title if row is not None else "")
        self.desk.attempt(label, update_action, need.id, ActionStatus.DONE, on=self.desk.today)

    def _chosen_warning(self) -> StrandWarning | None:
        """Return the strand that is chosen under what needs the secretary."""
        need, view = self.needs.chosen_id(), self._view
        if view is None or not isinstance(need, Need) or need.entity != "strand":
            return None
        return next((one for one in view.strands if one.strand_id == need.id), None)

    def _open_call(self) -> None:
        warning = self._chosen_warning()
        if warning is not None:
            open_call(self.desk, warning)

    def _invite(self) -> None:
        warning, coming = self._chosen_warning(), self._coming
        if warning is not None:
            invite(self.desk, warning, coming.row.id if coming is not None else None)

    def _open_meeting(self) -> None:
        coming = self._coming
        if coming is not None:
            self.desk.show(Link("meeting", "meeting", coming.row.id, coming.row.id))

    def _ask_notice(self) -> None:
        coming = self._coming
        if coming is not None:
            self.card.ask_whether_sure(self.desk.today, coming.row.name)
            self._body.ensureWidgetVisible(self.card)

    @Slot()
    def _give_notice(self) -> None:
        coming = self._coming
        if coming is not None:
            label = self.tr("Give notice of the {}").format(coming.row.name or self.tr("next meeting"))
            self.desk.attempt(label, give_notice, coming.row.id, self.desk.today, barrier=True)
            self.card.withdraw_question()

    def _add_item(self) -> None:
        coming = self._coming
        if coming is None:
            return
        label = self.tr("Add an item to the {}").format(coming.row.name or self.tr("next meeting"))
        done = self.desk.attempt(label, add_item, coming.row.id, self.tr("New item"))
        if done is not None:
            self.desk.show(Link("meeting", "agenda_item", done.value.id, coming.row.id, done.value.id))

    @Slot()
    def _plan(self) -> None:
        if self.desk.board_id is None:
            return
        done = self.desk.attempt(self.tr("Plan a meeting"), plan_meeting, self.desk.board_id, None)
        if done is not None:
            self.desk.show(Link("meeting", "meeting", done.value.id, done.value.id))

    @Slot()
    def _paste(self) -> None:
        self.desk.show(Link("paste"))

    @Slot()
    def _show_all_changes(self) -> None:
        self.desk.show(Link("history"))

    @Slot(object)
    def _open_change(self, target: Target | None) -> None:
        if target is None:
            self.desk.tell(self.tr("What was changed there is not in the board file any more."))
        else:
            self.desk.show(link_to(target.entity, target.id, target.meeting_id, target.item_id))

    # Where it stands

    def _fit_needs(self) -> None:
        """Let the list be as high as its rows: the page scrolls, not the list."""
        count = self.needs.model().rowCount()
        self.needs.setFixedHeight(sum(self.needs.sizeHintForRow(row) for row in range(count)))

    def _scroll_to_chosen(self) -> None:
        chosen = self.needs.chosen_id()
        if chosen is None or not self.needs.hasFocus():
            return
        self._body.see(self.needs.viewport(), self.needs.rect_of(chosen))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._nothing.setContentsMargins(px(16), px(16), px(16), px(16))
        self._fit_needs()
