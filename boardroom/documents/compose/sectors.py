"""The sectors' marks on paper: letters, shape and colour, always all three.

Source: design, "Sectors" (Okabe-Ito colours for white paper). Shape says the family: square for a
public body, pill for voluntary, community and faith, cut corners for private, hexagon for service users.
"""

from boardroom.documents.blocks import Badge, Shape, Span
from boardroom.documents.compose.phrases import upper_first
from boardroom.domain.sectors import SECTOR_LETTERS
from boardroom.domain.text import Run
from boardroom.domain.words import Sector

_WHITE = "#FFFFFF"
_BLACK = "#000000"
_TEXT = "#18211E"

_MARKS: dict[Sector, tuple[Shape, str, str, str]] = {
    # shape, fill, ink, edge
    Sector.LOCAL_AUTHORITY: (Shape.SQUARE, "#0072B2", _WHITE, "#0072B2"),
    Sector.HEALTH: (Shape.SQUARE, "#56B4E9", _BLACK, "#2A7FAF"),
    Sector.POLICE: (Shape.SQUARE, _BLACK, _WHITE, _BLACK),
    Sector.PROBATION: (Shape.SQUARE, _WHITE, _TEXT, _BLACK),
    Sector.EDUCATION: (Shape.SQUARE, "#E69F00", _BLACK, "#A06D00"),
    Sector.OTHER_PUBLIC: (Shape.SQUARE, _WHITE, _TEXT, "#0072B2"),
    Sector.VOLUNTARY: (Shape.PILL, "#009E73", _BLACK, "#00805D"),
    Sector.COMMUNITY: (Shape.PILL, "#CC79A7", _BLACK, "#A9527F"),
    Sector.FAITH: (Shape.PILL, _WHITE, _TEXT, "#A9527F"),
    Sector.PRIVATE: (Shape.CUT, "#F0E442", _BLACK, "#857C00"),
    Sector.SERVICE_USERS: (Shape.HEXAGON, "#D55E00", _BLACK, "#B85000"),
}


def sector_name(sector: Sector) -> str:
    """Return a sector as a table names it."""
    return "Sector not recorded" if sector is Sector.UNKNOWN else upper_first(sector.value)


def badge(sector: Sector | None) -> tuple[Badge, ...]:
    """Return a sector's mark as spans; none for a sector that isn't known."""
    if sector is None or sector not in _MARKS:
        return ()
    shape, fill, ink, edge = _MARKS[sector]
    return (Badge(SECTOR_LETTERS[sector], sector_name(sector), shape, fill, ink, edge),)


def marked_name(sector: Sector) -> tuple[Span, ...]:
    """Return a sector's mark with its name beside it."""
    return (*badge(sector), Run(sector_name(sector)))
