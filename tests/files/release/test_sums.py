"""The list is taken whole or not at all, and its signature is one we know or none."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UpdateError
from desktop.files.release.sums import LARGEST_LIST, read_sums, who_signed
from desktop.records.update import ListSignature
from tests.files.release.releases import a_key, a_release, name_of, sign_list

HASH = "ab" * 32


def reason(folder: Path, content: bytes) -> tuple[str, tuple[str, ...]]:
    (folder / "SHA256SUMS").write_bytes(content)
    with pytest.raises(UpdateError) as caught:
        read_sums(folder)
    return caught.value.reason, caught.value.facts


def test_a_list_is_read_by_names_and_by_hashes(tmp_path: Path) -> None:
    a_release(tmp_path)
    sums = read_sums(tmp_path)
    assert set(sums.hashes) == {name_of("9.1.0"), "THAY_DOI.md"}
    (name,) = sums.names_of(sums.hashes["THAY_DOI.md"])
    assert name == "THAY_DOI.md"


def test_lines_of_windows_and_of_binary_mode_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_bytes(f"{HASH} *a.exe\r\n{HASH}  b\r\n".encode())
    assert read_sums(tmp_path).hashes == {"a.exe": HASH, "b": HASH}


def test_no_list_is_missing_and_an_endless_one_too_large(tmp_path: Path) -> None:
    with pytest.raises(UpdateError, match="list_missing"):
        read_sums(tmp_path)
    line = f"{HASH}  a\n".encode()
    huge = line * (LARGEST_LIST // len(line) + 1)
    assert reason(tmp_path, huge)[0] == "list_too_large"


@pytest.mark.parametrize(
    "name",
    [
        "../a.exe",
        "..\\a.exe",
        "C:\\a.exe",
        "/a",
        "a/b",
        "\\\\máy\\a",
        "..",
        ".",
        ".a",
        "a b",
        "a\tb",
        "a:b",
        "tệp.exe",
        "a" * 121,
        "",
        "a\x00",
        "a\x85b",
        "-a",
        "%TEMP%",
    ],
)
def test_a_name_that_leads_elsewhere_refuses_the_whole_list(
    tmp_path: Path, name: str
) -> None:
    content = f"{HASH}  a.exe\n{HASH}  {name}\n".encode()
    assert reason(tmp_path, content) == ("list_unreadable", ("2",))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# lời",
        f"{HASH}",
        f"{HASH[:-1]}  a",
        f"{HASH.upper()}  b",
        f"\\{HASH}  b",
        f"{HASH}\tb",
        f" {HASH}  b",
        f"{HASH}   b",
        f"SHA256 (b) = {HASH}",
    ],
)
def test_a_line_of_another_form_refuses_the_whole_list(
    tmp_path: Path, line: str
) -> None:
    content = f"{HASH}  a.exe\n{line}\n".encode()
    assert reason(tmp_path, content) == ("list_unreadable", ("2",))


def test_two_names_that_windows_holds_for_one_are_refused(tmp_path: Path) -> None:
    content = f"{HASH}  a.exe\n{'cd' * 32}  A.EXE\n".encode()
    assert reason(tmp_path, content) == ("list_unreadable", ("2",))


def test_an_empty_list_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path, b"")[0] == "list_unreadable"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("list")
    (folder / "SHA256SUMS").write_bytes(content)
    try:
        found = read_sums(folder)
    except UpdateError as error:
        assert error.reason == "list_unreadable"  # noqa: PT017  one of two ends
    else:
        assert found.hashes


def test_a_folder_or_a_pipe_in_its_place_is_no_list(tmp_path: Path) -> None:
    place = tmp_path / "SHA256SUMS"
    place.mkdir()
    with pytest.raises(UpdateError, match="list_missing"):
        read_sums(tmp_path)
    if sys.platform != "win32":
        place.rmdir()
        os.mkfifo(place)  # reading it would wait for a writer
        with pytest.raises(UpdateError, match="list_missing"):
            read_sums(tmp_path)


def test_a_known_key_is_found_among_others(tmp_path: Path) -> None:
    key, public = a_key("Đúng")
    a_release(tmp_path, key=key)
    others = (a_key("Khác")[1], public, a_key("Nữa")[1])
    found = who_signed(read_sums(tmp_path), others)
    assert found == (ListSignature.KNOWN, public)


def test_without_keys_or_without_a_signature_nobody_is_known(tmp_path: Path) -> None:
    key, public = a_key()
    a_release(tmp_path)
    assert who_signed(read_sums(tmp_path), (public,)) == (ListSignature.NONE, None)
    sign_list(tmp_path, key)
    assert who_signed(read_sums(tmp_path), ()) == (ListSignature.UNCHECKED, None)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("length", [0, 63, 65, 10_000])
def test_a_signature_of_another_length_is_forged_even_without_keys(
    tmp_path: Path, length: int, known: bool
) -> None:
    a_release(tmp_path)
    (tmp_path / "SHA256SUMS.sig").write_bytes(bytes(length))
    with pytest.raises(UpdateError, match="list_forged"):
        who_signed(read_sums(tmp_path), (a_key()[1],) if known else ())


def test_a_stranger_s_signature_is_forged(tmp_path: Path) -> None:
    a_release(tmp_path, key=a_key()[0])
    with pytest.raises(UpdateError, match="list_forged"):
        who_signed(read_sums(tmp_path), (a_key()[1],))


@given(st.data())
def test_one_bit_of_list_or_signature_breaks_the_signature(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("bit")
    key, public = a_key()
    a_release(folder, key=key)
    name = data.draw(st.sampled_from(["SHA256SUMS", "SHA256SUMS.sig"]))
    changed = bytearray((folder / name).read_bytes())
    at = data.draw(st.integers(0, len(changed) * 8 - 1))
    changed[at // 8] ^= 1 << at % 8
    (folder / name).write_bytes(changed)
    with pytest.raises(UpdateError) as caught:
        who_signed(read_sums(folder), (public,))
    assert caught.value.reason in {"list_forged", "list_unreadable"}
