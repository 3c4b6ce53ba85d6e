"""One line of the attendance: what it says of the day, and when somebody came and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.services.attendance import change_attendance
from boardroom.services.comings import When, arrive, stay_anew
from boardroom.ui.kit.field import Field
from boardroom.ui.kit.fields import ChoiceField, LineField, NumberField
from boardroom.ui.kit.moments import read_time
from boardroom.ui.kit.name_field import Named, OrganisationField, PersonField
from boardroom.ui.kit.words import hint
from boardroom.ui.pages.meeting.people_forms import sectors
from boardroom.ui.pages.meeting.people_panel import Panel, Part
from boardroom.ui.pages.meeting.people_rows import came, left, who

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from boardroom.domain.words import Sector
    from boardroom.store.queries.attendance_page import LineView
    from boardroom.store.queries.meeting_page import AgendaRow
    from boardroom.ui.desk import Desk

_T = QCoreApplication.translate


class LinePanel(Panel):
    """Changes one line; each field saves as it is left."""

    def __init__(self, desk: Desk, line: LineView, items: Mapping[UUID, AgendaRow]) -> None:
        """Build it for a line."""
        super().__init__(desk, who(line))
        self.line_id, self._items, self._line = line.id, items, line
        when = self.tr("A time, an item such as “item 6”, or words.")
        self.came = LineField(self.tr("Came"), hint=when, placeholder="14:18")
        self.left_field = LineField(self.tr("Left"), placeholder=self.tr("item 6"))
        self.back = LineField(self.tr("Came back"), placeholder="14:50")
        self.earlier = hint()
        self.name = PersonField(self.tr("Name"), self.people)
        self.role = LineField(self.tr("Role"))
        self.organisation = OrganisationField(self.tr("Organisation"), self.organisations)
        self.sector = ChoiceField(self.tr("Sector"), sectors())
        votes: list[tuple[bool | None, str]] = [
            (None, self.tr("As the seat says")),
            (True, self.tr("Votes")),
            (False, self.tr("Does not vote")),
        ]
        self.voting = ChoiceField(self.tr("Vote"), votes)
        self.headcount = NumberField(self.tr("How many"), least=1, hint=self.tr("Empty: several."))
        self.remark = LineField(self.tr("Remark"), hint=self.tr("Printed behind the name."))
        self.add_words(self.earlier)
        if line.counted:
            self.add(self.role, self.headcount, self.organisation, self.sector, self.remark)
        else:
            times = (self.came, self.left_field, self.back)
            self.add(*times, self.name, self.role, self.organisation, self.sector, self.voting, self.remark)
        desk.flush_wanted.connect(self.commit)
        self._open(line)

    def show_line(self, line: LineView) -> None:
        """Show what is stored now; what is being typed stays."""
        self._line = line
        self.rename(who(line))
        for field, value in self._values(line):
            field.set_value(value)
        self._tell(line)

    def _open(self, line: LineView) -> None:
        name = self.tr("Change the attendance of {}").format(who(line))
        parts = {
            self.name: "name",
            self.role: "role",
            self.organisation: "organisation",
            self.sector: "sector",
            self.voting: "voting",
            self.headcount: "headcount",
            self.remark: "remark",
        }
        for field, value in self._values(line):
            if field in parts:
                field.open(value, Part(self.desk, name, change_attendance, line.id, part=parts[field]))
        self.came.open(self._came(line), self._save_came)
        self.left_field.open(self._left(line), self._save_left)
        self.back.open("", self._save_back)
        self._tell(line)

    def _values(self, line: LineView) -> list[tuple[Field[object], object]]:
        pairs: list[tuple[object, object]] = [
            (self.came, self._came(line)),
            (self.left_field, self._left(line)),
            (self.back, ""),
            (self.name, Named(line.name, line.person_id)),
            (self.role, line.role),
            (self.organisation, Named(line.organisation, line.organisation_id)),
            (self.sector, self._sector(line)),
            (self.voting, line.voting),
            (self.headcount, line.headcount),
            (self.remark, line.remark),
        ]
        return [(field, value) for field, value in pairs if isinstance(field, Field)]

    def _sector(self, line: LineView) -> Sector | None:
        return line.sector if line.sector in {one for one, _ in sectors()} else None

    def _came(self, line: LineView) -> str:
        return came(line.stays[-1], self._items) if line.stays else ""

    def _left(self, line: LineView) -> str:
        return left(line.stays[-1], self._items) if line.stays else ""

    def _tell(self, line: LineView) -> None:
        """Say the times before the last one, and offer the way back to whoever has left."""
        pairs = [(came(one, self._items), left(one, self._items)) for one in line.stays[:-1]]
        said = [self.tr("{} to {}").format(a or self.tr("the opening"), b) for a, b in pairs]
        self.earlier.setText(self.tr("Was here before: {}").format("; ".join(said)))
        self.earlier.setVisible(bool(said))
        self.back.setVisible(bool(self._left(line)))

    # Coming and going; each returns the sentence that refuses it

    def _save_came(self, words: str) -> str:
        return self._stay(words, self.left_field.value)

    def _save_left(self, words: str) -> str:
        return self._stay(self.came.value, words)

    def _save_back(self, words: str) -> str:
        if not words:
            return ""
        name = self.tr("Say that {} came back").format(who(self._line))
        return Part(self.desk, name, arrive, self.line_id, part="when")(self._when(words))

    def _stay(self, came_words: str, left_words: str) -> str:
        """Let the last time in the room be from one moment to another."""
        last = self._line.stays[-1] if self._line.stays else None
        name = self.tr("Say when {} came and left").format(who(self._line))
        stay_id, arrival = None if last is None else last.id, self._when(came_words)
        part = Part(self.desk, name, stay_anew, self.line_id, stay_id, arrival, part="departure")
        return part(self._when(left_words))

    def _when(self, words: str) -> When | None:
        words = clean_line(words)
        if not words:
            return None
        number = words.casefold().removeprefix("item").strip()
        for item in self._items.values():
            if words.casefold().startswith("item") and item.number.casefold() == number:
                return When(item_id=item.id)
        try:
            return When(at=read_time(words))
        except Refusal:
            return When(words=words)
