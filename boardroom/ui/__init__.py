"""The window: the only place for Qt. What stands on what: window > pages > desk > kit."""

import sys

if sys.version_info < (3, 12):
    import ctypes

    # PySide6 6.12 gives None back from every void call, and True from every `emit`, without counting the reference:
    # its wheel is built for interpreters where they never die. Here they do, after some thousand calls, and Python
    # aborts with "none_dealloc" or "bool_dealloc". So they get more references than any day's work can use up.
    # tests/ui/test_references.py says when this can go.
    for undying in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(undying)).value += 1 << 40
