"""Files from outside are looked at by processes of their own: starting one, and hearing what it says (hazard 24)."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SECONDS = 30
"""How long such a process may take, by the clock on the wall."""

_ROOT = Path(__file__).resolve().parents[2]
TOO_LONG, FAILED = {"refused": "too long"}, {"refused": "failed"}


def ask_child(module: str, content: bytes, *words: str, seconds: float = SECONDS) -> Any:  # noqa: ANN401 - not believed yet
    """Return what a process says of a file, as JSON; the file may have taken it over, so nothing of it is believed.

    Args:
        module: what runs in it.
        content: the whole file, for its stdin.
        *words: after the module's name.
        seconds: how long it may take.
    """
    try:
        # -E and -s: nothing of the user's surroundings decides which modules are loaded.
        done = subprocess.run(  # noqa: S603 - our own program; the file goes in as data
            [sys.executable, "-E", "-s", "-m", module, *words],
            input=content,
            capture_output=True,
            timeout=seconds,
            check=False,
            cwd=_ROOT,
        )
    except subprocess.TimeoutExpired:
        return TOO_LONG
    except OSError:
        # No room for another process.
        return FAILED
    return said(done.stdout if done.returncode == 0 else b"")


def said(answer: bytes) -> Any:  # noqa: ANN401 - not believed yet
    """Return an answer as data; None where it is none."""
    try:
        return json.loads(answer)
    except (ValueError, RecursionError):
        return None
