"""Starts Boardroom: the same as the installed `boardroom`; nothing else."""

import sys

from boardroom.app import start

if __name__ == "__main__":
    sys.exit(start())
