"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN: dict[str, str] = {
    "0001": "5eb4760a8c05cb99c4d698eb054a75a7054cf0c2fd195338e630fb0182f3fefb",
}

AS_MADE = "216e0e173f8e35d2d60ff4ca18888ebbde6aaad9c2ef914cdb00e4d0be8893f2"
"""The hash of the newest version to the letter, as this program makes it."""
