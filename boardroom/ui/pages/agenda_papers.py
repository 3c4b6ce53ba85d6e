"""The papers of one item: attached, promised, named, opened as a copy, delivered and removed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.papers import LARGEST
from boardroom.domain.refusal import Refusal
from boardroom.exchange.paper_check import check_paper
from boardroom.services.papers import attach_paper, deliver_paper, promise_paper, remove_paper, rename_paper
from boardroom.store.paper_copies import copy_for_opening
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import LineField
from boardroom.ui.kit.jobs import Job, JobBar
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import label, wrapped

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from boardroom.exchange.paper_check import PaperCheck
    from boardroom.store.queries.item_page import ItemView, PaperView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.jobs import Progress

_MOST_ROWS, _ROW = 6, 48
_ROOMY_FROM = 320
_KILO = 1000


@dataclass(frozen=True, slots=True)
class _Looking:
    """A file that is being looked at: the item it is for, the paper whose file it is, and its name."""

    item_id: UUID
    paper_id: UUID | None
    name: str


class Papers(QWidget):
    """A short list of papers, and the fields of the chosen one."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._item: ItemView | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._locked = ""
        self._shown_id: UUID | None = None
        self._looking: _Looking | None = None
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
        self.remove = CommandButton(self.tr("Remove"), "", "trash", role="small")
        for button, slot in (
            (self.attach, self.choose_file),
            (self.follow, self.promise),
            (self.copy, self.open_copy),
            (self.deliver, self.choose_its_file),
            (self.remove, self.remove_paper),
        ):
            button.clicked.connect(slot)
            # The panel is narrow; the keys stand in the tooltips and the menu.
            button.show_key(shown=False)
        self.bar = JobBar()
        self._warned = wrapped("", "caution")
        self._warned.hide()
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
        acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self.copy, self.deliver, self.remove):
            acts.addWidget(button)
        acts.addStretch(1)
        chosen.addLayout(acts)
        self._column.addWidget(self._chosen)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._warned)
        more = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        more.addWidget(self.attach)
        more.addWidget(self.follow)
        more.addStretch(1)
        self._column.addLayout(more)
        self._turning = (acts, more)

    def show_item(self, view: ItemView, *, locked: str) -> None:
        """Show the papers of an item.

        Args:
            view: the item.
            locked: why nothing can be changed; empty where it can.
        """
        other = self._item is None or self._item.id != view.id
        self._item, self._locked = view, locked
        if other:
            self._warned.hide()
            self.rows.choose(None)
        if other or self.rows.is_empty():
            self.rows.feed(self._fetch)
        else:
            self.rows.reload()
        if self.rows.chosen_id() is None:
            self.rows.choose_first()
        self.rows.setVisible(bool(view.papers))
        self.rows.setFixedHeight(theme().px(_ROW) * min(max(len(view.papers), 1), _MOST_ROWS))
        for button in (self.attach, self.follow, self.deliver, self.remove):
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

    @override
    def minimumSizeHint(self) -> QSize:
        # The buttons stand below each other where they would not fit beside each other.
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= theme().px(_ROOMY_FROM)
        for layout in self._turning:
            way = QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom
            if layout.direction() is not way:
                layout.setDirection(way)

    # What is done

    @Slot()
    def choose_file(self) -> None:
        """Choose a file and attach it."""
        path = self._path()
        if path is not None:
            self.attach_file(path)

    @Slot()
    def choose_its_file(self) -> None:
        """Choose the file of the chosen paper: the one that was to follow, or a newer one."""
        paper, path = self.paper(), self._path()
        if paper is not None and path is not None:
            self.attach_file(path, paper.id)

    def attach_file(self, path: Path, paper_id: UUID | None = None) -> None:
        """Look at a file and attach it, off the GUI thread as far as it takes long.

        Args:
            path: the file.
            paper_id: the paper whose file it is; a new paper without one.
        """
        if self._item is None:
            return
        if self.bar.is_busy:
            self._desk.refuse(self.tr("Another file is being looked at; attach this one after it."))
            return
        # The item is the one that is shown now, whichever is shown by the time the file was looked at.
        self._looking = _Looking(self._item.id, paper_id, path.name)
        job = Job(self.tr("Looking at “{}”").format(path.name), partial(_looked_at, path))
        job.done.connect(self._keep)
        job.refused.connect(self._desk.refuse)
        self.bar.follow(job)
        job.start()

    @Slot(object)
    def _keep(self, found: tuple[bytes, PaperCheck]) -> None:
        """Keep a file that was looked at."""
        (content, check), looking = found, self._looking
        if looking is None:
            return
        item_id, paper_id, name = looking.item_id, looking.paper_id, looking.name
        if check.refusal:
            self._desk.refuse(check.refusal)
            return
        if paper_id is None:
            done = self._desk.attempt(
                self.tr("Attach “{}”").format(name), attach_paper, item_id, content, name=name, pages=check.pages
            )
            paper_id = done.value.id if done is not None else None
        else:
            told = self.tr("Bring the file “{}”").format(name)
            if self._desk.attempt(told, deliver_paper, paper_id, content, name=name, pages=check.pages) is None:
                return
        if paper_id is not None and self._item is not None and self._item.id == item_id:
            self.rows.choose(paper_id)
            self._warned.setText(" ".join(check.warnings))
            self._warned.setVisible(bool(check.warnings))

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
        if paper is None:
            return
        if self._folder is None:
            # Private to the user, and gone with this widget.
            self._folder = TemporaryDirectory(prefix="boardroom-", ignore_cleanup_errors=True)
        try:
            path = self._desk.read(copy_for_opening, paper.id, Path(self._folder.name))
        except Refusal as refusal:
            self._desk.refuse(str(refusal))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @Slot()
    def remove_paper(self) -> None:
        """Take the chosen paper off the item."""
        paper = self.paper()
        if paper is not None:
            self._desk.attempt(self.tr("Remove paper {}").format(paper.label or paper.title), remove_paper, paper.id)

    # Inside

    def _path(self) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Attach a paper"))
        return Path(name) if name else None

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
        self._show_paper()
        self.chosen.emit()

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
        self.deliver.say(self.tr("Its file…") if paper.to_follow else self.tr("Newer file…"))

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


def _looked_at(path: Path, progress: Progress) -> tuple[bytes, PaperCheck]:
    """Read a file and look at it.

    Raises:
        Refusal: it can't be read.
    """
    progress(0, 0)
    try:
        with path.open("rb") as file:
            # One byte more than a paper may have: then it is refused by its size, whatever that is.
            content = file.read(LARGEST + 1)
    except OSError as error:
        message = f"“{path.name}” can't be read: {error.strerror or 'the system gives no reason'}."
        raise Refusal(message) from error
    check = check_paper(content, name=path.name)
    progress(1, 1)
    return content, check
