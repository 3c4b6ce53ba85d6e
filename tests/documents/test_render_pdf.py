"""Minutes as PDF, read back by poppler, qpdf and pypdf."""

import io
import re
import subprocess
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from boardroom.documents.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Column,
    Document,
    Heading,
    Link,
    ListItem,
    PageBreak,
    Paragraph,
    Table,
    words,
)
from boardroom.documents.formats import FORMATS
from boardroom.documents.render import pdf
from tests.documents.make_documents import HOSTILE, every_block, long_minutes, minutes_page


def document(*blocks: Block) -> Document:
    return replace(minutes_page(), blocks=blocks)


def tool(name: str, content: bytes, folder: Path, *options: str) -> str:
    """What another program says of a PDF."""
    path = folder / "read.pdf"
    path.write_bytes(content)
    after = ["-"] if name == "pdftotext" else []
    done = subprocess.run([name, *options, str(path), *after], check=True, capture_output=True)
    return done.stdout.decode()


def pages(content: bytes, folder: Path) -> list[str]:
    return tool("pdftotext", content, folder, "-layout").split("\f")[:-1]


def squeezed(text: str) -> str:
    return "".join(text.split())


def paragraphs(count: int) -> Iterator[Paragraph]:
    for number in range(count):
        yield Paragraph(words(f"Paragraph {number}. " + "The board heard every sector in turn. " * 12))


def test_the_page_of_minutes_holds_every_word_of_the_design(tmp_path: Path) -> None:
    (page,) = pages(pdf.render(minutes_page()), tmp_path)
    for text in (
        "Minutes of the 14th meeting",
        "Tŷ Haul",
        "Llŷr Bowen",
        "LA",
        "138",
        "6 Short breaks for disabled children",
        "Decision",
        "2026/31",
        "Carried by named vote, 10 to 1, with 1 abstention.",
        "Draft, not yet confirmed",
        "Public version. One item is restricted and is left out.",
        "Record 7f3a 91c4 e0d2",
        "Page 1 of 1",
    ):
        assert text in page or squeezed(text) in squeezed(page)


def test_the_file_is_sound_and_all_its_fonts_are_embedded(tmp_path: Path) -> None:
    content = pdf.render(minutes_page())
    tool("qpdf", content, tmp_path, "--check")
    rows = tool("pdffonts", content, tmp_path).splitlines()[2:]
    assert rows
    for row in rows:
        assert "OpenSans" in row
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    content = pdf.render(minutes_page(), created=datetime(2026, 12, 3, 16, 0, tzinfo=UTC))
    info = tool("pdfinfo", content, tmp_path)
    assert "Title:           Minutes of the 14th meeting" in info
    assert "Subject:         Meeting on 3 December 2026" in info
    assert "Author:          Arrowmere Children and Young People" in info
    assert "CreationDate:    Thu Dec  3 16:00:00 2026" in info
    assert "(A4)" in info
    root = PdfReader(io.BytesIO(content)).root_object
    assert str(root["/Lang"]) == "en-GB"
    assert "'/DisplayDocTitle': True" in str(root["/ViewerPreferences"])


def test_the_same_tree_gives_the_same_bytes_and_tells_no_date(tmp_path: Path) -> None:
    content = pdf.render(minutes_page())
    assert content == pdf.render(minutes_page())
    assert "CreationDate" not in tool("pdfinfo", content, tmp_path)


def test_headings_are_bookmarks_one_under_the_other() -> None:
    content = pdf.render(document(Heading("T", 1), Heading("A", 2, number="1"), Heading("deep", 5), Heading("B", 2)))

    def named(entries: Sequence[object]) -> list[object]:
        return [named(entry) if isinstance(entry, list) else entry.title for entry in entries]  # type: ignore[attr-defined]

    assert named(PdfReader(io.BytesIO(content)).outline) == ["T", ["1 A", ["deep"], "B"]]


def test_every_page_has_head_foot_and_its_number(tmp_path: Path) -> None:
    read = pages(pdf.render(long_minutes(12)), tmp_path)
    assert len(read) > 10
    for number, page in enumerate(read, start=1):
        assert f"Page {number} of {len(read)}" in page
        assert "Arrowmere Children" in page
        assert "Draft, not yet confirmed" in page
        assert "Record 7f3a 91c4 e0d2" in page


