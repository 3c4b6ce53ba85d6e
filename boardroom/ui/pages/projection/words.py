"""What the second screen says, and the wording set as large as its place allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from boardroom.domain.words import MeetingStatus
from boardroom.store.queries.projected_wording import WordingKind
from boardroom.ui.kit.large import LargeLabel
from boardroom.ui.kit.moments import time_shown

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.meeting_page import HeadView
    from boardroom.store.queries.projected_wording import WordingShown
    from boardroom.store.queries.projection import ItemShown
    from boardroom.store.queries.running import RunningView

_MOST, _LARGEST, _LEAST = 54, 84, 26


class Wording(QFrame):
    """What it is, the wording, and who put it: the wording as large as its place allows, the others close to it."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self.setProperty("role", "surface")
        self.kind = LargeLabel(30, 600, "muted")
        self.normal = LargeLabel(_MOST, least=_LEAST)
        self.large = LargeLabel(_LARGEST, 600, least=_LEAST)
        self.by = LargeLabel(30, 400, "muted", least=20)
        for one in (self.kind, self.normal, self.large, self.by):
            one.setParent(self)
        self._is_large = False
        self._scale, self._side = 1.0, 0

    @property
    def text(self) -> LargeLabel:
        """The wording that is shown."""
        return self.large if self._is_large else self.normal

    def say(self, kind: str, wording: str, by: str, *, large: bool = False) -> None:
        """Show a wording.

        Args:
            kind: what it is.
            wording: the words themselves.
            by: who moved it, or why there is no more.
            large: whether it is a title, which is set larger.
        """
        self._is_large = large
        self.kind.say(kind)
        self.normal.say("" if large else wording)
        self.large.say(wording if large else "")
        self.by.say(by)
        self._place()

    def set_scale(self, scale: float, side: int) -> None:
        """Take the scale of the window, and its margin."""
        self._scale, self._side = scale, side
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px, gap = self._scale, round(24 * self._scale)
        width, top = max(1, self.width() - 2 * self._side), round(56 * px)
        kind = self.kind.sizeHint().height() if self.kind.said else 0
        self.kind.setGeometry(self._side, top, width, kind)
        top += kind + (gap if kind else 0)
        room = max(1, self.height() - top - gap)
        by = min(self.by.fit_into(width, room // 3), room // 3) if self.by.said else 0
        self.by.setVisible(bool(by))
        high = self.text.fit_into(width, max(1, room - by - (gap if by else 0)))
        self.text.setGeometry(self._side, top, width, high)
        self.normal.setVisible(not self._is_large)
        self.large.setVisible(self._is_large)
        self.by.setGeometry(self._side, top + high + gap, width, by)


def item_words(item: ItemShown | None) -> str:
    """Return which item it is: `Item 6 of 11`."""
    if item is None or not item.number:
        return ""
    if item.of is None:
        return _tr("Item {}").format(item.number)
    return _tr("Item {} of {}").format(item.number, item.of)


def kept_words(item: ItemShown) -> str:
    """Return why the public sees no more of an item."""
    if not item.restricted:
        return ""
    ground = ", ".join(filter(None, (str(item.restriction or ""), item.ground)))
    return _tr("Not for the public: {}.").format(ground.rstrip(".")) if ground else _tr("Not for the public.")


def kind_words(wording: WordingShown) -> str:
    """Return what a wording is."""
    if wording.result is not None:
        return _tr("Wording decided") if wording.kind is not WordingKind.AMENDMENT else _tr("Amendment voted on")
    words = {
        WordingKind.MOTION: _tr("Motion"),
        WordingKind.AMENDMENT: _tr("Amendment"),
        WordingKind.DECISION: _tr("Wording to be decided"),
    }
    return words[wording.kind]


def put_by(wording: WordingShown) -> str:
    """Return who moved and seconded a wording."""
    moved = _tr("moved by {}").format(wording.mover) if wording.mover else ""
    seconded = _tr("seconded by {}").format(wording.seconder) if wording.seconder else ""
    said = "; ".join(filter(None, (moved, seconded)))
    return said[:1].upper() + said[1:]


def state_words(head: HeadView, running: RunningView | None) -> str:
    """Return how a meeting stands while no item is being taken."""
    if running is not None and running.in_session:
        return _tr("Every item has been taken")
    if running is not None and running.adjourned and head.status is MeetingStatus.HELD:
        return _tr("The meeting is adjourned")
    if running is not None and running.opened_at is not None:
        return _tr("The meeting is closed")
    starts = head.days[0].starts if head.days else None
    return _tr("The meeting begins at {}").format(time_shown(starts)) if starts else _tr("The meeting will begin soon")


def time_left(running: RunningView, item_id: UUID, now: datetime) -> tuple[str, bool]:
    """Return how much time an item has left, in words, and whether it is over; nothing where none was planned."""
    planned = 60 * (running.planned.get(item_id) or 0)
    if not planned:
        return "", False
    left = planned - running.used_by(item_id, now)
    minutes, seconds = divmod(abs(left), 60)
    if left < 0:
        return _tr("{} over").format(f"{minutes}:{seconds:02}"), True
    return _tr("{} left").format(f"{minutes}:{seconds:02}"), False


def _tr(text: str) -> str:
    return QCoreApplication.translate("Projection", text)
