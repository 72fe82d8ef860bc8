"""Names below one another."""

import pytest

from desktop.files.pdf.itemised import items


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        ((), []),
        (("Sở",), ["- Sở."]),
        (("Sở", "Huyện"), ["- Sở;", "- Huyện."]),
        (("Sở;", "Huyện."), ["- Sở;", "- Huyện."]),
        (("Lưu: VT, VX (G)",), ["- Lưu: VT, VX (G)."]),
    ],
)
def test_each_has_a_dash_and_its_stop_once(
    texts: tuple[str, ...], printed: list[str]
) -> None:
    assert items(texts) == printed
