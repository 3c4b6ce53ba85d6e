"""The window's own letters: Open Sans, loaded from its package without importing that, which costs more."""

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

FAMILY = "Open Sans"
_FACES = ("Regular", "SemiBold", "Bold", "Italic", "BoldItalic")
_loaded: list[int] = []


def load_fonts() -> None:
    """Give Open Sans to Qt, once."""
    if _loaded:
        return
    found = find_spec("ttf_opensans")
    for folder in (found.submodule_search_locations or ()) if found else ():
        faces = (str(Path(folder) / "ttf" / f"OpenSans-{face}.ttf") for face in _FACES)
        _loaded.extend(QFontDatabase.addApplicationFont(face) for face in faces)
