"""Forms that came back: what two programs wrote comes in equal, and what is wrong is told by field."""

import csv
import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import openpyxl
import pikepdf
import pytest

from boardroom.documents.form_making import form_as_csv, form_as_pdf, form_as_xlsx
from boardroom.domain.call_form import QUESTIONS, Asked, CallForm, FilledForm, Hidden
from boardroom.domain.refusal import Refusal
from boardroom.exchange.form_child import read_pdf
from boardroom.exchange.form_reading import FormFile, form_in, read_form
from boardroom.exchange.form_tables import column_letters
from tests.exchange.make_papers import a_bomb, a_pdf, with_file, with_launch, with_script
from tests.make_forms import FILLS, SAID, a_form, filled


@pytest.fixture(scope="module")
def form() -> CallForm:
    return a_form()


@pytest.fixture(scope="module")
def full(form: CallForm) -> bytes:
    return filled(form)


def read(content: bytes, name: str = "form.pdf") -> FormFile:
    found, check = form_in(content, name)
    assert found is not None, check.refusal
    return found


def only(found: FormFile) -> FilledForm:
    assert found.wrong == ""
    (one,) = found.forms
    return one


def spoilt(content: bytes, spoil: Callable[[pikepdf.Pdf], object], **saving: Any) -> bytes:  # noqa: ANN401 - pikepdf's
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        spoil(pdf)
        pdf.save(out, **saving)
    return out.getvalue()


def with_value(name: str, value: str | pikepdf.Object) -> Callable[[pikepdf.Pdf], None]:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for one in pdf.Root.AcroForm.Fields:
            if str(one.T) == name:
                one.V = value

    return spoil


@pytest.mark.parametrize("program", FILLS)
def test_what_two_programs_wrote_comes_back_equal(form: CallForm, program: str, tmp_path: Path) -> None:
    one = only(read(FILLS[program](form_as_pdf(form), SAID, tuple(form.outcomes), tmp_path)))
    assert one.title == "Gwyliau byr – short breaks ŵ ŷ"
    assert one.text == "A house by the sea in Llŷn, open all year.\nFamilies choose their own weeks."
    assert one.words == "“It gave us a night’s sleep.” Cŵn hefyd!"
    assert (one.cost_pence, one.cost_months, one.people_served) == (1_250_050, 12, 1200)
    assert (one.asked, one.lowest, one.typical, one.highest) == (34, 5000, 7500, 9000)
    assert one.outcome_ids == tuple(form.outcomes)
    assert (one.call_id, one.organisation_id) == (form.call_id, form.organisation_id)
    assert one.missing == ()
    assert one.fingerprint == only(read(filled(form))).fingerprint


def test_a_box_that_is_not_ticked_stays_out(form: CallForm) -> None:
    first, _ = form.outcomes
    one = only(read(filled(form, ticked=[first])))
    assert one.outcome_ids == (first,)
    assert "Outcomes served" in only(read(filled(form, ticked=[]))).missing


def test_a_half_filled_form_comes_in_with_what_is_missing(form: CallForm) -> None:
    one = only(read(filled(form, {Asked.TITLE: "Short breaks"}, ticked=[])))
    assert one.title == "Short breaks"
    assert set(one.missing) == {QUESTIONS[asked].label for asked in Asked} - {"Title"}


def test_a_form_that_nobody_filled_in_is_told(form: CallForm) -> None:
    assert "nothing is filled in" in read(form_as_pdf(form)).wrong


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ({Asked.LOWEST: "9", Asked.HIGHEST: "2"}, "Lowest estimate"),
        ({Asked.COST: "-£400"}, "Cost in pounds"),
        ({Asked.COST: "400 euros"}, "Cost in pounds"),
        ({Asked.COUNT: "many"}, "How many were asked"),
    ],
)
def test_what_is_wrong_is_told_by_field_and_nothing_comes_in(
    form: CallForm, answers: Mapping[Asked, str], where: str
) -> None:
    found = read(filled(form, {**SAID, **answers}))
    assert found.forms == ()
    assert [fault.at for fault in found.faults] == [where]
    assert where in found.wrong


def test_a_form_of_another_version_is_told(full: bytes) -> None:
    found = read(spoilt(full, with_value(Hidden.FORM, "boardroom.proposal-form/9")))
    assert "another version" in found.wrong


