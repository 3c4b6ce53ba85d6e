"""What is printed round the fields of a form, the same on the PDF, in the Word document and in the tables."""

from collections.abc import Iterator

from boardroom.documents.compose.dates import short_date
from boardroom.domain.call_form import FORM, Asked, CallForm

HOW = (
    "Fill this form in with any program that shows PDFs, save it, and send the saved file back by e-mail. Leave blank"
    " what you don’t know; you will be told what is missing. Please don’t print it to a new PDF: what you wrote"
    " couldn’t be read from it."
)
HOW_IN_WORDS = (
    "Write your answers beside the questions, save this file, and send it back by e-mail. Leave blank what you don’t"
    " know; you will be told what is missing."
)
FOOT_WORDS = "Proposal form for {}"
PAGE_WORDS = "Page {} of {}"

_BESIDE = (
    (Asked.LOWEST, Asked.TYPICAL, Asked.HIGHEST),
    (Asked.COST, Asked.PERIOD, Asked.PEOPLE),
)


def together() -> Iterator[tuple[Asked, ...]]:
    """Give the questions in order, those that stand side by side in one row."""
    placed: set[Asked] = set()
    for asked in Asked:
        if asked in placed:
            continue
        row = next((row for row in _BESIDE if asked in row), (asked,))
        placed.update(row)
        yield row


def heading(form: CallForm) -> str:
    """Return the form's heading."""
    return f"Call for proposals {form.number}".rstrip()


def title_of(form: CallForm) -> str:
    """Return what the file is called in its properties."""
    return f"{heading(form)}: proposal form for {form.organisation}"


def facts(form: CallForm) -> Iterator[str]:
    """Give the lines below the question."""
    yield f"Form for: {form.organisation}"
    at = f", at the stage of {form.stage}" if form.stage else ""
    yield f"Service being planned: {form.strand}{at}"
    yield f"Open from {short_date(form.opens)} to {short_date(form.closes)}, both days counted."
    yield from clarifications(form)


def clarifications(form: CallForm) -> Iterator[str]:
    """Give what was told of the call since it was sent: whoever is invited late reads the same as everybody."""
    for day, what in form.clarified:
        yield f"Told to those invited, {short_date(day)}: {what}"


def asked_above(asked: Asked, form: CallForm) -> str:
    """Return the sentence that stands above a row of fields, mostly none."""
    if asked is Asked.LOWEST:
        return (
            "How much would it help? Ask the people who would use it. State the lowest, the typical and the highest"
            f" estimate that you were given, on this scale: {form.stated_scale}."
        )
    return ""


def mark_of(form: CallForm) -> str:
    """Return what tells a form by its properties, where its fields are lost."""
    return f"{FORM} {form.call_id} {form.organisation_id}"
