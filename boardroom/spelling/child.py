"""The process that looks words up: `python -m boardroom.spelling.child`, one JSON object a line, in and out.

`{"language": "cy", "check": ["cyfarfod", "cyfarfodd"]}` is answered with
`{"language": "cy", "right": ["cyfarfod"], "wrong": ["cyfarfodd"]}`, and `{"language": "cy", "suggest": "cyfarfodd"}`
with `{"language": "cy", "word": "cyfarfodd", "suggestions": ["cyfarfod"]}`. Where a dictionary can't be read, the
answer is `{"language": "cy", "failed": true}`. It ends with its input. It imports neither Qt nor the database.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from hunspell import Hunspell, HunspellFilePathError

from boardroom.spelling.dictionaries import FOLDER, NAMES, words_of_boards

MOST_SUGGESTIONS = 5


def main() -> None:
    """Answer until the input ends."""
    if hasattr(os, "nice"):
        # Suggestions take up to a second of a processor, which whoever types is not to feel.
        os.nice(10)
    with suppress(BrokenPipeError):
        for answer in answers(line.decode() for line in sys.stdin.buffer):
            sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
            sys.stdout.buffer.flush()


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Return what is answered to each line."""
    for line in lines:
        asked = json.loads(line)
        language = asked["language"]
        try:
            dictionary = _dictionary(language)
        except HunspellFilePathError:
            yield {"language": language, "failed": True}
            continue
        if "suggest" in asked:
            word = asked["suggest"]
            yield {"language": language, "word": word, "suggestions": dictionary.suggest(word)[:MOST_SUGGESTIONS]}
        else:
            right: list[str] = []
            wrong: list[str] = []
            for word in asked["check"]:
                (right if dictionary.spell(word) else wrong).append(word)
            yield {"language": language, "right": right, "wrong": wrong}


@cache
def _dictionary(language: str) -> Any:  # noqa: ANN401 - hunspell ships no types
    dictionary = Hunspell(NAMES[language], hunspell_data_dir=str(FOLDER), system_encoding="UTF-8")
    for word in words_of_boards(language):
        dictionary.add(word)
    return dictionary


if __name__ == "__main__":
    main()
