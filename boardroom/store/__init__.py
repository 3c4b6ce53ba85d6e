"""The board file: open, lock, journal, search, backup, migrations; every SELECT lives in queries."""
