"""The DOCX's own styles and lists, in place of the 438 kB that python-docx's template brings."""

from xml.sax.saxutils import quoteattr

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = "Arial"
MUTED, ACCENT, LINE, TEXT = "505B56", "0E5A6B", "D3D9D6", "18211E"

HEADING_LEVELS = 9
LIST_LEVELS = 9
BULLETS, NUMBERS = 1, 2
"""The two kinds of list: `w:abstractNumId`."""

# Sizes in half points, spaces in twentieths of a point.
_HEADINGS = ((34, 0, 40), (24, 280, 100), (21, 220, 80), (19, 180, 60))


def _style(  # noqa: PLR0913 - the parts of one XML element
    name: str, *, identity: str = "", based: str = "Normal", following: str = "", paragraph: str = "", run: str = ""
) -> str:
    identity = identity or name.replace(" ", "")
    parts = (
        f'<w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{based}"/>' if based else "",
        f'<w:next w:val="{following}"/>' if following else "",
        "<w:qFormat/>",
        f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "",
        f"<w:rPr>{run}</w:rPr>" if run else "",
    )
    default = ' w:default="1"' if name == "Normal" else ""
    return f'<w:style w:type="paragraph"{default} w:styleId="{identity}">{"".join(parts)}</w:style>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="264" w:lineRule="auto"/>'


def _heading(level: int) -> str:
    size, before, after = _HEADINGS[min(level, len(_HEADINGS)) - 1]
    # The number in the margin stands left of the text, a tab apart.
    paragraph = f'<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:pos="0"/></w:tabs>{_space(before, after)}'
    return _style(
        f"heading {level}",
        identity=f"Heading{level}",
        following="Normal",
        paragraph=f'{paragraph}<w:outlineLvl w:val="{level - 1}"/>',
        run=f"<w:b/><w:bCs/>{_size(size)}",
    )


def styles(language: str) -> str:
    """Return the styles part: built-in names where Word has them, so that its own tools know headings from text.

    Args:
        language: of the document, BCP 47.
    """
    bar = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="000000"/></w:pBdr>'
    edge = '<w:tabs><w:tab w:val="right" w:pos="8405"/></w:tabs>'
    outer = '<w:ind w:left="-1340"/>'
    return "".join(
        (
            f"<w:styles {_NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>",
            f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>',
            f'<w:color w:val="{TEXT}"/>{_size(19)}<w:lang w:val={quoteattr(language)}/>',
            "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
            _style("Normal", based="", paragraph=f"<w:widowControl/>{_space(0, 100)}"),
            *(_heading(level) for level in range(1, HEADING_LEVELS + 1)),
            _style("Subtitle", paragraph=_space(0, 160)),
            _style("Small", paragraph=_space(80, 100), run=_size(17)),
            _style("Aside", run="<w:i/><w:iCs/>"),
            _style("List Paragraph", paragraph=_space(0, 40)),
            _style("Cell", paragraph=_space(20, 20), run=_size(17)),
            _style(
                "Column Head", based="Cell", paragraph="<w:keepNext/>", run=f'<w:b/><w:bCs/><w:color w:val="{MUTED}"/>'
            ),
            _style("Decision", paragraph=f"<w:keepLines/>{bar}{_space(0, 0)}", run=_size(17)),
            _style(
                "Decision Label",
                based="Decision",
                paragraph=f"<w:keepNext/>{_space(160, 0)}",
                run=f'<w:color w:val="{MUTED}"/>',
            ),
            _style(
                "Decision Lead",
                based="Decision",
                paragraph=f"<w:keepNext/>{_space(0, 40)}",
                run=f"<w:b/><w:bCs/>{_size(21)}",
            ),
            _style("Gap", paragraph='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'),
            _style(
                "header", identity="Header", paragraph=f"{edge}{outer}", run=f'<w:color w:val="{MUTED}"/>{_size(16)}'
            ),
            _style(
                "footer",
                identity="Footer",
                paragraph=(
                    f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{LINE}"/></w:pBdr>'
                    f'<w:tabs><w:tab w:val="right" w:pos="6800"/><w:tab w:val="right" w:pos="8405"/></w:tabs>{outer}'
                ),
                run=f'<w:color w:val="{MUTED}"/>{_size(16)}',
            ),
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
            '<w:name w:val="Default Paragraph Font"/></w:style>',
            '<w:style w:type="character" w:styleId="MarginNumber"><w:name w:val="Margin Number"/><w:rPr>',
            f'<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="{MUTED}"/>{_size(16)}</w:rPr></w:style>',
            '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>',
            f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>',
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>',
            '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>',
        )
    )


def numbering() -> str:
    """Return the numbering part with the two kinds of list; each numbered list adds a `w:num` that begins at 1."""
    kinds = []
    for kind, form in ((BULLETS, "bullet"), (NUMBERS, "decimal")):
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{"•" if kind == BULLETS else f"%{level + 1}."}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{300 * (level + 1)}" w:hanging="300"/></w:pPr></w:lvl>'
            for level in range(LIST_LEVELS)
        )
        kinds.append(
            f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="hybridMultilevel"/>'
            f"{levels}</w:abstractNum>"
        )
    nums = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{BULLETS}"/></w:num>'
    return f"<w:numbering {_NAMESPACE}>{''.join(kinds)}{nums}</w:numbering>"