def test_a_table_shows_its_header_on_every_page(tmp_path: Path) -> None:
    rows = tuple((Cell((words(str(n)),)), Cell((words("a line of text"),))) for n in range(300))
    read = pages(pdf.render(document(Table((Column("Nought"), Column("Heading two", 5)), rows))), tmp_path)
    assert len(read) > 3
    assert all(page.count("Heading two") == 1 for page in read)
    assert [n for n in range(300) if squeezed(f"{n}a line of text") not in squeezed("".join(read))] == []


def test_a_cell_taller_than_a_page_goes_on_over_the_next(tmp_path: Path) -> None:
    tall = Cell(tuple(words(f"line {n} of the cell") for n in range(200)))
    read = pages(pdf.render(document(Table((Column("Head"),), ((tall,),)))), tmp_path)
    assert len(read) > 2
    assert all("Head" in page for page in read)
    assert [n for n in range(200) if f"line {n} of" not in "".join(read)] == []


def test_a_heading_stays_with_what_follows(tmp_path: Path) -> None:
    for above in range(20, 60):
        lines = tuple(Paragraph(words(f"line {n}")) for n in range(above))
        read = pages(pdf.render(document(*lines, Heading("The heading", 2), *paragraphs(1))), tmp_path)
        (page,) = (page for page in read if "The heading" in page)
        assert "Paragraph 0" in page


def test_headings_with_nothing_under_them_fill_a_page(tmp_path: Path) -> None:
    headings = tuple(Heading(f"Item {n}", 2) for n in range(20))
    read = pages(pdf.render(document(*paragraphs(6), *headings)), tmp_path)
    assert len(read) == 2
    assert read[0].count("Item") > 5


def test_each_callout_has_a_bar_of_its_own() -> None:
    def bars(*blocks: Block) -> int:
        content = pdf.render(document(*blocks))
        stream = PdfReader(io.BytesIO(content)).pages[0].get_contents()
        assert stream is not None
        return len(re.findall(rb"109\.60 \S+ 2\.40 \S+ re f", stream.get_data()))

    callout = Callout(words("Lead"), "Decision", "1", (words("one"), words("two")))
    assert bars() == 0
    assert bars(callout) == 1
    assert bars(callout, callout) == 2


def test_a_short_callout_is_never_divided(tmp_path: Path) -> None:
    callout = Callout(words("Lead begins. " + "More. " * 60), "Decision", "1", (words("Last words of the callout."),))
    for above in range(30, 50):
        lines = tuple(Paragraph(words(f"line {n}")) for n in range(above))
        read = pages(pdf.render(document(*lines, callout)), tmp_path)
        assert ["Lead begins" in page for page in read] == ["Last words" in page for page in read]


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph(tmp_path: Path) -> None:
    read = pages(pdf.render(document(*paragraphs(60))), tmp_path)
    for page in read:
        lines = [line for line in page.splitlines() if line.strip()][1:-1]
        starts = [place for place, line in enumerate(lines) if "Paragraph" in line]
        assert starts[0] != 1
        assert starts[-1] != len(lines) - 1


def test_a_page_break_begins_a_page_and_none_stays_empty(tmp_path: Path) -> None:
    content = pdf.render(document(PageBreak(), Heading("A", 2), PageBreak(), PageBreak(), Heading("B", 2), PageBreak()))
    assert ["A" in page for page in pages(content, tmp_path)] == [True, True]
    assert len(pages(content, tmp_path)) == 2


def test_an_empty_document_is_one_page(tmp_path: Path) -> None:
    (page,) = pages(pdf.render(document()), tmp_path)
    assert "Page 1 of 1" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_is_printed_as_text(text: str, tmp_path: Path) -> None:
    content = pdf.render(every_block(text))
    tool("qpdf", content, tmp_path, "--check")
    read = squeezed(tool("pdftotext", content, tmp_path, "-raw"))
    missing = pdf.missing_characters(every_block(text))
    for word in unicodedata.normalize("NFC", text).split():
        if word.isascii():
            assert word in read
    assert ("\ufffd" in read) == any(name for letter, name in missing.items() if letter in "中文✓☐\U0001f642")
    raw = PdfReader(io.BytesIO(content))
    assert all("/JavaScript" not in str(page.get("/Annots", "")) for page in raw.pages)
    assert "/etc/passwd" not in str(raw.trailer["/Root"])


