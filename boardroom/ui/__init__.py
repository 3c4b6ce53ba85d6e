"""The window: the only place for Qt. What stands on what: window > pages > desk > kit."""

import sys

if sys.version_info < (3, 12):
    import ctypes

    # PySide6 6.12 gives None back from every void call without counting the reference: its wheel is built for
    # interpreters where None never dies. Here it does, after some thousand calls, and Python aborts with
    # "none_dealloc". So None gets more references than any day's work can use up.
    # tests/ui/test_references.py says when this can go.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40
