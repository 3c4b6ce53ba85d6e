"""Points: who said what, in reported form, the words being the record's own."""

import re
from collections.abc import Collection, Iterator

from boardroom.documents.blocks import Block, Paragraph
from boardroom.documents.compose.phrases import ended, joined, upper_first
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem, Point
from boardroom.domain.proposals import Proposal
from boardroom.domain.text import Run
from boardroom.domain.words import PointKind, Sector

_SPOKE = {
    PointKind.REPORT: "reported",
    PointKind.STATEMENT: "said",
    PointKind.PROPOSAL: "proposed",
    PointKind.CONCERN: "raised a concern",
    PointKind.QUESTION: "asked",
    PointKind.ANSWER: "answered",
    PointKind.CHALLENGE: "challenged this",
}
_WAS_SAID = {
    PointKind.REPORT: "It was reported",
    PointKind.STATEMENT: "It was said",
    PointKind.PROPOSAL: "It was proposed",
    PointKind.CONCERN: "A concern was raised",
    PointKind.QUESTION: "A question was asked",
    PointKind.ANSWER: "It was answered",
    PointKind.CHALLENGE: "This was challenged",
}
_SPOKEN_FOR = {
    Sector.LOCAL_AUTHORITY: "the local authority",
    Sector.HEALTH: "the health sector",
    Sector.POLICE: "the police",
    Sector.PROBATION: "the probation service",
    Sector.EDUCATION: "the education sector",
    Sector.OTHER_PUBLIC: "another public body",
    Sector.VOLUNTARY: "the voluntary sector",
    Sector.COMMUNITY: "the community sector",
    Sector.PRIVATE: "the private sector",
    Sector.FAITH: "the faith communities",
    Sector.SERVICE_USERS: "the service users",
}


_ONE_OF_MANY = frozenset({"councillor", "member", "officer", "parent", "representative", "resident"})
"""Roles that several people hold at once."""

_NO_ARTICLE = re.compile(
    r"(dr|mr|mrs|ms|miss|mx|cllr|prof|professor|rev|revd|supt|sir|dame|lord|lady)\b"
    r"|(an?|the|all|another|both|many|other|several|some|various|young|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|.*\b[A-Z]$",
    re.IGNORECASE,
)
"""Roles that begin with a person's title or a word of quantity, or end in a letter ("Councillor A")."""


def point_blocks(source: Source, item: AgendaItem, in_table: Collection[Proposal]) -> Iterator[Block]:
    """Give an item's points in order, but for those that stand word for word in the table of proposals."""
    told = {(proposal.id, _bare(proposal.text)) for proposal in in_table}
    for point in source.under(source.record.points, "item_id", item.id):
        if point.proposal_id is None or (point.proposal_id, _bare(point.text)) not in told:
            lead = _lead(source, point)
            yield Paragraph(
                (Run(f"{lead}: {ended(point.text)}" if lead else ended(point.text)),), language=source.language
            )


def _bare(text: str) -> str:
    return text.strip().rstrip(".").casefold()


def _with_article(source: Source, role: str) -> str:
    """Return a role as a sentence begins with it: `The Treasurer`, `An officer`, `Two directors`."""
    if not role or source.language or _NO_ARTICLE.match(role):
        return role
    if role.casefold() in _ONE_OF_MANY:
        return f"{'An' if role[0] in 'AEIOUaeiou' else 'A'} {role.casefold()}"
    return f"The {role}"


def _lead(source: Source, point: Point) -> str:
    """Return who spoke and how, as far as it is known."""
    name = source.person(point.person_id, point.by_name) or _with_article(source, point.by_role)
    body = source.organisation(point.organisation_id, point.by_organisation)
    speaker = joined((name, body), ", ")
    if not speaker and point.sector in _SPOKEN_FOR and point.sector is not None:
        speaker = f"A speaker for {_SPOKEN_FOR[point.sector]}"
    if not speaker:
        return _WAS_SAID[point.kind] if point.kind is not None else ""
    verb = _SPOKE[point.kind] if point.kind is not None else ""
    comma = "," if name and body and verb else ""
    return joined((f"{upper_first(speaker)}{comma}", verb))
