"""Every page of the window, each shown with something chosen on it, and what is seen and heard there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget
from sqlalchemy import select

from boardroom.domain.actions import Action
from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.board import Seat
from boardroom.domain.decisions import Decision
from boardroom.domain.meeting import Meeting
from boardroom.domain.people import Organisation, Person
from boardroom.domain.proposals import Proposal
from boardroom.domain.words import MeetingStatus
from boardroom.services.attendance import all_present_except
from boardroom.services.running import start_meeting, take_next
from boardroom.ui.kit.jobs import wait_for_jobs
from boardroom.ui.links import Link
from boardroom.ui.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk

_CHOSEN: dict[str, tuple[str, Any]] = {
    "meetings": ("meeting", Meeting),
    "proposals": ("proposal", Proposal),
    "actions": ("action", Action),
    "decisions": ("decision", Decision),
}
_ROWS = 6
"""Rows of a list that are looked at from its start and from its end."""


def links_of(desk: Desk, page_id: str) -> list[Link]:
    """Return the links by which a page is shown: nothing chosen, and each kind of thing that it can show."""
    assert page_id in PAGES
    if page_id == "room":
        desk.write("Start the meeting", _start_one, desk.now)
    return [Link(page_id), *desk.read(_things_of, page_id)]


def _things_of(session: Session, page_id: str) -> list[Link]:
    meetings = list(session.scalars(select(Meeting.id).order_by(Meeting.id)))
    if page_id in _CHOSEN:
        entity, kind = _CHOSEN[page_id]
        ids: list[UUID] = list(session.scalars(select(kind.id).order_by(kind.id)))
        return [Link(page_id, entity, one) for one in (ids[0], ids[-1])]
    if page_id == "partners":
        kinds: dict[str, Any] = {"person": Person, "organisation": Organisation, "seat": Seat}
        return [Link(page_id, name, session.scalars(select(kind.id)).first()) for name, kind in kinds.items()]
    if page_id in {"meeting", "room"}:
        items = session.execute(select(AgendaItem.id, AgendaItem.meeting_id).order_by(AgendaItem.id.desc())).all()
        return [
            Link(page_id, "meeting", meetings[-1], meetings[-1]),
            *(Link(page_id, "agenda_item", item, meeting, item) for item, meeting in items[:2]),
        ]
    if page_id in {"minutes", "versions", "export"}:
        whole = [Link(page_id, "meeting", one, one) for one in (meetings[0], meetings[-1])]
        return [*whole, *_items_minuted(session)] if page_id == "versions" else whole
    if page_id == "history":
        return [Link(page_id, "person", session.scalars(select(Person.id)).first())]
    return []


def _items_minuted(session: Session) -> list[Link]:
    wanted = select(Paragraph.item_id, Paragraph.meeting_id).where(Paragraph.item_id.is_not(None))
    found = session.execute(wanted.order_by(Paragraph.id.desc()).limit(1)).all()
    return [Link("versions", "agenda_item", item, meeting, item) for item, meeting in found]


def _start_one(session: Session, now: datetime) -> None:
    """Have a meeting in session, with everybody there, at its second item."""
    planned = session.scalars(select(Meeting.id).where(Meeting.status == MeetingStatus.PLANNED).limit(1)).first()
    if planned is not None:
        start_meeting(session, planned, now, change_day=True)
        all_present_except(session, planned)
        take_next(session, planned, now)


def settle(rounds: int = 3) -> None:
    """Let what waits behind be done: jobs of the page, timers that are due, painting."""
    for _ in range(rounds):
        QApplication.processEvents()
        wait_for_jobs()
    QApplication.processEvents()


def walk_rows(page: QWidget) -> Iterator[tuple[QAbstractItemView, QModelIndex]]:
    """Choose row after row in every list of a page, the first and the last ones of each."""
    for view in page.findChildren(QAbstractItemView):
        if not view.isVisibleTo(page) or isinstance(view.parent(), QComboBox):
            continue
        count = view.model().rowCount()
        for row in [*range(min(_ROWS, count)), *range(max(_ROWS, count - _ROWS), count)]:
            # Choosing may have filled the list anew.
            index = view.model().index(row, 0)
            if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
                view.setCurrentIndex(index)
                QApplication.processEvents()
                yield view, index


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    heard = QAccessible.queryAccessibleInterface(widget)
    # On Unix Qt names a choice by what is chosen, and by its label through a relation.
    name = heard.text(QAccessible.Text.Name)
    return f"{widget.accessibleName()} {name}" if isinstance(widget, QComboBox) else name


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    QTest.keyClick(focused, key, modifiers)
    QApplication.processEvents()
