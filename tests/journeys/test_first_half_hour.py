"""A newcomer's first half hour by keyboard alone: the sample's next meeting, from its agenda to its minutes.

Nothing here is clicked, and no slot or service is called: keys are pressed, and the window and the file are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from boardroom.cli import main
from tests.journeys.reading_back import squeezed, words_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.newcomer import Newcomer


def test_a_first_half_hour_by_keyboard(start: Callable[[], Newcomer], saved: Path) -> None:
    me = start()
    open_the_sample(me)
    find_the_next_meeting(me)
    build_its_agenda(me)
    keep_an_item_from_the_public(me)
    say_how_the_item_is_to_be_taken(me)
    say_who_is_here(me)
    write_the_item_up(me)
    record_a_point(me)
    record_a_proposal_and_decline_it(me)
    record_a_decision(me)
    record_a_motion_an_amendment_and_a_vote(me)
    record_an_action(me)
    edit_the_minutes(me)
    export_them_for_the_public(me, saved)
    undo_a_mistake_and_redo_it(me)
    print(me.table())  # noqa: T201 - shown with -s or -rP
    file = me.one.desk.file.path
    me.press("Ctrl+Q")
    come_back_another_day(start())
    assert main(["check", str(file)]) == 0


def open_the_sample(me: Newcomer) -> None:
    with me.station("open the sample"):
        me.type("Ann Reed", "Tab", "Space")
        me.one.wait_for_board()


def find_the_next_meeting(me: Newcomer) -> None:
    with me.station("find the next meeting"):
        me.press("Ctrl+K")
        me.type("15th")
        me.sees("15th meeting, 28 January 2027")
        me.press("Return")
        me.is_at("meeting")
        me.sees("5 Answers since December")


def build_its_agenda(me: Newcomer) -> None:
    with me.station("add, rename, move an item; add a sub-item"):
        me.press("F2")
        me.go_to("5 Answers since December")
        me.press("Ctrl+N")
        me.type("School meals in the holidays", "Return")
        me.sees("6 School meals in the holidays")
        me.press("Ctrl+R")
        me.write("Holiday meals and play", "Return")
        me.sees("6 Holiday meals and play")
        me.press("Alt+Up")
        me.sees("5 Holiday meals and play")
        me.press("Alt+Down")
        me.sees("6 Holiday meals and play")
        me.press("Ctrl+Shift+Return")
        me.type("What the cooks are paid", "Return")
        me.sees("6.1 What the cooks are paid")


def keep_an_item_from_the_public(me: Newcomer) -> None:
    with me.station("restrict the sub-item and minute it"):
        me.press("Ctrl+D")
        me.tab_to("Who may read it")
        me.type("M")
        me.tab_to("Ground")
        me.type("Schedule 12A paragraph 3")
        me.tab_to("Title that the public reads")
        me.type("A payment")
        me.tab_to("Restrict the item", "Shift+Tab")
        me.press("Space")
        me.is_told("Restrict item 6.1")
        me.press("Escape", "F3")
        me.type("Cooks get 12 pounds an hour.", "Ctrl+Return")
        me.is_told("Take a note of item 6.1 over")


def say_how_the_item_is_to_be_taken(me: Newcomer) -> None:
    with me.station("say kind and minutes of the item"):
        me.press("F2")
        me.go_to("6 Holiday meals", "Up")
        me.press("Ctrl+D")
        me.tab_to("Kind")
        me.type("Dec")
        me.is_told("Change the kind of item 6")
        me.tab_to("Minutes planned")
        me.write("20", "Tab")
        me.is_told("Change the planned minutes of item 6")
        me.press("Escape")
        me.sees("6 Holiday meals and play, 20")


def say_who_is_here(me: Newcomer) -> None:
    with me.station("one away, one remote, one recused"):
        me.press("F4", "Ctrl+Shift+L")
        me.is_told("List all members")
        me.press("Ctrl+Shift+E")
        me.type("hartnell", "Return")
        me.is_told("Mark all members as present")
        me.go_to("Priya Raman")
        me.press("R")
        me.is_told("Mark Priya Raman as remote")
        me.press("Home")
        me.go_to("Owain Meredith")
        me.press("X")
        me.type("His brother sells food", "Ctrl+Return")
        me.is_told("Declare an interest of Owain Meredith")


def write_the_item_up(me: Newcomer) -> None:
    with me.station("notes in bold and a list; take two over"):
        me.press("F3", "Ctrl+B")
        me.type("Costs:", "Ctrl+B")
        me.type(" 40,000 pounds a summer.", "Return", "Ctrl+Shift+8")
        me.type("one kitchen in each town", "Return", "Return")
        me.type("Gwen seemed tired.", "Ctrl+Home", "Ctrl+Return", "Ctrl+Return")
        me.is_told("over into the minute text")


def record_a_point(me: Newcomer) -> None:
    with me.station("record a point"):
        me.press("F5")
        me.type("Ffion Davies")
        me.tab_to("What was said")
        me.type("Young people want to choose.", "Ctrl+Return")
        me.sees("Young people want to choose., Service users, Ffion Davies, Youth Voice Arrowmere")


def record_a_proposal_and_decline_it(me: Newcomer) -> None:
    with me.station("record a proposal, decline it with the reason"):
        me.press("F8")
        me.type("A hot meal on each play day", "Tab")
        me.type("Youth Voice Arrowmere", "Ctrl+Return")
        me.sees("A hot meal on each play day, Service users, Youth Voice Arrowmere, Unanswered")
        me.press("A")
        me.type("decl", "Tab")
        me.type("time", "Tab")
        me.type("The kitchens are hired by May.", "Ctrl+Return")
        me.is_told("declined")


def record_a_decision(me: Newcomer) -> None:
    with me.station("record a decision by consensus"):
        me.press("Ctrl+J")
        me.type("That one kitchen in each town be tried.", "Ctrl+Return")
        me.sees("That one kitchen in each town be tried., Consensus, Carried")


def record_a_motion_an_amendment_and_a_vote(me: Newcomer) -> None:
    with me.station("a motion, an amendment, a vote by members"):
        me.press("Ctrl+Shift+M")
        me.type("That play days begin at nine.")
        me.tab_to("Moved by")
        me.type("Priya Raman", "Ctrl+Return")
        me.sees("That play days begin at nine., Moved by Priya Raman")
        me.press("Shift+F9")
        me.write("That play days begin at ten.")
        me.tab_to("Moved by")
        me.type("Gwen Parry", "Ctrl+Return")
        me.sees("That play days begin at ten., Moved by Gwen Parry")
        me.press("F9", "N", "Shift+Y", "Ctrl+Return")
        # Fifteen members; one is away and one recused.
        me.sees("Carried by named vote, 12 to 1.")


def record_an_action(me: Newcomer) -> None:
    with me.station("record an action with owner and day"):
        me.press("Ctrl+G")
        me.type("Ask the kitchens for a price", "Tab")
        me.type("Priya Raman")
        me.tab_to("Due on")
        me.type("15 Feb 2027", "Ctrl+Return")
        me.sees("Ask the kitchens for a price, Priya Raman, Open, 15 Feb 2027")


def edit_the_minutes(me: Newcomer) -> None:
    with me.station("edit a paragraph of the minutes"):
        me.press("Ctrl+M")
        me.is_at("minutes")
        # They open at the item that was shown, with the caret in its text.
        assert me.focus == "Minute text of item 6", me.focus
        me.press("Ctrl+Home", "End")
        me.type(" Nobody objected.")
        me.sees("40,000 pounds a summer. Nobody objected.")


def export_them_for_the_public(me: Newcomer, saved: Path) -> None:
    with me.station("export minutes for the public"):
        me.press("Ctrl+E")
        me.is_at("export")
        me.press("Down", "Tab", "Down")
        me.sees("minutes, public.pdf")
        me.sees("6.1 A payment (Schedule 12A paragraph 3)")
        me.press("Ctrl+Return")
        me.is_told("Minutes written to")
    (file,) = saved.iterdir()
    words = words_in(file)
    for there in (
        "Costs: 40,000 pounds a summer. Nobody objected.",
        "one kitchen in each town",
        "Declined as the timetable was too tight. The kitchens are hired by May.",
        "Carried by named vote, 12 to 1.",
        "Carried by consensus",
        "Owain Meredith declared an interest",
        "Ask the kitchens for a price",
    ):
        assert squeezed(there) in words, there
    for absent in ("Gwen seemed tired", "What the cooks are paid", "12 pounds an hour"):
        assert squeezed(absent) not in words, absent


def undo_a_mistake_and_redo_it(me: Newcomer) -> None:
    with me.station("undo a mistake, from another page, and redo it"):
        me.press("Ctrl+5")
        me.is_at("actions")
        me.press("Ctrl+Z")
        me.is_told("Undone: Type in the minute text of item 6")
        me.press("Ctrl+Y")
        me.is_told("Done again: Type in the minute text of item 6")


def come_back_another_day(me: Newcomer) -> None:
    me.one.wait_for_board()
    me.is_at("actions")
    me.press("Ctrl+Z")
    me.is_told("Undone: Type in the minute text of item 6")
    me.press("Ctrl+Y")
    me.is_told("Done again")
    me.press("Ctrl+K")
    me.type("15th")
    me.sees("15th meeting, 28 January 2027")
    me.press("Return", "F2")
    me.go_to("6 Holiday meals and play")
    for words in ("40,000 pounds a summer. Nobody objected.", "Gwen seemed tired.", "A hot meal on each play day"):
        me.sees(words)
    me.press("Ctrl+Q")


def test_a_board_of_ones_own_by_keyboard(start: Callable[[], Newcomer], saved: Path) -> None:
    me = start()
    start_a_board(me)
    paste_its_members(me)
    plan_its_first_meeting(me)
    paste_its_agenda(me)
    give_notice(me)
    export_the_agenda_for_word(me, saved)
    print(me.table())  # noqa: T201 - shown with -s or -rP
    file = me.one.desk.file.path
    me.press("Ctrl+Q")
    assert main(["check", str(file)]) == 0


def start_a_board(me: Newcomer) -> None:
    with me.station("start a board of one's own"):
        me.type("Ann Reed")
        me.tab_to("Name of the board")
        me.type("Saltmarsh Play Partnership", "Return")
        me.one.wait_for_board()
        me.sees("Saltmarsh Play Partnership")


def paste_its_members(me: Newcomer) -> None:
    """Twelve members, as Word puts a table on the clipboard."""
    with me.station("paste twelve members from a table in Word"):
        copy_a_table(("Name", "Role", "Organisation", "Sector"), MEMBERS)
        me.press("Ctrl+Shift+V")
        me.is_at("paste")
        me.sees("12 new")
        me.press("Ctrl+Return")
        me.is_told("Take in 12 members")


def plan_its_first_meeting(me: Newcomer) -> None:
    with me.station("plan the first meeting"):
        me.press("Ctrl+2")
        me.is_at("meetings")
        me.press("Ctrl+Shift+P")
        me.type("20 Jan 2027", "Tab")
        me.type("14:00", "Tab")
        me.type("Town Hall", "Tab")
        me.type("1st meeting", "Return")
        me.is_told("Plan the 1st meeting")


def paste_its_agenda(me: Newcomer) -> None:
    """Lines of a list, as they are copied from a message."""
    with me.station("paste agenda lines"):
        QGuiApplication.clipboard().setText("\n".join(AGENDA))
        me.press("Ctrl+Shift+V")
        me.is_at("paste")
        me.sees("4 new")
        me.press("Ctrl+Return")
        me.is_told("Take in 4 agenda items")


def give_notice(me: Newcomer) -> None:
    with me.station("give notice"):
        me.press("Ctrl+2")
        me.is_at("meetings")
        me.press("Ctrl+G")
        # It is asked first, as Undo doesn't reach behind it.
        me.press("Return")
        me.is_told("otice")


def export_the_agenda_for_word(me: Newcomer, saved: Path) -> None:
    with me.station("export the agenda for Word"):
        me.press("Ctrl+E")
        me.is_at("export")
        me.tab_to("Format")
        me.press("Down")
        me.sees(".docx")
        me.press("Ctrl+Return")
        me.is_told("Agenda written to")
    (file,) = [file for file in saved.iterdir() if file.suffix == ".docx"]
    words = words_in(file)
    for line in AGENDA:
        assert squeezed(line) in words, line


MEMBERS = (
    ("Ann Bryn", "Chair", "Saltmarsh Council", "Local authority"),
    ("Dai Rees", "Member", "Saltmarsh Council", "Local authority"),
    ("Mair Pugh", "Member", "Marsh Health Trust", "Health"),
    ("Owen Cole", "Member", "Marsh Health Trust", "Health"),
    ("Ruth Lane", "Member", "Dyke Road Primary", "Education"),
    ("Seth Moor", "Member", "Saltmarsh College", "Education"),
    ("Tara Bell", "Member", "Play Together", "Voluntary"),
    ("Una Frost", "Member", "Toy Library", "Voluntary"),
    ("Vic Stone", "Member", "Eastgate Residents", "Community"),
    ("Wyn Hill", "Member", "Slides and Swings Ltd", "Private"),
    ("Zoe Marsh", "Member", "Parents’ Voice", "Service users"),
    ("Yusuf Kaya", "Member", "Parents’ Voice", "Service users"),
)
AGENDA = ("Welcome and apologies", "Declarations of interest", "Which playgrounds first", "Any other business")


def copy_a_table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    """Put a table on the clipboard as another program does."""
    lines = (head, *rows)
    cells = ("".join(f"<td><p class=MsoNormal>{cell}</p></td>" for cell in line) for line in lines)
    mime = QMimeData()
    mime.setHtml(f"<html><body><table>{''.join(f'<tr>{line}</tr>' for line in cells)}</table></body></html>")
    mime.setText("\n".join("\t".join(line) for line in lines))
    QGuiApplication.clipboard().setMimeData(mime)
