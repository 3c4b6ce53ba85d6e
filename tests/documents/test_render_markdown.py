"""Minutes as Markdown, read back by another program's CommonMark parser."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from boardroom.documents.blocks import (
    BulletList,
    Cell,
    Column,
    Document,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Span,
    Table,
    words,
)
from boardroom.documents.render import markdown
from boardroom.domain.text import Run
from tests.documents.make_documents import HOSTILE, every_block, minutes_page

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def document(*blocks: Heading | Paragraph | BulletList | Table) -> Document:
    return Document(title="", language="en-GB", blocks=blocks)


def html_of(*blocks: Heading | Paragraph | BulletList | Table) -> str:
    return str(READER.render(markdown.render(document(*blocks)).decode())).strip()


def paragraph(*spans: Span) -> str:
    return html_of(Paragraph(spans))


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_the_page_of_minutes_keeps_its_headings_tables_and_decision() -> None:
    html = READER.render(markdown.render(minutes_page()).decode())
    assert "<h1>Minutes of the 14th meeting</h1>" in html
    assert "<h2>138 · 6 Short breaks for disabled children</h2>" in html
    assert html.count("<table>") == 3
    assert "<td>[VO] Voluntary</td>" in html
    assert "<blockquote>\n<p><strong>Decision 2026/31</strong></p>\n<p><strong>That the board" in html
    assert "<strong>Draft, not yet confirmed</strong>" in html
    assert "Record 7f3a 91c4 e0d2" in html


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_stays_text_in_every_field(text: str) -> None:
    plain = READER.parse(markdown.render(every_block("words")).decode())
    tokens = READER.parse(markdown.render(every_block(text or "-")).decode())
    kinds = {token.type for token in tokens}
    assert kinds <= {token.type for token in plain}
    inner = {child.type for token in tokens for child in token.children or ()}
    assert inner <= {"text", "text_special", "hardbreak", "softbreak", "html_inline"} | {
        f"{kind}_{end}" for kind in ("strong", "em", "link") for end in ("open", "close")
    }
    tags = {child.content for token in tokens for child in token.children or () if child.type == "html_inline"}
    assert tags <= {"<br>", "<strong>", "</strong>", "<em>", "</em>"}


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip() and "\u202e" not in text])
def test_every_word_comes_back(text: str) -> None:
    html = paragraph(Run(text))
    wanted = "".join(text.split())
    assert unescape("".join(text_of(html).split())) == wanted


def test_directions_are_taken_out_and_letters_are_kept() -> None:
    assert paragraph(Run("abc \u202egnp.exe\u202c def")) == "<p>abc gnp.exe def</p>"


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ((Run("Agreed. ", bold=True), Run("Two halls")), "<strong>Agreed.</strong> Two halls"),
        ((Run("Agreed.", bold=True), Run("Two")), "<strong>Agreed.</strong>Two"),
        ((Run("x"), Run("(y)", italic=True)), "x<em>(y)</em>"),
        ((Run("bold", bold=True), Run("italic", italic=True)), "<strong>bold</strong><em>italic</em>"),
        ((Run("both", bold=True, italic=True),), "<em><strong>both</strong></em>"),
        ((Run("one\n\ntwo"),), "one<br />\ntwo"),
    ],
)
def test_bold_and_italic_survive(spans: tuple[Span, ...], html: str) -> None:
    assert paragraph(*spans) == f"<p>{html}</p>"


def test_lists_nest_and_lines_stay_in_their_item() -> None:
    inner = BulletList((ListItem(words("1. deep\n- deeper")),), numbered=True)
    html = html_of(BulletList((ListItem(words("- top"), (inner,)), ListItem(words("next")))))
    assert html.count("<ul>") == 1
    assert html.count("<ol>") == 1
    assert html.count("<li>") == 3
    assert "1. deep<br />\n- deeper" in html


def test_a_pipe_or_a_line_break_makes_no_new_cell() -> None:
    html = html_of(Table((Column("a|b"), Column("c")), ((Cell((words("1 | 2\n3"), words("4"))), Cell(())),)))
    assert html.count("<td>") == 2
    assert "<td>1 | 2<br>3<br>4</td>" in html


def test_only_web_and_mail_addresses_are_links() -> None:
    assert paragraph(Link("site", "https://example.org/a(b)?c=d e")) == "<p>site</p>"
    assert paragraph(Link("site", "https://example.org/a(b)?c=ŵ")) == (
        '<p><a href="https://example.org/a(b)?c=%C5%B5">site</a></p>'
    )
    assert paragraph(Link("click", "javascript:alert(1)")) == "<p>click</p>"
    assert paragraph(Link("click", "file:///etc/passwd")) == "<p>click</p>"


def test_four_hundred_kilobytes_without_a_space_are_written() -> None:
    assert b"x" * 400_000 in markdown.render(every_block("x" * 400_000))
