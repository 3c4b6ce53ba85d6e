"""The days of a strand's stages: planned and begun, each with its code in the Open Contracting Data Standard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardroom.domain.refusal import Refusal
from boardroom.domain.stages import OCDS
from boardroom.domain.words import Stage
from boardroom.services.strand_stages import begin_stage, plan_stage
from boardroom.ui.kit.fields import DateField
from boardroom.ui.kit.form import Form, put
from boardroom.ui.pages.strands.words import stage_name

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.strands import StrandPage
    from boardroom.ui.desk import Desk

_TWO_FROM = 360


class StageDays(QWidget):
    """Two days for each stage; each is saved when it is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._name = ""
        self.form = Form(_TWO_FROM)
        self.form.add_group(self.tr("Stages"))
        self.planned: dict[Stage, DateField] = {}
        self.began: dict[Stage, DateField] = {}
        for stage in Stage:
            code = self.tr("OCDS: {}").format(OCDS[stage])
            self.planned[stage] = DateField(
                self.tr("{}: planned for").format(stage_name(stage)), self._today, hint=code
            )
            self.began[stage] = DateField(self.tr("{}: began on").format(stage_name(stage)), self._today)
            self.form.add(self.planned[stage], self.began[stage])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def show_stages(self, page: StrandPage, *, same: bool) -> None:
        """Show the days of a strand; what is being typed into the same one stays."""
        self._name = page.name
        known = {one.stage: one for one in page.stages}
        for stage in Stage:
            row = known.get(stage)
            planned, began = (row.planned, row.began) if row is not None else (None, None)
            put(self.planned[stage], planned, partial(self._plan, page.id, stage), same=same)
            put(self.began[stage], began, partial(self._begin, page.id, stage), same=same)
        self.form.set_read_only(self._desk.read_only)

    def _plan(self, strand_id: UUID, stage: Stage, day: date | None) -> str:
        said = (
            self.tr("Plan the {stage} stage of {strand}")
            if day is not None
            else self.tr("Plan no day for the {stage} stage of {strand}")
        )
        return self._keep(said.format(stage=stage, strand=self._name), plan_stage, strand_id, stage, day)

    def _begin(self, strand_id: UUID, stage: Stage, day: date | None) -> str:
        if day is not None and day > self._today():
            return self.tr("That day is still to come; write it as the planned one.")
        said = (
            self.tr("Begin the {stage} stage of {strand}")
            if day is not None
            else self.tr("Take back the {stage} stage of {strand}")
        )
        return self._keep(said.format(stage=stage, strand=self._name), begin_stage, strand_id, stage, day)

    def _keep(self, said: str, service: object, *args: object) -> str:
        try:
            self._desk.write(said, service, *args)  # type: ignore[arg-type] # one of two services
        except Refusal as refusal:
            return str(refusal)
        return ""

    def _today(self) -> date:
        return self._desk.today
