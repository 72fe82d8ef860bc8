"""A symbol says of which type a document is."""

import pytest

from desktop.rules.document_symbols import symbol_differs


@pytest.mark.parametrize(
    ("document_type", "number"),
    [
        ("Thông tư", "09/2017/NĐ-CP"),  # 003-F2, as the plan prints it
        ("Nghị định", "16/QĐ-TTg"),
        ("Công văn", "1297/KH-UBND"),
        ("KẾ HOẠCH", "23/TTr-STTTT"),
    ],
)
def test_a_type_its_symbol_contradicts_is_seen(document_type: str, number: str) -> None:
    assert symbol_differs(document_type, number)


@pytest.mark.parametrize(
    ("document_type", "number"),
    [
        ("Nghị định", "09/2017/NĐ-CP"),
        ("Quyết định", "25/2015/QĐ-UBND"),
        ("Thông tư", "02/2023/TT-BTTTT"),
        ("Tờ trình", "674/TTr-STTTT"),
        ("Kế hoạch", "     /KH-UBND"),
        ("Luật", "103/2016/QH13"),
        ("Công văn", "793/STTTT-TTBCXB"),
        ("Công văn", "5768/BTTTT-TTĐN"),
        ("Kết luận", "45/QĐ-TTg"),
        ("Quyết định", ""),
        ("", "16/QĐ-TTg"),
    ],
)
def test_what_agrees_or_is_not_known_is_not_judged(
    document_type: str, number: str
) -> None:
    assert not symbol_differs(document_type, number)
