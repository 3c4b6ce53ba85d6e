"""A ready e-mail draft: one message file with the documents attached, which any mail program opens to be sent.

Source: product.md B9 and A5; RFC 5322, RFC 2045. What people wrote is data: a name never becomes a header (hazard 20).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Protocol

from boardroom.domain.refusal import Refusal
from boardroom.domain.text import clean_line, clean_text

MEDIA_TYPE, SUFFIX = "message/rfc822", ".eml"
_ADDRESS = re.compile(r"[^\s@<>\"(),:;\\\[\]]+@[^\s@<>\"(),:;\\\[\]]+")
# Quoted-printable for every text: no line is longer than mail may be, and a draft reads in any editor.
_POLICY = policy.SMTP.clone(max_line_length=76)
_LINE = 76
_LONGEST_WORD = 900
_JOIN = ",\r\n "


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who a message is for; the address may be unknown, and is typed in the mail program then."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that goes with the message."""

    name: str
    media_type: str
    content: bytes


def draft(to: Sequence[Addressee], subject: str, body: str, attached: Sequence[Attached] = ()) -> bytes:
    """Return a message file that mail programs open as a draft of one's own, ready to be sent.

    It has no date and no sender: the mail program sets both as it sends.

    Args:
        to: for whom it is; those without an address are left out of it.
        subject: one line.
        body: plain text.
        attached: the files.

    Raises:
        Refusal: an address can't be one.
    """
    message = EmailMessage(policy=_POLICY)
    addresses = [_address(one) for one in to if one.address.strip()]
    # Outlook and others open it to be written on, and not as a message that came in.
    message["X-Unsent"] = "1"
    message.set_content(clean_text(body), cte="quoted-printable")
    for one in attached:
        kind, _, rest = one.media_type.partition("/")
        message.add_attachment(
            one.content, maintype=kind, subtype=rest.partition(";")[0], filename=clean_line(one.name)
        )
    # Folded here: the library's own folding loses an addressee, or a space, where a line of Welsh is just full.
    first = [f"To: {_JOIN.join(map(_mailbox, addresses))}"] if addresses else []
    first.append(f"Subject: {_folded(clean_line(subject), 'Subject')}")
    return "".join(f"{one}\r\n" for one in first).encode("ascii") + message.as_bytes()


def _mailbox(one: Address) -> str:
    if _is_plain(one.display_name):
        return str(one)
    return f"{_folded(one.display_name, 'To')} <{one.addr_spec}>"


def _folded(words: str, header: str) -> str:
    coding = "us-ascii" if _is_plain(words) else "utf-8"
    return Header(words, coding, maxlinelen=_LINE, header_name=header).encode(linesep="\r\n")


def _is_plain(words: str) -> bool:
    """Return whether words can stand in a header as they are; “=?” would begin another coding."""
    return words.isascii() and "=?" not in words and all(len(one) <= _LONGEST_WORD for one in words.split(" "))


def _address(one: Addressee) -> Address:
    written = clean_line(one.address)
    user, _, domain = written.rpartition("@")
    try:
        # Letters beyond ASCII before the @ reach hardly anybody's mail server.
        if _ADDRESS.fullmatch(written) and user.isascii():
            return Address(display_name=clean_line(one.name), username=user, domain=domain.encode("idna").decode())
    except (ValueError, MessageError):
        # Refused below, as any other that can't be one.
        pass
    message = f"“{written[:60]}” is no e-mail address; put it right with its person, under Partners."
    raise Refusal(message)


class Covered(Protocol):
    """A document that goes out by e-mail, with what goes round it."""

    @property
    def name(self) -> str:
        """What its file is called."""
        ...

    @property
    def media_type(self) -> str:
        """What its file is."""
        ...

    @property
    def content(self) -> bytes:
        """Its bytes."""
        ...

    @property
    def addresses(self) -> Sequence[tuple[str, str]]:
        """For whom it is: names, and addresses that may be empty."""
        ...

    @property
    def subject(self) -> str:
        """One line."""
        ...

    @property
    def body(self) -> str:
        """The covering note."""
        ...


def draft_of(document: Covered) -> tuple[str, bytes]:
    """Return the end of a file's name, and a draft that has a document attached; refuses as `draft` does."""
    to = [Addressee(name=name, address=address) for name, address in document.addresses]
    attached = Attached(name=document.name, media_type=document.media_type, content=document.content)
    return SUFFIX, draft(to, document.subject, document.body, [attached])
