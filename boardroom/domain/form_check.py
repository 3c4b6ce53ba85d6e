"""Checking a form that was filled in: numbers, money, the order of estimates; what is wrong is told by field."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from uuid import UUID

from boardroom.domain.call_form import FORM, FORM_START, QUESTIONS, Asked, FilledForm, FormFault, WrittenForm
from boardroom.domain.money import SumFault, SumRefusal, pence_of
from boardroom.domain.text import clean_line, clean_text
from boardroom.domain.value import stated_ends, thousandths_of

_MOST_NUMBER = 1_000_000_000
_MOST_PENCE = 10**12
_MOST_MONTHS = 600
_THOUSAND = 1000

_WHOLE = re.compile(r"-?(?:[0-9]{1,18}|[0-9]{1,3}(?:[, ][0-9]{3})+)")
_PERIOD = re.compile(r"(?P<count>[0-9]{1,4})\s*(?P<unit>months?|mths?|m|years?|yrs?|y)?", re.IGNORECASE)
_ONCE = frozenset({"once", "one-off", "one off", "oneoff", "paid once", "unwaith"})
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\xa0": " ", "\u202f": " ", "\u2009": " ", "\uffe1": "£"})
_NO_SUM = {
    SumFault.NONE: "is no sum of money; write figures only, such as £12,500 or 950.50.",
    SumFault.OTHER: "is not in pounds; write the sum in pounds, such as £12,500.",
    SumFault.BELOW: "is less than nothing; a cost is not negative.",
    SumFault.OVER: "is more than can be meant.",
}
_LINES = frozenset({Asked.TITLE, Asked.WHO, Asked.COUNT, Asked.LOWEST, Asked.TYPICAL, Asked.HIGHEST})


class _Checked:
    """Reads the fields of one form and gathers what is wrong."""

    def __init__(self, written: WrittenForm) -> None:
        self._written = written
        self.faults: list[FormFault] = []

    def wrong(self, asked: Asked, why: str) -> None:
        """Note what is wrong at a field."""
        written = self._written
        column = written.columns.get(asked, "")
        self.faults.append(FormFault(at=QUESTIONS[asked].label, why=why, row=written.row, column=column))

    def text(self, asked: Asked) -> str:
        """Return what stands in a field, clean, or "" where it is too long."""
        said = self._written.answers.get(asked, "")
        clean = clean_line(said) if asked in _LINES else clean_text(said).strip()
        most = QUESTIONS[asked].longest
        if len(clean) > most:
            self.wrong(asked, f"this holds {len(clean):,} letters; {most:,} are the most.")
            return ""
        return clean

    def read(self, asked: Asked, text: str, reading: Callable[[str], int | None]) -> int | None:
        """Return the number that the text of a field says; None where it is blank or wrong."""
        said = clean_line(text).translate(_MINUS)
        if not said:
            return None
        try:
            return reading(said)
        except _WrongError as wrong:
            self.wrong(asked, f"“{said[:60]}” {wrong}")
            return None


class _WrongError(Exception):
    """What is wrong with a number, as the end of a sentence."""


def checked_form(written: WrittenForm) -> FilledForm | Sequence[FormFault]:
    """Return what a form says, every field checked, or all that is wrong with it.

    Blank fields are no fault but the form's: they are listed as missing. Whether the call and the organisation are
    known, and whether the estimates lie on the call's scale, is asked where they are.
    """
    about = _wrong_form(written)
    if about:
        return [FormFault(at="Form", why=about, row=written.row)]
    check = _Checked(written)
    texts = {asked: check.text(asked) for asked in Asked}
    asked_count = check.read(Asked.COUNT, texts[Asked.COUNT], _whole)
    estimates = (Asked.LOWEST, Asked.TYPICAL, Asked.HIGHEST)
    lowest, typical, highest = (check.read(one, texts[one], _thousandths) for one in estimates)
    _check_order(check, lowest, typical, highest)
    cost = check.read(Asked.COST, texts[Asked.COST], _pence)
    months = check.read(Asked.PERIOD, texts[Asked.PERIOD], _months)
    people = check.read(Asked.PEOPLE, texts[Asked.PEOPLE], _whole)
    # What is too long is told as that.
    said = any(texts.values()) or written.ticked or check.faults
    if not said:
        return [FormFault(at="Form", why="nothing is filled in.", row=written.row)]
    if not check.faults and not texts[Asked.TITLE] and not texts[Asked.PROPOSAL]:
        check.wrong(Asked.PROPOSAL, "write what is proposed, or at least its title.")
    if check.faults:
        return check.faults
    call_id, organisation_id = UUID(written.call), UUID(written.organisation)
    outcome_ids = tuple(sorted({UUID(one) for one in written.ticked if _is_id(one)}))
    names = re.split(r"[;\n]", texts[Asked.OUTCOMES])
    outcome_names = tuple(sorted({" ".join(clean_text(one).casefold().split()) for one in names} - {""}))
    answered = {one for one in Asked if texts[one]} | ({Asked.OUTCOMES} if outcome_ids else set())
    values = (
        *(texts[one] for one in (Asked.TITLE, Asked.PROPOSAL, Asked.HELPS, Asked.WHO, Asked.WORDS)),
        *(asked_count, lowest, typical, highest, cost, months, people, texts[Asked.NEEDS], texts[Asked.INTERESTS]),
    )
    key = [FORM, str(call_id), str(organisation_id), [str(one) for one in outcome_ids], outcome_names, values]
    return FilledForm(
        call_id=call_id,
        organisation_id=organisation_id,
        title=texts[Asked.TITLE],
        text=texts[Asked.PROPOSAL] or texts[Asked.TITLE],
        helps=texts[Asked.HELPS],
        outcome_ids=outcome_ids,
        outcome_names=outcome_names,
        who=texts[Asked.WHO],
        asked=asked_count,
        lowest=lowest,
        typical=typical,
        highest=highest,
        words=texts[Asked.WORDS],
        cost_pence=cost,
        cost_months=months,
        people_served=people,
        needs=texts[Asked.NEEDS],
        interests=texts[Asked.INTERESTS],
        missing=tuple(QUESTIONS[one].label for one in Asked if one not in answered),
        fingerprint=hashlib.sha256(json.dumps(key, ensure_ascii=False).encode()).hexdigest(),
        row=written.row,
        columns=written.columns,
    )


def off_the_scale(form: FilledForm, scale: str) -> Iterator[FormFault]:
    """Give the estimates that lie outside the scale of their call, where it begins or ends with two numbers."""
    ends = stated_ends(scale)
    if ends is None:
        return
    least, most = ends
    for asked, value in ((Asked.LOWEST, form.lowest), (Asked.TYPICAL, form.typical), (Asked.HIGHEST, form.highest)):
        if value is not None and not least <= value <= most:
            told = f"{Decimal(value) / _THOUSAND:f}"
            yield form.fault(asked, f"{told} is not on the scale of this call, {scale}.")


def _wrong_form(written: WrittenForm) -> str:
    """Return why it is no form of ours; "" where it is one."""
    if written.form != FORM:
        if written.form.startswith(FORM_START):
            return (
                "it was made by another version of Boardroom and asks other things: make the call's form anew,"
                " or bring Boardroom up to date."
            )
        return "it is no proposal form of Boardroom's."
    if not (_is_id(written.call) and _is_id(written.organisation)):
        return "it doesn't tell any more for which call and which organisation it was made: send the form anew."
    return ""


def _is_id(words: str) -> bool:
    try:
        return str(UUID(words)) == words
    except ValueError:
        return False


def _check_order(check: _Checked, lowest: int | None, typical: int | None, highest: int | None) -> None:
    if lowest is not None and highest is not None and lowest > highest:
        check.wrong(Asked.LOWEST, "the lowest estimate is above the highest: they may have changed places.")
    elif typical is not None and lowest is not None and typical < lowest:
        check.wrong(Asked.TYPICAL, "the typical estimate is below the lowest.")
    elif typical is not None and highest is not None and typical > highest:
        check.wrong(Asked.TYPICAL, "the typical estimate is above the highest.")


def _whole(said: str) -> int:
    if not _WHOLE.fullmatch(said):
        message = "is no whole number; write figures only, such as 40."
        raise _WrongError(message)
    number = int(said.replace(",", "").replace(" ", ""))
    if number < 0:
        message = "is less than nothing."
        raise _WrongError(message)
    if number > _MOST_NUMBER:
        message = "is more than can be meant."
        raise _WrongError(message)
    return number


def _thousandths(said: str) -> int:
    number = thousandths_of(said)
    if number is None:
        message = "is no number with three decimals at most; write figures only, such as 7 or 7.5."
        raise _WrongError(message)
    if abs(number) > _MOST_NUMBER * _THOUSAND:
        message = "is more than can be meant."
        raise _WrongError(message)
    return number


def _pence(said: str) -> int:
    try:
        pence = pence_of(said)
    except SumRefusal as refusal:
        raise _WrongError(_NO_SUM[refusal.fault]) from None
    if pence > _MOST_PENCE:
        raise _WrongError(_NO_SUM[SumFault.OVER])
    return pence


def _months(said: str) -> int | None:
    if said.casefold().strip(" .") in _ONCE:
        return None
    found = _PERIOD.fullmatch(said)
    if not found:
        message = "is no number of months; write figures only, such as 12, or “once”."
        raise _WrongError(message)
    months = int(found["count"]) * (12 if (found["unit"] or "").casefold().startswith("y") else 1)
    if not 0 < months <= _MOST_MONTHS:
        message = f"is no period that can be planned for; from 1 to {_MOST_MONTHS} months are."
        raise _WrongError(message)
    return months
