"""PDFs as they come from outside: sound, locked, broken, and made to do harm."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf

Spoil = Callable[[pikepdf.Pdf], object]


def a_pdf(spoil: Spoil = lambda _: None, *, pages: int = 1, **saving: Any) -> bytes:  # noqa: ANN401 - pikepdf's options
    """Return a PDF with something said on each page, after something was done to it."""
    with pikepdf.new() as pdf:
        for number in range(pages):
            pdf.add_blank_page(page_size=(200, 200))
            pdf.pages[number].Contents = pdf.make_stream(f"BT (page {number + 1}) Tj ET".encode())
        spoil(pdf)
        out = io.BytesIO()
        pdf.save(out, **saving)
    return out.getvalue()


def with_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_launch(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    pdf.pages[0].obj.AA = pikepdf.Dictionary(O=action)


def with_sending(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F="elsewhere")
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    pdf.pages[0].Annots = pikepdf.Array([note])


def with_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["tool.exe"] = b"MZ"


def locked(*, user: str, owner: str) -> bytes:
    """Return a PDF that is locked: `user` opens it, `owner` changes it."""
    return a_pdf(encryption=pikepdf.Encryption(user=user, owner=owner))


def a_bomb() -> bytes:
    """Return a PDF of a few kB whose page would fill 3 GB."""
    packer = zlib.compressobj(9)
    # Blocks that each stand by themselves, so that one can be repeated.
    first, again = (packer.compress(bytes(10_000_000)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    inner = first + again * 299

    def fill(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"")
        flate = pikepdf.Name.FlateDecode
        stream.write(zlib.compress(inner, 9), filter=pikepdf.Array([flate, flate]))
        pdf.pages[0].Contents = stream

    keep = pikepdf.StreamDecodeLevel.none
    return a_pdf(fill, compress_streams=False, stream_decode_level=keep)


def a_nest() -> bytes:
    """Return what begins like a PDF and opens two million brackets."""
    brackets = b"[" * 2_000_000 + b"]" * 2_000_000
    return b"%PDF-1.4\n1 0 obj\n" + brackets + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def a_ring() -> bytes:
    """Return a PDF whose pages lead back to themselves."""

    def close(pdf: pikepdf.Pdf) -> None:
        pages = pdf.Root.Pages
        pages.Kids = pikepdf.Array([pages])

    return a_pdf(close)
