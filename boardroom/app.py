"""Where the program starts: with words the command line; without, or with a board file, the window."""

import os
import sys

ENDING = ".boardroom"


def start() -> int:
    """Run the program and return its exit code: 0 done, 2 refused, 1 a bug."""
    words = sys.argv[1:]
    if words and not (len(words) == 1 and words[0].endswith(ENDING)):
        from boardroom import cli  # noqa: PLC0415 - whoever waits for the window needn't wait for it

        return cli.main(words)
    return show_window() if has_display() else show_sample()


def has_display() -> bool:
    """Whether there is a screen that a window could appear on; Qt ends the program where there is none."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show_window() -> int:
    """Run the desktop program until its window is closed."""
    from platformdirs import user_documents_path, user_log_path  # noqa: PLC0415 - the command line needs neither

    try:
        from boardroom.ui.starting import start as start_program  # noqa: PLC0415 - as above
    except ImportError as error:
        from boardroom import cli  # noqa: PLC0415 - only needed here

        # A library of the system that Qt stands on is missing; the linker names it.
        sys.stderr.write(f"The window can't be opened: {error}.\nThe command line works: boardroom --help.\n")
        return cli.REFUSED
    return start_program(sys.argv, user_documents_path(), user_log_path("Boardroom"))


def show_sample() -> int:
    """Say that there is no screen, make the sample board if it isn't there, and export its latest minutes."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - only needed here

    from boardroom import cli  # noqa: PLC0415
    from boardroom.cli.parser import build_parser  # noqa: PLC0415
    from boardroom.domain.refusal import Refusal  # noqa: PLC0415
    from boardroom.exchange.sample import open_sample  # noqa: PLC0415
    from boardroom.store.trouble import why_not  # noqa: PLC0415

    sys.stdout.write("There is no screen here for the window, so here is the same work without one.\n")
    folder = user_documents_path() / "Boardroom"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sys.stderr.write(f"The folder {folder} can't be made: {why_not(error)}.\n")
        return cli.REFUSED
    try:
        file, why = open_sample(folder / f"Sample{ENDING}", who=build_parser().get_default("who"))
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return cli.REFUSED
    file.close()
    if why:
        sys.stderr.write(f"{why}\n")
    board, minutes = file.path, folder / "Sample minutes.pdf"
    sys.stdout.write(f"{board} holds the sample board: “boardroom list {board} meetings” shows its meetings.\n")
    return cli.main(["export", str(board), "minutes", "--format", "pdf", "-o", str(minutes)])
