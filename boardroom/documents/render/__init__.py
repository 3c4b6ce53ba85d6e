"""Renderers: a document tree becomes the bytes of one format. They walk blocks and know nothing of meetings."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called now and then with the work done and the whole of it; what it raises ends the rendering."""
