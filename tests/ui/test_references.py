"""Qt loses references to None and True on Python 3.11; boardroom/ui/__init__.py lets the window outlive it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MANY_CALLS = """
from PySide6.QtCore import QObject, QPoint, Signal
class Bell(QObject):
    rang = Signal()
point, bell = QPoint(), Bell()
for _ in range(50_000):
    point.setX(1)
    bell.rang.emit()
print("alive")
"""


def test_fifty_thousand_calls_into_qt_leave_none_and_true_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import boardroom.ui\n{MANY_CALLS}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
