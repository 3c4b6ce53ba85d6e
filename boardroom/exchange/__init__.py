"""Formats in and out: the board record and the meeting record."""
