"""Files that come out whole or not at all, under names that every system can keep (hazard 21)."""

import errno
import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from boardroom.domain.refusal import Refusal

LONGEST_NAME = 255
_TRIES = 99
_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9\u00b9\u00b2\u00b3]|LPT[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE
)
_SEPARATORS = re.compile(r'[<>:"/\\|?*]')
# Controls, and the marks that turn the reading direction: "annexe\u202Efdp.exe" reads as a PDF.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")
_BESIDE = ".part"


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> Path:
    """Write a file beside its target, flush it to the disk, and rename it over the target.

    A failure at any moment, in the making of the content too, leaves what was there before. A target
    that another program holds open (Windows) stays, and the file becomes "name (2)".

    Args:
        path: where the file shall stand; its folder must be there.
        content: the bytes, or pieces of them in order.

    Returns:
        the path that was written.

    Raises:
        Refusal: the name can't be kept by every system, or the folder or the disk doesn't take the file.
    """
    with made_whole(path) as (file, written):
        if isinstance(content, bytes):
            content = (content,)
        for piece in content:
            with _told(path):
                file.write(piece)
    return written[-1]


@contextmanager
def made_whole(path: Path) -> Iterator[tuple[BinaryIO, list[Path]]]:
    """Lend a binary file that takes the place of `path` when the block ends well; else nothing has changed.

    The list that comes with it holds, after the block, the path that was written.

    Raises:
        Refusal: as `write_whole`.
    """
    target = checked_target(path)
    beside = target.with_name(f".boardroom-{secrets.token_hex(8)}{_BESIDE}")
    written: list[Path] = []
    try:
        with _told(path):
            file = beside.open("xb")
        try:
            yield file, written
            with _told(path):
                file.flush()
                os.fsync(file.fileno())
        finally:
            # What a full disk did not take is still in the buffer, and closing would try it again.
            with suppress(OSError):
                file.close()
        written.append(put_in_place(beside, target))
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def put_in_place(made: Path, target: Path) -> Path:
    """Rename a finished file over its target in the same folder, and flush the folder.

    Returns:
        where it stands: the target, or "name (2)" where another program holds the target.

    Raises:
        Refusal: as `write_whole`.
    """
    if target.exists():
        with suppress(OSError):
            made.chmod(stat.S_IMODE(target.stat().st_mode))
    place = target
    for number in range(2, _TRIES):
        try:
            os.replace(made, place)  # noqa: PTH105 - the call that hazard 21 names; Path.replace is the same
        except PermissionError as error:
            if not place.exists():
                raise _refusal(target, error) from error
            place = target.with_name(f"{target.stem} ({number}){target.suffix}")
        except OSError as error:
            raise _refusal(target, error) from error
        else:
            _flush_folder(place.parent)
            return place
    message = f"{target.name} is open in another program; close it and try again."
    raise Refusal(message)


def file_name(words: str, suffix: str) -> str:
    """Return a name for a file made of what people wrote, such as a board's name.

    Args:
        words: any text.
        suffix: the end of the name with its dot, such as ".pdf".
    """
    name = _HIDDEN.sub("", unicodedata.normalize("NFC", words))
    name = re.sub(r"\s+", " ", _SEPARATORS.sub("-", name)).strip(" .")
    room = LONGEST_NAME - len(suffix.encode()) - len(" (99)")
    name = name.encode()[:room].decode(errors="ignore").rstrip(" .")
    if not name or _RESERVED.fullmatch(name.split(".", maxsplit=1)[0].rstrip()):
        name = f"{name}_".lstrip()
    return name + suffix


def check_name(name: str) -> None:
    """Refuse a file name that some system can't keep, or that reads as another one.

    Raises:
        Refusal: reserved, too long, ends in a dot or a space, or holds hidden characters.
    """
    shown = _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", name)
    if _HIDDEN.search(name):
        message = f"The file name {shown} holds a hidden character; type the name anew."
    elif len(name.encode()) > LONGEST_NAME:
        message = f"The file name {shown[:40]}... is too long; {LONGEST_NAME} letters are the most a disk can keep."
    elif name != name.rstrip(" ."):
        message = f'The file name "{shown}" ends in a dot or a space, which Windows drops; choose another one.'
    elif _RESERVED.fullmatch(name.split(".", maxsplit=1)[0].rstrip()):
        message = f"{shown} is a name that Windows keeps for a device; choose another name."
    elif os.name == "nt" and _SEPARATORS.search(name):
        message = (
            f"The file name {shown} holds one of < > : \" / \\ | ? *, which Windows can't keep; choose another one."
        )
    else:
        return
    raise Refusal(message)


def checked_target(path: Path) -> Path:
    """Return where the file really goes (through a link), or say why it can't.

    Raises:
        Refusal: the name can't be kept by every system, or something else than a file stands there.
    """
    # os.path asks without raising where a name is too long for the disk; Path's own questions raise.
    target = Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114
    if os.path.isdir(target):  # noqa: PTH112
        message = f"{path} is a folder; name a file in it."
        raise Refusal(message)
    check_name(path.name)
    if os.path.exists(target) and not os.path.isfile(target):  # noqa: PTH110, PTH113
        message = f"{path} is not an ordinary file; name another one."
    elif not os.path.isdir(target.parent):  # noqa: PTH112
        message = f"The folder {target.parent} isn't there; make it first or choose another one."
    else:
        return target
    raise Refusal(message)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what the disk says in a sentence."""
    try:
        yield
    except OSError as error:
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> Refusal:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        why = "the disk is full"
    elif error.errno in {errno.EACCES, errno.EPERM}:
        why = f"you may not write in the folder {path.parent}"
    elif error.errno == errno.EROFS:
        why = f"the folder {path.parent} can only be read"
    elif error.errno == errno.EFBIG:
        why = "the disk can't keep a file of this size"
    elif error.errno == errno.ENAMETOOLONG:
        why = "its name is too long for this disk"
    else:
        why = f"the disk said: {error.strerror or error}"
    return Refusal(f"{path.name} was not written, because {why}. Nothing was changed.")


def _flush_folder(folder: Path) -> None:
    # Windows can't open a folder; its rename is written through by itself.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
