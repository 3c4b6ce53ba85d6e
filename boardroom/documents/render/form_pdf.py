"""The form of a call as a PDF that can be filled in: drawn by ReportLab, its fields put in afterwards."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from boardroom.documents.compose.form_words import (
    FOOT_WORDS,
    HOW,
    PAGE_WORDS,
    asked_above,
    facts,
    heading,
    mark_of,
    title_of,
    together,
)
from boardroom.documents.render.fonts import Face, Fonts, measure
from boardroom.documents.render.form_fields import add_fields
from boardroom.documents.render.form_sheet import BODY, HEADING, HEIGHT, HINT, LABEL, TITLE, WIDTH, Ask, Sheet
from boardroom.documents.render.form_tags import add_tags
from boardroom.domain.call_form import OUTCOME, QUESTIONS, Asked

if TYPE_CHECKING:
    from boardroom.domain.call_form import CallForm

_LANGUAGE = "en-GB"
_SECTION_ROOM = 90.0


def render(form: CallForm) -> bytes:
    """Return a form as a PDF; the same form gives the same bytes. Its fields are empty."""
    rl_config.useA85 = 0
    buffer = io.BytesIO()
    first = measure(Face.REGULAR, " ")[1][0][0]
    pdfmetrics.registerFont(first)
    canvas = Canvas(
        buffer,
        pagesize=(WIDTH, HEIGHT),
        pageCompression=1,
        invariant=1,
        initialFontName=first.fontName,
        lang=_LANGUAGE,
    )
    sheet = Sheet(Fonts(canvas._doc))  # noqa: SLF001 - letters are coded for the file they go into
    _draw(sheet, form)
    for page in sheet.pages:
        canvas.addLiteral("\n".join(page))
        canvas.showPage()
    canvas.save()
    return _finished(buffer.getvalue(), sheet, form)


def _draw(sheet: Sheet, form: CallForm) -> None:
    sheet.say(form.board, HINT)
    sheet.say(heading(form), TITLE, "H1")
    sheet.say(form.question, LABEL, space=4)
    for fact in facts(form):
        sheet.say(fact, BODY)
    sheet.say(HOW, HINT, space=6)
    for row in together():
        question = QUESTIONS[row[0]]
        if question.section:
            sheet.say(question.section, HEADING, "H2", space=18, keep=_SECTION_ROOM)
        above = asked_above(row[0], form)
        if above:
            sheet.say(above, BODY, space=8, keep=50)
        if row[0] is Asked.OUTCOMES:
            _draw_outcomes(sheet, form)
        else:
            sheet.ask([_ask(one) for one in row])
    sheet.foot(FOOT_WORDS.format(form.organisation), PAGE_WORDS)


def _ask(asked: Asked) -> Ask:
    question = QUESTIONS[asked]
    return Ask(name=asked, label=question.label, hint=question.hint, lines=question.lines, longest=question.longest)


def _draw_outcomes(sheet: Sheet, form: CallForm) -> None:
    question = QUESTIONS[Asked.OUTCOMES]
    if not form.outcomes:
        sheet.ask([_ask(Asked.OUTCOMES)])
        return
    sheet.say(question.label, LABEL, space=12, keep=40)
    sheet.say(question.hint, HINT)
    for outcome_id, name in form.outcomes.items():
        sheet.tick(Ask(name=f"{OUTCOME}{outcome_id}", label=name, told=f"{question.label}: {name}"))


def _finished(drawn: bytes, sheet: Sheet, form: CallForm) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        widgets = add_fields(pdf, sheet.boxes, form)
        add_tags(pdf, sheet.elements, widgets, _LANGUAGE)
        pdf.docinfo = pdf.make_indirect(
            pikepdf.Dictionary(
                Title=title_of(form),
                Author=form.board,
                Subject=form.question,
                Keywords=mark_of(form),
                Producer="Boardroom",
            )
        )
        pdf.save(
            out,
            min_version="1.7",
            deterministic_id=True,
            compress_streams=True,
            # Some programs that fill forms in look for their parts as plain text.
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()
