"""A note that begins with who spoke: whose contribution it is, of what kind, and what was said."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.known import Known, KnownOrganisation, KnownPerson, Near
from boardroom.domain.spoken import spoken
from boardroom.domain.words import PointKind

KNOWN = Known(
    people=(
        KnownPerson(id=uuid4(), name="Ffion Davies", organisation="Youth Voice Arrowmere", near=Near.ROOM),
        KnownPerson(id=uuid4(), name="Cllr Llŷr Bowen", organisation="Arrowmere Council", near=Near.ROOM),
        KnownPerson(id=uuid4(), name="Ruth Okonjo", near=Near.ROOM),
        KnownPerson(id=uuid4(), name="Ruth Price", near=Near.ROOM),
    ),
    organisations=(KnownOrganisation(id=uuid4(), name="Tŷ Cwtsh Families", near=Near.ROOM),),
    day=date(2026, 12, 3),
)


@pytest.mark.parametrize(
    ("line", "who", "kind", "text"),
    [
        ("Ffion Davies said that young people wait.", "Ffion Davies", PointKind.STATEMENT, "Young people wait."),
        ("Ffion: nobody asked", "Ffion Davies", PointKind.STATEMENT, "Nobody asked"),
        ("@Ffion Davies nobody asked", "Ffion Davies", PointKind.STATEMENT, "Nobody asked"),
        ("Ffion Davies : nobody asked", "Ffion Davies", PointKind.STATEMENT, "Nobody asked"),
        ("Cllr Bowen feared that it is late", "Cllr Llŷr Bowen", PointKind.CONCERN, "It is late"),
        ("Llyr reported 38 families", "Cllr Llŷr Bowen", PointKind.REPORT, "Llyr reported 38 families"),
        ("Tŷ Cwtsh Families asked that it wait", "Tŷ Cwtsh Families", PointKind.QUESTION, "It wait"),
        ("Ffion replied: soon.", "Ffion Davies", PointKind.ANSWER, "Ffion replied: soon."),
    ],
)
def test_who_speaks_is_named_at_the_beginning(line: str, who: str, kind: PointKind, text: str) -> None:
    found = spoken(line, KNOWN)
    assert found is not None
    assert (found.by.name, found.kind, found.text) == (who, kind, text)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The room was cold.",
        "Ffion seemed tired.",
        "Ffion Davies",
        "Ffion:",
        "@Ffion",
        "Ruth said that it is late",
        "! Ffion said that it is late",
        "Thanks were given to Ffion: she left",
        "Ffion said that " + "x" * 1000,
    ],
)
def test_a_note_that_names_nobody_as_speaking_is_none(line: str) -> None:
    assert spoken(line, KNOWN) is None


@given(st.text(), st.sampled_from(["", "Ffion", "@Ffion ", "Ffion: ", "Ffion said that ", "Tŷ Cwtsh Families"]))
def test_any_words_are_taken_and_what_was_said_stands_in_the_line(said: str, before: str) -> None:
    found = spoken(before + said, KNOWN)
    if found is not None:
        assert found.text
        assert len(found.text.split()) <= len((before + said).split())
