"""The page of strands: the timeline by arrow keys and in words, what each key does, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from sqlalchemy import select

from boardroom.domain.agenda import AgendaItem
from boardroom.domain.attendance import Attendance, Declaration
from boardroom.domain.board import Board, TermsOfReference
from boardroom.domain.involvement import Occasion, Part
from boardroom.domain.plan import Strand
from boardroom.domain.running import Heard
from boardroom.domain.stages import OCDS
from boardroom.domain.words import Sector, Stage
from boardroom.services.on_strand import put_item_on
from boardroom.services.strands import add_strand, end_strand
from boardroom.store.queries.item_page import item_of
from boardroom.store.queries.strands import StageView, StrandPage, strand_page, strand_rows
from boardroom.ui.commands import COMMANDS
from boardroom.ui.kit.name_field import Named
from boardroom.ui.links import Link
from boardroom.ui.pages.strands import StrandsPage
from boardroom.ui.pages.strands.chart import chart_of
from boardroom.ui.pages.strands.table import table_rows
from boardroom.ui.pages.strands.words import lane_words, spot_words
from tests.ui.conftest import TODAY
from tests.ui.pages.by_ear import tab_stops, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from boardroom.ui.desk import Desk, Said
    from boardroom.ui.window import Window

STRANDS = Link("strands")
SHORT_BREAKS = "Short breaks for disabled children"
THERAPY = "Speech and language therapy"


def strands(window: Window) -> StrandsPage:
    page = window.current_page()
    assert isinstance(page, StrandsPage)
    return page


def stored(desk: Desk, name: str = SHORT_BREAKS) -> StrandPage:
    assert desk.board_id is not None
    row = next(one for one in desk.read(strand_rows, desk.board_id, TODAY) if one.name == name)
    return desk.read(strand_page, row.id, TODAY)


def words_on(page: StrandsPage) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in page.detail.findChildren(QLabel) if one.isVisibleTo(page.detail))


def answer(page: StrandsPage, *values: str) -> None:
    """Type into the fields of the question that is asked, and answer it."""
    for field, value in zip(page.detail.asking.fields, values, strict=True):
        line = field.line  # type: ignore[attr-defined] # they are lines here
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, value)
    page.detail.asking.answer()


def add_many(session: Session) -> None:
    board_id = session.scalars(select(Board.id)).one()
    for number in range(80):
        add_strand(session, board_id, f"Service {number}")


# The chart, as data

DAY = date(2026, 1, 1)


def a_page(parts: tuple[Part, ...], sectors: tuple[Sector, ...] = (), stages: tuple[StageView, ...] = ()) -> StrandPage:
    nothing = UUID(int=0)
    return StrandPage(
        id=nothing,
        board_id=nothing,
        name="Play",
        purpose="",
        priority_id=None,
        priority="",
        outcome="",
        lead_id=None,
        lead="",
        reserved_to="",
        reserved_reason="",
        ended=None,
        stages=stages,
        sums=(),
        sectors=sectors,
        parts=parts,
        gap=None,
        meetings_left=None,
    )


def a_part(sector: Sector, on: date, occasion: Occasion = Occasion.ATTENDED, organisation: str = "") -> Part:
    return Part(
        strand_id=UUID(int=0),
        organisation_id=None,
        organisation=organisation,
        sector=sector,
        on=on,
        occasion=occasion,
    )


some_parts = st.lists(
    st.builds(
        a_part,
        st.sampled_from(list(Sector)),
        st.integers(-900, 900).map(lambda days: DAY + timedelta(days=days)),
        st.sampled_from(list(Occasion)),
    ),
    max_size=40,
)
some_stages = st.lists(
    st.builds(
        StageView,
        stage=st.sampled_from(list(Stage)),
        planned=st.none() | st.integers(-900, 900).map(lambda days: DAY + timedelta(days=days)),
        began=st.none() | st.integers(-900, 900).map(lambda days: DAY + timedelta(days=days)),
    ),
    max_size=6,
    unique_by=lambda one: one.stage,
)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_year_that_was_mistyped_still_gives_a_chart(day: date) -> None:
    stages = (StageView(stage=Stage.REVIEW, planned=day, began=None),)
    for page in (
        a_page((), (), stages),
        a_page((a_part(Sector.HEALTH, day),)),
        a_page((a_part(Sector.HEALTH, day),), (), stages),
    ):
        chart = chart_of(page, TODAY)
        assert chart.starts <= day <= chart.ends
        assert all(0 <= chart.share(one) <= 1 for one in (day, TODAY))


@given(some_parts, some_stages, st.integers(-2000, 2000).map(lambda days: DAY + timedelta(days=days)))
def test_every_day_of_a_chart_stands_in_it_and_every_part_is_in_one_spot(
    parts: list[Part], stages: list[StageView], today: date
) -> None:
    chart = chart_of(a_page(tuple(parts), (Sector.HEALTH,), tuple(stages)), today)
    days = [today, *(part.on for part in parts), *(band.starts for band in chart.bands)]
    assert all(0 <= chart.share(day) <= 1 for day in days)
    shown = [part for lane in chart.lanes for spot in lane.spots for part in spot.parts]
    assert len(shown) == len(parts)
    assert all(sum(spot.first for spot in lane.spots) == bool(lane.spots) for lane in chart.lanes)
    assert all(spot_words(spot).endswith(".") for lane in chart.lanes for spot in lane.spots)
    numbered, rows = table_rows(chart)
    assert len(numbered) == len(parts)
    assert len(rows) == len(parts) + sum(not lane.spots for lane in chart.lanes)


def test_a_day_s_spot_has_the_shape_of_the_strongest_occasion_and_says_them_all() -> None:
    parts = (
        a_part(Sector.VOLUNTARY, DAY, Occasion.ATTENDED, "Tŷ Cwtsh"),
        a_part(Sector.VOLUNTARY, DAY, Occasion.PROPOSED, "Tŷ Cwtsh"),
    )
    stages = (StageView(stage=Stage.PROCUREMENT, planned=None, began=DAY),)
    (lane,) = chart_of(a_page(parts, stages=stages), DAY).lanes
    (spot,) = lane.spots
    assert spot.kind is Occasion.PROPOSED
    assert spot_words(spot) == (
        "Voluntary, 1 January 2026: Tŷ Cwtsh came to the meeting; Tŷ Cwtsh put a proposal. "
        "First involvement, at the procurement stage, not early."
    )


# The page


def test_the_list_has_each_strand_with_its_stage_and_a_mark_where_a_sector_is_missing(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = strands(show(desk, STRANDS))
    rows = {row.title: row for row in page.rows.loaded()}
    assert rows[SHORT_BREAKS].second_line == "strategy"
    assert rows["Home-to-school transport"].second_line == "ended"
    warned = {title for title, row in rows.items() if row.icon == "warning-fill"}
    assert desk.board_id is not None
    assert warned == {one.name for one in desk.read(strand_rows, desk.board_id, TODAY) if one.gap is not None}
    assert THERAPY in warned
    assert "Police, voluntary, community, private" in rows[THERAPY].spoken
    assert "not been involved" in rows[THERAPY].spoken


def test_the_head_tells_stage_and_priority_and_the_warning_what_is_left(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = strands(show(desk, STRANDS))
    head = page.head()
    assert (head.title, head.chip) == (SHORT_BREAKS, "Strategy")
    assert head.context == "Priority: Families have time to rest"
    assert "have not been involved" not in words_on(page)
    page.rows.choose(stored(desk, THERAPY).id)
    assert "Specification begins in 42 days; no meeting is planned before then." in words_on(page)


def test_arrow_keys_go_from_mark_to_mark_and_each_is_said(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    timeline = page.detail.timeline
    page.detail.focus_timeline()
    chart = chart_of(stored(desk), TODAY)
    QTest.keyClick(timeline, Qt.Key.Key_Left)
    assert timeline.statement() == lane_words(chart.lanes[0], chart)
    said = []
    for _ in chart.lanes[0].spots:
        QTest.keyClick(timeline, Qt.Key.Key_Right)
        said.append(timeline.statement())
        assert said[-1] in words_on(page)
        assert said[-1] in timeline.accessibleDescription()
    assert said == [spot_words(spot) for spot in chart.lanes[0].spots]
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.statement() == said[-1]
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.statement() == said[0]
    walked = [timeline.statement()]
    for _ in chart.lanes[1:]:
        QTest.keyClick(timeline, Qt.Key.Key_Down)
        walked.append(timeline.statement())
    assert [one.split(",")[0].split(":")[0].lower() for one in walked] == [lane.sector.value for lane in chart.lanes]


def test_enter_opens_the_item_at_which_it_was(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, STRANDS)
    page = strands(window)
    page.detail.focus_timeline()
    links: list[Link] = []
    desk.asked.disconnect()
    desk.asked.connect(links.append)
    QTest.keyClick(page.detail.timeline, Qt.Key.Key_Return)
    (link,) = links
    assert (link.page, link.entity) == ("meeting", "agenda_item")
    assert link.id is not None
    item = desk.read(item_of, link.id)
    assert (item.meeting_id, item.strand_id) == (link.meeting_id, stored(desk).id)


def test_a_sector_that_was_only_heard_leads_to_the_item(desk: Desk, show: Callable[..., Window]) -> None:
    strand = stored(desk)
    item_id = next(part.id for part in strand.parts if part.occasion is Occasion.ATTENDED)
    assert item_id is not None
    with desk.file.writing("Mark as heard") as session:
        meeting_id = session.get_one(AgendaItem, item_id).meeting_id
        session.add(Heard(meeting_id=meeting_id, item_id=item_id, sector=Sector.OTHER_PUBLIC))
    page = strands(show(desk, STRANDS))
    links: list[Link] = []
    desk.asked.disconnect()
    desk.asked.connect(links.append)
    QTest.keyClick(page.rows, Qt.Key.Key_T)
    page.detail.table.fetch_more()
    heard = next(at for at, part in page.detail._parts.items() if part.entity == "heard")
    page.detail.table.choose(heard)
    QTest.keyClick(page.detail.table, Qt.Key.Key_Return)
    QTest.keyClick(page.detail.table, Qt.Key.Key_G)
    assert links == [Link("meeting", "agenda_item", item_id, meeting_id, item_id)] * 2


def test_a_recusal_and_other_terms_are_followed_at_once(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    assert desk.board_id is not None
    came = next(part for part in stored(desk).parts if part.occasion is Occasion.ATTENDED and part.organisation_id)

    def recuse(session: Session) -> None:
        item = session.get_one(AgendaItem, came.id)
        lines = select(Attendance).where(Attendance.meeting_id == item.meeting_id)
        for line in session.scalars(lines.where(Attendance.organisation_id == came.organisation_id)):
            session.add(
                Declaration(
                    meeting_id=item.meeting_id, person_id=line.person_id, by=line.name, nature="A grant", recused=True
                )
            )

    desk.write("Recuse", recuse)
    assert page.detail.page == stored(desk)
    assert came not in stored(desk).parts

    def shorten(session: Session) -> None:
        for terms in session.scalars(select(TermsOfReference)):
            terms.call_weeks = 1

    assert any(row.icon for row in page.rows.loaded())
    desk.write("Let calls run for a week", shorten)
    assert not any(row.icon for row in page.rows.loaded())


def test_the_pointer_is_told_what_stands_under_it(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    timeline = page.detail.timeline
    words = {timeline.words_at(QPointF(x, 5.0)) for x in range(timeline.width())}
    for stage in Stage:
        assert any(one.startswith(f"{stage.value.capitalize()}: ") and f"OCDS: {OCDS[stage]}." in one for one in words)


def test_the_table_says_the_same_as_the_picture(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    QTest.keyClick(page.rows, Qt.Key.Key_T)
    assert page.detail.is_table()
    assert page.detail.table.hasFocus()
    page.detail.table.fetch_more()
    numbered = [row for row in page.detail.table.loaded() if row.figure]
    assert len(numbered) == len(stored(desk).parts)
    assert page.detail.source() is not None
    QTest.keyClick(page.detail.table, Qt.Key.Key_T)
    assert not page.detail.is_table()


def test_a_new_strand_is_named_where_it_stands_and_taken_out_again(desk: Desk, show: Callable[..., Window]) -> None:
    window = show(desk, STRANDS)
    page = strands(window)
    QTest.keyClick(page.rows, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.detail.about.name.line.hasFocus()
    QTest.keyClicks(page.detail.about.name.line, "Speech therapy")
    QTest.keyClick(page.detail.about.name.line, Qt.Key.Key_Return)
    assert page.head().title == "Speech therapy"
    assert stored(desk, "Speech therapy").stages == ()
    page.rows.setFocus()
    QTest.keyClick(page.rows, Qt.Key.Key_Delete)
    assert "Speech therapy" not in {row.title for row in page.rows.loaded()}


def test_a_strand_is_moved_past_one_that_ended_and_is_shown_last(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    second, third = page.rows.loaded()[1:3]
    desk.write("End", end_strand, second.id, TODAY)
    titles = [row.title for row in page.rows.loaded()]
    assert titles[:2] == [SHORT_BREAKS, third.title]
    page.rows.choose(stored(desk).id)
    page.rows.setFocus()
    QTest.keyClick(page.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in page.rows.loaded()][:2] == [third.title, SHORT_BREAKS]
    QTest.keyClick(page.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in page.rows.loaded()] == titles
    assert page.why_not("strands.up") == "it is the first one"
    page.rows.choose(second.id)
    page.rows.choose([row for row in page.rows.loaded() if row.second_line != "ended"][-1].id)
    assert page.why_not("strands.down") == "it is the last one"


def test_a_strand_with_work_on_it_is_not_removed(desk: Desk, show: Callable[..., Window], told: list[Said]) -> None:
    page = strands(show(desk, STRANDS))
    QTest.keyClick(page.rows, Qt.Key.Key_Delete)
    assert "so it stays; end it instead" in told[-1].text


def test_a_stage_is_planned_and_begun_in_its_fields_and_days_out_of_order_are_refused_there(
    desk: Desk, show: Callable[..., Window]
) -> None:
    page = strands(show(desk, STRANDS))
    QTest.keyClick(page.rows, Qt.Key.Key_S)
    days = page.detail.stages
    procurement = days.planned[Stage.PROCUREMENT]
    procurement.setFocus()
    procurement.line.selectAll()
    QTest.keyClicks(procurement.line, "1 Jan 2027")
    QTest.keyClick(procurement.line, Qt.Key.Key_Return)
    assert "Procurement can't come before specification" in procurement.wrong
    procurement.line.selectAll()
    QTest.keyClicks(procurement.line, "10 May 2027")
    QTest.keyClick(procurement.line, Qt.Key.Key_Return)
    assert procurement.wrong == ""
    began = days.began[Stage.SPECIFICATION]
    began.setFocus()
    QTest.keyClicks(began.line, "1 Feb 2027")
    QTest.keyClick(began.line, Qt.Key.Key_Return)
    assert "still to come" in began.wrong
    began.restore()
    planned = {one.stage: one.planned for one in stored(desk).stages}
    assert planned[Stage.PROCUREMENT] == date(2027, 5, 10)


def test_the_next_stage_begins_at_one_key_and_undo_takes_it_back(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    QTest.keyClick(page.rows, Qt.Key.Key_B)
    assert page.head().chip == "Specification"
    desk.undo()
    assert page.head().chip == "Strategy"


def test_who_decides_is_asked_and_half_an_answer_is_refused(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    page.rows.choose(stored(desk, "Early help").id)
    QTest.keyClick(page.rows, Qt.Key.Key_D)
    answer(page, "the council", "")
    assert page.detail.asking.is_asking
    assert "Say why the decision is kept to the council." in words_on(page)
    answer(page, "the council", "It is in the budget.")
    assert stored(desk, "Early help").reserved_reason == "It is in the budget."
    assert "Reserved to the council: It is in the budget." in words_on(page)


@pytest.mark.parametrize(
    ("pounds", "whose", "why"),
    [("lots", "", "is no sum in pounds"), ("0", "", "above nothing"), ("5", "Nobody we know", "No organisation")],
)
def test_a_sum_is_put_and_what_is_none_is_refused(
    desk: Desk, show: Callable[..., Window], pounds: str, whose: str, why: str
) -> None:
    page = strands(show(desk, STRANDS))
    page.rows.choose(stored(desk, "Early help").id)
    QTest.keyClick(page.rows, Qt.Key.Key_M)
    answer(page, pounds, "a year", whose)
    assert page.detail.asking.is_asking
    assert why in words_on(page)
    answer(page, "£12,000.50", "a year", "")
    assert [(one.pence, one.words) for one in stored(desk, "Early help").sums] == [(1_200_050, "a year")]


def test_the_strand_goes_on_the_next_agenda_as_an_item_on_it(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    links: list[Link] = []
    desk.asked.disconnect()
    desk.asked.connect(links.append)
    if page.why_not("strands.agenda"):
        assert not page.detail.agenda.isEnabled()
        return
    QTest.keyClick(page.rows, Qt.Key.Key_I)
    (link,) = links
    assert link.id is not None
    assert desk.read(item_of, link.id).strand_id == stored(desk).id


def test_an_empty_plan_teaches_and_its_button_begins_the_first_strand(
    bare_desk: Desk, show: Callable[..., Window]
) -> None:
    page = strands(show(bare_desk, STRANDS))
    assert page.first.isVisible()
    assert "A strand is one service" in "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())
    page.first.click()
    assert [row.title for row in page.rows.loaded()] == ["New strand"]
    page.slots()["strands.new"]()
    assert [row.title for row in page.rows.loaded()] == ["New strand", "New strand 2"]
    bare_desk.write("Add", add_many)
    page.rows.fetch_more()
    assert len(page.rows.loaded()) == 82


def test_every_command_of_the_page_says_why_it_can_t_run_where_there_is_no_strand(
    bare_desk: Desk, show: Callable[..., Window]
) -> None:
    page = strands(show(bare_desk, STRANDS))
    own = [one.id for one in COMMANDS.values() if one.pages == ("strands",) and one.id.startswith("strands.")]
    assert len(own) > 10
    assert [one for one in own if not page.why_not(one)] == ["strands.new"]


def test_everything_is_named_and_reached_by_tab(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    assert unnamed(page) == []
    page.rows.setFocus()
    stops = tab_stops(page)
    assert page.detail.timeline in [stop.widget for stop in stops]
    assert all(stop.name for stop in stops)


def test_a_link_to_a_strand_shows_it(desk: Desk, show: Callable[..., Window]) -> None:
    wanted = stored(desk, "Childcare places").id
    page = strands(show(desk, Link("strands", "strand", wanted)))
    assert page.head().title == "Childcare places"
    assert page.link() == Link("strands", "strand", wanted)


def test_names_of_any_length_and_script_leave_the_page_standing(desk: Desk, show: Callable[..., Window]) -> None:
    for name in ("W" * 3_000, "<b>bold</b> & 'quote'", "שלום ŵ 👨‍👩‍👧"):
        strand = desk.write("Add", add_strand, desk.board_id, name[:300])
        # A record may bring a longer one than can be typed.
        with desk.file.writing("Import") as session:
            session.get_one(Strand, strand.id).name = name
        page = strands(show(desk, Link("strands", "strand", stored(desk, name).id)))
        assert page.head().title == name
        body = page.detail.widget()
        assert body is not None
        assert body.width() <= page.detail.width()


def test_an_item_that_is_taken_off_its_strand_leaves_the_timeline(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    before = stored(desk)
    item = next(part for part in before.parts if part.entity == "agenda_item")
    desk.write("Take it off", put_item_on, item.id, None)
    left = len(stored(desk).parts)
    assert left < len(before.parts)
    page.detail.table.fetch_more()
    assert len([row for row in page.detail.table.loaded() if row.figure]) == left


def test_the_lead_is_an_organisation_of_the_file(desk: Desk, show: Callable[..., Window]) -> None:
    page = strands(show(desk, STRANDS))
    lead = page.detail.about.lead
    assert lead.value == Named("Arrowmere Council", stored(desk).lead_id)
    lead.setFocus()
    lead.line.selectAll()
    QTest.keyClicks(lead.line, "Nobody")
    lead.commit()
    assert "No organisation in this file has that name" in lead.wrong
    lead.restore()
