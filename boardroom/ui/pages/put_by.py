"""Who puts a proposal, as lines and fields show it, and as it is stored again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from boardroom.services.proposals import PutBy
from boardroom.ui.kit.marks import sector_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.store.queries.item_proposals import ProposerView


def said_by(one: ProposerView) -> str:
    """Return a proposer on one line: person or role, and the organisation, else the sector."""
    who = ", ".join(filter(None, (one.name or one.role, one.organisation)))
    return who or (sector_name(one.sector) if one.sector is not None else "")


def as_put(one: ProposerView) -> PutBy:
    """Return a proposer as it is stored."""
    return PutBy(organisation=one.organisation, sector=one.sector, name=one.name, role=one.role)


def renamed(one: PutBy, name: str) -> PutBy:
    """Return a proposer with what a field for the name says now; a role that stood in its place goes with it."""
    if name == (one.name or one.role):
        return one
    return replace(one, name=name, role=one.role if one.name else "")


def from_lines(lines: str, before: Sequence[ProposerView]) -> list[PutBy]:
    """Return who stands on lines: a line that was there before means the same as then, another is an organisation.

    Args:
        lines: one proposer on each.
        before: who stood there.
    """
    known = {said_by(one): as_put(one) for one in before}
    said = filter(None, (line.strip() for line in lines.splitlines()))
    return [known.get(line, PutBy(organisation=line)) for line in said]