def test_a_form_whose_call_was_scratched_out_is_told(full: bytes) -> None:
    assert "for which call" in read(spoilt(full, with_value(Hidden.CALL, "–"))).wrong


def test_a_flattened_form_is_told_and_not_taken_for_a_paper(full: bytes, tmp_path: Path) -> None:
    def flatten(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.AcroForm
        for page in pdf.pages:
            del page.obj.Annots

    assert "flattened" in read(spoilt(full, flatten)).wrong
    # As qpdf flattens it: the fields become drawings.
    (tmp_path / "full.pdf").write_bytes(full)
    flat = tmp_path / "flat.pdf"
    how = ["--generate-appearances", "--flatten-annotations=all"]
    subprocess.run(["qpdf", *how, str(tmp_path / "full.pdf"), str(flat)], check=True, capture_output=True)
    found = read(flat.read_bytes())
    assert found.forms == ()
    assert found.wrong


def test_a_form_printed_to_a_new_pdf_is_told_when_it_is_named_as_a_form(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    path.write_bytes(a_pdf())
    with pytest.raises(Refusal, match="holds no field of a form"):
        read_form(path)


@pytest.mark.parametrize("name", ["locked.xlsx", "budget.csv"])
def test_a_table_that_is_no_form_is_not_told_of_fields(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    # So a workbook begins that opens only with a password.
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) if name.endswith("xlsx") else b"a,b\n1,2\n")
    with pytest.raises(Refusal, match="its first row doesn’t say which form it is"):
        read_form(path)


def test_an_encrypted_form_is_told(full: bytes) -> None:
    locked = spoilt(full, lambda _: None, encryption=pikepdf.Encryption(user="a", owner="b"))
    found, check = form_in(locked, "form.pdf")
    assert found is None
    assert "opens only with a password" in check.refusal


def test_a_form_that_is_only_locked_against_changes_comes_in(full: bytes) -> None:
    locked = spoilt(full, lambda _: None, encryption=pikepdf.Encryption(user="", owner="b"))
    found = read(locked)
    assert only(found).title == SAID[Asked.TITLE]
    assert any("locked" in one for one in found.warnings)


@pytest.mark.parametrize("spoil", [lambda one: one[:200], lambda one: b"%PDF-1.7\n" + bytes(len(one))])
def test_a_damaged_form_is_told(full: bytes, spoil: Callable[[bytes], bytes]) -> None:
    found, check = form_in(spoil(full), "form.pdf")
    assert found is None
    assert "damaged" in check.refusal


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(with_script, "JavaScript"), (with_launch, "another program"), (with_file, "embedded")],
)
def test_what_a_form_would_do_by_itself_is_told_and_ignored(
    full: bytes, spoil: Callable[[pikepdf.Pdf], object], told: str
) -> None:
    found = read(spoilt(full, spoil))
    assert only(found).title == SAID[Asked.TITLE]
    (warning,) = found.warnings
    assert told in warning
    assert "not" in warning


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of memory for a process alone")
def test_a_form_with_a_huge_stream_is_refused(full: bytes) -> None:
    with pikepdf.open(io.BytesIO(a_bomb())) as bomb:
        raw = bomb.pages[0].Contents.read_raw_bytes()
        filters = bomb.pages[0].Contents.Filter

        def add(pdf: pikepdf.Pdf) -> None:
            stream = pdf.make_stream(b"")
            stream.write(raw, filter=pikepdf.Array(list(map(pikepdf.Name, map(str, filters)))))
            pdf.pages[0].Contents = stream

        keep = pikepdf.StreamDecodeLevel.none
        content = spoilt(full, add, compress_streams=False, stream_decode_level=keep)
    assert len(content) < 400_000
    found, check = form_in(content, "form.pdf")
    assert found is None
    assert check.refusal


def test_a_form_that_takes_too_long_is_refused_in_time(full: bytes) -> None:
    began = time.monotonic()
    found, check = form_in(full, "form.pdf", seconds=0.01)
    assert found is None
    assert "too long" in check.refusal
    assert time.monotonic() - began < 5


def test_fields_in_a_ring_end(full: bytes) -> None:
    def close(pdf: pikepdf.Pdf) -> None:
        first = pdf.Root.AcroForm.Fields[0]
        first.Kids = pikepdf.Array([first])

    found, _ = form_in(spoilt(full, close), "form.pdf")
    assert found is None or isinstance(found, FormFile)


