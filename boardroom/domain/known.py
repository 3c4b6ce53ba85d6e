"""Who may be named at a meeting, found by what somebody types: whole names, first names, parts of an organisation's.

Accents and capitals don't count (ŵ is w); where two may be meant, nobody is.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import TypeAlias
from uuid import UUID

from boardroom.domain.words import Sector


class Near(IntEnum):
    """How near somebody is to a meeting."""

    ROOM = 0
    MEETING = 1
    FILE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person who may be named, with the organisation as it is printed at this meeting; `id` None: a name alone."""

    id: UUID | None
    name: str
    organisation: str = ""
    sector: Sector | None = None
    near: Near = Near.FILE

    @property
    def printed(self) -> str:
        """Name and organisation: `Priya Raman, Arrowmere Council`."""
        return f"{self.name}, {self.organisation}" if self.organisation else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOrganisation:
    """An organisation that may be named."""

    id: UUID | None
    name: str
    short_name: str = ""
    sector: Sector | None = None
    near: Near = Near.FILE

    @property
    def printed(self) -> str:
        """The name."""
        return self.name


Party: TypeAlias = KnownPerson | KnownOrganisation


_Form: TypeAlias = tuple[tuple[str, ...], int]


@dataclass(frozen=True, kw_only=True)
class Known:
    """Who may be named at a meeting, the nearest first, and the days that its words count from.

    `day` is what "today" is in its notes, whenever they are written; `next_meeting` is when the board meets after it.
    """

    people: tuple[KnownPerson, ...] = ()
    organisations: tuple[KnownOrganisation, ...] = ()
    day: date
    next_meeting: date | None = None

    @cached_property
    def names(self) -> Mapping[tuple[str, ...], Sequence[tuple[int, Party]]]:
        """Whom each form of a name may mean, and how sure that is: a line is read at each key that is pressed."""
        names = defaultdict[tuple[str, ...], list[tuple[int, Party]]](list)
        parties: tuple[Party, ...] = (*self.people, *self.organisations)
        for party in parties:
            for form, strength in _forms(party):
                names[form].append((strength, party))
            if self._is_shared(party):
                names[_split(self.written(party))].append((_WHOLE, party))
        return names

    @cached_property
    def _shared(self) -> frozenset[str]:
        """Names that more than one person has."""
        counted = Counter(folded(one.name) for one in self.people)
        return frozenset(name for name, count in counted.items() if count > 1)

    def _is_shared(self, party: Party) -> bool:
        return isinstance(party, KnownPerson) and bool(party.organisation) and folded(party.name) in self._shared

    def written(self, party: Party) -> str:
        """Return a name as it is written to mean this one: `Ann Lee (Youth Voice)`, where another has the same name."""
        if isinstance(party, KnownPerson) and self._is_shared(party):
            return f"{party.name} ({party.organisation})"
        return party.name


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line, as it is compared; `called`: an @ stands before it; `after`: the marks behind it."""

    said: str
    start: int
    end: int
    called: bool
    after: str


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom some words of a line name, and how many words."""

    party: Party
    count: int


