"""What the chair's window says, in sentences that can be read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.domain.said_next import Cue
from boardroom.ui.kit.days import plain_day
from boardroom.ui.kit.marks import sector_name

if TYPE_CHECKING:
    from boardroom.domain.said_next import Saying

_PRESSING = frozenset({Cue.INQUORATE, Cue.OVER})
_CAREFUL = frozenset(
    {Cue.SHORT_NOTICE, Cue.QUORUM_UNKNOWN, Cue.LEAVES, Cue.EXEMPT, Cue.CONFIDENTIAL, Cue.NOT_INVOLVED, Cue.UNANSWERED}
)


def tone_of(saying: Saying) -> str:
    """Return the colour of what is to be said: danger, caution or accent."""
    if saying.cue in _PRESSING:
        return "danger"
    return "caution" if saying.cue in _CAREFUL else "accent"


def sentence_of(saying: Saying) -> str:
    """Return what is to be said as a sentence."""
    words = _WORDS[saying.cue](saying)
    return _tr("Next item: {}").format(words) if saying.soon else words


def _inquorate(saying: Saying) -> str:
    counted, needed = saying.numbers
    if counted < needed:
        told = _tr("There is no quorum: {} of {} are here.").format(counted, needed)
    else:
        # Enough are here, but not from enough sectors, or not the chair.
        told = _tr("There is no quorum, {}.").format(saying.words)
    return f"{told} {_tr('Decisions would be provisional.')}"


def _quorum(saying: Saying) -> str:
    if len(saying.numbers) == 1:
        return _tr("There is a quorum.")
    return _tr("There is a quorum: {} members with a vote are here, {} are needed.").format(*saying.numbers)


def _unknown(_saying: Saying) -> str:
    return _tr("Whether there is a quorum is not known: say who is here.")


def _apologies(saying: Saying) -> str:
    if not saying.names:
        return _tr("No apologies were received. Are there any?")
    return _tr("Apologies from {}. Are there any more?").format(_listed(saying.names))


def _short_notice(saying: Saying) -> str:
    given, needed = saying.numbers
    return _tr("Notice was short: {} clear days, and {} are needed. Say why the meeting goes on.").format(given, needed)


def _declarations(_saying: Saying) -> str:
    return _tr("Ask for declarations of interest: which item, what interest, and who leaves the room for it.")


def _late(saying: Saying) -> str:
    if saying.reason:
        return _tr("Late item. The chair takes it because: {}").format(_ended(saying.reason))
    return _tr("Late item. Say why it can’t wait.")


def _leaves(saying: Saying) -> str:
    words = _tr("{} has an interest, takes no part and leaves the room.")
    if len(saying.names) > 1:
        words = _tr("{} have an interest, take no part and leave the room.")
    return words.format(_listed(saying.names))


def _confidential(saying: Saying) -> str:
    ground = ": ".join(filter(None, (saying.words.rstrip("."), saying.reason)))
    return " ".join(filter(None, (_tr("Confidential: the public must leave the room."), _ended(ground))))


def _exempt(saying: Saying) -> str:
    ground = ": ".join(filter(None, (saying.words.rstrip("."), saying.reason)))
    told = _tr("Exempt, {}").format(_ended(ground)) if ground else _tr("Say on which ground.")
    interest = _tr("The public interest in keeping it exempt outweighs that in disclosing it.")
    return " ".join((_tr("Move that the public be excluded."), told, interest))


def _back(_saying: Saying) -> str:
    return _tr("The public may come back into the room.")


def _over(saying: Saying) -> str:
    minutes, seconds = divmod(saying.numbers[0], 60)
    return _tr("The time of this item is over by {}. Come to a decision, or give it more time.").format(
        f"{minutes}:{seconds:02}"
    )


def _not_involved(saying: Saying) -> str:
    warned = saying.warned
    if warned is None:
        return ""
    named = ", ".join(sector_name(one).lower() for one in warned.gap.sectors)
    who = _tr("Not yet involved in planning “{}”: {}.").format(warned.strand, named)
    begins = _tr("Its {} stage began on {}.") if warned.gap.entered else _tr("Its {} stage is planned from {}.")
    when = begins.format(warned.gap.stage.value, plain_day(warned.gap.on))
    if warned.call_closes is not None:
        ask = _tr("A call for proposals closes on {}.").format(plain_day(warned.call_closes))
    else:
        ask = _tr("Ask whether to open a call for proposals, or whom to invite.")
    return f"{who} {when} {ask}"


def _unanswered(saying: Saying) -> str:
    count, longest, promised = saying.numbers
    if count == 1:
        told = _tr("1 proposal has waited {} days for an answer; {} are agreed.").format(longest, promised)
    else:
        told = _tr(
            "{} proposals have waited for an answer for more than the {} days agreed, the oldest for {}."
        ).format(count, promised, longest)
    asks = _tr("Say when they are answered.") if count > 1 else _tr("Say when it is answered.")
    return f"{saying.words}: {told} {asks}" if saying.words else f"{told} {asks}"


def _close(_saying: Saying) -> str:
    return _tr("This is the last item. Say when the next meeting is, and close this one.")


_WORDS = {
    Cue.INQUORATE: _inquorate,
    Cue.QUORUM: _quorum,
    Cue.QUORUM_UNKNOWN: _unknown,
    Cue.APOLOGIES: _apologies,
    Cue.SHORT_NOTICE: _short_notice,
    Cue.DECLARATIONS: _declarations,
    Cue.LATE: _late,
    Cue.LEAVES: _leaves,
    Cue.CONFIDENTIAL: _confidential,
    Cue.EXEMPT: _exempt,
    Cue.PUBLIC_BACK: _back,
    Cue.NOT_INVOLVED: _not_involved,
    Cue.UNANSWERED: _unanswered,
    Cue.OVER: _over,
    Cue.CLOSE: _close,
}


def _listed(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return _tr("{} and {}").format(", ".join(names[:-1]), names[-1])


def _ended(words: str) -> str:
    words = words.strip()
    return words if not words or words[-1] in ".!?" else f"{words}."


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChairWindow", text)
