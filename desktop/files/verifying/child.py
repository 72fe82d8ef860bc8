"""Check one signed file in a process of its own, which may die without any harm.

Started as `python -m desktop.files.verifying.child`. The first line of its standard
input is the question, its standard output carries the answer and nothing else; it ends
when its input is closed, as it is when whoever started it ends.
"""

import os
import sys
import threading
from pathlib import Path
from typing import Final

from desktop.errors import FileError, PackageTooNewError, PackageUnreadableError
from desktop.files.foreign.confinement import confine
from desktop.files.wire.verdict import (
    AnswerWire,
    CheckWire,
    ErrorKind,
    RefusalWire,
    VerdictWire,
    answer_to_json,
    check_from_json,
)

_IN: Final = 0
_OUT: Final = 1
_ERR: Final = 2
_KINDS: Final[dict[type[Exception], ErrorKind]] = {
    FileError: "FileError",
    PackageUnreadableError: "PackageUnreadableError",
    PackageTooNewError: "PackageTooNewError",
}


def main() -> None:
    """Answer the one question, then end at once."""
    question = check_from_json(sys.stdin.buffer.readline())
    # What a library prints goes to the other stream, not among our lines.
    out = os.fdopen(os.dup(_OUT), "wb")
    os.dup2(_ERR, _OUT)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    confine(question.memory, question.seconds)
    out.write(answer_to_json(answer(question)))
    out.flush()
    os._exit(0)


def answer(question: CheckWire) -> AnswerWire:
    """Check the file a question names; what cannot be checked is an answer too."""
    from desktop.files.signatures.trust import Trust
    from desktop.files.verification import verify_file

    trust = Trust(
        anchors=question.anchors,
        intermediates=question.intermediates,
        crls=question.crls,
    )
    try:
        found = verify_file(Path(question.path), trust, now=question.now)
    except (FileError, PackageUnreadableError, PackageTooNewError) as error:
        return RefusalWire(
            kind=_KINDS[type(error)],
            path=str(error.path),
            reason=error.reason,
            facts=error.facts,
        )
    return VerdictWire(verdict=found)


def _end_with_parent() -> None:
    """Wait for the end of the input, which comes with the end of the parent."""
    while os.read(_IN, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
