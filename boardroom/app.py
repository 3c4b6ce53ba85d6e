"""Where the program starts: with words the command line; without, until it has a window, the sample board."""

import sys
from typing import TYPE_CHECKING

from boardroom import cli

if TYPE_CHECKING:
    from pathlib import Path


def start() -> int:
    """Run the program and return its exit code: 0 done, 2 refused, 1 a bug."""
    return cli.main(sys.argv[1:]) if len(sys.argv) > 1 else show_sample()


def show_sample() -> int:
    """Say that there is no window, make the sample board if it isn't there, and export its latest minutes."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - only needed here

    from boardroom.store.trouble import why_not  # noqa: PLC0415

    sys.stdout.write("There is no window yet, so here is the same work without one.\n")
    folder = user_documents_path() / "Boardroom"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sys.stderr.write(f"The folder {folder} can't be made: {why_not(error)}.\n")
        return cli.REFUSED
    board, minutes = folder / "Sample.boardroom", folder / "Sample minutes.pdf"
    steps: list[list[str | Path]] = [["export", board, "minutes", "--format", "pdf", "-o", minutes]]
    if not board.exists():
        steps.insert(0, ["sample", board])
    for step in steps:
        code = cli.main([str(word) for word in step])
        if code:
            return code
    return 0
