"""Commands that show what a board file holds: list, search, history."""

import argparse
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.cli.console import plain, print_json, print_table, say, warn
from boardroom.cli.files import open_file
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import plain as plain_words
from boardroom.store.queries import lists
from boardroom.store.queries.find import find_board

if TYPE_CHECKING:
    from boardroom.store.history import Entry, FieldChange

_MOST = 50
_PAGES: dict[str, Callable[..., list[lists.Row]]] = {
    "meetings": lists.page_of_meetings,
    "decisions": lists.page_of_decisions,
    "actions": lists.page_of_actions,
    "proposals": lists.page_of_proposals,
}
# The columns that a person sees; the name comes last, because it may be cut.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "boards": ("id", "name"),
    "meetings": ("date", "status", "kind", "id", "name"),
    "decisions": ("date", "number", "result", "method", "name"),
    "actions": ("date", "number", "status", "owner", "due", "name"),
    "proposals": ("date", "number", "proposer", "answer", "category", "name"),
}


def list_things(asked: argparse.Namespace) -> None:
    """List boards, meetings, decisions, actions or proposals."""
    with open_file(asked) as board, board.reading() as session:
        rows = [_as_object(row) for row in _rows(session, asked.what, asked.board)]
    if asked.audience == "public":
        rows = [row for row in rows if not row.get("restricted")]
    if asked.json:
        print_json(rows)
    elif rows:
        columns = list(_COLUMNS[asked.what])
        if asked.what != "boards" and len({row["board"] for row in rows}) > 1:
            columns.insert(-1, "board")
        for row in rows:
            row["name"] = f"[restricted] {row['name']}" if row.get("restricted") else row["name"]
        print_table([column.capitalize() for column in columns], [[row[column] for column in columns] for row in rows])
    else:
        say(f"There are no {asked.what} yet.")


def _rows(session: Session, what: str, board_name: str) -> Iterator[lists.Row]:
    board_id = find_board(session, board_name).id if board_name else None
    if what == "boards":
        yield from (row for row in lists.list_boards(session) if board_id in {None, row.id})
        return
    after = None
    while page := _PAGES[what](session, board_id=board_id, after=after):
        yield from page
        after = page[-1].key


def _as_object(row: lists.Row) -> dict[str, object]:
    return {"id": row.id, "date": row.date, "name": row.name, "board": row.board, **row.more}


def search_words(asked: argparse.Namespace) -> None:
    """Find words in everything recorded."""
    from boardroom.store.search import search  # noqa: PLC0415

    with open_file(asked) as board, board.reading() as session:
        board_id = find_board(session, asked.board).id if asked.board else None
        everything = asked.audience == "members"
        hits = search(
            session,
            " ".join(asked.words),
            board_id=board_id,
            include_restricted=everything,
            include_notes=everything,
            limit=_MOST + 1,
        )
    cut, hits = len(hits) > _MOST, hits[:_MOST]
    if asked.json:
        print_json(
            [
                {
                    "id": hit.entity_id,
                    "date": hit.date,
                    "name": "".join(run.text for run in hit.snippet),
                    "kind": hit.entity.replace("_", " "),
                    "meeting_id": hit.meeting_id,
                    "restricted": hit.restricted,
                    "note": hit.note,
                }
                for hit in hits
            ]
        )
    elif hits:
        for hit in hits:
            marked = "".join(f"[{run.text}]" if run.bold else run.text for run in hit.snippet)
            when = hit.date.isoformat() if hit.date else "no date   "
            what = "own note" if hit.note else hit.entity.replace("_", " ")
            say(f"{when}  {'restricted ' * hit.restricted}{what}: {' '.join(plain(marked).split())}")
    else:
        say("Nothing was found.")
    if cut:
        warn(f"only the first {_MOST} are shown; one more word finds fewer.")


def history(asked: argparse.Namespace) -> None:
    """Show who changed a thing, when, and from what to what."""
    from boardroom.store.queries.whole_history import whole_history  # noqa: PLC0415

    try:
        wanted = UUID(asked.id)
    except ValueError:
        message = f"“{asked.id}” is not an id; “list” with --json shows the id of everything."
        raise Refusal(message) from None
    with open_file(asked) as board, board.reading() as session:
        lines = whole_history(session, wanted)
    if not lines:
        message = f"Nothing with the id {wanted} was ever in this file."
        raise Refusal(message)
    if asked.json:
        print_json([_entry(line) for line in lines])
        return
    for line in lines:
        how = {"undo": "undone: ", "redo": "done again: "}.get(line.kind, "")
        what = f"{line.entity.replace('_', ' ')} {line.done}"
        say(f"{line.at:%Y-%m-%d %H:%M} UTC  {line.who}: {how}{line.label} ({what})")
        for change in line.fields:
            told = _told(change, line.done)
            if told:
                say(f"    {change.field.replace('_', ' ')}: {told}")


def _told(change: "FieldChange", done: str) -> str:
    """Return what became of a field; of a thing that was added or deleted only what people wrote."""
    if done == "changed":
        return f"{_quoted(change.before)} became {_quoted(change.after)}"
    value = change.after if done == "added" else change.before
    wrote = isinstance(value, str | tuple) and not isinstance(value, StrEnum)
    return _quoted(value) if value and wrote else ""


def _entry(line: "Entry") -> dict[str, object]:
    return {
        "id": line.entity_id,
        "date": line.at,
        "name": line.label,
        "who": line.who,
        "kind": line.entity.replace("_", " "),
        "done": line.done,
        "fields": [
            {"field": change.field, "before": _shown(change.before), "after": _shown(change.after)}
            for change in line.fields
        ],
    }


def _shown(value: object) -> object:
    return plain_words(value) if isinstance(value, tuple) else value


def _quoted(value: object) -> str:
    return "nothing" if value in {None, ""} else f"“{_shown(value)}”"
