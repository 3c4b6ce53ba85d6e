"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN: dict[str, str] = {
    "0001": "d6e821a3defa2181df75b9a6a58ec97b02db21c660a2b1866cef52af0514ca08",
}

AS_MADE = "4110d626db2b4c2920ccb90826911a629114cb078f5dabb528b537bf9176f9fc"
"""The hash of the newest version to the letter, as this program makes it."""
