"""Quick entry: one line of the notes understood as a proposal, a decision or an action, with whom and by when.

`? ` puts a proposal, `= ` records a decision, `! ` gives an action. What isn't sure stays words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from boardroom.domain.date_words import day_meant, time_meant
from boardroom.domain.entry import Entry, EntryKind, Span, SpanRole, listed
from boardroom.domain.known import Known, Naming, Party, Word, named_at, words_in
from boardroom.domain.results_said import result_said
from boardroom.domain.sectors import SECTOR_LETTERS, SECTOR_OF_LETTERS
from boardroom.domain.text import Run, clean_line, clean_runs, plain
from boardroom.domain.words import Method, Sector

_SECTOR_NAMES = {sector.value: sector for sector in SECTOR_LETTERS}
_MOST_OF_SECTOR = 4
"""Words of "the local authority sector"."""

_MARK = re.compile(r"\s*([?=!])\s+(?=\S)")
_CALL = re.compile(r"(?<!\w)@(?=[^\W\d_])")
_KINDS = {"?": EntryKind.PROPOSAL, "=": EntryKind.DECISION, "!": EntryKind.ACTION}
_LONGEST = 1000
"""A longer paragraph is no line that somebody typed."""
_TASK = frozenset({"to", "will", "shall"})
_ALL = (("all", "members"), ("all", "partners"), ("all",), ("everyone",), ("everybody",))
_AND = frozenset({"and", "&"})
_LOOSE_ENDS = re.compile(r"^[\s,;:–—(\[-]+|[\s,;:–—(\[-]+$")


def marked(line: str) -> EntryKind | None:
    """Return what a line asks to become by the mark that it begins with; None where it is a note like others."""
    mark = _mark_of(line)
    return _KINDS[mark[1]] if mark is not None else None


def minuted(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return a note as minutes may print it: without its mark, and without the @ of those who are named in it."""
    runs = clean_runs(runs)
    line = plain(runs)
    mark = _mark_of(line)
    signs = {found.start() for found in _CALL.finditer(line)} | set(range(mark.end() if mark is not None else 0))
    at, kept = 0, list[Run]()
    for run in runs:
        text = "".join(letter for place, letter in enumerate(run.text, at) if place not in signs)
        kept.append(replace(run, text=text))
        at += len(run.text)
    said = clean_runs(kept)
    if mark is None:
        return said
    return (replace(said[0], text=said[0].text[:1].upper() + said[0].text[1:]), *said[1:])


def understood(line: str, known: Known) -> Entry | None:
    """Return what a line of the notes would become; None where it is a note like others.

    Args:
        line: a paragraph as it stands.
        known: who may be named, and the days that words count from.
    """
    mark = _mark_of(line)
    if mark is None:
        return None
    reading = _Reading(line, mark.end(), known)
    reading.use(mark.start(1), mark.end(1), SpanRole.MARK)
    match _KINDS[mark[1]]:
        case EntryKind.ACTION:
            entry = _action(reading)
        case EntryKind.PROPOSAL:
            entry = _proposal(reading)
        case EntryKind.DECISION:
            entry = _decision(reading)
    return entry if entry.text else None


def _mark_of(line: str) -> re.Match[str] | None:
    return _MARK.match(line) if len(line) <= _LONGEST else None


@dataclass(slots=True)
class _Reading:
    """A line while it is read: where its own words begin and end, what was used, and what goes from the text."""

    line: str
    start: int
    known: Known
    end: int = field(init=False)
    words: list[Word] = field(init=False)
    spans: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.end = len(self.line)
        self.words = words_in(self.line, self.start)

    def use(self, start: int, end: int, role: SpanRole) -> None:
        """Note that words were understood."""
        self.spans.append(Span(start, end, role))

    def end_before(self, place: int) -> None:
        """Let the text end before what was said last."""
        self.end = place
        self.words = [word for word in self.words if word.end <= place]

    def names_from(self, at: int) -> tuple[list[Naming], int]:
        """Return those who are named from a word on, "Priya, Tom and Ruth", and the word after them."""
        named = list[Naming]()
        following = at
        while True:
            # "The council" is named as "council" is.
            skipped = following < len(self.words) and self.words[following].said == "the"
            one = named_at(self.words, following + skipped, self.known)
            if one is None:
                return named, at
            at = following + skipped + one.count
            named.append(one)
            after = self.words[at - 1].after.lstrip(")")
            joined = at < len(self.words) and self.words[at].said in _AND
            if after not in {"", ",", "."} or not (joined or after == ","):
                return named, at
            following = at + joined

    def name(self, first: int, after: int) -> None:
        """Note that the words from one to before another are names."""
        self.use(self.words[first].start - self.words[first].called, self.words[after - 1].end, SpanRole.NAME)

    def named_last(self) -> tuple[Party, ...]:
        """Take names with an @ off the end of the text, and return whom they name."""
        for at, word in enumerate(self.words):
            if word.called:
                named, after = self.names_from(at)
                if named and after == len(self.words):
                    self.name(at, after)
                    self.end_before(word.start - 1)
                    return tuple(one.party for one in named)
        return ()

    def text(self) -> str:
        """Return what remains, without the @ of names that stand inside it, with a capital."""
        parts, at = list[str](), self.start
        for place, word in enumerate(self.words):
            if word.called and word.start > at and (one := named_at(self.words, place, self.known)):
                self.name(place, place + one.count)
                parts.append(self.line[at : word.start - 1])
                at = word.start
        parts.append(self.line[at : self.end])
        text = _LOOSE_ENDS.sub("", clean_line("".join(parts)))
        return text[:1].upper() + text[1:]

    def sorted_spans(self) -> tuple[Span, ...]:
        return tuple(sorted(self.spans, key=lambda one: one.start))


