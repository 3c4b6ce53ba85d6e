import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from boardroom.domain.papers import LARGEST
from boardroom.exchange.child import said
from boardroom.exchange.paper_check import PaperCheck, check_paper, told_of
from tests.exchange.make_papers import (
    Spoil,
    a_bomb,
    a_nest,
    a_pdf,
    a_ring,
    locked,
    with_file,
    with_launch,
    with_script,
    with_sending,
)


def test_a_sound_pdf_tells_its_pages_and_nothing_else() -> None:
    assert check_paper(a_pdf(pages=3), name="Costs.pdf") == PaperCheck(pages=3)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (with_script, "JavaScript"),
        (with_launch, "start another program"),
        (with_sending, "send what is typed"),
        (with_file, "embedded"),
    ],
)
def test_what_a_pdf_would_do_by_itself_is_told(spoil: Spoil, told: str) -> None:
    # As plain objects, and packed away where a search of the bytes finds nothing.
    for mode in (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate):
        found = check_paper(a_pdf(spoil, object_stream_mode=mode), name="Costs.pdf")
        assert (found.pages, found.refusal) == (1, "")
        (warning,) = found.warnings
        assert told in warning


def test_a_pdf_with_a_password_is_refused_and_one_that_is_only_locked_is_told() -> None:
    assert "opens only with a password" in check_paper(locked(user="a", owner="b"), name="Costs.pdf").refusal
    found = check_paper(locked(user="", owner="b"), name="Costs.pdf")
    assert (found.pages, found.refusal) == (1, "")
    assert "locked" in found.warnings[0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pdf: pdf[:20],
        lambda _: b"%PDF-1.7\n" + bytes(1000),
        lambda _: a_pdf(pages=0),
        lambda _: a_ring(),
        lambda _: a_nest(),
    ],
    ids=["cut off", "zeroes", "no page", "ring", "brackets"],
)
def test_a_broken_pdf_is_refused_when_it_is_attached(spoil: Callable[[bytes], bytes]) -> None:
    refusal = check_paper(spoil(a_pdf()), name="Costs.pdf").refusal
    assert refusal.startswith("“Costs.pdf” is damaged")


def test_a_pdf_that_lost_its_end_is_told_of() -> None:
    content = a_pdf(pages=2)
    found = check_paper(content[: content.rindex(b"xref")], name="Costs.pdf")
    assert found.pages == 2
    assert "damaged" in found.warnings[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of memory for a process alone")
def test_a_pdf_that_would_fill_the_memory_is_refused() -> None:
    bomb = a_bomb()
    assert len(bomb) < 100_000
    found = check_paper(bomb, name="Costs.pdf")
    assert found.refusal
    assert found.pages is None


def test_a_pdf_that_takes_too_long_is_refused_in_time() -> None:
    began = time.monotonic()
    found = check_paper(a_bomb(), name="Costs.pdf", seconds=0.05)
    assert "takes too long" in found.refusal
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"pages": 0, "found": []}',
        b'{"pages": -4, "found": []}',
        b'{"pages": "9", "found": []}',
        b'{"pages": 1e300, "found": []}',
        b'{"refused": "because I say so"}',
        b"null",
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(answer: bytes) -> None:
    found = told_of(said(answer), "Costs.pdf")
    assert "gave up" in found.refusal
    assert found.pages is None


def test_warnings_that_nobody_knows_are_not_shown() -> None:
    found = told_of(said(b'{"pages": 1, "found": ["<b>buy</b>", "files", ["x"]]}'), "Costs.pdf")
    assert found == PaperCheck(pages=1, warnings=("Other files are embedded in it.",))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_child_may_write_no_file_and_take_no_more_memory(tmp_path: Path) -> None:
    code = (
        "import json, sys\n"
        "from boardroom.exchange import paper_child\n"
        "paper_child.give_up_rights()\n"
        "told = []\n"
        "try:\n"
        "    bytearray(2_000_000_000)\n"
        "except MemoryError:\n"
        "    told.append('memory')\n"
        "import signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"with open({str(tmp_path / 'out')!r}, 'wb', buffering=0) as file:\n"
        "    try:\n"
        "        file.write(b'x')\n"
        "    except OSError:\n"
        "        told.append('file')\n"
        "print(json.dumps(told))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert json.loads(done.stdout) == ["memory", "file"]


def test_the_child_needs_nothing_else_of_the_program() -> None:
    code = "import sys, boardroom.exchange.paper_child; print([m for m in sys.modules if m.startswith('boardroom')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['boardroom', 'boardroom.exchange', 'boardroom.exchange.paper_child']"


def test_what_is_no_pdf_is_taken_or_refused_by_its_content() -> None:
    assert check_paper(b"Sector,Seats\n", name="Seats.csv") == PaperCheck()
    assert "is empty" in check_paper(b"", name="Costs.pdf").refusal
    assert "larger than 50 MB" in check_paper(bytes(LARGEST + 1), name="Costs.pdf").refusal
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("setup.exe", "MZ")
    refusal = check_paper(packed.getvalue(), name="Costs.pdf").refusal
    assert refusal.startswith("“Costs.pdf” is not a kind of file that can be a paper")
