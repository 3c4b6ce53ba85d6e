"""A note that begins with who spoke: whose contribution it is, of what kind, and what was said."""

import re
from dataclasses import dataclass

from boardroom.domain.known import Known, Party, Word, named_at, words_in
from boardroom.domain.text import clean_line
from boardroom.domain.words import PointKind

_LONGEST = 1000
_SAYS = {
    "said": PointKind.STATEMENT, "says": PointKind.STATEMENT, "stated": PointKind.STATEMENT,
    "noted": PointKind.STATEMENT, "added": PointKind.STATEMENT, "felt": PointKind.STATEMENT,
    "thought": PointKind.STATEMENT, "stressed": PointKind.STATEMENT, "welcomed": PointKind.STATEMENT,
    "supported": PointKind.STATEMENT, "explained": PointKind.STATEMENT, "spoke": PointKind.STATEMENT,
    "reported": PointKind.REPORT, "reports": PointKind.REPORT, "presented": PointKind.REPORT,
    "introduced": PointKind.REPORT, "updated": PointKind.REPORT, "outlined": PointKind.REPORT,
    "feared": PointKind.CONCERN, "worried": PointKind.CONCERN, "warned": PointKind.CONCERN,
    "asked": PointKind.QUESTION, "asks": PointKind.QUESTION, "wondered": PointKind.QUESTION,
    "answered": PointKind.ANSWER, "replied": PointKind.ANSWER, "responded": PointKind.ANSWER,
    "challenged": PointKind.CHALLENGE, "objected": PointKind.CHALLENGE, "disagreed": PointKind.CHALLENGE,
}  # fmt: skip
_MARKED = re.compile(r"\s*[?=!]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A contribution: whose, of what kind by the words that tell of it, and what was said."""

    by: Party
    kind: PointKind
    text: str


def spoken(line: str, known: Known) -> Spoken | None:
    """Return the contribution that a note tells of; None where nobody is named at its beginning as speaking.

    `Priya: ...`, `@Priya ...` and `Priya said that ...` name who speaks; `Priya is ill` doesn't.

    Args:
        line: a paragraph as it stands.
        known: who may be named.
    """
    if len(line) > _LONGEST or _MARKED.match(line):
        return None
    words = words_in(line)
    one = named_at(words, 0, known)
    if one is None:
        return None
    last = words[one.count - 1]
    verb = words[one.count] if one.count < len(words) else None
    kind = _SAYS.get(verb.said) if verb is not None and not last.after else None
    if kind is None and not (line[last.end :].lstrip().startswith(":") or words[0].called):
        return None
    that = verb is not None and kind is not None and not verb.after and _is_that(words, one.count + 1)
    if that:
        begins = words[one.count + 1].end
    elif kind is not None:
        # What somebody "presented" is no sentence without who did.
        begins = words[0].start
    else:
        begins = last.end
    text = clean_line(line[begins:]).lstrip(" \t,;:–—-")
    if not text:
        return None
    return Spoken(by=one.party, kind=kind or PointKind.STATEMENT, text=text[:1].upper() + text[1:])


def _is_that(words: list[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at].said == "that" and not words[at].after
