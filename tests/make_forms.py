"""Forms of calls in the making: a call with its form, and the same form filled in by two programs that aren't ours."""

import io
import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdf
from sqlalchemy.orm import Session

from boardroom.documents.form_making import form_as_pdf
from boardroom.domain.board import Board
from boardroom.domain.call_form import OUTCOME, Asked, CallForm
from boardroom.domain.calls import Call, CallInvited
from boardroom.domain.people import Organisation, OrganisationStatus
from boardroom.domain.plan import Outcome, Strand
from boardroom.domain.words import Sector, Stage
from boardroom.store.queries.call_forms import call_form

Fill = Callable[[bytes, Mapping[Asked, str], Sequence[UUID], Path], bytes]

OPENS, CLOSES = date(2026, 9, 1), date(2026, 11, 30)

SAID: Mapping[Asked, str] = {
    Asked.TITLE: "Gwyliau byr – short breaks ŵ ŷ",
    Asked.PROPOSAL: "A house by the sea in Llŷn, open all year.\nFamilies choose their own weeks.",
    Asked.HELPS: "Families of disabled children",
    Asked.WHO: "Parents at two open days",
    Asked.COUNT: "34",
    Asked.LOWEST: "5",
    Asked.TYPICAL: "7.5",
    Asked.HIGHEST: "9",
    Asked.WORDS: "“It gave us a night’s sleep.” Cŵn hefyd!",
    Asked.COST: "£12,500.50",
    Asked.PERIOD: "12",
    Asked.PEOPLE: "1,200",
    Asked.NEEDS: "A van",
    Asked.INTERESTS: "none",
}
"""Every question answered but for the outcomes."""


def a_call(  # noqa: PLR0913 - the parts that tests differ in
    session: Session,
    *,
    organisations: Sequence[str] = ("Cŵn a Phlant",),
    board: str = "Rivermouth Children’s Partnership",
    board_id: UUID | None = None,
    scale: str = "",
    outcomes: Sequence[str] = ("Be healthy", "Stay safe"),
    number: str = "3",
) -> Call:
    """Add a call on a strand, with the plan's outcomes and those whom it invites."""
    if board_id is None:
        host = Board(name=board)
        session.add(host)
        board_id = host.id
    strand = Strand(board_id=board_id, name="Short breaks")
    call = Call(
        board_id=board_id,
        strand_id=strand.id,
        number=number,
        question="How could short breaks start earlier?",
        stage=Stage.NEEDS,
        opens=OPENS,
        closes=CLOSES,
        scale=scale,
    )
    session.add_all([strand, call])
    session.add_all(Outcome(board_id=board_id, name=name, position=place) for place, name in enumerate(outcomes))
    for place, name in enumerate(organisations):
        body = Organisation(name=name)
        session.add(body)
        session.add(OrganisationStatus(organisation_id=body.id, sector=Sector.VOLUNTARY))
        session.add(CallInvited(call_id=call.id, organisation_id=body.id, position=place))
    session.flush()
    return call


def printed(session: Session, call: Call) -> list[CallForm]:
    """Return what is printed on the forms of a call."""
    from boardroom.store.queries.call_forms import invited_to  # noqa: PLC0415 - only here

    return [call_form(session, call.id, one) for one in invited_to(session, call.id)]


def a_form(**changed: Any) -> CallForm:  # noqa: ANN401 - the form's own parts
    """Return what is printed on a form, apart from any board file."""
    parts: dict[str, Any] = {
        "call_id": UUID(int=1),
        "organisation_id": UUID(int=2),
        "board": "Rivermouth Children’s Partnership",
        "number": "3",
        "question": "How could short breaks – in Llŷn too – start earlier?",
        "strand": "Short breaks",
        "stage": Stage.NEEDS,
        "opens": OPENS,
        "closes": CLOSES,
        "scale": "",
        "organisation": "Cŵn a Phlant, Llanŵnda",
        "outcomes": {UUID(int=10): "Be healthy", UUID(int=11): "Stay safe"},
    }
    return CallForm(**{**parts, **changed})


def fill_with_pypdf(form: bytes, said: Mapping[Asked, str], ticked: Sequence[UUID], _folder: Path) -> bytes:
    """Fill a form in as pypdf does, which draws what was typed as well."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(form))
    values = {**{str(one): text for one, text in said.items()}, **{f"{OUTCOME}{one}": "/Yes" for one in ticked}}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=True)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def fill_with_qpdf(form: bytes, said: Mapping[Asked, str], ticked: Sequence[UUID], folder: Path) -> bytes:
    """Fill a form in through the JSON that qpdf writes and reads: a program in C++ that knows nothing of pypdf."""
    empty, change, filled = (folder / name for name in ("empty.pdf", "change.json", "filled.pdf"))
    empty.write_bytes(form)
    told = json.loads(subprocess.run(["qpdf", "--json=2", str(empty)], capture_output=True, check=True).stdout)
    heading, objects = told["qpdf"]
    boxes = {f"{OUTCOME}{one}" for one in ticked}
    changed = {}
    for key, one in objects.items():
        value = one.get("value")
        name = value.get("/T", "").removeprefix("u:") if isinstance(value, dict) else ""
        if name in boxes:
            changed[key] = {"value": {**value, "/V": "/Yes", "/AS": "/Yes"}}
        elif name in said:
            changed[key] = {"value": {**value, "/V": f"u:{said[Asked(name)]}"}}
    change.write_text(json.dumps({"qpdf": [heading, changed]}), encoding="utf-8")
    subprocess.run(["qpdf", str(empty), f"--update-from-json={change}", str(filled)], check=True)
    return filled.read_bytes()


FILLS: Mapping[str, Fill] = {"pypdf": fill_with_pypdf, "qpdf": fill_with_qpdf}


def filled(
    form: CallForm, said: Mapping[Asked, str] = SAID, ticked: Sequence[UUID] | None = None, folder: Path = Path()
) -> bytes:
    """Return a form filled in by pypdf, every box ticked unless others are named."""
    return fill_with_pypdf(form_as_pdf(form), said, tuple(form.outcomes) if ticked is None else ticked, folder)
