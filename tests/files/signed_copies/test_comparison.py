"""Only number, date and signatures may be put into what was sent."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.files.pdf.drawn import Box
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import prepare_fields
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.files.signed_copies.comparison import CopyDifference, compare
from desktop.records.signing import SignerRole
from tests.files.pki import NOW, pki
from tests.files.signed_copies.printed import BODY, HEAD, Placed, printed

SENT = printed((*HEAD, *BODY), BODY)


def kinds(received: bytes, sent: bytes = SENT) -> list[tuple[int, str, str, str]]:
    found = compare(sent, received).differences
    return [(one.page, one.kind, one.was, one.became) for one in found]


def with_file(pdf: bytes, name: str, data: bytes) -> bytes:
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.attachments[name] = pikepdf.AttachedFileSpec(
            document,
            data,
            filename=name,
            description="",
            mime_type="application/json",
            creation_date="D:20240101000000Z",
            mod_date="D:20240101000000Z",
        )
        document.save(output)
    return output.getvalue()


def test_the_same_file_has_no_difference() -> None:
    found = compare(SENT, SENT)
    assert (found.differences, found.same, found.added_only) == ((), True, True)


def test_number_day_and_month_may_be_put_in() -> None:
    stamps: tuple[Placed, ...] = (
        ("123", 105, 780),
        ("20", 382, 780),
        ("11", 436, 780),
    )
    received = printed((*HEAD, *BODY, *stamps), BODY)
    assert kinds(received) == [
        (1, "number", "", "123"),
        (1, "date", "", "20"),
        (1, "date", "", "11"),
    ]
    assert compare(SENT, received).same


def test_a_number_put_elsewhere_is_a_change() -> None:
    assert kinds(printed((*HEAD, *BODY), (*BODY, ("123", 300, 600)))) == [
        (2, "words", "", "123"),
        (2, "look", "", ""),
    ]
    words = kinds(printed((*HEAD, *BODY, ("123", 300, 600)), BODY))
    assert words[0] == (1, "words", "", "123")


def test_another_figure_is_told_with_what_it_was() -> None:
    other = (("Tổng số hoạt động: 13", 80, 600),)
    found = compare(SENT, printed((*HEAD, *other), BODY))
    assert found.differences[0] == CopyDifference(
        page=1, kind="words", was="12", became="13"
    )
    assert not found.same


def test_a_page_more_or_less_is_told() -> None:
    assert (0, "pages", "2", "1") in kinds(printed((*HEAD, *BODY)))
    assert (0, "pages", "2", "3") in kinds(printed((*HEAD, *BODY), BODY, BODY))


def test_attached_files_are_compared_by_their_bytes() -> None:
    one = with_file(SENT, "du-lieu.json", b"{}")
    assert kinds(one, one) == []
    assert kinds(with_file(SENT, "du-lieu.json", b"[]"), one) == [
        (0, "attachment", "du-lieu.json", "du-lieu.json")
    ]
    assert kinds(SENT, one) == [(0, "attachment", "du-lieu.json", "")]
    assert kinds(one) == [(0, "attachment", "", "du-lieu.json")]
    assert not compare(SENT, one, redrawn=True).same
    assert compare(SENT, with_file(SENT, "bang.xlsx", b"PK"), redrawn=True).same


def test_what_cannot_be_read_is_not_compared() -> None:
    with pytest.raises(ValueError, match="pdf"):
        compare(SENT, b"%PDF-1.7 garbage")


def signed_over(pdf: bytes, box: tuple[int, int, int, int], folder: Path) -> bytes:
    """Sign so that the signature is seen at a place of the first page."""
    key = pki().person.key(folder)
    place = Box(page=0, x0=box[0], y0=box[1], x1=box[2], y1=box[3])
    away = Box(page=1, x0=400, y0=100, x1=500, y1=150)
    prepared = prepare_fields(pdf, place, away)
    seen = Appearance(lines=("Ký",))
    return sign_pdf(prepared, key, role=SignerRole.PERSON, at=NOW, seen=seen)


def test_a_signature_over_a_figure_is_told(tmp_path: Path) -> None:
    found = kinds(signed_over(SENT, (150, 590, 260, 625), tmp_path))
    assert [one[:2] for one in found] == [(1, "stamp"), (1, "covered")]
    assert "12" in found[1][2]


def test_a_signature_on_free_room_is_no_change(tmp_path: Path) -> None:
    received = signed_over(SENT, (300, 200, 450, 260), tmp_path)
    assert [one[:2] for one in kinds(received)] == [(1, "stamp")]
    assert compare(SENT, received).same


def test_a_number_stamped_against_the_symbol_is_one_word_with_it() -> None:
    head = tuple(("88/BC-VHTT", x, y) if "/" in t else (t, x, y) for t, x, y in HEAD)
    assert kinds(printed((*head, *BODY), BODY))[0] == (
        1,
        "number",
        "/BC-VHTT",
        "88/BC-VHTT",
    )
