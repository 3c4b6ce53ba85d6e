"""What is known of words: which are spelt wrong, which are names, which the user knows better.

It sleeps until somebody edits a text; verdicts come from a process of their own and are remembered here, so that a word
is looked up once, however often it is painted.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer, Signal, Slot

from boardroom.spelling.words import is_named, looked_up, names_among
from boardroom.ui.kit.spelling_process import LookUp

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAUSE = 40
_MOST_KNOWN = 30_000


class Spelling(QObject):
    """The verdicts on words, by language."""

    learned = Signal()
    """More is known than before: what shows verdicts is to be painted anew."""
    suggested = Signal(str, str, object)
    """A language, a word, and what could stand in its place, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Know nothing, and start nothing."""
        super().__init__(parent)
        self.awake = False
        self.edition = 0
        """Another number whenever a verdict may differ from what it was."""
        self.learnt = 0
        """Another number whenever more words have been looked up."""
        self._names: frozenset[str] = frozenset()
        self._own: set[str] = set()
        self._verdicts: dict[tuple[str, str], bool] = {}
        self._said: dict[tuple[str, str], bool] = {}
        self._wanted: dict[str, dict[str, None]] = {}
        self._asked: set[tuple[str, str]] = set()
        self._lost: set[tuple[str, str]] = set()
        self.look_up = LookUp(self)
        self.look_up.answered.connect(self._on_answer)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)

    def wake(self) -> None:
        """Hear that somebody edits a text."""
        if not self.awake:
            self.awake = True
            self._own = _read_own()
            self._change()

    def rest(self) -> None:
        """Go back to sleep and forget everything."""
        self.awake = False
        self._forget()
        self._names = frozenset()
        self.look_up.end()

    def know(self, names: Iterable[str]) -> None:
        """Take these for the names that the board knows, in place of those before."""
        names = names_among(names)
        if names != self._names:
            self._names = names
            self._change()

    def is_wrong(self, language: str, word: str) -> bool | None:
        """Return whether a word is spelt wrong; None while nobody has looked it up.

        Args:
            language: one that has a dictionary.
            word: as it stands in the text.
        """
        said = self._said.get((language, word))
        if said is not None:
            return said
        plain = looked_up(word)
        right = is_named(plain, self._names) or self.is_own(plain)
        verdict = False if right else self._verdicts.get((language, plain))
        if verdict is not None:
            self._said[language, word] = verdict
        return verdict

    def is_lost(self, language: str, word: str) -> bool:
        """Whether a word could not be looked up: then nothing is wrong with it, but nobody knows; as `is_wrong`."""
        return (language, looked_up(word)) in self._lost

    def want(self, language: str, words: Iterable[str]) -> None:
        """Have words looked up, a moment later, with all that are wanted until then."""
        if not self.awake or self.look_up.given_up:
            return
        mine = self._wanted.setdefault(language, {})
        mine.update((word, None) for word in map(looked_up, words) if (language, word) not in self._asked)
        if mine and not self._pause.isActive():
            self._pause.start()

    def suggest(self, language: str, word: str) -> None:
        """Ask what could stand in a word's place."""
        self.look_up.ask({"language": language, "suggest": looked_up(word)})

    # The user's own words

    def is_own(self, word: str) -> bool:
        """Whether the user has said that a word is right; at the beginning of a sentence it has a capital."""
        word = looked_up(word)
        own = self._own
        return bool(own) and any(
            one in own or one.removesuffix("'s") in own for one in (word, word[:1].lower() + word[1:])
        )

    def add(self, word: str) -> str:
        """Let a word be right from now on; returns why it can't be remembered, or nothing."""
        self._own.add(looked_up(word))
        return self._keep_own()

    def take_out(self, word: str) -> str:
        """Look a word up again that the user had said is right; returns as `add`."""
        word = looked_up(word)
        plain = word.removesuffix("'s")
        self._own -= {word, plain, word[:1].lower() + word[1:], plain[:1].lower() + plain[1:]}
        return self._keep_own()

    def _keep_own(self) -> str:
        self._change()
        try:
            _write_own(self._own)
        except OSError:
            return self.tr("The word is known only until you quit: the list of your words can't be written.")
        return ""

    # Looking up

    def _forget(self) -> None:
        self.edition += 1
        self._said.clear()
        self._verdicts.clear()
        self._asked.clear()
        self._lost.clear()
        self._wanted.clear()
        self._pause.stop()

    @Slot()
    def _ask(self) -> None:
        if len(self._verdicts) > _MOST_KNOWN:
            # A day's words fit many times; this only keeps a week's from piling up.
            self._verdicts.clear()
            self._said.clear()
            self._asked.clear()
            self._lost.clear()
        wanted, self._wanted = self._wanted, {}
        for language, words in wanted.items():
            if words:
                self._asked.update((language, word) for word in words)
                self.look_up.ask({"language": language, "check": list(words)})

    @Slot(object, object)
    def _on_answer(self, question: dict[str, Any], answer: dict[str, Any]) -> None:
        language = question["language"]
        if "suggest" in question:
            self.suggested.emit(language, question["suggest"], answer.get("suggestions", []))
            return
        # Where nobody can say, nothing is wrong.
        wrong = set(answer.get("wrong", ()))
        if "wrong" not in answer:
            self._lost.update((language, word) for word in question["check"])
        self._verdicts.update(((language, word), word in wrong) for word in question["check"])
        self.learnt += 1
        self.learned.emit()

    def _change(self) -> None:
        self.edition += 1
        self._said.clear()
        self.learned.emit()


@cache
def spelling() -> Spelling:
    """Return the one of the program."""
    return Spelling(QCoreApplication.instance())


def own_words_path() -> Path:
    """Return the file of the user's own words: plain text, one a line, beside the program's settings."""
    kept = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Boardroom", "Boardroom")
    return Path(kept.fileName()).parent / "own-words.txt"


def _read_own() -> set[str]:
    try:
        lines = own_words_path().read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    return {looked_up(line.strip()) for line in lines if line.strip()}


def _write_own(words: Iterable[str]) -> None:
    path = own_words_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    # Beside it first: half a list would be a list with words missing.
    new = path.with_suffix(".new")
    new.write_text("".join(f"{word}\n" for word in sorted(words)), "utf-8")
    new.replace(path)
