"""Boardroom: runs a partnership board's strategic planning meeting offline, and writes its minutes."""

__version__ = "0.1.0"
