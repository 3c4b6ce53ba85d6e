"""Minutes and agendas as they were last read and found good; BOARDROOM_GOLDEN=write takes new ones."""

import os
from pathlib import Path

import pytest

from boardroom.documents.compose.agenda import compose_agenda
from boardroom.documents.compose.minutes import compose_minutes
from boardroom.domain.audience import Audience
from tests.documents.conftest import Load
from tests.documents.reading import said

GOLDEN = Path(__file__).parent.parent / "golden"
COMPOSERS = {"minutes": compose_minutes, "agenda": compose_agenda}
CASES = (
    ("13-wolverhampton-schools-forum-2023-10-05-inquorate", "minutes", Audience.MEMBERS),
    ("14-wolverhampton-schools-forum-2023-11-30-ratifies", "minutes", Audience.MEMBERS),
    ("15-vale-vsjlc-2013-02-27-grants", "minutes", Audience.PUBLIC),
    ("18-kent-cc-2024-11-07-named-vote", "minutes", Audience.PUBLIC),
    ("19-sir-gar-2018-06-13-bilingual", "minutes", Audience.MEMBERS),
    ("arrowmere", "minutes", Audience.MEMBERS),
    ("everything", "minutes", Audience.MEMBERS),
    ("everything", "minutes", Audience.PUBLIC),
    ("everything", "agenda", Audience.MEMBERS),
    ("everything", "agenda", Audience.PUBLIC),
)


@pytest.mark.parametrize(("name", "kind", "audience"), CASES)
def test_a_document_reads_as_it_did(load: Load, name: str, kind: str, audience: Audience) -> None:
    text = said(COMPOSERS[kind](load(name, audience), audience))
    golden = GOLDEN / f"{name}-{kind}-{audience}.txt"
    if os.environ.get("BOARDROOM_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
