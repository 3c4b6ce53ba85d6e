"""The form as a table: which row says which form it is, which column is which question, one proposal on each row."""

from collections.abc import Sequence

from boardroom.domain.call_form import FORM_START, MOST_ROWS, QUESTIONS, Asked, FormFault, WrittenForm
from boardroom.domain.text import clean_line

_FIRST = 3
"""The first row that holds a proposal, counted from 1: above it stand the form's own row and the headings."""
_LETTERS = 26
_OWN = ("form", "call", "organisation")
_LABELS = {question.label.casefold(): asked for asked, question in QUESTIONS.items()}

Found = tuple[Sequence[WrittenForm], Sequence[FormFault]]


def forms_in(cells: Sequence[Sequence[str]]) -> Found | None:
    """Return the forms in the rows of a table and what is wrong with the table; None where it is no form of ours.

    Args:
        cells: row by row, as text.
    """
    own = [clean_line(one) for one in (*(cells[0] if cells else ()), "", "", "")][: len(_OWN)]
    if not own[0].startswith(FORM_START):
        return None
    faults: list[FormFault] = []
    columns = _columns(cells[1] if len(cells) > 1 else (), faults)
    rows = [(at, row) for at, row in enumerate(cells[_FIRST - 1 :], start=_FIRST) if any(map(clean_line, row))]
    if not rows:
        faults.append(FormFault(at="Table", why="no proposal stands below the headings."))
    elif rows[-1][0] > MOST_ROWS + _FIRST:
        faults.append(FormFault(at="Table", why=f"at most {MOST_ROWS} proposals can stand in one.", row=rows[-1][0]))
    written = []
    for at, row in rows:
        for place, one in enumerate(row):
            if place not in columns and clean_line(one):
                what = f"“{clean_line(one)[:40]}” stands under no heading of the form."
                faults.append(FormFault(at="no heading", why=what, row=at, column=column_letters(place)))
        written.append(
            WrittenForm(
                form=own[0],
                call=own[1].casefold(),
                organisation=own[2].casefold(),
                answers={asked: row[place] if place < len(row) else "" for place, asked in columns.items()},
                row=at,
                columns={asked: column_letters(place) for place, asked in columns.items()},
            )
        )
    return written, faults


def column_letters(place: int) -> str:
    """Return what spreadsheets call a column, counted from 0: A, B … Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _columns(headings: Sequence[str], faults: list[FormFault]) -> dict[int, Asked]:
    columns: dict[int, Asked] = {}
    for place, heading in enumerate(headings):
        words = clean_line(heading)
        asked = _LABELS.get(words.casefold())
        if asked is None:
            if words:
                what = f"“{words[:40]}” is no heading of the form."
                faults.append(FormFault(at="heading", why=what, row=2, column=column_letters(place)))
        elif asked in columns.values():
            what = f"“{words}” stands over two columns."
            faults.append(FormFault(at="heading", why=what, row=2, column=column_letters(place)))
        else:
            columns[place] = asked
    if not columns:
        faults.append(FormFault(at="headings", why="none of the form’s headings stands here.", row=2))
    return columns
