"""Results, methods and links of decisions as the window says them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from boardroom.domain.words import LinkKind, Method, Result

_LATER = {
    LinkKind.RATIFIES: "ratified",
    LinkKind.AMENDS: "amended",
    LinkKind.SUPERSEDES: "superseded",
}


def result_words(result: Result | None) -> str:
    """Return a result with a capital; empty where the record has none."""
    return "" if result is None else capital(_tr(result.value))


def method_words(method: Method | None) -> str:
    """Return a method with a capital; a recorded vote is shown as a named one (glossary)."""
    if method is None:
        return ""
    return capital(_tr("named vote" if method is Method.RECORDED_VOTE else method.value))


def later_word(kind: LinkKind) -> str:
    """Return what a decision is that a later one did something to: `superseded`."""
    return _tr(_LATER[kind])


def capital(words: str) -> str:
    """Return words with a capital."""
    return words[:1].upper() + words[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Decisions", text)
