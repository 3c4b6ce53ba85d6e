"""Which wording stands after the amendments: the substantive motion."""

from collections.abc import Sequence
from uuid import UUID

from boardroom.domain.votes import Motion
from boardroom.domain.words import Result

CARRIED = frozenset({Result.CARRIED, Result.CARRIED_AS_AMENDED, Result.CARRIED_IN_PART})


def substantive(motions: Sequence[Motion]) -> dict[UUID, Motion]:
    """Return, for each motion that amends none, the motion whose wording stands.

    A carried amendment takes the motion's place and becomes the substantive motion; later amendments,
    whether they name the motion or the amendment, are to that. A lost or withdrawn amendment changes
    nothing, nor does one to it. An item may hold several motions one after the other; each has its own.
    An amendment of a motion that isn't in the list stands for itself; a circle has no substantive motion.
    Source: model standing orders of local authorities; glossary, "Substantive motion".
    """
    known = {motion.id for motion in motions}
    amendments: dict[UUID, list[Motion]] = {}
    for motion in sorted(motions, key=lambda motion: motion.position):
        if motion.amends_id is not None:
            amendments.setdefault(motion.amends_id, []).append(motion)

    def standing(motion: Motion) -> Motion:
        # Down one carried amendment after another; no motion comes twice, as each amends but one.
        while True:
            carried = [one for one in amendments.get(motion.id, ()) if one.result in CARRIED]
            if not carried:
                return motion
            motion = carried[-1]

    return {motion.id: standing(motion) for motion in motions if motion.amends_id not in known}
