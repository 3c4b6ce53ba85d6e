"""What stays out of a document, and what its format can't show: beside the preview, each line leading to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from boardroom.domain.audience import Audience
from boardroom.ui.kit.buttons import Button
from boardroom.ui.kit.clearing import clear
from boardroom.ui.kit.theme import theme
from boardroom.ui.kit.words import hint, label, plain_tooltip, section, wrapped
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from uuid import UUID

    from boardroom.documents.making import Made

_CHARACTERS_NAMED = 12


class StaysOut(QWidget):
    """The list beside the preview."""

    asked = Signal(object)
    """A `Link` to what a line names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(4))
        self._links: dict[Button, Link] = {}

    def lines(self) -> list[str]:
        """Return the lines that lead somewhere, as a screen reader says them."""
        return [button.accessibleName() for button in self._links]

    def clear(self) -> None:
        """Show nothing."""
        self._links.clear()
        clear(self._column)

    def show_made(self, made: Made) -> None:
        """Show what stays out of a document."""
        self.clear()
        public = made.order.audience is Audience.PUBLIC
        self._column.addWidget(
            section(self.tr("The public won’t see") if public else self.tr("For members")),
        )
        kept = made.kept_back
        for item in kept.items:
            ground = f" ({item.ground})" if item.ground else ""
            title = item.public_title or self.tr("restricted item, without a public title")
            self._lead(f"{item.number} {title}{ground}".strip(), made.order.meeting_id, item.id)
        for part in kept.parts:
            counts = []
            if part.paragraphs:
                counts.append(_counted(part.paragraphs, self.tr("1 paragraph"), self.tr("{} paragraphs")))
            if part.papers:
                counts.append(_counted(part.papers, self.tr("1 paper"), self.tr("{} papers")))
            place = f"{part.number} {part.title}".strip() or self.tr("the meeting itself")
            words = self.tr("{what} of {place}").format(what=", ".join(counts), place=place)
            self._lead(words, made.order.meeting_id, part.item_id)
        for name, count in kept.others:
            self._column.addWidget(wrapped(self._other(name, count)))
        if made.for_members_only:
            self._warn(self.tr("This holds restricted matter: it is for members only."))
        elif not kept:
            said = self.tr("Nothing is kept back.") if public else self.tr("Members get everything that is minuted.")
            self._column.addWidget(wrapped(said))
        self._column.addWidget(hint(self.tr("Your notes are in no document.")))
        if made.missing:
            self._show_missing(made)

    def _show_missing(self, made: Made) -> None:
        named = [f"{letter} ({name})" for letter, name in list(made.missing.items())[:_CHARACTERS_NAMED]]
        more = len(made.missing) - len(named)
        if more > 0:
            named.append(self.tr("and {} more").format(more))
        self._warn(self.tr("Characters that can’t be shown as they should be: {}.").format(", ".join(named)))

    def _other(self, name: str, count: int) -> str:
        match name:
            case "attendances":
                return _counted(
                    count,
                    self.tr("1 line of the attendance: there for restricted items only"),
                    self.tr("{} lines of the attendance: there for restricted items only"),
                )
            case "declarations":
                return _counted(
                    count,
                    self.tr("1 declaration about restricted items only"),
                    self.tr("{} declarations about restricted items only"),
                )
            case "proposals":
                return _counted(
                    count,
                    self.tr("1 proposal that came up at restricted items"),
                    self.tr("{} proposals that came up at restricted items"),
                )
            case "decisions":
                return _counted(
                    count,
                    self.tr("1 decision that hangs on restricted items"),
                    self.tr("{} decisions that hang on restricted items"),
                )
            case _:
                return _counted(
                    count,
                    self.tr("1 action that comes of restricted decisions"),
                    self.tr("{} actions that come of restricted decisions"),
                )

    def _lead(self, words: str, meeting_id: UUID, item_id: UUID | None) -> None:
        button = Button(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, theme().px(264)))
        # An ampersand is a letter here, not the mark of a key.
        button.setText(button.text().replace("&", "&&"))
        button.setProperty("role", "link")
        button.setAccessibleName(words)
        button.setToolTip(plain_tooltip(words))
        entity = "agenda_item" if item_id else "meeting"
        self._links[button] = Link("meeting", entity, item_id or meeting_id, meeting_id, item_id)
        button.clicked.connect(self._follow)
        self._column.addWidget(button)
        # Into a page that is shown already it would come with the next event only.
        button.show()

    def _warn(self, words: str) -> None:
        frame = QFrame()
        frame.setProperty("role", "warning")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(theme().px(12), theme().px(8), theme().px(8), theme().px(8))
        text = label(words, "caution")
        text.setWordWrap(True)
        inside.addWidget(text)
        self._column.addWidget(frame)

    @Slot()
    def _follow(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.asked.emit(self._links[button])


def _counted(number: int, one: str, many: str) -> str:
    return one if number == 1 else many.format(number)
