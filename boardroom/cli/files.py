"""Commands on a whole board file: new, undo, redo, check, backup, restore."""

import argparse
from typing import TYPE_CHECKING

from boardroom.cli.console import progress, say, warn
from boardroom.domain.refusal import Refusal
from boardroom.store.file import BoardFile

if TYPE_CHECKING:
    from pathlib import Path


def open_file(asked: argparse.Namespace) -> BoardFile:
    """Open the board file that the command names, and tell what is to be told of it."""
    board = BoardFile.open(asked.file, who=asked.who)
    for sentence in board.warnings:
        warn(sentence)
    return board


def new(asked: argparse.Namespace) -> None:
    """Make a board file with one board in it."""
    from boardroom.services.boards import create_board  # noqa: PLC0415 - pays for SQLAlchemy only when it runs

    with BoardFile.made(asked.file, who=asked.who) as board, board.writing("Set up the board") as session:
        name = create_board(session, asked.name).name
    say(f"{asked.file} holds “{name}”, with no meetings yet.")


def undo_last(asked: argparse.Namespace) -> None:
    """Take the last step back."""
    from boardroom.store.undo import undo  # noqa: PLC0415

    with open_file(asked) as board:
        say(f"Undone: {undo(board).label}.")


def redo_last(asked: argparse.Namespace) -> None:
    """Do the undone step again."""
    from boardroom.store.undo import redo  # noqa: PLC0415

    with open_file(asked) as board:
        say(f"Done again: {redo(board).label}.")


def check_file(asked: argparse.Namespace) -> None:
    """Look the file over; findings are a refusal, so that a script sees them."""
    from boardroom.store.check import check  # noqa: PLC0415

    with progress("Checking"):
        findings = check(asked.file)
    for finding in findings:
        say(finding)
    if findings:
        count = "one finding" if len(findings) == 1 else f"{len(findings)} findings"
        way_out = "Keep it as it is, and bring the latest backup back beside it: “boardroom restore BACKUP NEW-FILE”."
        message = f"{asked.file} has {count}. {way_out}"
        raise Refusal(message)
    say(f"{asked.file} is sound: everything in it is as it was last saved, and its history is whole.")


def backup(asked: argparse.Namespace) -> None:
    """Put a verified copy into a folder."""
    from boardroom.store.backup import back_up  # noqa: PLC0415
    from boardroom.store.check import check  # noqa: PLC0415

    with open_file(asked) as board, progress("Backing up"):
        findings = check(asked.file)
        if findings:
            message = f"No backup was made, so that the earlier ones stay: the file itself is not sound. {findings[0]}"
            raise Refusal(message)
        copy = back_up(board, asked.folder)
    say(f"{copy} is a verified copy.")


def restore_backup(asked: argparse.Namespace) -> None:
    """Bring a backup back."""
    from boardroom.store.backup import restore  # noqa: PLC0415

    with progress("Restoring"):
        kept: Path | None = restore(asked.backup, asked.file)
    say(f"{asked.file} is as it was in {asked.backup.name}.")
    if kept is not None:
        say(f"What stood there before is kept as {kept}.")