def _action(reading: _Reading) -> Entry:
    due_on, due_words = _due(reading)
    by, by_words = _owners(reading)
    if not by and not by_words:
        by = reading.named_last()
    return Entry(
        kind=EntryKind.ACTION,
        text=reading.text(),
        by=by,
        by_words=by_words,
        due_on=due_on,
        due_words=due_words,
        spans=reading.sorted_spans(),
    )


def _due(reading: _Reading) -> tuple[date | None, str]:
    """Take the due date off the end of an action, as a day where it is sure, else in words."""
    line = reading.line
    day = day_meant(line, reading.known.day, reading.known.next_meeting)
    found = day or time_meant(line)
    if found is None:
        return None, ""
    reading.use(found.start, found.end, SpanRole.DUE)
    if found.leading in {"to", "at"}:
        # "Report to the next meeting" says what is to be done, too.
        return (day.day, "") if day else (None, line[found.start : found.end])
    reading.end_before(found.begins)
    words = clean_line(line[found.begins : found.end])
    if day is None:
        return None, words
    return day.day, words if found.leading == "before" else ""


def _owners(reading: _Reading) -> tuple[tuple[Party, ...], str]:
    """Take the owners off the beginning of an action: "Priya and Tom to", "All to", "@Priya"."""
    words = reading.words
    named, after = reading.names_from(0)
    by_words = ""
    if not named:
        said = next((one for one in _ALL if tuple(word.said for word in words[: len(one)]) == one), ())
        if not said:
            return (), ""
        after = len(said)
        by_words = reading.line[words[0].start : words[after - 1].end]
    begins = _task_begins(words, after)
    if begins is None:
        return (), ""
    reading.name(0, after)
    reading.start, reading.words = begins, words[after:]
    return tuple(one.party for one in named), by_words


def _task_begins(words: Sequence[Word], after: int) -> int | None:
    """Return where the task begins behind those who are named; None where they aren't its owners."""
    last = words[after - 1]
    end = last.end + len(last.after)
    if last.after.lstrip(")").startswith(":") or (after < len(words) and words[after].said == ":"):
        return end
    task = after < len(words) and words[after].said in _TASK
    if task:
        # "Priya to be invited" is for somebody else to do.
        passive = after + 1 < len(words) and words[after + 1].said == "be"
        return None if passive else words[after].end
    return end if words[0].called else None


def _proposal(reading: _Reading) -> Entry:
    by, sector = _proposers(reading)
    if not by and sector is None:
        by = reading.named_last()
    return Entry(kind=EntryKind.PROPOSAL, text=reading.text(), by=by, by_sector=sector, spans=reading.sorted_spans())


def _proposers(reading: _Reading) -> tuple[tuple[Party, ...], Sector | None]:
    """Take those who put a proposal off its beginning: "@Youth Voice", "Youth Voice:", "VO", "Voluntary sector:"."""
    words = reading.words
    if not words:
        return (), None
    sector = SECTOR_OF_LETTERS.get(reading.line[words[0].start : words[0].end])
    named, after = ([], 1) if sector else reading.names_from(0)
    if named and not (words[0].called or words[after - 1].after.lstrip(")").startswith(":")):
        named = []
    if not sector and not named:
        sector, after = _sector_named(words)
        if sector is None:
            return (), None
    reading.name(0, after)
    last = words[after - 1]
    reading.start, reading.words = last.end + len(last.after), words[after:]
    return tuple(one.party for one in named), sector


def _sector_named(words: Sequence[Word]) -> tuple[Sector | None, int]:
    """Return the sector whose full name stands before a colon, and how many words that is."""
    colon = next((at for at, word in enumerate(words[:_MOST_OF_SECTOR]) if word.after.startswith(":")), None)
    if colon is None:
        return None, 0
    said = [word.said for word in words[: colon + 1]]
    name = " ".join(said[said[0] == "the" :]).removesuffix(" sector")
    return _SECTOR_NAMES.get(name), colon + 1


def _decision(reading: _Reading) -> Entry:
    said = result_said(reading.line, reading.start)
    if said is None:
        return Entry(kind=EntryKind.DECISION, text=reading.text(), spans=reading.sorted_spans())
    reading.use(said.start, said.end, SpanRole.RESULT)
    to = ""
    if said.to is not None:
        at = next((at for at, word in enumerate(reading.words) if word.start >= said.to[0]), len(reading.words))
        named, after = reading.names_from(at)
        if named and reading.words[after - 1].end >= said.to[1]:
            to = listed([one.party.name for one in named])
            reading.name(at, after)
        elif said.sure_to:
            to = clean_line(reading.line[said.to[0] : said.to[1]])
            reading.use(*said.to, SpanRole.NAME)
    # Without "that", somebody known to whom it is recommended belongs to the wording: it stays whole.
    if said.wording is not None and (said.sure_to or not to):
        reading.start = said.wording
        reading.words = [word for word in reading.words if word.start >= said.wording]
    return Entry(
        kind=EntryKind.DECISION,
        text=reading.text(),
        result=said.result,
        method=said.method or Method.CONSENSUS,
        recommended_to=to,
        spans=reading.sorted_spans(),
    )
