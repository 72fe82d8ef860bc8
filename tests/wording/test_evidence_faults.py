"""Faults of evidence are told in four whole lines."""

import pytest

from desktop.errors import ConflictError, FileError
from desktop.wording import conflict_faults, file_faults
from desktop.wording.evidence_faults import CONFLICT, FILE
from tests.wording.words import assert_a_sentence


@pytest.mark.parametrize("reason", sorted({*FILE, *CONFLICT}))
def test_every_fault_is_four_sentences(reason: str) -> None:
    for line in (FILE | CONFLICT)[reason]:
        assert_a_sentence(line.format(name="anh.jpg", folder="D:/so", one="50 MB"))


def test_they_stand_among_the_faults_that_are_told() -> None:
    assert FILE.items() <= file_faults.TABLES[FileError].items()
    assert CONFLICT.items() <= conflict_faults.TABLES[ConflictError].items()
