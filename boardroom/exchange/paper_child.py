"""The process that looks at a PDF from outside: `python -m boardroom.exchange.paper_child`, the file on stdin.

It may take this much memory and time and no more, may write no file and start no program (where the system can
keep it to that), and answers with one line of JSON on stdout: `{"pages": 3, "found": ["scripts"]}` or
`{"refused": "encrypted"}`. Whoever started it believes nothing else (hazard 24). It imports nothing of Boardroom.
"""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pikepdf

if sys.platform != "win32":
    import resource

MEMORY = 1_000_000_000
"""Bytes of address space."""
SECONDS = 20
"""Seconds on the processor."""
OPEN_FILES = 16
"""What it has open anyway, and the source of chance that a locked PDF needs."""

_ACTIONS = {
    "/JavaScript": "scripts",
    "/Launch": "launches",
    "/SubmitForm": "sends",
    "/ImportData": "sends",
    "/Rendition": "media",
    "/RichMediaExecute": "media",
}
"""Kinds of action (ISO 32000-2, 12.6.4) and what each is told as."""
_KEYS = {
    "/JS": "scripts",
    "/EmbeddedFile": "files",
    "/EmbeddedFiles": "files",
    "/EF": "files",
    "/RichMediaContent": "media",
    "/XFA": "form",
}
"""Keys that stand only where there is such a thing."""


def main() -> None:
    """Look at the file on stdin and answer."""
    content = sys.stdin.buffer.read()
    give_up_rights()
    sys.stdout.write(json.dumps(look(content)))


def look(content: bytes) -> dict[str, Any]:
    """Return what a PDF holds: its pages and what was found in it, or why it can't be taken."""
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            pages = _readable_pages(pdf)
            found = set(_found(pdf))
            if pdf.is_encrypted:
                found.add("locked")
            if pdf.get_warnings():
                found.add("mended")
    except pikepdf.PasswordError:
        return {"refused": "encrypted"}
    except MemoryError:
        return {"refused": "too much"}
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, ValueError, RuntimeError, TypeError, KeyError, IndexError):
        # Whatever pikepdf makes of a file that is not what it claims to be.
        return {"refused": "broken"}
    if not pages:
        return {"refused": "broken"}
    return {"pages": pages, "found": sorted(found)}


def _readable_pages(pdf: pikepdf.Pdf) -> int:
    """Count the pages, having read what is drawn on each."""
    count = 0
    for page in pdf.pages:
        drawn = page.obj.get("/Contents")
        for stream in drawn if isinstance(drawn, pikepdf.Array) else [drawn]:
            if isinstance(stream, pikepdf.Stream):
                stream.read_bytes()
        count += 1
    return count


def _found(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Give what could do something when the file is opened, wherever in the file it stands."""
    for whole in (*pdf.objects, pdf.trailer):
        waiting = [whole]
        while waiting:
            one = waiting.pop()
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                yield from _told(one)
                inside: list[Any] = [value for _, value in one.items()]
            elif isinstance(one, pikepdf.Array):
                inside = list(one)
            else:
                continue
            # What has a number of its own comes by itself.
            waiting.extend(value for value in inside if isinstance(value, pikepdf.Object) and not value.is_indirect)


def _told(one: Any) -> Iterator[str]:  # noqa: ANN401 - a dictionary or a stream of pikepdf, which has no types here
    for key in one.keys():  # noqa: SIM118 - pikepdf's own way; iterating a stream is an error
        if key in _KEYS:
            yield _KEYS[key]
    for kind in (one.get("/S"), one.get("/Type")):
        if isinstance(kind, pikepdf.Name):
            word = _ACTIONS.get(str(kind)) or _KEYS.get(str(kind))
            if word:
                yield word


def give_up_rights() -> None:
    """Give up the right to more memory and time, to write files and to start programs.

    Windows knows no such limits: there only the clock of whoever started this counts.
    """
    if sys.platform == "win32":
        return
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        # A system that knows no such limit, or has a lower one already.
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main()
