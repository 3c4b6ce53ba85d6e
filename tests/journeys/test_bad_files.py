"""Whatever lies where a board file should: one sentence, nothing changed, nothing left behind."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from boardroom.store.lock import FileLock
from tests.journeys.bad_board_files import BAD, PAGE, Damage, changed, cut, flipped, overwritten
from tests.journeys.refused import run, sentence_of, sides_aside, standing_in

ROOT = Path(__file__).parents[2]
MEETINGS = ROOT / "tests" / "data" / "meetings"
RECORD = MEETINGS / "18-kent-cc-2024-11-07-named-vote.json"
OTHER_RECORD = MEETINGS / "07-stockton-ctb-2010-07-02.json"
NAME = "Board.boardroom"
AN_ID = "01890a5d-ac96-774b-bcce-b302099a8057"

Words = Callable[[object, Path], list[object]]
READING: Mapping[str, Words] = {
    "list": lambda file, _: ["list", file, "meetings"],
    "list as json": lambda file, _: ["list", file, "actions", "--json"],
    "search": lambda file, _: ["search", file, "the"],
    "export pdf": lambda file, out: ["export", file, "minutes", "-o", out / "o.pdf"],
    "export docx": lambda file, out: ["export", file, "minutes", "-o", out / "o.docx"],
    "export html": lambda file, out: ["export", file, "agenda", "-o", out / "o.html"],
    "export md": lambda file, out: ["export", file, "minutes", "--audience", "public", "-o", out / "o.md"],
    "export record": lambda file, out: ["export", file, "record", "-o", out / "r.json"],
    "export board": lambda file, out: ["export", file, "board", "-o", out / "b.json"],
    "backup": lambda file, out: ["backup", file, out],
    "restore": lambda file, out: ["restore", file, out / "Restored.boardroom"],
    "check": lambda file, _: ["check", file],
}
WRITING: Mapping[str, Words] = {
    "import": lambda file, _: ["import", file, OTHER_RECORD, "--new-board"],
    "undo": lambda file, _: ["undo", file],
}
EVERY: Mapping[str, Words] = {
    **READING,
    **WRITING,
    "redo": lambda file, _: ["redo", file],
    "history": lambda file, _: ["history", file, AN_ID],
}
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights, links and pipes of this kind are POSIX's")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Lend the bytes of a sound board file with a meeting in it."""
    file = tmp_path_factory.mktemp("sound") / NAME
    assert run("new", file, "--name", "Kent County Council").code == 0
    assert run("import", file, RECORD).code == 0
    return file.read_bytes()


@pytest.fixture
def board(tmp_path: Path, sound: bytes) -> Path:
    file = tmp_path / NAME
    file.write_bytes(sound)
    return file


@POSIX
@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_sound_board_file_is_refused_in_one_sentence(kind: str, tmp_path: Path, sound: bytes) -> None:
    for command, words in EVERY.items():
        folder = tmp_path / command
        folder.mkdir()
        file = BAD[kind](folder / NAME, sound)
        before = standing_in(folder)
        sentence_of(run(*words(file, folder)), f"{kind}, {command}")
        assert sides_aside(standing_in(folder)) == before, f"{kind}, {command}"


@POSIX
@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a link to itself", "a link to nothing", "empty", "a text"])
def test_nothing_that_stands_somewhere_is_made_anew(kind: str, tmp_path: Path, sound: bytes) -> None:
    file = BAD[kind](tmp_path / NAME, sound)
    before = standing_in(tmp_path)
    for words in (["new", file, "--name", "Ours"], ["sample", file]):
        assert "is there already" in sentence_of(run(*words), kind)
    assert standing_in(tmp_path) == before


@POSIX
def test_a_file_whose_name_is_no_text_is_used_like_any_other(tmp_path: Path, sound: bytes) -> None:
    for command, words in EVERY.items():
        if command in {"redo", "history"}:
            continue
        folder = tmp_path / command
        folder.mkdir()
        file = folder / os.fsdecode(b"B\xfc\xff.boardroom")
        file.write_bytes(sound)
        assert run(*words(file, folder)).code == 0, command


