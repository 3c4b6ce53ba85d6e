"""A secretary in the room: each kind of thing that a meeting brings, recorded in its own form by its own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QComboBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.journeys.newcomer import Newcomer

_MOST_CHOICES = 20


class Clerk:
    """Opens each form by its command's key, goes through it by Tab, and leaves it by Ctrl+Enter."""

    def __init__(self, me: Newcomer) -> None:
        self.me = me

    # Before the meeting

    def plan(self, day: str) -> None:
        """Plan a meeting with an empty agenda, and show it."""
        me = self.me
        me.press("Ctrl+2")
        me.is_at("meetings")
        me.press("Ctrl+Shift+P")
        me.write(day)
        self.fill({}, {"Agenda from": "Nothing: an empty agenda"})
        me.press("Return")
        me.is_told("Plan the meeting")
        me.press("Ctrl+Return")
        me.is_at("meeting")

    def add_item(self, title: str, kind: str) -> None:
        """Put an item at the end of the agenda."""
        me = self.me
        me.press("F2", "End", "Ctrl+N")
        me.type(title, "Return")
        me.sees(title)
        me.press("Ctrl+D")
        self.fill({}, {"Kind": kind})
        me.press("Escape", "F2")

    def attach_paper(self) -> None:
        """Attach a paper to the item that is chosen."""
        self.me.press("Ctrl+U")
        self.me.is_told("Attach")

    # People

    def add_people(self, role: str, number: int, organisation: str, *, apologies: bool) -> None:
        """Add people by their number."""
        me = self.me
        me.press("F4", "Ctrl+Shift+J")
        self.fill({"Who they are": role, "How many": str(number), "Organisation": organisation})
        self.fill({}, {"Stand as": "Present as a member"})
        me.press("Ctrl+Return")
        me.is_told(f"Add {role} to the attendance")
        if apologies:
            # The line that was added is chosen.
            me.press("A")
            me.is_told("pologies")

    def declare(self, by: str, nature: str, items: str, effect: str) -> None:
        """Record an interest of somebody who takes no part in some items."""
        self.me.press("F4", "Ctrl+Shift+D")
        self.fill({"Who declares it": by, "What the interest is": nature, "Items": items})
        self.me.tab_to("Recused")
        self.me.press("Space")
        self.fill({"What followed": effect})
        self.me.press("Ctrl+Return")
        self.me.is_told("Declare an interest")

    # The item

    def jot(self, words: str) -> None:
        """Write a note."""
        self.me.press("F3")
        self.me.type(words)

    def point(self, text: str, kind: str, *, by: str, organisation: str, sector: str) -> None:
        """Record what somebody contributed."""
        self.me.press("F5")
        self.fill({"Who speaks": by}, {"Kind": kind})
        self.fill({"What was said": text, "For which organisation": organisation}, {"Sector": sector})
        self.done(text)

    def decide(self, wording: str, *, result: str, method: str, to: str, remark: str) -> None:
        """Record what was settled."""
        self.me.press("Ctrl+J")
        self.fill({"Wording": wording}, {"Result": result, "Method": method})
        self.fill({"Recommended to": to, "Remark": remark})
        self.done(wording)

    def action(self, text: str, *, owner: str, due: str) -> None:
        """Record what somebody is to do."""
        self.me.press("Ctrl+G")
        self.fill({"What is to be done": text, "Who does it": owner, "Due, in words": due})
        self.done(text)

    # Forms

    def fill(self, lines: Mapping[str, str], choices: Mapping[str, str] | None = None) -> None:
        """Go through fields in reading order; what is empty is left as it is."""
        for name, words in lines.items():
            if words:
                self.me.tab_to(name)
                self.me.write(words)
        for name, words in (choices or {}).items():
            if words:
                self.me.tab_to(name)
                self._choose(words)

    def done(self, words: str) -> None:
        """Be done with a form; what was recorded stands in its list."""
        self.me.press("Ctrl+Return")
        self.me.sees(words)

    def _choose(self, words: str) -> None:
        box = QApplication.focusWidget()
        assert isinstance(box, QComboBox)
        if box.currentText().casefold() == words.casefold():
            return
        self.me.press("Home")
        for _ in range(_MOST_CHOICES):
            if box.currentText().casefold() == words.casefold():
                return
            self.me.press("Down")
        message = f"“{words}” is no choice of “{self.me.focus}”"
        raise AssertionError(message)
