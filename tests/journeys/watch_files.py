"""Whether a file is opened or an address called, by Python or by Qt's own code behind its back."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_OPENED, _READ = 0x20, 0x01
_NOW = 0o4000


class Lure:
    """A file and a port that texts name; nobody should come."""

    def __init__(self, folder: Path) -> None:
        """Lay them out."""
        self.path = folder / "lure.png"
        self.path.write_bytes(b"no picture")
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0)
        self.port: int = self._server.getsockname()[1]
        self._system = ctypes.CDLL(None) if sys.platform == "linux" else None
        self._watch = -1
        if self._system is not None:
            # An audit hook hears of Python's own files alone; the kernel hears of Qt's too.
            self._watch = self._system.inotify_init1(_NOW)
            added = self._system.inotify_add_watch(self._watch, os.fsencode(self.path), _OPENED | _READ)
            assert added >= 0, "the lure can't be watched"

    def taken(self) -> list[str]:
        """Return what came to the lure since it was asked last."""
        came = []
        if self._watch >= 0:
            try:
                os.read(self._watch, 65536)
                came.append(f"{self.path} was opened")
            except BlockingIOError:
                pass
        try:
            self._server.accept()[0].close()
            came.append(f"port {self.port} was called")
        except BlockingIOError:
            pass
        return came

    def close(self) -> None:
        """Take them away."""
        self._server.close()
        if self._watch >= 0:
            os.close(self._watch)


class Audit:
    """Notes sockets and processes of Python's while it is on, and files whose name has a word in it."""

    _all: tuple[Audit, ...] = ()
    _hooked = False

    def __init__(self, word: str) -> None:
        """Listen for a word."""
        self._word = word
        self.heard: list[str] = []

    def __enter__(self) -> Self:
        if not Audit._hooked:
            # A hook can't be taken away again: there is one, and it tells those that are on.
            sys.addaudithook(_hear)
            Audit._hooked = True
        Audit._all = (*Audit._all, self)
        return self

    def __exit__(self, _kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        Audit._all = tuple(one for one in Audit._all if one is not self)

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Note an event that matters."""
        if event in {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "webbrowser.open"} or (
            event in {"open", "os.open"} and self._word in str(arguments[:1])
        ):
            self.heard.append(f"{event} {str(arguments)[:200]}")


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    for one in Audit._all:
        one.hear(event, arguments)
