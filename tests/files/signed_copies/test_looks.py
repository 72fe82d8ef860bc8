"""Two pages look different where something was painted, but for the boxes left free."""

from io import BytesIO

import pikepdf

from desktop.files.signed_copies.looks import unlike
from tests.files.signed_copies.printed import BODY, HEAD, printed

SENT = printed(HEAD, BODY)


def test_the_same_pages_look_the_same() -> None:
    assert [*unlike(SENT, printed(HEAD, BODY), {})] == []


def test_a_patch_is_seen_on_its_page_unless_its_place_is_free() -> None:
    patched = printed(HEAD, BODY, dots=(("", 300, 300),))
    assert [*unlike(SENT, patched, {})] == [0, 1]
    assert [*unlike(SENT, patched, {0: [(295, 295, 345, 325)]})] == [1]


def test_a_page_of_another_size_is_another_page() -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(SENT)) as document:
        document.pages[1].mediabox = pikepdf.Array([0, 0, 842, 595])
        document.save(output)
    assert [*unlike(SENT, output.getvalue(), {})] == [1]
