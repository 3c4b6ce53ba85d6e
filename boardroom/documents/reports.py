"""The reports that can be made of a board, and how one is made whole: counted, composed, written, shown as pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.documents.blocks import Document
from boardroom.documents.compose.forward import compose_forward
from boardroom.documents.compose.reports.answered import compose_answered
from boardroom.documents.compose.reports.balance import compose_balance
from boardroom.documents.compose.reports.duty import compose_duty
from boardroom.documents.compose.reports.early import compose_early
from boardroom.documents.compose.reports.frame import About
from boardroom.documents.compose.reports.year import compose_year
from boardroom.documents.formats import FORMATS
from boardroom.documents.making import MadeFile, written
from boardroom.domain.audience import Audience
from boardroom.domain.period import Period
from boardroom.store.file import BoardFile
from boardroom.store.queries.forward import forward_plan
from boardroom.store.queries.reports import Asked, asked_of, board_name
from boardroom.store.queries.reports_answered import answered
from boardroom.store.queries.reports_balance import balance
from boardroom.store.queries.reports_duty import duty
from boardroom.store.queries.reports_early import early
from boardroom.store.queries.reports_year import review
from boardroom.store.whole_file import file_name

if TYPE_CHECKING:
    from boardroom.documents.render import Progress


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its name, a sentence about it, how it is counted and how it is composed."""

    name: str
    about: str
    count: Callable[[Session, Asked], Any]
    compose: Callable[[Any, About], Document]


REPORTS: dict[str, Report] = {
    "early": Report("Early involvement", "Which sector came in at which stage.", early, compose_early),
    "answered": Report(
        "What became of proposals",
        "Answers, days, and what they fell to.",
        answered,
        compose_answered,
    ),
    "duty": Report("The duty to co-operate", "Statutory partners over time.", duty, compose_duty),
    "balance": Report("The balance round the table", "Who spoke, proposed, was adopted.", balance, compose_balance),
    "year": Report("Year in review", "What the board did, by quarter.", review, compose_year),
    "forward": Report(
        "Forward plan",
        "What comes to which meeting.",
        lambda session, asked: forward_plan(session, asked.board_id, asked.period.until, asked.audience),
        lambda plan, about: compose_forward(plan, about.audience),
    ),
}
"""By their key, in the order in which they are offered; a new one is a module in compose/reports and a line here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """Which report of which board and time, for whom, in which format (a key of `REPORTS`, one of `FORMATS`)."""

    board_id: UUID
    report: str
    period: Period
    audience: Audience
    format: str
    today: date | None = None
    """The day of asking: what is still to come has not waited yet. None: the time is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeReport(MadeFile):
    """A report as it will be written."""

    order: ReportOrder


def compose_report(session: Session, order: ReportOrder) -> Document:
    """Return a report as blocks; restricted matter is not read for the public."""
    chosen = REPORTS[order.report]
    asked = asked_of(session, order.board_id, order.period, order.audience, order.today)
    about = About(
        board=board_name(session, order.board_id), period=order.period, audience=order.audience, today=order.today
    )
    return chosen.compose(chosen.count(session, asked), about)


def make_report(file: BoardFile, order: ReportOrder, progress: "Progress") -> MadeReport:
    """Make a report; the same board file gives the same bytes.

    Args:
        file: the open board file.
        order: what is wanted.
        progress: called with the work done and the whole of it; what it raises ends the making.

    Raises:
        Refusal: the file can't be read.
    """
    progress(0, 0)
    with file.reading() as session:
        document = compose_report(session, order)
    progress(0, 0)
    content, pages = written(document, order.format, progress)
    return MadeReport(
        order=order,
        name=report_file_name(order),
        format=order.format,
        content=content,
        pages=pages,
        missing=FORMATS[order.format].missing_characters(document),
    )


def report_file_name(order: ReportOrder) -> str:
    """Return a good name for a report's file."""
    period = order.period
    when = (
        f"{period.since.isoformat()} to {period.until.isoformat()}"
        if period.since
        else f"to {period.until.isoformat()}"
    )
    title = REPORTS[order.report].name
    return file_name(f"{title}, {when}, {order.audience.value}", FORMATS[order.format].suffix)
