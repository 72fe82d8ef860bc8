"""Headings are known by label, name, words, codes, and from before."""

import datetime as dt

import pytest

from desktop.files import catalogue
from desktop.records.identity import RecordId
from desktop.records.import_mapping import HeadingMatch, ImportMapping
from desktop.records.register import Register
from desktop.rules.entry_table.columns import parse_slot
from desktop.rules.entry_table.lexicon import Lexicon
from tests.rules.entry_table.sheets import a_context, register

NAMES, WORDS = a_context().names, a_context().words


def lexicon(code: str = "training", *mappings: ImportMapping) -> Lexicon:
    return Lexicon(register(code), NAMES, WORDS, mappings)


def remembered(heading: str, field: str, code: str = "training") -> ImportMapping:
    return ImportMapping(
        id=RecordId("m"),
        register=code,
        headings=(HeadingMatch(heading=heading, field=field),),
        kept_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )


@pytest.mark.parametrize(
    ("heading", "slot"),
    [
        ("Tên lớp, hội nghị tập huấn", "title"),
        ("TÊN LỚP", "title"),
        ("title", "title"),
        ("Ngày tổ chức", "first_day"),
        ("Thời gian – Đến ngày", "last_day"),
        ("Đơn vị thực hiện", "agency"),
        ("Số lượt người (lượt)", "attendance"),
        ("Kinh phí (triệu đồng)", "spending"),
        ("Kinh phí – Triệu đồng", "spending"),
        ("Kinh phí dự kiến", "spending#regular.planned"),
        ("Phụ nữ", "audiences#women"),
        ("Đối tượng tham dự – Phụ nữ", "audiences#women"),
        ("Cán bộ chủ chốt đoàn thể", "staff#G4"),
        ("Cán bộ chủ chốt đoàn thể: lần đầu tập huấn", "staff#G4.first_trained"),
        ("Cán bộ chủ chốt đoàn thể – Lần đầu cập nhật", "staff#G4.first_updated"),
        ("Nông thôn mới – Dự kiến", "spending#new_rural.planned"),
        ("Mã mục", "id"),
        ("STT", ""),
        ("Số TT", ""),
    ],
)
def test_a_heading_is_known(heading: str, slot: str) -> None:
    assert lexicon().exact(heading) == slot


@pytest.mark.parametrize("heading", ["", "Cột lạ", "Điểm trung bình"])
def test_another_heading_is_not(heading: str) -> None:
    assert lexicon().exact(heading) is None


def test_a_heading_that_looks_alike_is_near() -> None:
    assert lexicon().near("Đơn vị thực hịên") == "agency"
    assert lexicon().near("Thực hiện đơn vị") == "agency"
    assert lexicon().near("Tổng điểm thi đua") == ""


@pytest.mark.parametrize("one", catalogue.load_registers(), ids=lambda one: one.code)
def test_every_label_is_that_of_its_own_field(one: Register) -> None:
    known = Lexicon(one, NAMES, WORDS)
    for field in one.fields:
        assert known.exact(field.label) == field.name
        assert known.exact(f"{field.label} ({field.unit})") == field.name
        assert known.exact(field.name) == field.name


@pytest.mark.parametrize("one", catalogue.load_registers(), ids=lambda one: one.code)
def test_every_known_word_is_of_a_field_the_register_has(one: Register) -> None:
    own = {field.name for field in one.fields}
    known = Lexicon(one, NAMES, WORDS)
    for slot, texts in WORDS.headings.items():
        for text in texts:
            found = known.exact(text)
            if slot.partition("#")[0] in own:
                assert found, text
                assert parse_slot(found, one), text


def test_a_heading_settled_before_is_recalled_for_its_register_only() -> None:
    known = lexicon("training", remembered("cot la", "place"))
    found = known.recall("Cột  lạ")
    assert found is not None
    assert found.field == "place"
    assert (
        lexicon("training", remembered("cot la", "place", "contest")).recall("Cột lạ")
        is None
    )


def test_a_field_that_is_gone_is_not_recalled() -> None:
    assert lexicon("training", remembered("cot la", "pieces")).recall("Cột lạ") is None
