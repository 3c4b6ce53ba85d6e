"""Earlier versions of a meeting's minute text, or of one item's notes and minute text, read from the journal.

The journal notes every pause of typing. A version is what stood at the end of a sitting: somebody's work without a
longer break; of one item, which is written while it is talked about, a short pause is break enough. Only steps since
the meeting was added are looked at, and none after its minutes were sealed.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Seal
from boardroom.domain.outline import outline
from boardroom.domain.text import ParagraphState
from boardroom.domain.words import TextKind
from boardroom.store.images import Image, shapes
from boardroom.store.journal import STEP, STEP_ROW

SITTING = timedelta(minutes=30)
"""The longest break within one sitting."""
PAUSE = timedelta(minutes=2)
"""The longest break within one version of a single item."""
_OF_AN_ITEM = (TextKind.NOTE, TextKind.MINUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What stood at the end of a sitting: `seq` is its last step, `changed` how many paragraphs it touched."""

    seq: int
    began: datetime
    ended: datetime
    who: str
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemText:
    """A text of one item (None: of the meeting itself) in a version; number and title as they are now."""

    item_id: UUID | None
    number: str
    title: str
    paragraphs: tuple[ParagraphState, ...]
    kind: TextKind = TextKind.MINUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """That a step touched a paragraph."""

    seq: int
    at: datetime
    who: str
    paragraph: str


def versions_of(session: Session, meeting_id: UUID, item_id: UUID | None = None) -> list[Version]:
    """Return the versions of a meeting's minute text, or of one item's notes and minute text, the newest first."""
    touches = (
        Touch(seq=row.step, at=datetime.fromisoformat(row.at), who=row.who, paragraph=row.entity_id)
        for row in _rows(session, meeting_id, item_id)
    )
    return sittings(touches, SITTING if item_id is None else PAUSE)[::-1]


def sittings(touches: Iterable[Touch], longest: timedelta = SITTING) -> list[Version]:
    """Return the sittings in which paragraphs were touched: one person's, without a longer break."""
    versions: list[Version] = []
    paragraphs: set[str] = set()
    for touch in touches:
        last = versions[-1] if versions else None
        began = touch.at
        if last is not None and last.who == touch.who and touch.at - last.ended <= longest:
            began = versions.pop().began
        else:
            paragraphs = set()
        paragraphs.add(touch.paragraph)
        versions.append(Version(seq=touch.seq, began=began, ended=touch.at, who=touch.who, changed=len(paragraphs)))
    return versions


def texts_at(session: Session, meeting_id: UUID, seq: int, item_id: UUID | None = None) -> list[ItemText]:
    """Return a meeting's minute text as it stood after a step, in the agenda's order of today.

    What stood under an item that is gone comes last. Of one item its notes come first, then its minute text.
    """
    latest: dict[str, Image] = {}
    for row in _rows(session, meeting_id, item_id, until=seq):
        if row.after is None:
            latest.pop(row.entity_id, None)
        else:
            latest[row.entity_id] = json.loads(row.after)
    texts: dict[tuple[UUID | None, TextKind], list[Image]] = {}
    for image in sorted(latest.values(), key=lambda image: (image["position"], image["id"])):
        under = UUID(str(image["item_id"])) if image["item_id"] else None
        texts.setdefault((under, TextKind(str(image["text_kind"]))), []).append(image)
    return list(_in_order(session, meeting_id, texts))


def _in_order(
    session: Session, meeting_id: UUID, texts: dict[tuple[UUID | None, TextKind], list[Image]]
) -> Iterator[ItemText]:
    items = session.scalars(
        select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position, AgendaItem.id)
    ).all()
    by_id = {item.id: item for item in items}
    order: list[UUID | None] = [None, *(place.id for place in outline(items))]
    gone = dict.fromkeys(one for one, _ in texts if one not in order)
    for item_id, kind in product([*order, *gone], _OF_AN_ITEM):
        if (item_id, kind) in texts:
            item = by_id.get(item_id) if item_id is not None else None
            yield ItemText(
                item_id=item_id,
                number=item.number if item else "",
                title=item.title if item else "",
                paragraphs=tuple(_state(image) for image in texts[item_id, kind]),
                kind=kind,
            )


def _rows(
    session: Session, meeting_id: UUID, item_id: UUID | None, until: int | None = None
) -> Sequence[Row[Any, Any, Any, Any, Any]]:
    """Return what happened to the paragraphs of a meeting's minute text, or to those of an item, oldest first."""
    first = session.scalar(select(func.min(STEP_ROW.c.step)).where(STEP_ROW.c.entity_id == str(meeting_id)))
    seals = select(STEP_ROW.c.step).where(
        STEP_ROW.c.entity_id.in_(
            [str(one) for one in session.scalars(select(Seal.id).where(Seal.meeting_id == meeting_id))]
        )
    )
    last = session.scalar(seals)
    image = func.coalesce(STEP_ROW.c.after, STEP_ROW.c.before)
    wanted = (
        select(STEP_ROW.c.step, STEP_ROW.c.entity_id, STEP_ROW.c.after, STEP.c.at, STEP.c.who)
        .join(STEP, STEP.c.seq == STEP_ROW.c.step)
        .where(
            STEP_ROW.c.step >= (first or 0),
            STEP_ROW.c.entity == "paragraph",
            func.json_extract(image, "$.meeting_id") == str(meeting_id),
        )
        .order_by(STEP_ROW.c.step, STEP_ROW.c.ordinal)
    )
    if item_id is None:
        wanted = wanted.where(func.json_extract(image, "$.text_kind") == TextKind.MINUTE.value)
    else:
        wanted = wanted.where(func.json_extract(image, "$.item_id") == str(item_id))
    for bound in (until, last):
        if bound is not None:
            wanted = wanted.where(STEP_ROW.c.step <= bound)
    return session.execute(wanted).all()


def _state(image: Image) -> ParagraphState:
    loading = shapes()["paragraph"].loading

    def value(name: str) -> Any:  # noqa: ANN401 - fields of any kind
        load = loading[name]
        return image[name] if load is None or image[name] is None else load(image[name])

    return ParagraphState(
        id=value("id"),
        form=value("form"),
        level=value("level"),
        runs=value("runs"),
        language=value("language"),
        restricted=value("restricted"),
    )
