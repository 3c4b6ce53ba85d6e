"""The form of a call: its fields empty, named for those who can't see them, in a font that has ŵ; and its twins."""

import csv
import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import docx
import openpyxl
import pikepdf
import pypdf
import pytest
from PIL import Image

from boardroom.documents.form_making import FORM_FORMATS, form_as_csv, form_as_docx, form_as_pdf, form_as_xlsx
from boardroom.domain.call_form import FORM, OUTCOME, QUESTIONS, Asked, CallForm, Hidden
from tests.make_forms import FILLS, SAID, a_form

SCALE = 2
"""Pixels for each point in the pictures."""


@pytest.fixture(scope="module")
def form() -> CallForm:
    return a_form()


@pytest.fixture(scope="module")
def pdf(form: CallForm) -> bytes:
    return form_as_pdf(form)


def fields_of(content: bytes) -> dict[str, Any]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return {
            str(one.T): {key: one.get(key) for key in ("/TU", "/V", "/F", "/Ff")} for one in pdf.Root.AcroForm.Fields
        }


def test_every_question_has_its_field_and_nothing_is_filled_in(form: CallForm, pdf: bytes) -> None:
    fields = fields_of(pdf)
    boxes = {f"{OUTCOME}{one}" for one in form.outcomes}
    assert fields.keys() == {*(set(Asked) - {Asked.OUTCOMES}), *boxes, *Hidden}
    assert {name: one["/V"] for name, one in fields.items() if name in set(Asked) and one["/V"] is not None} == {}
    assert all(str(fields[one]["/V"]) == "/Off" for one in boxes)


def test_which_call_and_organisation_it_is_stands_where_nobody_sees_or_changes_it(form: CallForm, pdf: bytes) -> None:
    fields = fields_of(pdf)
    told = {Hidden.FORM: FORM, Hidden.CALL: str(form.call_id), Hidden.ORGANISATION: str(form.organisation_id)}
    for name, value in told.items():
        hidden = fields[name]
        assert (str(hidden["/V"]), int(hidden["/F"]), int(hidden["/Ff"])) == (value, 2, 1)


