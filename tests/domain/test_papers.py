import io
import zipfile

import pytest
from uuid_utils.compat import uuid7

from boardroom.domain.paper_types import ENDINGS, UNKNOWN, media_type_of
from boardroom.domain.papers import Paper, next_label, relabelled, words_relabelled


@pytest.mark.parametrize(
    ("number", "taken", "label"),
    [
        ("6", [], "6A"),
        ("6", ["6A", "7C", "6B"], "6C"),
        ("6", ["6B"], "6C"),
        ("6", ["6Z"], "6AA"),
        ("6", ["6AZ"], "6BA"),
        ("6", ["16A", "6", "6.1A", "6a", "Annex"], "6A"),
        ("6.1", ["6A", "6.1A", "6x1B"], "6.1B"),
        ("", ["A"], "B"),
    ],
)
def test_a_paper_is_labelled_after_its_item_and_the_last_letter(number: str, taken: list[str], label: str) -> None:
    assert next_label(number, taken) == label


def test_labels_follow_the_number_of_the_item_and_chosen_ones_stay() -> None:
    papers = [
        Paper(meeting_id=uuid7(), item_id=uuid7(), title=label, label=label) for label in ("6B", "Annex", "6A", "7A")
    ]
    after = relabelled(papers, "6", "7")
    assert [after.get(paper.id, paper.label) for paper in papers] == ["7B", "Annex", "7C", "7A"]


def packed(*names: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
        for name, content in parts.items():
            archive.writestr({"types": "[Content_Types].xml"}.get(name, name), content)
    return out.getvalue()


ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("content", "name", "ending"),
    [
        (b"%PDF-1.7\n...", "x.exe", ".pdf"),
        (b"\x89PNG\r\n\x1a\n....", "", ".png"),
        (b"\xff\xd8\xff\xe0", "", ".jpg"),
        ("Ŵyn a Llŷr\n".encode(), "x.bat", ".txt"),
        (b"\xef\xbb\xbfa,b\n", "Seats.CSV", ".csv"),
        (b"<script>alert(1)</script>", "x.html", ".txt"),
        (packed("word/document.xml", types="<Types/>"), "x", ".docx"),
        (packed("xl/workbook.xml", types="<Types/>"), "x", ".xlsx"),
        (packed("ppt/presentation.xml", types="<Types/>"), "x", ".pptx"),
        (packed("content.xml", mimetype=ODT), "x", ".odt"),
    ],
)
def test_a_file_is_known_by_its_content_whatever_it_is_called(content: bytes, name: str, ending: str) -> None:
    assert ENDINGS[media_type_of(content, name)] == ending


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00%PDF-1.7",
        b"\x7fELF\x02\x01",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old Word",
        b"PK\x03\x04 no archive",
        b"a\x00b",
        b"\xff\xfea\x00",
        b" \n",
        packed("setup.exe"),
        packed("word/document.xml", "word/vbaProject.bin", types="<Types/>"),
        packed("word/document.xml", types="application/vnd.ms-word.document.macroEnabled.main+xml"),
        packed("xl/workbook.xml", "xl/macrosheets/sheet1.xml", types="<Types/>"),
        packed("word/document.xml", "word/activeX/activeX1.bin", types="<Types/>"),
        packed("word/document.xml", types="x" * 5_000_000),
        packed("content.xml", "Basic/Standard/Module1.xml", mimetype=ODT),
        packed("content.xml", "Scripts/python/run.py", mimetype=ODT),
        packed("content.xml", mimetype="application/zip"),
    ],
    ids=range(16),
)
def test_what_may_hold_a_program_is_of_no_kind(content: bytes) -> None:
    assert media_type_of(content, "Costs.pdf") == UNKNOWN


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("6A and 6B", "7A and 7B"),
        ("6A, tabled; 16A stays, and so does 6.1A", "7A, tabled; 16A stays, and so does 6.1A"),
        ("5A of the meeting before", "5A of the meeting before"),
        ("6 pages, to follow", "6 pages, to follow"),
        ("", ""),
    ],
)
def test_labels_in_words_follow_the_number_of_the_item(said: str, after: str) -> None:
    assert words_relabelled(said, "6", "7") == after


def test_words_stay_where_the_item_had_no_number() -> None:
    assert words_relabelled("A and B", "", "7") == "A and B"
