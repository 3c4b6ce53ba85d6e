"""What an import is not sure of: told to the secretary, blocking nothing."""

from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a file that could be read otherwise, or that contradicts itself."""

    file: str
    place: str
    """Where in the file, in words; empty where it is about the whole."""
    sentence: str

    @override
    def __str__(self) -> str:
        """Return it as one sentence with its place."""
        return f"{self.file}: {self.place}: {self.sentence}" if self.place else f"{self.file}: {self.sentence}"
