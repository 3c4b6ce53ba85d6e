"""What opens below the people: a heading, a few fields, and the button that does what the heading says."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.store.queries.partners import Wanted, organisations_page, people_page
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.name_field import Named, Suggestion
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field

_OFFERED = 12
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Panel(QFrame):
    """A small form of the people column. Enter in a line, a tick or the last field does it, Escape closes it."""

    done = Signal(object)
    """What was done has the id given here (None for several): the column chooses it."""
    left = Signal()
    """The panel is to be closed."""

    def __init__(self, desk: Desk, heading: str, button: str = "") -> None:
        """Lay out an empty panel.

        Args:
            desk: where it reads and writes.
            heading: what it is about.
            button: names what it does; empty where each field saves for itself.
        """
        super().__init__()
        self.desk = desk
        self.setProperty("role", "surface")
        self.fields: list[Field[Any]] = []
        self._heading = label(heading, "strong")
        self._heading.setWordWrap(True)
        self.setAccessibleName(heading)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        body = QWidget()
        body.setProperty("role", "surface")
        self._rows = QVBoxLayout(body)
        self._rows.addStretch(1)
        self._area = _Area()
        self._area.setWidget(body)
        self.button = CommandButton(button, "", "check", role="") if button else None
        close = CommandButton(self.tr("Close"), "Esc", role="small" if button else "")
        close.clicked.connect(self.left)
        self._foot = QHBoxLayout()
        if self.button is not None:
            self.button.clicked.connect(self.give)
            self._foot.addWidget(self.button)
        self._foot.addStretch(1)
        self._foot.addWidget(close)
        self._close = close
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._rule)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._area, 1)
        self._column.addLayout(self._foot)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def add(self, *fields: Field[Any], goes_on: bool = False) -> None:
        """Add fields below each other.

        Args:
            *fields: in reading order.
            goes_on: whether Enter in one of their lines goes on to the next field, and doesn't do what the button does.
        """
        for field in fields:
            self.fields.append(field)
            self._rows.insertWidget(self._rows.count() - 1, field)
            field.control.installEventFilter(self)
            if self.button is None:
                continue
            line = getattr(field, "line", None)
            if line is not None:
                # A name that Enter takes from those offered is only taken.
                entered = getattr(field, "entered", line.returnPressed)
                entered.connect(self._go_on if goes_on else self.give)
                line.textEdited.connect(self._on_corrected)
            elif isinstance(field, TextField):
                field.edit.textChanged.connect(self._on_corrected)

    def add_words(self, words: QWidget) -> None:
        """Add what is only read."""
        self._rows.insertWidget(self._rows.count() - 1, words)

    def rename(self, heading: str) -> None:
        """Be about something else."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)

    def focus_first(self) -> None:
        """Put the caret into the first field."""
        if self.fields:
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
            line = getattr(self.fields[0], "line", None)
            if line is not None:
                line.selectAll()

    @Slot()
    def commit(self) -> bool:
        """Take what was typed; returns whether no field is wrong."""
        answers = [field.commit() for field in self.fields]
        return all(answers)

    @Slot()
    def give(self) -> None:
        """Do what the button says, if no field is wrong."""
        if not self.commit():
            wrong = next(field for field in self.fields if field.wrong)
            wrong.setFocus()
            return
        self.do()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._area.show_focused()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._gives(watched, event):
            self.give()
            return True
        return super().eventFilter(watched, event)

    def _gives(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether Enter does it in a control that has no line: a tick, or the last text."""
        if self.button is None or event.key() not in _ENTER:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        last = self.fields[-1]
        return isinstance(watched, QCheckBox) or (isinstance(last, TextField) and watched is last.control)

    @Slot()
    def _go_on(self) -> None:
        """Put the focus into the next field."""
        focused = QApplication.focusWidget()
        for field, following in pairwise(self.fields):
            if field.control is focused:
                following.setFocus(Qt.FocusReason.TabFocusReason)
                return

    @Slot()
    def _on_corrected(self) -> None:
        """Blame no longer what is being put right."""
        for field in self.fields:
            if field.wrong and field.control is self.sender():
                field.refuse("")

    def do(self) -> None:
        """Do what the button says with the fields' values; nothing where there is no button."""

    # What panels offer to complete

    def people(self, typed: str) -> Sequence[Suggestion]:
        """Return people whose names hold what was typed."""
        found = self.desk.read(people_page, Wanted(words=typed), self.desk.today, limit=_OFFERED)
        return [Suggestion(one.name, one.id, one.organisation or ", ".join(one.seats)) for one in found]

    def organisations(self, typed: str) -> Sequence[Suggestion]:
        """Return organisations whose names hold what was typed."""
        found = self.desk.read(organisations_page, Wanted(words=typed), self.desk.today, limit=_OFFERED)
        return [Suggestion(one.name, one.id, sector_name(one.sector) if one.sector else "") for one in found]

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(8))
        self._heading.setContentsMargins(px(16), px(4), px(12), 0)
        self._rows.setContentsMargins(px(16), 0, px(12), px(4))
        self._rows.setSpacing(px(8))
        self._foot.setContentsMargins(px(16), 0, px(12), 0)


class Part:
    """Saves one part of a row as its field is left."""

    def __init__(self, desk: Desk, name: str, service: Callable[..., object], *args: object, part: str) -> None:
        """Save through a service.

        Args:
            desk: where it is written.
            name: what was done, as the message bar and Undo name it.
            service: a function of `services`.
            *args: its arguments behind the session.
            part: its keyword that takes the value.
        """
        self._desk, self._name, self._service, self._args, self._part = desk, name, service, args, part

    def __call__(self, value: object) -> str:
        """Save the value; returns the sentence that refuses it."""
        if isinstance(value, Named):
            # A name is stored as its words; whose it is the service finds out.
            value = value.text
        said: dict[str, Any] = {self._part: value}
        try:
            self._desk.write(self._name, self._service, *self._args, **said)
        except Refusal as refusal:
            return str(refusal)
        return ""


class _Area(QScrollArea):
    """As high as its fields, while there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_focused(self) -> None:
        """Scroll the field that has the focus into sight, with its label and its hint."""
        focused, inside = QApplication.focusWidget(), self.widget()
        if focused is None or inside is None or not inside.isAncestorOf(focused):
            return
        field = focused.parentWidget()
        if field is not None and field is not inside:
            self.ensureWidgetVisible(field, 0, theme().px(4))
        self.ensureWidgetVisible(focused, 0, theme().px(4))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # Its fields break elsewhere now, and want another height.
            self.updateGeometry()
        self.show_focused()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        inside = self.widget()
        if inside is not None:
            high = inside.heightForWidth(self.width()) if inside.hasHeightForWidth() else inside.sizeHint().height()
            hint.setHeight(high)
        return hint
