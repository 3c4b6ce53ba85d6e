"""The one exception that is an answer: a rule said no, in a sentence fit to show."""


class Refusal(Exception):  # noqa: N818 - it is an answer to the user, not an error of the program
    """A rule refuses what was asked; `str()` is a whole sentence that a secretary understands."""


class Gone(Refusal):
    """What was asked for isn't there any more: whoever shows it shows something else."""
