"""What users say of a proposal's benefit: who was asked, the lowest, typical and highest figure, their words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from boardroom.domain.value import Estimated, figure_shown, thousandths_of
from boardroom.ui.kit.fields import LineField, NumberField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, section

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.kit.field import Field

    SaveEstimate = Callable[[Estimated], str]

_MOST = 1_000_000_000
_FIGURES = ("lowest", "typical", "highest")


class EstimateFields(QWidget):
    """The fields of one estimate, before or, with `later`, as it was measured; each saves when it is left."""

    def __init__(self, save: SaveEstimate, *, later: bool) -> None:
        """Build the fields.

        Args:
            save: stores the whole estimate; returns the sentence that refuses it, or nothing.
            later: that it is what was measured once the proposal ran.
        """
        super().__init__()
        self._save_all, self._later = save, later
        self._shown = Estimated(actual=later)
        if later:
            heading = self.tr("As measured later")
            names = (self.tr("Lowest measured"), self.tr("Typical measured"), self.tr("Highest measured"))
            who, asked = self.tr("Who was asked then"), self.tr("How many were asked then")
            scale, words = self.tr("Scale that it was measured on"), self.tr("In their words then")
        else:
            heading = self.tr("What users say")
            names = (self.tr("Lowest estimate"), self.tr("Typical estimate"), self.tr("Highest estimate"))
            who, asked = self.tr("Who was asked"), self.tr("How many were asked")
            scale, words = self.tr("Scale of the estimates"), self.tr("In their words")
        self.setAccessibleName(heading)
        self.who = LineField(who, placeholder=self.tr("parents at two open days"))
        self.asked = NumberField(asked, most=_MOST)
        self.lowest, self.typical, self.highest = (LineField(name, placeholder=self.tr("7.5")) for name in names)
        self.scale = LineField(scale, placeholder=self.tr("0 to 10"), hint=self.tr("In words, such as hours a week."))
        self.words = TextField(words, lines=2)
        self._rests = hint("")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(section(heading), 0, 0, 1, 2)
        for at, field in enumerate(self.fields[:-1]):
            self._grid.addWidget(field, 1 + at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.words, 4, 0, 1, 2)
        self._grid.addWidget(self._rests, 5, 0, 1, 2)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """What can be changed, in reading order."""
        return (self.who, self.asked, self.lowest, self.typical, self.highest, self.scale, self.words)

    def show_estimate(self, one: Estimated | None, *, same: bool) -> None:
        """Show an estimate; of the same proposal as before, what is being typed stays."""
        self._shown = one if one is not None else Estimated(actual=self._later)
        shown = self._shown
        put(self.who, shown.who, partial(self._save, "who"), same=same)
        put(self.asked, shown.asked, partial(self._save, "asked"), same=same)
        for name in _FIGURES:
            value = getattr(shown, name)
            written = "" if value is None else figure_shown(value)
            put(self._figure(name), written, partial(self._save_figure, name), same=same)
        put(self.scale, shown.scale, partial(self._save, "scale"), same=same)
        put(self.words, shown.words, partial(self._save, "words"), same=same)
        said = shown != Estimated(actual=self._later)
        self._rests.setText(self.tr("It rests on: {}.").format(shown.confidence.value) if said else "")
        self._rests.setVisible(said)

    # Saving; each returns the sentence that refuses it

    def _save(self, part: str, value: Any) -> str:  # noqa: ANN401 - of whichever part
        return self._save_all(replace(self._shown, **{part: value}))

    def _save_figure(self, changed: str, _written: str) -> str:
        """Save a figure, and with it the others that only wait because they didn't fit to the old one."""
        figures: dict[str, Any] = {}
        for name in _FIGURES:
            field = self._figure(name)
            if name != changed and not field.dirty:
                continue
            written = field.typed().strip()
            figures[name] = thousandths_of(written)
            if written and figures[name] is None:
                if name == changed:
                    return self.tr("“{}” is no number; write figures only, such as 7 or 7.5.").format(written[:40])
                del figures[name]
        waiting = [self._figure(name) for name in figures if name != changed]
        sentence = self._save_all(replace(self._shown, **figures))
        if not sentence:
            for field in waiting:
                field.restore()
        return sentence

    def _figure(self, name: str) -> LineField:
        return {"lowest": self.lowest, "typical": self.typical, "highest": self.highest}[name]

    @Slot()
    def _fit(self) -> None:
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(12))
