"""The order in which a form is read out, and what each part is: the structure of a tagged PDF (ISO 32000-2, 14.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.documents.render.form_sheet import Element


def add_tags(pdf: Pdf, elements: Sequence[Element], widgets: Sequence[Object], language: str) -> None:
    """Say what words and fields are, in reading order.

    Args:
        pdf: the file.
        elements: in reading order; their marks stand in the pages already.
        widgets: the fields on the pages, in the order of the boxes.
        language: BCP 47.
    """
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    pages = [page.obj for page in pdf.pages]
    marked: list[list[Object]] = [[] for _ in pages]
    numbers: list[Any] = []
    following = len(pages)
    made = []
    for one in elements:
        page = pages[one.page]
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{one.role}"), P=document, Pg=page))
        if one.box is None:
            element.K = one.mark
            marked[one.page].append(element)
        else:
            widget = widgets[one.box]
            element.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
            widget.StructParent = following
            numbers += [following, element]
            following += 1
        made.append(element)
    for number, page in enumerate(pages):
        page.StructParents, page.Tabs = number, Name.S
    document.K = Array(made)
    parents = [part for number, row in enumerate(marked) for part in (number, Array(row))]
    root.K = document
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([*parents, *numbers])))
    root.ParentTreeNextKey = following
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
