"""Forms that came back: read by a process of their own, every field checked, and what is wrong told by field."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from boardroom.domain.call_form import FORM_START, OUTCOME, Asked, FilledForm, FormFault, Hidden, WrittenForm
from boardroom.domain.form_check import checked_form
from boardroom.domain.paper_types import PDF, TABLE, UNKNOWN, media_type_of
from boardroom.domain.papers import LARGEST, MEGABYTES
from boardroom.domain.refusal import Refusal
from boardroom.exchange.child import SECONDS, ask_child
from boardroom.exchange.form_tables import forms_in
from boardroom.exchange.paper_check import PaperCheck, told_of
from boardroom.store.trouble import shortened, why_not

_CHILD = "boardroom.exchange.form_child"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_KINDS = {PDF: "pdf", _XLSX: "xlsx", TABLE: "csv"}
_IGNORED = {
    "JavaScript": "It holds JavaScript, which was not run.",
    "start another program": "It asks to start another program, which was not done.",
    "send what is typed": "It asks to send what is typed into it, which was not done.",
    "embedded": "Other files are embedded in it, which were not taken.",
}
_MOST_FAULTS = 12

_FLATTENED = (
    "its fields are gone: it was printed to a new PDF, or flattened. What was written stands on its pages as a picture"
    " only. Ask for the file as it was saved from the form."
)
_JOINED = (
    "several forms were joined in this file, and their answers can’t be kept apart: ask for each as a file of its own."
)
_BESIDE = "Something is written on its pages outside the fields, which was not taken: look at it."
_NO_FIELDS = "it holds no field of a form; a form printed to a new PDF loses them. Ask for the file as it was saved."
_NO_TABLE = (
    "its first row doesn’t say which form it is; or it is damaged, or opens only with a password. Ask for it again,"
    " with the first two rows as they were sent."
)
_TABLES_REFUSED = {
    "broken": "“{name}” can’t be read as a table: it is damaged, or a quotation mark is never closed.",
    "coding": "“{name}” is not written in UTF-8, so its letters would be guessed: save it as “CSV UTF-8”, or as XLSX.",
    "too much": "“{name}” asks for more memory than any form needs, so it was not looked at.",
    "too long": "“{name}” takes too long to be looked at.",
}
_GAVE_UP = "“{name}” can’t be read: the program that looks at it gave up."


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """A file of one form, or a table of several: what was read, and all that is wrong with it.

    Attributes:
        name: what the file is called in sentences.
        forms: those that can be taken in; none of them is where there is any fault.
        faults: by field.
        warnings: what the file holds besides, and was ignored.
    """

    name: str
    forms: tuple[FilledForm, ...]
    faults: tuple[FormFault, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def wrong(self) -> str:
        """Why it can't be taken in, as one text; "" where it can."""
        if not self.faults:
            return ""
        told = [str(fault) for fault in self.faults[:_MOST_FAULTS]]
        more = len(self.faults) - _MOST_FAULTS
        return " ".join([f"“{self.name}” can’t be taken in.", *told, *([f"And {more} more."] if more > 0 else [])])


def read_form(path: Path) -> FormFile:
    """Return what a form says that came back, from the disk.

    Raises:
        Refusal: it can't be read, or is no form.
    """
    name = shortened(path.name)
    try:
        if path.stat().st_size > LARGEST:
            message = f"“{name}” is larger than {MEGABYTES} MB, which no form is."
            raise Refusal(message)
        content = path.read_bytes()
    except OSError as error:
        message = f"“{name}” can’t be read: {why_not(error)}."
        raise Refusal(message) from error
    found, check = form_in(content, path.name)
    if found is not None:
        return found
    if check.refusal:
        raise Refusal(check.refusal)
    message = (
        f"“{name}” is no proposal form of Boardroom’s: {_NO_FIELDS if path.suffix.casefold() == '.pdf' else _NO_TABLE}"
    )
    raise Refusal(message)


def form_in(content: bytes, name: str, *, seconds: float = SECONDS) -> tuple[FormFile | None, PaperCheck]:
    """Return what a form says, and what was found in the file as in any paper; None where it is no form of ours.

    Args:
        content: the whole file.
        name: what it is called, in sentences and by its ending.
        seconds: how long the process may take.
    """
    media_type = media_type_of(content, name)
    kind = _KINDS.get(media_type)
    if media_type == UNKNOWN and name.casefold().endswith(".csv"):
        # Text in another code is no text to `media_type_of`, but a table may well be in one.
        kind = "csv"
    if kind is None:
        return None, PaperCheck()
    name = shortened(name)
    answer = ask_child(_CHILD, content, kind, seconds=seconds)
    if kind == "pdf":
        check = told_of(answer, name)
        return (None if check.refusal else _of_pdf(answer, name, check)), check
    return _of_table(answer, name)


def _of_pdf(answer: object, name: str, check: PaperCheck) -> FormFile | None:
    match answer:
        case {"fields": dict(fields), "ticked": list(ticked), "mark": str(mark), "joined": joined, "beside": beside}:
            pass
        case _:
            return None
    texts = {str(one): value for one, value in fields.items() if isinstance(value, str)}
    warnings = tuple(next((said for word, said in _IGNORED.items() if word in one), one) for one in check.warnings)
    warnings += (_BESIDE,) if beside else ()
    form = texts.get(Hidden.FORM, "")
    if not form:
        if mark.startswith(FORM_START):
            return FormFile(name=name, forms=(), faults=(FormFault(at="Form", why=_FLATTENED),), warnings=warnings)
        return None
    if joined or any(one != Hidden.FORM and one.startswith(Hidden.FORM) for one in texts):
        return FormFile(name=name, forms=(), faults=(FormFault(at="Form", why=_JOINED),), warnings=warnings)
    written = WrittenForm(
        form=form,
        call=texts.get(Hidden.CALL, ""),
        organisation=texts.get(Hidden.ORGANISATION, ""),
        answers={asked: texts.get(asked, "") for asked in Asked},
        ticked=tuple(one.removeprefix(OUTCOME) for one in map(str, ticked) if one.startswith(OUTCOME)),
    )
    return _file(name, [written], warnings)


def _of_table(answer: object, name: str) -> tuple[FormFile | None, PaperCheck]:
    match answer:
        case {"cells": list(rows)}:
            cells = [[one if isinstance(one, str) else "" for one in row] for row in rows if isinstance(row, list)]
            found = forms_in(cells)
            if found is None:
                return None, PaperCheck()
            written, faults = found
            return (
                FormFile(name=name, forms=(), faults=tuple(faults)) if faults else _file(name, written, ())
            ), PaperCheck()
        case {"refused": str(why)}:
            refusal = _TABLES_REFUSED.get(why, _GAVE_UP).format(name=name)
        case _:
            refusal = _GAVE_UP.format(name=name)
    return None, PaperCheck(refusal=refusal)


def _file(name: str, written: Sequence[WrittenForm], warnings: tuple[str, ...]) -> FormFile:
    forms: list[FilledForm] = []
    faults: list[FormFault] = []
    for one in written:
        checked = checked_form(one)
        if isinstance(checked, FilledForm):
            forms.append(checked)
        else:
            faults += checked
    # Nothing half imported: a file with a fault gives no form at all.
    return FormFile(name=name, forms=() if faults else tuple(forms), faults=tuple(faults), warnings=warnings)
