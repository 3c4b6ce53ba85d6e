"""Points of an item: who of which sector said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from boardroom.domain.words import PointKind, Sector
from boardroom.services.points import add_point, change_point, remove_point
from boardroom.ui.kit.fields import ChoiceField, words_of
from boardroom.ui.kit.marks import sector_choices
from boardroom.ui.kit.name_field import Named, OrganisationField, PersonField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.pages.meeting.item_form import RecordForm
from boardroom.ui.pages.meeting.item_section import Section
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from boardroom.store.queries.item_page import ItemView, PointView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item_section import Key


class PointForm(RecordForm):
    """One point."""

    entity = "point"

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__(desk)
        self.setAccessibleName(self.tr("Point"))
        self.add(
            name=PersonField(self.tr("Who speaks"), self.people),
            kind=ChoiceField(self.tr("Kind"), [(None, self.tr("Not stated")), *words_of(PointKind)]),
        )
        self.add(wide=True, text=TextField(self.tr("What was said"), needed=self.tr("Write what was said.")))
        self.add(
            organisation=OrganisationField(
                self.tr("For which organisation"),
                self.organisations,
                hint=self.tr("Taken from the attendance where the speaker is in it."),
            ),
            sector=ChoiceField(self.tr("Sector"), sector_choices(self.tr("Not stated"))),
        )

    @override
    def values_of(self, item: ItemView, record_id: UUID) -> Mapping[str, Any] | None:
        view = next((one for one in item.points if one.id == record_id), None)
        if view is None:
            return None
        return {
            "name": Named(view.name or view.role, view.person_id),
            "kind": view.kind,
            "text": view.text,
            "organisation": Named(view.organisation),
            "sector": view.sector,
        }

    @override
    def missing(self, values: Mapping[str, Any]) -> str:
        return "" if values["text"] else self.tr("Write what was said.")

    @override
    def record_new(self, item: ItemView, values: Mapping[str, Any]) -> UUID:
        point = self.desk.write(
            self.tr("Record a point: {}").format(short_name(values["text"])),
            add_point,
            item.id,
            values["text"],
            kind=values["kind"],
            name=values["name"].text,
            organisation=values["organisation"].text,
            sector=values["sector"],
        )
        return point.id

    @override
    def change(self, item: ItemView, record_id: UUID, names: Sequence[str], values: Mapping[str, Any]) -> None:
        parts = {name: getattr(values[name], "text", values[name]) for name in names}
        if "name" in parts:
            # A role in words stands where a name would.
            parts["role"] = ""
        self.desk.write(
            self.tr("Change a point: {}").format(short_name(values["text"])), change_point, record_id, **parts
        )


class Points(Section):
    """What was said at the item."""

    def __init__(self, desk: Desk) -> None:
        """Build the rows and the form."""
        super().__init__(desk, "record.point")
        self.call(self.tr("Points"))
        self.editing = PointForm(desk)
        self.take(self.editing)

    @override
    def row_data(self, item: ItemView) -> list[RowData]:
        return [self._row(place, one) for place, one in enumerate(item.points)]

    def _row(self, place: int, one: PointView) -> RowData:
        said = ", ".join(filter(None, (one.name or one.role, one.organisation)))
        return RowData(
            id=("point", one.id),
            key=place,
            title=" ".join(one.text.split()),
            mark=one.sector or Sector.UNKNOWN,
            second_line=said or self.tr("Speaker not stated"),
            chip="" if one.kind is None else one.kind.value.capitalize(),
            chip_tone="tint",
        )

    @override
    def open_row(self, key: Key) -> None:
        values = self.editing.values_of(self.item, key[1]) if self.item is not None else None
        if self.item is not None and values is not None:
            self.editing.open(self.item, key[1], values)
            self.open_below(self.editing, key)

    def begin(self) -> None:
        """Open the form of a new point."""
        self.begin_for(None)

    def begin_for(self, sector: Sector | None) -> None:
        """Open the form of a new point of a sector."""
        if self.item is not None:
            blank = {
                "name": Named(), "kind": PointKind.STATEMENT, "text": "", "organisation": Named(), "sector": sector,
            }  # fmt: skip
            self.editing.open(self.item, None, blank)
            self.open_below(self.editing, None)

    @override
    def remove(self, key: Key) -> None:
        said = next((row.title for row in self.rows.loaded() + self.rest.loaded() if row.id == key), "")
        self.desk.attempt(self.tr("Remove the point: {}").format(short_name(said)), remove_point, key[1])
