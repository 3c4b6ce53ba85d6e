"""The forms that add to the people of a meeting: a person, a number of people, a deputy, a chair, everybody but."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Presence, Sector
from boardroom.services.at_the_door import let_in, let_stand_in, let_stand_in_for_seat
from boardroom.services.attendance import add_group, all_present_except
from boardroom.services.presiding import let_preside
from boardroom.store.queries.attendance_page import LineView, attendance_of
from boardroom.ui.kit.fields import CheckField, ChoiceField, LineField, NumberField
from boardroom.ui.kit.marks import sector_choices
from boardroom.ui.kit.name_field import Named, OrganisationField, PersonField
from boardroom.ui.pages.meeting.people_panel import Panel
from boardroom.ui.pages.meeting.people_rows import who

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.store.queries.meeting_page import AgendaRow
    from boardroom.store.queries.room import ExpectedView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.name_field import Suggestion

_T = QCoreApplication.translate


def sectors() -> list[tuple[Sector | None, str]]:
    """Return the sectors as a choice offers them, none first."""
    return sector_choices(_T("People", "As the organisation’s"))


def standings() -> list[tuple[Presence, str]]:
    """Return the ways in which somebody stands in the attendance, as a choice offers them."""
    return [
        (Presence.IN_ATTENDANCE, _T("People", "In attendance")),
        (Presence.PRESENT, _T("People", "Present as a member")),
        (Presence.APOLOGIES, _T("People", "Apologies")),
        (Presence.ABSENT, _T("People", "Not here")),
        (Presence.COPIED_IN, _T("People", "Copied in")),
    ]


class PersonPanel(Panel):
    """Adds somebody by name."""

    def __init__(self, desk: Desk, meeting_id: UUID) -> None:
        """Build it empty."""
        super().__init__(desk, _T("People", "Add somebody"), _T("People", "Add"))
        self._meeting_id = meeting_id
        self.name = PersonField(
            self.tr("Name"), self.people, hint=self.tr("A new name is added to the people of this board file.")
        )
        self.role = LineField(self.tr("Role"), placeholder=self.tr("Head of Commissioning"))
        self.organisation = OrganisationField(self.tr("Organisation"), self.organisations)
        self.sector = ChoiceField(self.tr("Sector"), sectors())
        self.standing = ChoiceField(self.tr("Stands as"), standings())
        self.remote = CheckField(self.tr("Takes part remotely"))
        self.add(self.name, self.organisation, self.role, self.standing, self.sector, self.remote)
        self.name.committed.connect(self._on_named)

    @override
    def do(self) -> None:
        """Add the person."""
        called = self.name.value.text or self.role.value
        added = self.desk.attempt(
            self.tr("Add {} to the attendance").format(called or self.tr("somebody")),
            let_in,
            self._meeting_id,
            self.desk.now,
            self.name.value.text,
            organisation=self.organisation.value.text,
            sector=self.sector.value,
            role=self.role.value,
            status=self.standing.value,
            remote=self.remote.value,
        )
        if added is None:
            self.name.setFocus()
            return
        self.done.emit(("attendance", added.value.id))
        # The next one often comes from the same body; the name is another.
        self.name.open(Named())
        self.role.open("")
        self.focus_first()

    @Slot()
    def _on_named(self) -> None:
        """Let a person whom the file knows bring the organisation along."""
        known = self.name.value
        if known.id is None or self.organisation.value.text:
            return
        body = next((one.context for one in self.people(known.text) if one.id == known.id), "")
        if body and any(one.text == body for one in self.organisations(body)):
            self.organisation.open(Named(body))


class GroupPanel(Panel):
    """Adds people by their number."""

    def __init__(self, desk: Desk, meeting_id: UUID) -> None:
        """Build it empty."""
        super().__init__(desk, _T("People", "Add a number of people"), _T("People", "Add"))
        self._meeting_id = meeting_id
        self.role = LineField(self.tr("Who they are"), placeholder=self.tr("members of the public"))
        self.headcount = NumberField(
            self.tr("How many"), least=1, hint=self.tr("Empty: several. They count for no quorum.")
        )
        self.organisation = OrganisationField(self.tr("Organisation"), self.organisations)
        self.standing = ChoiceField(self.tr("Stand as"), standings()[:2])
        self.add(self.role, self.headcount, self.organisation, self.standing)

    @override
    def do(self) -> None:
        """Add the group."""
        added = self.desk.attempt(
            self.tr("Add {} to the attendance").format(self.role.value or self.tr("a number of people")),
            add_group,
            self._meeting_id,
            self.role.value,
            headcount=self.headcount.value,
            organisation=self.organisation.value.text,
            status=self.standing.value,
        )
        if added is None:
            self.role.setFocus()
            return
        self.done.emit(("attendance", added.value.id))
        self.left.emit()


class DeputyPanel(Panel):
    """Says who stands in for a member."""

    def __init__(self, desk: Desk, meeting_id: UUID, member: LineView | ExpectedView) -> None:
        """Build it for a member's line, or for a seat that has none yet."""
        name = member.name or member.seat
        super().__init__(desk, _T("People", "Deputy for {}").format(name), _T("People", "Send the deputy"))
        self._meeting_id, self._member, self._member_name = meeting_id, member, name
        self.name = PersonField(
            self.tr("Who stands in"), self.people, hint=self.tr("The member is marked as having sent apologies.")
        )
        self.role = LineField(self.tr("Role"))
        self.add(self.name, self.role)

    @override
    def do(self) -> None:
        """Send the deputy."""
        said = self.tr("Send {} as deputy for {}").format(self.name.value.text or "?", self._member_name)
        name, role, now = self.name.value.text, self.role.value, self.desk.now
        if isinstance(self._member, LineView):
            sent = self.desk.attempt(said, let_stand_in, self._member.id, now, name, role=role)
        else:
            seat_id = self._member.seat_id
            sent = self.desk.attempt(said, let_stand_in_for_seat, self._meeting_id, seat_id, now, name, role=role)
        if sent is None:
            self.name.setFocus()
            return
        self.done.emit(("attendance", sent.value.id))
        self.left.emit()