def test_names_stand_on_the_page_as_text(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(pdf)
    said = subprocess.run(
        ["pdftotext", str(tmp_path / "form.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    for words in ("Cŵn a Phlant, Llanŵnda", "How could short breaks – in Llŷn too – start earlier?", "0 to 10"):
        assert words in said
    for question in QUESTIONS.values():
        assert question.label in said


def test_a_form_is_sound_and_the_same_each_time(form: CallForm, pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(tmp_path / "form.pdf")], capture_output=True, text=True, check=True)
    assert "No syntax or stream encoding errors" in done.stdout
    assert {name: make(form) == make(form) for name, make in FORM_FORMATS.items()} == dict.fromkeys(FORM_FORMATS, True)


def test_every_field_is_told_by_name_and_stands_in_reading_order(pdf: bytes) -> None:
    fields = fields_of(pdf)
    assert all(str(one["/TU"] or "") for name, one in fields.items() if name not in set(Hidden))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        elements = list(opened.Root.StructTreeRoot.K.K)
        read = [str(one.K.Obj.T) for one in elements if one.S == "/Form"]
        assert [str(one.S) for one in elements][:2] == ["/P", "/H1"]
        numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for one in elements:
            if one.S == "/Form":
                assert parents[int(one.K.Obj.StructParent)].objgen == one.objgen
        for page in opened.pages:
            marked = parents[int(page.obj.StructParents)]
            content = page.Contents.read_bytes()
            assert len(marked) == content.count(b"/MCID") > 0
            assert content.count(b"BDC") == content.count(b"EMC")
    expected = [one for one in Asked if one is not Asked.OUTCOMES]
    assert [one for one in read if not one.startswith(OUTCOME)] == expected
    at = read.index(Asked.HELPS)
    assert all(one.startswith(OUTCOME) for one in read[at + 1 : at + 3])


def test_the_font_of_the_fields_has_the_letters_of_wales(pdf: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    form: Any = reader.trailer["/Root"]["/AcroForm"]  # type: ignore[index] # pypdf's own types are wider
    font = form["/DR"]["/Font"]["/OpenSans"]
    map_back = font["/ToUnicode"].get_data().decode()
    for letter in "ŵŷŴŶ–’£éÎ":
        assert f"<{ord(letter):04X}>" in map_back
    assert font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data()[:4] == b"\0\1\0\0"


def ink(content: bytes, folder: Path, asked: Asked) -> int:
    """Return how many dark pixels poppler draws inside a field."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        place, box = next(
            (number, [float(edge) for edge in one.Rect])
            for number, page in enumerate(pdf.pages)
            for one in page.Annots
            if str(one.get("/T", "")) == asked
        )
        height = float(pdf.pages[place].mediabox[3])
    (folder / "shown.pdf").write_bytes(content)
    how = ["-r", str(72 * SCALE), "-gray", "-f", str(place + 1), "-l", str(place + 1), "-singlefile"]
    subprocess.run(["pdftoppm", *how, str(folder / "shown.pdf"), str(folder / "shown")], check=True)
    left, lower, right, upper = box
    inside = (left + 2, height - upper + 2, right - 2, height - lower - 2)
    with Image.open(folder / "shown.pgm") as picture:
        a, b, c, d = (round(edge * SCALE) for edge in inside)
        part = picture.crop((a, b, c, d))
        return sum(part.histogram()[:100])


@pytest.mark.parametrize("program", FILLS)
def test_what_was_written_is_seen_on_the_page_whoever_wrote_it(
    form: CallForm, pdf: bytes, tmp_path: Path, program: str
) -> None:
    fill = FILLS[program]
    assert ink(pdf, tmp_path, Asked.TITLE) == 0
    said = {**SAID, Asked.TITLE: "ŵŷ–", Asked.WHO: "   "}
    full = fill(pdf, said, tuple(form.outcomes), tmp_path)
    # Three letters of 10 points leave some dozens of dark pixels each; a missing letter would leave its box empty.
    whole = ink(full, tmp_path, Asked.TITLE)
    assert whole > 60
    less = ink(fill(pdf, {**said, Asked.TITLE: "–"}, (), tmp_path), tmp_path, Asked.TITLE)
    assert whole > less + 40
    assert ink(full, tmp_path, Asked.PROPOSAL) > 400


def test_a_plan_without_outcomes_asks_for_them_in_words() -> None:
    fields = fields_of(form_as_pdf(a_form(outcomes={})))
    assert Asked.OUTCOMES in fields


def test_long_words_of_people_break_no_page(tmp_path: Path) -> None:
    long = a_form(
        question="Why? " * 1500,
        organisation="W" * 300,
        outcomes={UUID(int=number): f"Outcome {number} " * 30 for number in range(20, 60)},
    )
    (tmp_path / "form.pdf").write_bytes(form_as_pdf(long))
    said = subprocess.run(
        ["pdftotext", str(tmp_path / "form.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert said.count("Why?") == 1500
    subprocess.run(["qpdf", "--check", str(tmp_path / "form.pdf")], capture_output=True, check=True)


def test_markup_in_names_is_text_everywhere(tmp_path: Path) -> None:
    odd = a_form(question="=1+1 <img src=x> & “b”", organisation="=SUM(A1) <b>&amp;")
    (tmp_path / "form.pdf").write_bytes(form_as_pdf(odd))
    said = subprocess.run(
        ["pdftotext", str(tmp_path / "form.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "=1+1 <img src=x> & “b”" in said
    rows = list(csv.reader(io.StringIO(form_as_csv(odd).decode("utf-8-sig"))))
    assert rows[0][4] == "'=SUM(A1) <b>&amp;"
    book = openpyxl.load_workbook(io.BytesIO(form_as_xlsx(odd)))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert book.active["E1"].value == "=SUM(A1) <b>&amp;"


def test_the_word_document_asks_the_same_in_rows_with_heads(form: CallForm) -> None:
    document = docx.Document(io.BytesIO(form_as_docx(form)))
    heads = [row.cells[0].text.split("\n")[0] for table in document.tables for row in table.rows[1:]]
    assert heads == [QUESTIONS[asked].label for asked in Asked]
    answers = [row.cells[1].text.strip() for table in document.tables for row in table.rows[1:]]
    assert [one for one in answers if one] == ["☐ Be healthy\n☐ Stay safe"]
    assert "Cŵn a Phlant, Llanŵnda" in "\n".join(one.text for one in document.paragraphs)
    assert str(form.call_id) in document.core_properties.subject
    style = document.paragraphs[0].style
    assert style is not None
    assert style.name.casefold() == "heading 1"


def test_every_form_says_what_was_told_of_the_call_since(tmp_path: Path) -> None:
    form = a_form(clarified=((date(2026, 9, 3), "Transport can be part of it"),))
    sentence = "Told to those invited, 3 September 2026: Transport can be part of it"
    (tmp_path / "form.pdf").write_bytes(form_as_pdf(form))
    assert (
        sentence
        in subprocess.run(
            ["pdftotext", str(tmp_path / "form.pdf"), "-"], capture_output=True, text=True, check=True
        ).stdout
    )
    document = docx.Document(io.BytesIO(form_as_docx(form)))
    assert sentence in [one.text for one in document.paragraphs]
    assert sentence in next(csv.reader(io.StringIO(form_as_csv(form).decode("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(form_as_xlsx(form)))
    assert sentence in next(book.active.iter_rows(values_only=True))


def test_the_tables_have_a_column_for_each_question(form: CallForm) -> None:
    rows = list(csv.reader(io.StringIO(form_as_csv(form).decode("utf-8-sig"))))
    assert rows[0][:3] == [FORM, str(form.call_id), str(form.organisation_id)]
    assert rows[1] == [QUESTIONS[asked].label for asked in Asked]
    book = openpyxl.load_workbook(io.BytesIO(form_as_xlsx(form)))
    found = [[cell or "" for cell in row] for row in book.active.iter_rows(values_only=True)]
    assert found[1] == rows[1]
    assert found[0][:7] == rows[0][:7]
    helped = {str(one.sqref).split(":")[0][:-1] for one in book.active.data_validations.dataValidation}
    assert len(helped) == len(Asked)
    with zipfile.ZipFile(io.BytesIO(form_as_xlsx(form))) as packed:
        assert b"dcterms" not in packed.read("docProps/core.xml").split(b">", 2)[2]
