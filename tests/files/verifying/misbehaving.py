"""A checker that ends in every way a checker can end, by the name of its file."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desktop.files.verifying.child import answer
from desktop.files.wire.verdict import CheckWire, answer_to_json, check_from_json


def loop(question: CheckWire) -> None:
    Path(question.path).write_text(str(os.getpid()))
    time.sleep(60)


def flood(_question: CheckWire) -> None:
    while True:
        os.write(1, b"x" * 4096)


def swell(_question: CheckWire) -> None:
    raise MemoryError


def crash(_question: CheckWire) -> None:
    os.abort()


def fail(_question: CheckWire) -> None:
    raise ZeroDivisionError


def quiet(_question: CheckWire) -> None:
    return


def babble(_question: CheckWire) -> None:
    os.write(1, b"xin chao\n")


def lie(_question: CheckWire) -> None:
    os.write(1, b'{"type":"verdict","verdict":{"file_name":"a","format":1}}')


def half(question: CheckWire) -> None:
    os.write(1, answer_to_json(answer(question))[:-30])


WAYS: tuple[Callable[[CheckWire], None], ...] = (
    loop,
    flood,
    swell,
    crash,
    fail,
    quiet,
    babble,
    lie,
    half,
)

if __name__ == "__main__":
    asked = check_from_json(sys.stdin.buffer.readline())
    {way.__name__: way for way in WAYS}[Path(asked.path).stem](asked)
