"""A process that edits a board file without end, and tells each edit on its standard output once it is saved.

`python -m tests.faults.editor FILE SEED [--forgetful]`. Each edit is one step that does several things: one more
person, the item's title, some paragraphs, now and then thousands of them; all carry the edit's number. Forgetful,
it says of some edits that they are saved although their commit never comes: so the test can be seen to fail.
"""

import contextlib
import random
import sys
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem, Paragraph
from boardroom.domain.people import Person
from boardroom.domain.text import runs_of
from boardroom.domain.words import TextKind
from boardroom.store import bulk
from boardroom.store.file import BoardFile


class NoCommitError(Exception):
    """Takes the commit away."""


def edit(session: Session, number: int, chance: random.Random) -> None:
    """Do all that one edit consists of."""
    session.add(Person(name=str(number)))
    item = session.scalars(select(AgendaItem)).one()
    item.title = str(number)
    many = 3000 if chance.random() < 0.02 else chance.randrange(1, 6)
    rows = [
        {
            "meeting_id": item.meeting_id,
            "item_id": item.id,
            "text_kind": TextKind.NOTE,
            "level": number,
            "runs": runs_of(f"Note {number} " + "of what was said " * chance.randrange(20)),
        }
        for _ in range(many)
    ]
    bulk.insert(session, Paragraph, rows)
    for paragraph in session.scalars(select(Paragraph).limit(3)):
        if chance.random() < 0.3:
            session.delete(paragraph)
        else:
            paragraph.runs = runs_of(f"Edited at {number}")


def main(path: Path, seed: int, *, forgetful: bool) -> None:
    chance = random.Random(seed)
    with BoardFile.open(path, who="Ann") as board:
        if board.read_only:
            sys.exit(board.read_only)
        with board.reading() as session:
            number = session.scalar(select(func.count()).select_from(Person)) or 0
        while True:
            number += 1
            with contextlib.suppress(NoCommitError), board.writing(f"Edit {number}") as session:
                edit(session, number, chance)
                if forgetful and chance.random() < 0.5:
                    raise NoCommitError
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), forgetful="--forgetful" in sys.argv)
