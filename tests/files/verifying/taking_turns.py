"""A checker that answers many questions, and misbehaves by the name of a file."""

import os
import sys
from pathlib import Path

import msgspec

from desktop.files.wire.verdict import VerdictWire, answer_to_json, check_from_json
from desktop.records.verification import FileVerdict


def main() -> None:
    for number, line in enumerate(iter(sys.stdin.buffer.readline, b"")):
        question = check_from_json(line)
        way = Path(question.path).stem
        if way == "crash" or (way == "late" and number > 0):
            os.abort()
        name = f"{os.getpid()} {number}"
        told = VerdictWire(
            verdict=FileVerdict(file_name=name, format="other"), mark=question.mark
        )
        os.write(1, answer_to_json(told))
        if way == "early":
            os.write(1, answer_to_json(msgspec.structs.replace(told, mark="guessed")))


if __name__ == "__main__":
    main()
