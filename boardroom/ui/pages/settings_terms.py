"""The terms of reference of a board: those in force, and dated earlier and later ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from boardroom.domain.refusal import Refusal
from boardroom.domain.words import DayKind, QuorumBase
from boardroom.services.terms import correct_terms, remove_terms, terms_from
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.buttons import CommandButton
from boardroom.ui.kit.fields import CheckField, ChoiceField, DateField, LineField, NumberField, words_of
from boardroom.ui.kit.form import Form, put
from boardroom.ui.kit.text_field import TextField
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import dye, section, wrapped
from boardroom.ui.pages.asking import Asking
from boardroom.ui.pages.settings_needs import Needs
from boardroom.ui.pages.settings_section import Section
from boardroom.ui.pages.settings_words import fraction_said, quorum_sentence, read_fraction, terms_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from boardroom.domain.board import TermsOfReference
    from boardroom.store.queries.seats import SeatRow
    from boardroom.store.queries.settings import SettingsView, TermsView
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.field import Field

_MAJORITIES = ((1, 2), (3, 5), (2, 3), (3, 4), (1, 1))


class TermsSection(Section):
    """Remit, quorum, decisions, notice; each field puts the terms that are shown right."""

    def __init__(self, desk: Desk) -> None:
        """Build it empty."""
        super().__init__(desk)
        self._board_id: UUID | None = None
        self._shown: TermsView | None = None
        self._wanted: UUID | None = None
        self._view: SettingsView | None = None
        self._seats: Sequence[SeatRow] = ()
        self._day = DateField("", self._today)
        self.asking = Asking()
        self.which: ChoiceField[UUID | None] = ChoiceField(self.tr("Terms that are shown"), [(None, "")])
        self.which.box.activated.connect(self._on_which)
        new = COMMANDS["settings.terms"]
        self.new = CommandButton(new.said, new.key, new.icon)
        self.new.clicked.connect(self.ask_new)
        self.remove = CommandButton(self.tr("Take these terms out"), "", "trash", role="link")
        self.remove.clicked.connect(self._remove)
        self.remit = TextField(self.tr("Remit"), placeholder=self.tr("What the board is for, and what it may decide"))
        self._make_quorum()
        self._make_rest()
        self._lay_out()

    def _make_quorum(self) -> None:
        self.number = NumberField(self.tr("At least so many members"), least=1, most=500)
        self.fraction = LineField(
            self.tr("At least this part of the seats"), placeholder="1/4", hint=self.tr("1/4, or a quarter.")
        )
        self.base = ChoiceField(self.tr("That part is taken of"), words_of(QuorumBase))
        self.floor = NumberField(
            self.tr("But never fewer than"), least=1, most=500, hint=self.tr("Whatever the part of the seats comes to.")
        )
        self.sectors = NumberField(self.tr("Of at least so many sectors"), least=1, most=10)
        self.sentence = wrapped(role="accent")
        self.needs = Needs(self.desk)

    def _make_rest(self) -> None:
        self.consensus = CheckField(
            self.tr("Consensus first"), hint=self.tr("A vote is taken only where no agreement is reached.")
        )
        majorities = [(one, _majority_words(*one)) for one in _MAJORITIES]
        self.majority: ChoiceField[tuple[int, int]] = ChoiceField(self.tr("A vote is carried by"), majorities)
        self.casting = CheckField(self.tr("The chair has a casting vote"), hint=self.tr("On a tie."))
        self.notice = NumberField(self.tr("Notice of a meeting"), most=730, unit=self.tr("clear days"))
        self.kind = ChoiceField(self.tr("Counted in"), words_of(DayKind))
        self.call = NumberField(self.tr("A call for proposals stays open"), most=104, unit=self.tr("weeks"))
        self.answer = NumberField(self.tr("A proposal is answered within"), least=1, most=730, unit=self.tr("days"))

    def _lay_out(self) -> None:
        self.column.addWidget(section(self.tr("Terms of reference")))
        self.column.addWidget(self.which)
        self.column.addWidget(self.asking)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.new)
        self._buttons.addWidget(self.remove)
        self._buttons.addStretch(1)
        self.column.addLayout(self._buttons)
        self._quorum, self._rest = Form(), Form()
        self._quorum.add(self.remit, wide=True)
        self._quorum.add_group(self.tr("Quorum"))
        self._quorum.add(self.number, self.sectors, self.fraction, self.base, self.floor)
        self._rest.add_group(self.tr("Decisions"))
        self._rest.add(self.consensus, self.casting, self.majority)
        self._rest.add_group(self.tr("Notice and proposals"))
        self._rest.add(self.notice, self.kind, self.call, self.answer)
        for part in (self._quorum, self.sentence, self.needs, self._rest):
            self.column.addWidget(part)
        self.which.setMaximumWidth(theme().px(560))

    @override
    def fields(self) -> Sequence[Field[Any]]:
        return (*self._quorum.fields(), *self._rest.fields())

    @override
    def show_board(self, view: SettingsView, seats: Sequence[SeatRow]) -> None:
        if self._board_id != view.id:
            self.commit()
            self.asking.withdraw()
        self._board_id, self._view, self._seats = view.id, view, seats
        shown = next((one for one in view.terms if one.terms.id == self._wanted), view.in_force)
        shown = shown or (view.terms[0] if view.terms else None)
        choices: list[tuple[UUID | None, str]] = [
            (one.terms.id, terms_words(one.terms, in_force=one.in_force)) for one in view.terms
        ]
        self.which.set_choices(choices or [(None, self.tr("None yet"))])
        self.which.setVisible(len(view.terms) > 1)
        for part in (self._quorum, self.sentence, self.needs, self._rest):
            part.setVisible(shown is not None)
        self.new.explain(self.desk.read_only)
        if shown is not None:
            self._show_terms(shown, view)

    def _show_terms(self, shown: TermsView, view: SettingsView) -> None:
        terms = shown.terms
        same = self._shown is not None and self._shown.terms.id == terms.id
        if not same:
            self.commit()
        self._shown = shown
        self.which.set_value(terms.id)
        latest = view.terms[0].terms.id == terms.id
        self.remove.setVisible(len(view.terms) > 1 and latest and not self.desk.read_only)
        self._put_all(terms, same=same)
        self._quorum.set_read_only(self.desk.read_only)
        self._rest.set_read_only(self.desk.read_only)
        self.needs.show_needs(terms.id, shown.needs)
        sentence, amiss = quorum_sentence(terms, shown.needs, self._seats)
        self.sentence.setText(sentence)
        dye(self.sentence, "caution" if amiss else "accent")

    def _put_all(self, terms: TermsOfReference, *, same: bool) -> None:
        put(self.remit, terms.remit, _Keep(self, terms.id, "remit", _tr("Reword the remit")), same=same)
        quorum, notice = _tr("Change the quorum"), _tr("Change the days of notice")
        put(self.number, terms.quorum_number, _Keep(self, terms.id, "quorum_number", quorum), same=same)
        fraction = fraction_said(terms.quorum_numerator, terms.quorum_denominator)
        put(self.fraction, fraction, _KeepFraction(self, terms.id, "quorum", quorum), same=same)
        put(self.base, terms.quorum_base, _Keep(self, terms.id, "quorum_base", quorum), same=same)
        put(self.floor, terms.quorum_floor, _Keep(self, terms.id, "quorum_floor", quorum), same=same)
        put(self.sectors, terms.quorum_sectors, _Keep(self, terms.id, "quorum_sectors", quorum), same=same)
        consensus = _Keep(self, terms.id, "consensus_first", _tr("Say whether consensus is sought first"))
        put(self.consensus, terms.consensus_first, consensus, same=same)
        majority = (terms.majority_numerator, terms.majority_denominator)
        known = [*_MAJORITIES, *([] if majority in _MAJORITIES else [majority])]
        self.majority.set_choices([(one, _majority_words(*one)) for one in known])
        put(self.majority, majority, _KeepFraction(self, terms.id, "majority", _tr("Change the majority")), same=same)
        casting = _Keep(self, terms.id, "casting_vote", _tr("Say whether the chair has a casting vote"))
        put(self.casting, terms.casting_vote, casting, same=same)
        put(self.notice, terms.notice_days, _Keep(self, terms.id, "notice_days", notice), same=same)
        put(self.kind, terms.notice_kind, _Keep(self, terms.id, "notice_kind", notice), same=same)
        call = _Keep(self, terms.id, "call_weeks", _tr("Change how long a call stays open"))
        put(self.call, terms.call_weeks, call, same=same)
        answer = _Keep(self, terms.id, "answer_days", _tr("Change within how many days a proposal is answered"))
        put(self.answer, terms.answer_days, answer, same=same)

    # What is done

    @Slot()
    def _on_which(self) -> None:
        self._wanted = self.which.value
        if self._view is not None:
            self.show_board(self._view, self._seats)

    @Slot()
    def ask_new(self) -> None:
        """Ask from which day on the board works by other terms."""
        if self._board_id is None or self.desk.read_only:
            return
        self._day = DateField(self.tr("From"), self._today)
        self._day.open(self._today())
        self.asking.ask(
            self.tr("Those until then stay as they were. The new ones begin as a copy; change below what differs."),
            self.tr("Begin new terms"),
            self._begin,
            (self._day,),
        )

    def _begin(self) -> str:
        day = self._day.value
        if day is None:
            return self.tr("Say from which day on.")
        try:
            made = self.desk.write(self.tr("Begin new terms of reference"), terms_from, self._board_id, day)
        except Refusal as refusal:
            return str(refusal)
        self.want(made.id)
        if self._view is not None:
            self.show_board(self._view, self._seats)
        return ""

    def want(self, terms_id: UUID) -> None:
        """Show these terms from the next showing on."""
        self._wanted = terms_id

    @Slot()
    def _remove(self) -> None:
        if self._shown is not None:
            self.desk.attempt(self.tr("Take out the latest terms of reference"), remove_terms, self._shown.terms.id)

    def step_out(self) -> bool:
        """Take a question back; returns whether there was one."""
        return self.asking.withdraw() or self.needs.asking.withdraw()

    def _today(self) -> Any:  # noqa: ANN401 - a day
        return self.desk.today


class _Keep:
    """Saves one part of the terms that it was made for."""

    def __init__(self, section_of: Section, terms_id: UUID, part: str, said: str) -> None:
        self._section, self._terms_id, self._part, self._said = section_of, terms_id, part, said

    def __call__(self, value: object) -> str:
        if value is None and self._part in _NEEDED:
            return _tr("Write a number.")
        return self._section.keep(self._said, correct_terms, self._terms_id, **{self._part: value})


class _KeepFraction:
    """Saves a fraction, both figures at once; it is typed, or one of a choice."""

    def __init__(self, section_of: Section, terms_id: UUID, part: str, said: str) -> None:
        self._section, self._terms_id, self._part, self._said = section_of, terms_id, part, said

    def __call__(self, value: str | tuple[int, int]) -> str:
        try:
            upper, lower = (read_fraction(value) if isinstance(value, str) else value) or (None, None)
        except Refusal as refusal:
            return str(refusal)
        parts = {f"{self._part}_numerator": upper, f"{self._part}_denominator": lower}
        return self._section.keep(self._said, correct_terms, self._terms_id, **parts)


_NEEDED = {"notice_days", "call_weeks", "answer_days"}


def _majority_words(upper: int, lower: int) -> str:
    match upper, lower:
        case 1, 2:
            return _tr("more than half of the votes")
        case 2, 3:
            return _tr("two thirds of the votes")
        case 3, 4:
            return _tr("three quarters of the votes")
        case 1, 1:
            return _tr("all votes")
    return _tr("{} of the votes").format(fraction_said(upper, lower))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
