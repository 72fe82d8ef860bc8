"""A file that hangs, swells or crashes its checker is one that was not checked."""

import dataclasses
import time
from pathlib import Path

import pytest

from desktop.errors import (
    Cancelled,
    FileError,
    PackageTooNewError,
    PackageUnreadableError,
)
from desktop.files import zip_members
from desktop.files.foreign.limits import Limits
from desktop.files.signatures.detached import sign_detached
from desktop.files.signatures.trust import Trust
from desktop.files.signed_file import MANIFEST
from desktop.files.verification import verify_file
from desktop.files.verifying import process
from desktop.files.verifying.process import Checker, verify_apart
from desktop.progress import Step
from desktop.records.verification import Chain, FileVerdict, Integrity, Revocation
from desktop.rules.verdict import Light, light, stands
from tests.ended import ended
from tests.files.pki import NOW, pki

MODULE = "tests.files.verifying.misbehaving"
IN_TURN = "tests.files.verifying.taking_turns"
SHORT = Limits(seconds=1.5)
LONG = Limits(seconds=30, memory=1_500_000_000)


def unchecked(folder: Path, way: str, limits: Limits = LONG) -> FileVerdict:
    path = folder / f"{way}.pdf"
    path.write_bytes(b"untouched")
    started = time.monotonic()
    found = verify_apart(path, Trust(), limits=limits, module=MODULE)
    assert time.monotonic() - started < limits.seconds + 3
    assert found.file_name == path.name
    assert (light(found), stands(found)) == (Light.RED, False)
    return found


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("loop", "check_too_slow"),
        ("flood", "check_too_slow"),
        ("swell", "check_too_large"),
        ("crash", "check_died"),
        ("fail", "check_died"),
        ("babble", "check_died"),
        ("lie", "check_died"),
        ("half", "check_died"),
        ("quiet", "check_died"),
    ],
)
def test_every_end_of_the_checker_is_a_file_that_was_not_checked(
    tmp_path: Path, way: str, code: str
) -> None:
    limits = SHORT if code == "check_too_slow" else LONG
    (finding,) = unchecked(tmp_path, way, limits).findings
    assert finding.code == code


def test_the_last_words_of_the_checker_are_kept(tmp_path: Path) -> None:
    (finding,) = unchecked(tmp_path, "fail").findings
    assert finding.facts[0] == "1"
    assert "ZeroDivisionError" in finding.facts[1]


def signed(folder: Path) -> Path:
    path = folder / "số liệu.txt"
    path.write_bytes(b"x")
    beside = folder / f"{path.name}.p7s"
    beside.write_bytes(sign_detached(b"x", pki().person.key(folder), NOW))
    return path


def test_the_checker_holds_itself_to_the_memory_it_is_given(tmp_path: Path) -> None:
    too_little = Limits(seconds=30, memory=60_000_000)
    found = verify_apart(signed(tmp_path), pki().trust, now=NOW, limits=too_little)
    assert {one.code for one in found.findings} <= {"check_too_large", "check_died"}
    assert not found.intact


def test_what_is_found_there_is_what_is_found_here(tmp_path: Path) -> None:
    path = signed(tmp_path)
    for trust in (
        Trust(),
        pki().trust,
        dataclasses.replace(pki().trust, crls=pki().crls),
    ):
        found = verify_apart(path, trust, now=NOW)
        assert found == verify_file(path, trust, now=NOW)
        assert found.intact
    assert found.signatures[0].revocation is Revocation.GOOD
    assert found.signatures[0].chain is Chain.PINNED


def test_a_changed_file_is_changed_there_too(tmp_path: Path) -> None:
    path = signed(tmp_path)
    path.write_bytes(b"y")
    found = verify_apart(path, pki().trust, now=NOW)
    assert found.signatures[0].integrity is Integrity.CHANGED


