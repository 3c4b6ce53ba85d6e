"""The outline of a badge, drawn once for paper and screen."""

from boardroom.documents.blocks import Shape

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
"""A step of a path: `M` and `L` with one point, `C` with three, as SVG has them."""

# How far a control point stands from the corner's start so that a cubic curve follows a quarter circle.
_QUARTER = 0.5523


def outline(shape: Shape, left: float, bottom: float, width: float, height: float) -> tuple[Step, ...]:
    """Return the closed path of a badge's edge; every shape is the same upside down.

    Square says public body, pill voluntary, community or faith, cut corners private, hexagon service users.
    """
    right, top = left + width, bottom + height
    match shape:
        case Shape.SQUARE:
            return _rounded(left, bottom, right, top, height * 0.14)
        case Shape.PILL:
            return _rounded(left, bottom, right, top, height * 0.5)
        case Shape.CUT:
            across, down = height * 0.28, height * 0.28
        case Shape.HEXAGON:
            across, down = height * 0.4, height * 0.5
    points = (
        *((left + across, bottom), (right - across, bottom), (right, bottom + down), (right, top - down)),
        *((right - across, top), (left + across, top), (left, top - down), (left, bottom + down)),
    )
    return (("M", points[:1]), *(("L", (point,)) for point in points[1:]))


def _rounded(left: float, bottom: float, right: float, top: float, radius: float) -> tuple[Step, ...]:
    control = radius * (1 - _QUARTER)
    return (
        ("M", ((left + radius, bottom),)),
        ("L", ((right - radius, bottom),)),
        ("C", ((right - control, bottom), (right, bottom + control), (right, bottom + radius))),
        ("L", ((right, top - radius),)),
        ("C", ((right, top - control), (right - control, top), (right - radius, top))),
        ("L", ((left + radius, top),)),
        ("C", ((left + control, top), (left, top - control), (left, top - radius))),
        ("L", ((left, bottom + radius),)),
        ("C", ((left, bottom + control), (left + control, bottom), (left + radius, bottom))),
    )
