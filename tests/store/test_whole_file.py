"""Files come out whole or not at all, under names that every system can keep."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardroom.domain.refusal import Refusal
from boardroom.store.whole_file import check_name, file_name, made_whole, put_in_place, write_whole


def test_a_file_is_written_in_pieces_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "minutes.pdf", iter([b"one ", b"two"])) == tmp_path / "minutes.pdf"
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("minutes.pdf", b"one two")]


def test_a_failure_in_the_making_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    write_whole(target, b"old")

    def content() -> Iterator[bytes]:
        yield b"half"
        message = "the composer stumbled"
        raise ValueError(message)

    with pytest.raises(ValueError, match="stumbled"):
        write_whole(target, content())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("minutes.pdf", b"old")]


def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(tmp_path / "minutes.pdf", b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match=r"minutes\.pdf was not written, because the disk is full\."):
        write_whole(tmp_path / "minutes.pdf", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("minutes.pdf", b"old")]


def test_the_file_reaches_the_disk_before_its_name_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    flush, rename = os.fsync, os.replace

    def note_flush(handle: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file")  # noqa: PTH112 - a handle
        flush(handle)

    def note_rename(made: Path, target: Path) -> None:
        steps.append("rename")
        rename(made, target)

    monkeypatch.setattr(os, "fsync", note_flush)
    monkeypatch.setattr(os, "replace", note_rename)
    write_whole(tmp_path / "minutes.pdf", b"words")
    assert steps == ["file", "rename", "folder"]


def test_a_target_open_elsewhere_becomes_number_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, rename = tmp_path / "minutes.pdf", os.replace
    held.write_bytes(b"old")

    def refuse_held(made: Path, target: Path) -> None:
        if target == held:
            raise PermissionError(errno.EACCES, "Access is denied")
        rename(made, target)

    monkeypatch.setattr(os, "replace", refuse_held)
    assert write_whole(held, b"new") == tmp_path / "minutes (2).pdf"
    assert held.read_bytes() == b"old"
    assert (tmp_path / "minutes (2).pdf").read_bytes() == b"new"


def test_a_finished_file_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "made").write_bytes(b"words")
    assert put_in_place(tmp_path / "made", tmp_path / "backup") == tmp_path / "backup"
    assert not (tmp_path / "made").exists()


def test_the_file_is_there_only_when_the_block_has_ended(tmp_path: Path) -> None:
    with made_whole(tmp_path / "pack.pdf") as (file, written):
        file.write(b"words")
        assert not (tmp_path / "pack.pdf").exists()
    assert written == [tmp_path / "pack.pdf"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("CON.pdf", "keeps for a device"),
        ("lpt1", "keeps for a device"),
        ("minutes.pdf.", "ends in a dot"),
        ("minutes ", "ends in a dot or a space"),
        ("annexe\u202efdp.exe", "hidden character"),
        ("min\nutes", "hidden character"),
        ("ŵ" * 200, "too long"),
    ],
)
def test_a_name_that_some_system_cant_keep_is_refused(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        write_whole(tmp_path / name, b"words")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["nowhere/minutes.pdf", ".", "/dev/null"])
def test_a_place_that_takes_no_file_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(Refusal, match=r"isn't there|is a folder|not an ordinary file"):
        write_whole(tmp_path / place, b"words")


def test_a_link_is_followed_to_the_file_it_stands_for(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_whole(tmp_path / "link.md", b"new")
    assert (tmp_path / "real.md").read_bytes() == b"new"
    assert (tmp_path / "link.md").is_symlink()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Agenda: 3/4 <draft>?", "Agenda- 3-4 -draft--.pdf"),
        ("CON", "CON_.pdf"),
        ("...", "_.pdf"),
        ("Cyngor Sir Gâr\u202e", "Cyngor Sir Gâr.pdf"),
        ("a\r\nb", "ab.pdf"),
    ],
)
def test_a_name_made_of_peoples_words_can_be_kept(words: str, name: str) -> None:
    assert file_name(words, ".pdf") == name
    check_name(name)


def test_a_name_made_of_long_words_is_cut_between_letters() -> None:
    name = file_name("ŵ" * 400, ".pdf")
    check_name(name)
    assert name.endswith("ŵ.pdf")
