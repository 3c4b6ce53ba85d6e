"""Keys that the user put in the place of those that commands are delivered with."""

_CHANGED: dict[str, str] = {}


def keys_of(command_id: str, delivered: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of a command as they are now, in Qt's portable words."""
    return (_CHANGED[command_id],) if command_id in _CHANGED else delivered


def is_changed(command_id: str) -> bool:
    """Whether a command has another key than it was delivered with."""
    return command_id in _CHANGED


def bind(command_id: str, key: str) -> None:
    """Give a command another key; an empty one gives back what it was delivered with."""
    if key:
        _CHANGED[command_id] = key
    else:
        _CHANGED.pop(command_id, None)
