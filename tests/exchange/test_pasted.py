"""Pasted tables: from the clipboard to lines, with what is wrong by row and column."""

import time as clock
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.domain.pasted import ActionLine, AgendaLine, Field, MemberLine, PastedKind
from boardroom.domain.refusal import Refusal
from boardroom.domain.words import ItemKind, SeatRole, Sector
from boardroom.exchange.british_dates import british_date, clock_time, minutes_of
from boardroom.exchange.pasted import LONGEST_CELL, PastedTable, read_pasted
from boardroom.exchange.pasted_columns import Reading, guess
from boardroom.exchange.pasted_lines import lines_of

# As Excel 365 puts it on the clipboard.
EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\.";} td {padding-top:1px;} --></style></head>
<body link="#0563C1" vlink="#954F72"><table border=0 cellpadding=0 cellspacing=0 width=384
 style='border-collapse:collapse;width:288pt'><!--StartFragment--> <col width=64 style='width:48pt'>
 <tr height=20><td height=20 class=xl65 width=64>Name</td><td class=xl65>Role on board</td>
  <td class=xl65>Organisation</td><td class=xl65>Sector</td></tr>
 <tr height=20><td height=20>Cllr Ann &amp; <font class="font5">Br&#375;n</font></td><td>Chair</td>
  <td rowspan=2 style='mso-rotate:0'>Arrowmere<br style='mso-data-placement:same-cell'>Council</td><td>LA</td></tr>
 <tr height=20><td height=20 x:str>Priya Raman</td><td>Member</td><td>Council</td></tr>
 <tr height=20><td height=20>Amina Yusuf</td><td></td><td>T&#375; Cwtsh</td><td>Martian</td></tr>
<!--EndFragment--></table></body></html>"""

# As Word puts it there: paragraphs in cells, empty <o:p>, conditional comments, a style sheet in a comment.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal
</w:View></w:WordDocument></xml><![endif]--><style><!-- @font-face {font-family:"Cambria Math";} --></style></head>
<body lang=EN-GB><!--StartFragment--><table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'>
<td width=60 valign=top><p class=MsoNormal><b>No.<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Agenda item</b></p>
</td><td><p class=MsoNormal><b>Lead</b></p></td><td><p class=MsoNormal><b>Time</b></p></td></tr>
<tr><td><p class=MsoNormal>1.<o:p></o:p></p></td><td><p class=MsoNormal>Welcome and apologies<o:p></o:p></p></td>
<td><p class=MsoNormal>Chair</p></td><td><p class=MsoNormal>14:00</p></td></tr>
<tr><td><p>2.</p></td><td><p>Home care</p><p>(for decision)</p></td><td><p>Priya Raman</p></td><td><p>14:05</p></td>
</tr><tr><td><p>2.1</p></td><td><p>Evening visits</p></td><td><p>&nbsp;</p></td><td><p>14:25</p></td></tr>
</table><!--EndFragment--></body></html>"""


def _quiet(_done: int, _whole: int) -> None: ...


def _read(text: str = "", html: str = "") -> PastedTable:
    return read_pasted(text, html, _quiet)


def _lines(text: str = "", html: str = "", kind: PastedKind | None = None) -> tuple[object, ...]:
    table = _read(text, html)
    return lines_of(table, guess(table, kind))


def test_members_from_excel_with_merged_cells_and_headers() -> None:
    table = _read(html=EXCEL)
    reading = guess(table)
    assert reading.kind is PastedKind.MEMBERS
    assert reading.columns == (Field.NAME, Field.SEAT, Field.ORGANISATION, Field.SECTOR)
    assert lines_of(table, reading) == (
        MemberLine(
            row=2,
            name="Cllr Ann & Brŷn",
            seat="Chair",
            role=SeatRole.CHAIR,
            organisation="Arrowmere Council",
            sector=Sector.LOCAL_AUTHORITY,
        ),
        MemberLine(
            row=3,
            name="Priya Raman",
            seat="Member",
            organisation="Arrowmere Council",
            sector=Sector.LOCAL_AUTHORITY,
        ),
        MemberLine(
            row=4,
            name="Amina Yusuf",
            organisation="Tŷ Cwtsh",
            wrong="column 4 (sector): “Martian” is not a sector",
        ),
    )


