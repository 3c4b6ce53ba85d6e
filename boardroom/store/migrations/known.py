"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN: dict[str, str] = {
    "0001": "4b8bbfec761ede7761e84b0432102e2d2a207f90e41e453c35b67e2fce7511a4",
}

AS_MADE = "7fba3807d9cb62f89e0720a66480c6a3f7151e3b22d5e6a18a1656675b3a1cff"
"""The hash of the newest version to the letter, as this program makes it."""
