"""What hangs on a decision as a secretary writes it: dissents and links, one on each line."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.decisions import Decision
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.domain.words import LinkKind
from boardroom.services.decisions import link_decision, record_dissent, remove_dissent, unlink_decision
from boardroom.services.standing_rows import standing
from boardroom.store.queries.settled import decisions_referred


def write_dissents(session: Session, decision_id: UUID, *, removed: Iterable[UUID], added: Iterable[str]) -> None:
    """Take dissents out, and record those that lines say, the words behind a colon.

    Raises:
        Refusal: a line names nobody, or the decision is gone.
    """
    for gone in removed:
        remove_dissent(session, gone)
    for line in map(clean_line, added):
        name, _, words = line.partition(":")
        if line:
            record_dissent(session, decision_id, name, words)


def write_links(session: Session, decision_id: UUID, *, removed: Iterable[UUID], added: Iterable[str]) -> None:
    """Take links out, and make those that lines say: `supersedes 2026/14`.

    What no decision of the board has for its reference or number stays as words.

    Raises:
        Refusal: a line doesn't begin with what the decision does, or names nothing, or the decision is gone.
    """
    decision = standing(session, Decision, decision_id, "That decision")
    for gone in removed:
        unlink_decision(session, gone)
    for line in filter(None, map(clean_line, added)):
        verb, _, named = line.partition(" ")
        if verb.casefold() not in set(LinkKind):
            message = "Begin each line with “ratifies”, “amends” or “supersedes”, then name the earlier decision."
            raise Refusal(message)
        found = [one for one in decisions_referred(session, decision.board_id, named) if one != decision_id]
        sure = found[0] if len(found) == 1 else None
        words = "" if sure is not None else named
        link_decision(session, decision_id, LinkKind(verb.casefold()), of_decision_id=sure, words=words)
