"""Changing some fields of a thing and keeping the others: a part that isn't given stays as it is."""

from enum import Enum
from typing import Final, TypeVar

T = TypeVar("T")


class Kept(Enum):
    """The type of `KEPT`."""

    KEPT = "kept"


KEPT: Final = Kept.KEPT
"""Stands for a part that wasn't given; None is a value of many fields."""


def given(value: T | Kept, standing: T) -> T:
    """Return what was given, else what stands."""
    return standing if value is Kept.KEPT else value