class ChairPanel(Panel):
    """Says who presides from an item on."""

    def __init__(self, desk: Desk, meeting_id: UUID, item: AgendaRow | None, here: Sequence[LineView]) -> None:
        """Build it for an item; without one it is said of the opening."""
        number = (item.number or item.title) if item is not None else ""
        where = _T("People", "from item {}").format(number) if item is not None else _T("People", "from the opening")
        super().__init__(desk, _T("People", "In the chair {}").format(where), _T("People", "Let them preside"))
        self._meeting_id, self._item, self._where, self._here = meeting_id, item, where, here
        self.name = PersonField(self.tr("Who presides"), self._at_the_meeting)
        self.reason = LineField(self.tr("Reason"), placeholder=self.tr("the Chair having declared an interest"))
        self.opening = CheckField(self.tr("From the opening of the meeting"))
        self.add(self.name, self.reason)
        if item is not None:
            self.add(self.opening)

    def begin(self, name: str, reason: str) -> None:
        """Fill in who presides, as far as that is known."""
        self.name.open(Named(name))
        self.reason.open(reason)
        self.focus_first()

    @override
    def do(self) -> None:
        """Let them preside."""
        item_id = None if self._item is None or self.opening.value else self._item.id
        where = self._where if item_id is not None else self.tr("from the opening")
        said = self.tr("Let {} preside {}").format(self.name.value.text or "?", where)
        name, reason = self.name.value.text, self.reason.value
        done = self.desk.attempt(said, let_preside, self._meeting_id, name, from_item_id=item_id, reason=reason)
        if done is None:
            self.name.setFocus()
            return
        self.done.emit(("presiding", done.value.id))
        self.left.emit()

    def _at_the_meeting(self, typed: str) -> Sequence[Suggestion]:
        """Offer who is here before anybody else of the file."""
        here = {one.person_id for one in self._here}
        found = self.people(typed)
        return [one for one in found if one.id in here] + [one for one in found if one.id not in here]


class AllHerePanel(Panel):
    """Marks everybody as present but those who are named."""

    def __init__(self, desk: Desk, meeting_id: UUID) -> None:
        """Build it empty."""
        super().__init__(desk, _T("People", "Everybody is present, except"), _T("People", "Mark the others"))
        self._meeting_id = meeting_id
        self.names = LineField(
            self.tr("Who is not here"),
            placeholder=self.tr("Hartnell, Bowen"),
            hint=self.tr("Names or parts of names, parted by commas; empty where nobody is missing."),
        )
        self.add(self.names)

    @override
    def do(self) -> None:
        """Mark the others as present."""
        try:
            away = self._meant()
        except Refusal as refusal:
            self.names.refuse(str(refusal))
            self.names.setFocus()
            return
        said = self.tr("Mark all members as present, except {}").format(self.names.value)
        if not away:
            said = self.tr("Mark all members as present")
        if self.desk.attempt(said, all_present_except, self._meeting_id, away) is not None:
            self.done.emit(None)
            self.left.emit()

    def _meant(self) -> list[UUID]:
        """Return the lines and seats of those who are named.

        Raises:
            Refusal: a name is nobody's, or more than one person's.
        """
        view = self.desk.read(attendance_of, self._meeting_id)
        known = {one.id: who(one) for one in view.lines if not one.proxy}
        known |= {one.seat_id: one.name for one in view.expected if one.name}
        away = []
        for part in filter(None, (one.strip() for one in self.names.value.split(","))):
            meant = [one for one, name in known.items() if part.casefold() in name.casefold()]
            if not meant:
                raise Refusal(self.tr("Nobody of that name is awaited: {}").format(part))
            if len(meant) > 1:
                names = ", ".join(known[one] for one in meant)
                raise Refusal(self.tr("“{}” could be {}; write more of the name.").format(part, names))
            away += meant
        return away
