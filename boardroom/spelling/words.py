"""The words of a text that a dictionary is asked for; what is no ordinary word is left alone.

Numbers, abbreviations in capitals, addresses of the web and of post, and words of other scripts are no spelling
mistakes, and whoever marks them teaches people to overlook the marks.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONGEST = 60
"""Letters of a word; a longer one is no word, but something that was pasted."""

# Latin letters with all their accents, composed or not: Welsh needs ŵ, ŷ and ẁ.
_LETTERS = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff"
_WORD = re.compile(rf"[{_LETTERS}]+(?:['’-][{_LETTERS}]+)*")
_STRETCH = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|@|^www\.|\\|/.*/|^#")
_INNER_CAPITAL = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_OF_CAPITALS = re.compile(r"(?:['’]?s)?$")


class Word(NamedTuple):
    """A word with its place in the text."""

    start: int
    end: int
    text: str


def words_in(text: str) -> Iterator[Word]:
    """Return the words of a text that a dictionary can know, in order."""
    for stretch in _STRETCH.finditer(text):
        whole = stretch[0]
        if whole.isascii() and whole.isalpha() and whole.islower() and 1 < len(whole) <= LONGEST:
            # Most words are like this, and this is done at every key.
            yield Word(stretch.start(), stretch.end(), whole)
            continue
        if _ADDRESS.search(whole):
            continue
        for found in _WORD.finditer(text, stretch.start(), stretch.end()):
            if _is_one(text, found.start(), found.end()):
                yield Word(found.start(), found.end(), found[0])


def looked_up(word: str) -> str:
    """Return a word as dictionaries write it: composed letters, and the straight apostrophe."""
    return word.replace("’", "'") if word.isascii() else unicodedata.normalize("NFC", word).replace("’", "'")


def names_among(names: Iterable[str]) -> frozenset[str]:
    """Return the single words that names consist of, hyphens aside."""
    return frozenset(
        part for name in names for found in _WORD.finditer(name) for part in looked_up(found[0]).split("-") if part
    )


def is_named(word: str, names: frozenset[str]) -> bool:
    """Whether a word, as it is looked up, is one of these names, or several of them with hyphens between, or theirs."""
    base = word.removesuffix("'s").removesuffix("'")
    return word in names or base in names or all(part in names for part in base.split("-"))


def _is_one(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    beside = text[start - 1 : start] + text[end : end + 1]
    # A letter beside it that isn't Latin, a figure or an underscore: it is part of something else.
    if any(one.isalnum() or one == "_" for one in beside):
        return False
    if not 1 < len(word) <= LONGEST:
        return False
    if word.islower():
        return True
    if _INNER_CAPITAL.search(_OF_CAPITALS.sub("", word)):
        return False
    return not _OF_CAPITALS.sub("", word).isupper()
