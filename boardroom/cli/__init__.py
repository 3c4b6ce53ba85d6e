"""The command line: the same work as the window's, for one line at a time."""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence

from boardroom.cli.console import on_one_line
from boardroom.cli.parser import build_parser
from boardroom.domain.refusal import Refusal

DONE, BUG, REFUSED = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when it is done, 2 when it was refused, 1 when the program is at fault.

    Args:
        argv: the words after the program's name; None takes them from the shell.
    """
    # Board words hold ŵ and £; a shell in another code page must not turn them into an error.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    asked = None
    try:
        asked = build_parser().parse_args(argv)
        asked.run(asked)
        # Here, not at the program's end, where nobody would catch what the stream says.
        sys.stdout.flush()
    except Refusal as refusal:
        sys.stderr.write(f"{on_one_line(str(refusal))}\n")
        return REFUSED
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Nothing was half done.\n")
        return REFUSED
    except BrokenPipeError:
        # The reader of our output went away (`| head`): what it read was whole. What still waits to be written
        # goes nowhere, or the program's end would complain of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:  # noqa: BLE001 - the one place where a bug is told and turned into an exit code
        sentence = _blame(asked)
        if sentence:
            sys.stderr.write(f"{on_one_line(sentence)}\n")
            return REFUSED
        traceback.print_exc()
        sys.stderr.write("That is a fault in Boardroom, not in what you did. What was saved before is safe.\n")
        return BUG
    return DONE


def _blame(asked: argparse.Namespace | None) -> str:
    """Return the sentence that lays a stumble on the board file, where that is damaged; else ""."""
    from boardroom.store.check import blame  # noqa: PLC0415 - only where something went wrong

    file = getattr(asked, "file", None)
    if file is None:
        return ""
    try:
        return blame(file)
    except Exception:  # noqa: BLE001 - the first fault is the one to be told
        return ""
