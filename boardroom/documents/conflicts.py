"""The extract for a conflicts assessment of a strand made whole: as a PDF to read, and as a workbook to go on with."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from boardroom.documents.compose.conflicts import compose_conflicts, tables_of
from boardroom.documents.formats import FORMATS
from boardroom.domain.refusal import Refusal
from boardroom.store.file import BoardFile
from boardroom.store.queries.fair_play import fair_play
from boardroom.store.whole_file import file_name, write_whole

if TYPE_CHECKING:
    from boardroom.documents.render import Progress


def write_conflicts(file: BoardFile, strand_id: UUID, folder: Path, today: date, progress: "Progress") -> list[Path]:
    """Write the extract into a folder, as PDF and as XLSX; files of the same name are written anew.

    Args:
        file: the open board file.
        strand_id: which strand.
        folder: where they go.
        today: the day of the extract.
        progress: called with the work done and the whole of it; what it raises ends the work.

    Raises:
        Refusal: the strand is gone, or the folder doesn't take a file.
    """
    from boardroom.documents.render.xlsx import render_tables  # noqa: PLC0415 - heavy, and not needed before

    progress(0, 0)
    with file.reading() as session:
        found = fair_play(session, strand_id, today)
    if found is None:
        message = "That strand isn’t in the plan any more."
        raise Refusal(message)
    document = compose_conflicts(found)
    name = f"{today.isoformat()} {document.title}"
    content = FORMATS["pdf"].render(document, progress)
    book = render_tables(document.title, tables_of(found))
    return [
        write_whole(folder / file_name(name, FORMATS["pdf"].suffix), content),
        write_whole(folder / file_name(name, ".xlsx"), book),
    ]
