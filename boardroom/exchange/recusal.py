"""Whether the words of a declaration's effect say that the person took no part."""

import re

_STAYED = re.compile(
    r"\b(?:did not|didn't|does not|need not|not required to|not obliged to|declined to|without having to)\s+"
    r"(?:leave|withdraw|retire|recuse|step out)|\b(?:remained|stayed|was allowed to stay)\b",
    re.IGNORECASE,
)
_TOOK_NO_PART = re.compile(
    r"\bleft\b|\bleaving the\b|\bwithdr(?:ew|awn|awing)\b|\bwithdrew\b|\brecused\b|\bretired from\b|\bstepped out\b"
    r"|\b(?:took|taking|take) no (?:further )?part\b|\b(?:did not|didn't) (?:take part|participate|attend for)\b"
    r"|\bno part in\b|\bout of the (?:room|meeting|chamber)\b|\babsented\b"
    # Welsh: left, withdrew, took no part.
    r"|\bgadawodd\b|\btynnodd yn ôl\b|\bni chymerodd ran\b|\bheb gymryd rhan\b",
    re.IGNORECASE,
)


def took_no_part(effect: str) -> bool:
    """Whether a declared interest kept its owner from the matter: left, withdrew, took no part.

    Who stayed, or spoke and only did not vote, was in the room and counts for the quorum.
    """
    return bool(_TOOK_NO_PART.search(effect)) and not _STAYED.search(effect)
