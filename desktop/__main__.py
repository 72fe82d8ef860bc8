"""The front door: a verb goes to the command line, anything else opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

OFFICE_ENDING = ".stt"


def office_to_open(arguments: Sequence[str]) -> Path | None:
    """Return the office file the window should open, or None for the last one.

    Raises:
        LookupError: The arguments are meant for the command line.
    """
    match [each for each in arguments if each]:
        case []:
            return None
        case [only] if only.lower().endswith(OFFICE_ENDING):
            return Path(only)
        case _:
            raise LookupError(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or do one verb; return what the program exits with."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        office = office_to_open(given)
    except LookupError:
        from desktop.cli.main import main as command_line

        return command_line(given)
    from desktop.gui.app import run

    return run(office)


if __name__ == "__main__":
    sys.exit(main())
