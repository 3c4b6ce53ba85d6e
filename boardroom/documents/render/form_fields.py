"""The fields of a form as a PDF has them (ISO 32000-2, 12.7): text, boxes to tick, and what only programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from boardroom.documents.render.form_font import FIELD_FONT, add_field_font
from boardroom.documents.render.form_sheet import FIELD_SIZE
from boardroom.documents.render.pdf_lines import TEXT, colour
from boardroom.domain.call_form import FORM, Hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.documents.render.form_sheet import Box
    from boardroom.domain.call_form import CallForm

_PRINTED, _HIDDEN = 4, 2
_READ_ONLY, _MULTI_LINE = 1, 1 << 12
_LOOK = f"/{FIELD_FONT} {FIELD_SIZE:g} Tf {colour(TEXT)} rg"
_TICKED = Name("/Yes")
# A tick in a box of 12 by 12 points.
_TICK = f"q {colour(TEXT)} RG 1.6 w 1 J 2.6 6.2 m 5 3.4 l 9.6 9.2 l S Q".encode()


def add_fields(pdf: Pdf, boxes: Sequence[Box], form: CallForm) -> list[Object]:
    """Add empty fields for the boxes, and the hidden ones; return what stands on the pages, in the boxes' order."""
    font = add_field_font(pdf)
    resources = Dictionary(Font=Dictionary({f"/{FIELD_FONT}": font, "/ZaDb": _dingbats(pdf)}), Encoding=Dictionary())
    widgets = [_tick(pdf, box) if not box.lines else _text(pdf, box, font) for box in boxes]
    fields = list(widgets)
    for hidden, value in (
        (Hidden.FORM, FORM),
        (Hidden.CALL, str(form.call_id)),
        (Hidden.ORGANISATION, str(form.organisation_id)),
    ):
        fields.append(_hidden(pdf, hidden, value))
    pages = [box.page for box in boxes] + [0] * len(Hidden)
    for widget, number in zip(fields, pages, strict=True):
        page = pdf.pages[number].obj
        widget.P = page
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(widget)
    pdf.Root.AcroForm = pdf.make_indirect(
        # The program that fills it in draws what was typed; ours draws nothing beforehand.
        Dictionary(Fields=Array(fields), NeedAppearances=True, DA=String(_LOOK), DR=resources)
    )
    return widgets


def _text(pdf: Pdf, box: Box, font: Object) -> Object:
    left, lower, right, upper = box.rectangle
    drawn = pdf.make_stream(b"/Tx BMC EMC")
    drawn.Type, drawn.Subtype = Name.XObject, Name.Form
    drawn.BBox = [0, 0, round(right - left, 2), round(upper - lower, 2)]
    drawn.Resources = Dictionary(Font=Dictionary({f"/{FIELD_FONT}": font}))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String(box.name),
            TU=String(box.told),
            Rect=[round(edge, 2) for edge in box.rectangle],
            F=_PRINTED,
            Ff=_MULTI_LINE if box.lines > 1 else 0,
            MaxLen=box.longest,
            DA=String(_LOOK),
            AP=Dictionary(N=drawn),
        )
    )


def _tick(pdf: Pdf, box: Box) -> Object:
    size = round(box.rectangle[2] - box.rectangle[0], 2)
    looks = Dictionary()
    for name, content in ((_TICKED, _TICK), (Name.Off, b"")):
        drawn = pdf.make_stream(content)
        drawn.Type, drawn.Subtype, drawn.BBox = Name.XObject, Name.Form, [0, 0, size, size]
        looks[str(name)] = drawn
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Btn,
            T=String(box.name),
            TU=String(box.told),
            Rect=[round(edge, 2) for edge in box.rectangle],
            F=_PRINTED,
            Ff=0,
            V=Name.Off,
            AS=Name.Off,
            AP=Dictionary(N=looks),
            MK=Dictionary(CA=String("4")),
            DA=String("/ZaDb 0 Tf 0 g"),
        )
    )


def _hidden(pdf: Pdf, name: str, value: str) -> Object:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String(name),
            V=String(value),
            Rect=[0, 0, 0, 0],
            F=_HIDDEN,
            Ff=_READ_ONLY,
            DA=String(_LOOK),
        )
    )


def _dingbats(pdf: Pdf) -> Object:
    return pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats))