@pytest.mark.parametrize("text", ["x" * 400_000, "\u00e9" * 100_000, "wide enough " * 30_000, "\n" * 2_000 + "end"])
def test_four_hundred_kilobytes_are_set_within_seconds(text: str, tmp_path: Path) -> None:
    began = time.perf_counter()
    content = pdf.render(document(Paragraph(words(text)), Heading(text[:20_000], 2)))
    took = time.perf_counter() - began
    assert took < 10
    read = "".join(squeezed(page) for page in pages(content, tmp_path))
    letter = squeezed(text)[0]
    assert read.count(letter) >= squeezed(text).count(letter)


def test_endless_words_in_narrow_cells_stay_inside_their_column(tmp_path: Path) -> None:
    endless = "W" * 3000
    table = Table((Column("a", 1), Column("b", 20)), ((Cell((words(endless),)), Cell((words("beside"),))),))
    content = pdf.render(document(table))
    assert "".join(pages(content, tmp_path)).count("W") == 3000


def test_only_web_and_mail_links_are_links() -> None:
    spans = (
        Link("site", "https://example.org/ŵ?a=(b)"),
        Link(" mail", "mailto:clerk@example.org"),
        Link(" bad", "javascript:alert(1)"),
        Link(" file", "file:///etc/passwd"),
    )
    reader = PdfReader(io.BytesIO(pdf.render(document(Paragraph(spans)))))
    addresses = [annotation.get_object()["/A"]["/URI"] for annotation in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert addresses == ["https://example.org/%C5%B5?a=(b)", "mailto:clerk@example.org"]


def test_letters_that_open_sans_lacks_come_from_another_embedded_font(tmp_path: Path) -> None:
    content = pdf.render(document(Paragraph(words("cost → value, ⅓ of £9"))))
    assert "cost → value, ⅓ of £9" in "".join(pages(content, tmp_path))
    assert "FiraGO" in tool("pdffonts", content, tmp_path)


def test_characters_without_a_font_are_named_before_the_export(tmp_path: Path) -> None:
    made = document(Paragraph(words("Tŷ ŵ → \u2011 ✓ 中 شكرا \u200b\u202e")))
    missing = FORMATS["pdf"].missing_characters(made)
    assert missing["✓"] == "check mark"
    assert "中" in missing
    assert "ش" in missing
    assert not {"ŷ", "ŵ", "→", "\u2011", "\u200b", "\u202e"} & set(missing)
    assert "\ufffd" in "".join(pages(pdf.render(made), tmp_path))


def test_long_labels_of_the_margin_stand_in_the_text(tmp_path: Path) -> None:
    long = "A label that is far too long for the margin"
    content = pdf.render(document(Heading("Title", 2, margin=long), Callout(words("Lead"), label=long, number="7")))
    text = " ".join("".join(pages(content, tmp_path)).split())
    assert text.count(long) == 2


def test_head_and_foot_are_shortened_to_one_line(tmp_path: Path) -> None:
    long = "words " * 100
    made = replace(document(), running_head=long, state=long, footnote=long, reference=long)
    (page,) = pages(pdf.render(made), tmp_path)
    assert page.count("…") == 4
    assert "Page 1 of 1" in page


def test_lists_within_lists_count_from_one_at_each_level(tmp_path: Path) -> None:
    inner = BulletList((ListItem(words("x")), ListItem(words("y"))), numbered=True)
    outer = BulletList((ListItem(words("first"), (inner,)), ListItem(words("second"), (inner,))), numbered=True)
    text = squeezed("".join(pages(pdf.render(document(outer)), tmp_path)))
    assert "1.first1.x2.y2.second1.x2.y" in text


def test_a_list_in_a_list_a_hundred_times_is_printed(tmp_path: Path) -> None:
    deep = BulletList((ListItem(words("bottom")),))
    for _ in range(100):
        deep = BulletList((ListItem(words("level"), (deep,)),))
    assert "bottom" in "".join(pages(pdf.render(document(deep)), tmp_path))


def test_progress_is_told_and_raising_from_it_cancels() -> None:
    told: list[tuple[int, int]] = []
    made = document(*paragraphs(5))
    pdf.render(made, progress=lambda done, whole: told.append((done, whole)))
    assert told == [(n, 5) for n in range(6)]

    def cancel(done: int, _whole: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pdf.render(made, progress=cancel)
