"""The command that writes a report to a file."""

import argparse
from datetime import date

from boardroom.cli.console import progress, say, warn
from boardroom.cli.files import open_file
from boardroom.domain.audience import Audience
from boardroom.domain.period import Period
from boardroom.domain.refusal import Refusal
from boardroom.store.places import refuse_own_file
from boardroom.store.queries.find import find_board
from boardroom.store.whole_file import write_whole

_NAMED = 3


def write_report(asked: argparse.Namespace) -> None:
    """Write a report of a board to a file."""
    from boardroom.documents.formats import told_format  # noqa: PLC0415 - pays for the composers only when it runs
    from boardroom.documents.reports import ReportOrder, make_report  # noqa: PLC0415

    refuse_own_file(asked.file, asked.output)
    chosen = told_format(asked.output.name, asked.format)
    period = _period(asked)
    with open_file(asked) as board:
        with board.reading() as session:
            board_id = find_board(session, asked.board).id
        order = ReportOrder(
            board_id=board_id,
            report=asked.what,
            period=period,
            audience=Audience(asked.audience),
            format=chosen.name,
            today=date.today(),  # noqa: DTZ011 - the day on the wall
        )
        with progress("Writing the report"):
            made = make_report(board, order, lambda _done, _whole: None)
    if made.missing:
        named = ", ".join(list(made.missing.values())[:_NAMED])
        form = chosen.name.upper()
        warn(f"{len(made.missing)} of the characters can't be shown as they should be in a {form}: {named}.")
    say(str(write_whole(asked.output, made.content)))


def _period(asked: argparse.Namespace) -> Period:
    if asked.year is not None and (asked.since or asked.until):
        message = "--year is a whole year: leave --from and --to out, or the year."
        raise Refusal(message)
    if asked.year is not None:
        return Period(since=_day(f"{asked.year}-01-01", "--year"), until=_day(f"{asked.year}-12-31", "--year"))
    since = _day(asked.since, "--from") if asked.since else None
    until = _day(asked.until, "--to") if asked.until else date.today()  # noqa: DTZ011 - the user's own calendar
    if since is not None and since > until:
        message = f"The time would end on {until} before it begins on {since}."
        raise Refusal(message)
    return Period(since=since, until=until)


def _day(words: str, option: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        message = f"“{words[:40]}” is no day for {option}: write it as 2026-04-01."
        raise Refusal(message) from None
