"""Who may bid for a strand's contract, and who was told what others were not: for a conflicts assessment.

Source: Procurement Act 2023 ss.81-83 (conflicts of interest; anyone who influences a decision counts) and s.16 (what
was told before the tender must give nobody an unfair advantage). It points at what to look into; it judges nobody.
"""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID

from boardroom.domain.words import Sector

PROVIDERS = frozenset({Sector.PRIVATE, Sector.VOLUNTARY, Sector.COMMUNITY, Sector.FAITH})
"""Sectors whose bodies bid for contracts of a local authority; a public body's trading arm is known by its interest."""


class Why(StrEnum):
    """Why an organisation is listed as a likely bidder."""

    INTEREST = "a registered interest in this strand"
    PROPOSED = "proposed on this strand, and is of a sector that provides services"


def likely_bidders(
    interested: Collection[UUID], proposed: Collection[UUID], sectors: Mapping[UUID, Sector | None]
) -> dict[UUID, tuple[Why, ...]]:
    """Return the organisations that may bid, each with the reasons; whoever only attended isn't among them.

    Args:
        interested: those with a registered interest in the strand, their own or a person's through them.
        proposed: those that proposed on it or answered a call.
        sectors: what each of them is.
    """
    found: dict[UUID, tuple[Why, ...]] = {}
    for one in dict.fromkeys((*interested, *proposed)):
        why = []
        if one in interested:
            why.append(Why.INTEREST)
        if one in proposed and sectors.get(one) in PROVIDERS:
            why.append(Why.PROPOSED)
        if why:
            found[one] = tuple(why)
    return found


def told_more(told: Mapping[UUID, Mapping[str, date]], among: Collection[UUID]) -> dict[str, tuple[UUID, ...]]:
    """Return what some of the organisations were told and others among them were not: by what was told, who was not.

    Args:
        told: by organisation, what it was told and when for the first time.
        among: the organisations that ought to know the same.
    """
    everything = dict.fromkeys(what for one in among for what in told.get(one, {}))
    missing = {what: tuple(one for one in among if what not in told.get(one, {})) for what in everything}
    return {what: ones for what, ones in missing.items() if ones}
