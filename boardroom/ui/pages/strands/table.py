"""The timeline as lines to read: what each organisation did, on which day, at which stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.stages import OCDS
from boardroom.ui.kit.days import short_day
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.pages.strands.words import lane_words, part_words, stage_name

if TYPE_CHECKING:
    from boardroom.domain.involvement import Part
    from boardroom.domain.words import Stage
    from boardroom.ui.pages.strands.chart import Chart


def table_rows(chart: Chart) -> tuple[dict[int, Part], list[RowData]]:
    """Return the occasions as rows under their sectors, and what each row's number stands for."""
    numbered: dict[int, Part] = {}
    rows: list[RowData] = []
    for lane in chart.lanes:
        heading = lane_words(lane, chart)
        if not lane.spots:
            rows.append(
                RowData(
                    id=len(rows),
                    key=len(rows),
                    title=heading,
                    mark=lane.sector,
                    chip=_tr("not involved") if lane.missing else "",
                    chip_tone="caution",
                    muted=not lane.missing,
                )
            )
        for spot in lane.spots:
            for at, part in enumerate(spot.parts):
                first = spot.first and not at
                numbered[len(rows)] = part
                rows.append(
                    RowData(
                        id=len(rows),
                        key=len(rows),
                        title=part_words(part),
                        mark=lane.sector,
                        figure=short_day(spot.on, chart.today),
                        figure_tone="muted",
                        chip=_tr("first") if first else "",
                        chip_tone="tint",
                        context=_stage(spot.stage),
                    )
                )
    return numbered, rows


def _stage(stage: Stage | None) -> str:
    return f"{stage_name(stage)} ({OCDS[stage]})" if stage is not None else stage_name(None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Strands", text)
