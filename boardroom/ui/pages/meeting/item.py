"""The item of a meeting: what it is, its notes beside its minute text, and all that is recorded under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Gone
from boardroom.store.queries.item_page import item_of
from boardroom.store.queries.meeting_page import head_of
from boardroom.ui.kit.empty import Empty
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.links import Link
from boardroom.ui.pages.meeting.column import Column
from boardroom.ui.pages.meeting.item_actions import Actions
from boardroom.ui.pages.meeting.item_decisions import Decisions
from boardroom.ui.pages.meeting.item_form import RecordForm
from boardroom.ui.pages.meeting.item_head import ItemHead, Locked
from boardroom.ui.pages.meeting.item_motions import Motions
from boardroom.ui.pages.meeting.item_points import Points
from boardroom.ui.pages.meeting.item_proposals import Proposals
from boardroom.ui.pages.meeting.item_section import Section
from boardroom.ui.pages.meeting.item_setting import Setting
from boardroom.ui.pages.meeting.item_settling import Settling
from boardroom.ui.pages.meeting.item_texts import ItemTexts
from boardroom.ui.pages.meeting.item_vote import VoteForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from boardroom.store.change import Change
    from boardroom.store.queries.item_page import ItemView
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.meeting.item_form import Below
    from boardroom.ui.pages.meeting.item_section import Key

_CONCERNS = frozenset(
    {
        "agenda_item", "paper", "paragraph", "point", "proposal", "proposer", "answer", "motion", "vote_event", "vote",
        "sector_tally", "decision", "decision_condition", "decision_link", "dissent", "action", "action_owner",
        "action_update", "person", "organisation", "seal",
    }
)  # fmt: skip


class ItemColumn(Column):
    """One item of the agenda, as it is written up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the widgets; nothing is read before `show_meeting`."""
        super().__init__(desk, parent)
        self._view: ItemView | None = None
        self._sealed = ""
        self.head, self.locked, self.texts = ItemHead(), Locked(), ItemTexts(desk)
        self.texts.moved.connect(self.commands_changed)
        self.texts.quick.shown.connect(self._see_bar)
        self.texts.quick.wanted.connect(self._on_wanted)
        self._setting = Setting(desk, self.texts)
        self._nothing = Empty(self.tr("Here you write up an item, once there is one on the agenda."))
        self._inside = QWidget()
        self._inside.setProperty("role", "surface")
        self._body = QVBoxLayout(self._inside)
        self._body.addWidget(self.head)
        self._body.addWidget(self.locked)
        self._body.addWidget(self.texts, 1)
        self.points, self.proposals, self.motions = Points(desk), Proposals(desk), Motions(desk)
        self.decisions, self.actions_here = Decisions(desk), Actions(desk)
        self._settling = Settling(desk, self.motions, self.decisions)
        self.sections: tuple[Section, ...] = (
            self.points, self.proposals, self.motions, self.decisions, self.actions_here,
        )  # fmt: skip
        for section in self.sections:
            section.picked.connect(self._on_picked)
            section.opened.connect(self._see_form)
            section.asked.connect(self._on_asked)
            self._body.addWidget(section)
        self.area = QScrollArea()
        self.area.setProperty("role", "surface")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes changes the width, by which key hints come and go, and so the height: where that
        # needs the bar only without it, Qt turns from one to the other until its stack is full, and the program dies.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inside)
        self.area.verticalScrollBar().valueChanged.connect(self.texts.quick.names.follow)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.area)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def put_below_head(self, widget: QWidget) -> None:
        """Put something between what the item is and what is written under it."""
        self._body.insertWidget(self._body.indexOf(self.texts), widget)

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
    def show_item(self, item_id: UUID | None) -> None:
        self.item_id = item_id
        self._open()

    @override
    def reload(self) -> None:
        self._look_for_seal()
        view = self._read()
        if view is None or self._view is None or view.id != self._view.id:
            self._open()
            return
        self._show(view)
        self.texts.refresh(view)

    @override
    def concerns(self, change: Change) -> bool:
        return change.touches(*_CONCERNS)

    @override
    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "words.take_over": self.take_over,
            **self._setting.slots(),
            "words.became": self.texts.quick.show_record,
            "words.versions": self._versions,
            "record.point": self.point,
            "record.proposal": self.proposals.begin,
            "record.answer": self.answer,
            "record.motion": self.motions.begin,
            "record.amendment": self.amend,
            "record.vote": self.vote,
            "record.decision": self.decisions.begin,
            "record.action": self.actions_here.begin,
            "record.remove": self.remove,
            **self._settling.slots(),
        }

    @override
    def why_not(self, command: str) -> str:
        if self._view is None:
            return self.tr("there is no item")
        if command == "words.versions":
            return ""
        if self._sealed:
            return self.tr("the minutes are sealed")
        if command.startswith("words.") and command != "words.take_over" and self.texts.editor is None:
            return self.tr("put the caret into a text first")
        return self._needs(command)

    def _versions(self) -> None:
        if self._view is not None:
            item_id = self._view.id
            # What is being typed is the newest of them.
            self.desk.flush()
            self.desk.show(Link("versions", "agenda_item", item_id, self.meeting_id, item_id))

    def _needs(self, command: str) -> str:
        """Return what has to be chosen first for a command."""
        if command in self._settling.slots():
            return self._settling.why_not(command)
        chosen = self.chosen()
        entity = chosen[0] if chosen is not None else ""
        needs = {
            "record.answer": ({"proposal"}, self.tr("choose a proposal first")),
            "record.amendment": ({"motion"}, self.tr("choose a motion first")),
            "record.vote": ({"motion", "decision"}, self.tr("choose a motion or a decision first")),
        }
        wanted, why = needs.get(command, (set(), ""))
        if wanted and entity not in wanted and self._typed(wanted) is None and self._likely(wanted) is None:
            return why
        return self.tr("choose something under the item first") if command == "record.remove" and not entity else ""

    def _likely(self, wanted: set[str]) -> Key | None:
        """Return the only thing of a kind that is recorded here: it needn't be chosen."""
        keys = [row for section in self.sections for row in section.row_keys() if row[0] in wanted]
        return keys[0] if len(keys) == 1 else None

    def _typed(self, wanted: set[str]) -> RecordForm | None:
        """Return the form in which a new thing of a kind is being written: that is meant, until a row is gone to."""
        if any(rows.hasFocus() for section in self.sections for rows in (section.rows, section.rest)):
            return None
        forms = (section.form for section in self.sections)
        return next(
            (one for one in forms if isinstance(one, RecordForm) and one.entity in wanted and one.is_typed), None
        )

    @override
    def step_out(self) -> bool:
        return any(section.close_form() for section in self.sections)

    @override
    def choose(self, entity: str, entity_id: UUID) -> bool:
        if entity == "answer":
            return False
        for section in self.sections:
            if section.choose((entity, entity_id)):
                section.rows.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        if entity == "paragraph":
            return any(pane.editor.go_to(entity_id) for pane in self.texts.panes)
        return False

    @override
    def chosen(self) -> tuple[str, UUID] | None:
        return next((key for section in self.sections if (key := section.chosen()) is not None), None)

    @override
    def focus(self) -> None:
        # Where nothing can be written, the minutes are what one reads.
        (self.texts.minutes if self.is_locked else self.texts.notes).editor.setFocus()

    @property
    def is_locked(self) -> bool:
        """Whether what stands here can only be read."""
        return bool(self.desk.read_only or self._sealed)

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
        except Gone:
            # It was taken off the agenda; the page chooses another one.
            return None

    def _open(self) -> None:
        """Show the item from its beginning."""
        view = self._read()
        if view is None or self.meeting_id is None:
            for section in self.sections:
                section.forget()
            # What was typed under an item that is gone stays with its own id until it is stored or refused.
            self._view = None
            self._stack.setCurrentWidget(self._nothing)
            return
        called = self.tr("item {}").format(view.number) if view.number else self.tr("“{}”").format(view.title)
        why_not = self.desk.read_only or self._sealed
        for section in self.sections:
            section.forget()
            section.let_go()
        self.texts.open(view, called, why_not)
        self._show(view)
        self._stack.setCurrentWidget(self.area)
        self.area.verticalScrollBar().setValue(0)

    def _show(self, view: ItemView) -> None:
        self._view = view
        self.head.show_item(view)
        self.locked.say(self._sealed)
        for section in self.sections:
            section.show_item(view, self.desk.read_only or self._sealed)

    @Slot(object)
    def _on_picked(self, _key: object) -> None:
        """Let one thing at a time be chosen in the whole column, and see it."""
        for section in self.sections:
            if section is not self.sender():
                section.let_go()
            else:
                self._see(section.chosen_box())
        self.commands_changed.emit()

    @Slot()
    def _see_form(self) -> None:
        section = self.sender()
        if isinstance(section, Section) and section.form is not None:
            # A form that has just been shown has no place yet.
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.area.ensureWidgetVisible(section.form)
            # Of a form that is higher than the window, where typing begins.
            focused = QApplication.focusWidget()
            if focused is not None and section.form.isAncestorOf(focused):
                self.area.ensureWidgetVisible(focused, 0, theme().px(64))

    @Slot()
    def _see_bar(self) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.area.ensureWidgetVisible(self.texts.quick.bar, 0, 0)

    @Slot(object)
    def _on_wanted(self, key: Key) -> None:
        self.choose(*key)

    def _see(self, box: QRect) -> None:
        section = self.sender()
        if isinstance(section, Section) and box.isValid():
            place = section.mapTo(self._inside, box.center())
            self.area.ensureVisible(place.x(), place.y(), 0, box.height())

    @Slot(str)
    def _on_asked(self, command: str) -> None:
        why_not = self.why_not(command)
        if why_not:
            self.desk.tell(why_not)
        else:
            self.slots()[command]()

    # What the commands do

    def take_over(self) -> None:
        """Take the note under the caret over into the minute text; in a form, be done with it."""
        form = next((section.form for section in self.sections if _has_focus(section.form)), None)
        if isinstance(form, VoteForm):
            form.record()
        elif form is not None:
            form.close_below()
        else:
            self.texts.take_over()

    def point(self) -> None:
        """Record the note under the caret as what somebody said; where it doesn't say who, open a new point."""
        if not self.texts.quick.begin_point():
            self.points.begin()

    def answer(self) -> None:
        """Open the answer of the chosen proposal."""
        key = self._meant({"proposal"})
        if key is not None:
            self.proposals.answer(key)

    def amend(self) -> None:
        """Open a new amendment of the chosen motion."""
        key = self._meant({"motion"})
        if key is not None:
            self.motions.amend(key)

    def vote(self) -> None:
        """Open a new vote on the chosen motion or decision."""
        key = self._meant({"motion", "decision"})
        if key is not None:
            (self.motions if key[0] == "motion" else self.decisions).vote_on(key)

    def remove(self) -> None:
        """Take out what is chosen under the item."""
        section = next((one for one in self.sections if one.chosen() is not None), None)
        key = section.chosen() if section is not None else None
        if section is not None and key is not None:
            section.remove(key)

    def _meant(self, wanted: set[str]) -> Key | None:
        form = self._typed(wanted)
        if form is not None:
            recorded = form.record_typed()
            return (form.entity, recorded) if recorded is not None else None
        chosen = self.chosen()
        return chosen if chosen is not None and chosen[0] in wanted else self._likely(wanted)

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._body.setContentsMargins(px(24), px(16), px(24), px(16))
        self._body.setSpacing(px(12))


def _has_focus(form: Below | None) -> bool:
    focused = QApplication.focusWidget()
    return form is not None and focused is not None and form.isAncestorOf(focused)
