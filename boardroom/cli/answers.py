"""Commands that answer partners: write each of them what became of its proposals, and record that it was told."""

import argparse
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.cli.console import progress, say, warn
from boardroom.cli.files import open_file
from boardroom.domain.refusal import Refusal
from boardroom.store.places import refuse_own_file
from boardroom.store.queries.find import find_board
from boardroom.store.queries.partners_to_tell import PartnerToTell, partners_to_tell

_NAMED = 3


def write_answers(asked: argparse.Namespace) -> None:
    """Write the answers to partners into a folder, a file for each; those that can't be drafts are named at the end."""
    from boardroom.documents.letters import LetterOrder, write_letters  # noqa: PLC0415
    from boardroom.exchange.eml import draft_of  # noqa: PLC0415

    folder = asked.output
    if not folder.is_dir():
        message = f"The folder {folder} isn't there; make it first or choose another one."
        raise Refusal(message)
    refuse_own_file(asked.file, folder)
    today = date.today()  # noqa: DTZ011 - the day on the wall
    since = _day(asked.since, "--since") if asked.since else None
    as_draft = asked.format == "eml"
    with open_file(asked) as board:
        with board.reading() as session:
            board_id = find_board(session, asked.board).id
            chosen = _chosen(session, board_id, asked.partners, today, untold=asked.untold)
        orders = [
            LetterOrder(
                board_id=board_id,
                organisation_id=one.id,
                format="pdf" if as_draft else asked.format,
                today=today,
                since=since,
            )
            for one in chosen
        ]
        with progress("Writing answers") as advance:
            shown = 0

            def moved(done: int, _whole: int) -> None:
                nonlocal shown
                advance(done - shown)
                shown = done

            letters = write_letters(board, orders, folder, draft_of if as_draft else None, moved)
    for one in letters.written:
        if one.missing:
            named = ", ".join(list(one.missing.values())[:_NAMED])
            warn(f"{one.path.name}: {len(one.missing)} characters can't be shown as they should be: {named}.")
        if one.for_members_only:
            warn(f"{one.path.name} holds restricted matter: it is for {one.organisation} alone.")
        say(str(one.path))
    if letters.refused:
        message = f"Not written: {' '.join(letters.refused.values())}"
        raise Refusal(message)


def record_told(asked: argparse.Namespace) -> None:
    """Record that partners were told the answers that stand; undo does not reach behind it."""
    from boardroom.services.proposal_life import tell_partners  # noqa: PLC0415

    today = date.today()  # noqa: DTZ011 - as above
    on = _day(asked.on, "--on") if asked.on else today
    with open_file(asked) as board:
        with board.reading() as session:
            board_id = find_board(session, asked.board).id
            chosen = _chosen(session, board_id, asked.partners, on, untold=not asked.partners)
        names = ", ".join(one.name for one in chosen[:_NAMED])
        more = len(chosen) - _NAMED
        names = f"{names} and {more} more" if more > 0 else names
        with board.writing(f"Say that {names} were told", barrier=True) as session:
            told = tell_partners(session, board_id, [one.id for one in chosen], on, asked.how, today=today)
            count = len(told)
    answers = "one answer" if count == 1 else f"{count} answers"
    say(f"Recorded: {names} were told {answers} on {on.day} {on:%B %Y}.")


def _chosen(
    session: Session, board_id: UUID, names: Sequence[str], today: date, *, untold: bool
) -> list[PartnerToTell]:
    """Return the partners of these names, or all; where they are asked for, only those with untold answers."""
    every = partners_to_tell(session, board_id, today)
    chosen = [_named(every, name) for name in names] or every
    if untold:
        chosen = [one for one in chosen if one.untold]
    if not chosen:
        message = "No partner has an answer that it wasn't told." if every else "No partner has put a proposal yet."
        raise Refusal(message)
    return list(dict.fromkeys(chosen))


def _named(every: Sequence[PartnerToTell], name: str) -> PartnerToTell:
    wanted = name.casefold()
    found = [one for one in every if one.name.casefold() == wanted or str(one.id) == wanted]
    found = found or [one for one in every if wanted in one.name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"“{name}” could be {' or '.join(one.name for one in found[:_NAMED])}; write more of the name."
    else:
        message = f"No partner called “{name}” has put a proposal to this board."
    raise Refusal(message)


def _day(written: str, option: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        message = f"“{written}” is no date: write {option} as 2026-12-03."
        raise Refusal(message) from None
