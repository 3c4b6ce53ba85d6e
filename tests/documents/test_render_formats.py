"""What every format does: whatever people wrote gets into a file, with progress, and nothing is imported too early."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardroom.documents.blocks import Document
from boardroom.documents.formats import FORMATS, Format
from boardroom.domain.text import clean_text
from tests.documents.make_documents import HOSTILE, every_block, minutes_page

every_format = pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)


@every_format
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_is_written(form: Format, text: str) -> None:
    assert form.render(every_block(text))


@every_format
@settings(max_examples=40, deadline=None)
@given(text=st.text())
def test_any_clean_text_in_every_field_is_written(form: Format, text: str) -> None:
    assert form.render(every_block(clean_text(text)))


@every_format
def test_an_empty_document_is_written(form: Format) -> None:
    assert form.render(Document(title="", language="", blocks=()))


@every_format
def test_the_same_tree_gives_the_same_bytes(form: Format) -> None:
    assert form.render(every_block()) == form.render(every_block())


@every_format
def test_twenty_kilobytes_without_a_space_in_every_field_take_seconds(form: Format) -> None:
    began = time.perf_counter()
    assert form.render(every_block("x" * 20_000))
    assert time.perf_counter() - began < 10


@every_format
def test_progress_is_told_and_raising_from_it_ends_the_rendering(form: Format) -> None:
    told: list[tuple[int, int]] = []
    document = minutes_page()
    whole = len(document.blocks)
    form.render(document, lambda done, of: told.append((done, of)))
    assert told == [(done, whole) for done in range(whole + 1)]

    def cancel(done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        form.render(document, cancel)


def test_names_suffixes_and_renderers_differ() -> None:
    assert list(FORMATS) == ["pdf", "docx", "html", "md"]
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)
    assert len({form.module for form in FORMATS.values()}) == len(FORMATS)


def test_only_a_format_with_its_own_fonts_names_missing_characters() -> None:
    document = every_block("✓")
    assert {name: list(form.missing_characters(document)) for name, form in FORMATS.items()} == {
        "pdf": ["✓"],
        "docx": [],
        "html": [],
        "md": [],
    }


def test_the_list_of_formats_loads_neither_reportlab_nor_docx() -> None:
    asked = "import sys, boardroom.documents.formats; print(*({'reportlab', 'docx', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""
