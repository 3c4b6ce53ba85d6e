"""Prints what a set-up depends on, as a hash: the lock, these scripts, the Python and the folder."""

import hashlib
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_FILES = ("requirements-dev.txt", "setup.sh", "stamp.py")


def main() -> None:
    """Print the hash in hexadecimal."""
    # The programs in .venv/bin name their folder and their Python, so neither may change under them.
    digest = hashlib.sha256(f"{sys.version_info[:2]} {_HERE}".encode())
    for name in _FILES:
        digest.update((_HERE / name).read_bytes())
    sys.stdout.write(f"{digest.hexdigest()}\n")


if __name__ == "__main__":
    main()
