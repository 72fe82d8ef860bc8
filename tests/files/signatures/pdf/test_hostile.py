"""What only looks like a PDF, or was made to choke its reader, raises nothing."""

# mypy: disable-error-code="no-untyped-call"
# The library that plays the attacker has few types.

import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pyhanko.pdf_utils import generic

from desktop.files.signatures.pdf import checking
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.trust import Trust
from desktop.records.verification import Chain, FileVerdict, Integrity
from tests.files.pki import NOW, pki
from tests.files.signatures.pdf.attacks import Update
from tests.files.signatures.printed import blank, certified
from tests.most_memory import most_memory

MEGABYTES = 1_000_000


@pytest.fixture(autouse=True)
def _quiet_parser(caplog: pytest.LogCaptureFixture) -> None:
    """Let the parser complain of hostile files as much as it likes."""


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return certified(pki().person.key(tmp_path_factory.mktemp("one")))


def judged(data: bytes) -> FileVerdict:
    return verify_pdf(data, pki().trust, "x.pdf", now=NOW)


def codes(verdict: FileVerdict) -> set[str]:
    return {one.code for one in verdict.findings}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n" + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev 9>>\nstartxref\n9",
        bytes(range(256)) * 40,
    ],
)
def test_whatever_is_no_pdf_is_unreadable_and_raises_nothing(data: bytes) -> None:
    found = judged(data)
    assert codes(found) == {"unreadable"}
    assert found.signatures[0].integrity is Integrity.UNREADABLE
    assert found.signatures[0].chain is Chain.UNKNOWN


@given(length=st.integers(0, 40_000))
def test_a_file_cut_anywhere_raises_nothing_and_is_not_intact(
    one: bytes, length: int
) -> None:
    found = verify_pdf(one[:length], Trust(), "x", now=NOW)
    assert found.intact is (length >= len(one))


def test_a_scan_that_is_not_quite_a_pdf_is_unsigned_and_not_suspected(
    one: bytes,
) -> None:
    scan = BytesIO()
    Image.new("L", (99, 140), 255).save(scan, "pdf")  # numbers its parts wrongly
    found = verify_pdf(scan.getvalue(), Trust(), "q.pdf")
    assert [each.code for each in found.findings] == ["unsigned"]
    assert not found.signatures
    spoilt = one.replace(b"startxref", b"startxreg")  # but what was signed is not
    assert [each.code for each in verify_pdf(spoilt, Trust(), "q.pdf").findings] == [
        "unreadable"
    ]


def test_a_form_that_contains_itself_is_unreadable(one: bytes) -> None:
    update = Update(blank())
    fields = update.writer.root["/AcroForm"]["/Fields"]
    reference = fields.raw_get(0)
    field = reference.get_object()
    field["/Kids"] = generic.ArrayObject([reference])
    update.writer.mark_update(reference)
    found = judged(update.done())
    assert not found.intact


def test_what_is_too_large_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SIZE_LIMIT", 1000)
    found = judged(blank())
    assert codes(found) == {"too_large"}


def table_bomb(size: int) -> bytes:
    """Return a PDF whose table of contents unpacks to that many bytes."""
    packed = zlib.compress(bytes(size))
    keys = b"<</Type/XRef/Size 5/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length %d>>"
    return b"%PDF-1.7\n" + stream(1, keys % len(packed), packed) + ending(9)


def objects_bomb(size: int) -> bytes:
    """Return a PDF whose catalogue lies in a stream of that many bytes."""
    packed = zlib.compress(b"2 0 " + bytes(size))
    keys = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>"
    head = b"%PDF-1.7\n" + stream(3, keys % len(packed), packed)
    place = len(head).to_bytes(2, "big")
    rows = (
        bytes(4) + b"\x01" + place + b"\x00" + b"\x02\x00\x03\x00" + b"\x01\x00\x09\x00"
    )
    keys = b"<</Type/XRef/Size 4/W[1 2 1]/Root 2 0 R/Length %d>>" % len(rows)
    return head + stream(1, keys, rows) + ending(len(head))


def stream(number: int, keys: bytes, data: bytes) -> bytes:
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, keys, data)


def ending(table: int) -> bytes:
    return b"startxref\n%d\n%%%%EOF\n" % table


@pytest.mark.parametrize("bomb", [table_bomb, objects_bomb])
def test_what_unpacks_a_thousandfold_is_refused_and_takes_no_memory(
    bomb: Callable[[int], bytes],
) -> None:
    data = bomb(30 * MEGABYTES)
    assert len(data) < MEGABYTES
    before = most_memory()
    found = judged(data)
    assert [(one.code, one.facts) for one in found.findings] == [
        ("unreadable", ("PdfDecodeLimitError",))
    ]
    assert most_memory() - before < 200_000, "kilobytes"
