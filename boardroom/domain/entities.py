"""Every entity in one place: importing this module fills the metadata."""

from boardroom.domain.actions import Action, ActionOwner, ActionUpdate
from boardroom.domain.agenda import AgendaItem, ItemTranslation, Paragraph, Point
from boardroom.domain.attendance import (
    Attendance,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    DeclarationTranslation,
    Stay,
)
from boardroom.domain.base import Base
from boardroom.domain.board import Board, Deputy, Membership, QuorumNeed, Seat, TermsOfReference
from boardroom.domain.calls import Call, CallInvited, Telling
from boardroom.domain.decisions import Decision, DecisionCondition, DecisionLink, Dissent
from boardroom.domain.interests import Interest
from boardroom.domain.meeting import (
    Correction,
    Meeting,
    MeetingBoard,
    MeetingDay,
    MinutesAmendment,
    MinutesConfirmation,
    Presiding,
    Seal,
)
from boardroom.domain.papers import Paper
from boardroom.domain.people import Organisation, OrganisationStatus, Person
from boardroom.domain.plan import Involvement, Outcome, Priority, Strand, StrandStage, StrandSum
from boardroom.domain.proposals import Answer, Estimate, Proposal, ProposalItem, ProposalOutcome, Proposer
from boardroom.domain.running import Heard, Sitting, Taking
from boardroom.domain.templates import AgendaTemplate, Series, StockPhrase, TemplateItem
from boardroom.domain.votes import Motion, SectorTally, Vote, VoteEvent

ENTITIES: tuple[type[Base], ...] = (
    Person,
    Organisation,
    OrganisationStatus,
    Interest,
    Board,
    TermsOfReference,
    QuorumNeed,
    Seat,
    Membership,
    Deputy,
    Outcome,
    Priority,
    Strand,
    StrandStage,
    StrandSum,
    Involvement,
    AgendaTemplate,
    TemplateItem,
    Series,
    StockPhrase,
    Meeting,
    MeetingBoard,
    MeetingDay,
    AgendaItem,
    ItemTranslation,
    Paper,
    Presiding,
    Sitting,
    Taking,
    Heard,
    Attendance,
    Stay,
    AttendanceItem,
    Declaration,
    DeclarationItem,
    DeclarationTranslation,
    Paragraph,
    Call,
    CallInvited,
    Telling,
    Proposal,
    Proposer,
    ProposalOutcome,
    ProposalItem,
    Estimate,
    Point,
    Motion,
    Decision,
    VoteEvent,
    Vote,
    SectorTally,
    DecisionCondition,
    DecisionLink,
    Dissent,
    Answer,
    Action,
    ActionOwner,
    ActionUpdate,
    MinutesConfirmation,
    MinutesAmendment,
    Seal,
    Correction,
)
