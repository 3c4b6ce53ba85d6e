"""The forms of a call made: one file for each organisation that it invites, in one format or several."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from boardroom.documents.compose.form_words import heading
from boardroom.domain.refusal import Refusal
from boardroom.store.queries.call_forms import call_form, holds_several_boards, invited_to
from boardroom.store.whole_file import file_name, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from boardroom.documents.render import Progress
    from boardroom.domain.call_form import CallForm
    from boardroom.store.file import BoardFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsMade:
    """What was written, and the characters that a PDF can't show as they should be, each with its name."""

    written: tuple[Path, ...]
    missing: dict[str, str]


def form_as_pdf(form: CallForm) -> bytes:
    """Return the form as a PDF that can be filled in."""
    return _render("form_pdf", "render", form)


def form_as_docx(form: CallForm) -> bytes:
    """Return the form as a Word document."""
    from boardroom.documents.compose.call_form import compose_form  # noqa: PLC0415 - only where it is made
    from boardroom.documents.formats import FORMATS  # noqa: PLC0415 - as above

    return FORMATS["docx"].render(compose_form(form))


def form_as_xlsx(form: CallForm) -> bytes:
    """Return the form as a workbook, one proposal on each row."""
    return _render("form_table", "render_xlsx", form)


def form_as_csv(form: CallForm) -> bytes:
    """Return the form as CSV, one proposal on each row."""
    return _render("form_table", "render_csv", form)


FORM_FORMATS: dict[str, Callable[[CallForm], bytes]] = {
    "pdf": form_as_pdf,
    "docx": form_as_docx,
    "xlsx": form_as_xlsx,
    "csv": form_as_csv,
}
"""How a form can be written: what the files end in, and who writes them."""


def make_forms(
    file: BoardFile, call_id: UUID, folder: Path, formats: Sequence[str], progress: Progress | None = None
) -> FormsMade:
    """Write the forms of a call into a folder, for every organisation that it invites.

    Each file is whole or isn't there; a file of the same name is written anew. Where the file holds several boards,
    each form is named after its own: their calls bear the same numbers, and the same partners are invited.

    Args:
        file: the open board file.
        call_id: the call.
        folder: where they shall stand.
        formats: of `FORM_FORMATS`.
        progress: called with forms written and forms in all; what it raises ends the making.

    Raises:
        Refusal: the call is gone or invites nobody, or the folder doesn't take a file.
    """
    with file.reading() as session:
        forms = [call_form(session, call_id, one) for one in invited_to(session, call_id)]
        several = holds_several_boards(session)
    if not forms:
        message = "Nobody is invited to that call yet, so there is no form to make."
        raise Refusal(message)
    written: list[Path] = []
    taken: set[str] = set()
    for form in forms:
        for one in formats:
            if progress:
                progress(len(written), len(forms) * len(formats))
            name = _name(form, one, taken, of_board=several)
            written.append(write_whole(folder / name, FORM_FORMATS[one](form)))
    if progress:
        progress(len(written), len(written))
    return FormsMade(written=tuple(written), missing=_missing(forms) if "pdf" in formats else {})


def _render(module: str, function: str, form: CallForm) -> bytes:
    content: bytes = getattr(import_module(f"boardroom.documents.render.{module}"), function)(form)
    return content


def _name(form: CallForm, ending: str, taken: set[str], *, of_board: bool) -> str:
    """Return a name for a form's file; of two organisations of one name the second has a number."""
    words = ", ".join((*([form.board] if of_board else []), heading(form), form.organisation))
    number = 1
    name = file_name(words, f".{ending}")
    while name.casefold() in taken:
        number += 1
        name = file_name(words, f" ({number}).{ending}")
    taken.add(name.casefold())
    return name


def _missing(forms: Sequence[CallForm]) -> dict[str, str]:
    from boardroom.documents.compose.call_form import compose_form  # noqa: PLC0415 - only where it is asked
    from boardroom.documents.render.fonts import missing_characters  # noqa: PLC0415 - as above

    found: dict[str, str] = {}
    for form in forms:
        found |= missing_characters(compose_form(form))
    # The boxes to tick are drawn, not written, in a PDF.
    found.pop("☐", None)
    return found
