"""The form that says which member acts also for one who is away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from boardroom.services.at_the_door import let_act_for
from boardroom.ui.kit.name_field import PersonField, Suggestion
from boardroom.ui.pages.meeting.people_panel import Panel
from boardroom.ui.pages.meeting.people_rows import who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.store.queries.attendance_page import LineView
    from boardroom.ui.desk import Desk

_T = QCoreApplication.translate


class ProxyPanel(Panel):
    """Says who holds a member's proxy."""

    def __init__(self, desk: Desk, member: LineView, lines: Sequence[LineView]) -> None:
        """Build it for a member's line, among the lines of the attendance."""
        super().__init__(desk, _T("People", "Proxy of {}").format(who(member)), _T("People", "Give the proxy"))
        self._member = member
        others = [one for one in lines if one.seat and one.name and not one.proxy and one.id != member.id]
        self._others = [Suggestion(one.name, one.person_id, one.organisation) for one in others if one.person_id]
        self.name = PersonField(
            self.tr("Which member acts for them"),
            self._members,
            hint=self.tr("Votes a second time in their place, and makes no quorum. They are marked as away."),
        )
        self.add(self.name)

    @override
    def do(self) -> None:
        """Give the proxy."""
        name = self.name.value.text
        said = self.tr("Give the proxy of {} to {}").format(who(self._member), name or "?")
        given = self.desk.attempt(said, let_act_for, self._member.id, self.desk.now, name)
        if given is None:
            self.name.setFocus()
            return
        self.done.emit(("attendance", given.value.id))
        self.left.emit()

    def _members(self, typed: str) -> Sequence[Suggestion]:
        """Offer the members whose names hold what is typed."""
        return [one for one in self._others if typed.casefold() in one.text.casefold()]
