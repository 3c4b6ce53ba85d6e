"""The whole sample board, meeting after meeting."""

from sample import cast, meeting_03, meeting_14, register
from sample.board import SampleBoard


def tell() -> SampleBoard:
    """Return the sample board with everything on it."""
    sample = cast.cast()
    register.open_register(sample)
    meeting_03.tell(sample)
    meeting_14.tell(sample)
    return sample
