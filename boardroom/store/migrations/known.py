"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN: dict[str, str] = {
    "0001": "70850d952b24c17b02dd18c7480a353a94443a5320dada457047b72cf1750362",
}

AS_MADE = "184b4db212c59ffb65845c1ee7027f448fd395e8fe748888609d469b70f3f3e4"
"""The hash of the newest version to the letter, as this program makes it."""