def test_an_agenda_from_word_with_times_and_sub_items() -> None:
    table = _read(html=WORD)
    reading = guess(table)
    assert reading.kind is PastedKind.AGENDA
    assert lines_of(table, reading) == (
        AgendaLine(row=2, title="Welcome and apologies", lead="Chair", minutes=5),
        AgendaLine(row=3, title="Home care (for decision)", lead="Priya Raman", minutes=20),
        AgendaLine(row=4, title="Evening visits", depth=1),
    )


def test_agenda_lines_as_plain_text() -> None:
    text = (
        "1. Welcome (Chair)\n2) Home care (Priya Raman) (20 mins)\n\n2.1 Evening visits - 10 min\n"
        "2.1.1 Rural wards\n3.\tAny other business (AOB)\nItem 4: Papers (to follow)\n"
    )
    assert _lines(text, kind=PastedKind.AGENDA)[:4] == (
        AgendaLine(row=1, title="Welcome", lead="Chair"),
        AgendaLine(row=2, title="Home care", lead="Priya Raman", minutes=20),
        AgendaLine(row=4, title="Evening visits", depth=1, minutes=10),
        AgendaLine(row=5, title="Rural wards", depth=2),
    )


def test_brackets_that_name_nobody_stay_in_the_title() -> None:
    text = "1. Any other business (AOB)\n2. Budget (to follow)\n3. Plan (2027)\n4. Visits (Ann Bryn and Siân ap Rhys)"
    assert [(one.title, one.lead) for one in _lines(text) if isinstance(one, AgendaLine)] == [
        ("Any other business (AOB)", ""),
        ("Budget (to follow)", ""),
        ("Plan (2027)", ""),
        ("Visits", "Ann Bryn and Siân ap Rhys"),
    ]


def test_a_sub_item_without_its_item_is_no_deeper_than_one_below_the_last() -> None:
    assert [one.depth for one in _lines("3.1.1 A\n3.2 B\n4 C") if isinstance(one, AgendaLine)] == [0, 1, 0]


def test_actions_with_british_dates_or_words() -> None:
    text = (
        "Ref\tAgreed action\tBy whom\tBy when\tStatus\n"
        "1\tSend the figures\tOwain Meredith\t12/01/2027\tOpen\n"
        '2\t"Name a lead,\nfor ""attendance"""\tRuth\tnext meeting\t\n'
        "3\tPrint the letter\tAnn\t31/02/2027\tComplete\n"
        "4\t\tAnn\t\t\n"
    )
    assert _lines(text) == (
        ActionLine(row=2, text="Send the figures", owner="Owain Meredith", due_on=date(2027, 1, 12)),
        ActionLine(row=3, text='Name a lead, for "attendance"', owner="Ruth", due_words="next meeting"),
        ActionLine(
            row=4,
            text="Print the letter",
            owner="Ann",
            due_words="31/02/2027",
            wrong="it is done already, says its status (“Complete”)",
        ),
        ActionLine(row=5, owner="Ann", wrong="there is no action in it"),
    )


@pytest.mark.parametrize(
    ("text", "kind", "columns"),
    [
        (
            "Ann Bryn\tChair\tArrowmere Council\tlocal authority\nDai Rees\tMember\tNHS Trust\thealth",
            PastedKind.MEMBERS,
            (Field.NAME, Field.SEAT, Field.ORGANISATION, Field.SECTOR),
        ),
        (
            "Arrowmere Council,local authority,Ann Bryn\nHealth trust (1),health,Dai Rees",
            PastedKind.MEMBERS,
            (Field.ORGANISATION, Field.SECTOR, Field.NAME),
        ),
        (
            "Send the figures to every ward\tOwain\t12 Jan 2027\nName a lead\tRuth\t3rd February 2027",
            PastedKind.ACTIONS,
            (Field.ACTION, Field.OWNER, Field.DUE),
        ),
        (
            "1\tWelcome and apologies for absence\tAnn\t5 mins\n2\tHome care in the valleys\tDai\t20 mins",
            PastedKind.AGENDA,
            (Field.NUMBER, Field.TITLE, Field.LEAD, Field.TIME),
        ),
    ],
)
def test_without_headers_the_cells_tell(text: str, kind: PastedKind, columns: tuple[Field, ...]) -> None:
    reading = guess(_read(text))
    assert (reading.kind, reading.columns, reading.header_rows) == (kind, columns, 0)


