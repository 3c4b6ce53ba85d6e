"""What the lists of actions and decisions share: filters over rows, and what is chosen beside them."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.ui.kit.beside import Beside
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.filters import FilterButton, FilterLine
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label
from boardroom.ui.links import Link
from boardroom.ui.pages.elsewhere import not_here
from boardroom.ui.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field
    from boardroom.ui.kit.row_data import RowData
    from boardroom.ui.kit.rows import Rows
    from boardroom.ui.kit.text_field import TextField


class Detail(QScrollArea):
    """What stands beside the list: it scrolls, and no more; its fields take the focus."""

    first_field: TextField
    """The wording: typing begins there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A stop of the Tab key of its own would only be in the way of what stands in it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    @abstractmethod
    def fields(self) -> Sequence[Field[Any]]:
        """What can be changed, in reading order."""

    @Slot()
    def commit(self) -> None:
        """Save what was typed and not left yet."""
        for field in self.fields:
            field.commit()

    def focus_first(self) -> None:
        """Put the caret into the wording."""
        self.first_field.setFocus()
        self.ensureWidgetVisible(self.first_field)

    def focus_new(self) -> None:
        """Put the caret into the wording of something new: what is typed takes the place of what stands there."""
        self.focus_first()
        self.first_field.edit.selectAll()


class RegisterPage(Page):
    """Rows narrowed as wanted, and the chosen one beside them. Subclasses read, and say what can be done."""

    entity: ClassVar[str]
    """The table of what is listed."""
    rows: Rows
    first: QPushButton
    """On the empty page: makes the first one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin; the subclass makes its parts and calls `lay_out`."""
        super().__init__(desk, parent)
        self._wanted_id: UUID | None = None

    # What subclasses say

    @abstractmethod
    def total(self) -> int:
        """Return how many there are, whatever the list is narrowed to."""

    @abstractmethod
    def count(self) -> None:
        """Read how many there are of each kind, and what else the page needs."""

    @abstractmethod
    def fetch(self, after: Any, limit: int) -> Sequence[RowData]:  # noqa: ANN401 - the key of the list
        """Return the next rows."""

    @abstractmethod
    def show_all(self) -> None:
        """Narrow the list to nothing."""

    @abstractmethod
    def show_chosen(self, chosen: UUID) -> bool:
        """Show the chosen one beside the list; returns whether it is there."""

    # Building

    def lay_out(  # noqa: PLR0913 - a page has these parts
        self,
        filters: Sequence[FilterButton | FilterLine],
        detail: Detail,
        *,
        nothing: str,
        none_like_that: str,
        teaches: str,
        first: QPushButton,
        also: str,
    ) -> None:
        """Put the parts into their places.

        Args:
            filters: from left to right.
            detail: what is shown of the chosen row.
            nothing: what stands there while no row is chosen.
            none_like_that: what stands in place of the rows where the filters leave none.
            teaches: the sentence of the empty page.
            first: its button.
            also: how else the first one comes about.
        """
        self._detail, self.first = detail, first
        self._filters, across = QWidget(), QHBoxLayout()
        self._filters.setLayout(across)
        for one in filters:
            across.addWidget(one, 1 if isinstance(one, FilterLine) else 0)
            if isinstance(one, FilterButton):
                one.chosen.connect(self.narrow)
            else:
                one.narrowed.connect(self.narrow)
                one.left.connect(self.focus_list)
        self._none = label(none_like_that, "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._list = QStackedWidget()
        self._list.addWidget(self.rows)
        self._list.addWidget(self._none)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filters)
        column.addWidget(self._list, 1)
        self.beside = Beside(left, detail, nothing)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.beside)
        self._stack.addWidget(Empty(teaches, first, hint(also)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.rows.chosen.connect(self._on_chosen)
        self.rows.opened.connect(self._on_opened)
        wardrobe().changed.connect(self._fit)
        self._fit()

    # What the window asks

    @override
    def open(self, link: Link) -> None:
        if link.entity == self.entity and link.id is not None:
            self._wanted_id = link.id
            self._stale = True

    @override
    def link(self) -> Link:
        chosen = self.rows.chosen_id()
        return Link(self.id, self.entity, chosen) if chosen is not None else Link(self.id)

    @override
    def step_out(self) -> bool:
        return self.beside.step_out(self.rows)

    @override
    def columns(self) -> list[QWidget]:
        left = self._list
        return [left, self._detail] if self.beside.is_wide() else [left]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self._detail:
            self._on_opened(self.rows.chosen_id())
        else:
            self.focus_list()

    @override
    def focus(self) -> None:
        if self.total():
            self.focus_list()
        else:
            self.first.setFocus()

    # Reading

    @override
    def reload(self) -> None:
        self.count()
        self.first.setEnabled(not self.desk.read_only)
        self._stack.setCurrentIndex(0 if self.total() else 1)
        self._feed()
        wanted, self._wanted_id = self._wanted_id, None
        if wanted is not None:
            self.show_row(wanted)
        elif self.rows.chosen_id() is None:
            self.rows.choose_first()
        self._show_detail()

    def show_row(self, row_id: UUID) -> None:
        """Choose a row; what hides it is lifted."""
        if self.rows.choose(row_id):
            return
        self.show_all()
        self._feed()
        if not self.rows.choose(row_id):
            gone = self.tr("That is not in the board file any more.")
            self.desk.tell(not_here(self.desk, self.entity, row_id, gone))

    def begin(self, row_id: UUID) -> None:
        """Show something new, ready to be typed."""
        self.show_row(row_id)
        self.beside.open_detail()
        self._detail.focus_new()

    def _feed(self) -> None:
        if self.rows.is_empty():
            self.rows.feed(self.fetch)
        else:
            self.rows.reload()
        self._list.setCurrentIndex(1 if self.rows.is_empty() else 0)

    def _show_detail(self) -> None:
        chosen = self.rows.chosen_id()
        self.beside.fill(chosen=chosen is not None and self.show_chosen(chosen))

    @Slot()
    def narrow(self) -> None:
        """Show what the filters leave."""
        self._feed()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()

    @Slot()
    def focus_list(self) -> None:
        """Put the focus into the list, on a row."""
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_chosen(self, _id: object) -> None:
        self._show_detail()
        self.commands_changed.emit()

    @Slot(object)
    def _on_opened(self, row_id: object) -> None:
        if row_id is not None:
            self.beside.open_detail()
            self._detail.focus_first()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        layout = self._filters.layout()
        if layout is not None:
            layout.setContentsMargins(px(24), px(12), px(16), px(12))
            layout.setSpacing(px(8))
        self._none.setContentsMargins(px(24), px(24), px(24), px(24))
