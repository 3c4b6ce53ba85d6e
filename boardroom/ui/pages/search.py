"""Search as you type, over everything ever recorded: what holds the words, where it stands, the words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.store.queries.found import FoundRow, find_records
from boardroom.store.snippet import Stretch
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.filters import FilterButton
from boardroom.ui.kit.row_data import RowData
from boardroom.ui.kit.rows import Rows
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import hint, label
from boardroom.ui.links import link_to
from boardroom.ui.pages.page import Head, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from boardroom.ui.desk import Desk

_PAUSE = 60
_MOST = 100
_ICONS = {
    "proposal": "chat-centered-text",
    "decision": "scales",
    "action": "check-square",
    "person": "user",
    "organisation": "buildings",
    "seat": "identification-card",
    "strand": "path",
    "meeting": "users-three",
    "paper": "paperclip",
    "board": "users",
    "motion": "hand-palm",
    "paragraph": "note",
}
_ATTENDANCE = frozenset({"attendance", "stay"})
# What a snippet puts between the fields of one row.
_FIELD_END = "·"
_STEERING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchPage(Page):
    """A line, and below it what was found."""

    id: ClassVar[str] = "search"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page with nothing sought."""
        super().__init__(desk, parent)
        self._found: list[FoundRow] = []
        layout = self._layout = QVBoxLayout(self)
        above = QHBoxLayout()
        self.line = QLineEdit()
        self.line.setObjectName("search.line")
        self.line.setPlaceholderText(self.tr("Words, or their beginnings"))
        self.line.setAccessibleName(self.tr("Search for"))
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.kind = FilterButton(self.tr("Kind"), self._kinds(), COMMANDS["search.kind"].key)
        self.kind.chosen.connect(self._search)
        above.addWidget(self.line, 1)
        above.addWidget(self.kind)
        layout.addLayout(above)
        self._count = label("", "hint")
        layout.addWidget(self._count)
        self.rows = Rows(self.tr("Found"))
        self.rows.setObjectName("search.rows")
        self.rows.feed(self._page)
        self.rows.opened.connect(self._open)
        self._empty = Empty(
            self.tr("Everything ever recorded can be found by a few letters of its words."),
            None,
            hint(self.tr("Accents are not needed. Restricted matter and your own notes are marked.")),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.rows)
        layout.addWidget(self._stack, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)
        wardrobe().changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        worn = theme()
        self._layout.setContentsMargins(worn.px(24), worn.px(16), worn.px(24), worn.px(16))
        self._layout.setSpacing(worn.px(12))
        self.line.setFont(worn.font(16))

    def _kinds(self) -> list[tuple[frozenset[str] | None, str]]:
        return [
            (None, self.tr("Everything")),
            (frozenset({"proposal"}), self.tr("Proposals")),
            (frozenset({"decision"}), self.tr("Decisions")),
            (frozenset({"action"}), self.tr("Actions")),
            (frozenset({"person", "organisation", "seat", "interest"}), self.tr("People and organisations")),
            (frozenset({"strand", "outcome", "priority"}), self.tr("The plan")),
            (frozenset({"meeting", "agenda_item"}), self.tr("Meetings and items")),
            (frozenset({"paper"}), self.tr("Papers")),
            (frozenset({"paragraph", "point", "motion"}), self.tr("What was said")),
        ]

    @override
    def head(self) -> Head:
        return Head(self.tr("Search"))

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {"search.kind": self.kind.open_menu}

    @override
    def reload(self) -> None:
        self._search()

    @override
    def focus(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    @override
    def step_out(self) -> bool:
        if not self.line.text():
            return False
        self.line.clear()
        self.line.setFocus()
        return True

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot()
    def _search(self) -> None:
        self._pause.stop()
        words = self.line.text()
        kinds: frozenset[str] | None = self.kind.value
        # People and organisations belong to the file, not to one of its boards.
        board_id: UUID | None = None if kinds is not None and "person" in kinds else self.desk.board_id
        self._found = (
            self.desk.read(find_records, words, self.desk.today, board_id=board_id, kinds=kinds, limit=_MOST)
            if words.strip()
            else []
        )
        self._stack.setCurrentWidget(self.rows if self._found else self._empty)
        self._count.setText(self._counted(words))
        self._empty.say(
            self.tr("Nothing holds these words.")
            if words.strip()
            else self.tr("Everything ever recorded can be found by a few letters of its words.")
        )
        self.rows.reload()
        self.rows.choose_first()

    def _counted(self, words: str) -> str:
        if not words.strip():
            return ""
        if len(self._found) >= _MOST:
            return self.tr("The first {} are shown; more letters find fewer.").format(len(self._found))
        return self.tr("1 found") if len(self._found) == 1 else self.tr("{} found").format(len(self._found))

    def _page(self, after: object, _limit: int) -> list[RowData]:
        return [self._row(number, one) for number, one in enumerate(self._found)] if after is None else []

    def _row(self, number: int, one: FoundRow) -> RowData:
        title, marked, matched = _title_and_match(one)
        item = " ".join(filter(None, (one.item_number, one.item_title)))
        kind = _kind_said(one.entity, one.number)
        state = "" if one.state is None else str(one.state)
        secret = self.tr("restricted") if one.hit.restricted else self.tr("your own note") if one.hit.note else ""
        return RowData(
            id=number,
            key=number,
            title=title,
            marked=marked,
            second_line=" · ".join(
                filter(None, (secret, kind, matched, "" if one.entity == "agenda_item" else item, state))
            ),
            group=self.tr("Attendance") if one.hit.entity in _ATTENDANCE else "",
            context=one.meeting,
            figure=plain_day(one.day) if one.day is not None else "",
            figure_tone="muted",
            mark=None if one.hit.restricted else one.sector,
            icon="eye-slash" if one.hit.restricted else "note" if one.hit.note else _ICONS.get(one.entity, "file-text"),
        )

    @Slot(object)
    def _open(self, number: int) -> None:
        target = self._found[number].target
        if target is not None:
            self.desk.show(link_to(target.entity, target.id, target.meeting_id, target.item_id))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the line move in the list, and Enter open."""
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _STEERING:
                self.rows.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self._pause.isActive():
                    self._search()
                chosen = self.rows.chosen_id()
                if chosen is not None:
                    self._open(chosen)
                return True
        return super().eventFilter(watched, event)


def _title_and_match(one: FoundRow) -> tuple[str, tuple[tuple[int, int], ...], str]:
    """Return a thing's title, the stretches of it that were sought, and what else of it holds the words."""
    fields: list[list[Stretch]] = [[]]
    for stretch in one.hit.snippet:
        first, *further = stretch.text.split(_FIELD_END)
        fields[-1].append(Stretch(first, stretch.bold))
        fields.extend([Stretch(text, stretch.bold)] for text in further)
    named = " ".join(one.title.split())
    if one.title == _text(one.hit.snippet):
        # It has no name but its own words.
        return *_marked([part for number, field in enumerate(fields) for part in _apart(number, field)]), ""
    matching = [field for field in fields if any(part.bold for part in field)]
    told = [text for field in matching if (text := _text(field).strip()) not in {named, one.number}]
    begins = fields[0]
    if one.hit.entity == one.entity and begins in matching and " ".join(_text(begins).strip("…").split()) in named:
        return *_marked(begins), " · ".join(told[1:] if told and told[0] == _text(begins).strip() else told)
    return named, (), " · ".join(told)


def _apart(number: int, field: Sequence[Stretch]) -> Sequence[Stretch]:
    return [Stretch(" · "), *field] if number else field


def _text(stretches: Sequence[Stretch]) -> str:
    return "".join(one.text for one in stretches)


def _marked(stretches: Sequence[Stretch]) -> tuple[str, tuple[tuple[int, int], ...]]:
    words, marked = "", []
    for stretch in stretches:
        if stretch.bold:
            marked.append((len(words), len(words) + len(stretch.text)))
        words += stretch.text
    return words, tuple(marked)


def _kind_said(entity: str, number: str) -> str:
    named = {
        "proposal": QCoreApplication.translate("found", "Proposal"),
        "decision": QCoreApplication.translate("found", "Decision"),
        "action": QCoreApplication.translate("found", "Action"),
        "paper": QCoreApplication.translate("found", "Paper"),
        "agenda_item": QCoreApplication.translate("found", "Item"),
        "person": QCoreApplication.translate("found", "Person"),
        "organisation": QCoreApplication.translate("found", "Organisation"),
        "seat": QCoreApplication.translate("found", "Seat"),
        "strand": QCoreApplication.translate("found", "Strand"),
        "outcome": QCoreApplication.translate("found", "Outcome"),
        "priority": QCoreApplication.translate("found", "Priority"),
        "meeting": QCoreApplication.translate("found", "Meeting"),
        "motion": QCoreApplication.translate("found", "Motion"),
        "board": QCoreApplication.translate("found", "Board"),
    }.get(entity, "")
    return f"{named} {number}".strip() if named else ""
