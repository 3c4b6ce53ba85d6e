"""The papers of the sample board: a few files of a page each, written here to the byte so that they stay the same."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from boardroom.domain.paper_types import media_type_of
from boardroom.domain.papers import Paper, next_label
from sample.item import ItemDesk

_A4 = "0 0 595 842"
_TOP, _LEFT, _STEP = 770, 72, 20


def pdf(title: str, *lines: str) -> bytes:
    """Return a PDF of one page: a title and lines of text in Helvetica, which has no more letters than Latin-1."""
    texts = [f"BT /F1 18 Tf {_LEFT} {_TOP} Td ({_escaped(title)}) Tj ET"]
    texts += [
        f"BT /F1 11 Tf {_LEFT} {_TOP - 2 * _STEP - at * _STEP} Td ({_escaped(line)}) Tj ET"
        for at, line in enumerate(lines)
    ]
    stream = "\n".join(texts)
    return _assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{_A4}] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
            f"<< /Title ({_escaped(title)}) >>",
        ]
    )


def attach(  # noqa: PLR0913 - a paper has these parts
    item: ItemDesk, title: str, content: bytes, name: str, *, ground: str = "", reason: str = ""
) -> None:
    """Give an item its next paper, restricted where there is a ground."""
    media_type = media_type_of(content, name)
    key = sha256(content).hexdigest()
    item.meeting.sample.contents[key] = content
    _add(
        item,
        title,
        name=name,
        media_type=media_type,
        sha256=key,
        size=len(content),
        pages=1 if media_type == "application/pdf" else None,
        restricted=bool(ground),
        ground=ground,
        restriction_reason=reason,
    )


def promise(item: ItemDesk, title: str) -> None:
    """Announce a paper that is to follow."""
    _add(item, title, to_follow=True)


def _add(item: ItemDesk, title: str, **fields: Any) -> None:  # noqa: ANN401 - any field of a paper
    rows = item.meeting.sample.rows[Paper]
    taken = (row.label for row in rows if isinstance(row, Paper) and row.item_id == item.row.id)
    item.add(Paper, "paper", label=next_label(item.row.number, taken), title=title, **fields)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: Sequence[str]) -> bytes:
    """Put numbered objects together with the table that says where each begins."""
    content = b"%PDF-1.4\n"
    places = []
    for number, words in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{words}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n"
    return content + f"{end}{trailer}startxref\n{len(content)}\n%%EOF\n".encode()
