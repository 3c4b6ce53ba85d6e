"""The result that a decision's line begins with, as British minutes say it: `agreed that`, `noted the report`."""

import re
from dataclasses import dataclass

from boardroom.domain.words import Method, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSaid:
    """A result said at `line[start:end]`.

    `to` is where it stands to whom something is recommended; `sure_to`: "that" or a colon ends it, otherwise it is
    somebody only if they are known. `wording` is where the wording begins that stands without the result's words;
    None where it doesn't ("noted the report").
    """

    start: int
    end: int
    result: Result
    method: Method | None = None
    to: tuple[int, int] | None = None
    sure_to: bool = False
    wording: int | None = None


_SAID = (
    ("not (?:agreed|carried|approved|supported)|rejected|refused|lost|declined", Result.LOST),
    ("(?:agreed|carried|approved|adopted|accepted) (?:as amended|with amendments)", Result.CARRIED_AS_AMENDED),
    ("(?:agreed|carried|approved) in part", Result.CARRIED_IN_PART),
    ("agreed|resolved|carried|approved|adopted|accepted|endorsed|confirmed|ratified", Result.CARRIED),
    ("noted|received", Result.NOTED),
    ("deferred", Result.DEFERRED),
    ("referred back", Result.REFERRED_BACK),
    ("referred", Result.REFERRED),
    ("recommended", Result.RECOMMENDED),
    ("withdrawn", Result.WITHDRAWN),
    ("no vote (?:was )?taken", Result.NO_VOTE_TAKEN),
)
_TO_DO = frozenset({Result.CARRIED, Result.CARRIED_AS_AMENDED, Result.CARRIED_IN_PART, Result.LOST, Result.RECOMMENDED})
_METHODS = {"unanimously": Method.UNANIMOUS, "by consensus": Method.CONSENSUS, "by majority": Method.MAJORITY,
            "by a majority": Method.MAJORITY}  # fmt: skip
_HOW = "|".join(_METHODS)
# "Lost property" and "confirmed cases" are no results: what follows one is never a bare noun.
_GOES_ON = (
    r"(?=\s*$|\s*[:,;.](?:\s|$)|\s+(?:that|to|the|a|an|this|these|those|its|their|all|both|with|by|as|for|in|on|until"
    r"|subject|under)\b)"
)
_PATTERNS = tuple(
    (
        re.compile(
            rf"(?:(?:it was|the board|board)\s+)?(?:(?P<first>{_HOW})\s+)?(?:{said})(?:\s+(?P<how>{_HOW}))?{_GOES_ON}",
            re.IGNORECASE,
        ),
        result,
    )
    for said, result in ((said.replace(" ", r"\s+"), result) for said, result in _SAID)
)
_TO_WHOM = re.compile(r"\s+to\s+(?P<to>(?:@|(?i:the|its)\s|[^\W\d_a-zŵŷâêîôû])[^:]{0,80}?)(?=\s+that\b|\s*:)")
_TO = re.compile(r"\s+to\s+(?=\S)")
# "Agreed to the proposal" is the wording itself.
_WORDING = re.compile(
    r"\s*:\s*(?=\S)|[\s,]+(?=that\s+\S|to\s+(?!(?:the|a|an|this|that|these|those|its|their|all|both)\b)\S)",
    re.IGNORECASE,
)


def result_said(line: str, start: int) -> ResultSaid | None:
    """Return the result with which a line begins at a place, and how it was reached if that is said too."""
    for pattern, result in _PATTERNS:
        found = pattern.match(line, start)
        if found is None:
            continue
        how = " ".join((found["how"] or found["first"] or "").lower().split())
        whom = (_TO_WHOM.match(line, found.end()) or None) if result is Result.RECOMMENDED else None
        to = whom.span("to") if whom else None
        wording = _WORDING.match(line, whom.end() if whom else found.end())
        if wording is not None and result not in _TO_DO and line[wording.end() :][:3].lower() == "to ":
            # "Deferred to the next meeting" is the wording.
            wording = None
        if whom is None and result is Result.RECOMMENDED and (bare := _TO.match(line, found.end())):
            to = (bare.end(), bare.end())
        return ResultSaid(
            start=start,
            end=found.end(),
            result=result,
            method=_METHODS.get(how),
            to=to,
            sure_to=whom is not None,
            wording=wording.end() if wording else None,
        )
    return None
