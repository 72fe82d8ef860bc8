"""The code of printed data is read back as people type, and no slip goes unseen."""

import base64
import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.short_code import (
    ALPHABET,
    CodeFault,
    Match,
    compare,
    payload,
    read_code,
    short_code,
)

DATA = hashlib.sha256(b"data").hexdigest()
OTHER = hashlib.sha256(b"other data").hexdigest()
CODE = short_code(DATA)

hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)
places = st.integers(0, 20)


def put(code: str, place: int, letter: str) -> str:
    plain = code.replace("-", "")
    return plain[:place] + letter + plain[place + 1 :]


# --- making ------------------------------------------------------------------


def test_the_code_is_the_first_hundred_bits_of_the_hash_in_groups_of_five() -> None:
    assert short_code("00" * 32) == "00000-00000-00000-00000-0"
    assert short_code("ff" * 32)[:23] == "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ"
    first = f"{1 << 27:032b}{0:0224b}"  # the fifth bit: the letter of 1
    assert short_code(f"{int(first, 2):064x}").startswith("10000-00000-00000-00000-")
    later = f"{(1 << 155):064x}"  # bit 101 from the front: the code does not have it
    assert short_code(later) == short_code("00" * 32)
    assert short_code(f"{(1 << 156):064x}") != short_code("00" * 32)


def test_a_code_never_changes_once_it_is_printed() -> None:
    assert DATA.startswith("3a6eb0790f39ac87")
    assert CODE == "79QB0-Y8F76-P8FJA-F71BB-F"
    assert short_code(DATA.upper()) == CODE


@pytest.mark.parametrize("wrong", ["", "12", "zz" * 32, DATA + "00", f"{DATA}\n"])
def test_what_is_no_hash_gets_no_code(wrong: str) -> None:
    with pytest.raises(ValueError, match="hex"):
        short_code(wrong)
    with pytest.raises(ValueError, match="hex"):
        payload("a", "2024", wrong)


@given(hashes)
def test_the_letters_are_those_of_base_32_with_another_alphabet(digest: str) -> None:
    usual = base64.b32encode(bytes.fromhex(digest)).decode().rstrip("=")
    letters = usual.translate(
        str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)
    )
    assert payload("", "", digest).split("/")[-1] == letters
    assert short_code(digest).replace("-", "")[:20] == letters[:20]


@given(hashes)
def test_a_code_has_no_letter_that_looks_like_a_digit(digest: str) -> None:
    assert set(short_code(digest)) <= set(ALPHABET) | {"-"}
    assert not set(short_code(digest)) & set("ILOU")


@given(hashes, st.text(), st.text())
def test_what_is_scanned_fits_the_small_square_whatever_it_names(
    digest: str, unit: str, period: str
) -> None:
    scanned = payload(unit, period, digest)
    assert len(scanned) <= 90
    assert set(scanned) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/")
    read = read_code(scanned)
    assert (read.sha256, read.fault) == (digest, None)
    assert compare(scanned, digest).match is Match.SAME


def test_what_is_scanned_names_unit_and_period_for_people() -> None:
    scanned = payload("Phòng Văn hóa", "2024-H1", DATA)
    assert scanned.startswith("STT1/PHONGVANHOA/2024H1/79QB0Y8F76P8FJAF71BB")
    assert (read_code(scanned).unit, read_code(scanned).period) == (
        "PHONGVANHOA",
        "2024H1",
    )
    assert payload("Đăk Hà", "2024", DATA).startswith("STT1/DAKHA/2024/")


# --- slips -------------------------------------------------------------------


