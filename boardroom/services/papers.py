"""Papers of an agenda: attaching, promising, delivering, ordering, restricting and removing them."""

from collections.abc import Sequence
from pathlib import PureWindowsPath
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.meeting import Meeting
from boardroom.domain.numbering import follow_order
from boardroom.domain.paper_types import NOT_TAKEN, UNKNOWN, media_type_of
from boardroom.domain.papers import LARGEST, MEGABYTES, Paper, next_label, relabelled, words_relabelled
from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text
from boardroom.services.standing_rows import item_standing, standing
from boardroom.services.stated import stated_line
from boardroom.store.papers import keep_content
from boardroom.store.queries.papers import papers_of, papers_under

_WHAT = "That paper"


def attach_paper(  # noqa: PLR0913 - a paper has these parts
    session: Session,
    item_id: UUID,
    content: bytes,
    *,
    name: str,
    label: str = "",
    title: str = "",
    pages: int | None = None,
    restricted: bool = False,
    ground: str = "",
    reason: str = "",
) -> Paper:
    """Attach a file to an item as its last paper.

    PDFs from outside are looked at before (`exchange.paper_check`), for that takes a process of its own.

    Args:
        session: of `BoardFile.writing`.
        item_id: the item.
        content: the whole file.
        name: what the file is called; kept as data.
        label: as printed; without one the item's number and the next letter.
        title: as printed; without one the file's name without its ending.
        pages: how many pages it has, where that is known.
        restricted: that the public doesn't get it.
        ground: why not, as the law has it; needed unless the item itself is restricted.
        reason: the public interest test in words.

    Raises:
        Refusal: the file is empty, too large or of no kind that can be a paper; the label is taken; a ground
            is missing; or the item is gone.
    """
    item = item_standing(session, item_id)
    name = _plain_name(name)
    paper = _new(session, item, label, clean_line(title) or _titled_after(name))
    _fill(session, paper, content, name, pages)
    if restricted:
        _restrict(paper, item, ground, reason)
    return paper


def promise_paper(  # noqa: PLR0913 - a paper has these parts
    session: Session,
    item_id: UUID,
    title: str,
    *,
    label: str = "",
    restricted: bool = False,
    ground: str = "",
    reason: str = "",
) -> Paper:
    """Announce a paper that is to follow; `deliver_paper` brings its file.

    Raises:
        Refusal: the title is blank, the label is taken, a ground is missing, or the item is gone.
    """
    item = item_standing(session, item_id)
    paper = _new(session, item, label, _stated(title))
    paper.to_follow = True
    if restricted:
        _restrict(paper, item, ground, reason)
    return paper


def deliver_paper(session: Session, paper_id: UUID, content: bytes, *, name: str, pages: int | None = None) -> Paper:
    """Give a promised paper its file, or any paper a newer one; label and title stay.

    Raises:
        Refusal: as `attach_paper`; or the paper is gone.
    """
    paper = standing(session, Paper, paper_id, _WHAT)
    _fill(session, paper, content, _plain_name(name), pages)
    paper.to_follow = False
    return paper


def rename_paper(session: Session, paper_id: UUID, title: str, *, label: str) -> Paper:
    """Give a paper another title and label.

    Raises:
        Refusal: the title or the label is blank, another paper of the meeting has the label, or it is gone.
    """
    paper = standing(session, Paper, paper_id, _WHAT)
    label = stated_line(label, "Give the paper a label, such as 6A.")
    if label != paper.label:
        _check_label(label, papers_of(session, paper.meeting_id))
    paper.title, paper.label = _stated(title), label
    return paper


def move_paper(session: Session, paper_id: UUID, to: int) -> Paper:
    """Put a paper at another place among those of its item; labels follow until the agenda is out.

    Args:
        session: of `BoardFile.writing`.
        paper_id: the paper.
        to: its place there, counted from 0; beyond the last means last.

    Raises:
        Refusal: the paper is gone.
    """
    paper = standing(session, Paper, paper_id, _WHAT)
    papers = [one for one in papers_under(session, paper.item_id) if one.id != paper_id]
    papers.insert(max(to, 0), paper)
    _arrange(session, item_standing(session, paper.item_id), papers)
    return paper


