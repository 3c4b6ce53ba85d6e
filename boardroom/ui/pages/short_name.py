"""How a step, a link or a choice names a text: by its first words."""


def short_name(text: str, most: int = 60) -> str:
    """Return the first words of something, on one line.

    Args:
        text: as long as it likes, with breaks.
        most: how many letters there is room for.
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
