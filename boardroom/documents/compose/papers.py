"""The papers of an item as agenda and minutes name them."""

import re
from collections.abc import Sequence

from boardroom.documents.compose.phrases import ended, joined
from boardroom.documents.compose.source import Source
from boardroom.domain.agenda import AgendaItem
from boardroom.domain.papers import Paper

_WORD = re.compile(r"[^\W_]+")
_BETWEEN_LABELS = frozenset({"and", "paper", "papers", "to", "follow"})


def papers_line(source: Source, item: AgendaItem) -> str:
    """Return what is to be read for an item: `Papers: 6A Draft strategy; 6B Costs (to follow)`, as a sentence.

    The item's own words for its papers are printed where they tell of more than the papers attached.
    """
    papers = source.under(source.record.papers, "item_id", item.id)
    named = [_named(paper) for paper in papers]
    if item.paper and _tells_more(item.paper, papers):
        named.append(item.paper)
    if not named:
        return ""
    several = len(papers) > 1 or (not papers and _names_several(item.paper))
    return ended(f"{'Papers' if several else 'Paper'}: {joined(named, '; ')}")


def _named(paper: Paper) -> str:
    remarks = [words for said, words in ((paper.to_follow, "to follow"), (paper.restricted, "restricted")) if said]
    return joined((paper.label, paper.title, f"({', '.join(remarks)})" if remarks else ""))


def _names_several(said: str) -> bool:
    """Whether words are more labels than one, and nothing else: `6A and 6B`."""
    labels = [word for word in _WORD.findall(said.casefold()) if word not in _BETWEEN_LABELS]
    return len(labels) > 1 and all(any(letter.isdigit() for letter in label) for label in labels)


def _tells_more(said: str, papers: Sequence[Paper]) -> bool:
    """Whether words name more than labels: `6A and 6B` doesn't where both are attached."""
    known = {word for paper in papers for word in _WORD.findall(paper.label.casefold())}
    return bool(set(_WORD.findall(said.casefold())) - known - (_BETWEEN_LABELS if papers else set()))
