"""What the chair must say next, from what is known of the present item and of the one that comes."""

import re
from dataclasses import dataclass
from enum import StrEnum

from boardroom.domain.warned import StrandWarning, Waiting
from boardroom.domain.words import Restriction

# Titles in English and in Welsh; agendas call it "Declarations of interest" in many ways.
_DECLARATIONS = re.compile(
    r"\bdeclar\w*\b.*\binterests?\b|\binterests?\b.*\bdeclar|\bdatgan\w*\b.*\bfuddiant|\bbuddiannau\b"
)


class Cue(StrEnum):
    """What something to say is about."""

    INQUORATE = "inquorate"
    QUORUM_UNKNOWN = "quorum not known"
    QUORUM = "quorum"
    APOLOGIES = "apologies"
    SHORT_NOTICE = "short notice"
    DECLARATIONS = "declarations of interest"
    LATE = "late item"
    LEAVES = "leaves for an interest"
    CONFIDENTIAL = "confidential item"
    EXEMPT = "exempt item"
    PUBLIC_BACK = "public may come back"
    NOT_INVOLVED = "sectors not involved"
    UNANSWERED = "proposals unanswered"
    OVER = "time over"
    CLOSE = "nothing left"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """What is known of an item.

    Attributes:
        title: as members read it.
        restriction: why the public is kept out; None where it isn't, or where the record doesn't say.
        restricted: whether the public is kept out of it.
        ground: by which the public is kept out.
        reason: the public interest, as stated.
        late: whether it came on the agenda after notice was given.
        late_reason: the chair's reason for taking it.
        recused: who is here and takes no part in it.
        warned: that sectors were never involved in the strand that it is on.
    """

    title: str
    restriction: Restriction | None = None
    restricted: bool = False
    ground: str = ""
    reason: str = ""
    late: bool = False
    late_reason: str = ""
    recused: tuple[str, ...] = ()
    warned: StrandWarning | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairFacts:
    """What is known as a meeting stands.

    Attributes:
        item: the one that is being taken.
        coming: the one that is taken next.
        is_first: whether no item was taken before.
        public_is_out: whether the item taken before was restricted.
        quorate: None where it isn't known.
        counted: members with a vote who count.
        needed: how many are needed; None where the terms name no number.
        lacking: what the quorum lacks, in phrases.
        apologies: who sent them.
        clear_days: clear days of the notice given, and those that are needed, where they are fewer.
        elsewhere: strands with sectors never involved that this agenda has no item on.
        waiting: proposals that wait longer than the terms allow, at each board that meets.
    """

    item: ItemFacts | None
    coming: ItemFacts | None = None
    is_first: bool = False
    public_is_out: bool = False
    quorate: bool | None = None
    counted: int = 0
    needed: int | None = None
    lacking: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    clear_days: tuple[int, int] | None = None
    elsewhere: tuple[StrandWarning, ...] = ()
    waiting: tuple[Waiting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something to say; `soon` where it is of the item that comes next, `warned` of the strand that it is about."""

    cue: Cue
    soon: bool = False
    names: tuple[str, ...] = ()
    words: str = ""
    reason: str = ""
    numbers: tuple[int, ...] = ()
    warned: StrandWarning | None = None


def is_about_declarations(title: str) -> bool:
    """Whether an item is the one at which interests are declared."""
    return _DECLARATIONS.search(title.casefold()) is not None


def said_next(facts: ChairFacts, seconds_over: int = 0) -> tuple[Saying, ...]:
    """Return what must be said, the most pressing first.

    Sources, in the order of the rules: decisions without a quorum are provisional (product M2; glossary, "Quorum");
    time over (product M1); quorum, apologies and notice at the first item (product B8, M2); declarations (product M3;
    Localism Act 2011 s.31); a late item needs the chair's reason (LGA 1972 s.100B(4)); who has an interest takes no
    part (Localism Act 2011 s.31(4)); an exempt item by resolution with ground and public interest, a confidential one
    by law (glossary, "Restricted"; LGA 1972 s.100A); a strand that is to be specified or procured with a sector never
    involved, and proposals that wait too long (product X6, S3).

    Args:
        facts: as the meeting stands.
        seconds_over: how much longer the present item has been taken than planned.
    """
    item, coming = facts.item, facts.coming
    found = []
    if facts.quorate is False:
        numbers = (facts.counted, facts.needed or 0)
        found.append(Saying(cue=Cue.INQUORATE, numbers=numbers, words="; ".join(facts.lacking)))
    if item is not None and seconds_over > 0:
        found.append(Saying(cue=Cue.OVER, numbers=(seconds_over,)))
    if item is not None and facts.public_is_out and not item.restricted:
        found.append(Saying(cue=Cue.PUBLIC_BACK))
    if item is not None and facts.is_first:
        found += _opening(facts)
    if item is not None:
        found += _of_item(item, soon=False)
    if coming is not None and item is not None:
        # At what comes, those who stay out know before it is taken; its declarations have time.
        found += [one for one in _of_item(coming, soon=True) if one.cue is not Cue.DECLARATIONS]
        if item.restricted:
            found = [one for one in found if not (one.soon and one.cue in {Cue.EXEMPT, Cue.CONFIDENTIAL})]
    if item is not None and coming is None:
        found.append(Saying(cue=Cue.CLOSE))
    return tuple(found)


def _opening(facts: ChairFacts) -> list[Saying]:
    found = []
    if facts.quorate is None:
        found.append(Saying(cue=Cue.QUORUM_UNKNOWN))
    elif facts.quorate:
        needed = () if facts.needed is None else (facts.needed,)
        found.append(Saying(cue=Cue.QUORUM, numbers=(facts.counted, *needed)))
    found.append(Saying(cue=Cue.APOLOGIES, names=facts.apologies))
    if facts.clear_days is not None:
        found.append(Saying(cue=Cue.SHORT_NOTICE, numbers=facts.clear_days))
    found += [
        Saying(cue=Cue.UNANSWERED, words=wait.board, numbers=(wait.count, wait.longest, wait.promised))
        for wait in facts.waiting
    ]
    found += [Saying(cue=Cue.NOT_INVOLVED, warned=one) for one in facts.elsewhere]
    return found


def _of_item(item: ItemFacts, *, soon: bool) -> list[Saying]:
    found = []
    if is_about_declarations(item.title):
        found.append(Saying(cue=Cue.DECLARATIONS, soon=soon))
    if item.late:
        found.append(Saying(cue=Cue.LATE, soon=soon, reason=item.late_reason))
    if item.warned is not None:
        found.append(Saying(cue=Cue.NOT_INVOLVED, soon=soon, warned=item.warned))
    if item.recused:
        found.append(Saying(cue=Cue.LEAVES, soon=soon, names=item.recused))
    if item.restricted:
        cue = Cue.CONFIDENTIAL if item.restriction is Restriction.CONFIDENTIAL else Cue.EXEMPT
        found.append(Saying(cue=cue, soon=soon, words=item.ground, reason=item.reason))
    return found
