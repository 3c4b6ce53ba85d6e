"""A newcomer's first half hour by mouse: clicks, menus, rows that are dragged, files that are dropped.

Only words are typed: a name, a title, a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from boardroom.cli import main
from boardroom.domain.words import VoteOption
from boardroom.ui.pages.meeting.people_list import PeopleList
from boardroom.ui.pages.meeting.vote_row import MemberRow
from tests.exchange.conftest import REAL
from tests.journeys.hand import Hand
from tests.journeys.reading_back import squeezed, words_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.newcomer import Newcomer


def test_a_first_half_hour_by_mouse(start: Callable[[], Newcomer], saved: Path) -> None:
    me = start()
    hand = Hand(me)
    open_the_sample(me, hand)
    find_the_next_meeting(me, hand)
    drag_an_item_to_another_place(me, hand)
    add_an_item_by_its_button(me, hand)
    say_who_is_here(me, hand)
    write_a_note_and_take_it_over(me, hand)
    put_a_motion_to_the_vote(me, hand)
    export_the_minutes_for_the_public(me, hand, saved)
    drop_a_paper_on_an_item(me, hand, saved)
    drop_the_record_of_an_earlier_meeting(me, hand)
    file = me.one.desk.file.path
    # By the system's own button at the window's corner.
    me.one.close()
    come_back_another_day(start())
    assert main(["check", str(file)]) == 0


def open_the_sample(me: Newcomer, hand: Hand) -> None:
    me.type("Ann Reed")
    hand.click("Open the sample board")
    me.one.wait_for_board()


def find_the_next_meeting(me: Newcomer, hand: Hand) -> None:
    hand.click("Meetings")
    me.is_at("meetings")
    hand.double_click_row("15th, 28 Jan 2027")
    me.is_at("meeting")
    me.sees("5 Answers since December")


def drag_an_item_to_another_place(me: Newcomer, hand: Hand) -> None:
    hand.drag_row("5 Answers since December", before="3 Minutes of 3 December")
    me.sees("3 Answers since December")
    me.sees("4 Minutes of 3 December")


def add_an_item_by_its_button(me: Newcomer, hand: Hand) -> None:
    hand.click_row("3 Answers since December")
    hand.click("Add item")
    me.one.qtbot.waitUntil(lambda: me.focus == "Title of the item")
    me.type("Holiday meals and play")
    # Clicking elsewhere keeps what was typed.
    hand.click_row("6 Matters arising")
    me.sees("4 Holiday meals and play")


def say_who_is_here(me: Newcomer, hand: Hand) -> None:
    hand.click("List the 18 members")
    me.is_told("List all members")
    tick(hand, "Priya Raman")
    me.is_told("Mark Priya Raman as here")
    tick(hand, "Priya Raman")
    me.sees("Priya Raman, not here")
    hand.choose_at("Colin Hartnell", "Sends apologies")
    me.sees("Supt Colin Hartnell, apologies")
    hand.click("Undo")
    me.sees("Supt Colin Hartnell, not here")
    hand.choose("Meeting", "Everybody is present, except")
    me.type("hartnell")
    hand.click("Mark the others")
    me.is_told("Mark all members as present")


def tick(hand: Hand, name: str) -> None:
    """Click the sign that stands before somebody's name."""
    rows, index = hand.row(name)
    assert isinstance(rows, PeopleList)
    hand.click_row(name)
    box = rows.visualRect(index)
    hand.click_on(rows.viewport(), QPoint(box.left() + 55, box.top() + 12))


def write_a_note_and_take_it_over(me: Newcomer, hand: Hand) -> None:
    hand.click_row("4 Holiday meals and play")
    me.sees("Holiday meals and play")
    hand.click_into("Notes")
    me.type("Meals cost 40,000 pounds a summer.")
    hand.choose("Record", "Take the note over")
    me.is_told("Take a note of item 4 over")


def put_a_motion_to_the_vote(me: Newcomer, hand: Hand) -> None:
    hand.click("New motion")
    me.type("That play days begin at ten.")
    hand.click_into("Moved by")
    me.type("Priy")
    hand.take("Priya Raman")
    hand.click_into("Seconded by")
    me.type("Ruth")
    hand.take("Ruth Okonjo")
    hand.click("Close")
    me.sees("That play days begin at ten., Moved by Priya Raman, seconded by Ruth Okonjo")
    hand.choose_at("That play days begin at ten.", "Put to the vote")
    vote(me, hand, "Tom Brackley", VoteOption.NO)
    hand.click("The rest yes")
    hand.click("Record the vote")
    me.sees("Carried by named vote")


def vote(me: Newcomer, hand: Hand, name: str, option: VoteOption) -> None:
    """Click the cell of a vote in somebody's line."""
    (row,) = [one for one in me.one.shell.findChildren(MemberRow) if one.isVisible() and one.voter.name == name]
    hand.click_on(row, row.cell(option).center())
    assert row.option is option


def export_the_minutes_for_the_public(me: Newcomer, hand: Hand, saved: Path) -> None:
    hand.click("Export…")
    me.is_at("export")
    hand.click("Document: Minutes")
    hand.click("For: The public")
    me.sees("minutes, public.pdf")
    hand.click("Export")
    me.is_told("Minutes written to")
    (file,) = saved.iterdir()
    assert squeezed("Meals cost 40,000 pounds a summer.") in words_in(file)


def drop_a_paper_on_an_item(me: Newcomer, hand: Hand, saved: Path) -> None:
    paper = saved.parent / "Menus of the kitchens.pdf"
    next(saved.iterdir()).rename(paper)
    hand.click("Meetings")
    hand.double_click_row("15th, 28 Jan 2027")
    hand.drop(paper, at="4 Holiday meals and play")
    me.is_at("arrivals")
    me.sees("papers go to item 4 Holiday meals and play")
    hand.click_row("Menus of the kitchens.pdf")
    me.sees("Attached as the last paper of the item")
    hand.click("Take in")
    me.is_told("Import Menus of the kitchens.pdf")
    me.is_at("meeting")
    hand.choose_at("4 Holiday meals and play", "Item’s particulars and papers")
    me.sees("Menus of the kitchens")
    hand.click("Back to the agenda")


def drop_the_record_of_an_earlier_meeting(me: Newcomer, hand: Hand) -> None:
    hand.drop(REAL[0])
    me.is_at("arrivals")
    hand.click_row(REAL[0].name)
    me.sees("The meeting comes into this board file")
    hand.click("Take in")
    me.is_told(f"Import {REAL[0].name}")
    me.sees("1 meeting came in")
    hand.click("Undo")
    me.is_told("Undone: Import")
    hand.click("Actions")
    me.is_at("actions")


def come_back_another_day(me: Newcomer) -> None:
    hand = Hand(me)
    me.one.wait_for_board()
    me.is_at("actions")
    hand.choose("Edit", "Undo: Import Menus of the kitchens.pdf")
    me.is_told("Undone: Import Menus of the kitchens.pdf")
    hand.choose("Edit", "Redo: Import Menus of the kitchens.pdf")
    me.is_told("Done again: Import Menus of the kitchens.pdf")
    hand.click("Meetings")
    me.sees("15th, 28 Jan 2027")
    me.one.close()