def test_a_name_of_many_parts_and_a_text_in_a_stream_are_read(form: CallForm) -> None:
    long = "Cŵn. " * 500

    def rebuild(pdf: pikepdf.Pdf) -> None:
        for one in pdf.Root.AcroForm.Fields:
            if str(one.T) == Asked.PROPOSAL:
                one.V = pdf.make_stream(b"\xfe\xff" + long.encode("utf-16-be"))

    one = only(read(spoilt(filled(form), rebuild)))
    assert one.text == long.strip()


def joined_by_poppler(*files: bytes, folder: Path) -> bytes:
    paths = [folder / f"{number}.pdf" for number, _ in enumerate(files)]
    for path, content in zip(paths, files, strict=True):
        path.write_bytes(content)
    subprocess.run(["pdfunite", *map(str, paths), str(folder / "joined.pdf")], check=True)
    return (folder / "joined.pdf").read_bytes()


def joined_by_qpdf(*files: bytes, folder: Path) -> bytes:
    joined_by_poppler(*files, folder=folder)
    pages = [str(folder / f"{number}.pdf") for number, _ in enumerate(files)]
    subprocess.run(["qpdf", "--empty", "--pages", *pages, "--", str(folder / "joined.pdf")], check=True)
    return (folder / "joined.pdf").read_bytes()


@pytest.mark.parametrize("join", [joined_by_poppler, joined_by_qpdf])
def test_of_two_forms_in_one_file_none_is_lost_silently(
    full: bytes, join: Callable[..., bytes], tmp_path: Path
) -> None:
    other = filled(a_form(organisation_id=UUID(int=3)), {Asked.TITLE: "Second", Asked.COST: "5"}, ticked=[])
    found = read(join(full, other, folder=tmp_path))
    assert found.forms == ()
    assert "several forms were joined in this file" in found.wrong


@pytest.mark.parametrize("join", [joined_by_poppler, joined_by_qpdf])
def test_a_form_with_a_paper_joined_to_it_says_all_that_it_said(
    full: bytes, join: Callable[..., bytes], tmp_path: Path
) -> None:
    joined = only(read(join(full, a_pdf(), folder=tmp_path)))
    assert joined.fingerprint == only(read(full)).fingerprint


def test_what_is_written_beside_the_fields_is_told(full: bytes) -> None:
    def write(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Contents="A van, too")
        pdf.pages[1].Annots.append(pdf.make_indirect(note))

    found = read(spoilt(full, write))
    assert only(found).title == SAID[Asked.TITLE]
    assert found.warnings == ("Something is written on its pages outside the fields, which was not taken: look at it.",)


def test_a_language_that_a_text_is_marked_with_is_no_word_of_it(full: bytes) -> None:
    marked = pikepdf.String(b"\xfe\xff" + "\x1bcy-GB\x1bCŵn, £5".encode("utf-16-be"))
    assert only(read(spoilt(full, with_value(Asked.TITLE, marked)))).title == "Cŵn, £5"


def test_too_long_an_answer_is_told_once_where_it_is_the_only_one(form: CallForm) -> None:
    assert read(in_csv(form, {Asked.COUNT: "9" * 60}), "form.csv").wrong.count("40 are the most") == 1
    assert "10,000 are the most" in read(in_csv(form, {Asked.PROPOSAL: "x" * 10_500}), "form.csv").wrong


def test_too_long_an_answer_is_told_and_not_cut(full: bytes) -> None:
    found = read(spoilt(full, with_value(Asked.NEEDS, "x" * 200_000)))
    assert "What you would need: this holds 100,001 letters" in found.wrong


@pytest.mark.parametrize("spoil", [with_script, lambda _: None])
def test_another_pdf_is_no_form(spoil: Callable[[pikepdf.Pdf], object]) -> None:
    found, check = form_in(a_pdf(spoil), "paper.pdf")
    assert found is None
    assert check.pages == 1


def test_the_child_needs_nothing_else_of_the_program() -> None:
    code = "import sys, boardroom.exchange.form_child; print([m for m in sys.modules if m.startswith('boardroom')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    wanted = ["boardroom", "boardroom.exchange", "boardroom.exchange.form_child", "boardroom.exchange.paper_child"]
    assert sorted(json.loads(done.stdout.replace("'", '"'))) == wanted


