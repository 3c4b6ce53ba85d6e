"""The repository itself: what lies at its top, and what its lock files may say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("packaging/requirements.txt", "packaging/requirements-dev.txt")

FOLDERS = {"boardroom", "resources", "tests", "packaging", "docs", ".ci"}
FILES = {"main.py", "pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "LICENSE"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [Path(name) for name in listed.stdout.split("\0") if name]


def pins(lock: str) -> dict[str, str]:
    """Return package and version, with the condition under which it is installed."""
    found = re.findall(r"^([a-z0-9._-]+)==(\S+)( ;[^\\\n]*)?", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)
    return {name: version + condition.rstrip() for name, version, condition in found}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone: nothing is tracked")
def test_nothing_else_lies_at_the_top() -> None:
    files = {path.name for path in tracked() if len(path.parts) == 1 and not path.name.startswith(".")}
    folders = {path.parts[0] for path in tracked() if len(path.parts) > 1}
    assert files - FILES == set()
    assert folders - FOLDERS == set()


@pytest.mark.parametrize("name", [*sorted(FILES), ".ci/run"])
def test_what_belongs_at_the_top_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder_of_a_machine(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    for word in ("://", "index-url", "find-links", "trusted-host", "@ ", "file:"):
        assert word not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_its_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / lock).read_text("utf-8"))
    assert len(entries) == len(pins(lock)) > 0
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_tests_run_with_the_very_packages_of_the_program() -> None:
    program, everything = map(pins, LOCKS)
    assert program.items() <= everything.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_hold_what_is_asked_for(lock: str) -> None:
    asked = (ROOT / lock).with_suffix(".in").read_text("utf-8")
    names = {re.split(r"[<>=]", line)[0].lower().replace("_", "-") for line in asked.splitlines() if line[:1].isalpha()}
    assert names <= pins(lock).keys()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project that is set up: our scripts beside an environment that borrows everything from ours."""
    if not (ROOT / ".venv" / "boardroom-setup").exists():
        pytest.skip("this environment was not made by make setup")
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging")
    (tmp_path / ".venv").mkdir()
    for part in ("bin", "lib", "pyvenv.cfg"):
        (tmp_path / ".venv" / part).symlink_to(ROOT / ".venv" / part)
    stamp = subprocess.run(
        [".venv/bin/python", "packaging/stamp.py"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    (tmp_path / ".venv" / "boardroom-setup").write_text(stamp.stdout, "utf-8")
    return tmp_path


def set_up(project: Path, *, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess[str]:
    """Set up without any network."""
    environment = {"PATH": path, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(
        ["packaging/setup.sh"], cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def test_a_second_set_up_does_nothing(project: Path) -> None:
    again = set_up(project)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert (project / ".venv" / "lib").is_symlink()


def test_a_changed_lock_is_installed_and_a_failed_set_up_is_told(project: Path) -> None:
    with (project / "packaging" / "requirements-dev.txt").open("a", encoding="utf-8") as lock:
        lock.write("\n")
    again = set_up(project)
    assert again.returncode == 1
    assert "The Python packages could not be installed. Is there a network connection?" in again.stderr
    assert not (project / ".venv" / "boardroom-setup").exists()


@pytest.fixture
def no_apt(project: Path) -> str:
    """Give a PATH on which everything is that set-up calls, but nothing that installs a package."""
    listed = (project / "packaging" / "system-packages.txt").read_text("utf-8")
    programs = {line.split()[0] for line in listed.splitlines() if line and not line.startswith(("#", "lib"))}
    folder = project / "programs"
    folder.mkdir()
    for name in programs | {"cat", "dirname", "uname"}:
        there = shutil.which(name)
        if there is None:
            pytest.skip(f"there is no {name} here")
        (folder / name).symlink_to(there)
    return str(folder)


def test_what_is_there_is_not_asked_for(project: Path, no_apt: str) -> None:
    again = set_up(project, path=no_apt)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt's packages bring their libraries along")
@pytest.mark.parametrize("wanted", ["libnosuch.so.7", "nosuch"])
def test_a_library_or_a_program_that_is_missing_is_named_by_its_package(
    project: Path, no_apt: str, wanted: str
) -> None:
    with (project / "packaging" / "system-packages.txt").open("a", encoding="utf-8") as listed:
        listed.write(f"{wanted} nosuch7 nothing\n")
    again = set_up(project, path=no_apt)
    assert again.returncode == 1
    assert "this system has no apt-get to install them: nosuch7\n" in again.stderr


def test_every_package_that_is_locked_has_its_licence_told() -> None:
    told = re.sub(r"[-_.]+", "-", (ROOT / "docs" / "licences.md").read_text("utf-8").lower())
    asked = "".join((ROOT / lock).with_suffix(".in").read_text("utf-8") for lock in LOCKS)
    names = {re.split(r"[<>=]", line)[0].lower().replace("_", "-") for line in asked.splitlines() if line[:1].isalpha()}
    assert {name for name in names if name not in told} == set()
