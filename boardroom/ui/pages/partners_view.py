"""What the three views of the partners share: filters, the detail's questions, and what can be done in each."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from typing_extensions import override

from boardroom.domain.words import Sector
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.filters import FilterButton, FilterLine
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.pages.page import Head
from boardroom.ui.pages.register import RegisterPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.partners_detail import PartnerDetail


class PartnersView(RegisterPage):
    """A list of partners of one kind."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Make the filters; the subclass makes the rest and calls `lay_out`."""
        super().__init__(desk, parent)
        sectors: list[tuple[Sector | None, str]] = [(None, self.tr("All sectors"))]
        sectors += [(one, sector_name(one)) for one in Sector]
        self.sector = FilterButton(self.tr("Sector"), sectors, COMMANDS["partners.sector"].key)
        self.words = FilterLine(self.tr("Words"), COMMANDS["partners.words"].key)
        self.here = FilterButton(
            self.tr("Whose"),
            [(False, self.tr("All in this file")), (True, self.tr("On this board"))],
            COMMANDS["partners.board"].key,
        )

    @property
    @abstractmethod
    def detail(self) -> PartnerDetail:
        """What stands beside the list."""

    @override
    def head(self) -> Head:
        return Head(self.tr("Partners"), self.counted() if self.total() else self.tr("None yet"))

    @abstractmethod
    def counted(self) -> str:
        """Return how many there are, in words."""

    @abstractmethod
    def new_words(self) -> str:
        """Return what the button says that adds one."""

    def why_no_new(self) -> str:
        """Return why none can be added now; empty where one can."""
        return ""

    @abstractmethod
    def add_new(self) -> None:
        """Add one and let its name be typed."""

    @abstractmethod
    def remove_chosen(self) -> None:
        """Take the chosen one out, where nothing leads to it."""

    def register_interest(self) -> None:
        """Ask for an interest of the chosen one."""
        self.beside.open_detail()
        self.detail.ask_interest()

    def toggle_board(self) -> None:
        """Show all of the file, or those who sit on this board."""
        self.here.choose(not self.here.value)

    @override
    def show_all(self) -> None:
        self.sector.choose(None)
        self.here.choose(False)  # noqa: FBT003 - the value is one of the filter's own
        self.words.empty()

    @override
    def step_out(self) -> bool:
        return self.detail.withdraw() or super().step_out()
