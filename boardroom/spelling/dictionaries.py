"""The dictionaries that Boardroom carries: British English and Welsh, in hunspell's form, unchanged."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "dictionaries"

NAMES = {"en": "en_GB", "cy": "cy_GB"}
"""What a language's files are called, by the language."""


@cache
def dictionary_of(tag: str) -> str:
    """Return the language whose dictionary a text in a language is looked up in; empty if there is none.

    Args:
        tag: the language, as BCP 47 writes it: `en`, `en-GB`, `cy`.
    """
    language = tag.replace("_", "-").partition("-")[0].lower()
    return language if language in NAMES else ""


def words_of_boards(language: str) -> list[str]:
    """Return words that boards use every day and the dictionary of a language lacks."""
    path = FOLDER / f"more_{language}.txt"
    return path.read_text("utf-8").split() if path.exists() else []