@pytest.mark.parametrize(
    ("header", "kind", "columns"),
    [
        ("First name\tSurname\tAgency", PastedKind.MEMBERS, (Field.FIRST_NAME, Field.LAST_NAME, Field.ORGANISATION)),
        ("MEMBER\tRepresenting", PastedKind.MEMBERS, (Field.NAME, Field.ORGANISATION)),
        ("Item\tTiming (mins)\tPresenter", PastedKind.AGENDA, (Field.TITLE, None, Field.LEAD)),
        ("Item No.\tItem\tPresented by", PastedKind.AGENDA, (Field.NUMBER, Field.TITLE, Field.LEAD)),
        ("Action\tWho?\tWhen?", PastedKind.ACTIONS, (Field.ACTION, Field.OWNER, Field.DUE)),
        ("Action required\tLead\tDeadline\tRAG", PastedKind.ACTIONS,
         (Field.ACTION, Field.OWNER, Field.DUE, Field.STATUS)),
    ],
)  # fmt: skip
def test_headers_in_many_spellings(header: str, kind: PastedKind, columns: tuple[Field | None, ...]) -> None:
    reading = guess(_read(header + "\nsomething\tsomebody"))
    assert (reading.kind, reading.columns[: len(columns)], reading.header_rows) == (kind, columns, 1)


def test_a_title_above_the_headers_is_passed_over() -> None:
    reading = guess(_read("Partnership board membership\t\t\nName\tRole\tOrganisation\nAnn Bryn\tChair\tCouncil"))
    assert (reading.kind, reading.header_rows) == (PastedKind.MEMBERS, 2)


def test_a_column_gets_another_meaning_and_the_old_holder_loses_it() -> None:
    reading = Reading(PastedKind.ACTIONS, (Field.ACTION, Field.OWNER, None))
    assert reading.with_column(2, Field.OWNER).columns == (Field.ACTION, None, Field.OWNER)


def test_the_kind_of_an_item_and_a_name_in_brackets() -> None:
    text = "Item\tPurpose\nHome care\tFor decision"
    assert _lines(text) == (AgendaLine(row=2, title="Home care", kind=ItemKind.DECISION),)
    assert _lines("Name\nAnn Bryn (Arrowmere Council)") == (
        MemberLine(row=2, name="Ann Bryn", organisation="Arrowmere Council"),
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12/01/2027", date(2027, 1, 12)),
        ("1.2.27", date(2027, 2, 1)),
        ("2027-01-12", date(2027, 1, 12)),
        ("Thursday 3rd December 2026", date(2026, 12, 3)),
        ("3 Sept 2026", date(2026, 9, 3)),
        ("03-Dec-26", date(2026, 12, 3)),
        ("13/13/2027", None),
        ("2nd Thursday in March", None),
        ("end of March", None),
        ("next meeting", None),
        ("March 2027", None),
        ("\u0663/\u0661/2027", date(2027, 1, 3)),
        ("0/0/0000", None),
    ],
)
def test_british_dates(words: str, day: date | None) -> None:
    assert british_date(words) == day


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("10 min", 10), ("10", 10), ("1 h 30", 90), ("1 hour", 60), ("(5 mins)", 5), ("0", None), ("9999", None),
     ("", None), ("noon", None)],
)  # fmt: skip
def test_minutes(words: str, minutes: int | None) -> None:
    assert minutes_of(words) == minutes


@pytest.mark.parametrize(
    ("words", "begins"),
    [("14:05", time(14, 5)), ("2.15pm", time(14, 15)), ("9am", time(9)), ("14:00 - 14:20", time(14)), ("25:00", None),
     ("12.30 am", time(0, 30)), ("14", None)],
)  # fmt: skip
def test_times_of_day(words: str, begins: time | None) -> None:
    assert clock_time(words) == begins


# Hostile content


def test_scripts_styles_and_formulas_are_words_or_nothing() -> None:
    html = (
        "<table><tr><td>Name</td><td>Organisation</td></tr><tr><td><script>alert(1)</script>Ann<img src=x onerror=y>"
        "</td><td>=HYPERLINK(&quot;http://evil&quot;)</td></tr><tr><td>&lt;b&gt;Dai\x00</td><td>@SUM(1)</td></tr>"
        "</table>"
    )
    assert _lines(html=html) == (
        MemberLine(row=2, name="Ann", organisation='=HYPERLINK("http://evil")'),
        MemberLine(row=3, name="<b>Dai", organisation="@SUM(1)"),
    )


