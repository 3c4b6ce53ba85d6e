"""Papers: what members read before an item. Their rows stand here, their bytes in store/papers.py."""

import re
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from boardroom.domain.base import Base, points_to

MEGABYTES = 50
"""The most that one paper may hold."""
LARGEST = MEGABYTES * 1_000_000

_LETTERS = 26


class Paper(Base):
    """A paper of an item [OParl Paper, File]: its label and title as printed, and which bytes it is.

    `name` is the file's name as it came, which is data and never a path. The bytes are kept once under their
    `sha256`, which is empty while the paper is to follow. `pages` is known of PDFs that were looked at.
    """

    __tablename__ = "paper"

    meeting_id: Mapped[UUID] = mapped_column(points_to("meeting.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(points_to("agenda_item.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    label: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    to_follow: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(default="")
    sha256: Mapped[str] = mapped_column(default="", index=True)
    size: Mapped[int] = mapped_column(default=0)
    pages: Mapped[int | None] = mapped_column(default=None)
    restricted: Mapped[bool] = mapped_column(default=False)
    ground: Mapped[str] = mapped_column(default="")
    restriction_reason: Mapped[str] = mapped_column(default="")


def next_label(number: str, taken: Iterable[str]) -> str:
    """Return the label of the next paper of an item: 6A, 6B, ... 6Z, 6AA; after the last that is taken.

    Args:
        number: the item's number as printed; without one the label is the letter alone.
        taken: the labels of the meeting's papers.
    """
    return number + _letters(max((_place(number, label) for label in taken), default=0) + 1)


def relabelled(papers: Sequence[Paper], before: str, number: str) -> dict[UUID, str]:
    """Return new labels, in order, for those papers of an item that are labelled after its number.

    A label that somebody chose stays, and nobody else gets it.

    Args:
        papers: the item's papers in order.
        before: the number that the item had.
        number: the number that it has now.
    """
    counted = [paper for paper in papers if _place(before, paper.label)]
    chosen = {paper.label for paper in papers} - {paper.label for paper in counted}
    labels: dict[UUID, str] = {}
    place = 0
    for paper in counted:
        place += 1
        while number + _letters(place) in chosen:
            place += 1
        labels[paper.id] = number + _letters(place)
    return labels


def words_relabelled(said: str, before: str, number: str) -> str:
    """Return an item's words for its papers with their labels following its number: `6A and 6B` to `7A and 7B`.

    Args:
        said: the words as they are.
        before: the number that the item had.
        number: the number that it has now.
    """
    if not before:
        return said
    return re.sub(rf"(?<![\w.]){re.escape(before)}(?=[A-Z]{{1,2}}\b)", number.replace("\\", r"\\"), said)


def _place(number: str, label: str) -> int:
    """Return the place that a label counts to: 1 for 6A, 27 for 6AA; 0 where it is none of this number's."""
    found = re.fullmatch(re.escape(number) + "([A-Z]{1,3})", label)
    place = 0
    for letter in found.group(1) if found else "":
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place


def _letters(place: int) -> str:
    letters = ""
    while place:
        place, rest = divmod(place - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
