"""Versions of the minutes, or of one item: what was written before, two compared, a paragraph brought back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.words import TextKind
from boardroom.services.versions import restore_paragraph
from boardroom.store.queries.item_page import item_of
from boardroom.store.queries.meeting_page import head_of
from boardroom.store.queries.running import running_of
from boardroom.ui.kit.beside import Beside
from boardroom.ui.kit.days import short_day
from boardroom.ui.kit.fields import ChoiceField
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.links import Link
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.versions_differences import Differences
from boardroom.ui.pages.versions_reading import TwoVersions, read_versions
from boardroom.ui.said import meeting_said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.meeting_page import HeadView
    from boardroom.store.queries.versions import Version
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.versions_compared import ComparedView

_LIST, _WHOLE = 264, 16777215


class VersionsPage(Page):
    """A version at the left, compared with a later one; only what differs is shown."""

    id: ClassVar[str] = "versions"
    concerns: ClassVar[tuple[str, ...]] = ("paragraph", "seal", "meeting")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._meeting_id: UUID | None = None
        self._item_id: UUID | None = None
        self._item = ""
        self._head: HeadView | None = None
        self._read: TwoVersions | None = None
        self._wanted: tuple[int | None, int | None] = (None, None)
        self._job: Job | None = None
        self._bare = False
        self.differences = Differences()
        self.differences.restored.connect(self._restore)
        self.differences.moved.connect(self.commands_changed)
        self.rows = Rows(self.tr("Versions"))
        self.rows.setProperty("role", "ground")
        self.rows.chosen.connect(self._on_chosen)
        self.rows.opened.connect(self._on_opened)
        self.later = ChoiceField[int | None](self.tr("Compared with"), [(None, self.tr("what it says now"))])
        self.later.committed.connect(self._on_later)
        self._told = label("", "muted")
        self._told.setWordWrap(True)
        self.bar = JobBar()
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._left, left = QWidget(), QVBoxLayout()
        self._left.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.rows, 1)
        right = QWidget()
        right.setProperty("role", "surface")
        self._above = QVBoxLayout(right)
        self._above.addWidget(self.later)
        self._above.addWidget(self._told)
        self._above.addWidget(self.bar)
        self._above.addWidget(self.differences, 1)
        self.beside = Beside(self._left, right, "")
        self.beside.fill(chosen=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)

    # What the window asks

    @override
    def head(self) -> Head:
        if self._head is None:
            return Head(self.tr("Versions"))
        meeting = meeting_said(self._head)
        if self._item_id is not None:
            return Head(self.tr("Versions: {}").format(self._item), meeting, commands=("versions.item",), filled=False)
        return Head(self.tr("Versions: {}").format(meeting), commands=("versions.minutes",), filled=False)

    @override
    def open(self, link: Link) -> None:
        meeting_id = link.meeting_id or (link.id if link.entity == "meeting" else None)
        if meeting_id is not None and (meeting_id, link.item_id) != (self._meeting_id, self._item_id):
            self._meeting_id, self._item_id, self._read = meeting_id, link.item_id, None
            self._wanted, self._stale = (None, None), True

    @override
    def link(self) -> Link:
        if self._item_id is None:
            return Link(self.id, "meeting", self._meeting_id, self._meeting_id)
        return Link(self.id, "agenda_item", self._item_id, self._meeting_id, self._item_id)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "versions.restore": self._restore_here,
            "versions.minutes": self._to_minutes,
            "versions.item": self._to_item,
            "versions.next": self._go_on,
        }

    @override
    def why_not(self, command: str) -> str:
        if self._head is None:
            return self.tr("no meeting is shown")
        if command == "versions.restore":
            if self._head.sealed:
                return self.tr("the minutes are sealed")
            return "" if self.differences.here is not None else self.tr("no paragraph is chosen")
        if command == "versions.item" and self._item_id is None:
            return self.tr("these are the versions of the whole minutes")
        if command == "versions.next" and not self.differences.views:
            return self.tr("nothing differs")
        return ""

    @override
    def step_out(self) -> bool:
        return not self._bare and self.beside.step_out(self.rows)

    @override
    def columns(self) -> list[QWidget]:
        if self.beside.is_wide():
            return [self.rows, self.differences]
        return [self.differences if self.beside.detail_is_open() else self.rows]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self.rows or not self.differences.enter():
            self.focus()

    @override
    def focus(self) -> None:
        if self.beside.is_wide() or not self.beside.detail_is_open():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.differences.enter():
            self.later.setFocus()

    # Reading

    @override
    def reload(self) -> None:
        if self._meeting_id is None:
            return
        self._head = self.desk.read(head_of, self._meeting_id)
        if self._item_id is not None:
            item = self.desk.read(item_of, self._item_id)
            self._item = f"{item.number} {item.title}".strip()
        # An old meeting's journal is long: it is read beside the window.
        work = partial(read_versions, self.desk, self._meeting_id, self._item_id, self._wanted)
        if self._job is not None:
            self._job.cancel()
        self._job = job = Job(self.tr("Reading the versions"), work)
        job.done.connect(self._show)
        job.refused.connect(self.desk.refuse)
        self.bar.follow(job)
        job.start()

    @Slot(object)
    def _show(self, read: TwoVersions) -> None:
        if (read.meeting_id, read.item_id) != (self._meeting_id, self._item_id) or (
            read.earlier,
            read.later,
        ) != self._resolved(read):
            return
        self._read = read
        choices: list[tuple[int | None, str]] = [(None, self.tr("what it says now"))]
        choices += [(one.seq, self._when(one)) for one in read.versions]
        self.later.set_choices(choices)
        self.later.set_value(self._wanted[1])
        if self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        if read.earlier is not None and self.rows.chosen_id() != read.earlier:
            self.rows.choose(read.earlier)
        sealed = self._head is not None and bool(self._head.sealed)
        why_not = self.desk.read_only or (self.tr("The minutes are sealed.") if sealed else "")
        count, focused = self.differences.show_versions(read, why_not), self.differences.focused
        self._bare = not read.versions
        self._say(read, count)
        if self._bare:
            # What stands in place of the versions is said where they are compared.
            self.beside.open_detail()
        if focused and not count:
            self.focus()
        self.head_changed.emit()
        self.commands_changed.emit()

    def _resolved(self, read: TwoVersions) -> tuple[int | None, int | None]:
        """Return what is wanted now, where nothing was chosen yet: what the job chose."""
        earlier, later = self._wanted
        return (read.earlier if earlier is None else earlier, later)

    def _fetch(self, after: Any, _limit: int) -> list[RowData]:  # noqa: ANN401 - the list's own key; here it has none
        if after is not None or self._read is None:
            return []
        return [
            RowData(
                id=one.seq,
                key=None,
                title=self._when(one),
                second_line=self.tr("{who} · {count} paragraphs").format(who=one.who, count=one.changed)
                if one.changed > 1
                else self.tr("{} · 1 paragraph").format(one.who),
            )
            for one in self._read.versions
        ]

    def _when(self, version: Version) -> str:
        ended = version.ended.astimezone()
        return f"{short_day(ended.date(), self.desk.today)}, {time_shown(ended)}"

    def _say(self, read: TwoVersions, differ: int) -> None:
        if not read.versions:
            each = self.tr("Nothing was minuted yet; each sitting of writing will be a version here.")
            pause = self.tr("Nothing was written here yet; each longer pause in writing will end a version here.")
            self._told.setText(each if self._item_id is None else pause)
        elif not differ:
            self._told.setText(self.tr("The text is the same in both."))
        else:
            said = self.tr("1 paragraph differs.") if differ == 1 else self.tr("{} paragraphs differ.").format(differ)
            how = self.tr("Underlined words came in, struck ones were taken out.")
            self._told.setText(f"{said} {how}")

    # What is done

    @Slot(object)
    def _on_chosen(self, seq: object) -> None:
        if isinstance(seq, int) and (self._read is None or seq != self._read.earlier):
            self._wanted = (seq, self._wanted[1])
            self.reload()

    @Slot(object)
    def _on_opened(self, _seq: object) -> None:
        self.beside.open_detail()
        self.focus_column(self.differences)

    @Slot()
    def _on_later(self) -> None:
        self._wanted = (self._wanted[0], self.later.value)
        self.reload()

    def _restore_here(self) -> None:
        if self.differences.here is not None:
            self._restore(self.differences.here)

    @Slot(object)
    def _restore(self, view: ComparedView) -> None:
        """Let a paragraph say what it said in the earlier version."""
        if view.compared.paragraph_id is None:
            return
        one = view.compared
        back = (
            self.tr("Bring a paragraph of the notes back")
            if view.kind is TextKind.NOTE
            else self.tr("Bring a paragraph of the minutes back")
        )
        name = back if one.before else self.tr("Take a paragraph out again")
        self.desk.attempt(
            name,
            restore_paragraph,
            self._meeting_id,
            view.item_id,
            one.paragraph_id,
            one.before,
            follows=one.follows,
            kind=view.kind,
        )

    def _go_on(self) -> None:
        self.beside.open_detail()
        self.differences.go_on()

    def _to_minutes(self) -> None:
        here = self.differences.here
        item_id = here.item_id if here is not None else None
        self.desk.show(Link("minutes", "meeting", self._meeting_id, self._meeting_id, item_id))

    def _to_item(self) -> None:
        if self._meeting_id is None:
            return
        page = "room" if self.desk.read(running_of, self._meeting_id).in_session else "meeting"
        self.desk.show(Link(page, "agenda_item", self._item_id, self._meeting_id, self._item_id))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        px, wide = theme().px, self.beside.is_wide()
        self._left.setMinimumWidth(px(_LIST) if wide else 0)
        self._left.setMaximumWidth(px(_LIST) if wide else _WHOLE)
        self.later.setMaximumWidth(px(360))
        self._above.setContentsMargins(px(24), px(16), px(24), 0)
        self._above.setSpacing(px(8))
