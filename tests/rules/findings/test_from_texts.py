"""What the sections of a report say."""

from decimal import Decimal

import pytest

from desktop.records.template import SectionTemplate
from desktop.rules.findings.from_texts import from_empty, from_stale
from desktop.rules.reports.draft_text import Generated, PlacedNumber, SectionText

SECTIONS = (
    SectionTemplate(number="I", heading="CHỈ ĐẠO", level=1, empty="Chưa có."),
    SectionTemplate(
        key="causes",
        number="1",
        heading="Nguyên nhân",
        level=2,
        by_hand=True,
        empty="Không có.",
    ),
    SectionTemplate(
        key="proposals", number="II", heading="ĐỀ XUẤT", level=1, by_hand=True
    ),
)


def made(many: str) -> Generated:
    number = PlacedNumber(code="figure:trainings", start=4, text=many)
    return Generated(text=f"Có: {many} lớp tập huấn.", numbers=(number,))


def test_a_section_left_to_the_officer_and_not_written_is_told() -> None:
    one, other = from_empty(SECTIONS, {"I": ""}, {})
    assert one.facts == ("Không có.",)
    assert one.key == "section_empty:causes"
    assert (one.where.place, one.where.record) == ("report", "causes")
    assert one.section == "I.1"
    assert one.explainable
    assert (other.subject, other.section) == ("Đề xuất", "II")


def test_neither_a_written_one_nor_one_the_records_write_is() -> None:
    assert not list(from_empty(SECTIONS, {"I.1": "Do mưa."}, {"proposals": made("5")}))


@pytest.mark.parametrize(
    ("text", "facts", "detail", "effect"),
    [
        ("Đã có 12 lớp tập huấn, kết quả tốt.", ("12", "15"), "", 20),
        ("Có: 30 lớp tập huấn.", ("30", "15"), "own", 50),
    ],
)
def test_a_number_that_is_no_longer_so_is_told_with_the_one_that_is(
    text: str, facts: tuple[str, ...], detail: str, effect: int
) -> None:
    written = {"causes": SectionText(text=text, generated=made("12"))}
    (found,) = from_stale(SECTIONS, written, {"causes": made("15")})
    assert found.facts == facts
    assert found.detail == detail
    assert found.effect == Decimal(effect)
    assert found.key == "text_stale:causes:figure:trainings"
    assert found.section == "I.1"


def test_numbers_that_agree_and_words_of_nobody_are_none() -> None:
    written = {"causes": SectionText(text="Có 15 lớp tập huấn.", generated=made("15"))}
    assert not list(from_stale(SECTIONS, written, {"causes": made("15")}))
    assert not list(from_stale(SECTIONS, {}, {"causes": made("15")}))
