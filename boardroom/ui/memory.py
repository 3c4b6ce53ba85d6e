"""What the program remembers between two starts: your name, recent boards, the last place, how it looks."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QSettings

from boardroom.ui.kit.tokens import Appearance
from boardroom.ui.links import Link

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_RECENT = 8
_ZOOMS = (0.8, 3.0)


class Memory:
    """The settings of one user on one computer; nothing of a board's content."""

    def __init__(self) -> None:
        """Read them from where this system keeps a program's settings."""
        self._kept = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Boardroom", "Boardroom")

    @property
    def who(self) -> str:
        """The name that stands beside each change; empty before the first start."""
        from boardroom.domain.text import clean_line  # noqa: PLC0415 - the first paint doesn't wait for it

        return clean_line(str(self._kept.value("who", "")))

    @who.setter
    def who(self, name: str) -> None:
        from boardroom.domain.text import clean_line  # noqa: PLC0415 - as above

        self._kept.setValue("who", clean_line(name))

    @property
    def is_first_start(self) -> bool:
        """Whether nobody has said a name yet."""
        return not str(self._kept.value("who", "")).strip()

    @property
    def recent(self) -> list[Path]:
        """Board files opened before, the last first; some may be gone."""
        return [Path(one) for one in self._words("recent")]

    def opened(self, path: Path) -> None:
        """Put a board file first among the recent ones."""
        recent = [path, *(one for one in self.recent if one != path)][:_RECENT]
        self._kept.setValue("recent", [str(one) for one in recent])

    def forget(self, path: Path) -> None:
        """Take a board file off the recent ones."""
        self._kept.setValue("recent", [str(one) for one in self.recent if one != path])

    @property
    def appearance(self) -> Appearance:
        """Whose colours the window wears."""
        with suppress(ValueError):
            return Appearance(str(self._kept.value("appearance", "")))
        return Appearance.SYSTEM

    @appearance.setter
    def appearance(self, wanted: Appearance) -> None:
        self._kept.setValue("appearance", wanted.value)

    @property
    def zoom(self) -> float:
        """The text size against the system's."""
        with suppress(ValueError):
            return min(max(float(str(self._kept.value("zoom", 1.0))), _ZOOMS[0]), _ZOOMS[1])
        return 1.0

    @zoom.setter
    def zoom(self, times: float) -> None:
        self._kept.setValue("zoom", min(max(times, _ZOOMS[0]), _ZOOMS[1]))

    @property
    def folder(self) -> Path | None:
        """Where a document was written last."""
        kept = str(self._kept.value("folder", "") or "")
        return Path(kept) if kept else None

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._kept.setValue("folder", str(folder))

    @property
    def backups(self) -> Path | None:
        """Where backups are written."""
        kept = str(self._kept.value("backups", "") or "")
        return Path(kept) if kept else None

    @backups.setter
    def backups(self, folder: Path) -> None:
        self._kept.setValue("backups", str(folder))

    def flag(self, name: str, *, otherwise: bool) -> bool:
        """Return a yes or no that was kept."""
        return str(self._kept.value(name, "true" if otherwise else "false")).casefold() == "true"

    def keep_flag(self, name: str, *, value: bool) -> None:
        """Keep a yes or no."""
        self._kept.setValue(name, "true" if value else "false")

    @property
    def keys(self) -> dict[str, str]:
        """The user's own key of each command that has one, by the command's id."""
        self._kept.beginGroup("keys")
        kept = {command_id: str(self._kept.value(command_id, "")) for command_id in self._kept.childKeys()}
        self._kept.endGroup()
        return kept

    def keep_key(self, command_id: str, key: str) -> None:
        """Keep the user's own key of a command; an empty one is forgotten."""
        if key:
            self._kept.setValue(f"keys/{command_id}", key)
        else:
            self._kept.remove(f"keys/{command_id}")

    def place(self, path: Path) -> tuple[Link | None, UUID | None]:
        """Return the last place shown of a board file, and which of its boards it was."""
        words = self._words(_place_key(path))
        with suppress(ValueError, IndexError):
            ids = [UUID(one) if one else None for one in words[2:6]]
            return Link(words[0], words[1], ids[0], ids[1], ids[2]), ids[3]
        return None, None

    def keep_place(self, path: Path, link: Link, board_id: UUID | None) -> None:
        """Keep what was shown last of a board file."""
        ids = (link.id, link.meeting_id, link.item_id, board_id)
        self._kept.setValue(_place_key(path), [link.page, link.entity, *(str(one) if one else "" for one in ids)])

    def keep_window(self, window: QWidget) -> None:
        """Keep where the window stands and how large it is."""
        self._kept.setValue("window", window.saveGeometry())

    def restore_window(self, window: QWidget) -> bool:
        """Put the window where it stood; returns whether it was known."""
        kept = self._kept.value("window")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def _words(self, key: str) -> list[str]:
        # A list of one comes back as that one.
        kept: object = self._kept.value(key)
        return (
            [str(one) for one in kept] if isinstance(kept, list) else [kept] if isinstance(kept, str) and kept else []
        )


def _place_key(path: Path) -> str:
    # A slash would make groups of the settings file.
    return "place/" + str(path).replace("/", "|").replace("\\", "|")
