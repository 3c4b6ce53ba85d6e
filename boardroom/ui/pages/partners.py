"""The partners: organisations, people, and the seats of this board, each list with the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.store.queries.interests import whose_interest
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import plain_tooltip
from boardroom.ui.links import Link
from boardroom.ui.pages.page import Page
from boardroom.ui.pages.partners_organisations import OrganisationsView
from boardroom.ui.pages.partners_people import PeopleView
from boardroom.ui.pages.partners_seats import SeatsView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.page import Head
    from boardroom.ui.pages.partners_view import PartnersView

_NEEDS_ONE = {"partners.interest", "partners.change", "partners.remove"}
_OF_SEATS = {
    "partners.holder",
    "partners.vacate",
    "partners.membership",
    "partners.deputy",
    "partners.up",
    "partners.down",
}


class PartnersPage(Page):
    """Three views behind tabs; each is a list with filters and a detail of its own."""

    id: ClassVar[str] = "partners"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self.organisations, self.people, self.seats = OrganisationsView(desk), PeopleView(desk), SeatsView(desk)
        self.views: tuple[PartnersView, ...] = (self.organisations, self.people, self.seats)
        self.tabs, self._stack = QTabBar(), QStackedWidget()
        self.tabs.setAccessibleName(self.tr("Partners"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        keys = ("partners.organisations", "partners.people", "partners.seats")
        for view, key in zip(self.views, keys, strict=True):
            at = self.tabs.addTab(COMMANDS[key].said)
            self.tabs.setTabToolTip(at, plain_tooltip(f"{COMMANDS[key].said}  {COMMANDS[key].key}"))
            self._stack.addWidget(view)
            view.head_changed.connect(self._tell_head)
            view.commands_changed.connect(self.commands_changed)
        self.new = CommandButton("", COMMANDS["partners.new"].key, "plus", main=True)
        self.new.clicked.connect(self._new)
        # In place of it while the view is empty: there the page itself has the button that begins.
        self.paste = CommandButton(
            self.tr("Paste members from Word or Excel"), COMMANDS["paste.table"].key, "clipboard-text"
        )
        self.paste.show_key(shown=False)
        self.paste.clicked.connect(self._paste)
        self._bar, self._across = QWidget(), QHBoxLayout()
        self._bar.setProperty("role", "ground")
        self._bar.setLayout(self._across)
        self._across.addWidget(self.tabs)
        self._across.addStretch(1)
        self._across.addWidget(self.paste)
        self._across.addWidget(self.new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        wardrobe().changed.connect(self._fit)
        self._fit()
        self._on_tab(0)

    @property
    def view(self) -> PartnersView:
        """The view that is shown."""
        return self.views[self._stack.currentIndex()]

    # What the window asks

    @override
    def head(self) -> Head:
        return self.view.head()

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "partners.new": self._new,
            "partners.organisations": self._to_organisations,
            "partners.people": self._to_people,
            "partners.seats": self._to_seats,
            "partners.remove": self._remove,
            "partners.interest": self._register,
            "partners.change": self.organisations.ask_change,
            "partners.holder": self.seats.ask_holder,
            "partners.vacate": self.seats.ask_vacate,
            "partners.membership": self.seats.ask_membership,
            "partners.deputy": self.seats.ask_deputy,
            "partners.up": self.seats.move_up,
            "partners.down": self.seats.move_down,
            "partners.sector": self._narrow_sector,
            "partners.board": self._narrow_board,
            "partners.words": self._narrow_words,
        }

    @override
    def why_not(self, command: str) -> str:
        missing = (
            (command == "partners.new", self.view.why_no_new()),
            (command in _OF_SEATS and self.view is not self.seats, self.tr("no seat is chosen")),
            (
                command == "partners.change" and self.view is not self.organisations,
                self.tr("no organisation is chosen"),
            ),
            (
                command == "partners.interest" and self.view is self.seats,
                self.tr("no person and no organisation is chosen"),
            ),
            (command == "partners.board" and self.view is self.seats, self.tr("seats are always this board’s")),
            (
                command in _NEEDS_ONE | _OF_SEATS and self.view.rows.chosen_id() is None,
                self.tr("nothing is chosen"),
            ),
            (command in {"partners.up", "partners.down"}, self.seats.why_no_move(command)),
        )
        return next((reason for holds, reason in missing if holds and reason), "")

    @override
    def open(self, link: Link) -> None:
        entity, entity_id = link.entity, link.id
        if entity == "interest" and entity_id is not None:
            entity, entity_id = self.desk.read(whose_interest, entity_id) or ("", None)
        for at, view in enumerate(self.views):
            if view.entity == entity:
                self.tabs.setCurrentIndex(at)
                view.open(Link(self.id, entity, entity_id))

    @override
    def link(self) -> Link:
        chosen = self.view.rows.chosen_id()
        return Link(self.id, self.view.entity, chosen)

    @override
    def step_out(self) -> bool:
        return self.view.step_out()

    @override
    def columns(self) -> list[QWidget]:
        return self.view.columns()

    @override
    def focus_column(self, column: QWidget) -> None:
        self.view.focus_column(column)

    @override
    def focus(self) -> None:
        self.view.focus()

    @override
    def reload(self) -> None:
        """Nothing of its own: each view reads when it is shown."""

    @override
    def refresh(self) -> None:
        super().refresh()
        if self.view.isVisible():
            self.view.refresh()

    # What is done

    @Slot(int)
    def _on_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.new.say(self.view.new_words())
        self._tell_head()
        self.commands_changed.emit()

    @Slot()
    def _tell_head(self) -> None:
        some = bool(self.view.total())
        self.new.setVisible(some)
        self.new.explain(self.desk.read_only or self.view.why_no_new())
        self.paste.setVisible(not some)
        self.paste.explain(self.desk.read_only)
        self.head_changed.emit()

    def _to_organisations(self) -> None:
        self._to(0)

    def _to_people(self) -> None:
        self._to(1)

    def _to_seats(self) -> None:
        self._to(2)

    def _to(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self.view.focus()

    @Slot()
    def _new(self) -> None:
        self.view.add_new()

    @Slot()
    def _paste(self) -> None:
        self.desk.show(Link("paste"))

    def _remove(self) -> None:
        self.view.remove_chosen()

    def _register(self) -> None:
        self.view.register_interest()

    def _narrow_sector(self) -> None:
        self.view.sector.open_menu()

    def _narrow_board(self) -> None:
        self.view.toggle_board()

    def _narrow_words(self) -> None:
        self.view.words.setFocus()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._across.setContentsMargins(px(16), px(8), px(16), 0)
