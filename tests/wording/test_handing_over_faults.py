"""Every fault of the file for the successor is told in four lines."""

import re
from pathlib import Path

import pytest

from desktop.errors import HandoverError
from desktop.wording.faults import explain
from desktop.wording.handing_over_faults import TABLES

REASONS = set(re.findall(r"`(handover_\w+)`", HandoverError.__doc__ or ""))


def test_every_reason_the_error_names_has_its_words() -> None:
    assert {reason for reason in TABLES[HandoverError] if reason} == REASONS


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_each_fault_names_the_file_and_says_what_to_do(reason: str) -> None:
    error = HandoverError(Path("/so/so.stt-ban-giao"), reason, "70000000", "10")
    told = explain(error)
    assert "so.stt-ban-giao" in told.what
    assert told.data.startswith("Không thay đổi")
    assert told.next.endswith(".")
    assert "{" not in f"{told.what}{told.why}{told.data}{told.next}"
