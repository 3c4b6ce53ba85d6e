"""The enumerations of a board's work, each value being the word that screens, files and minutes use.

No SQLAlchemy here: start-up and renderers read these words without paying for it.
"""

from enum import StrEnum


class Sector(StrEnum):
    """Kind of body that an organisation, a seat or a speaker belongs to."""

    LOCAL_AUTHORITY = "local authority"
    HEALTH = "health"
    POLICE = "police"
    PROBATION = "probation"
    EDUCATION = "education"
    OTHER_PUBLIC = "other public"
    VOLUNTARY = "voluntary"
    COMMUNITY = "community"
    PRIVATE = "private"
    FAITH = "faith"
    SERVICE_USERS = "service users"
    UNKNOWN = "unknown"


class SeatRole(StrEnum):
    """In what capacity the holder of a seat sits."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    CO_OPTED = "co-opted"
    IN_ATTENDANCE = "in attendance"
    OBSERVER = "observer"


class QuorumBase(StrEnum):
    """Of what a quorum given as a fraction is taken."""

    ALL_SEATS = "all voting seats"
    FILLED_SEATS = "filled voting seats"


class Stage(StrEnum):
    """How far the planning and commissioning of a strand has come, in order.

    Source: the commissioning cycle; OCDS `planning` covers the first three (domain/stages.py).
    """

    NEEDS = "needs"
    STRATEGY = "strategy"
    SPECIFICATION = "specification"
    PROCUREMENT = "procurement"
    DELIVERY = "delivery"
    REVIEW = "review"


class TellingKind(StrEnum):
    """What an organisation was told about a strand."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    CLARIFICATION = "clarification"
    PAPER = "paper"
    RESULT = "result"


class DayKind(StrEnum):
    """How days of notice are counted."""

    CALENDAR = "calendar days"
    WORKING = "working days"


class MinuteNumbers(StrEnum):
    """How a board numbers its minutes."""

    NONE = "none"
    EACH_MEETING = "begin anew at each meeting"
    EACH_YEAR = "run on all year"
    FOR_EVER = "run on for ever"


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    INFORMAL = "informal"
    ANNUAL = "annual"


class MeetingStatus(StrEnum):
    """How far a meeting and its minutes have come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DRAFT_MINUTES = "draft minutes"
    CONFIRMED = "confirmed"


class ItemKind(StrEnum):
    """What an agenda item asks of the board."""

    PROCEDURAL = "procedural"
    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"
    HEADING = "heading"


class ItemState(StrEnum):
    """What became of an agenda item at its meeting."""

    OPEN = "open"
    TAKEN = "taken"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


class Restriction(StrEnum):
    """Why a matter is kept from the public.

    Source: Local Government Act 1972 s.100A(2) (confidential) and (4) with Schedule 12A (exempt).
    """

    CONFIDENTIAL = "confidential"
    EXEMPT = "exempt"


class Presence(StrEnum):
    """In what way a person, or a group, stands in the attendance of a meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    SUBSTITUTE = "substitute"
    IN_ATTENDANCE = "in attendance"
    COPIED_IN = "copied in"


class TextKind(StrEnum):
    """Whose words a paragraph is: the secretary's own, or the minutes'."""

    NOTE = "note"
    MINUTE = "minute text"


class ParagraphForm(StrEnum):
    """How a paragraph is set."""

    BODY = "body"
    BULLET = "bullet"
    NUMBERED = "numbered"


class PointKind(StrEnum):
    """What sort of contribution a point is."""

    REPORT = "report"
    STATEMENT = "statement"
    PROPOSAL = "proposal"
    CONCERN = "concern"
    QUESTION = "question"
    ANSWER = "answer"
    CHALLENGE = "challenge"


class AnswerKind(StrEnum):
    """What the board said to a proposal."""

    ADOPTED = "adopted"
    ADAPTED = "adapted"
    DEFERRED = "deferred"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ReasonCategory(StrEnum):
    """Why a proposal was answered as it was; the first two are what this product makes visible."""

    SPECIFICATION = "does not fit the specification"
    TIMETABLE = "timetable too tight"
    COST = "cost"
    EVIDENCE = "evidence"
    DUPLICATE = "already provided"
    POWERS = "outside the board's powers"
    USERS = "what users said"
    FITS_PLAN = "fits the plan"
    OTHER = "other"


class VoteOption(StrEnum):
    """How a member voted (Open Civic Data vote options)."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    NOT_VOTING = "not voting"


class VoteMethod(StrEnum):
    """How a vote event was held."""

    HANDS = "show of hands"
    NAMED = "recorded vote"
    BALLOT = "ballot"
    SECTORS = "by sector"
    NOT_STATED = "not stated"


class VoteBasis(StrEnum):
    """Of what a threshold is taken."""

    CAST = "votes cast"
    PRESENT = "voting members present"
    ENTITLED = "all voting members"


class VoteResult(StrEnum):
    """What a vote event gave."""

    CARRIED = "carried"
    LOST = "lost"
    TIED = "tied"
    UNCLEAR = "not stated"


class Method(StrEnum):
    """How a decision was reached."""

    CONSENSUS = "consensus"
    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    VOTE = "vote"
    SHOW_OF_HANDS = "show of hands"
    RECORDED_VOTE = "recorded vote"
    BALLOT = "ballot"
    CHAIRS_RULING = "chair's ruling"
    BETWEEN_MEETINGS = "between meetings"
    NOT_STATED = "not stated"


class Result(StrEnum):
    """What a decision settled."""

    CARRIED = "carried"
    CARRIED_AS_AMENDED = "carried as amended"
    CARRIED_IN_PART = "carried in part"
    LOST = "lost"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFERRED = "referred"
    REFERRED_BACK = "referred back"
    RECOMMENDED = "recommended"
    WITHDRAWN = "withdrawn"
    NO_VOTE_TAKEN = "no vote taken"
    DISPOSED_OF = "disposed of"
    NOT_STATED = "not stated"


class LinkKind(StrEnum):
    """What one decision does to an earlier one."""

    RATIFIES = "ratifies"
    AMENDS = "amends"
    SUPERSEDES = "supersedes"


class ActionStatus(StrEnum):
    """How far an action has come."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    DONE = "done"
    DROPPED = "dropped"
