"""How a command is declared: its words, the code that runs it, and the arguments that several commands take."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from boardroom.domain.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.cli.complaints import Parser

    Commands: TypeAlias = argparse._SubParsersAction[Parser]  # noqa: SLF001 - argparse has no other name for it


def command(  # noqa: PLR0913, PLR0917 - what argparse wants for one command
    commands: Commands,
    name: str,
    target: str,
    summary: str,
    description: str = "",
    examples: str = "",
) -> argparse.ArgumentParser:
    """Declare a command whose code is imported only when it runs."""
    parser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[:1].upper()}{summary[1:]}. {description}".strip(),
        epilog=examples or None,
        formatter_class=argparse.RawDescriptionHelpFormatter if examples else argparse.HelpFormatter,
    )
    parser.set_defaults(run=_later(target))
    # Also behind the command, where people look for it; the one before it sets the default.
    parser.add_argument("--who", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _later(target: str) -> Callable[[argparse.Namespace], None]:
    room, function = target.split(":")

    def run(asked: argparse.Namespace) -> None:
        getattr(import_module(f"boardroom.cli.{room}"), function)(asked)

    return run


def board_file(parser: argparse.ArgumentParser) -> None:
    """Let a command take the board file that it is about."""
    parser.add_argument("file", type=path_of, metavar="FILE", help="the board file")


def audience(parser: argparse.ArgumentParser) -> None:
    """Let a command be told who will read what it writes."""
    parser.add_argument(
        "--audience",
        choices=["members", "public"],
        default="members",
        help="public leaves out what is restricted, and your own notes (default: members)",
    )


def path_of(words: str) -> Path:
    """Return the path that words name.

    Raises:
        Refusal: no system can have a file there.
    """
    if not words:
        message = "An empty text “” is no file name."
        raise Refusal(message)
    if "\0" in words:
        message = f"The file name “{words[:60]}” holds a hidden character; type the name anew."
        raise Refusal(message)
    return Path(words)


def year_of(words: str) -> int:
    """Return the year that words name.

    Raises:
        Refusal: they name none.
    """
    if not (words.isascii() and words.isdecimal() and len(words) == len("2026") and int(words)):
        message = f"“{words[:40]}” is no year for --year, such as 2026."
        raise Refusal(message)
    return int(words)
