"""E-mail drafts: read back by Python's own parser, hostile names and all."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line
from boardroom.exchange.eml import Addressee, Attached, draft

PDF = b"%PDF-1.7\r\n\x00\xff"


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def headers(message: EmailMessage) -> set[str]:
    return {name.lower() for name in message.keys()}  # noqa: SIM118 - a message is no dictionary


HEADERS = {"to", "subject", "x-unsent", "content-type", "content-transfer-encoding", "mime-version"}


def test_a_draft_holds_whom_it_is_for_what_it_says_and_the_file() -> None:
    to = [Addressee(name="Siân Prŷs", address="sian@llyr.example"), Addressee(name="Nobody")]
    content = draft(to, "Answers: Tŷ Cwtsh – £5", "Dear all,\n\nŵ £\n", [Attached(
        name="Answers, Tŷ Cwtsh.pdf", media_type="application/pdf", content=PDF
    )])  # fmt: skip
    message = read(content)
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        ("Siân Prŷs", "sian@llyr.example")
    ]
    assert message["Subject"] == "Answers: Tŷ Cwtsh – £5"
    assert message["X-Unsent"] == "1"
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "Dear all,\n\nŵ £\n"
    (file,) = message.iter_attachments()
    assert (file.get_filename(), file.get_content_type()) == ("Answers, Tŷ Cwtsh.pdf", "application/pdf")
    assert file.get_content() == PDF
    assert headers(message) <= HEADERS


def test_every_line_is_one_that_mail_can_carry() -> None:
    content = draft([], "S" * 3000, "word " * 4000 + "\n" + "w" * 3000, [])
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert read(content)["Subject"] == "S" * 3000


@pytest.mark.parametrize(
    "address",
    ["nobody", "a@b@c", "a b@c.example", "a@c.example\r\nBcc: x@y.example", "<a@b>", "@", "siân@llyr.example"],
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(Refusal, match="is no e-mail address"):
        draft([Addressee(name="A", address=address)], "S", "B")


@given(st.text(), st.text(), st.text(), st.text())
def test_what_people_wrote_never_becomes_a_header(name: str, subject: str, body: str, file: str) -> None:
    to = Addressee(name=f"A\r\nBcc: x@y.example\r\n{name}", address="a@b.example")
    attached = Attached(name=f"{file}\r\nX-Evil: 1\r\n.pdf", media_type="application/pdf", content=PDF)
    message = read(draft([to], f"{subject}\r\nBcc: x@y.example", f"{body}\r\n.\r\nBcc: x@y.example", [attached]))
    assert headers(message) <= HEADERS
    assert [one.addr_spec for one in message["To"].addresses] == ["a@b.example"]
    assert message["Subject"].split() == clean_line(f"{subject}\r\nBcc: x@y.example").split()
    (part,) = message.iter_attachments()
    assert part.get_content() == PDF
    assert "x-evil" not in {one.lower() for one in part.keys()}  # noqa: SIM118 - as above


@pytest.mark.parametrize("letters", range(1, 60))
def test_no_addressee_and_no_space_is_lost_where_a_line_is_just_full(letters: int) -> None:
    addresses = ["t" * letters + "@m.example", "b@x.example", "c@x.example"]
    names = ["Dŵr, “Siôn” <x@y>", "Siân Tŷ (Cwtsh), Cadeirydd", "Jo, =?utf-8?q?Bloggs?="]
    subject = f"{'x' * letters} <a@b> £5 =? عربي ŴŴŴ Tŷ"
    to = [Addressee(name=name, address=one) for name, one in zip(names, addresses, strict=True)]
    message = read(draft(to, subject, "B"))
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == list(
        zip(names, addresses, strict=True)
    )
    assert message["Subject"] == subject
