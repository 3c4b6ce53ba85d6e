"""The frame that is painted first: told of once, and cheap."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from boardroom.ui.first_frame import FirstPaint, first_frame
from boardroom.ui.memory import Memory

ROOT = Path(__file__).parents[2]


def test_the_first_paint_of_a_bare_window_is_told(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(FirstPaint(window).happened, timeout=5000):
        window.show()


def test_the_first_paint_of_the_frame_is_told_once_though_its_parts_cover_it(qtbot: QtBot) -> None:
    frame = first_frame(Memory())
    qtbot.addWidget(frame)
    told: list[bool] = []
    paint = FirstPaint(frame)
    paint.happened.connect(lambda: told.append(True))
    with qtbot.waitSignal(paint.happened, timeout=5000):
        frame.show()
    for part in frame.findChildren(QWidget):
        part.repaint()
    qtbot.wait(50)
    assert told == [True]


def test_the_frame_is_painted_before_the_costly_names_of_qt_are_touched(tmp_path: Path) -> None:
    script = """
import sys
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from boardroom.ui.first_frame import FirstPaint, first_frame
from boardroom.ui.memory import Memory

app = QApplication(["boardroom", "-style", "fusion"])
frame = first_frame(Memory())
paint = FirstPaint(frame)
paint.happened.connect(app.quit)
frame.show()
app.exec()
print("Qt" in vars(QtCore), "boardroom.ui.kit.theme" in sys.modules)
"""
    environment = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ended.stdout.split() == ["False", "False"]


def test_the_first_paint_waits_for_no_rule_no_table_and_no_command_line() -> None:
    script = "import sys, boardroom.app, boardroom.ui.starting; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    floors = {one.split(".")[1] for one in ended.stdout.split() if one.startswith("boardroom.")}
    assert floors == {"app", "ui"}


def test_days_are_british_whatever_the_system_speaks(tmp_path: Path) -> None:
    script = """
from locale import LC_TIME, setlocale
from boardroom.ui.starting import application

app = application("boardroom")
print(setlocale(LC_TIME))
"""
    environment = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ended.stdout.split() == ["C"]


def test_the_name_of_a_file_is_never_rich_text(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "<img src=x>.board"
    path.touch()
    memory = Memory()
    memory.opened(path)
    frame = first_frame(memory)
    qtbot.addWidget(frame)
    assert not [one for one in frame.findChildren(QLabel) if "<" in one.text()]
