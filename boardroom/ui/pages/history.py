"""History: of one thing field by field, or of everything, the last first, with who and when."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.store.queries.called import names_of
from boardroom.store.queries.recent import RecentStep, recent_steps
from boardroom.store.queries.whole_history import whole_history
from boardroom.ui.kit.days import long_day
from boardroom.ui.kit.moments import time_shown
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label, wrapped
from boardroom.ui.links import Link, link_to
from boardroom.ui.pages.history_words import field_said, is_told, value_said
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from boardroom.store.change import Change
    from boardroom.store.history import Entry
    from boardroom.store.queries.targets import Target
    from boardroom.ui.desk import Desk

_DONE = {
    "added": "added",
    "changed": "changed",
    "deleted": "taken out",
    "removed": "removed for good",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """What a row says in full when it is chosen."""

    field: str
    before: str
    after: str


class HistoryPage(Page):
    """Entries grouped by day; under each what changed, before and after."""

    id: ClassVar[str] = "history"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._about: Link = Link(self.id)
        self._name = ""
        self._lines: dict[object, _Line] = {}
        self._targets: dict[object, Target] = {}
        self._rows: list[RowData] = []
        layout = self._layout = QVBoxLayout(self)
        self.rows = Rows(self.tr("Changes, the last first"))
        self.rows.setObjectName("history.rows")
        self.rows.feed(self._page)
        self.rows.opened.connect(self._open)
        self.rows.chosen.connect(self._show_line)
        layout.addWidget(self.rows, 1)
        self._detail = QFrame()
        self._detail.setProperty("role", "card")
        inside = QVBoxLayout(self._detail)
        self._field = label("", "field")
        self._before, self._after = wrapped(""), wrapped("")
        inside.addWidget(self._field)
        inside.addWidget(label(self.tr("Before"), "hint"))
        inside.addWidget(self._before)
        inside.addWidget(label(self.tr("After"), "hint"))
        inside.addWidget(self._after)
        self._detail.hide()
        layout.addWidget(self._detail)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        worn = theme()
        self._layout.setContentsMargins(worn.px(24), worn.px(16), worn.px(24), worn.px(16))
        self._layout.setSpacing(worn.px(12))

    @override
    def head(self) -> Head:
        if self._about.id is None:
            return Head(self.tr("All changes"), self.tr("the last first"), commands=("history.open",))
        return Head(self.tr("History"), self._name, commands=("history.all", "history.open"))

    @override
    def open(self, link: Link) -> None:
        if link != self._about:
            self._about = link
            self._stale = True

    @override
    def link(self) -> Link:
        return self._about

    @override
    def reload(self) -> None:
        self._rows, self._lines, self._targets = [], {}, {}
        self._detail.hide()
        if self._about.id is not None:
            self._read_one(self._about.id)
        self.rows.reload()
        self.rows.choose_first()

    @Slot(object)
    @override
    def _on_changed(self, change: Change) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _read_one(self, entity_id: UUID) -> None:
        entries = self.desk.read(whole_history, entity_id)
        values = [value for one in entries for field in one.fields for value in (field.before, field.after)]
        names = self.desk.read(names_of, {entity_id, *(one for one in values if isinstance(one, UUID))})
        self._name = names.get(entity_id, "")
        for _, at_once in reversed([(seq, list(step)) for seq, step in groupby(entries, attrgetter("seq"))]):
            # What a step did to the thing itself goes before what it did to its parts.
            at_once.sort(key=lambda entry: entry.entity_id != entity_id)
            self._rows.append(self._entry_row(at_once[0]))
            for entry in at_once:
                self._rows.extend(self._field_rows(entry, names))

    def _entry_row(self, entry: Entry) -> RowData:
        at = entry.at.astimezone()
        part = field_said(entry.entity) if entry.entity_id != self._about.id else ""
        return RowData(
            id=("entry", entry.seq, entry.entity),
            key=("entry", entry.seq),
            title=_said(entry),
            icon=_icon(entry.kind.value),
            context=self._who(entry.who),
            figure=time_shown(at),
            figure_tone="muted",
            group=long_day(at.date()),
            bold=True,
            chip=" ".join(filter(None, (part, QCoreApplication.translate("values", _DONE[entry.done])))),
            chip_tone="outline",
        )

    def _field_rows(self, entry: Entry, names: Mapping[UUID, str]) -> list[RowData]:
        rows = []
        for field in entry.fields:
            before, after = value_said(field.before, names), value_said(field.after, names)
            # That a part belongs to the thing goes without saying.
            if not is_told(field.field) or before == after or self._about.id in (field.before, field.after):
                continue
            row_id = (entry.seq, entry.entity_id, field.field)
            self._lines[row_id] = _Line(field_said(field.field), before, after)
            change = f"{before or '–'}  →  {after or '–'}" if entry.done == "changed" else after or before
            rows.append(
                RowData(
                    id=row_id,
                    key=row_id,
                    title=f"{field_said(field.field)}: {change}",
                    indent=1,
                    group=long_day(entry.at.astimezone().date()),
                )
            )
        return rows

    def _page(self, after: object, limit: int) -> Sequence[RowData]:
        if self._about.id is not None:
            return self._rows if after is None else ()
        before_seq = after if isinstance(after, int) else None
        return [self._step_row(step) for step in self.desk.read(recent_steps, before_seq, limit)]

    def _step_row(self, step: RecentStep) -> RowData:
        at: datetime = step.at.astimezone()
        if step.target is not None:
            self._targets[step.seq] = step.target
        return RowData(
            id=step.seq,
            key=step.seq,
            title=_said(step),
            icon=_icon(step.kind.value),
            context=self._who(step.who),
            figure=time_shown(at),
            figure_tone="muted",
            group=long_day(at.date()),
        )

    def _who(self, who: str) -> str:
        return self.tr("You") if who == self.desk.file.who else who or self.tr("not named")

    @Slot(object)
    def _show_line(self, row_id: object) -> None:
        line = self._lines.get(row_id)
        self._detail.setVisible(line is not None)
        if line is not None:
            self._field.setText(line.field)
            self._before.setText(line.before or "–")
            self._after.setText(line.after or "–")
        self.commands_changed.emit()

    @Slot(object)
    def _open(self, row_id: object) -> None:
        target = self._targets.get(row_id)
        if target is not None:
            self.desk.show(link_to(target.entity, target.id, target.meeting_id, target.item_id))
        elif self._about.id is not None:
            self._go()

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {"history.open": self._go, "history.all": self._show_all}

    @override
    def why_not(self, command: str) -> str:
        if command == "history.open" and self._about.id is None and self.rows.chosen_id() not in self._targets:
            return self.tr("what was changed isn't there any more")
        return ""

    def _go(self) -> None:
        about = self._about
        if about.id is None:
            self._open(self.rows.chosen_id())
        else:
            self.desk.show(link_to(about.entity, about.id, about.meeting_id, about.item_id))

    def _show_all(self) -> None:
        self.desk.show(Link(self.id))

    @override
    def focus(self) -> None:
        self.rows.setFocus()


def _said(step: RecentStep | Entry) -> str:
    """Return what was done, as the message bar said it."""
    kinds = {
        "undo": QCoreApplication.translate("history", "Undone: {}"),
        "redo": QCoreApplication.translate("history", "Done again: {}"),
    }
    return kinds.get(step.kind.value, "{}").format(step.label)


def _icon(kind: str) -> str:
    return {"undo": "arrow-counter-clockwise", "redo": "arrow-clockwise", "barrier": "lock"}.get(kind, "pencil-simple")
