"""Proposals as their cards and rows show them, and the states in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.proposal_life import LifeStep, deferred_until
from boardroom.domain.words import AnswerKind, ReasonCategory, Sector
from boardroom.ui.kit.days import days_long, days_waited, plain_day, short_day
from boardroom.ui.kit.row_data import RowData

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from boardroom.domain.proposal_life import LifeEvent
    from boardroom.store.queries.proposal_list import ProposalCounts, ProposalRow
    from boardroom.store.queries.proposal_page import Reasons

COLUMNS: tuple[AnswerKind | None, ...] = (
    None,
    AnswerKind.DEFERRED,
    AnswerKind.ADAPTED,
    AnswerKind.ADOPTED,
    AnswerKind.DECLINED,
)
"""The states that have a column on the board, from left to right; None while there is no answer."""

_TONES = {None: "caution", AnswerKind.DEFERRED: "tint"}
# What speaks against a proposal as it was put.
_AGAINST = frozenset({ReasonCategory.SPECIFICATION, ReasonCategory.TIMETABLE})
_NEAR = 300
_THIRD = frozenset({Sector.VOLUNTARY, Sector.COMMUNITY, Sector.FAITH})


def state_words(state: AnswerKind | None) -> str:
    """Return a state with a capital: `Unanswered`, `Declined`."""
    return _capital(_tr("unanswered") if state is None else _tr(state.value))


def state_teaches(state: AnswerKind | None) -> str:
    """Return what a state means, for a board that has no proposal yet."""
    match state:
        case None:
            return _tr("Put by a partner; the days are counted.")
        case AnswerKind.DEFERRED:
            return _tr("Answered later, at a named meeting.")
        case AnswerKind.ADAPTED:
            return _tr("Taken up in a changed form, and how.")
        case AnswerKind.ADOPTED:
            return _tr("Taken up as it was put.")
        case AnswerKind.DECLINED:
            return _tr("Not taken up, with the reason in words.")
        case AnswerKind.WITHDRAWN:
            return _tr("Taken back by those who put it.")


def state_tone(state: AnswerKind | None) -> str:
    """Return the tone of a state's chip."""
    return _TONES.get(state, "outline")


def category_words(category: ReasonCategory) -> str:
    """Return a reason category with a capital; nothing where it says nothing."""
    return "" if category is ReasonCategory.OTHER else _capital(_tr(category.value))


def reasons_for(
    answer: AnswerKind | None, present: ReasonCategory | None = None
) -> list[tuple[ReasonCategory | None, str]]:
    """Return the reason categories that an answer can have, with their words.

    Args:
        answer: the answer; None while none is chosen.
        present: the category that stands; it is among them in any case.
    """
    unfit = _AGAINST if answer in {AnswerKind.ADOPTED, AnswerKind.WITHDRAWN} else frozenset()
    return [(one, _capital(_tr(one.value))) for one in ReasonCategory if one not in unfit or one is present]


def card_of(one: ProposalRow, today: date) -> RowData:
    """Return a proposal as a card of the board."""
    figure, tone = _days(one, today)
    # The mark tells the sector; where there is a strand, it and its stage say more on a narrow card than a name.
    whose = _strand(one) or one.organisation
    if one.state is AnswerKind.DEFERRED and not figure:
        whose = f"{_tr('to {}').format(one.deferred_to)} · {whose}"
    if one.restricted:
        whose = f"{_tr('Restricted')} · {whose}" if whose else _tr("Restricted")
    reason = ("", "")
    if one.state is not None and one.category is not None:
        reason = (category_words(one.category), " ".join(one.reason.split()))
    return RowData(
        id=one.id,
        key=one.key,
        title=" ".join((one.title or one.text).split()),
        number=one.number,
        context=whose,
        figure=figure,
        figure_tone=tone,
        mark=one.sector or Sector.UNKNOWN,
        icon="eye-slash" if one.restricted else "",
        reason=reason,
    )


