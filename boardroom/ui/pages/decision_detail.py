"""One decision beside the register: what was settled and how, on what conditions, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import Method, Result
from boardroom.services.decisions import change_decision, set_conditions
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.chips import Chip
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.fields import CheckField, ChoiceField, DateField, LineField
from boardroom.ui.kit.form import put
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme, wardrobe
from boardroom.ui.kit.words import Elided, hint, label, wrapped
from boardroom.ui.links import Link
from boardroom.ui.pages.decision_links import DecisionLinks
from boardroom.ui.pages.decision_words import method_words, result_words
from boardroom.ui.pages.origin import origin_link, origin_words, restricted_word
from boardroom.ui.pages.register import Detail
from boardroom.ui.pages.short_name import short_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from boardroom.store.queries.decision_page import DecisionPage
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field


class DecisionDetail(Detail):
    """What is known of one decision; each field saves when it is left."""

    agenda_asked = Signal()
    """It should stand on the next agenda, to be ratified."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._desk = desk
        self._shown: DecisionPage | None = None
        self._number, self._chip, self._restricted = Elided("", "section"), Chip(""), Chip("")
        self.ratify = CommandButton(self.tr("Put it on the next agenda"), "", "plus")
        self.ratify.clicked.connect(self.agenda_asked)
        needed = self.tr("Write the wording of the decision.")
        self.first_field = self.wording = TextField(self.tr("What was decided"), lines=3, needed=needed)
        results: list[tuple[Result | None, str]] = [(None, self.tr("Not recorded"))]
        methods: list[tuple[Method | None, str]] = [(None, self.tr("Not recorded"))]
        self.result = ChoiceField(self.tr("Result"), results + [(one, result_words(one)) for one in Result])
        self.method = ChoiceField(self.tr("Method"), methods + [(one, method_words(one)) for one in Method])
        self.decided_on = DateField(self.tr("Taken on"), self._today)
        self.reference = LineField(self.tr("Reference"), placeholder=self.tr("2026/41"))
        self.mover, self.seconder = LineField(self.tr("Moved by")), LineField(self.tr("Seconded by"))
        self.conditions = TextField(self.tr("Conditions"), lines=1, hint=self.tr("One on each line."))
        self.recommended_to = LineField(self.tr("Recommended to"), placeholder=self.tr("the council"))
        self.reserved_to = LineField(self.tr("Reserved to"), placeholder=self.tr("the council"))
        self.provisional = CheckField(self.tr("Taken without a quorum"))
        self.remark = TextField(self.tr("Remark"), lines=1)
        self.source = CommandButton("", COMMANDS["decisions.source"].key, "arrow-square-out", role="link")
        self.source.clicked.connect(self._open_source)
        self._sealed = hint(self.tr("Its minutes are sealed: it stays as it was minuted."))
        self._said = QVBoxLayout()
        self.links = DecisionLinks(desk)
        self.history = CommandButton(
            self.tr("History of this"), COMMANDS["history"].key, "clock-counter-clockwise", role="link"
        )
        self.history.clicked.connect(self._open_history)
        self._lay_out()
        desk.flush_wanted.connect(self.commit)
        wardrobe().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("role", "surface")
        self._column = QVBoxLayout(body)
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self._chip)
        head.addWidget(self._restricted)
        head.addStretch(1)
        self._lines = [head]
        self._warning = QFrame()
        self._warning.setProperty("role", "warning")
        inside = QVBoxLayout(self._warning)
        inside.addWidget(
            wrapped(self.tr("Taken without a quorum: it stands only when a meeting with a quorum ratifies it."))
        )
        inside.addWidget(self.ratify, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(head)
        self._column.addWidget(self._warning)
        self._column.addWidget(self.wording)
        self._pair(self.result, self.method)
        self._column.addLayout(self._said)
        self._column.addWidget(self.conditions)
        self._pair(self.mover, self.seconder)
        self._pair(self.recommended_to, self.reserved_to)
        self._pair(self.reference, self.decided_on)
        self._column.addWidget(self.provisional)
        self._column.addWidget(self.remark)
        self._column.addWidget(self._sealed)
        self._column.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._column.addWidget(rule)
        self._column.addWidget(self.links)
        self._column.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(body)

    def _pair(self, left: QWidget, right: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        self._lines.append(row)
        self._column.addLayout(row)

    @property
    @override
    def fields(self) -> tuple[Field[Any], ...]:
        """What can be changed, in reading order."""
        return (
            self.wording,
            self.result,
            self.method,
            self.conditions,
            self.mover,
            self.seconder,
            self.recommended_to,
            self.reserved_to,
            self.reference,
            self.decided_on,
            self.provisional,
            self.remark,
        )

    @property
    def decision_id(self) -> UUID | None:
        """The decision that is shown."""
        return self._shown.decision.id if self._shown is not None else None

    def show_decision(self, page: DecisionPage, why_no_agenda: str) -> None:
        """Show a decision; what is being typed into the same one stays.

        Args:
            page: the decision.
            why_no_agenda: why it can't be put on the next agenda; empty where it can.
        """
        same = self.decision_id == page.decision.id
        if not same:
            # What was typed for the one before is saved there first.
            self.commit()
        self._shown = page
        one = page.decision
        number = one.reference or one.number
        self._number.set_full(self.tr("Decision {}").format(number) if number else self.tr("Decision"))
        self._chip.say(self.tr("To ratify") if page.to_ratify else "", "caution")
        self._restricted.say(restricted_word(page.origin), "caution")
        self._warning.setVisible(page.to_ratify)
        self.ratify.explain(why_no_agenda)
        put(self.wording, one.wording, self._saves("wording"), same=same)
        put(self.result, one.result, self._saves("result"), same=same)
        put(self.method, one.method, self._saves("method"), same=same)
        put(self.mover, one.mover, self._saves("mover"), same=same)
        put(self.seconder, one.seconder, self._saves("seconder"), same=same)
        put(self.recommended_to, one.recommended_to, self._saves("recommended_to"), same=same)
        put(self.reserved_to, one.reserved_to, self._saves("reserved_to"), same=same)
        put(self.reference, one.reference, self._saves("reference"), same=same)
        put(self.decided_on, one.decided_on, self._saves("decided_on"), same=same)
        put(self.provisional, one.provisional, self._saves("provisional"), same=same)
        put(self.remark, one.remark, self._saves("remark"), same=same)
        put(self.conditions, "\n".join(text for _, text in one.conditions), self._save_conditions, same=same)
        sealed = page.origin is not None and page.origin.sealed
        self._sealed.setVisible(sealed)
        for field in self.fields:
            field.set_read_only(self._desk.read_only or (self._sealed.text() if sealed else ""))
        self.source.say(origin_words(page.origin))
        self.source.explain("" if page.origin is not None else self.tr("It was taken between meetings."))
        self._tell(page)
        self.links.show_links(page)

    def _tell(self, page: DecisionPage) -> None:
        """Say how it was voted on, and who wished to have dissent recorded."""
        clear(self._said)
        if page.sentences:
            self._said.addWidget(label(self.tr("Votes"), "field"))
        for sentence in page.sentences:
            self._said.addWidget(wrapped(sentence))
        if page.decision.dissents:
            self._said.addWidget(label(self.tr("Dissent"), "field"))
        for _, name, words in page.decision.dissents:
            self._said.addWidget(wrapped(f"{name}: {words}" if words else name))

    @Slot()
    def _open_source(self) -> None:
        if self._shown is not None and self._shown.origin is not None:
            self._desk.show(origin_link(self._shown.origin))

    @Slot()
    def _open_history(self) -> None:
        if self._shown is not None:
            self._desk.show(Link("history", "decision", self._shown.decision.id))

    # Saving; each returns the sentence that refuses it

    def _saves(self, part: str) -> Callable[[Any], str]:
        return _Saving(self, part)

    def save_part(self, part: str, value: object) -> str:
        """Store one part of the decision; returns the sentence that refuses it, or nothing."""
        return self._write(part, change_decision, **{part: value})

    def _save_conditions(self, value: str) -> str:
        return self._write("conditions", set_conditions, value.splitlines())

    def _write(self, part: str, service: Callable[..., object], *args: object, **parts: Any) -> str:  # noqa: ANN401 - the parts of a decision
        if self._shown is None:
            return ""
        # The history tells which part it was by the name that stands above its field.
        field: Field[Any] = getattr(self, part)
        sentence = self.tr("Change “{field}” of the decision: {decision}")
        decision = short_name(self._shown.decision.wording)
        name = sentence.format(field=field.control.accessibleName(), decision=decision)
        try:
            self._desk.write(name, service, self._shown.decision.id, *args, **parts)
        except Refusal as refusal:
            return str(refusal)
        return ""

    def _today(self) -> date:
        return self._desk.today

    @Slot()
    def _fit(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(12))
        self._said.setSpacing(px(4))
        for row in self._lines:
            row.setSpacing(px(12))


class _Saving:
    """Stores one part of the decision that is shown."""

    def __init__(self, detail: DecisionDetail, part: str) -> None:
        self._detail, self._part = detail, part

    def __call__(self, value: object) -> str:
        return self._detail.save_part(self._part, value)
