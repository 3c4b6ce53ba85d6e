"""What goes out by copying and comes in by pasting: words, bold, italic, lists; nothing of another program's looks.

Foreign HTML is read by the standard library's parser into runs. It is never given to Qt, which would load files and
addresses named in it (hazard 14).
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QMimeData
from typing_extensions import override

from boardroom.domain.text import ParagraphState, Run, clean_line, clean_runs, clean_text, runs_from_data, runs_to_data
from boardroom.domain.words import ParagraphForm
from boardroom.ui.kit.editor_blocks import MOST_LEVELS
from boardroom.ui.kit.paste import CAP, LONGEST, MOST_PARAGRAPHS, broken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

OWN = "application/x-boardroom-paragraphs"
"""Our own format: it also carries what is restricted, and the language."""

_MOST_HTML = 2_000_000
_BREAKS = frozenset(
    {
        "p",
        "div",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "section",
        "article",
        "table",
        "ul",
        "ol",
        "dd",
        "dt",
        "hr",
    }
)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "svg", "math"})
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "track", "wbr"}
)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(normal|[1-4]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique)", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def paragraphs_in(mime: QMimeData) -> tuple[list[ParagraphState], bool]:
    """Return what a paste brings, clean, and whether some of it was left out because it is too long."""
    if mime.hasFormat(OWN):
        own = _own_paragraphs(bytes(mime.data(OWN).data()))
        if own:
            return _capped(own)
    text = mime.text()
    if mime.hasHtml() and len(text) <= CAP:
        html = mime.html()
        found = _html_paragraphs(html) if len(html) <= _MOST_HTML else []
        if found:
            return _capped(found)
    lines = clean_text(text[:CAP]).split("\n")
    # A blank line between paragraphs is none.
    found = [_paragraph((Run(line),)) for line in lines if line.strip()]
    kept, cut = _capped(found)
    return kept, cut or len(text) > CAP


def to_mime(states: Sequence[ParagraphState]) -> QMimeData:
    """Return paragraphs as the clipboard carries them: our own format, HTML for word processors, plain text."""
    mime = QMimeData()
    mime.setText("\n".join("".join(run.text for run in state.runs) for state in states))
    mime.setHtml("".join(_as_html(state) for state in states))
    data = [
        [state.form.value, state.level, state.language, state.restricted, runs_to_data(state.runs)] for state in states
    ]
    mime.setData(OWN, QByteArray(json.dumps(data).encode()))
    return mime


def _paragraph(runs: Iterable[Run], form: ParagraphForm = ParagraphForm.BODY, level: int = 0) -> ParagraphState:
    cleaned = clean_runs(Run(broken(run.text), run.bold, run.italic) for run in clean_runs(runs))
    return ParagraphState(form=form, level=min(level, MOST_LEVELS), runs=cleaned)


def _capped(states: Iterable[ParagraphState]) -> tuple[list[ParagraphState], bool]:
    left = CAP
    kept: list[ParagraphState] = []
    for state in states:
        for piece in _pieces(state):
            left -= sum(len(run.text) for run in piece.runs)
            if left < 0 or len(kept) == MOST_PARAGRAPHS:
                return kept, True
            kept.append(piece)
    return kept, False


def _pieces(state: ParagraphState) -> Iterator[ParagraphState]:
    """Give a paragraph whole, or parted at spaces where it is too long to type in."""
    runs: list[Run] = []
    room = LONGEST
    for run in state.runs:
        text = run.text
        while len(text) > room:
            at = text.rfind(" ", 0, room) + 1 or room
            yield replace(state, runs=(*runs, replace(run, text=text[:at].rstrip(" "))))
            runs, text, room = [], text[at:], LONGEST
        runs.append(replace(run, text=text))
        room -= len(text)
    yield replace(state, runs=tuple(runs))


def _as_html(state: ParagraphState) -> str:
    words = ""
    for run in state.runs:
        text = escape(run.text).replace("\n", "<br>")
        text = f"<i>{text}</i>" if run.italic else text
        words += f"<b>{text}</b>" if run.bold else text
    match state.form:
        case ParagraphForm.BULLET:
            return f"<ul><li>{words}</li></ul>"
        case ParagraphForm.NUMBERED:
            return f"<ol><li>{words}</li></ol>"
    return f"<p>{words}</p>"


def _own_paragraphs(data: bytes) -> list[ParagraphState]:
    """Read our own format; any program may have put it there, so nothing in it is trusted."""
    try:
        rows: list[Any] = json.loads(data)
        return [
            replace(
                _paragraph(runs_from_data(runs), ParagraphForm(form), max(0, int(level))),
                language=clean_line(str(language))[:35],
                restricted=restricted is True,
            )
            for form, level, language, restricted, runs in rows
        ]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return []


def _html_paragraphs(html: str) -> list[ParagraphState]:
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:
        # The parser gives up on some declarations; the plain text beside the HTML is as good.
        return []
    reader.end_paragraph()
    return reader.found


class _Reader(HTMLParser):
    """Reads paragraphs out of HTML; knows no attribute but the few styles that mean bold, italic or a list."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[ParagraphState] = []
        self._runs: list[Run] = []
        self._form, self._level = ParagraphForm.BODY, 0
        self._open: list[tuple[str, bool, bool]] = []
        self._lists: list[ParagraphForm] = []
        self._unseen = 0
        self._sign: list[str] | None = None

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" or tag in _BREAKS:
            self.end_paragraph()
        if tag in {"ul", "ol"}:
            self._lists.append(ParagraphForm.BULLET if tag == "ul" else ParagraphForm.NUMBERED)
        if tag == "li":
            self._form = self._lists[-1] if self._lists else ParagraphForm.BULLET
            self._level = max(0, len(self._lists) - 1)
        if tag == "td" and self._runs:
            self._runs.append(Run("\t"))
        style = next((value or "" for name, value in attrs if name == "style"), "")
        if tag == "p" and (level := _WORD_LIST.search(style)):
            self._form, self._level = ParagraphForm.BULLET, int(level[1]) - 1
        if tag in _VOID:
            return
        self._unseen += tag in _UNSEEN
        bold, italic = self._open[-1][1:] if self._open else (False, False)
        bold = (bold or tag in {"b", "strong"} or bool(_BOLD.search(style))) and not _NOT_BOLD.search(style)
        self._open.append((tag, bold, italic or tag in {"i", "em"} or bool(_ITALIC.search(style))))

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        # An end without a beginning ends nothing; one that skips others ends them too.
        if any(opened == tag for opened, _, _ in self._open[-64:]):
            while self._open:
                opened = self._open.pop()[0]
                self._unseen -= opened in _UNSEEN
                if opened == tag:
                    break
        if tag in _BREAKS:
            self.end_paragraph()
        if tag == "li":
            self._form, self._level = ParagraphForm.BODY, 0
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()

    @override
    def unknown_decl(self, data: str) -> None:
        # Word writes a list's sign as text, between these two.
        if data.startswith("if !supportLists"):
            self._sign = []
        elif data.startswith("endif") and self._sign is not None:
            if any(letter.isalnum() for letter in "".join(self._sign).strip()[:3] if letter != "o"):
                self._form = ParagraphForm.NUMBERED
            self._sign = None

    @override
    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._sign is not None:
            self._sign.append(data)
            return
        text = _SPACES.sub(" ", data)
        if not self._runs or self._runs[-1].text.endswith((" ", "\t")):
            text = text.lstrip(" ")
        if text:
            _, bold, italic = self._open[-1] if self._open else ("", False, False)
            self._runs.append(Run(text, bold, italic))

    def end_paragraph(self) -> None:
        """Take what was read so far as a paragraph, if it says anything."""
        if self._runs:
            self._runs[-1] = replace(self._runs[-1], text=self._runs[-1].text.rstrip(" "))
        state = _paragraph(self._runs, self._form, self._level)
        self._runs = []
        if state.runs:
            self.found.append(state)
            self._form, self._level = ParagraphForm.BODY, 0
