"""The whole sample board, meeting after meeting."""

from importlib import import_module

from sample import calls, cast, plan, register
from sample.board import SampleBoard
from sample.seals import hash_seals

MEETINGS = ("03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15")


def tell() -> SampleBoard:
    """Return the sample board with everything on it."""
    sample = cast.cast()
    register.open_register(sample)
    plan.plan(sample)
    for number in MEETINGS:
        import_module(f"sample.meeting_{number}").tell(sample)
    plan.tie(sample)
    calls.call(sample)
    calls.value(sample)
    hash_seals(sample)
    return sample
