"""The schema hash of every version. Written by `python -m boardroom.store.migrations.record`."""

KNOWN = {
    "0001": "8fecce9dca564b1270a92fa3aecb09789110d4d8445af4b575771ae6af4b76cb",
}
