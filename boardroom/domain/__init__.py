"""Entities and rules of a partnership board; nothing here opens a file, a window or a document."""
