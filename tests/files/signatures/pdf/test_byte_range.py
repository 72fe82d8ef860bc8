"""A signature leaves out nothing of the file but itself."""

import pytest

from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.pdf.fields import PERSON
from desktop.records.verification import Coverage, FileVerdict, Integrity
from tests.files.pki import NOW, pki
from tests.files.signatures.printed import certified

Range = tuple[int, int, int, int]


@pytest.fixture(autouse=True)
def _quiet_parser(caplog: pytest.LogCaptureFixture) -> None:
    """Let the parser complain of hostile files as much as it likes."""


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return certified(pki().person.key(tmp_path_factory.mktemp("one")))


def judged(data: bytes) -> FileVerdict:
    return verify_pdf(data, pki().trust, "x.pdf", now=NOW)


def told(verdict: FileVerdict) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.facts) for one in verdict.findings]


def where(data: bytes) -> tuple[int, int]:
    """Return where the four numbers of the byte range are written."""
    start = data.rindex(b"/ByteRange [") + len(b"/ByteRange [")
    return start, data.index(b"]", start)


def range_of(data: bytes) -> Range:
    start, end = where(data)
    first, before, resume, after = (int(one) for one in data[start:end].split())
    return first, before, resume, after


def ranged(data: bytes, text: bytes) -> bytes:
    """Return the document with another byte range, of the same length."""
    start, end = where(data)
    assert len(text) <= end - start
    return data[:start] + text.ljust(end - start) + data[end:]


def digits(data: bytes) -> range:
    start = data.index(b"/Contents <") + len(b"/Contents <")
    return range(start, data.index(b">", start))


@pytest.mark.parametrize("shift", [-3, -2, -1, 1, 2, 3])
@pytest.mark.parametrize("place", [1, 2])
def test_a_range_that_leaves_out_more_or_less_is_told(
    one: bytes, place: int, shift: int
) -> None:
    numbers = list(range_of(one))
    numbers[place] += shift
    found = judged(ranged(one, b" ".join(str(n).encode() for n in numbers)))
    assert told(found) == [("byte_range_wrong", (PERSON,))]
    assert found.signatures[0].integrity is Integrity.CHANGED


@pytest.mark.parametrize(
    "text",
    [
        b"0 0 0 0",
        b"0 10 5 10",
        b"1 10 20 30",
        b"0 100 -5 100",
        b"0 10 20 99999999",
        b"0 10",
        b"0 1 2 3 4 5",
        b"null",
        b"/a /b /c /d",
        b"0 1.5 2 3",
    ],
)
def test_a_range_that_makes_no_sense_is_told(one: bytes, text: bytes) -> None:
    found = judged(ranged(one, text))
    assert told(found) == [("byte_range_wrong", (PERSON,))]
    assert not found.intact


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/ByteRange [", b"/ByteRonge ["),
        (b"/Contents <", b"/Contants <"),
    ],
)
def test_a_signature_that_lacks_half_of_itself_is_no_signature(
    one: bytes, old: bytes, new: bytes
) -> None:
    """Universal signature forgery: some readers then had nothing to compare."""
    found = judged(one.replace(old, new))
    assert {code for code, _ in told(found)} <= {"unreadable", "unread_signature"}
    assert told(found)
    assert found.signatures[0].integrity is Integrity.UNREADABLE


@pytest.mark.parametrize("content", [b"00", b"3000", b""])
def test_a_signature_that_says_nothing_is_no_signature(
    one: bytes, content: bytes
) -> None:
    place = digits(one)
    changed = one[: place.start] + content.ljust(len(place), b"0") + one[place.stop :]
    found = judged(changed)
    assert told(found)
    assert found.signatures[0].integrity is Integrity.UNREADABLE


def test_something_hidden_behind_the_signature_in_its_gap_is_told(one: bytes) -> None:
    place = digits(one)
    found = judged(one[: place.stop - 4] + b"abcd" + one[place.stop :])
    assert told(found) == [("gap_filled", (PERSON,))]
    assert found.signatures[0].integrity is Integrity.INTACT
    assert found.signatures[0].coverage is Coverage.INCOMPLETE


def test_blanks_among_the_digits_are_told(one: bytes) -> None:
    place = digits(one)
    found = judged(one[: place.stop - 4] + b"\n\n\n\n" + one[place.stop :])
    assert told(found) == [("gap_filled", (PERSON,))]


def test_what_is_wrapped_into_the_gap_is_told(one: bytes) -> None:
    """Signature wrapping: the signed end moves down and leaves its place to others."""
    _, before, resume, after = range_of(one)
    tail = one[resume:]
    evil = b">>\nendobj\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    moved = one[:resume] + evil + b"%<>" + tail
    wrapped = ranged(moved, f"0 {before} {resume + len(evil) + 3} {after}".encode())
    found = judged(wrapped)
    assert not found.intact
    assert told(found)[0][0] in {"byte_range_wrong", "gap_filled", "unreadable"}


def test_capital_digits_are_the_same_digits(one: bytes) -> None:
    place = digits(one)
    capital = one[place.start : place.stop].upper()
    found = judged(one[: place.start] + capital + one[place.stop :])
    assert found.intact
