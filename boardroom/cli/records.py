"""Commands that bring records in and write documents and records out: import, export, schema, sample."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.cli.console import plain, progress, say, warn
from boardroom.cli.files import open_file
from boardroom.domain.audience import Audience
from boardroom.domain.refusal import Refusal
from boardroom.store.places import refuse_own_file
from boardroom.store.queries.find import UNHELD, find_board, find_meeting, find_planned
from boardroom.store.trouble import shortened
from boardroom.store.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.exchange.form_reading import FormFile
    from boardroom.services.forms import TakenForms

_NAMED = 3
_FORM_ENDINGS = frozenset({".pdf", ".xlsx", ".csv"})
_DOCUMENT = (
    "“{}” is a text document, whose answers aren't read: put what it says as a proposal, or ask for the PDF form."
)
_TABLE = "“{}” is a table of another kind: save it as XLSX, or as CSV UTF-8."
_NOT_READ = {
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf"), _DOCUMENT),
    **dict.fromkeys((".xls", ".xlsm", ".ods", ".numbers"), _TABLE),
}
"""What forms come back as, too, and cannot be read, by the end of the name."""


def bring_in(asked: argparse.Namespace) -> None:
    """Import meeting records, board records and forms that came back: all of them or none, as one step."""
    from boardroom.exchange.form_reading import read_form  # noqa: PLC0415
    from boardroom.exchange.incoming import read_incoming, take_in  # noqa: PLC0415

    with progress("Reading", len(asked.records)) as advance:
        incoming, forms = [], []
        for path in asked.records:
            if _is_form(path):
                forms.append(read_form(path))
            else:
                incoming.append(read_incoming(path))
            advance(1)
    wrong = [one.wrong for one in forms if one.wrong]
    if wrong:
        raise Refusal(" ".join(wrong))
    for form in forms:
        for warning in form.warnings:
            warn(f"{form.name}: {warning}")
    names = ", ".join(path.name for path in asked.records[:_NAMED])
    more = len(asked.records) - _NAMED
    label = f"Import {names} and {more} more" if more > 0 else f"Import {names}"
    with open_file(asked) as board, progress("Importing"), board.writing(label) as session:
        came: list[tuple[str, Sequence[str]]] = []
        if incoming:
            done = take_in(session, incoming, new_board=asked.new_board)
            came.append((done.sentence, done.doubts))
        if forms:
            taken = _take_forms(session, forms)
            came.append((taken.sentence, taken.doubts))
    for sentence, doubts in came:
        for doubt in doubts:
            warn(doubt)
        say(sentence)


def _is_form(path: Path) -> bool:
    ending = path.suffix.casefold()
    if ending in _NOT_READ:
        raise Refusal(_NOT_READ[ending].format(shortened(path.name)))
    return ending in _FORM_ENDINGS


def _take_forms(session: Session, files: "Sequence[FormFile]") -> "TakenForms":
    from boardroom.services.forms import take_forms  # noqa: PLC0415

    called = [file.name for file in files for _ in file.forms]
    forms = [form for file in files for form in file.forms]
    return take_forms(session, forms, received_on=date.today(), names=called)  # noqa: DTZ011 - the day where one sits


def make_forms(asked: argparse.Namespace) -> None:
    """Write the forms of a call, one for each organisation that it invites."""
    from boardroom.documents.form_making import make_forms as make  # noqa: PLC0415
    from boardroom.store.queries.call_forms import find_call  # noqa: PLC0415

    with open_file(asked) as board:
        with board.reading() as session:
            call_id = find_call(session, asked.call)
        with progress("Writing the forms") as advance:
            made = make(board, call_id, asked.folder, asked.format or ["pdf"], lambda _done, _whole: advance(1))
    if made.missing:
        named = ", ".join(list(made.missing.values())[:_NAMED])
        warn(f"{len(made.missing)} of the characters can't be shown as they should be in a PDF: {named}.")
    count = len(made.written)
    say(f"{count} form written to {asked.folder}." if count == 1 else f"{count} forms written to {asked.folder}.")


def sample(asked: argparse.Namespace) -> None:
    """Make a board file with the sample board."""
    from boardroom.exchange.sample import make_sample  # noqa: PLC0415

    make_sample(asked.file, who=asked.who)
    say(f"{asked.file} holds the sample board: “boardroom list {asked.file} meetings” shows its meetings.")


def export(asked: argparse.Namespace) -> None:
    """Write minutes, an agenda, a meeting record or a board record to a file."""
    refuse_own_file(asked.file, asked.output)
    _refuse_what_cannot_apply(asked)
    with open_file(asked) as board, board.reading() as session:
        board_id = find_board(session, asked.board).id if asked.board else None
        if asked.what == "board":
            written = _write_board(session, board_id, asked.output)
        elif asked.what == "record":
            written = _write_record(session, find_meeting(session, asked.meeting, board_id=board_id).id, asked.output)
        else:
            written = _write_document(session, board_id, asked)
    say(str(written))


def _write_board(session: Session, board_id: UUID | None, out: Path) -> Path:
    from boardroom.exchange.board_out import board_pieces  # noqa: PLC0415

    with progress("Writing"):
        return write_whole(out, board_pieces(session, board_id))


def _write_record(session: Session, meeting_id: UUID, out: Path) -> Path:
    from boardroom.exchange.meeting_out import export_meeting  # noqa: PLC0415

    record = export_meeting(session, meeting_id)
    return write_whole(out, (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())


def _write_document(session: Session, board_id: UUID | None, asked: argparse.Namespace) -> Path:
    from boardroom.documents.catalogue import DOCUMENTS  # noqa: PLC0415
    from boardroom.documents.formats import told_format  # noqa: PLC0415
    from boardroom.store.queries.meetings import load_meeting  # noqa: PLC0415

    chosen = told_format(asked.output.name, asked.format)
    planned = find_planned(session, board_id=board_id) if asked.what == "agenda" and not asked.meeting else None
    meeting = planned or find_meeting(session, asked.meeting, board_id=board_id)
    if asked.what == "minutes" and meeting.status in UNHELD:
        warn(f"this meeting is {meeting.status}; its minutes hold only what is there so far.")
    audience = Audience(asked.audience or Audience.MEMBERS)
    document = DOCUMENTS[asked.what](load_meeting(session, meeting.id, audience), audience)
    missing = chosen.missing_characters(document)
    if missing:
        named = ", ".join(list(missing.values())[:_NAMED])
        warn(f"{len(missing)} of the characters can't be shown as they should be in a {chosen.name.upper()}: {named}.")
    with progress(f"Writing {asked.what}", len(document.blocks)) as advance:
        shown = 0

        def moved(done: int, _whole: int) -> None:
            nonlocal shown
            advance(done - shown)
            shown = done

        content = chosen.render(document, moved)
    return write_whole(asked.output, content)


def schema(asked: argparse.Namespace) -> None:
    """Print a published schema."""
    from boardroom.exchange.published import board_schema_text, meeting_schema  # noqa: PLC0415

    if asked.which == "board":
        sys.stdout.write(board_schema_text())
    else:
        sys.stdout.write(plain(json.dumps(meeting_schema(), ensure_ascii=False, indent=1)) + "\n")


def _refuse_what_cannot_apply(asked: argparse.Namespace) -> None:
    """Refuse options that would be ignored: who asks for the public's copy must not get another one."""
    for_what = {"--audience": asked.audience, "--format": asked.format}
    if asked.what == "board":
        for_what["--meeting"] = asked.meeting
    for option, given in for_what.items():
        if asked.what in {"record", "board"} and given:
            message = f"A {asked.what} record is whole, as JSON: {option} goes with minutes and agenda."
            raise Refusal(message)
