"""What the arrivals do off the GUI thread: look at files, and take them in as one step."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardroom.exchange.arriving import Arrival, ArrivalKind, look_at
from boardroom.exchange.incoming import take_in
from boardroom.services.forms import take_forms
from boardroom.services.papers import attach_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from boardroom.store.change import Change
    from boardroom.ui.desk import Desk
    from boardroom.ui.kit.jobs import Progress


_AT_A_TIME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of taking files in: the step, a sentence, and what isn't sure."""

    change: Change
    sentence: str
    doubts: tuple[str, ...]


def look_at_all(paths: Sequence[Path], progress: Progress) -> tuple[Arrival, ...]:
    """Look at files, two at a time: most of the work is done by processes of their own."""
    found = []
    with ThreadPoolExecutor(max_workers=_AT_A_TIME) as pool:
        coming = pool.map(look_at, paths)
        try:
            for done in range(len(paths)):
                progress(done, len(paths))
                found.append(next(coming))
            progress(len(paths), len(paths))
        except BaseException:
            # Cancelled: what has not begun is not begun any more.
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return tuple(found)


def can_be_taken(arrival: Arrival, item_id: UUID | None) -> bool:
    """Whether a file can be taken in here, as far as it tells itself; papers go to the item that was chosen."""
    if arrival.wrong or arrival.kind in {ArrivalKind.NOTHING, ArrivalKind.BOARD_FILE}:
        return False
    return arrival.kind is not ArrivalKind.PAPER or item_id is not None


def take_all(desk: Desk, arrivals: Sequence[Arrival], item_id: UUID | None, label: str, progress: Progress) -> Taken:
    """Take records, forms and papers in, all of them or none, as one step.

    Raises:
        Refusal: one of them contradicts what is there, or the file can't be written.
    """
    (sentence, doubts), change = desk.write_in_job(label, _take, arrivals, item_id, desk.today, progress)
    return Taken(change=change, sentence=sentence, doubts=doubts)


def _take(
    session: Session, arrivals: Sequence[Arrival], item_id: UUID | None, today: date, progress: Progress
) -> tuple[str, tuple[str, ...]]:
    progress(0, 0)
    records = [one.incoming for one in arrivals if one.incoming is not None]
    papers = [one for one in arrivals if one.kind is ArrivalKind.PAPER]
    parts: list[str] = []
    doubts: tuple[str, ...] = ()
    if records:
        done = take_in(session, records, new_board=True)
        parts.append(done.sentence)
        doubts = tuple(done.doubts)
    forms = [(one.path.name, form) for one in arrivals if one.form is not None for form in one.form.forms]
    if forms:
        names, filled = [name for name, _ in forms], [form for _, form in forms]
        came = take_forms(session, filled, received_on=today, names=names, progress=progress)
        parts.append(came.sentence)
        doubts += came.doubts
    for at, paper in enumerate(papers):
        progress(at, len(papers))
        if item_id is not None:
            pages = paper.check.pages if paper.check else None
            attach_paper(session, item_id, paper.content, name=paper.path.name, pages=pages)
    if papers:
        parts.append("1 paper attached." if len(papers) == 1 else f"{len(papers)} papers attached.")
    # The last moment at which it can still be cancelled.
    progress(1, 1)
    return " ".join(parts), doubts
