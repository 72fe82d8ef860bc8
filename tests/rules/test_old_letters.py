"""The tables of the two old encodings are whole and right."""

import subprocess
import unicodedata

import pytest

from desktop.rules.old_letters import OF_TCVN3, OF_VNI, TCVN3, VNI, of_font, read_as
from tests.rules.old_letters import written

LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"


@pytest.mark.parametrize("letters", [TCVN3, VNI])
def test_every_small_letter_can_be_written_and_read(letters: str) -> None:
    assert read_as(letters, written(LETTERS, letters)) == LETTERS


def test_vni_has_every_capital_and_tcvn3_those_without_tone() -> None:
    assert read_as(VNI, written(LETTERS.upper(), VNI)) == LETTERS.upper()
    assert {one for one in OF_TCVN3.values() if one.isupper()} == set("ĂÂĐÊÔƠƯ")
    assert len(OF_TCVN3) == 74
    assert len({one for one in OF_VNI.values() if one.islower()}) == len(LETTERS)


def test_the_system_reads_tcvn3_the_same_way() -> None:
    """A table made by others; glibc has it wherever the suite runs on Linux."""
    read = subprocess.run(
        ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
        input="\n".join(OF_TCVN3).encode("latin-1"),
        capture_output=True,
        check=True,
    ).stdout.decode()
    told = unicodedata.normalize("NFC", read).split("\n")
    assert told == list(OF_TCVN3.values())


@pytest.mark.parametrize(
    ("in_file", "meant"),
    [
        ("aù oâ oá ôø öõ eä", "á ô ố ờ ữ ệ"),
        ("ó où", "ĩ ó"),
        ("Ñaûng boä ÑAËNG ÖÙNG ÔÛ AÁp", "Đảng bộ ĐẶNG ỨNG Ở Ấp"),
    ],
)
def test_vni_reads_the_longest_match_first(in_file: str, meant: str) -> None:
    assert read_as(VNI, in_file) == meant


@pytest.mark.parametrize(
    ("font", "told"),
    [
        (".VnTime", (TCVN3, False)),
        (".VnTimeH", (TCVN3, True)),
        ('".vnarial narrowh"', (TCVN3, False)),
        (".VnArial NarrowH", (TCVN3, True)),
        ("VNI-Times", (VNI, False)),
        ("vni-helve", (VNI, False)),
        ("Times New Roman", ("", False)),
        ("UVN Viet Sach", ("", False)),
        ("", ("", False)),
    ],
)
def test_a_font_tells_the_letters(font: str, told: tuple[str, bool]) -> None:
    assert of_font(font) == told