MOST = 8
_LONGEST_NAME = 60
_MOST_WORDS = 12
_WORD = re.compile(r"\S+")
_BEFORE, _AFTER = "([{\"'“\u2018", ",.;:!?)]}\"'”’"
_TITLES = {
    "cllr": "cllr", "councillor": "cllr", "dr": "dr", "doctor": "dr", "mr": "mr", "mrs": "mrs", "ms": "ms",
    "miss": "miss", "mx": "mx", "prof": "prof", "professor": "prof", "rev": "rev", "revd": "rev", "reverend": "rev",
    "sir": "sir", "dame": "dame", "lord": "lord", "lady": "lady", "supt": "supt", "superintendent": "supt",
    "insp": "insp", "inspector": "insp", "sgt": "sgt", "sergeant": "sgt", "pc": "pc",
}  # fmt: skip
# "Council to cost two halls" is the council; "Community to be asked" may be anybody.
_BODIES = frozenset(
    {"council", "police", "trust", "college", "school", "university", "probation", "association", "nhs"}
)
_SMALL = frozenset({"of", "and", "the", "for", "in", "at", "to", "a", "&"})
# How sure a form of a name is: all of it, a usual part, or a part that only an @ makes a name.
_WHOLE, _PART, _CALLED = range(3)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return text as names are compared: without accents and capitals, with one kind of apostrophe."""
    plain = unicodedata.normalize("NFD", text.replace("’", "'").casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))


def words_in(line: str, start: int = 0) -> list[Word]:
    """Return the words of a line from a place on."""
    words = []
    for found in _WORD.finditer(line, start):
        text = found[0]
        core = text.lstrip(_BEFORE)
        at = found.start() + len(text) - len(core)
        called = len(core) > 1 and core[0] == "@"
        core = core[1:] if called else core
        bare = core.rstrip(_AFTER)
        if bare:
            at += called
            words.append(Word(folded(bare), at, at + len(bare), called, core[len(bare) :]))
    return words


def named_at(words: Sequence[Word], at: int, known: Known) -> Naming | None:
    """Return whom the words from a place on name, by the longest name that fits; None where that isn't one alone.

    First names and parts of an organisation's name count for those of this meeting; behind an @ for the whole file,
    where nobody of the meeting fits.
    """
    if at >= len(words):
        return None
    called, reach = words[at].called, list[str]()
    for word in words[at : at + _MOST_WORDS]:
        reach.append(_TITLES.get(word.said, word.said))
        if word.after not in {"", "."}:
            break
    for count in range(len(reach), 0, -1):
        hits = [hit for hit in known.names.get(tuple(reach[:count]), ()) if called or hit[0] != _CALLED]
        if hits:
            return _only(hits, count, called=called)
    return None


def _only(hits: Sequence[tuple[int, Party]], count: int, *, called: bool) -> Naming | None:
    surest = min(strength for strength, _ in hits)
    all_such = [party for strength, party in hits if strength == surest]
    near = [one for one in all_such if one.near is not Near.FILE]
    if not near and surest != _WHOLE and not called:
        return None
    meant = {(one.id, one.name): one for one in near or all_such}
    return Naming(next(iter(meant.values())), count) if len(meant) == 1 else None


def completions(known: Known, typed: str) -> list[Party]:
    """Return up to eight whose name may begin, at any of its words, with what was typed after the @.

    Who is called just that comes first; then people in the room, its organisations, the rest of the meeting, the rest
    of the file.
    """
    said = _parts(typed)
    done = bool(typed) and typed[-1].isspace()
    if len(typed) > _LONGEST_NAME:
        return []
    found = list[tuple[tuple[bool, int, bool, bool], Party]]()
    parties: tuple[Party, ...] = (*known.people, *known.organisations)
    for party in parties:
        place = _begins(party, said, done=done)
        if place is not None:
            other = said not in _names(party)
            found.append(((other, party.near, isinstance(party, KnownOrganisation), place > 0), party))
    return [party for _, party in sorted(found, key=itemgetter(0))[:MOST]]


def name_typed(line: str, cursor: int) -> tuple[int, str] | None:
    """Return where the @ stands whose name is being typed at the cursor, and what was typed after it."""
    at = line.rfind("@", max(0, cursor - _LONGEST_NAME), cursor)
    if at < 0 or (at > 0 and not line[at - 1].isspace() and line[at - 1] not in _BEFORE):
        return None
    typed = line[at + 1 : cursor]
    return None if typed[:1].isspace() or ":" in typed else (at, typed)


def _begins(party: Party, said: tuple[str, ...], *, done: bool) -> int | None:
    """Return at which word of a name the typed words begin; the last may be a beginning unless it is done."""
    if not said:
        return None if done else 0
    *whole, last = said
    for words in _names(party):
        for at in range(len(words) - len(said) + 1):
            if list(words[at : at + len(whole)]) != whole:
                continue
            if done:
                if words[at + len(whole)] == last and len(words) > at + len(said):
                    return at
            elif words[at + len(whole)].startswith(last):
                return at
    return None


def _names(party: Party) -> Iterator[tuple[str, ...]]:
    yield _parts(party.name)
    if isinstance(party, KnownOrganisation) and party.short_name:
        yield _parts(party.short_name)


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name for completion: of Llan-y-dŵr all three."""
    return tuple(word.said for word in words_in(name.replace("-", " ")))


@lru_cache(maxsize=8192)
def _split(name: str) -> tuple[str, ...]:
    return tuple(word.said for word in words_in(name))


def _forms(party: Party) -> tuple[_Form, ...]:
    if isinstance(party, KnownPerson):
        return _forms_of_person(party.name)
    return _forms_of_organisation(party.name, party.short_name)


@lru_cache(maxsize=8192)
def _forms_of_person(name: str) -> tuple[_Form, ...]:
    words = tuple(_TITLES.get(one, one) for one in _split(name))
    forms = {words: _WHOLE}
    titles = 0
    while titles < len(words) - 1 and words[titles] in _TITLES:
        titles += 1
    own = words[titles:]
    forms.setdefault(own, _WHOLE if len(own) > 1 else _PART)
    if titles and own:
        forms.setdefault((*words[:titles], own[-1]), _PART)
    if len(own) > 1:
        if len(own[0]) > 1:
            forms.setdefault(own[:1], _PART)
        forms.setdefault(own[-1:], _CALLED)
    return tuple((form, strength) for form, strength in forms.items() if form)


@lru_cache(maxsize=8192)
def _forms_of_organisation(name: str, short_name: str) -> tuple[_Form, ...]:
    words = _split(name)
    forms = {words: _WHOLE, words[1:] if words[:1] == ("the",) else words: _WHOLE, _split(short_name): _WHOLE}
    for start in range(len(words)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
            part = words[start:end]
            if part[0] in _SMALL or part[-1] in _SMALL:
                continue
            usual = (start == 0 and len(part) > 1) or (end == len(words) and len(part) == 1 and part[0] in _BODIES)
            forms.setdefault(part, _PART if usual else _CALLED)
    return tuple((form, strength) for form, strength in forms.items() if form)
