"""Declarations of interest: who stated what, for which items, and what followed from it."""

from collections.abc import Sequence
from datetime import time
from uuid import UUID

from sqlalchemy.orm import Session

from boardroom.domain.attendance import Declaration, DeclarationItem, DeclarationTranslation
from boardroom.domain.text import clean_text
from boardroom.domain.words import Sector
from boardroom.services.changing import KEPT, Kept, given
from boardroom.services.named import person_meant
from boardroom.services.standing_rows import item_standing, meeting_standing, standing
from boardroom.services.stated import stated_line, stated_text
from boardroom.store.queries import attendance as find
from boardroom.store.queries.hanging import hanging_on, next_place
from boardroom.store.queries.names import lines_named


def declare(  # noqa: PLR0913 - a declaration has these parts
    session: Session,
    meeting_id: UUID,
    by: str,
    nature: str,
    *,
    item_ids: Sequence[UUID] = (),
    sector: Sector | None = None,
    recused: bool = False,
    effect: str = "",
    dispensation: str = "",
) -> Declaration:
    """Record an interest that somebody states; the items it concerns, or all of them where none is named.

    Their sector is the one in the attendance unless another is given.

    Raises:
        Refusal: it isn't said who states it or what it is, or the meeting or an item is gone.
    """
    meeting_standing(session, meeting_id)
    by = _by(by)
    declaration = Declaration(
        meeting_id=meeting_id,
        position=next_place(session, Declaration, "meeting_id", meeting_id),
        person_id=person_meant(session, by, meeting_id),
        by=by,
        sector=sector or _sector(session, meeting_id, by),
        nature=_nature(nature),
        effect=clean_text(effect).strip(),
        recused=recused,
        dispensation=clean_text(dispensation).strip(),
    )
    session.add(declaration)
    _concern(session, declaration, item_ids)
    return declaration


def change_declaration(  # noqa: PLR0913 - a declaration has these parts
    session: Session,
    declaration_id: UUID,
    *,
    by: str | Kept = KEPT,
    nature: str | Kept = KEPT,
    item_ids: Sequence[UUID] | Kept = KEPT,
    sector: Sector | Kept | None = KEPT,
    recused: bool | Kept = KEPT,
    effect: str | Kept = KEPT,
    dispensation: str | Kept = KEPT,
    left_at: time | Kept | None = KEPT,
    returned_at: time | Kept | None = KEPT,
) -> Declaration:
    """Change what a declaration says; what isn't given stays.

    Raises:
        Refusal: it would not say who states what, or it or an item is gone.
    """
    declaration = standing(session, Declaration, declaration_id, "That declaration")
    if by is not KEPT and _by(by) != declaration.by:
        declaration.by = _by(by)
        declaration.person_id = person_meant(session, declaration.by, declaration.meeting_id)
    declaration.nature = _nature(given(nature, declaration.nature))
    declaration.sector = given(sector, declaration.sector)
    declaration.recused = given(recused, declaration.recused)
    declaration.effect = clean_text(given(effect, declaration.effect)).strip()
    declaration.dispensation = clean_text(given(dispensation, declaration.dispensation)).strip()
    declaration.left_at = given(left_at, declaration.left_at)
    declaration.returned_at = given(returned_at, declaration.returned_at)
    if item_ids is not KEPT:
        standing_items = find.items_declared(session, declaration_id)
        for row in standing_items:
            if row.item_id not in item_ids:
                session.delete(row)
        there = {row.item_id for row in standing_items}
        _concern(session, declaration, [one for one in item_ids if one not in there])
    return declaration


def remove_declaration(session: Session, declaration_id: UUID) -> None:
    """Take a declaration out.

    Raises:
        Refusal: it is gone.
    """
    declaration = standing(session, Declaration, declaration_id, "That declaration")
    for row in find.items_declared(session, declaration_id):
        session.delete(row)
    translations = hanging_on(session, DeclarationTranslation, "declaration_id", [declaration_id])
    for translation in translations.get(declaration_id, ()):
        session.delete(translation)
    session.delete(declaration)


def _concern(session: Session, declaration: Declaration, item_ids: Sequence[UUID]) -> None:
    first = next_place(session, DeclarationItem, "declaration_id", declaration.id)
    for place, item_id in enumerate(dict.fromkeys(item_ids), start=first):
        item = item_standing(session, item_id, declaration.meeting_id)
        session.add(
            DeclarationItem(
                meeting_id=declaration.meeting_id,
                declaration_id=declaration.id,
                item_id=item.id,
                position=place,
                number=item.number,
            )
        )


def _sector(session: Session, meeting_id: UUID, by: str) -> Sector | None:
    lines = lines_named(session, meeting_id, by)
    return lines[0].sector if len(lines) == 1 else None


def _by(by: str) -> str:
    return stated_line(by, "Say who declares the interest.")


def _nature(nature: str) -> str:
    return stated_text(nature, "Say what the interest is.")
