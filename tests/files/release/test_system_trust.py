"""Windows' answers are understood; elsewhere nobody is asked."""

import ctypes
import sys
from pathlib import Path

import pytest

from desktop.files.release import system_trust
from desktop.files.release.system_trust import answer_of, ask_system
from desktop.records.update import SystemAnswer


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (0, SystemAnswer.TRUSTED),
        (0x800B0100 - (1 << 32), SystemAnswer.UNSIGNED),  # as Windows gives it: signed
        (0x80096010 - (1 << 32), SystemAnswer.BROKEN),
        (0x800B0111, SystemAnswer.BROKEN),
        (0x800B0109, SystemAnswer.UNKNOWN),  # a root this machine does not know
        (0x800B0101, SystemAnswer.UNKNOWN),  # out of date
        (5, SystemAnswer.UNKNOWN),
    ],
)
def test_each_code_has_its_answer(code: int, answer: SystemAnswer) -> None:
    assert answer_of(code) is answer


def test_an_unsigned_file_is_unsigned_on_windows_and_not_asked_elsewhere(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.exe"
    path.write_bytes(b"MZ")
    answer = ask_system(path)
    if sys.platform == "win32":
        assert answer in {SystemAnswer.UNSIGNED, SystemAnswer.UNKNOWN}
    else:
        assert answer is SystemAnswer.NOT_ASKED


def test_the_structures_have_the_sizes_of_64_bit_windows() -> None:
    assert ctypes.sizeof(ctypes.c_void_p) == 8
    assert ctypes.sizeof(system_trust._File) == 32
    assert ctypes.sizeof(system_trust._Data) == 88
