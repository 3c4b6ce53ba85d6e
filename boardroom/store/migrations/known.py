"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN: dict[str, str] = {
    "0001": "e80d33600e82cf3d08aa798caebc6c679080ab08a0fbc7551ed42cc2f32a9aae",
}

AS_MADE = "72b7178db83d6e063a2f9ce80df45c6f9056f46e44eff7f461f45cc9052413c9"
"""The hash of the newest version to the letter, as this program makes it."""
