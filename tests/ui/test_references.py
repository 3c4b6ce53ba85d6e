"""Qt's binding loses references to None on Python 3.11; the window outlives that (see boardroom/ui/__init__.py)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MANY_CALLS = """
from PySide6.QtCore import QPoint
point = QPoint()
for _ in range(50_000):
    point.setX(1)
print("alive")
"""


def test_fifty_thousand_calls_into_qt_leave_none_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import boardroom.ui\n{MANY_CALLS}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
