"""Images of rows: what a row holds, as the storable values that the driver reads and writes."""

from dataclasses import dataclass
from typing import TypeAlias

Image: TypeAlias = dict[str, object]
"""Column name to storable value (text, integer or None), columns in alphabetical order."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of an entity before and after a write, both whole; None before: inserted; None after: deleted."""

    entity: str
    id: str
    before: Image | None
    after: Image | None
