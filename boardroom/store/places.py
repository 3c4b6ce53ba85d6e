"""Where a board file lies: network and cloud-synchronised folders are found and warned of (hazard 8)."""

import sys
from contextlib import suppress
from pathlib import Path

from boardroom.domain.refusal import Refusal

_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "9p", "davfs", "lustre"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.glusterfs", "vboxsf"}
)
_CLOUD_FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "box": "Box",
    "box sync": "Box",
    "mega": "MEGA",
    "seafile": "Seafile",
    "sync": "a synchronised folder",
    "syncthing": "Syncthing",
    "cloudstorage": "a cloud store",
}
_MARKERS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".sync": "Resilio Sync",
    ".seafile-data": "Seafile",
}
_DRIVE_REMOTE = 4


def belonging_to(name: str) -> tuple[str, ...]:
    """Return the names of what stands beside a board file of a name while it is in use."""
    return (f"{name}-wal", f"{name}-shm", f"{name}-journal", f".{name}.lock")


def refuse_own_file(board_file: Path, target: Path) -> None:
    """Refuse to write something over the board file, or over what SQLite keeps beside it.

    Raises:
        Refusal: the target is one of those.
    """
    if target.parent.absolute() == board_file.parent.absolute() and target.name in belonging_to(board_file.name):
        message = f"{target} belongs to the board file; choose another name."
        raise Refusal(message)
    # Where one of them can't be looked at, reading or writing it says why.
    with suppress(OSError):
        if board_file.samefile(target):
            message = f"{target} is the board file itself; choose another name."
            raise Refusal(message)


def warnings_about(path: Path) -> list[str]:
    """Return a sentence for each reason why a board file should not lie where it does."""
    warnings = []
    folder = path.resolve().parent
    if is_on_network(folder):
        warnings.append(
            f"“{path.name}” lies on a network drive, where a board file can be damaged; keep it in a folder of this "
            "computer, and only its backups on the network."
        )
    cloud = cloud_of(folder)
    if cloud:
        warnings.append(
            f"“{path.name}” lies in a folder that {cloud} copies elsewhere while it is in use, which can damage it; "
            "keep it in another folder of this computer, and only its backups there."
        )
    return warnings


def cloud_of(folder: Path) -> str:
    """Return the name of the service that synchronises a folder, as far as names and markers tell; else ""."""
    for place in (folder, *folder.parents):
        name = place.name.casefold()
        # "OneDrive - County Council", "GoogleDrive-ann@example.org", "Dropbox (Personal)".
        for known in (name, name.split(" - ")[0], name.split("-")[0], name.split(" (")[0]):
            if known in _CLOUD_FOLDERS:
                return _CLOUD_FOLDERS[known]
        for marker, service in _MARKERS.items():
            if (place / marker).exists():
                return service
    return ""


def is_on_network(folder: Path) -> bool:
    """Whether a folder is another machine's, as far as the system tells."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only this system needs it

        if folder.drive.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return kind_of_mount(mounts, folder) in _NETWORK


def kind_of_mount(mounts: str, folder: Path) -> str:
    """Return the kind of file system that a folder lies on, from the text of Linux's mountinfo."""
    best, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:  # noqa: PLR2004 - the mount point is the fifth field (proc(5))
            continue
        # The kernel writes a space as \040.
        point = fields[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if folder.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, after.split()[0]
    return kind
