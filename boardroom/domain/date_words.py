"""When something is due, read off the end of a line; what isn't sure stays words (hazard 27b)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from boardroom.domain.days import MONTH_WORDS, NEXT_MEETING, WEEKDAY_WORDS, WEEKDAYS, day_called


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFound:
    """Where the end of a line says when: `line[start:end]`, and from `begins` on with "by" and the like before it.

    `leading` is that word in small letters: by, before, on, until; to, at before a meeting; or none.
    """

    begins: int
    start: int
    end: int
    leading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFound(TimeFound):
    """The end of a line that names a day."""

    day: date


def day_meant(words: str, today: date, next_meeting: date | None = None) -> DayFound | None:
    """Return the day that the end of a line names, with or without "by" before it; None where that isn't sure.

    Args:
        words: the line.
        today: the day from which days are counted; what is found is never before it.
        next_meeting: when the board meets next, if that is known.
    """
    for tail in _tails(words):
        day = day_called(tail.said, today, next_meeting)
        if day is not None:
            if not _is_sure(tail):
                return None
            return DayFound(begins=tail.begins, start=tail.start, end=tail.end, leading=tail.leading, day=day)
    return None


def time_meant(words: str) -> TimeFound | None:
    """Return the end of a line that says when, for where `day_meant` isn't sure of the day.

    "by the summer", "before the June meeting", "next week"; not "by half", "by the council", "for next week".
    """
    for tail in _tails(words):
        said = " ".join(tail.said.replace(",", " ").split())
        # In "by e-mail by the summer" the first "by" says how.
        when = _LIMIT.split(said, 1)[0]
        if _TIMELY.search(when) if tail.leading in _LIMITS else _LOOSE.fullmatch(said):
            about = _ABOUT_A_DAY if tail.leading else _NOT_DUE
            if tail.before in about or (tail.leading == "by" and _AMOUNT.fullmatch(said)):
                return None
            # "By 12 Jan (if possible)": the words are kept with their bracket.
            end = tail.end + (said.count("(") > said.count(")") and words[tail.end : tail.end + 1] == ")")
            return TimeFound(begins=tail.begins, start=tail.start, end=end, leading=tail.leading)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tail:
    """The last words of a line in small letters, what leads to them, and the word before that."""

    said: str
    begins: int
    start: int
    end: int
    leading: str
    before: str
    whole: bool


# More words than this, or longer ones, name no day: the rest of a long line needn't be taken apart.
_MOST_WORDS = 12
_FAR = 120
_WORD = re.compile(r"\S+")
_AROUND = ".,;:!?()[]"
_LEADING = (
    "by no later than", "no later than", "not later than", "on or before", "due by", "due on", "by", "before", "on",
    "until", "till", "due",
)  # fmt: skip
_LIMITS = frozenset(_LEADING) - {"on", "due on"}
_LIMIT = re.compile(rf"\b(?:{'|'.join(sorted(_LIMITS))})\b")
_LEADING_WORDS = tuple(tuple(one.split()) for one in _LEADING)
_LEADING_LAST = frozenset(one[-1] for one in _LEADING_WORDS)

_NAMES = frozenset(name.lower() for name in WEEKDAYS) | {name[:3].lower() for name in WEEKDAYS}
# "Two weeks before 15 January", "not before", "shortly before": another day than the one that is named.
_ABOUT_A_DAY = frozenset({
    "day", "days", "week", "weeks", "fortnight", "month", "months", "shortly", "just", "not", "or", "and", "soon",
    "well", "long", "either",
})  # fmt: skip
# Without "by" and the like these say that a day is no due date, or not the whole of it.
_NOT_DUE = _ABOUT_A_DAY | _NAMES | {
    "to", "from", "since", "between", "of", "for", "in", "at", "after", "around", "about", "circa", "roughly",
    "approximately", "nearly", "a", "an", "the", "this", "next", "last", "past", "previous", "every", "each",
    "alternate", "good", "black", "ash", "shrove", "maundy", "whit", "palm", "easter", "mothering", "w/c", "wc",
    "commencing", "beginning", "starting", "ending", "&", "-", "–", "—", "early", "mid", "late", "once", "twice",
    "times", "than", "dated", "held", "over", "during", "first", "second", "third", "fourth", "fifth",
    "1st", "2nd", "3rd", "4th", "5th", "penultimate",
}  # fmt: skip
_NEEDS_LEADING = re.compile(rf"[0-9]{{1,2}}/[0-9]{{1,2}}|(?:the )?[0-9]{{1,2}}[a-z]{{2}}|(?!\w+day)(?:{WEEKDAY_WORDS})")
# Times of day, numbers of items, parts of a whole.
_NO_DATE = re.compile(r"[0-9]{1,2}\s*[.\-]\s*[0-9]{1,2}|1/[234]|[23]/[34]|in (?:a|an|one|1) (?:day|year)")
_AT_THE_END = re.compile(r"(?:the )?end (?:of )?.+")
_TIMELY = re.compile(
    rf"\b(?:{MONTH_WORDS}|{WEEKDAY_WORDS}|weeks?|months?|quarter|year|term|half-term|holidays?|meeting|agm|spring"
    r"|summer|autumn|winter|christmas|easter|diwali|eid|ramadan|fortnight|days?|today|tomorrow|noon"
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}|20[0-9]{2}|[0-9]{1,2}(?:st|nd|rd|th))\b"
)
# "Shorten the wait by two weeks": by how much, not by when.
_AMOUNT = re.compile(
    r"(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|several|a few)"
    r" (?:working |school )?(?:day|week|fortnight|month|year|term)s?"
)
_LOOSE = re.compile(
    r"(?:early |later |late )?(?:this|next) (?:week|month|term|quarter|spring|summer|autumn|winter|year)"
    rf"|(?:this|next) (?:{WEEKDAY_WORDS})|as soon as possible|asap|in due course|{NEXT_MEETING.pattern}"
    r"|(?:in|within) (?:the (?:next )?)?\S+ (?:working )?(?:days|weeks|months)"
)


def _is_sure(tail: _Tail) -> bool:
    """Whether a day at the end of a line is when it is due."""
    if _NO_DATE.fullmatch(tail.said) and not tail.whole:
        return False
    if tail.leading in {"to", "at"}:
        return True
    if tail.leading:
        return tail.before not in _ABOUT_A_DAY
    return tail.before not in _NOT_DUE and (tail.whole or not _NEEDS_LEADING.fullmatch(tail.said))


def _tails(line: str) -> Iterator[_Tail]:
    """Return the ends of a line, the longest first."""
    end = len(line.rstrip().rstrip(_AROUND + " "))
    far = max(0, end - _FAR)
    found = [(one.start(), one[0].lower()) for one in _WORD.finditer(line, far, end)]
    words = found[1:] if far else found
    bare = [word.strip(_AROUND) for _, word in words]
    for at in range(max(0, len(words) - _MOST_WORDS), len(words)):
        if not bare[at]:
            continue
        place, word = words[at]
        start = place + len(word) - len(word.lstrip(_AROUND))
        said = line[start:end].lower()
        lead: tuple[str, ...] = ()
        if at and bare[at - 1] in _LEADING_LAST:
            lead = next((one for one in _LEADING_WORDS if tuple(bare[max(0, at - len(one)) : at]) == one), ())
        elif at and _leads(bare[at - 1], said):
            lead = (bare[at - 1],)
        first = at - len(lead)
        # What stands behind a comma is no part of what stands before it.
        before = bare[first - 1] if first and words[first - 1][1][-1] not in ",;:." else ""
        yield _Tail(
            said=said,
            begins=words[first][0] + words[first][1].index(bare[first]) if lead else start,
            start=start,
            end=end,
            leading=" ".join(lead),
            before=before,
            whole=not far and first == 0,
        )


def _leads(word: str, said: str) -> bool:
    """Whether "to" or "at" says when: of a meeting, or of the end of a month."""
    return (word in {"to", "at"} and bool(NEXT_MEETING.fullmatch(said))) or (
        word == "at" and bool(_AT_THE_END.fullmatch(said))
    )