def row_of(one: ProposalRow, today: date) -> RowData:
    """Return a proposal as a row of the list."""
    figure, tone = _days(one, today)
    why = category_words(one.category) if one.category is not None else ""
    until = _tr("to {}").format(one.deferred_to) if one.deferred_to and not figure else ""
    secret = _tr("Restricted") if one.restricted else ""
    return RowData(
        id=one.id,
        key=one.key,
        title=" ".join((one.title or one.text).split()),
        number=one.number,
        figure=figure,
        figure_tone=tone or "muted",
        mark=None if one.restricted else one.sector or Sector.UNKNOWN,
        icon="eye-slash" if one.restricted else "",
        icon_tone="caution" if one.restricted else "",
        chip=state_words(one.state),
        chip_tone=state_tone(one.state),
        second_line=" · ".join(filter(None, (secret, one.organisation, _strand(one), until, why))),
    )


def head_words(counts: ProposalCounts) -> str:
    """Return how many are answered and how soon: `31 of 38 answered, in a median of 26 days; promised within 56`."""
    withdrawn = counts.by_state.get(AnswerKind.WITHDRAWN, 0)
    put = counts.total - withdrawn
    said = _tr("{} of {} answered").format(put - counts.unanswered, put)
    if counts.median_days is not None:
        said = _tr("{}, in a median of {}").format(said, days_long(counts.median_days))
    if counts.promised is not None:
        said = _tr("{}; promised within {}").format(said, counts.promised)
    return _tr("{}; {} withdrawn").format(said, withdrawn) if withdrawn else said


def foot_words(sectors: Sequence[Reasons]) -> str:
    """Return how many declined proposals fell to the specification or the timetable, and whose they were."""
    total, fell = sum(one.total for one in sectors), sum(one.too_late for one in sectors)
    if not total:
        return ""
    if not fell:
        return _tr("None of {} fell to the specification or the timetable.").format(total)
    said = _tr("{} of {} fell to the specification or the timetable").format(fell, total)
    third = sum(one.too_late for one in sectors if one.sector in _THIRD)
    if not third:
        return f"{said}."
    whose = _tr("all of them") if third == fell else str(third)
    return _tr("{}; {} came from voluntary, community and faith organisations.").format(said, whose)


def waited_words(days: int | None, state: AnswerKind | None) -> str:
    """Return how long a proposal has waited, or how long its answer took."""
    if days is None:
        return ""
    if state is not None and days == 0:
        return _tr("answered the same day")
    return (_tr("waits {}") if state is None else _tr("answered in {}")).format(days_long(days))


def life_words(life: Sequence[LifeEvent]) -> str:
    """Return what befell a proposal, in one line: `Received 5 January 2027 → answered: adopted 2 February 2027`."""
    parts = []
    for one in life:
        what = _tr(one.step.value)
        if one.words:
            words = _tr(one.words) if one.step is LifeStep.ANSWERED else one.words
            what = f"{what}: {words}" if one.step is LifeStep.ANSWERED else _tr("{} at {}").format(what, words)
        between = ", " if one.step is LifeStep.CONSIDERED else " "
        parts.append(between.join(filter(None, (what, plain_day(one.on) if one.on is not None else ""))))
    return _capital(" → ".join(parts))


def deferred_words(deferred_to: str, today: date) -> str:
    """Return until when a proposal is deferred: a day in full, or the words that stand there."""
    day = deferred_until(AnswerKind.DEFERRED, deferred_to, today)
    return deferred_to if day is None else plain_day(day)


def _strand(one: ProposalRow) -> str:
    return " · ".join(filter(None, (one.strand, _tr(one.stage.value) if one.stage is not None else "")))


def _days(one: ProposalRow, today: date) -> tuple[str, str]:
    if one.state is AnswerKind.DEFERRED:
        day = deferred_until(one.state, one.deferred_to, None if one.due_again else today)
        if day is None:
            return "", ""
        if one.due_again:
            return _tr("due {}").format(short_day(day, today)), "danger"
        # Within a year nobody needs to be told which: the card is narrow.
        near = abs((day - today).days) < _NEAR
        return _tr("to {}").format(short_day(day, day if near else today)), ""
    if one.days is None:
        return "", ""
    if one.state is None:
        return days_waited(one.days, late=one.late), "danger" if one.late else ""
    return _tr("in {}").format(days_long(one.days)) if one.days else _tr("same day"), ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Proposals", text)
