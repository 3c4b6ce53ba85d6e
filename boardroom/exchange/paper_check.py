"""A paper looked at before it is attached: how many pages, what to be warned of, why it can't be taken (hazard 24)."""

from dataclasses import dataclass

from boardroom.domain.paper_types import NOT_TAKEN, PDF, UNKNOWN, media_type_of
from boardroom.domain.papers import LARGEST, MEGABYTES
from boardroom.exchange.child import SECONDS, ask_child

_CHILD = "boardroom.exchange.paper_child"
_MOST_PAGES = 1_000_000

_WARNINGS = {
    "scripts": "It holds JavaScript, which a PDF reader may run.",
    "launches": "It asks to start another program.",
    "sends": "It asks to send what is typed into it, or to fetch data.",
    "files": "Other files are embedded in it.",
    "media": "It plays films or sound from within.",
    "form": "It is a form of a kind that most PDF readers can't show.",
    "locked": "It is locked against changes, so it may be missing from a pack.",
    "mended": "It is damaged; look whether all that belongs to it can still be read.",
}
_REFUSALS = {
    "encrypted": "“{name}” opens only with a password. Ask for one without, or save it again without a password.",
    "broken": "“{name}” is damaged: its pages can't be read. Ask for it again, or print it to a new PDF.",
    "too much": "“{name}” asks for more memory than any paper needs, so it was not looked at. Print it to a new PDF.",
    "too long": "“{name}” takes too long to be looked at. Print it to a new PDF and attach that.",
    "failed": "“{name}” can't be read: the program that looks at it gave up. Print it to a new PDF and attach that.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCheck:
    """What was found: `refusal` is empty, or the sentence why the file can't be a paper."""

    pages: int | None = None
    warnings: tuple[str, ...] = ()
    refusal: str = ""


def check_paper(content: bytes, *, name: str, seconds: float = SECONDS) -> PaperCheck:
    """Look at a file that is to be a paper; a PDF in a process of its own, which may take a while.

    Args:
        content: the whole file.
        name: what it is called in sentences.
        seconds: how long a PDF may take.
    """
    if not content:
        return PaperCheck(refusal=f"“{name}” is empty.")
    if len(content) > LARGEST:
        refusal = f"“{name}” is larger than {MEGABYTES} MB, the most that a paper may hold; save it smaller."
        return PaperCheck(refusal=refusal)
    media_type = media_type_of(content, name)
    if media_type == UNKNOWN:
        return PaperCheck(refusal=NOT_TAKEN.format(name=name))
    return _looked_at(content, name, seconds) if media_type == PDF else PaperCheck()


def _looked_at(content: bytes, name: str, seconds: float) -> PaperCheck:
    return told_of(ask_child(_CHILD, content, seconds=seconds), name)


def told_of(answer: object, name: str) -> PaperCheck:
    """Return what the process said, as far as it is something that it may say: the file may have taken it over."""
    match answer:
        case {"refused": str(why)} if why in _REFUSALS:
            return PaperCheck(refusal=_REFUSALS[why].format(name=name))
        case {"pages": int(pages), "found": list(found)} if 0 < pages <= _MOST_PAGES:
            return PaperCheck(pages=pages, warnings=tuple(_WARNINGS[one] for one in _WARNINGS if one in found))
        case _:
            return PaperCheck(refusal=_REFUSALS["failed"].format(name=name))