def remove_paper(session: Session, paper_id: UUID) -> None:
    """Take a paper off its item; its bytes stay in the board file, so that this can be undone.

    Raises:
        Refusal: the paper is gone.
    """
    paper = standing(session, Paper, paper_id, _WHAT)
    session.delete(paper)
    others = [one for one in papers_under(session, paper.item_id) if one.id != paper_id]
    _arrange(session, item_standing(session, paper.item_id), others)


def restrict_paper(session: Session, paper_id: UUID, *, ground: str, reason: str = "") -> Paper:
    """Keep a paper from the public; it learns only that there is one more.

    Source: Local Government Act 1972 s.100B(2).

    Raises:
        Refusal: the ground is missing (unless the item itself is restricted), or the paper is gone.
    """
    paper = standing(session, Paper, paper_id, _WHAT)
    _restrict(paper, item_standing(session, paper.item_id), ground, reason)
    return paper


def open_paper(session: Session, paper_id: UUID) -> Paper:
    """Let the public read a paper again; ground and reason go with the restriction.

    Raises:
        Refusal: the paper is gone.
    """
    paper = standing(session, Paper, paper_id, _WHAT)
    paper.restricted, paper.ground, paper.restriction_reason = False, "", ""
    return paper


def relabel_papers(item: AgendaItem, papers: Sequence[Paper], number: str) -> None:
    """Let the labels of an item's papers, attached or in words, follow its new number; one that was chosen stays."""
    item.paper = words_relabelled(item.paper, item.number, number)
    labels = relabelled(papers, item.number, number)
    for paper in papers:
        paper.label = labels.get(paper.id, paper.label)


def _new(session: Session, item: AgendaItem, label: str, title: str) -> Paper:
    papers = papers_of(session, item.meeting_id)
    label = clean_line(label)
    if label:
        _check_label(label, papers)
    positions = [one.position for one in papers if one.item_id == item.id]
    paper = Paper(
        meeting_id=item.meeting_id,
        item_id=item.id,
        position=max(positions, default=-1) + 1,
        label=label or next_label(item.number, (one.label for one in papers)),
        title=title,
    )
    session.add(paper)
    return paper


def _fill(session: Session, paper: Paper, content: bytes, name: str, pages: int | None) -> None:
    """Give a paper its bytes, looked at before anything is kept."""
    if not content:
        message = f"“{name}” is empty."
        raise Refusal(message)
    if len(content) > LARGEST:
        message = f"“{name}” is larger than {MEGABYTES} MB, the most that a paper may hold; save it smaller."
        raise Refusal(message)
    media_type = media_type_of(content, name)
    if media_type == UNKNOWN:
        raise Refusal(NOT_TAKEN.format(name=name))
    paper.name, paper.media_type, paper.size, paper.pages = name, media_type, len(content), pages
    paper.sha256 = keep_content(session, content)


def _restrict(paper: Paper, item: AgendaItem, ground: str, reason: str) -> None:
    ground = clean_line(ground)
    if not ground and not item.restricted:
        message = "A restricted paper needs its ground, such as “Schedule 12A paragraph 3”."
        raise Refusal(message)
    paper.restricted, paper.ground, paper.restriction_reason = True, ground, clean_text(reason).strip()


def _arrange(session: Session, item: AgendaItem, papers: Sequence[Paper]) -> None:
    """Give papers their places, and while nobody has seen the agenda their letters too."""
    for position, paper in enumerate(papers):
        paper.position = position
    meeting = session.get_one(Meeting, item.meeting_id)
    if follow_order(meeting):
        relabel_papers(item, papers, item.number)


def _check_label(label: str, papers: Sequence[Paper]) -> None:
    if any(one.label == label for one in papers):
        message = f"Another paper of this meeting is labelled {label}; choose another label."
        raise Refusal(message)


def _plain_name(name: str) -> str:
    # Both kinds of separators: a name may come from another system.
    return PureWindowsPath(clean_line(name)).name or "Paper"


def _titled_after(name: str) -> str:
    return clean_line(PureWindowsPath(name).stem.replace("_", " ")) or name


def _stated(title: str) -> str:
    return stated_line(title, "Give the paper a title.")
