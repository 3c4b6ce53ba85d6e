"""Starts Boardroom: the window, or with arguments the command line; nothing else."""

import sys


def main() -> int:
    """Hand over to the program and return its exit code: 0 done, 2 refused, 1 a bug."""
    if len(sys.argv) > 1:
        from boardroom import cli  # noqa: PLC0415 - only what is started is imported

        return cli.main(sys.argv[1:])
    from boardroom import app  # noqa: PLC0415

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
