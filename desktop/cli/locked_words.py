"""Read words that lock a file, which are never given on a command line."""

from pathlib import Path

from desktop.errors import FileError


def locked_words(path: Path) -> str:
    """Return the first line of a file.

    Raises:
        FileError: `missing`, or `unreadable`: no text.
    """
    try:
        return path.read_text(encoding="utf-8-sig").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = "unreadable" if path.exists() else "missing"
        raise FileError(path, reason) from error
