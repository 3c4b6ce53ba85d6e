"""Board settings: what the board is, how it works, and where its file stands; a new board begins here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.store.queries.seats import seats_on
from boardroom.store.queries.settings import settings_of
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.links import Link
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.settings_begin import Beginning, NoBoard
from boardroom.ui.pages.settings_board import BoardSection
from boardroom.ui.pages.settings_file import FileSection
from boardroom.ui.pages.settings_numbering import NumberingSection
from boardroom.ui.pages.settings_phrases import PhrasesSection
from boardroom.ui.pages.settings_plan import PlanSection
from boardroom.ui.pages.settings_sectors import SectorsSection
from boardroom.ui.pages.settings_templates import TemplatesSection
from boardroom.ui.pages.settings_terms import TermsSection

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from boardroom.store.queries.settings import SettingsView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.settings_section import Section


class SettingsPage(Page):
    """The sections of a board's settings, one below the other; each field saves when it is left."""

    id: ClassVar[str] = "settings"
    concerns: ClassVar[tuple[str, ...]] = (
        "board",
        "terms_of_reference",
        "quorum_need",
        "seat",
        "membership",
        "organisation",
        "meeting",
        "agenda_item",
        "agenda_template",
        "template_item",
        "series",
        "stock_phrase",
        "outcome",
        "priority",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(desk, parent)
        self._view: SettingsView | None = None
        self.beginning = Beginning(desk)
        self.board = BoardSection(desk)
        self.terms, self.at_table, self.file = TermsSection(desk), SectorsSection(desk), FileSection(desk)
        self.numbering, self.templates = NumberingSection(desk), TemplatesSection(desk)
        self.phrases, self.plan = PhrasesSection(desk), PlanSection(desk)
        # A question takes its room only with the next layout; then it is brought into sight.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_question)
        self.templates.asking.asked.connect(self._soon.start)
        for listing in (self.templates, self.phrases, self.plan):
            listing.commands_changed.connect(self.commands_changed)
        self.sections: tuple[Section, ...] = (
            self.beginning,
            self.board,
            self.terms,
            self.at_table,
            self.plan,
            self.numbering,
            self.templates,
            self.phrases,
            self.file,
        )
        self._body = QWidget()
        self._body.setProperty("role", "surface")
        self._column = QVBoxLayout(self._body)
        for section in self.sections:
            self._column.addWidget(section)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "surface")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        self.none = NoBoard(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.none)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        desk.flush_wanted.connect(self._commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    # What the window asks

    @override
    def head(self) -> Head:
        return Head(self.tr("Board settings"), self._view.name if self._view is not None else self.tr("No board yet"))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "settings.terms": self._new_terms,
            **self.templates.slots(),
            **self.phrases.slots(),
            **self.plan.slots(),
            "settings.check": self.file.look_over,
            "settings.backup": self.file.write_backup,
        }

    @override
    def why_not(self, command: str) -> str:
        if self._view is None:
            return self.tr("there is no board")
        listings = (self.templates, self.phrases, self.plan)
        return next(filter(None, (one.why_not(command) for one in listings)), "")

    @override
    def step_out(self) -> bool:
        return any(one.step_out() for one in (self.terms, self.templates, self.phrases, self.plan))

    @override
    def link(self) -> Link:
        return Link(self.id, "board", self.desk.board_id) if self.desk.board_id is not None else Link(self.id)

    @override
    def open(self, link: Link) -> None:
        if link.entity == "terms_of_reference" and link.id is not None:
            self.terms.want(link.id)
            self._stale = True
        elif link.entity == "stock_phrase" and link.id is not None:
            self.phrases.want(link.id)
            self._stale = True
        elif link.entity in {"outcome", "priority"} and link.id is not None:
            self.plan.want(link.id)
            self._stale = True

    @override
    def focus(self) -> None:
        if self._view is None:
            self.none.focus_first()
            return
        next(section for section in self.sections if section.isVisibleTo(self._body)).focus_first()

    def _new_terms(self) -> None:
        self._scroll.ensureWidgetVisible(self.terms.new)
        self.terms.ask_new()

    @Slot()
    def _show_question(self) -> None:
        self._scroll.ensureWidgetVisible(self.templates.asking)

    # Reading

    @override
    def reload(self) -> None:
        board_id, today = self.desk.board_id, self.desk.today
        self._view = self.desk.read(settings_of, board_id, today) if board_id is not None else None
        self._stack.setCurrentIndex(0 if self._view is not None else 1)
        if self._view is None or board_id is None:
            return
        seats = self.desk.read(seats_on, board_id, today)
        for section in self.sections:
            section.show_board(self._view, seats)

    @Slot()
    def _commit(self) -> None:
        for section in self.sections:
            section.commit()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(24), px(24), px(24), px(24))
        self._column.setSpacing(px(32))