def test_a_table_inside_the_one_cell_of_another_counts_in_its_place() -> None:
    html = "<table><tr><td><div><table><tr><td>Name</td></tr><tr><td>Ann</td></tr></table></div></td></tr></table>"
    assert _lines(html=html) == (MemberLine(row=2, name="Ann"),)


def test_tables_nested_a_thousand_deep_are_read() -> None:
    html = "<table><tr><td>Name</td><td>" + "<table><tr><td>" * 1000 + "deep" + "</table>" * 1000 + "</td></tr></table>"
    assert _read(html=html).rows == (("Name", "deep"),)


def test_300_kilobytes_without_a_space_are_told_by_row_and_column() -> None:
    (line,) = _lines("Action\tOwner\n" + "x" * 300_000 + "\tAnn")
    assert isinstance(line, ActionLine)
    assert line.wrong == f"column 1 (action) holds 300,000 letters; {LONGEST_CELL:,} are the most"


def test_more_than_ten_megabytes_are_refused_at_once() -> None:
    begun = clock.perf_counter()
    with pytest.raises(Refusal, match="larger than 10 MB"):
        _read("ŵ" * 6_000_000)
    with pytest.raises(Refusal, match="larger than 10 MB"):
        _read(html="<table>" + "x" * 10_000_001)
    assert clock.perf_counter() - begun < 2


def test_more_than_20000_rows_are_refused() -> None:
    with pytest.raises(Refusal, match="20,000 rows"):
        _read("a\n" * 20_001)
    with pytest.raises(Refusal, match="20,000 rows"):
        _read(html="<table>" + "<tr><td>a" * 20_001)


def test_20000_rows_are_read_in_a_breath() -> None:
    begun = clock.process_time()
    lines = _lines("Action\tWho\tWhen\n" + "Send the figures to every ward\tAnn\t12/01/2027\n" * 19_999)
    assert len(lines) == 19_999
    assert clock.process_time() - begun < 8


@pytest.mark.parametrize("piece", ["<", "<!--", "<a ", "<td x='", "</", "<![if ", "&#", "<!", "<?", "<td><p>- "])
def test_a_megabyte_of_broken_markup_does_not_hang(piece: str) -> None:
    begun = clock.process_time()
    html = "<table><tr><td>Name</td></tr><tr><td>" + piece * (1_000_000 // len(piece))
    assert _read("Name\nAnn", html).width >= 1
    assert clock.process_time() - begun < 20


def test_a_letter_with_an_endless_number_is_no_letter() -> None:
    table = _read(html=f"<table><tr><td>Ann&#{'9' * 5000};Price &#38; Co</td></tr></table>")
    assert table.rows == (("Ann\ufffdPrice & Co",),)


def test_a_wall_of_dashes_or_brackets_does_not_hang() -> None:
    begun = clock.process_time()
    for letter in "-( ,–":
        _lines("Agenda item\n" + f"Title {letter * 3900}x\n" * 200)
    assert clock.process_time() - begun < 5


def test_an_empty_clipboard_is_told() -> None:
    for text in ("", " \n\t\n", "\x00"):
        with pytest.raises(Refusal, match="no text on the clipboard"):
            _read(text)


def test_cancelling_ends_the_reading() -> None:
    class StopError(Exception): ...

    def stop(_done: int, _whole: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        read_pasted("", WORD, stop)


@given(st.text(), st.text(), st.sampled_from([None, *PastedKind]))
def test_any_text_is_read_or_refused(text: str, html: str, kind: PastedKind | None) -> None:
    try:
        table = _read(text, f"<table><tr><td>{html}")
    except Refusal:
        return
    assert all(len(row) == table.width for row in table.rows)
    lines = lines_of(table, guess(table, kind))
    assert len(lines) <= len(table.rows)
    assert all(line.row in table.numbers for line in lines)


@given(st.lists(st.lists(st.text("ab ŵ\"'\t\n,;", max_size=8), min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_excel_copies_comes_back_cell_by_cell(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    padded = [[" ".join(cell.split()) for cell in row] + [""] * (width - len(row)) for row in rows]
    text = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    kept = [row for row in padded if any(row)]
    if not kept:
        return
    used = [at for at in range(width) if any(row[at] for row in kept)]
    assert _read(text).rows == tuple(tuple(row[at] for at in used) for row in kept)
