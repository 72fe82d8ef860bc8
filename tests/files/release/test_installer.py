"""An installer of ours is told from everything else that ends in .exe."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UpdateError
from desktop.files.release.installer import read_installer, told_length
from tests.files.release.releases import (
    an_installer,
    payload,
    program,
    version_resource,
)


def refusal(tmp_path: Path, raw: bytes) -> tuple[str, tuple[str, ...]]:
    path = tmp_path / "a.exe"
    path.write_bytes(raw)
    with pytest.raises(UpdateError) as caught:
        read_installer(path)
    return caught.value.reason, caught.value.facts


def test_what_it_says_of_itself_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.exe"
    path.write_bytes(an_installer("0.2.0"))
    found = read_installer(path)
    assert (found.product, found.version) == ("Sổ Truyền Thông", "0.2.0")
    assert told_length(path) == path.stat().st_size


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"MZ",
        b"PK\3\4" + bytes(4000),
        "không phải chương trình".encode() * 100,
        program(version_resource("0.2.0"), b""),  # a program, such as the launcher
        program(version_resource("0.2.0"), payload().replace(b"Inst", b"Fake")),
        program(version_resource("0.2.0"), payload(), machine=0x14C),
        program(b"no version", payload()),
    ],
)
def test_what_is_no_installer_is_refused(tmp_path: Path, raw: bytes) -> None:
    assert refusal(tmp_path, raw) == ("not_installer", ())


def test_another_program_s_installer_is_named(tmp_path: Path) -> None:
    raw = an_installer("0.2.0", product="Trò chơi")
    assert refusal(tmp_path, raw) == ("not_ours", ("Trò chơi",))


@pytest.mark.parametrize("version", ["0.2", "0.2.0-beta", "v0.2.0", "0.02.0"])
def test_a_version_that_cannot_be_compared_is_refused(
    tmp_path: Path, version: str
) -> None:
    raw = an_installer(version, number="0.2.0")
    assert refusal(tmp_path, raw) == ("version_unclear", (version,))


def test_one_that_lies_to_windows_or_to_people_is_refused(tmp_path: Path) -> None:
    raw = an_installer("9.9.9", number="0.0.1")
    assert refusal(tmp_path, raw) == ("version_unclear", ("9.9.9",))


def test_one_that_is_gone_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(UpdateError, match="changed_meanwhile"):
        read_installer(tmp_path / "gone.exe")


def test_a_cut_or_a_longer_one_still_tells_its_length(tmp_path: Path) -> None:
    raw = an_installer("0.2.0")
    path = tmp_path / "a.exe"
    for other in (raw[:-100], raw + b"more"):
        path.write_bytes(other)
        assert told_length(path) == len(raw)
    path.write_bytes(b"nothing of the kind")
    assert told_length(path) is None


@given(st.data())
def test_cut_anywhere_it_is_read_or_refused_never_worse(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    raw = an_installer("0.2.0")
    path = tmp_path_factory.mktemp("cut") / "a.exe"
    path.write_bytes(raw[: data.draw(st.integers(0, len(raw)))])
    try:
        assert read_installer(path).version == "0.2.0"
    except UpdateError as error:
        assert error.reason == "not_installer"  # noqa: PT017  one of two ends