@given(hashes, places, st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_always_seen(digest: str, place: int, letter: str) -> None:
    code = short_code(digest)
    typed = put(code, place, letter)
    if typed != code.replace("-", ""):
        assert read_code(typed).fault is CodeFault.CHECK
        found = compare(typed, digest)
        assert (found.match, found.wrong) == (Match.MISTYPED, (place // 5 + 1,))


@given(hashes, places, places)
def test_two_letters_that_changed_places_are_always_seen(
    digest: str, one: int, two: int
) -> None:
    code = short_code(digest).replace("-", "")
    typed = put(put(code, one, code[two]), two, code[one])
    expected = None if typed == code else CodeFault.CHECK
    assert read_code(typed).fault is expected


def test_groups_that_changed_places_are_seen() -> None:
    first, second, *rest = CODE.split("-")
    found = compare("-".join((second, first, *rest)), DATA)
    assert (found.match, found.wrong, found.right) == (Match.MISTYPED, (1, 2), 0)


# --- reading -----------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", "–"),
        CODE.replace("-", " — "),
        CODE.replace("-", "."),
        f"  {CODE}\n",
        f"Mã đối chiếu: {CODE}",
        CODE.replace("0", "o"),
        CODE.replace("0", "O"),
        "".join(chr(ord(c) + 0xFEE0) for c in CODE),  # full width
        unicodedata.normalize("NFD", f"Mã đối chiếu: {CODE}"),
        "79QB0Y8F76 P8FJAF71BBF",
    ],
)
def test_what_people_type_for_it_is_read(typed: str) -> None:
    assert compare(typed, DATA).match is Match.SAME


def test_small_l_and_i_are_one() -> None:
    digest = f"{0b00001 << 251 | 1 << 200:064x}"
    code = short_code(digest)
    assert "1" in code
    for letter in "ilIL":
        assert compare(code.replace("1", letter), digest).match is Match.SAME


@pytest.mark.parametrize(
    ("typed", "fault", "facts"),
    [
        ("", CodeFault.BLANK, ()),
        ("  \t", CodeFault.BLANK, ()),
        ("Mã đối chiếu:", CodeFault.BLANK, ()),
        ("79QB0-Y8F7", CodeFault.SHORT, ("9",)),
        (CODE + "0", CodeFault.LONG, ("22",)),
        ("79QB0-Y8Á76-P8FJA", CodeFault.ACCENTS, ("Á",)),
        ("79QB0-Đ8F76", CodeFault.ACCENTS, ("Đ",)),
        ("79QB0-Ư8F76", CodeFault.ACCENTS, ("Ư",)),
        ("79QU0-Y8F76", CodeFault.LETTER, ("U",)),
        ("79Q*0-Y8F76", CodeFault.LETTER, ("*",)),
        ("79QЯ0-Y8F76", CodeFault.LETTER, ("Я",)),
        (put(CODE, 3, "C"), CodeFault.CHECK, ()),
        ("STT1/A/2024/79QB0Y8F76", CodeFault.SCAN, ()),
        ("STT1/A/" + "0" * 52, CodeFault.SCAN, ()),
        ("STT1/A/2024/" + "Z" * 52, CodeFault.SCAN, ()),  # bits behind the hash
        ("STT1/A/2024/" + "U" * 52, CodeFault.SCAN, ()),
        ("https://example.invalid/x", CodeFault.SCAN, ()),
        ("STT2/A/2024/" + "0" * 52, CodeFault.NEWER, ()),
    ],
)
def test_what_is_no_code_is_told_by_its_reason(
    typed: str, fault: CodeFault, facts: tuple[str, ...]
) -> None:
    read = read_code(typed)
    assert (read.fault, read.facts, read.sha256) == (fault, facts, "")
    assert compare(typed, DATA).match is not Match.SAME


@given(st.text())
def test_no_text_ever_raises(typed: str) -> None:
    read_code(typed)
    compare(typed, DATA)


# --- comparing ---------------------------------------------------------------


def test_the_code_of_other_data_is_told_from_a_slip() -> None:
    found = compare(short_code(OTHER), DATA)
    assert (found.match, found.wrong) == (Match.OTHER, (1, 2, 3, 4, 5))
    assert not found.whole


def test_a_scanned_code_compares_every_bit() -> None:
    twin = f"{int(DATA, 16) ^ 1:064x}"  # the typed code cannot tell them apart
    assert short_code(twin) == CODE
    assert compare(CODE, twin).match is Match.SAME
    assert compare(payload("a", "2024", DATA), twin).match is Match.OTHER
    assert compare(payload("a", "2024", DATA), DATA).whole
    assert not compare(CODE, DATA).whole


def test_while_it_is_typed_the_groups_that_agree_are_counted() -> None:
    plain = CODE.replace("-", "")
    every = [compare(plain[:length], DATA) for length in (3, 5, 6, 8, 10, 17)]
    told = [(found.right, found.wrong) for found in every]
    assert told == [(0, ()), (1, ()), (1, ()), (1, ()), (2, ()), (3, ())]


def test_a_letter_left_out_is_told_by_the_first_group_it_spoils() -> None:
    plain = CODE.replace("-", "")
    found = compare(plain[:7] + plain[8:], DATA)
    assert (found.read.fault, found.match) == (CodeFault.SHORT, Match.UNREAD)
    assert found.wrong == (2,)
    set_apart = compare(CODE.replace("Y8F76", "Y8F6"), DATA)
    assert (set_apart.read.fault, set_apart.wrong) == (CodeFault.SHORT, (2,))
    assert compare(plain[:7] + "0" + plain[7:], DATA).wrong == (2,)
