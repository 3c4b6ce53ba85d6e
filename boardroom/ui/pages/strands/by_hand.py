"""Who took part where no meeting, proposal or call tells it: said, put right and taken out, with the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from boardroom.services.involvement import add_involvement, change_involvement, remove_involvement
from boardroom.store.queries.involvement_by_hand import said_by_hand
from boardroom.ui.kit.fields import CheckField, DateField, LineField
from boardroom.ui.kit.name_field import Named, OrganisationField
from boardroom.ui.pages.completing import organisations_meant

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.store.queries.involvement_by_hand import SaidByHand
    from boardroom.ui.desk import Desk
    from boardroom.ui.pages.asking import Asking


def ask_who_took_part(desk: Desk, asking: Asking, strand_id: UUID) -> None:
    """Ask who took part in planning a strand, when and how."""
    fields = _fields(desk)
    asking.ask(
        _tr("Who took part, outside meetings, proposals and calls? The evidence says where it can be read."),
        _tr("Say that it took part"),
        partial(_add, desk, strand_id, fields),
        [fields.who, fields.on, fields.how, fields.evidence],
    )


def ask_about(desk: Desk, asking: Asking, involvement_id: UUID) -> None:
    """Ask whether what was said by hand is right, or is to be taken out."""
    said = desk.read(said_by_hand, involvement_id)
    if said is None or desk.read_only:
        return
    fields, out = _fields(desk), CheckField(_tr("Take it out"))
    fields.who.open(Named(said.organisation, said.organisation_id))
    fields.on.open(said.on)
    fields.how.open(said.how)
    fields.evidence.open(said.evidence)
    asking.ask(
        _tr("This was said by hand."),
        _tr("Keep it so"),
        partial(_change, desk, said, fields, out),
        [fields.who, fields.on, fields.how, fields.evidence, out],
    )


@dataclass(frozen=True, slots=True)
class _Fields:
    who: OrganisationField
    on: DateField
    how: LineField
    evidence: LineField


def _fields(desk: Desk) -> _Fields:
    return _Fields(
        who=OrganisationField(
            _tr("Organisation"), partial(organisations_meant, desk), needed=_tr("Say which organisation.")
        ),
        on=DateField(_tr("On"), lambda: desk.today),
        how=LineField(
            _tr("How"), placeholder=_tr("Workshop with parents"), needed=_tr("Say how: a workshop, a visit, a letter.")
        ),
        evidence=LineField(_tr("Evidence"), placeholder=_tr("Needs assessment, page 14")),
    )


def _add(desk: Desk, strand_id: UUID, fields: _Fields) -> str:
    wrong = _wrong(desk, fields)
    if wrong:
        return wrong
    said = _tr("Say that {} took part").format(fields.who.value.text)
    what = (strand_id, fields.who.value.id, fields.on.value, fields.how.value)
    return desk.refused(said, add_involvement, *what, evidence=fields.evidence.value)


def _change(desk: Desk, before: SaidByHand, fields: _Fields, out: CheckField) -> str:
    if out.value:
        return desk.refused(
            _tr("Take out that {} took part").format(before.organisation), remove_involvement, before.id
        )
    wrong = _wrong(desk, fields)
    if wrong:
        return wrong
    return desk.refused(
        _tr("Put right that {} took part").format(fields.who.value.text),
        change_involvement,
        before.id,
        organisation_id=fields.who.value.id,
        on=fields.on.value,
        how=fields.how.value,
        evidence=fields.evidence.value,
    )


def _wrong(desk: Desk, fields: _Fields) -> str:
    if fields.who.value.id is None:
        return _tr("No organisation in this file has that name; add it among the partners first.")
    if fields.on.value is None:
        return _tr("Say on which day it took part.")
    if fields.on.value > desk.today:
        return _tr("That day is still to come.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Strands", text)
