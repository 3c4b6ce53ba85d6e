"""What a unit of work changed, as everybody above store hears of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One committed step: its label, the rows it touched by entity, and the copy of the file it was made in.

    `seq` is the step's place in the journal; 0 where nothing was changed and so no step was written.
    """

    label: str
    rows: Mapping[str, frozenset[UUID]] = field(default_factory=dict)
    origin: str = ""
    seq: int = 0

    def touches(self, *entities: str) -> bool:
        """Whether a row of any of these entities (table names) was inserted, changed or deleted."""
        return any(entity in self.rows for entity in entities)
