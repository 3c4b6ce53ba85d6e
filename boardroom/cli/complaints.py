"""What argparse complains of, said in one sentence like every refusal."""

import argparse
import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import NoReturn

from typing_extensions import override

from boardroom.domain.refusal import Refusal


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence, like every refusal."""

    @override
    def error(self, message: str) -> NoReturn:
        for action in self._actions:
            if action.choices and not action.option_strings:
                # A word to choose has no name of its own in what a person types.
                choice = f"one of {'/'.join(action.choices)}"
                message = re.sub(rf"(required: .*)\b{action.dest}\b", rf"\1{choice}", message)
        complaint = _complaint(message)
        sentence = f"{complaint[:1].upper()}{complaint[1:]}. “{self.prog} --help” shows how it is written."
        raise Refusal(sentence)


def _complaint(message: str) -> str:
    """Return argparse's complaint in words for a secretary; one that is not known here stays as it is."""
    for pattern, said in _COMPLAINTS:
        found = pattern.fullmatch(message)
        if found:
            return said(*found.groups())
    return message


def _missing(names: str) -> str:
    if names == "COMMAND":
        return "Say what to do, such as “boardroom new” or “boardroom list”"
    *others, last = names.split(", ")
    return f"{', '.join(others)} and {last} are missing" if others else f"{last} is missing"


def _not_a_choice(value: str, choices: str) -> str:
    known = choices.replace("'", "").split(", ")
    near = get_close_matches(value, known, n=1)
    return f"“{value}” is none of {', '.join(known)}" + (f" (is “{near[0]}” meant?)" if near else "")


def _unknown(words: str) -> str:
    return f"“{words}” is too much or not known here; words that begin with a dash go after “--”"


_COMPLAINTS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (re.compile(r"the following arguments are required: (.+)", re.DOTALL), _missing),
    (re.compile(r"argument .+?: invalid choice: ['\"]?(.*?)['\"]? \(choose from (.+)\)", re.DOTALL), _not_a_choice),
    (re.compile(r"unrecognized arguments: (.+)", re.DOTALL), _unknown),
    (re.compile(r"argument (.+?): expected .+", re.DOTALL), lambda name: f"Nothing stands after {name}"),
    (re.compile(r"argument (.+?): ignored explicit argument .+", re.DOTALL), lambda name: f"{name} takes no value"),
    (re.compile(r"ambiguous option: (.+) could match (.+)", re.DOTALL), lambda a, b: f"{a} could mean {b}"),
)
"""What argparse says (the same from Python 3.11 to 3.14), and what is said instead."""
