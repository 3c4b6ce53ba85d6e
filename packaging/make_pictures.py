"""Draws every page into docs/pictures (`make pictures`): three looks, at 1280 x 720, 1920 x 1080 and 200 %.

The sample board is made anew, the day is fixed, and nothing of the user's own settings is touched, so that the
same program draws the same pictures. Each scale is a process of its own: Qt takes it at the start.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
DAY = date(2026, 11, 22)
LOOKS = ("light", "dark", "high contrast")
# Logical sizes; at a scale of 2 that is 1280 x 720 again.
SIZES = (("1280x720", 1280, 720, "1"), ("1920x1080", 1920, 1080, "1"), ("200", 640, 360, "2"))
COLOURS = 256


def main() -> int:
    """Draw all of them, or those whose names begin with the words given."""
    if len(sys.argv) > 1 and sys.argv[1] == "--one":
        return draw(sys.argv[2], sys.argv[3:])
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, _, _, scale in SIZES:
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "TZ": "UTC"}
        code = subprocess.call([sys.executable, __file__, "--one", name, *sys.argv[1:]], env=surroundings)  # noqa: S603 - itself
        if code:
            return code
    return 0


def draw(size: str, wanted: list[str]) -> int:
    """Draw every scene at one size, in every look."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415 - after the environment was set

        from boardroom.ui.first_frame import first_frame  # noqa: PLC0415
        from boardroom.ui.kit.theme import dress  # noqa: PLC0415
        from boardroom.ui.kit.tokens import Appearance  # noqa: PLC0415
        from boardroom.ui.memory import Memory  # noqa: PLC0415
        from boardroom.ui.program import Program  # noqa: PLC0415

        app = QApplication([sys.argv[0], "-style", "fusion"])
        memory = Memory()
        shell = first_frame(memory)
        _, width, height, _ = next(one for one in SIZES if one[0] == size)
        dress(app, Appearance.LIGHT)
        shell.resize(width, height)
        shell.show()
        program = Program(memory, Path(folder), shell, clock=_moment)
        program.begin(None)
        for name, scene in SCENES.items():
            if wanted and not any(name.startswith(word) for word in wanted):
                continue
            beside = scene(program)
            shown = beside if isinstance(beside, QWidget) else shell
            if name.startswith("second-screen"):
                shown.resize(width, height)
            program.window.drop_hidden()
            for look in LOOKS:
                dress(app, Appearance(look))
                _settle()
                _keep(shown.grab(), PICTURES / f"{name}-{look.replace(' ', '-')}-{size}.png")
            if shown is not shell:
                shown.close()
        # A vote that is not recorded is asked about once.
        shell.close()
        shell.close()
        _RUNNING.clear()
    return 0


def _moment() -> datetime:
    return datetime.combine(DAY, time(14, 32), tzinfo=UTC)


def _settle() -> None:
    """Let everything that was asked for happen."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above

    QTest.qWait(120)


def _keep(picture: "object", path: Path) -> None:
    """Write a picture as a small PNG: flat colours need no 16 million of them."""
    from PIL import Image  # noqa: PLC0415 - as above
    from PySide6.QtCore import QBuffer, QIODevice  # noqa: PLC0415
    from PySide6.QtGui import QPixmap  # noqa: PLC0415

    assert isinstance(picture, QPixmap)  # noqa: S101 - for the type checker
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _sample(program: "object") -> None:
    """Have the sample board open."""
    from boardroom.ui.program import Program  # noqa: PLC0415 - as above

    assert isinstance(program, Program)  # noqa: S101 - for the type checker
    if program.window.desk is None:
        program.memory.who = "Ruth Okonjo"
        program.files.sample()
        while program.window.desk is None:
            _settle()


def _start(_program: "object") -> None:
    """Show the first start."""


def _place(page: str) -> Callable[["object"], None]:
    def scene(program: "object") -> None:
        from boardroom.ui.links import Link  # noqa: PLC0415 - as above

        _sample(program)
        program.window.go(Link(page))  # type: ignore[attr-defined] # a Program

    return scene


def _at_meeting(page: str) -> Callable[["object"], None]:
    def scene(program: "object") -> None:
        from boardroom.store.queries.meeting_list import Wanted, meetings_page  # noqa: PLC0415 - as above
        from boardroom.ui.links import Link  # noqa: PLC0415

        _sample(program)
        desk = program.window.desk  # type: ignore[attr-defined] # a Program
        meetings = desk.read(meetings_page, Wanted(board_id=desk.board_id))
        # The first page has those to come; the latest that was held shows most.
        held = next(one for one in meetings if str(one.status) in {"draft minutes", "held", "confirmed"})
        desk.show(Link(page, "meeting", held.id, held.id))

    return scene


def _previewed(program: "object") -> None:
    from boardroom.ui.pages.export import ExportPage  # noqa: PLC0415 - as above

    _at_meeting("export")(program)
    page = program.window.current_page()  # type: ignore[attr-defined] # a Program
    while isinstance(page, ExportPage) and page.made is None:
        _settle()


def _reported(program: "object") -> None:
    from boardroom.ui.pages.reports import ReportsPage  # noqa: PLC0415 - as above

    _place("reports")(program)
    page = program.window.current_page()  # type: ignore[attr-defined] # a Program
    while isinstance(page, ReportsPage) and page.made is None:
        _settle()
    _see_pages()


def _answered(program: "object") -> None:
    _place("answers")(program)
    _see_pages()


def _see_pages() -> None:
    """Let a preview draw its pages, which it does in its own time."""
    for _ in range(20):
        _settle()


def _searched(program: "object") -> None:
    from PySide6.QtWidgets import QApplication, QLineEdit  # noqa: PLC0415 - as above

    _place("search")(program)
    _settle()
    line = QApplication.focusWidget()
    if isinstance(line, QLineEdit):
        line.setText("short breaks")


def _palette(program: "object") -> None:
    _place("meetings")(program)
    program.open_palette()  # type: ignore[attr-defined] # a Program
    program._palette.line.setText("min")  # type: ignore[attr-defined] # noqa: SLF001 - what a user would type
    _settle()


def _room(scene: str) -> Callable[["object"], object]:
    def show(program: "object") -> object:
        from room_scenes import RoomScenes  # noqa: PLC0415 - as above

        _sample(program)
        if not _RUNNING:
            _RUNNING.append(RoomScenes(program.window, DAY))  # type: ignore[attr-defined] # a Program
        return getattr(_RUNNING[0], scene)()

    return show


_RUNNING: "list[object]" = []
SCENES: dict[str, Callable[["object"], object]] = {
    "start": _start,
    "home": _place("home"),
    "meetings": _place("meetings"),
    "meeting": _at_meeting("meeting"),
    "minutes": _at_meeting("minutes"),
    "versions": _at_meeting("versions"),
    "export": _previewed,
    "proposals": _place("proposals"),
    "strands": _place("strands"),
    "calls": _place("calls"),
    "answers": _answered,
    "actions": _place("actions"),
    "decisions": _place("decisions"),
    "forward": _place("forward"),
    "partners": _place("partners"),
    "reports": _reported,
    "settings": _place("settings"),
    "search": _searched,
    "history": _place("history"),
    "paste": _place("paste"),
    "keys": _place("keys"),
    "palette": _palette,
    "room": _room("middle"),
    "room-chair": _room("chair"),
    "second-screen": _room("second_screen"),
    "room-recusal": _room("recusal"),
    "room-vote": _room("vote"),
    "second-screen-vote": _room("wording"),
    "room-inquorate": _room("inquorate"),
}

if __name__ == "__main__":
    sys.exit(main())
