"""Papers written out to be opened by another program: copies that can't be run and can't be taken for the paper."""

import os
import re
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.paper_types import ENDINGS, media_type_of
from boardroom.domain.papers import Paper
from boardroom.domain.refusal import Refusal
from boardroom.store.papers import content_of
from boardroom.store.trouble import why_not

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")
_MOST_OF_LABEL = 12


def copy_for_opening(session: Session, paper_id: UUID, folder: Path) -> Path:
    """Write a read-only copy of a paper under a name that we made, for another program to open (hazard 26).

    What kind of file it is, is looked up in the bytes again: a board record may claim anything. The caller owns
    the folder, which should be private to the user, and removes it.

    Args:
        session: one that reads.
        paper_id: the paper.
        folder: where the copy is to stand.

    Returns:
        the copy.

    Raises:
        Refusal: the paper is gone, to follow, damaged, or of a kind that may hold a program; or the folder or
            the disk doesn't take the copy.
    """
    paper = session.get(Paper, paper_id)
    if paper is None:
        message = "That paper isn't in the board file any more."
        raise Refusal(message)
    if not paper.sha256:
        message = f"“{paper.title}” is still to follow: there is no file to open yet."
        raise Refusal(message)
    content = content_of(session, paper.sha256)
    ending = ENDINGS.get(media_type_of(content, paper.name))
    if ending is None:
        message = f"“{paper.title}” is a kind of file that may hold a program, so it is not opened from here."
        raise Refusal(message)
    label = _NOT_PLAIN.sub("", paper.label)[:_MOST_OF_LABEL]
    path = folder / f"Paper-{label}-{secrets.token_hex(4)}{ending}"
    try:
        _write(path, content)
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        message = f"The paper could not be put where it can be opened: {why_not(error)}."
        raise Refusal(message) from error
    return path


def _write(path: Path, content: bytes) -> None:
    # O_BINARY is Windows' own: without it line ends would be changed.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR), "wb") as file:
        file.write(content)
    path.chmod(stat.S_IRUSR)
