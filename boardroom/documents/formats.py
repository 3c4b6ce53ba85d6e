"""The formats a document can be written in; a new one is a file in render/ and a line here."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from types import ModuleType

from boardroom.documents.blocks import Document
from boardroom.documents.render import Progress
from boardroom.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what it is called on the command line, what its files end in, and who writes it."""

    name: str
    suffix: str
    media_type: str
    module: str
    """Module in render/, loaded when first used: ReportLab and python-docx cost 90 ms and more to import."""

    def render(self, document: Document, progress: Progress | None = None) -> bytes:
        """Return the document as a whole file.

        Args:
            document: the tree.
            progress: called with blocks done and blocks in all; what it raises ends the rendering.
        """
        content: bytes = self._renderer().render(document, progress=progress)
        return content

    def missing_characters(self, document: Document) -> dict[str, str]:
        """Return the characters that a file of this format can't show as they should be, each with its name.

        Only a format that carries its own fonts knows; the others leave letters to the reader's machine.
        """
        tell = getattr(self._renderer(), "missing_characters", None)
        missing: dict[str, str] = tell(document) if tell else {}
        return missing

    def _renderer(self) -> ModuleType:
        return import_module(f"boardroom.documents.render.{self.module}")


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format("pdf", ".pdf", "application/pdf", "pdf"),
        Format("docx", ".docx", _DOCX, "docx"),
        Format("html", ".html", "text/html", "html"),
        Format("md", ".md", "text/markdown", "markdown"),
    )
}


def told_format(file_name: str, named: str | None) -> Format:
    """Return the format that is named, or that the ending of a file tells; PDF where nothing does.

    Raises:
        Refusal: the file ends in another format's letters, or in none that is known.
    """
    ending = PurePath(file_name).suffix.lower()
    told = {one.suffix: name for name, one in FORMATS.items()}.get(ending)
    if (named and told not in {None, named}) or (ending and not named and not told):
        endings = ", ".join(one.suffix for one in FORMATS.values())
        message = f"{file_name} ends in {ending}: let it end in the format that you want ({endings})."
        raise Refusal(message)
    return FORMATS[named or told or "pdf"]
