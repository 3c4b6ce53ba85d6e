"""Answers to partners: which of them, in what form, written all at once; and that they were told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.documents.letters import LetterOrder, make_letter
from boardroom.domain.entities import ENTITIES
from boardroom.store.queries.partners_to_tell import partners_to_tell
from boardroom.ui.kit.beside import Beside
from boardroom.ui.kit.jobs import Job
from boardroom.ui.kit.marks import sector_name
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.answers_out import AnswersOut
from boardroom.ui.pages.answers_told import AnswersTold
from boardroom.ui.pages.page import Head, Page
from boardroom.ui.pages.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.documents.letters import Letter
    from boardroom.store.queries.partners_to_tell import PartnerToTell
    from boardroom.ui.desk import Desk

_LOW = 520


class AnswersPage(Page):
    """Partners with a box each on the left; what the chosen one will read on the right, as it will be sent."""

    id: ClassVar[str] = "answers"
    # Whatever is written may stand in any table.
    concerns: ClassVar[tuple[str, ...]] = tuple(one.__tablename__ for one in ENTITIES)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; nothing is made before it is shown."""
        super().__init__(desk, parent)
        self._partners: list[PartnerToTell] = []
        self._ticked: set[UUID] | None = None
        self._shown_id: UUID | None = None
        self._job: Job | None = None
        self.rows = Rows(self.tr("Partners"))
        self.rows.chosen.connect(self._on_chosen)
        self.rows.opened.connect(self._on_opened)
        self.rows.ticked.connect(self._on_ticked)
        self.preview = Preview()
        self._wrong = wrapped(role="danger")
        self._wrong.hide()
        self.out = AnswersOut(desk)
        self.out.write.clicked.connect(self._write)
        self.out.left_out.connect(self._on_left_out)
        self.told = AnswersTold(desk)
        self.told.done.connect(self._on_told)
        self.told.asking.asked.connect(self._make_room)
        self.told.asking.closed.connect(self._make_room)
        self._empty = label(self.tr("Nobody has proposed anything to this board yet."), "muted")
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        self._above = QVBoxLayout()
        self._teaches = hint(
            self.tr("Each gets a document of its own. What a partner may not read isn’t loaded for it.")
        )
        self._above.addWidget(self._teaches)
        self._above.addWidget(self._empty)
        column.addLayout(self._above)
        column.addWidget(self.rows, 1)
        self._below = QVBoxLayout()
        for widget in (self._wrong, self.told, self.out):
            self._below.addWidget(widget)
        column.addLayout(self._below)
        self._around = QVBoxLayout(right)
        self._around.addWidget(self.preview)
        self.beside = Beside(left, right, self.tr("Choose a partner to see what it will read."))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.beside)

    # What the window asks

    @override
    def head(self) -> Head:
        title = self.tr("Answers to partners")
        if not self._partners:
            return Head(title, self.tr("None yet"))
        untold = sum(bool(one.untold) for one in self._partners)
        said = self.tr("{} of {} have an answer that they weren’t told").format(untold, len(self._partners))
        return Head(title, said, commands=("answers.told",), filled=False)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "answers.all": self._tick_all,
            "answers.tick": self._tick_one,
            "answers.write": self._write,
            "answers.told": self._tell,
            "answers.proposals": self._to_proposals,
        }

    @override
    def why_not(self, command: str) -> str:
        if not self._partners:
            return self.tr("nobody has proposed anything yet")
        if command in {"answers.proposals", "answers.all", "answers.tick"}:
            return ""
        if not self.ticked:
            return self.tr("no partner is ticked")
        if command == "answers.told" and not any(one.untold for one in self.ticked):
            return self.tr("those that are ticked were told every answer")
        return ""

    @override
    def link(self) -> Link:
        return Link(self.id)

    @override
    def step_out(self) -> bool:
        return self.told.withdraw() or self.out.step_out() or self.beside.step_out(self.rows)

    @override
    def columns(self) -> list[QWidget]:
        both = self.beside.is_wide() and self.beside.detail_is_open()
        return [self.rows, self.preview] if both else [self.rows]

    @override
    def focus_column(self, column: QWidget) -> None:
        if column is self.preview:
            self.preview.view.setFocus()
        else:
            self.focus()

    @override
    def focus(self) -> None:
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setFocus()

    # Reading

    @property
    def ticked(self) -> list[PartnerToTell]:
        """The partners whose box has a tick; from the start those with an answer that they weren't told."""
        return [one for one in self._partners if self._is_ticked(one)]

    def _is_ticked(self, one: PartnerToTell) -> bool:
        return bool(one.untold) if self._ticked is None else one.id in self._ticked

    @override
    def reload(self) -> None:
        board_id = self.desk.board_id
        self._partners = [] if board_id is None else self.desk.read(partners_to_tell, board_id, self.desk.today)
        self._empty.setVisible(not self._partners)
        self._show_rows()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self._preview()

    def _show_rows(self) -> None:
        if self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        self.out.say_count(len(self.ticked))

    def _fetch(self, after: Any, limit: int) -> list[RowData]:  # noqa: ANN401 - the key of the list
        begin = 0 if after is None else after + 1
        return [self._row(at, one) for at, one in enumerate(self._partners)][begin : begin + limit]

    def _row(self, at: int, one: PartnerToTell) -> RowData:
        put = self.tr("1 proposal") if one.proposals == 1 else self.tr("{} proposals").format(one.proposals)
        if one.untold:
            new = self.tr("1 answer to tell") if one.untold == 1 else self.tr("{} answers to tell").format(one.untold)
        else:
            new = self.tr("told every answer")
        return RowData(
            id=one.id,
            key=at,
            title=one.name,
            second_line=" · ".join(filter(None, (sector_name(one.sector) if one.sector else "", put, new))),
            ticked=self._is_ticked(one),
        )

    # The preview

    def _order(self, organisation_id: UUID) -> LetterOrder | None:
        board_id = self.desk.board_id
        if board_id is None:
            return None
        return LetterOrder(
            board_id=board_id, organisation_id=organisation_id, format=self.out.format_of_file, today=self.desk.today
        )

    def _preview(self) -> None:
        """Make what the chosen partner will read, in place of what is being made."""
        self._let_go()
        chosen = self.rows.chosen_id()
        board_id = self.desk.board_id
        self.beside.fill(chosen=chosen is not None)
        if chosen is None or board_id is None:
            self.preview.show_pages(b"", "", "")
            return
        self._wrong.hide()
        order = LetterOrder(board_id=board_id, organisation_id=chosen, format="pdf", today=self.desk.today)
        self._shown_id = chosen
        self._job = job = Job(self.tr("Making the preview"), partial(make_letter, self.desk.file, order))
        job.done.connect(self._show_letter)
        job.refused.connect(self._fail)
        job.start()

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.disconnect(self)
            self._job = None

    @Slot(object)
    def _show_letter(self, letter: Letter) -> None:
        self._job = None
        said = self.tr("As it will be written.")
        if letter.for_members_only:
            said = self.tr("As it will be written. It holds restricted matter: for {} alone.").format(
                letter.organisation
            )
        self.preview.show_pages(letter.content, letter.name, said)

    @Slot(str)
    def _fail(self, why: str) -> None:
        self._job = None
        self._wrong.setText(why)
        self._wrong.show()
        self.preview.show_pages(b"", "", "")

    # What is done

    @Slot(object)
    def _on_chosen(self, chosen: object) -> None:
        if chosen != self._shown_id:
            self._preview()

    @Slot(object)
    def _on_opened(self, _id: object) -> None:
        self.beside.open_detail()
        self.preview.view.setFocus()

    @Slot(object)
    def _on_ticked(self, organisation_id: Any) -> None:  # noqa: ANN401 - the id of a row
        self._set_ticks({one.id for one in self.ticked} ^ {organisation_id})

    @Slot()
    def _tick_all(self) -> None:
        """Tick every partner, or none where all are ticked."""
        every = {one.id for one in self._partners}
        self._set_ticks(set() if len(self.ticked) == len(every) else every)

    def _set_ticks(self, ticked: set[UUID]) -> None:
        self._ticked = ticked
        self._show_rows()
        self.commands_changed.emit()

    @Slot()
    def _write(self) -> None:
        """Ask for a folder and write the answers to those that are ticked."""
        if not self.ticked:
            self.desk.refuse(self.tr("Tick the partners that are to be written to; Space does it."))
            return
        self.out.ask_and_write([order for one in self.ticked if (order := self._order(one.id)) is not None])

    @Slot(object)
    def _on_left_out(self, partners: frozenset[UUID]) -> None:
        """Take the ticks from those whose letter wasn't written: they aren't told by what was."""
        self._set_ticks({one.id for one in self.ticked} - partners)

    @Slot()
    def _tell(self) -> None:
        self.told.ask([one for one in self.ticked if one.untold])

    @Slot()
    def _on_told(self) -> None:
        # The ticks are again where somebody is still to be told.
        self._ticked = None
        self._show_rows()
        self.commands_changed.emit()

    @Slot()
    def _make_room(self) -> None:
        """Let the question have the room that it needs, in place of what isn't asked now."""
        asking = self.told.asking.is_asking
        self.out.setVisible(not asking)
        for widget in (self.rows, self._teaches):
            widget.setVisible(not asking or self.height() >= theme().px(_LOW))

    @Slot()
    def _tick_one(self) -> None:
        if self.rows.chosen_id() is not None:
            self._on_ticked(self.rows.chosen_id())

    @Slot()
    def _to_proposals(self) -> None:
        self.desk.show(Link("proposals"))

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._above.setContentsMargins(px(24), px(12), px(16), px(8))
        self._below.setContentsMargins(px(24), px(8), px(16), px(12))
        self._below.setSpacing(px(12))
        self._around.setContentsMargins(px(16), px(8), px(24), px(8))
