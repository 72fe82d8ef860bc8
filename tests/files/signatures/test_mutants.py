"""Whatever is changed of a signed file, it never passes for whole with other content.

The long profile of the examples tries two thousand mutants of each kind.
"""

from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import PackageError
from desktop.files.package import verify_package
from desktop.files.signatures.keys import Key
from desktop.files.signatures.opc import (
    algorithms,
    checking,
    coverage,
    faults,
    parts,
    references,
)
from desktop.files.signatures.opc.checking import verify_workbook
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.trust import Trust
from desktop.records.verification import FileVerdict
from tests.files.pki import NOW, pki
from tests.files.signatures import package_mutants
from tests.files.signatures.opc import forger
from tests.files.signatures.opc.mutants import CHANGES, content, mutant
from tests.files.signatures.pdf import mutants as pdf_mutants
from tests.files.signatures.printed import approved, certified

FEWER = settings(max_examples=max(settings().max_examples // 5, 20))
"""For what takes long: a whole PDF is drawn or signed for each example."""
SEEDS = st.integers(min_value=0, max_value=2**32)


@pytest.fixture(autouse=True)
def _quiet_parser(caplog: pytest.LogCaptureFixture) -> None:
    """Let parsers complain of hostile files as much as they like."""


def judged(data: bytes) -> FileVerdict:
    """Return the verdict, without asking whom to trust: it takes most of the time."""
    return verify_workbook(data, Trust(), "x.xlsx", now=NOW)


def said(verdict: FileVerdict) -> list[tuple[object, ...]]:
    """Return what a verdict says of who signed, as what, and when."""
    return [
        (one.certificate_sha256, one.role, one.claimed_time)
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
        assert len(set(said(verdict))) == len(verdict.signatures)
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


# --- PDF -------------------------------------------------------------------------


@cache
def keys() -> tuple[Key, Key]:
    with TemporaryDirectory() as name:
        return pki().person.key(Path(name)), pki().agency.key(Path(name))


@cache
def one() -> bytes:
    return certified(keys()[0])


@cache
def two() -> bytes:
    return approved(*keys())


def judged_pdf(data: bytes) -> FileVerdict:
    return verify_pdf(data, Trust(), "x.pdf", now=NOW)


@given(seed=SEEDS)
def test_no_mutant_of_a_pdf_passes_with_other_bytes(seed: int) -> None:
    changed = pdf_mutants.mutant(two(), Random(seed))
    verdict = judged_pdf(changed)
    if not verdict.intact:
        assert verdict.findings
    elif len(verdict.signatures) == 1:  # the last one was taken off whole
        assert two().startswith(changed)
    else:
        same = pdf_mutants.without_digits(changed) == pdf_mutants.without_digits(two())
        assert same
        assert said(verdict) == said(judged_pdf(two()))


@FEWER
@given(seed=SEEDS)
def test_nothing_of_a_signed_pdf_can_be_updated(seed: int) -> None:
    changed = pdf_mutants.updated(two(), Random(seed))
    if changed is not None:
        verdict = judged_pdf(changed)
        assert not verdict.intact
        assert verdict.findings


@FEWER
@given(seed=SEEDS)
def test_an_agency_cannot_sign_what_was_changed_after_the_person(
    seed: int,
) -> None:
    """What may still be changed, such as who made the file, nobody sees on a page."""
    changed = pdf_mutants.updated(one(), Random(seed))
    signed = None if changed is None else pdf_mutants.agreed(changed, keys()[1])
    if signed is not None and judged_pdf(signed).intact:
        sound = pdf_mutants.agreed(one(), keys()[1])
        assert sound is not None
        assert pdf_mutants.seen(signed) == pdf_mutants.seen(sound)


def test_an_agency_can_sign_what_was_left_as_it_was() -> None:
    """Without it the test above would hold for a check that refuses everything."""
    signed = pdf_mutants.agreed(one(), keys()[1])
    assert signed is not None
    assert judged_pdf(signed).intact


# --- packages --------------------------------------------------------------------


@given(seed=SEEDS)
def test_no_mutant_of_a_package_passes_with_other_members(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    data = package_mutants.sealed()
    changed = package_mutants.mutant(data, Random(seed))
    path = tmp_path_factory.getbasetemp() / "mutant.zip"
    path.write_bytes(changed)
    try:
        verdict = verify_package(path, Trust(), now=NOW)
    except PackageError:
        return
    if verdict.intact:
        assert package_mutants.contents(changed) == package_mutants.contents(data)
    else:
        assert verdict.findings or any(one.findings for one in verdict.members)


def test_a_package_left_as_it_was_is_intact(tmp_path: Path) -> None:
    path = tmp_path / "whole.zip"
    path.write_bytes(package_mutants.sealed())
    verdict = verify_package(path, pki().trust, now=NOW)
    assert verdict.intact
    assert len(verdict.signatures) == 2
    assert [len(one.signatures) for one in verdict.members] == [0, 1]
