"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN: dict[str, str] = {
    "0001": "758c95669cc519d8bab8126d55b7bb64bb63460b3393933bdcd19c9bb009f012",
}

AS_MADE = "3ed3695493b6a9c7900496a3b4d82369b76f6a6f3bd9e155abe5f5ca06a5944f"
"""The hash of the newest version to the letter, as this program makes it."""
