"""Whatever is changed of a signed file, it never passes for whole with other content.

The long profile of the examples tries two thousand mutants of each kind.
"""

from collections import Counter
from functools import cache
from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.signatures.opc import (
    algorithms,
    checking,
    coverage,
    faults,
    parts,
    references,
)
from desktop.files.signatures.opc.checking import verify_workbook
from desktop.files.signatures.trust import Trust
from desktop.records.verification import FileVerdict
from tests.files.pki import NOW
from tests.files.signatures.opc import forger
from tests.files.signatures.opc.mutants import CHANGES, content, mutant

SEEDS = st.integers(min_value=0, max_value=2**32)


def judged(data: bytes) -> FileVerdict:
    """Return the verdict, without asking whom to trust: it takes most of the time."""
    return verify_workbook(data, Trust(), "x.xlsx", now=NOW)


def said(verdict: FileVerdict) -> list[tuple[object, ...]]:
    """Return what a verdict says of who signed, as what, and when."""
    return [
        (one.certificate_sha256, one.role, one.claimed_time, one.field)
        for one in verdict.signatures
    ]


@cache
def whole() -> tuple[bytes, FileVerdict]:
    data = forger.twice()
    return data, judged(data)


# --- workbooks -------------------------------------------------------------------


@given(seed=SEEDS)
def test_no_mutant_of_a_workbook_passes_with_other_content(seed: int) -> None:
    data, sound = whole()
    changed = mutant(data, Random(seed))
    verdict = judged(changed)
    if verdict.intact:
        assert content(changed) == content(data)
        # a signature taken off whole is for whoever expects two to miss
        assert set(said(verdict)) <= set(said(sound))
    else:
        assert verdict.findings
        assert {one.code for one in verdict.findings} <= faults.CODES


@given(place=st.integers(min_value=0), value=st.integers(0, 255))
def test_no_byte_of_a_workbook_changes_its_content(place: int, value: int) -> None:
    data, sound = whole()
    changed = bytearray(data)
    changed[place % len(data)] = value
    verdict = judged(bytes(changed))
    if verdict.intact:
        assert parts.read(bytes(changed)) == parts.read(data)
        assert said(verdict) == said(sound)


@given(length=st.integers(min_value=0, max_value=60_000))
def test_a_workbook_cut_anywhere_is_not_intact(length: int) -> None:
    data, _ = whole()
    assert judged(data[:length]).intact is (length >= len(data))


@given(noise=st.binary(max_size=3_000))
def test_any_bytes_for_a_signature_give_a_verdict(noise: bytes) -> None:
    held = parts.read(forger.signed())
    verdict = judged(parts.build(held | {forger.SIGNATURE: noise}))
    assert [one.code for one in verdict.findings] == ["signature_malformed"]


def test_mutants_reach_every_kind_of_fault() -> None:
    """Mutants that all fail for one reason would try only one check."""
    data, _ = whole()
    found = Counter(
        finding.code
        for seed in range(400)
        for finding in judged(mutant(data, Random(seed))).findings
    )
    assert found.keys() >= {
        "ambiguous",
        "content_type_changed",
        "duplicate_id",
        "manifest_changed",
        "part_changed",
        "part_missing",
        "part_unsigned",
        "relationship_changed",
        "relationship_unsigned",
        "signature_malformed",
        "signature_unreachable",
        "signature_value_wrong",
        "signed_properties_changed",
        "unsigned",
        "unsupported",
    }


@pytest.mark.parametrize(
    ("room", "name"),
    [
        (coverage, "gaps"),
        (references, "differences"),
        (algorithms, "check"),
        (checking, "_of_elements"),
    ],
)
def test_a_check_left_out_would_let_mutants_pass(
    monkeypatch: pytest.MonkeyPatch, room: ModuleType, name: str
) -> None:
    """What tries a lock must open it when it is not locked."""
    data, _ = whole()
    monkeypatch.setattr(room, name, lambda *told: ())
    mutants = (mutant(data, Random(seed)) for seed in range(200))
    assert any(judged(one).intact and content(one) != content(data) for one in mutants)


def test_every_change_changes_something() -> None:
    data, _ = whole()
    for change in CHANGES:
        held = parts.read(data)
        for seed in range(20):
            change(Random(seed), held)
        assert held != parts.read(data)