def test_whatever_bytes_are_wrong_is_told_and_never_raised(full: bytes, rounds: int) -> None:
    for seed in range(rounds):
        dice = Random(seed)
        content = bytearray(full)
        for _ in range(dice.choice((1, 20, 400))):
            content[dice.randrange(len(content))] = dice.randrange(256)
        answer = read_pdf(bytes(content))
        assert "refused" in answer or isinstance(answer["fields"], dict)
        json.dumps(answer)


# Tables


def in_csv(form: CallForm, *rows: Mapping[Asked, str], coding: str = "utf-8-sig", separator: str = ",") -> bytes:
    own = list(csv.reader(io.StringIO(form_as_csv(form).decode("utf-8-sig"))))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([*own, *([row.get(asked, "") for asked in Asked] for row in rows)])
    return out.getvalue().encode(coding)


def in_xlsx(form: CallForm, *rows: Mapping[Asked, object], formats: Mapping[Asked, str] | None = None) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(form_as_xlsx(form)))
    for at, row in enumerate(rows, start=3):
        for place, asked in enumerate(Asked, start=1):
            cell = book.active.cell(row=at, column=place)
            cell.value = row.get(asked)
            if formats and asked in formats:
                cell.number_format = formats[asked]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


TABLE: Mapping[Asked, str] = {**SAID, Asked.OUTCOMES: "stay safe; Be healthy"}


@pytest.mark.parametrize(("coding", "separator"), [("utf-8-sig", ","), ("utf-8", ";"), ("utf-16", "\t")])
def test_a_csv_comes_back_equal(form: CallForm, coding: str, separator: str) -> None:
    one = only(read(in_csv(form, TABLE, coding=coding, separator=separator), "form.csv"))
    assert one.title == SAID[Asked.TITLE]
    assert one.cost_pence == 1_250_050
    assert one.outcome_names == ("be healthy", "stay safe")
    assert one.missing == ()


def test_an_xlsx_comes_back_equal_with_numbers_as_numbers(form: CallForm) -> None:
    row: Mapping[Asked, object] = {
        **TABLE,
        Asked.COST: 12500.5,
        Asked.COUNT: 34,
        Asked.TYPICAL: 7.5,
        Asked.PEOPLE: 1200,
    }
    found = read(in_xlsx(form, row, {Asked.TITLE: "A second"}, formats={Asked.COST: "[$£-809]#,##0.00"}), "form.xlsx")
    assert found.wrong == ""
    first, second = found.forms
    assert first.fingerprint == only(read(in_csv(form, TABLE), "form.csv")).fingerprint
    assert second.title == "A second"


def test_a_sum_that_is_shown_in_euros_is_no_sum_in_pounds(form: CallForm) -> None:
    content = in_xlsx(form, {Asked.TITLE: "T", Asked.COST: 900}, formats={Asked.COST: "#,##0.00\\ [$€-1]"})
    assert "is not in pounds" in read(content, "form.xlsx").wrong


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_fault_of_a_table_tells_row_and_column_and_no_row_comes_in(form: CallForm, kind: str) -> None:
    rows: list[Mapping[Asked, str]] = [
        TABLE,
        {},
        {**TABLE, Asked.COST: "-4", Asked.LOWEST: "10"},
        {Asked.NEEDS: "A van"},
    ]
    found = read(in_csv(form, *rows) if kind == "csv" else in_xlsx(form, *rows), f"form.{kind}")
    assert found.forms == ()
    column = {asked: column_letters(place) for place, asked in enumerate(Asked)}
    assert [(one.row, one.column, one.at) for one in found.faults] == [
        (5, column[Asked.LOWEST], "Lowest estimate"),
        (5, column[Asked.COST], "Cost in pounds"),
        (6, column[Asked.PROPOSAL], "Proposal"),
    ]
    assert "Row 5, column K (Cost in pounds)" in found.wrong


def test_a_csv_is_parted_as_its_first_row_is_whatever_the_call_asks() -> None:
    outcomes = {UUID(int=number): f"Outcome {number}" for number in range(10, 22)}
    listed = a_form(outcomes=outcomes, question=f"Which{', which' * 20}?")
    for separator in ",;\t":
        assert only(read(in_csv(listed, TABLE, separator=separator), "form.csv")).title == SAID[Asked.TITLE]