def test_a_name_with_a_line_end_makes_no_second_line(tmp_path: Path, sound: bytes) -> None:
    file = tmp_path / "a\nb\x1b[31m.boardroom"
    file.write_bytes(sound)
    sentence = sentence_of(run("new", file, "--name", "x"), "a line end")
    assert "\x1b" not in sentence


@POSIX
def test_nothing_is_written_through_a_link_that_lies_in_the_locks_place(board: Path) -> None:
    precious = board.with_name("precious.txt")
    precious.write_text("precious", encoding="utf-8")
    board.with_name(f".{NAME}.lock").symlink_to(precious)
    assert run("list", board, "meetings").code == 0
    sentence_of(run("undo", board), "a link for a lock")
    assert precious.read_text(encoding="utf-8") == "precious"


@POSIX
def test_a_link_and_its_file_have_one_lock(board: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "Link.boardroom"
    link.parent.mkdir()
    link.symlink_to(board)
    lock = FileLock.take(board, who="Ann")
    try:
        assert "open elsewhere (Ann" in sentence_of(run("undo", link), "a link")
    finally:
        lock.release()
    assert run("undo", link).code == 0


@pytest.mark.parametrize("command", EVERY)
def test_a_file_that_another_program_has_open_is_read_and_not_written(command: str, board: Path) -> None:
    before = board.read_bytes()
    lock = FileLock.take(board, who="Ann")
    try:
        said = run(*EVERY[command](board, board.parent))
    finally:
        lock.release()
    if command in READING:
        assert said.code == 0
    else:
        sentence_of(said, command)
    assert board.read_bytes() == before


@pytest.mark.parametrize("command", EVERY)
def test_a_newer_file_is_read_and_not_written(command: str, tmp_path: Path, sound: bytes) -> None:
    file = changed("UPDATE alembic_version SET version_num = '9999'")(tmp_path / NAME, sound)
    assert isinstance(file, Path)
    before = file.read_bytes()
    said = run(*EVERY[command](file, tmp_path))
    if command in READING:
        assert said.code == 0
    else:
        sentence = sentence_of(said, command)
        assert "newer" in sentence or "ever in this file" in sentence
    assert file.read_bytes() == before


def test_what_another_program_left_beside_the_file_is_no_part_of_it(board: Path) -> None:
    board.with_name(f"{NAME}-wal").write_bytes(os.urandom(50_000))
    board.with_name(f"{NAME}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + os.urandom(9_000))
    assert run("check", board).code == 0
    assert run("undo", board).code == 0
    assert run("check", board).code == 0


VALUES = (
    "UPDATE decision SET result = 'x'",
    "UPDATE decision SET wording = x'ff00'",
    "UPDATE agenda_item SET title = CAST(x'c3ff80' AS TEXT)",
    "UPDATE agenda_item SET position = 'first'",
    "UPDATE meeting_day SET held_on = '2024-13-45'",
    "UPDATE meeting_day SET starts = 7",
    "UPDATE meeting SET id = 'x'",
    "UPDATE meeting_board SET board_id = 1e300",
    "UPDATE step SET at = 'never'",
    "UPDATE step_row SET after = '{'",
)


@pytest.mark.parametrize("statement", VALUES)
def test_a_value_that_was_damaged_is_laid_on_the_file_and_not_on_the_program(
    statement: str, tmp_path: Path, sound: bytes
) -> None:
    refused = 0
    for command, words in EVERY.items():
        folder = tmp_path / command
        folder.mkdir()
        file = changed(statement)(folder / NAME, sound)
        said = run(*words(file, folder))
        if said.code or command == "check":
            sentence_of(said, f"{statement}, {command}")
            refused += 1
    assert refused


def out_of(folder: Path) -> Mapping[str, Path | str]:
    """Make places where no file can be written, by what they are."""
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "file").write_text("old", encoding="utf-8")
    (folder / "nowhere").symlink_to(folder / "no" / "folder")
    return {
        "a folder": folder / "folder",
        "a pipe": folder / "pipe",
        "in no folder": folder / "none" / "x",
        "under a file": folder / "file" / "x",
        "a link to nowhere": folder / "nowhere",
        "a long name": folder / ("x" * 300),
        "a long path": folder / "/".join(["x" * 200] * 40),
        "a device of Windows": folder / "CON",
        "a hidden character": folder / "a\u202efdp.exe",
        "a name with NUL": f"{folder}/a\0b",
        "the board file": folder / NAME,
        "beside the board file": folder / f"{NAME}-wal",
        "its lock": folder / f".{NAME}.lock",
        "nothing": "",
    }


@POSIX
@pytest.mark.parametrize("command", ["export pdf", "export board", "restore", "backup"])
def test_a_place_that_takes_no_file_is_refused_and_left_alone(command: str, tmp_path: Path, sound: bytes) -> None:
    file = tmp_path / NAME
    file.write_bytes(sound)
    places = out_of(tmp_path)
    before = standing_in(tmp_path)
    for place, path in places.items():
        if command in {"backup", "restore"} and place in {"a folder", "beside the board file", "its lock"}:
            continue
        words = EVERY[command](file, tmp_path)
        words[-1] = path
        sentence_of(run(*words), f"{command}, {place}")
        assert standing_in(tmp_path) == before, f"{command}, {place}"


def powerless(*words: object) -> subprocess.CompletedProcess[str]:
    """Run a command as an ordinary user would, whom the rights of files bind."""
    who = ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"] if os.geteuid() == 0 else []
    return subprocess.run(
        [*who, sys.executable, "main.py", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


BOUND = pytest.mark.skipif(
    sys.platform != "linux" or (os.geteuid() == 0 and shutil.which("setpriv") is None),
    reason="root's rights can't be laid down here",
)


@BOUND
def test_rights_that_are_lacking_are_told(board: Path) -> None:
    closed = board.with_name("closed")
    closed.mkdir()
    (closed / "record.json").write_text("{}", encoding="utf-8")
    (closed / "record.json").chmod(0)
    closed.chmod(0o555)
    board.chmod(0)
    before = standing_in(board.parent)
    try:
        for words, says in (
            (["list", board, "meetings"], "can't be read"),
            (["new", closed / "x.boardroom", "--name", "x"], "could not be made"),
            (["import", board, closed / "record.json"], "record.json"),
        ):
            done = powerless(*words)
            (sentence,) = done.stderr.splitlines()
            assert done.returncode == 2, sentence
            assert says in sentence
        assert standing_in(board.parent) == before
    finally:
        board.chmod(0o644)
        closed.chmod(0o755)


@BOUND
def test_a_board_file_in_a_folder_that_can_only_be_read_is_read(board: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    closed = tmp_path / "closed"
    closed.mkdir()
    file = closed / NAME
    shutil.copy(board, file)
    closed.chmod(0o555)
    before = standing_in(closed)
    try:
        assert powerless("export", file, "minutes", "-o", out / "o.md").returncode == 0
        refused = powerless("undo", file)
        assert (refused.returncode, "write-protected" in refused.stderr) == (2, True)
        assert standing_in(closed) == before
        (out / "o.md").unlink()
        refused = powerless("export", file, "minutes", "-o", closed / "o.pdf")
        assert (refused.returncode, "may not write" in refused.stderr) == (2, True)
    finally:
        closed.chmod(0o755)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Lend a disk of 6 MB, where the machine lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a disk of our own needs Linux's root")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if done.returncode:
        pytest.skip("this machine lends no disk to fill")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


ON_A_FULL_DISK: Mapping[str, Words] = {
    **EVERY,
    "new": lambda _, out: ["new", out / "New.boardroom", "--name", "x"],
    "sample": lambda _, out: ["sample", out / "New.boardroom"],
}


def try_with_room(pages: int, disk: Path, sound: bytes) -> set[str]:
    """Run every command on a disk with so much room; return those that were refused."""
    refused = set()
    for command, words in ON_A_FULL_DISK.items():
        for path in disk.iterdir():
            path.unlink()
        file = disk / NAME
        file.write_bytes(sound)
        room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        filler = disk / "filler"
        filler.write_bytes(b"x" * max(0, room - pages * PAGE))
        before = standing_in(disk)
        said = run(*words(file, disk))
        if said.code:
            sentence = sentence_of(said, f"{command}, {pages} pages")
            assert sides_aside(standing_in(disk)) == before, f"{command}, {pages} pages"
            if command not in {"redo", "history"}:
                assert "full" in sentence, f"{command}, {pages} pages: {sentence}"
                refused.add(command)
        filler.unlink()
        assert not [path for path in disk.iterdir() if path.name.endswith((".part", ".new", ".lock"))]
        assert run("check", file).code == 0, f"{command}, {pages} pages"
    return refused


@pytest.mark.parametrize(
    ("pages", "refused", "done"),
    [
        (0, {"import", "undo", "export md", "backup", "restore", "new", "sample"}, {"list", "search", "check"}),
        (2, {"import", "undo", "export pdf", "backup", "restore", "new"}, {"list", "search", "check", "export md"}),
        (10, {"import", "undo", "export pdf", "backup", "restore", "new"}, {"list", "check", "export md"}),
        (200, {"new", "sample"}, {"undo", "export pdf"}),
        (700, {"sample"}, {"new", "import", "backup"}),  # a new file is 290 pages, and as much in its log
    ],
)
def test_a_full_disk_is_told_and_nothing_is_half_done(
    pages: int, refused: set[str], done: set[str], disk: Path, sound: bytes
) -> None:
    found = try_with_room(pages, disk, sound)
    assert refused <= found
    assert not done & found


@pytest.mark.faults
@pytest.mark.parametrize("pages", [*range(1, 40), *range(40, 900, 20)])
def test_a_disk_of_any_fullness_is_told(pages: int, disk: Path, sound: bytes) -> None:
    try_with_room(pages, disk, sound)


FEW = ("check", "list", "undo", "backup", "restore", "export md")


def look_at_damage(make: Damage, tmp_path: Path, sound: bytes, *, all_refused: bool) -> None:
    for command in FEW:
        folder = tmp_path / command
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        file = make(folder / NAME, sound)
        said = run(*EVERY[command](file, folder))
        if said.code or all_refused:
            sentence_of(said, command)


@pytest.mark.faults
@pytest.mark.parametrize("byte", range(100))
def test_no_flipped_bit_of_the_header_is_a_fault_of_the_program(byte: int, tmp_path: Path, sound: bytes) -> None:
    for bit in range(8):
        look_at_damage(flipped(byte, 1 << bit), tmp_path, sound, all_refused=False)


@pytest.mark.faults
def test_noise_in_any_page_is_found(tmp_path: Path, sound: bytes) -> None:
    for page in range(len(sound) // PAGE):
        look_at_damage(overwritten(page), tmp_path, sound, all_refused=True)


@pytest.mark.faults
def test_a_file_cut_off_at_any_page_is_found(tmp_path: Path, sound: bytes) -> None:
    for page in range(len(sound) // PAGE):
        look_at_damage(cut(page * PAGE), tmp_path, sound, all_refused=True)


WORDS: tuple[tuple[list[str], str], ...] = (
    ([], "Say what to do"),
    (["frobnicate"], "none of new, sample"),
    (["exprt"], "is “export” meant?"),
    (["new"], "FILE and --name are missing"),
    (["new", "x.boardroom"], "--name is missing"),
    (["new", "x.boardroom", "--name"], "Nothing stands after --name"),
    (["import", "x.boardroom"], "RECORD is missing"),
    (["list", "x.boardroom"], "One of boards/meetings/decisions/actions/proposals is missing"),
    (["export", "x.boardroom", "minute", "-o", "x"], "is “minutes” meant?"),
    (["export", "x.boardroom", "minutes", "--format", "odt", "-o", "x"], "“odt” is none of pdf, html, docx, md"),
    (["export", "x.boardroom", "minutes"], "is missing"),
    (["list", "x.boardroom", "meetings", "--jsn=1"], "not known here"),
    (["list", "x.boardroom", "meetings", "--json=1"], "--json takes no value"),
    (["search", "x.boardroom", "a", "-x"], "go after “--”"),
)


@pytest.mark.parametrize(("words", "says"), WORDS)
def test_words_that_the_command_line_does_not_know_are_told_kindly(words: list[str], says: str) -> None:
    assert says in sentence_of(run(*words), words)
