"""Forms among the files that came in: what each says, and what the board file says to it, before it is taken in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.call_form import QUESTIONS, Asked
from boardroom.domain.money import money_shown
from boardroom.services.forms import FormStanding, standing_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from boardroom.domain.call_form import FilledForm
    from boardroom.exchange.arriving import Arrival
    from boardroom.ui.desk import Desk

_SHOWN = 300
_FORMS_SHOWN = 8
_THOUSAND = 1000


def forms_standing(desk: Desk, arrivals: Sequence[Arrival]) -> dict[Path, list[FormStanding]]:
    """Return what the board file says of the forms that can be read, by their files; one read for all."""
    files = [(one.path, one.form.forms) for one in arrivals if one.form is not None and one.form.forms]
    if not files:
        return {}
    found = iter(desk.read(standing_of, [form for _, forms in files for form in forms], desk.today))
    return {path: [next(found) for _ in forms] for path, forms in files}


def can_come_in(standings: Sequence[FormStanding]) -> bool:
    """Return whether a file's forms can be taken in: each fits its call, and one at least is new."""
    return (
        bool(standings) and not any(one.faults for one in standings) and any(one.held_as is None for one in standings)
    )


def fate_of(standings: Sequence[FormStanding]) -> str:
    """Return what happens to a file of forms that could be read."""
    faults = [fault for one in standings for fault in one.faults]
    if faults:
        return _tr("It can’t be taken in. ") + " ".join(map(str, faults[:_FORMS_SHOWN]))
    fresh = [one for one in standings if one.held_as is None]
    if not fresh:
        numbers = ", ".join(one.held_as for one in standings if one.held_as)
        return _tr("It came in already, as {}").format(numbers) if numbers else _tr("It came in already")
    if len(standings) == 1:
        one = fresh[0]
        doubts = " ".join([_tr(". Look at this:"), *one.doubts]) if one.doubts else ""
        said = _tr("Becomes a proposal of {organisation} to call {call}")
        return said.format(organisation=one.organisation, call=one.call) + doubts
    said = _tr("{new} of {all} become proposals of {organisation} to call {call}")
    return said.format(
        new=len(fresh), all=len(standings), organisation=standings[0].organisation, call=standings[0].call
    )


def said_in(forms: Sequence[FilledForm]) -> str:
    """Return what forms say, to be looked at before they are taken in: one at length, of several a line each."""
    if len(forms) == 1:
        return "\n".join(_in_short(line) for line in _said(forms[0]) if line)
    lines = [" · ".join(filter(None, (form.title or _in_short(form.text), _cost(form)))) for form in forms]
    more = len(forms) - _FORMS_SHOWN
    return "\n".join([*lines[:_FORMS_SHOWN], *([_tr("And {} more.").format(more)] if more > 0 else [])])


def _said(form: FilledForm) -> list[str]:
    lines = [form.title, form.text if form.text != form.title else ""]
    if form.helps:
        lines.append(_tr("Helps: {}").format(form.helps))
    figures = [_figure(one) for one in (form.lowest, form.typical, form.highest)]
    if any(figures):
        said = _tr("Users’ estimate: lowest {low}, typical {typical}, highest {high}; {count} asked")
        low, typical, high = (one or "–" for one in figures)
        count = "–" if form.asked is None else f"{form.asked:,}"
        lines.append(said.format(low=low, typical=typical, high=high, count=count))
    return [*lines, _cost(form)]


def _cost(form: FilledForm) -> str:
    if form.cost_pence is None:
        return ""
    if form.cost_months is not None:
        months = _tr("over {} months").format(form.cost_months)
    else:
        # Blank doesn't say that it is paid once.
        months = "" if QUESTIONS[Asked.PERIOD].label in form.missing else _tr("once")
    people = "" if form.people_served is None else _tr("for {} people").format(f"{form.people_served:,}")
    return _tr("Costs {}").format(", ".join(filter(None, (money_shown(form.cost_pence), months, people))))


def _in_short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _figure(thousandths: int | None) -> str:
    return "" if thousandths is None else f"{Decimal(thousandths) / _THOUSAND:f}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ArrivalForms", text)