def test_the_moment_of_judging_goes_along(tmp_path: Path) -> None:
    path = signed(tmp_path)
    later = NOW.replace(year=NOW.year + 1, day=1)
    found = verify_apart(path, pki().trust, now=later)
    assert found.signatures[0].chain in {Chain.LAPSED, Chain.PINNED}
    assert found == verify_file(path, pki().trust, now=later)


def test_what_cannot_be_checked_is_refused_as_it_would_be_here(tmp_path: Path) -> None:
    path = tmp_path / "trống.pdf"
    with pytest.raises(FileError) as missing:
        verify_apart(path, Trust())
    path.write_bytes(b"hello")
    with pytest.raises(FileError) as odd:
        verify_apart(path, Trust())
    path.write_bytes(zip_members.build({MANIFEST: b"[]"}))
    with pytest.raises(PackageUnreadableError) as shapeless:
        verify_apart(path, Trust())
    path.write_bytes(zip_members.build({MANIFEST: b'{"format_version":99}'}))
    with pytest.raises(PackageTooNewError) as newer:
        verify_apart(path, Trust())
    assert (missing.value.reason, odd.value.reason) == ("missing", "unreadable")
    assert shapeless.value.reason == "content"
    assert newer.value.facts[0] == "99"
    assert {one.value.path for one in (missing, odd, shapeless, newer)} == {path}


def test_stopping_ends_the_checker(tmp_path: Path) -> None:
    path = tmp_path / "loop.pdf"
    path.write_bytes(b"")
    seen: list[Step] = []

    def stop(step: Step) -> None:
        seen.append(step)
        if path.read_bytes():
            raise Cancelled

    with pytest.raises(Cancelled):
        verify_apart(path, Trust(), stop, module=MODULE, limits=LONG)
    assert ended(int(path.read_text()))
    assert {one.stage for one in seen} == {"verifying"}


def in_turn(*ways: str) -> list[tuple[str, str]]:
    """Return which process checked each file, and as its how-manieth; or the fault."""
    found: list[tuple[str, str]] = []
    with Checker(limits=LONG, module=IN_TURN) as checker:
        for way in ways:
            told = checker.check(Path(f"{way}.pdf"), Trust())
            who, _, number = told.file_name.partition(" ")
            found.append((who, told.findings[0].code if told.findings else number))
    return found


def test_one_process_checks_many_files() -> None:
    found = in_turn("a", "b", "c")
    assert [number for _, number in found] == ["0", "1", "2"]
    assert len({who for who, _ in found}) == 1
    assert ended(int(found[0][0]))


def test_a_file_that_kills_its_checker_is_named_alone() -> None:
    found = in_turn("a", "crash", "b", "c")
    assert found[1] == ("crash.pdf", "check_died")
    assert [number for _, number in found] == ["0", "check_died", "0", "1"]


def test_what_files_before_it_left_behind_is_not_the_fault_of_a_file() -> None:
    found = in_turn("a", "late", "b")
    assert [number for _, number in found] == ["0", "0", "1"]
    assert found[0][0] != found[1][0] == found[2][0]


def test_what_was_said_before_the_question_is_no_answer() -> None:
    found = in_turn("early", "a")
    assert [number for _, number in found] == ["0", "0"], "asked a fresh process"
    assert found[0][0] != found[1][0]


def test_no_process_checks_files_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MOST", 2)
    found = in_turn("a", "b", "c")
    assert [number for _, number in found] == ["0", "1", "0"]


def test_each_file_has_its_own_seconds_and_its_own_word(tmp_path: Path) -> None:
    with Checker(limits=Limits(seconds=20, memory=1_500_000_000)) as checker:
        for _ in range(2):
            found = checker.check(signed(tmp_path), pki().trust, now=NOW)
            assert found == verify_file(signed(tmp_path), pki().trust, now=NOW)
            with pytest.raises(FileError, match="missing"):
                checker.check(tmp_path / "none.pdf", Trust())
