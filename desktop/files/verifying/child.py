"""Check signed files in a process of its own, which may die without any harm.

Started as `python -m desktop.files.verifying.child`. Each line of its standard input is
a question, its standard output carries their answers and nothing else, a line each; it
ends when its input is closed, as it is when whoever started it ends.
"""

import itertools
import os
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from desktop.errors import FileError, PackageTooNewError, PackageUnreadableError
from desktop.files.foreign.confinement import allow_more, confine
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
_PIECE: Final = 1 << 16
_KINDS: Final[dict[type[Exception], ErrorKind]] = {
    FileError: "FileError",
    PackageUnreadableError: "PackageUnreadableError",
    PackageTooNewError: "PackageTooNewError",
}


def main() -> None:
    """Answer one question after the other, each within its limits."""
    # What a library prints goes to the other stream, not among our lines.
    out = os.fdopen(os.dup(_OUT), "wb")
    os.dup2(_ERR, _OUT)
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_hear, args=(lines,), daemon=True).start()
    for number in itertools.count():
        question = check_from_json(lines.get())
        if number == 0:
            confine(question.memory, question.seconds)
        allow_more(question.seconds)
        out.write(answer_to_json(answer(question)))
        out.flush()


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
            mark=question.mark,
        )
    return VerdictWire(verdict=found, mark=question.mark)


def _hear(lines: SimpleQueue[bytes]) -> None:
    """Pass on the lines of the input; end with it, which ends with our parent."""
    held = b""
    while heard := os.read(_IN, _PIECE):
        *whole, held = (held + heard).split(b"\n")
        for line in whole:
            lines.put(line)
    os._exit(1)


if __name__ == "__main__":
    main()
