"""Bytes become text by what they tell themselves, or are refused."""

import unicodedata
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.foreign import text as module
from desktop.files.foreign.text import read_text
from desktop.rules.healing import guess, heal
from tests.rules.old_letters import written

PLAIN = "Số;Tên hoạt động\n1;Hội nghị tuyên truyền phổ biến pháp luật\n2;Xã Đắk Hà"


def read(folder: Path, data: bytes) -> tuple[str, list[tuple[str, ...]]]:
    path = folder / "a.csv"
    path.write_bytes(data)
    text, notes = read_text(path)
    assert path.read_bytes() == data
    return text, [note.facts for note in notes]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_unicode_is_read_however_it_is_written(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, PLAIN.encode(encoding)) == (PLAIN, [])


def test_the_encoding_of_windows_is_read_and_told(tmp_path: Path) -> None:
    # Letters composed, tones apart, as Windows-1258 has them.
    apart = "".join(
        one if one.isascii() else _half(one)
        for one in unicodedata.normalize("NFC", PLAIN)
    )
    assert read(tmp_path, apart.encode("windows-1258")) == (PLAIN, [("windows-1258",)])


def _half(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tones = [one for one in marks if one in "\u0300\u0301\u0303\u0309\u0323"]
    base = unicodedata.normalize(
        "NFC", "".join(one for one in marks if one not in tones)
    )
    return base + "".join(tones)


@pytest.mark.parametrize("letters", ["tcvn3", "vni"])
def test_old_letters_are_left_for_healing_and_told(
    tmp_path: Path, letters: str
) -> None:
    low = PLAIN.lower()
    data = written(low, letters).encode("latin-1")
    text, notes = read(tmp_path, data)
    assert notes == [(letters,)]
    assert guess(text.splitlines()).letters == letters
    assert heal(text, letters=letters).text == low


@pytest.mark.parametrize(
    "data", [b"Vi\xd6c", "Présentation déjà".encode("latin-1"), b"\x81\x8d;\xff\xd6"]
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(FileError) as caught:
        read(tmp_path, data)
    assert caught.value.reason == "unknown_letters"


def test_a_missing_or_huge_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileError) as caught:
        read_text(tmp_path / "none.csv")
    assert caught.value.reason == "missing"
    monkeypatch.setattr(module, "TEXT_LIMIT", 3)
    with pytest.raises(FileError) as caught:
        read(tmp_path, b"abcd")
    assert caught.value.reason == "too_large"


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    assert read(tmp_path, b"") == ("", [])
