"""What a report would be sent back for, on the command line."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.operations.entries.keep_draft import keep
from desktop.operations.reports.kept_texts import REGISTER
from desktop.operations.reports.read_report import read_issued, read_report
from desktop.records.issued import IssuedReport
from desktop.records.report import Paragraph
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.cli.saying import Say, four_lines
from tests.operations.planted_faults import plant
from tests.operations.sound_office import groups, make_sound

KEYS = {
    *("key", "code", "case", "severity", "subject", "facts", "effect", "moved"),
    *("unit", "sentence", "where", "explainable", "explanation"),
}
FAR = f"far_passed:{builders.PLAN}/T3"


@pytest.fixture
def planted(store: Store, office: Path) -> Path:
    make_sound(store)
    plant(store)
    store.close()
    return office


def test_findings_are_told_and_a_contradiction_is_found_wanting(
    planted: Path, say: Say
) -> None:
    said = say("precheck", planted, "--period", "2024")
    assert said.code == 1
    first, error, *_ = said.out.splitlines()
    assert first.startswith("Chưa ban hành được: 1 chỗ mâu thuẫn phải sửa")
    assert error.startswith("  ✗ Phải sửa: Cán bộ làm công tác quyền con người")
    assert error.endswith("(100% · 20 người)")


def test_a_program_gets_keys_numbers_and_where_to_go(planted: Path, say: Say) -> None:
    data = say("precheck", planted, "--period", "2024", "--json").data
    assert all(set(one) == KEYS for one in data["findings"])
    far = next(one for one in data["findings"] if one["key"] == FAR)
    assert (far["effect"], far["severity"]) == (66.7, "doubt")
    assert far["where"]["record"] == f"{builders.PLAN}/T3"
    assert far["facts"] == ["300%", "3", "1"]


def test_a_doubt_is_explained_by_its_key(planted: Path, say: Say) -> None:
    words = ("--period", "2024", "--explain", FAR, "Sở TTTT tổ chức thêm 02 cuộc.")
    assert "✓ Đã giải thích" in say("precheck", planted, *words).out
    data = say("precheck", planted, "--period", "2024", "--json").data
    said = [one["explanation"] for one in data["findings"] if one["key"] == FAR]
    assert said == ["Sở TTTT tổ chức thêm 02 cuộc."]


def test_nobody_explains_what_is_not_there_or_must_be_mended(
    planted: Path, say: Say
) -> None:
    for key in ("gone", f"above_denominator:{builders.PLAN}/T2a"):
        said = say("precheck", planted, "--period", "2024", "--explain", key, "Kệ.")
        assert said.code == 2
        assert key in said.err


def test_ten_of_a_kind_are_told_unless_all_are_wanted(office: Path, say: Say) -> None:
    few = say("precheck", office, "--period", "2024")
    assert few.code == 0
    assert "Đơn vị chưa có số liệu: và 24 mục nữa" in few.out
    every = say("precheck", office, "--period", "2024", "--all").out
    assert every.count("chưa có mục nào trong kỳ") == 34


def test_a_report_that_contradicts_itself_is_not_issued(
    planted: Path, say: Say
) -> None:
    said = say("report", planted, "--period", "2024")
    assert said.code == 2
    lines = four_lines(said.err)
    assert "Chưa ban hành được báo cáo." in lines[0]
    with Store(planted, writable=False) as store:
        assert not records.find(store.reader, IssuedReport)


def test_what_was_explained_is_a_footnote_of_the_report(
    planted: Path, say: Say
) -> None:
    with Store(planted) as store, store.change("record") as change:
        group = groups(store)[0]
        later = dt.date(2024, 2, 1)
        records.put(change, builders.a_headcount(group, 150, id="later", as_of=later))
    words = ("--period", "2024", "--explain", FAR, "Sở TTTT tổ chức thêm 02 cuộc.")
    say("precheck", planted, *words)
    assert say("report", planted, "--period", "2024").code == 0
    with Store(planted, writable=False) as store:
        issued = read_report(store, read_issued(store))
    assert [one.text for one in issued.footnotes] == ["Sở TTTT tổ chức thêm 02 cuộc."]


def test_words_left_in_the_draft_are_issued_from_the_command_line_too(
    office: Path, say: Say
) -> None:
    with Store(office) as store:
        texts = {"proposals": "Đề nghị cấp thêm loa."}
        keep(store, f"{REGISTER}/report-year/2024", REGISTER, {"texts": texts})
    assert say("report", office, "--period", "2024").code == 0
    with Store(office, writable=False) as store:
        issued = read_report(store, read_issued(store))
    assert Paragraph(text="Đề nghị cấp thêm loa.") in issued.blocks
