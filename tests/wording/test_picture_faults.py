"""A picture that is refused says why; one that is odd is still accepted, and told."""

import re
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.signatures.pdf import pictures
from desktop.wording.faults import explain
from desktop.wording.picture_faults import PICTURES, picture_doubt

SOURCE = Path(pictures.__file__).read_text("utf-8")
DOUBTS = ("not_blue", "not_red", "seal_size", "not_round", "coarse")


@pytest.mark.parametrize("reason", PICTURES)
def test_every_refusal_is_told_in_four_lines(reason: str) -> None:
    told = explain(FileError(Path("dau.png"), reason, "42"))
    lines = (told.what, told.why, told.data, told.next)
    assert all(lines)
    assert not any("{" in line for line in lines)
    assert "dau.png" in told.what


def test_no_refusal_goes_without_words() -> None:
    assert set(re.findall(r'"(picture_\w+)"', SOURCE)) == set(PICTURES)


def test_every_doubt_is_told_in_its_own_words() -> None:
    assert set(re.findall(r'"(\w+)": (?:not )?seal ', SOURCE)) <= set(DOUBTS)
    told = {picture_doubt(key) for key in DOUBTS}
    assert len(told) == len(DOUBTS)
    assert picture_doubt("other") not in told
