"""Minutes as HTML, read back by Python's HTML parser as by a stranger."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import NamedTuple

import pytest
from typing_extensions import override

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
    Paragraph,
    Table,
    words,
)
from boardroom.documents.render import html
from tests.documents.make_documents import HOSTILE, every_block, minutes_page

VOID = {"meta", "br", "hr", "col", "path"}


class Element(NamedTuple):
    name: str
    attributes: dict[str, str]


class Reader(HTMLParser):
    """Collects elements and text, and sees that every element is closed in its place."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(content.decode())
        self.close()
        assert self.open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)

    def text(self) -> str:
        return "".join(self.texts)

    def named(self, name: str) -> list[dict[str, str]]:
        return [element.attributes for element in self.elements if element.name == name]


def document(*blocks: Block) -> Document:
    return replace(minutes_page(), blocks=blocks)


def read(*blocks: Block) -> Reader:
    return Reader(html.render(document(*blocks)))


def test_the_page_of_minutes_holds_every_word_of_the_design() -> None:
    reader = Reader(html.render(minutes_page()))
    for text in (
        "Minutes of the 14th meeting",
        "138",
        "Short breaks for disabled children",
        "Decision 2026/31",
        "Carried by named vote, 10 to 1, with 1 abstention.",
        "Draft, not yet confirmed",
        "Public version. One item is restricted and is left out.",
        "Record 7f3a 91c4 e0d2",
    ):
        assert text in reader.text()


def test_nothing_is_loaded_and_nothing_runs() -> None:
    content = html.render(every_block("https://example.org/x"))
    reader = Reader(content)
    names = {element.name for element in reader.elements}
    assert not names & {"script", "img", "link", "iframe", "object", "embed", "form", "base"}
    assert all(
        not name.startswith("on") and name != "style" for _, attributes in reader.elements for name in attributes
    )
    style = re.search(rb"<style>(.*?)</style>", content, re.DOTALL)
    assert style is not None
    assert b"url(" not in style[1]
    assert b"@import" not in style[1]
    digest = b64encode(sha256(style[1]).digest()).decode()
    (policy,) = (m["content"] for m in reader.named("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_stays_text(text: str) -> None:
    plain, hostile = Reader(html.render(every_block("words"))), Reader(html.render(every_block(text)))
    optional = {"br", "meta", "span", "b", "header", "footer", "strong", "caption"}
    kinds = {element.name for element in plain.elements} | optional
    assert {element.name for element in hostile.elements} <= kinds
    known = {name for _, attributes in plain.elements for name in attributes} | {"class", "content", "name"}
    assert {name for _, attributes in hostile.elements for name in attributes} <= known
    kept = "".join(x for x in text if x not in "\u202c\u202e\u2066\u2067\u2069")
    assert "".join(kept.split()) in "".join(hostile.text().split())
    assert not set("\u202c\u202e\u2066\u2067\u2069") & set(hostile.text())


def test_page_words_cannot_end_the_style() -> None:
    content = html.render(replace(document(), page_words=('</style><script>"', '"; } body { display: none')))
    assert b"<script>" not in content
    assert content.count(b"</style>") == 1


def test_tables_name_their_columns_and_rows() -> None:
    table = Table(
        (Column("Action", 1), Column("", 3), Column("By", 1)),
        ((Cell((words("88"),), heads_row=True), Cell((words("Cost halls"),), language="cy"), Cell((words("May"),))),),
        summary="Actions",
    )
    reader = read(table)
    heads = reader.named("th")
    assert [(head["scope"], head.get("colspan")) for head in heads] == [("col", "2"), ("col", None), ("row", None)]
    assert reader.named("td")[0]["lang"] == "cy"
    assert "Actions" in reader.text()
    assert [column["class"] for column in reader.named("col")] == ["w20", "w60", "w20"]


def test_headings_keep_their_level_and_language() -> None:
    reader = read(Heading("T", 1), Heading("Cyfarfod", 2, language="cy"), Heading("deep", 9))
    assert [e.name for e in reader.elements if re.fullmatch("h[1-6]", e.name)] == ["h1", "h2", "h6"]
    assert reader.named("h2")[0]["lang"] == "cy"
    assert reader.named("html")[0]["lang"] == "en-GB"


def test_badges_tell_their_sector_without_being_seen() -> None:
    content = html.render(minutes_page()).decode()
    assert "<title>Voluntary</title>" in content
    assert content.count('<svg class="badge" role="img"') == 10


def test_a_callout_is_a_group_named_by_its_label() -> None:
    reader = read(Callout(words("Lead"), "Decision", "1"))
    (group,) = (element for _, element in reader.elements if element.get("role") == "group")
    assert {"id": group["aria-labelledby"], "class": "label"} in reader.named("p")


def test_only_web_and_mail_addresses_are_links() -> None:
    good, bad = Link("a", 'https://example.org/?"x'.replace('"', "%22")), Link("b", "javascript:alert(1)")
    reader = read(Paragraph((good, bad, Link("c", "data:text/html,x"), Link("d", "HTTPS://EXAMPLE.ORG"))))
    assert [link["href"] for link in reader.named("a")] == ["https://example.org/?%22x", "HTTPS://EXAMPLE.ORG"]


def test_lists_stand_inside_their_item() -> None:
    inner = BulletList((ListItem(words("inner")),), numbered=True)
    content = html.render(document(BulletList((ListItem(words("outer"), (inner,)),)))).decode()
    assert "<ul>\n<li>outer\n<ol>\n<li>inner\n</li>\n</ol>\n</li>\n</ul>" in content


def test_words_too_long_for_a_cell_may_be_cut_and_others_may_not() -> None:
    reader = read(Table((Column("a"), Column("b")), ((Cell((words("x" * 400_000),)), Cell((words("Community"),))),)))
    assert [cell.get("class") for cell in reader.named("td")] == ["long", None]
