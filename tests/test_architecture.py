"""The import contracts bite: each is broken on purpose in a copy of the source."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTRACTS = {
    contract["id"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}

# (contract, {new file: its source}); a file that exists already gets the source at its end.
BREACHES: dict[str, tuple[str, dict[str, str]]] = {
    "the domain asks the store": ("floors", {"domain/breach.py": "import boardroom.store"}),
    "the store asks a service": ("floors", {"store/breach.py": "import boardroom.services"}),
    "documents know exchange": ("floors", {"documents/breach.py": "import boardroom.exchange"}),
    "exchange knows documents": ("floors", {"exchange/breach.py": "import boardroom.documents"}),
    "a service knows documents": ("floors", {"services/breach.py": "import boardroom.documents"}),
    "a service asks the command line": (
        "floors",
        {"services/breach.py": "def run() -> None:\n    import boardroom.cli"},
    ),
    "a service asks the window": (
        "floors",
        {"ui/__init__.py": "", "services/breach.py": "import boardroom.ui"},
    ),
    "a room on no floor": ("floors", {"utils.py": ""}),
    "a page asks the window": ("rooms-of-ui", {"ui/pages/breach.py": "import boardroom.ui.window"}),
    "the desk asks a page for types only": (
        "rooms-of-ui",
        {"ui/desk.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import boardroom.ui.pages.page"},
    ),
    "the kit asks the desk": ("rooms-of-ui", {"ui/kit/breach.py": "import boardroom.ui.desk"}),
    "a page holds a session": ("desk-alone", {"ui/pages/breach.py": "from sqlalchemy.orm import Session"}),
    "the kit writes a query": ("desk-alone", {"ui/kit/breach.py": "def run() -> None:\n    import sqlalchemy"}),
    "a page opens the board file": ("desk-alone", {"ui/pages/breach.py": "import boardroom.store.file"}),
    "the window opens the board file": ("desk-alone", {"ui/window.py": "from boardroom.store.file import BoardFile"}),
    "two neighbours import each other": (
        "circles",
        {"domain/one.py": "import boardroom.domain.two", "domain/two.py": "import boardroom.domain.one"},
    ),
    "two neighbours import each other for types only": (
        "circles",
        {
            "store/one.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import boardroom.store.two",
            "store/two.py": "import boardroom.store.one",
        },
    ),
    "two folders import each other": (
        "circles",
        {
            "documents/compose/one.py": "import boardroom.documents.render.two",
            "documents/render/one.py": "import boardroom.documents.compose.two",
            "documents/compose/two.py": "",
            "documents/render/two.py": "",
        },
    ),
    "a renderer knows the agenda": (
        "paper-knows-no-meeting",
        {"documents/render/breach.py": "import boardroom.domain.agenda"},
    ),
    "a renderer knows the record": (
        "paper-knows-no-meeting",
        {"documents/render/breach.py": "import boardroom.domain.record"},
    ),
    "a renderer reads the board file": (
        "paper-knows-no-meeting",
        {"documents/render/breach.py": "import boardroom.store"},
    ),
    "blocks know the database": ("paper-knows-no-meeting", {"documents/blocks.py": "import sqlalchemy"}),
    "a service opens a window": ("qt-in-ui", {"services/breach.py": "from PySide6 import QtWidgets"}),
    "the program's start opens a window": ("qt-in-ui", {"app.py": "import PySide6.QtWidgets"}),
    "a composer draws PDF": ("writers-in-render", {"documents/compose/breach.py": "from reportlab import platypus"}),
    "exchange writes DOCX": ("writers-in-render", {"exchange/breach.py": "import docx"}),
    "the window reads a dictionary itself": ("hunspell-in-its-process", {"ui/kit/breach.py": "import hunspell"}),
    "spelling asks the store": ("floors", {"spelling/breach.py": "import boardroom.services"}),
    "a service speaks to the driver": ("driver-in-store", {"services/breach.py": "from sqlcipher3 import dbapi2"}),
    "the command line migrates": ("driver-in-store", {"cli/breach.py": "import alembic.command"}),
    "the store takes Python's own driver": ("driver-in-store", {"store/breach.py": "import sqlite3"}),
}

# What the contracts must go on allowing, so that they are no stricter than meant.
RIGHT_WAYS: dict[str, tuple[str, dict[str, str]]] = {
    "the window uses Qt": ("qt-in-ui", {"ui/__init__.py": "", "ui/window.py": "from PySide6 import QtWidgets"}),
    "a page reads by a query": ("desk-alone", {"ui/pages/way.py": "import boardroom.store.queries.lists"}),
    "a page asks the desk and the kit": (
        "rooms-of-ui",
        {"ui/pages/way.py": "import boardroom.ui.desk\nimport boardroom.ui.kit.theme"},
    ),
    "a renderer draws PDF": ("writers-in-render", {"documents/render/way.py": "from reportlab import platypus"}),
    "a renderer knows how text is kept": (
        "paper-knows-no-meeting",
        {"documents/render/way.py": "import boardroom.domain.text"},
    ),
    "the store speaks to the driver": ("driver-in-store", {"store/way.py": "from sqlcipher3 import dbapi2"}),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the source with its contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "boardroom", tmp_path / "boardroom", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def add(copy: Path, sources: dict[str, str]) -> None:
    for name, source in sources.items():
        file = copy / "boardroom" / name
        file.parent.mkdir(exist_ok=True)
        with file.open("a", encoding="utf-8") as text:
            text.write(f"\n{source}\n")


def lint(copy: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo", *chosen],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_source_keeps_its_contracts(copy: Path) -> None:
    answer = lint(copy)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(("contract", "sources"), BREACHES.values(), ids=BREACHES)
def test_a_contract_that_is_broken_fails(copy: Path, contract: str, sources: dict[str, str]) -> None:
    add(copy, sources)
    answer = lint(copy, contract)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "Contracts: 0 kept, 1 broken." in answer.stdout


@pytest.mark.parametrize(("contract", "sources"), RIGHT_WAYS.values(), ids=RIGHT_WAYS)
def test_the_right_way_stays_open(copy: Path, contract: str, sources: dict[str, str]) -> None:
    add(copy, sources)
    answer = lint(copy, contract)
    assert answer.returncode == 0, answer.stdout


def test_every_contract_is_broken_once() -> None:
    assert {contract for contract, _ in BREACHES.values()} == CONTRACTS
