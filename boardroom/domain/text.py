"""What people write: clean text at every entry, and paragraphs made of runs; never HTML or Markdown."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from boardroom.domain.words import ParagraphForm

_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\x85|\x0b|\x0c")
# C0 and C1 controls other than tab and line feed, and lone surrogates (hazard 12).
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text set in one way."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphState:
    """What a paragraph says and how it is set, apart from the board file; `id` None: not stored yet."""

    id: UUID | None = None
    form: ParagraphForm = ParagraphForm.BODY
    level: int = 0
    runs: tuple[Run, ...] = ()
    language: str = ""
    restricted: bool = False


def clean_text(text: str) -> str:
    """Return what a person wrote as the board file keeps it.

    Line ends become LF; controls and lone surrogates go; the rest is put into Unicode NFC. Idempotent.
    NUL would truncate SQLite's `length()`, a surrogate would raise on encoding (hazard 12).
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    # NFC may join what a removed character kept apart, so removing comes first.
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def clean_line(text: str) -> str:
    """Return a name or a title: clean text on one line, single spaces, none at either end."""
    return _SPACES.sub(" ", clean_text(text)).strip()


def clean_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with clean text, neighbours of the same setting joined, empty ones left out."""
    joined: list[Run] = []
    for run in runs:
        text = clean_text(run.text)
        if not text:
            continue
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            # Joining may bring a letter and its combining accent together.
            joined[-1] = Run(clean_text(joined[-1].text + text), run.bold, run.italic)
        else:
            joined.append(Run(text, run.bold, run.italic))
    return tuple(joined)


def plain(runs: Iterable[Run]) -> str:
    """Return the words of a paragraph without their setting."""
    return "".join(run.text for run in runs)


def runs_of(text: str) -> tuple[Run, ...]:
    """Return plain text as the runs of a paragraph."""
    return clean_runs((Run(text),))


def runs_to_data(runs: Iterable[Run]) -> list[list[str]]:
    """Return runs as JSON carries them: `[text]` or `[text, marks]`, marks being `b`, `i` or `bi`."""
    data = []
    for run in runs:
        marks = "b" * run.bold + "i" * run.italic
        data.append([run.text, marks] if marks else [run.text])
    return data


def runs_from_data(data: Sequence[Sequence[str]]) -> tuple[Run, ...]:
    """Return the runs that `runs_to_data` wrote."""
    return tuple(
        Run(part[0], bold="b" in part[1], italic="i" in part[1]) if len(part) > 1 else Run(part[0]) for part in data
    )
