"""What another process has written since one last looked, told as a change: asked once a second."""

from collections import defaultdict
from pathlib import Path
from uuid import UUID

from boardroom.store.change import Change
from boardroom.store.connect import Driver, connect_to_read

_VERSION = "PRAGMA data_version"
_LAST = "SELECT coalesce(max(seq), 0) FROM step"
_SINCE = """
    SELECT step.label, step_row.entity, step_row.entity_id
    FROM step LEFT JOIN step_row ON step_row.step = step.seq WHERE step.seq > ? ORDER BY step.seq
"""


class Watch:
    """One connection that stays open, because SQLite counts foreign commits for each connection."""

    def __init__(self, path: Path, *, immutable: bool = False) -> None:
        """Start watching from what the file holds now."""
        self._connection: Driver = connect_to_read(path, immutable=immutable)
        self._version = self._asked(_VERSION)
        self._seen = self._asked(_LAST)

    def look(self) -> Change | None:
        """Return what other connections committed since the last look; None where nothing moved."""
        version = self._asked(_VERSION)
        if version == self._version:
            return None
        self._version = version
        rows: defaultdict[str, set[UUID]] = defaultdict(set)
        label = ""
        for label, entity, entity_id in self._connection.execute(_SINCE, (self._seen,)):  # noqa: B007 - the last label stays
            if entity is not None:
                rows[entity].add(UUID(entity_id))
        self._seen = self._asked(_LAST)
        return Change(label=label, rows={entity: frozenset(ids) for entity, ids in rows.items()}, seq=self._seen)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _asked(self, question: str) -> int:
        (number,) = self._connection.execute(question).fetchone()
        return int(number)
