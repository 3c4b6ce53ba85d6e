"""An entry: what a line of the notes becomes, with whom and by when, and the sentence that says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardroom.domain.days import day_shown
from boardroom.domain.known import Party
from boardroom.domain.words import Method, Result, Sector


class EntryKind(StrEnum):
    """What a line becomes."""

    PROPOSAL = "proposal"
    DECISION = "decision"
    ACTION = "action"


class SpanRole(StrEnum):
    """What words of a line were used for."""

    MARK = "mark"
    NAME = "name"
    DUE = "due"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the line that were used: `line[start:end]`."""

    start: int
    end: int
    role: SpanRole


_HOW = {
    Method.CONSENSUS: "by consensus",
    Method.UNANIMOUS: "unanimously",
    Method.MAJORITY: "by a majority",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line as it is understood.

    `by` are the owners of an action or those who put a proposal; `by_words` is the owner "All"; `by_sector` who puts a
    proposal, where a sector does. `due_words` stand beside the day where it is only part of what was said.
    """

    kind: EntryKind
    text: str
    by: tuple[Party, ...] = ()
    by_words: str = ""
    by_sector: Sector | None = None
    due_on: date | None = None
    due_words: str = ""
    result: Result = Result.CARRIED
    method: Method = Method.CONSENSUS
    recommended_to: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def sentence(self) -> tuple[str, str]:
        """The entry in a sentence: what it becomes, and the rest with the mark or space that it begins with."""
        match self.kind:
            case EntryKind.ACTION:
                return "Action", f" {self._for_whom()}, {self._by_when()}"
            case EntryKind.PROPOSAL:
                return "Proposal", self._put_by()
            case EntryKind.DECISION:
                to = f" to {self.recommended_to}" if self.recommended_to else ""
                return "Decision", f": {self.result}{to}, {_HOW.get(self.method, str(self.method))}"

    @property
    def lacks(self) -> bool:
        """Whether something is missing without which it isn't recorded; the sentence says what."""
        return self.kind is EntryKind.PROPOSAL and not self.by and self.by_sector is None

    def _for_whom(self) -> str:
        whom = [one.printed for one in self.by] + [self.by_words] * bool(self.by_words)
        return f"for {listed(whom)}" if whom else "without an owner"

    def _by_when(self) -> str:
        if self.due_on is not None:
            return f"{'before' if self.due_words.startswith('before') else 'by'} {day_shown(self.due_on)}"
        return self.due_words or "without a date"

    def _put_by(self) -> str:
        if self.by_sector is Sector.SERVICE_USERS:
            return f" by {self.by_sector}"
        if self.by_sector is not None:
            return f" by the {self.by_sector} sector"
        if not self.lacks:
            return f" by {listed([one.printed for one in self.by])}"
        return ": say who puts it, with @ and a name, or a sector and a colon in front"


def listed(words: Sequence[str]) -> str:
    """Join what has commas inside: `Priya Raman, Arrowmere Council, and All`."""
    if len(words) == 1:
        return words[0]
    comma = "," if any("," in one for one in words) else ""
    return f"{', '.join(words[:-1])}{comma} and {words[-1]}"
