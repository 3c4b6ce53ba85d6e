"""Positions with gaps between them: what is put between two others moves neither, as long as there is room."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

GAP = 1024
"""How far apart new positions are: room for ten things to be put between two, each time into the middle."""


def rising(wished: Sequence[int | None]) -> list[int]:
    """Return rising positions for things in their order, leaving as many as can be where they are.

    The longest run of positions that rise already stays; the others, and new ones, are put between. Where there
    is no room, those that follow give way as far as they must.

    Args:
        wished: where each thing is now; None for a new one.
    """
    staying = set(_longest_rising([(at, place) for at, place in enumerate(wished) if place is not None]))
    now = [place if at in staying else None for at, place in enumerate(wished)]
    places: list[int] = []
    for moves, group in groupby(range(len(now)), key=lambda at: now[at] is None):
        members = list(group)
        before = places[-1] if places else None
        if moves:
            end = members[-1] + 1
            places += _between(before, now[end] if end < len(now) else None, len(members))
            continue
        for at in members:
            place = now[at]
            last = places[-1] if places else None
            stays = place is not None and (last is None or place > last)
            places.append(place if place is not None and stays else (last or 0) + GAP)
    return places


def _between(before: int | None, following: int | None, count: int) -> list[int]:
    """Return positions after one thing and before another; without room they run on past it."""
    if before is None and following is None:
        return [GAP * at for at in range(count)]
    if before is None:
        return [(following or 0) - GAP * at for at in range(count, 0, -1)]
    room = GAP if following is None else (following - before) // (count + 1)
    return [before + (room if room > 0 else GAP) * at for at in range(1, count + 1)]


def _longest_rising(places: Sequence[tuple[int, int]]) -> list[int]:
    """Return the indexes of the longest rising run, from pairs of index and position (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    links: dict[int, int | None] = {}
    for at, place in places:
        pile = bisect_left(tops, place)
        links[at] = ends[pile - 1] if pile else None
        if pile == len(tops):
            tops.append(place)
            ends.append(at)
        else:
            tops[pile], ends[pile] = place, at
    run: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        run.append(last)
        last = links[last]
    return run
