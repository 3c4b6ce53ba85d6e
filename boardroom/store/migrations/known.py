"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN: dict[str, str] = {
    "0001": "850c760dee1191caf8eeafeee1645f2b4429646b75eedc11c36d23f180306295",
}

AS_MADE = "bdfcf2501be86b459cae3894634e8f248ab316bcc20569d0a356efbf79ebc525"
"""The hash of the newest version to the letter, as this program makes it."""
