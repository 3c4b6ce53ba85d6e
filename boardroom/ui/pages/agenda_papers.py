"""The papers of one item: attached, promised, named, opened as a copy, delivered, restricted and removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.services.papers import move_paper, promise_paper, remove_paper, rename_paper
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import LineField
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label
from boardroom.ui.pages.agenda_paper_files import PaperFiles
from boardroom.ui.pages.agenda_paper_public import PaperRestriction

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.store.queries.item_page import ItemView, PaperView
    from boardroom.ui.desk import Desk

_MOST_ROWS, _ROW = 6, 48
_KILO = 1000


class Papers(QWidget):
    """A short list of papers, and the fields of the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._item: ItemView | None = None
        self._locked = ""
        self._shown_id: UUID | None = None
        self.rows = Rows(self.tr("Papers"))
        self.rows.chosen.connect(self._on_chosen)
        self.rows.opened.connect(self.open_copy)
        self.label = LineField(self.tr("Label"), needed=self.tr("Give the paper a label, such as 6A."))
        self.title = LineField(self.tr("Title of the paper"), needed=self.tr("Give the paper a title."))
        attach, follow = COMMANDS["paper.attach"], COMMANDS["paper.promise"]
        self.attach = CommandButton(attach.said, attach.key, attach.icon, role="small")
        self.follow = CommandButton(follow.said, follow.key, follow.icon, role="small")
        self.copy = CommandButton(self.tr("Open a copy"), "", "arrow-square-out", role="small")
        self.deliver = CommandButton(self.tr("Its file…"), "", "upload-simple", role="small")
        restrict = COMMANDS["paper.restrict"]
        self.public = CommandButton(restrict.said, restrict.key, restrict.icon, role="small")
        self.up = CommandButton(self.tr("Move up"), "", "arrow-up", role="small")
        self.remove = CommandButton(self.tr("Remove"), "", "trash", role="small")
        for button, slot in (
            (self.attach, self.choose_file),
            (self.follow, self.promise),
            (self.copy, self.open_copy),
            (self.deliver, self.choose_its_file),
            (self.public, self.restrict_or_open),
            (self.up, self.move_up),
            (self.remove, self.remove_paper),
        ):
            button.clicked.connect(slot)
            # The panel is narrow; the keys stand in the tooltips and the menu.
            button.show_key(shown=False)
        self.files = PaperFiles(desk)
        self.files.kept.connect(self._on_kept)
        self.asking = PaperRestriction(desk)
        self._lay_out()
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(label(self.tr("Papers"), "section"))
        self._column.addWidget(self.rows)
        self._chosen = QWidget()
        chosen = QVBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        names = QHBoxLayout()
        names.addWidget(self.label, 1, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self.title, 3, Qt.AlignmentFlag.AlignTop)
        chosen.addLayout(names)
        of_file, of_paper = _beside(self.copy, self.deliver), _beside(self.public, self.up, self.remove)
        chosen.addLayout(of_file)
        chosen.addLayout(of_paper)
        self._column.addWidget(self._chosen)
        self._column.addWidget(self.asking)
        self._column.addWidget(self.files)
        more = _beside(self.attach, self.follow)
        self._column.addLayout(more)
        self._turning = {
            of_file: (self.copy, self.deliver),
            of_paper: (self.public, self.up, self.remove),
            more: (self.attach, self.follow),
        }

    def show_item(self, view: ItemView, *, locked: str) -> None:
        """Show the papers of an item.

        Args:
            view: the item.
            locked: why nothing can be changed; empty where it can.
        """
        other = self._item is None or self._item.id != view.id
        self._item, self._locked = view, locked
        if other:
            self.files.warn(shown=False)
            self.asking.withdraw()
            self.rows.choose(None)
        if other or self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setVisible(bool(view.papers))
        self.rows.setFixedHeight(theme().px(_ROW) * min(max(len(view.papers), 1), _MOST_ROWS))
        for button in (self.attach, self.follow, self.deliver, self.public, self.remove):
            button.explain(locked)
        self._show_paper()

    def paper(self) -> PaperView | None:
        """Return the paper that is chosen."""
        papers = self._item.papers if self._item is not None else ()
        return next((one for one in papers if one.id == self.rows.chosen_id()), None)

    @Slot()
    def commit(self) -> None:
        """Save what was typed and not left yet."""
        self.label.commit()
        self.title.commit()

    def step_out(self) -> bool:
        """Take a question back; returns whether there was one."""
        return self.asking.withdraw()

    @override
    def minimumSizeHint(self) -> QSize:
        # The buttons stand below each other where they would not fit beside each other.
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        for layout, buttons in self._turning.items():
            shown = [button.sizeHint().width() for button in buttons if not button.isHidden()]
            roomy = sum(shown) + layout.spacing() * (len(shown) - 1) <= self.width()
            way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
            if layout.direction() is not way:
                layout.setDirection(way)

    # What is done

    @Slot()
    def choose_file(self) -> None:
        """Choose a file and attach it."""
        path = self.files.choose()
        if path is not None:
            self.attach_file(path)

    @Slot()
    def choose_its_file(self) -> None:
        """Choose the file of the chosen paper: the one that was to follow, or a newer one."""
        paper, path = self.paper(), self.files.choose()
        if paper is not None and path is not None:
            self.attach_file(path, paper.id)

    def attach_file(self, path: Path, paper_id: UUID | None = None) -> None:
        """Attach a file to the item that is shown.

        Args:
            path: the file.
            paper_id: the paper whose file it is; a new paper without one.
        """
        if self._item is not None:
            self.files.attach(path, self._item.id, paper_id)

    @Slot(object, object)
    def _on_kept(self, item_id: UUID, paper_id: UUID) -> None:
        shown = self._item is not None and self._item.id == item_id
        if shown:
            self.rows.choose(paper_id)
        self.files.warn(shown=shown)

    @Slot()
    def promise(self) -> None:
        """Announce a paper that is to follow; its title is ready to be typed."""
        if self._item is None:
            return
        done = self._desk.attempt(
            self.tr("Announce a paper to follow"), promise_paper, self._item.id, self.tr("Paper to follow")
        )
        if done is not None and self.rows.choose(done.value.id):
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.title.line.selectAll()

    @Slot()
    def open_copy(self) -> None:
        """Open a copy of the chosen paper in the program that the system has for it."""
        paper = self.paper()
        if paper is not None:
            self.files.open_copy(paper.id)

    @Slot()
    def restrict_or_open(self) -> None:
        """Ask on which ground the chosen paper is kept from the public, or let the public read it again."""
        paper = self.paper()
        if paper is None:
            return
        bound = self._item is not None and self._item.restricted
        self.asking.turn(paper, under_restricted=bound)

    @Slot()
    def move_up(self) -> None:
        """Put the chosen paper before the one above it."""
        paper = self.paper()
        if self._item is not None and paper is not None:
            to = self._item.papers.index(paper) - 1
            self._desk.attempt(self.tr("Move paper {} up").format(paper.label or paper.title), move_paper, paper.id, to)

    @Slot()
    def remove_paper(self) -> None:
        """Take the chosen paper off the item."""
        paper = self.paper()
        if paper is not None:
            self._desk.attempt(self.tr("Remove paper {}").format(paper.label or paper.title), remove_paper, paper.id)

    # Inside

    def _fetch(self, after: object, _limit: int) -> list[RowData]:
        if self._item is None or after is not None:
            return []
        return [self._row(at, one) for at, one in enumerate(self._item.papers)]

    def _row(self, at: int, one: PaperView) -> RowData:
        said = []
        if one.to_follow:
            said.append(self.tr("to follow"))
        elif one.pages:
            said.append(self.tr("1 page") if one.pages == 1 else self.tr("{} pages").format(one.pages))
        elif one.size:
            said.append(self.tr("{} kB").format(max(one.size // _KILO, 1)))
        if one.restricted:
            said.append(self.tr("restricted: {}").format(one.ground) if one.ground else self.tr("restricted"))
        return RowData(
            id=one.id,
            key=at,
            title=one.title,
            number=one.label,
            icon="clock" if one.to_follow else "eye-slash" if one.restricted else "file-text",
            icon_tone="caution" if one.to_follow else "",
            second_line=", ".join(said) or one.name,
        )

    @Slot(object)
    def _on_chosen(self, _paper_id: object) -> None:
        # A question is about the paper that it was asked of.
        self.asking.withdraw()
        self._show_paper()

    def _show_paper(self) -> None:
        paper = self.paper()
        self._chosen.setVisible(paper is not None)
        if paper is None:
            return
        for field, value, part in ((self.label, paper.label, "label"), (self.title, paper.title, "title")):
            save = partial(self._save, paper.id, part)
            if self._shown_id == paper.id:
                field.set_value(value)
            else:
                field.open(value, save)
            field.set_read_only(self._locked)
        self._shown_id = paper.id
        self.copy.explain(self.tr("It is still to follow: there is no file to open yet.") if paper.to_follow else "")
        first = self._item is not None and self._item.papers[0] == paper
        self.up.setVisible(self._item is not None and len(self._item.papers) > 1)
        self.up.explain(self._locked or (self.tr("No paper stands above it.") if first else ""))
        self.public.say(self.tr("Open to the public") if paper.restricted else self.tr("Restrict…"))
        self.deliver.say(self.tr("Its file…") if paper.to_follow else self.tr("Newer file…"))
        self._turn()

    def _save(self, paper_id: UUID, part: str, value: str) -> str:
        papers = self._item.papers if self._item is not None else ()
        paper = next((one for one in papers if one.id == paper_id), None)
        if paper is None:
            return ""
        title, of = (value, paper.label) if part == "title" else (paper.title, value)
        # Not passed on by the desk, whose own label says what was done.
        service = partial(rename_paper, label=of)
        try:
            self._desk.write(self.tr("Name paper {}").format(of), service, paper_id, title)
        except Refusal as refusal:
            return str(refusal)
        return ""

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setSpacing(px(8))
        inside = self._chosen.layout()
        if inside is not None:
            inside.setSpacing(px(8))


def _beside(*buttons: CommandButton) -> QBoxLayout:
    layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    for button in buttons:
        layout.addWidget(button)
    layout.addStretch(1)
    return layout