def test_a_number_worked_out_in_a_workbook_comes_without_its_noise(form: CallForm) -> None:
    worked_out = 4.35 * 100
    assert str(worked_out) == "434.99999999999994"
    assert only(read(in_xlsx(form, {Asked.TITLE: "T", Asked.COST: worked_out}), "form.xlsx")).cost_pence == 43_500
    thirds = read(in_xlsx(form, {Asked.TITLE: "T", Asked.TYPICAL: 22 / 3}), "form.xlsx").wrong
    assert "“7.33333333333333” is no number with three decimals at most" in thirds


@pytest.mark.parametrize(
    ("asked", "value", "shown", "told"),
    [
        (Asked.COST, 900, "[$EUR] #,##0.00", "“EUR 900” is not in pounds"),
        (Asked.COST, 900.5, "#,##0.00\\ [$kr-41D]", "“kr 900.5” is no sum"),
        (Asked.TYPICAL, 0.75, "0%", "“75%” is no number"),
    ],
)
def test_a_number_is_read_with_the_sign_that_it_is_shown_with(
    form: CallForm, asked: Asked, value: float, shown: str, told: str
) -> None:
    assert told in read(in_xlsx(form, {Asked.TITLE: "T", asked: value}, formats={asked: shown}), "form.xlsx").wrong


def test_a_line_end_as_windows_writes_it_into_a_workbook_is_one(form: CallForm) -> None:
    one = only(read(in_xlsx(form, {Asked.PROPOSAL: "One_x000D_\nTwo"}), "form.xlsx"))
    assert one.text == "One\nTwo"


def test_headings_that_moved_are_found_and_those_not_known_told(form: CallForm) -> None:
    own = next(csv.reader(io.StringIO(form_as_csv(form).decode("utf-8-sig"))))

    def table(*rows: list[str]) -> FormFile:
        out = io.StringIO(newline="")
        csv.writer(out).writerows([own, *rows])
        return read(out.getvalue().encode(), "form.csv")

    one = only(table(["Proposal", " TITLE "], ["A house", "Breaks"]))
    assert (one.title, one.text) == ("Breaks", "A house")
    assert "Row 2, column B (heading): “Colour”" in table(["Title", "Colour"], ["x", ""]).wrong
    assert "stands over two columns" in table(["Title", "title"], ["x", ""]).wrong
    assert "Row 3, column C (no heading)" in table(["Title", "Proposal"], ["x", "y", "z"]).wrong
    assert "no proposal stands" in table(["Title"]).wrong


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Title,Cost\nŵ".encode("cp1250", errors="replace") + b"\xa3\xff", "not written in UTF-8"),
        (b'boardroom.proposal-form/1,a,b\n"never closed', "quotation mark"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(content: bytes, told: str) -> None:
    found, check = form_in(content, "form.csv")
    assert found is None
    assert told in check.refusal


def test_a_table_of_too_many_rows_is_told(form: CallForm) -> None:
    assert "at most 200" in read(in_csv(form, *[{Asked.TITLE: f"T{number}"} for number in range(300)]), "f.csv").wrong


def test_other_tables_are_no_forms(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Budget"
    book.save(tmp_path / "budget.xlsx")
    found, check = form_in((tmp_path / "budget.xlsx").read_bytes(), "budget.xlsx")
    assert (found, check.refusal) == (None, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of memory for a process alone")
def test_a_workbook_that_would_fill_the_memory_is_refused(form: CallForm) -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(form_as_xlsx(form))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as part:
                if name != "xl/worksheets/sheet1.xml":
                    part.write(old.read(name))
                    continue
                part.write(old.read(name).split(b"<sheetData>")[0])
                part.write(b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>')
                for _ in range(600):
                    part.write(b"x" * 1_000_000)
                part.write(b"</t></is></c></row></sheetData></worksheet>")
    found, check = form_in(out.getvalue(), "form.xlsx")
    assert found is None
    assert check.refusal


def test_ids_of_strangers_are_not_taken_for_outcomes(form: CallForm) -> None:
    assert only(read(filled(form))).outcome_ids == (UUID(int=10), UUID(int=11))
