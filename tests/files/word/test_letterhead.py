"""Head and signature stand as Decree 30/2020 asks, in a document that can be edited."""

from typing import Any

import pytest

from desktop.files import fonts
from desktop.files.pdf.words import words as printed
from desktop.files.word.sections import room
from tests.files.report_builder import a_letterhead, a_report, a_signer
from tests.files.word.reading import W, opened, texts, value


def head(**changes: Any) -> Any:
    letterhead = a_letterhead(**changes)
    return opened(a_report(letterhead=letterhead, blocks=(), annexes=()))


def sizes(made: Any) -> dict[str, tuple[float, bool]]:
    """Return size in points and boldness of each run by its words."""
    return {
        "".join(t.text or "" for t in run.iter(f"{W}t")): (
            int(value(run, "rPr/sz") or 28) / 2,
            run.find(f"{W}rPr/{W}b") is not None,
        )
        for run in made.element.body.iter(f"{W}r")
    }


def test_sizes_are_those_of_the_decree() -> None:
    wanted: dict[str, tuple[float, bool]] = {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (13, True),
        "Độc lập - Tự do - Hạnh phúc": (14, True),
        "UBND HUYỆN ĐĂK HÀ": (13, False),
        "Số: 05/BC-VHTT": (13, False),
        "BÁO CÁO": (14, True),
        "Nơi nhận:": (12, True),
        "- Lãnh đạo phòng;": (11, False),
    }
    found = sizes(head())
    assert {words: found[words] for words in wanted} == wanted


def test_the_name_of_the_nation_has_room_on_one_line() -> None:
    table = head().element.body.find(f"{W}tbl")
    columns = [int(c.get(f"{W}w")) / 20 for c in table.iter(f"{W}gridCol")]
    needed = fonts.width(printed("head")["nation"], fonts.BOLD, 13)
    assert columns[1] > needed + 4
    assert sum(columns) == pytest.approx(room(landscape=False)[0], abs=1)


def test_a_letter_s_subject_stands_under_its_number() -> None:
    made = head(document_type="", subject="đôn đốc báo cáo", urgency="KHẨN")
    found = texts(made)
    assert found[found.index("Số: 05/BC-VHTT") + 1] == "V/v đôn đốc báo cáo"
    assert sizes(made)["V/v đôn đốc báo cáo"] == (12, False)
    assert "BÁO CÁO" not in found


def test_marks_are_framed_and_urgency_is_red() -> None:
    made = head(urgency="Khẩn", circulation="LƯU HÀNH NỘI BỘ")
    framed = {
        "".join(t.text for t in p.iter(f"{W}t")): p.find(f"{W}pPr/{W}pBdr/{W}top")
        for p in made.element.body.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pBdr/{W}top") is not None
    }
    assert list(framed) == ["KHẨN", "LƯU HÀNH NỘI BỘ"]
    assert framed["KHẨN"].get(f"{W}color") == "DB0000"


@pytest.mark.parametrize(
    ("addressees", "lines"),
    [
        (("UBND tỉnh",), ["Kính gửi: UBND tỉnh."]),
        (("UBND tỉnh", "Sở"), ["Kính gửi:", "- UBND tỉnh;", "- Sở."]),
    ],
)
def test_addressees_are_listed(addressees: tuple[str, ...], lines: list[str]) -> None:
    found = texts(head(addressees=addressees))
    start = found.index(lines[0])
    assert found[start : start + len(lines)] == lines


def test_the_signature_is_one_row_and_the_last_words_stay_with_it() -> None:
    body = opened(a_report(annexes=())).element.body
    table = body.findall(f"{W}tbl")[-1]
    (row,) = table.findall(f"{W}tr")
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    gap = table.getprevious()
    last = gap.getprevious()
    for above in (gap, last):
        assert above.find(f"{W}pPr/{W}keepNext") is not None
    assert "".join(t.text for t in last.iter(f"{W}t")).endswith("./.")


def test_a_test_key_says_so_above_the_name() -> None:
    signer = a_signer(test_mark="CHỮ KÝ THỬ")
    found = texts(opened(a_report(signer=signer, annexes=())))
    assert found[found.index("CHỮ KÝ THỬ") + 1] == "Trần Thị Thuỷ Tiên"


def test_an_agency_without_superior_stands_first() -> None:
    found = texts(head(superior=""))
    assert found[0].startswith("PHÒNG VĂN HÓA")
