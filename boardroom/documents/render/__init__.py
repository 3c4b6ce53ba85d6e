"""Renderers: a document tree becomes bytes; they know nothing of meetings."""
