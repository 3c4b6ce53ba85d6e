"""The item of a meeting: what it is, its notes beside its minute text, and all that is recorded under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ParagraphForm
from boardroom.store.queries.item_page import item_of
from boardroom.store.queries.meeting_page import head_of
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.pages.meeting.column import Column
from boardroom.ui.pages.meeting.item_head import ItemHead, Locked
from boardroom.ui.pages.meeting.item_texts import ItemTexts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.store.change import Change
    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk

_CONCERNS = frozenset(
    {
        "agenda_item", "paper", "paragraph", "point", "proposal", "proposer", "answer", "motion", "vote_event", "vote",
        "sector_tally", "decision", "decision_condition", "decision_link", "dissent", "action", "action_owner",
        "action_update", "person", "organisation", "seal",
    }
)  # fmt: skip
_LANGUAGES = ("cy", "en", "")


class ItemColumn(Column):
    """One item of the agenda, as it is written up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the widgets; nothing is read before `show_meeting`."""
        super().__init__(desk, parent)
        self._view: ItemView | None = None
        self._sealed = ""
        self.head, self.locked, self.texts = ItemHead(), Locked(), ItemTexts(desk)
        self.texts.moved.connect(self.commands_changed)
        self._nothing = Empty(self.tr("Here you write up an item, once there is one on the agenda."))
        body = QWidget()
        body.setProperty("role", "surface")
        self._body = QVBoxLayout(body)
        self._body.addWidget(self.head)
        self._body.addWidget(self.locked)
        self._body.addWidget(self.texts, 1)
        self.area = QScrollArea()
        self.area.setProperty("role", "surface")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(body)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.area)
        wardrobe().changed.connect(self._fit)
        self._fit()

    # What the page asks

    @override
    def show_meeting(self, meeting_id: UUID, item_id: UUID | None) -> None:
        self.meeting_id = meeting_id
        self._look_for_seal()
        same, self.item_id = item_id == self.item_id and self._view is not None, item_id
        if same:
            self.reload()
        else:
            self._open()

    @override
    def reload(self) -> None:
        self._look_for_seal()
        view = self._read()
        if view is None or self._view is None or view.id != self._view.id:
            self._open()
            return
        self._show(view)
        self.texts.refresh((view.notes, view.minute_text), view.taken_over)

    @override
    def concerns(self, change: Change) -> bool:
        # What was typed here is on the screen already.
        return not self.texts.wrote(change) and change.touches(*_CONCERNS)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "words.take_over": self.take_over,
            "words.bold": self._bold,
            "words.italic": self._italic,
            "words.bullets": self._bullets,
            "words.numbers": self._numbers,
            "words.language": self._language,
            "words.restricted": self._restricted,
        }

    @override
    def why_not(self, command: str) -> str:
        if self._view is None:
            return self.tr("there is no item")
        if self._sealed:
            return self.tr("the minutes are sealed")
        if command.startswith("words.") and command != "words.take_over" and self.texts.editor is None:
            return self.tr("put the caret into a text first")
        return ""

    @override
    def focus(self) -> None:
        self.texts.notes.editor.setFocus()

    # Showing

    def _look_for_seal(self) -> None:
        if self.meeting_id is None:
            return
        head = self.desk.read(head_of, self.meeting_id)
        self._sealed = (
            self.tr("These minutes are sealed and can't be changed. {}.").format(head.sealed) if head.sealed else ""
        )

    def _read(self) -> ItemView | None:
        if self.item_id is None:
            return None
        try:
            return self.desk.read(item_of, self.item_id)
        except Refusal:
            # It was taken off the agenda; the page chooses another one.
            return None

    def _open(self) -> None:
        """Show the item from its beginning."""
        view = self._read()
        if view is None or self.meeting_id is None:
            # What was typed under an item that is gone stays with its own id until it is stored or refused.
            self._view = None
            self._stack.setCurrentWidget(self._nothing)
            return
        called = self.tr("item {}").format(view.number) if view.number else self.tr("“{}”").format(view.title)
        why_not = self.desk.read_only or self._sealed
        self.texts.open((self.meeting_id, view.id, called), (view.notes, view.minute_text), view.taken_over, why_not)
        self._show(view)
        self._stack.setCurrentWidget(self.area)
        self.area.verticalScrollBar().setValue(0)

    def _show(self, view: ItemView) -> None:
        self._view = view
        self.head.show_item(view)
        self.locked.say(self._sealed)

    # What the commands do

    def take_over(self) -> None:
        """Take the note under the caret over into the minute text."""
        self.texts.take_over()

    def _bold(self) -> None:
        if self.texts.editor is not None:
            self.texts.editor.toggle_bold()

    def _italic(self) -> None:
        if self.texts.editor is not None:
            self.texts.editor.toggle_italic()

    def _bullets(self) -> None:
        if self.texts.editor is not None:
            self.texts.editor.make_list(ParagraphForm.BULLET)

    def _numbers(self) -> None:
        if self.texts.editor is not None:
            self.texts.editor.make_list(ParagraphForm.NUMBERED)

    def _language(self) -> None:
        editor = self.texts.editor
        if editor is not None:
            now = editor.mode.language
            at = _LANGUAGES.index(now) if now in _LANGUAGES else -1
            editor.set_language(_LANGUAGES[(at + 1) % len(_LANGUAGES)])

    def _restricted(self) -> None:
        if self.texts.editor is not None:
            self.texts.editor.toggle_restricted()

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._body.setContentsMargins(px(24), px(16), px(24), px(16))
        self._body.setSpacing(px(12))
