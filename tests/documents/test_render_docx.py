"""Minutes as DOCX, read back as the ZIP of XML parts that it is, and by python-docx."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import docx
import pytest

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
    SignatureLines,
    Table,
    words,
)
from boardroom.documents.render import docx as renderer
from boardroom.domain.text import clean_text
from tests.documents.make_documents import HOSTILE, every_block, minutes_page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(*blocks: Block) -> Document:
    return replace(minutes_page(), blocks=blocks)


def part(content: bytes, name: str = "word/document.xml") -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return ET.fromstring(package.read(name))  # noqa: S314 - our own file


def body(*blocks: Block) -> ET.Element:
    return part(renderer.render(document(*blocks)))


def text(element: ET.Element) -> str:
    out = []
    for inner in element.iter():
        if inner.tag == f"{W}t":
            out.append(inner.text or "")
        elif inner.tag in {f"{W}tab", f"{W}br", f"{W}p"}:
            out.append("\n")
    return "".join(out)


def values(element: ET.Element, name: str) -> list[str | None]:
    return [inner.get(f"{W}val") for inner in element.iter(f"{W}{name}")]


def all_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
    return "\n".join(text(part(content, name)) for name in names)


def test_the_page_of_minutes_holds_every_word_of_the_design() -> None:
    found = all_text(renderer.render(minutes_page()))
    for words_of_design in (
        "Minutes of the 14th meeting",
        "138",
        "6 Short breaks for disabled children",
        "Decision 2026/31",
        "Carried by named vote, 10 to 1, with 1 abstention.",
        "Draft, not yet confirmed",
        "Public version. One item is restricted and is left out.",
        "Record 7f3a 91c4 e0d2",
    ):
        assert words_of_design in found


def test_headings_are_headings_with_their_level() -> None:
    inside = body(Heading("T", 1), Heading("A", 2, number="1", margin="7"), Heading("deep", 12))
    assert values(inside, "pStyle") == ["Heading1", "Heading2", "Heading9"]
    styles = part(renderer.render(document()), "word/styles.xml")
    levels = {style.get(f"{W}styleId"): values(style, "outlineLvl") for style in styles if values(style, "outlineLvl")}
    assert levels["Heading1"] == ["0"]
    assert levels["Heading9"] == ["8"]


def test_a_table_repeats_its_header_row_and_keeps_its_rows_whole() -> None:
    table = Table(
        (Column("Action", 1), Column("", 3), Column("By", 1)),
        ((Cell((words("88"),)), Cell((words("x"), words("y"))), Cell(())),),
        summary="Actions <of> the item",
    )
    (made,) = body(table).iter(f"{W}tbl")
    header, row = made.iter(f"{W}tr")
    assert header.find(f"{W}trPr/{W}tblHeader") is not None
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    assert row.find(f"{W}trPr/{W}tblHeader") is None
    assert values(header, "gridSpan") == ["2"]
    assert values(made, "tblCaption") == ["Actions <of> the item"]
    assert all(cell.find(f"{W}p") is not None for cell in made.iter(f"{W}tc"))
    widths = [int(column.get(f"{W}w", "")) for column in made.iter(f"{W}gridCol")]
    assert widths[1] == 3 * widths[0]


def test_lists_have_real_numbers_that_begin_again_at_one() -> None:
    inner = BulletList((ListItem(words("x")),), numbered=True)
    content = renderer.render(document(BulletList((ListItem(words("a"), (inner,)), ListItem(words("b"), (inner,))))))
    assert values(part(content), "ilvl") == ["0", "1", "0", "1"]
    first, deep, again, deeper = values(part(content), "numId")
    assert first == again
    assert len({first, deep, deeper}) == 3
    numbering = part(content, "word/numbering.xml")
    assert values(numbering, "startOverride") == ["1", "1"]
    assert [num.get(f"{W}numId") for num in numbering.iter(f"{W}num")] == ["1", "2", "3"]


def test_lists_deeper_than_word_knows_stay_at_its_deepest_level() -> None:
    deep = BulletList((ListItem(words("bottom")),))
    for _ in range(20):
        deep = BulletList((ListItem(words("level"), (deep,)),))
    assert values(body(deep), "ilvl")[-1] == "8"


def test_the_foot_counts_pages_by_fields() -> None:
    content = renderer.render(minutes_page())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        (name,) = [name for name in package.namelist() if name.startswith("word/footer")]
    assert [field.get(f"{W}instr") for field in part(content, name).iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_a_long_footnote_stands_above_the_page_number() -> None:
    content = renderer.render(replace(minutes_page(), footnote="footnote " * 20))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        (name,) = [name for name in package.namelist() if name.startswith("word/footer")]
    assert len(list(part(content, name).iter(f"{W}p"))) == 2


def test_the_language_is_set_for_the_whole_and_for_each_part() -> None:
    content = renderer.render(document(Paragraph(words("Bore da"), language="cy"), Heading("Eitem", 2, language="cy")))
    assert values(part(content, "word/styles.xml"), "lang") == ["en-GB"]
    assert values(part(content), "lang") == ["cy", "cy"]


def test_the_file_says_what_it_is_and_nothing_of_its_template() -> None:
    content = renderer.render(minutes_page(), created=datetime(2026, 12, 3, 16, 0, tzinfo=UTC))
    told = docx.Document(io.BytesIO(content)).core_properties
    assert told.title == "Minutes of the 14th meeting"
    assert told.subject == "Meeting on 3 December 2026"
    assert told.language == "en-GB"
    assert told.created is not None
    assert told.created.year == 2026
    assert told.comments == ""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name or "customXml" in name]
        assert b"python-docx" not in b"".join(package.read(name) for name in package.namelist())


def test_the_same_tree_gives_the_same_bytes() -> None:
    content = renderer.render(minutes_page())
    assert content == renderer.render(minutes_page())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_every_field_stays_text(hostile: str) -> None:
    plain, content = renderer.render(every_block("words")), renderer.render(every_block(hostile))
    kinds = {element.tag for element in part(plain).iter()} | {f"{W}{name}" for name in ("br", "tab", "t")}
    assert {element.tag for element in part(content).iter()} <= kinds
    kept = "".join(x for x in hostile if x not in "\u202c\u202e\u2066\u2067\u2069")
    assert "".join(kept.split()) in "".join(all_text(content).split())
    assert not set("\u202c\u202e\u2066\u2067\u2069") & set(all_text(content))


def test_control_characters_never_get_past_clean_text() -> None:
    hostile = "".join(chr(code) for code in (*range(32), 0x7F, *range(0x80, 0xA0), 0xFFFE, 0xFFFF, 0xD800))
    with pytest.raises(ValueError, match="XML compatible"):
        renderer.render(document(Paragraph(words(hostile))))
    found = text(body(Paragraph(words(clean_text(f"before{hostile}after")))))
    assert found.strip().startswith("before")
    assert found.strip().endswith("after")


def test_only_web_and_mail_addresses_are_links() -> None:
    links = Link("a", "https://example.org/ŵ"), Link("b", "javascript:alert(1)"), Link("c", "file:///etc/passwd")
    content = renderer.render(document(Paragraph(links)))
    assert len(list(part(content).iter(f"{W}hyperlink"))) == 1
    related = part(content, "word/_rels/document.xml.rels")
    outside = [entry.get("Target") for entry in related if entry.get("TargetMode") == "External"]
    assert outside == ["https://example.org/%C5%B5"]


def test_badges_are_letters_that_are_read_out() -> None:
    assert "\u00a0VO\u00a0" in all_text(renderer.render(minutes_page()))


def test_a_page_break_belongs_to_what_comes_after_it() -> None:
    table = Table((Column("a"),), ((Cell((words("b"),)),),))
    inside = body(PageBreak(), Heading("A", 2), PageBreak(), table, PageBreak())
    assert len(list(inside.iter(f"{W}pageBreakBefore"))) == 2
    heading = next(inside.iter(f"{W}pPr"))
    assert [child.tag for child in heading] == [f"{W}pStyle", f"{W}pageBreakBefore"]


def test_a_callout_has_its_bar_and_holds_together() -> None:
    inside = body(Callout(words("Lead"), "Decision", "1", (words("one"), words("two"))))
    assert values(inside, "pStyle") == ["DecisionLabel", "DecisionLead", "Decision", "Decision", "Gap"]
    assert len(list(inside.iter(f"{W}keepNext"))) == 1


def test_signatures_stand_side_by_side_three_across() -> None:
    inside = body(SignatureLines(("Chair", "Secretary", "Date", "Clerk")))
    assert [len(list(row.iter(f"{W}tc"))) for row in inside.iter(f"{W}tr")] == [3, 1]


def test_four_hundred_kilobytes_without_a_space_are_written() -> None:
    assert "x" * 400_000 in text(body(Paragraph(words("x" * 400_000))))
