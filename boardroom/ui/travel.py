"""Where one has been: what Back and Forward lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.ui.links import Link

_MOST = 100


class Travel:
    """The places behind and ahead of the one that is shown."""

    def __init__(self) -> None:
        """Begin nowhere."""
        self._been: list[Link] = []
        self._ahead: list[Link] = []

    def leave(self, link: Link) -> None:
        """Note a place that was left for another one; what lay ahead is gone."""
        self._been = [*self._been[-_MOST:], link]
        self._ahead.clear()

    def behind(self) -> Link | None:
        """Return the place where one was before this one, if there is one."""
        return self._been[-1] if self._been else None

    def back(self, here: Link, show: Callable[[Link], bool]) -> None:
        """Go to where one was before.

        Args:
            here: what is shown now.
            show: shows a place; returns whether it could.
        """
        _go(self._been, self._ahead, here, show)

    def forward(self, here: Link, show: Callable[[Link], bool]) -> None:
        """Go to where one came back from.

        Args:
            here: as in `back`.
            show: as in `back`.
        """
        _go(self._ahead, self._been, here, show)

    def forget(self) -> None:
        """Forget it all: another board file has other places."""
        self._been.clear()
        self._ahead.clear()


def _go(there: list[Link], here_after: list[Link], here: Link, show: Callable[[Link], bool]) -> None:
    while there:
        link = there.pop()
        # The same place twice would look as if the key had not been heard.
        if link != here and show(link):
            here_after.append(here)
            return
