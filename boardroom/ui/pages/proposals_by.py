"""Who puts a proposal: an organisation, which brings its sector, a person, and those who put it together with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from boardroom.domain.words import Sector
from boardroom.services.proposals import PutBy
from boardroom.ui.kit.fields import ChoiceField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.name_field import Named, OrganisationField, PersonField, Suggestion
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.pages.completing import organisations_meant, people_meant
from boardroom.ui.pages.put_by import as_put, from_lines, renamed, said_by

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boardroom.store.queries.item_proposals import ProposerView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field

    SaveBy = Callable[[Sequence[PutBy]], str]


class PutByFields(QWidget):
    """The first who puts a proposal has fields; the others stand on lines."""

    def __init__(self, desk: Desk, save: SaveBy) -> None:
        """Build the fields.

        Args:
            desk: completes names.
            save: stores who puts the proposal; returns the sentence that refuses it, or nothing.
        """
        super().__init__()
        self._desk, self._save_by = desk, save
        self._shown: tuple[ProposerView, ...] = ()
        sectors: list[tuple[Sector | None, str]] = [(None, self.tr("Not stated"))]
        self.organisation = OrganisationField(self.tr("Put by which organisation"), self._organisations)
        self.sector = ChoiceField(self.tr("Sector"), sectors + [(one, sector_name(one)) for one in Sector])
        self.name = PersonField(self.tr("Through whom"), self._people)
        self.others = TextField(
            self.tr("Together with"), lines=1, hint=self.tr("Further organisations, one on each line.")
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, field in enumerate(self.fields):
            self._grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate((3, 2)):
            self._grid.setColumnStretch(column, share)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """What can be changed, in reading order."""
        return (self.organisation, self.sector, self.name, self.others)

    def show_proposers(self, proposers: tuple[ProposerView, ...], *, same: bool) -> None:
        """Show who puts a proposal; of the same one as before, what is being typed stays."""
        self._shown = proposers
        first = proposers[0] if proposers else None
        body = Named(first.organisation, first.organisation_id) if first is not None else Named()
        who = Named(first.name or first.role, first.person_id) if first is not None else Named()
        others = "\n".join(said_by(one) for one in proposers[1:])
        put(self.organisation, body, self._save_organisation, same=same)
        put(self.sector, first.sector if first is not None else None, self._save_sector, same=same)
        put(self.name, who, self._save_name, same=same)
        put(self.others, others, self._save_others, same=same)

    def _first(self) -> PutBy:
        return as_put(self._shown[0]) if self._shown else PutBy()

    def _rest(self) -> list[PutBy]:
        return [as_put(one) for one in self._shown[1:]]

    def _save_organisation(self, value: Named) -> str:
        # Another organisation brings its own sector.
        return self._save_by([replace(self._first(), organisation=value.text, sector=None), *self._rest()])

    def _save_sector(self, value: Sector | None) -> str:
        return self._save_by([replace(self._first(), sector=value), *self._rest()])

    def _save_name(self, value: Named) -> str:
        return self._save_by([renamed(self._first(), value.text), *self._rest()])

    def _save_others(self, value: str) -> str:
        return self._save_by([self._first(), *from_lines(value, self._shown[1:])])

    def _organisations(self, typed: str) -> list[Suggestion]:
        return organisations_meant(self._desk, typed)

    def _people(self, typed: str) -> list[Suggestion]:
        return people_meant(self._desk, typed)

    @Slot()
    def _fit(self) -> None:
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(12))
