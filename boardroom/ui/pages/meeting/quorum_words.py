"""A board's quorum as the room says and draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.ui.kit.meters import Track

if TYPE_CHECKING:
    from boardroom.store.queries.attendance_page import QuorumView


def quorum_sentence(one: QuorumView, *, of_item: bool) -> str:
    """Return whether a board has a quorum, in a few words."""
    quorum = one.quorum
    if quorum.quorate is None:
        return _tr("Quorum not known")
    if quorum.quorate:
        return _tr("Quorate for this item") if of_item else _tr("Quorate")
    short = _tr("{} short").format(quorum.short) if quorum.short else ""
    return ", ".join(filter(None, (_tr("Inquorate"), short)))


def quorum_tracks(one: QuorumView) -> list[Track]:
    """Return the rows of cells: members with a vote, and sectors where the terms ask for them."""
    quorum, whole = one.quorum, one.voting_seats
    counted = min(quorum.counted, whole) if whole else quorum.counted
    words = _tr("{counted} of {whole} voting members").format(counted=counted, whole=whole)
    if not whole:
        words = _tr("{} members").format(counted)
    needs = _tr("needs {}")
    need = quorum.needed or 0
    tracks = [Track(words, needs.format(need) if need else "", counted, whole or max(counted, need), need)]
    if quorum.sectors_needed is not None and one.sectors_seated:
        seated = len(one.sectors_seated)
        there = len(quorum.sectors & set(one.sectors_seated))
        words = _tr("{there} of {seated} sectors").format(there=there, seated=seated)
        tracks.append(Track(words, needs.format(quorum.sectors_needed), there, seated, quorum.sectors_needed))
    return tracks


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeopleHead", text)
