"""Motions, decisions and the votes on them; every tally is checked against who may vote."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink, Dissent
from boardroom.domain.meeting import Meeting
from boardroom.domain.votes import Motion, SectorTally, Vote, VoteEvent
from boardroom.domain.words import LinkKind, Sector, VoteMethod, VoteOption, VoteResult

if TYPE_CHECKING:
    from sample.item import ItemDesk


class _Votable:
    """Something the meeting votes on: a motion or a decision."""

    item: "ItemDesk"

    @abstractmethod
    def _subject(self) -> dict[str, Any]: ...

    def _event(self, method: VoteMethod, **fields: Any) -> VoteEvent:  # noqa: ANN401 - any field of a vote
        row: VoteEvent = self.item.add(VoteEvent, "vote", method=method, **self._subject(), **fields)
        return row

    def _check(self, counted: int) -> None:
        voters = self.item.meeting.may_vote(self.item)
        may_vote = len(voters) + sum(holder in voters for holder in self.item.meeting.proxies.values())
        if counted != may_vote:
            place = f"{self.item.meeting.key}, item {self.item.row.number}"
            message = f"{place}: {counted} votes counted, {may_vote} could be cast"
            raise ValueError(message)

    def tally(  # noqa: PLR0913 - a vote has this many figures
        self,
        yes: int,
        no: int,
        abstain: int,
        *,
        method: VoteMethod = VoteMethod.HANDS,
        casting: VoteOption | None = None,
        casting_by: str = "",
        result: VoteResult | None = None,
        not_voting: int = 0,
        **fields: Any,  # noqa: ANN401 - any field of a vote
    ) -> VoteEvent:
        """Count a vote of which every figure is known."""
        self._check(yes + no + abstain + not_voting)
        told = result or (VoteResult.CARRIED if yes > no or casting is VoteOption.YES else VoteResult.LOST)
        return self._event(
            method,
            yes=yes,
            no=no,
            abstain=abstain,
            not_voting=not_voting or None,
            casting=casting,
            casting_by=casting_by,
            result=told,
            **fields,
        )

    def partly(self, yes: int, rest: VoteOption) -> VoteEvent:
        """Record a show of hands of which one figure was taken: so many for, the rest otherwise."""
        return self._event(VoteMethod.HANDS, yes=yes, rest=rest, result=VoteResult.CARRIED)

    def named(
        self,
        *,
        no: tuple[str, ...] = (),
        abstain: tuple[str, ...] = (),
        proxies: dict[str, VoteOption] | None = None,
        **fields: Any,  # noqa: ANN401 - any field of a vote
    ) -> VoteEvent:
        """Take a named vote: everybody who may vote says yes, but for those named.

        Args:
            no: members against.
            abstain: members who abstained.
            proxies: how the vote of an absent member was cast, by that member's name.
            fields: a threshold and its basis.
        """
        options = dict.fromkeys(self.item.meeting.may_vote(self.item), VoteOption.YES)
        for name in no:
            options[name] = VoteOption.NO
        for name in abstain:
            options[name] = VoteOption.ABSTAIN
        cast = [(name, "", option) for name, option in options.items()]
        held = self.item.meeting.proxies
        cast += [(held[member], member, option) for member, option in (proxies or {}).items()]
        counts = {option: sum(given is option for _, _, given in cast) for option in VoteOption}
        self._check(len(cast))
        result = VoteResult.CARRIED if counts[VoteOption.YES] > counts[VoteOption.NO] else VoteResult.LOST
        event = self._event(
            VoteMethod.NAMED,
            yes=counts[VoteOption.YES],
            no=counts[VoteOption.NO],
            abstain=counts[VoteOption.ABSTAIN],
            result=fields.pop("result", result),
            **fields,
        )
        for name, member, option in cast:
            row = self.item.meeting.voters[name].row
            self.item.meeting.add(
                Vote,
                f"{event.id}",
                vote_event_id=event.id,
                attendance_id=row.id,
                person_id=row.person_id,
                name=name,
                sector=row.sector,
                option=option,
                proxy_for=member,
            )
        return event

    def by_sector(self, tallies: dict[Sector, tuple[int, int, int]]) -> VoteEvent:
        """Take a vote by sector: yes, no and abstentions of each."""
        yes, no, abstain = (sum(figures) for figures in zip(*tallies.values(), strict=True))
        event = self.tally(yes, no, abstain, method=VoteMethod.SECTORS)
        for sector, (for_it, against, neither) in tallies.items():
            self.item.meeting.add(
                SectorTally,
                f"{event.id}",
                vote_event_id=event.id,
                sector=sector,
                yes=for_it,
                no=against,
                abstain=neither,
            )
        return event


class MotionDesk(_Votable):
    """A motion, or an amendment, that is before the meeting."""

    def __init__(self, item: "ItemDesk", row: Motion) -> None:
        """Take up a motion of an item."""
        self.item = item
        self.row = row

    @override
    def _subject(self) -> dict[str, Any]:
        return {"motion_id": self.row.id}


class DecisionDesk(_Votable):
    """A decision just recorded, and what belongs to it."""

    def __init__(self, item: "ItemDesk", row: Decision) -> None:
        """Take up a decision of an item."""
        self.item = item
        self.row = row

    @override
    def _subject(self) -> dict[str, Any]:
        return {"decision_id": self.row.id, "motion_id": self.row.motion_id}

    def condition(self, *texts: str) -> "DecisionDesk":
        """Say what the decision is subject to."""
        for text in texts:
            self.item.meeting.add(DecisionCondition, f"{self.row.id}", decision_id=self.row.id, text=text)
        return self

    def dissent(self, name: str, words: str) -> "DecisionDesk":
        """Record a member's disagreement in their own words."""
        self.item.meeting.add(
            Dissent,
            f"{self.row.id}",
            decision_id=self.row.id,
            person_id=self.item.meeting.sample.people[name].id,
            name=name,
            words=words,
        )
        return self

    def link(self, kind: LinkKind, earlier: Decision | Meeting, words: str = "") -> "DecisionDesk":
        """Say what the decision does to an earlier one, or to all decisions of an earlier meeting."""
        self.item.meeting.add(
            DecisionLink,
            f"{self.row.id}",
            decision_id=self.row.id,
            kind=kind,
            of_decision_id=earlier.id if isinstance(earlier, Decision) else None,
            of_meeting_id=earlier.id if isinstance(earlier, Meeting) else None,
            words=words,
        )
        return self
