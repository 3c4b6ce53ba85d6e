"""The colours of the three themes, by what they are for; nothing else names a colour. Measured ratios: docs/look.md."""

from dataclasses import dataclass
from enum import StrEnum


class Appearance(StrEnum):
    """Whose colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours by what they are for, as #RRGGBB."""

    ground: str
    surface: str
    sunken: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    tint: str
    danger: str
    danger_tint: str
    caution: str
    caution_tint: str


# fmt: off
LIGHT = Tokens("#F1F3F2", "#FFFFFF", "#E6EAE8", "#D3D9D6", "#76817D", "#18211E", "#505B56",
               "#0E5A6B", "#FFFFFF", "#DCEBEE", "#AE1F2B", "#FBE7E7", "#704300", "#FBEFD5")
DARK = Tokens("#151A19", "#1E2523", "#0F1312", "#343E3A", "#82908B", "#E8EDEA", "#A9B4AF",
              "#74C7D8", "#06242B", "#17383F", "#FF938D", "#3F1E20", "#F0C170", "#382B13")
# Where the system asks for contrast, states are told by edges, shapes and words; tints are the plain ground.
CONTRAST_LIGHT = Tokens("#FFFFFF", "#FFFFFF", "#FFFFFF", "#000000", "#000000", "#000000", "#000000",
                        "#00304F", "#FFFFFF", "#FFFFFF", "#8B0000", "#FFFFFF", "#4A2C00", "#FFFFFF")
CONTRAST_DARK = Tokens("#000000", "#000000", "#000000", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF",
                       "#7FE9FF", "#000000", "#000000", "#FFA6A0", "#000000", "#FFD98A", "#000000")
# fmt: on
