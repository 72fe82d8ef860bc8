"""Letters of an office: who is written to, and words that have nothing left out."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.files.templates import load_template
from desktop.records.identity import AgencyId, Code
from desktop.records.report import Letterhead, Paragraph, Report, SignerBlock, Table
from desktop.records.signing import SignerRole
from desktop.rules.letters.late_units import LateUnit
from desktop.rules.letters.letters import (
    MOST_ADDRESSED,
    LetterFacts,
    lay_out_letter,
    office_symbol,
    said,
)
from tests.rules import reported

DUE = dt.date(2024, 11, 24)


def late(many: int, due: dt.date | None = DUE) -> tuple[LateUnit, ...]:
    return tuple(
        LateUnit(agency=AgencyId(f"u{number}"), name=f"Đơn vị {number}", due=due)
        for number in range(1, many + 1)
    )


def facts(**changes: Any) -> LetterFacts:
    base = reported.facts()
    values: dict[str, Any] = {
        "preferences": replace(base.preferences, symbol="BC-PVHTT"),
        "plan": base.plan,
        "period": base.period,
        "period_words": "năm 2024",
        "computed_at": base.computed_at,
        "letter_id": "letter",
        "agency": "Phòng A",
        "recipient": "Ủy ban B",
        "dated": dt.date(2024, 11, 29),
    }
    return LetterFacts(**(values | changes))


def a_report() -> Report:
    base = reported.facts()
    return Report(
        id="r",
        code="r",
        kind="report-year",
        plan_title="",
        agency="Phòng A",
        agency_id="a",
        period=base.period,
        computed_at=base.computed_at,
        letterhead=Letterhead(
            superior="",
            agency="",
            number="15",
            symbol="BC-PVHTT",
            place="",
            date=dt.date(2024, 11, 25),
            year=2024,
            document_type="BÁO CÁO",
            subject="Kết quả truyền thông năm 2024",
        ),
        blocks=(),
        signer=SignerBlock(authority=()),
        recipients=(),
    )


def letter(kind: str, **changes: Any) -> Report:
    return lay_out_letter(facts(**changes), load_template(kind))


def told(report: Report) -> str:
    return "\n".join(one.text for one in report.blocks if isinstance(one, Paragraph))


def table(report: Report) -> Table:
    blocks = (*report.blocks, *(b for one in report.annexes for b in one.blocks))
    (found,) = (one for one in blocks if isinstance(one, Table))
    return found


def test_a_reminder_is_an_official_letter_to_each_late_unit() -> None:
    made = letter("letter-reminder", late=late(2))
    head = made.letterhead
    assert head.document_type == ""
    assert head.symbol == "PVHTT"
    assert head.addressees == ("Đơn vị 1", "Đơn vị 2")
    assert head.subject.startswith("đôn đốc báo cáo kết quả ")
    assert made.code == "cong-van-don-doc-2024"
    assert "chậm nhất ngày 24/11/2024" in told(made)
    assert "còn 02 cơ quan, đơn vị" in told(made)
    assert "đến ngày 29/11/2024" in told(made)
    assert told(made).endswith("./.")


def test_the_list_tells_the_days_each_unit_is_late() -> None:
    found = table(letter("letter-reminder", late=late(2)))
    assert [row.values for row in found.rows] == [
        (1, "Đơn vị 1", DUE, 5, ""),
        (2, "Đơn vị 2", DUE, 5, ""),
    ]
    assert [row.key for row in found.rows] == ["u1", "u2"]
    assert found.title == "Danh sách cơ quan, đơn vị chưa có số liệu năm 2024"


@pytest.mark.parametrize(
    ("due", "days"), [(dt.date(2024, 11, 29), None), (dt.date(2024, 12, 5), None)]
)
def test_who_still_has_time_is_not_late(due: dt.date, days: None) -> None:
    (row,) = table(letter("letter-reminder", late=late(1, due))).rows
    assert row.values[3] is days


def test_without_a_deadline_none_is_told() -> None:
    made = letter("letter-reminder", late=late(1, None))
    assert "chậm nhất" not in told(made)
    assert "gửi số liệu, báo cáo năm 2024 về Phòng A." in told(made)
    assert "[" not in told(made)


def test_a_day_to_answer_by_is_told_when_there_is_one() -> None:
    asked = letter("letter-reminder", late=late(1), reply=dt.date(2024, 12, 3))
    assert "gửi báo cáo năm 2024 trước ngày 03/12/2024." in told(asked)
    assert "trước ngày" not in told(letter("letter-reminder", late=late(1)))


def test_very_many_units_are_listed_on_an_annex() -> None:
    made = letter("letter-reminder", late=late(MOST_ADDRESSED + 1))
    assert made.letterhead.addressees == (
        "Các cơ quan, đơn vị (theo danh sách kèm theo)",
    )
    assert not any(isinstance(one, Table) for one in made.blocks)
    (annex,) = made.annexes
    assert annex.title == table(made).title or table(made).title == ""
    assert annex.title.startswith("DANH SÁCH CƠ QUAN")
    assert "ngày 29 tháng 11 năm 2024" in annex.reference
    assert "/PVHTT" in annex.reference


def test_a_few_units_need_no_annex() -> None:
    assert letter("letter-reminder", late=late(MOST_ADDRESSED)).annexes == ()


def test_a_cover_names_its_report_by_number_day_and_subject() -> None:
    made = letter("letter-cover", about=a_report())
    assert made.letterhead.subject == "gửi báo cáo kết quả truyền thông năm 2024"
    assert made.letterhead.addressees == ("Ủy ban B",)
    named = (
        "Báo cáo số 15/BC-PVHTT ngày 25 tháng 11 năm 2024"
        " về kết quả truyền thông năm 2024."
    )
    assert named in told(made)


def test_a_report_without_number_is_named_by_its_subject() -> None:
    bare = a_report()
    bare = replace(bare, letterhead=replace(bare.letterhead, number="", date=None))
    made = letter("letter-cover", about=bare)
    assert "gửi Ủy ban B Báo cáo về kết quả truyền thông năm 2024." in told(made)


def test_a_submission_has_its_type_its_symbol_and_the_main_numbers() -> None:
    numbers = {"count:met": 3, "count:not_met": 1, "count:all": 4, "products": 12}
    made = letter(
        "submission",
        about=a_report(),
        totals={Code(name): Decimal(value) for name, value in numbers.items()},
    )
    assert made.letterhead.document_type == "TỜ TRÌNH"
    assert made.letterhead.symbol == "TTr-PVHTT"
    text = told(made)
    assert "Kết quả đánh giá 4 chỉ tiêu: 3 chỉ tiêu đạt, 1 chỉ tiêu chưa đạt." in text
    assert "Trong kỳ đã xây dựng 12 sản phẩm truyền thông." in text
    assert "Phòng A kính trình Ủy ban B" in text


def test_numbers_of_nothing_are_left_out_of_a_submission() -> None:
    text = told(letter("submission", about=a_report()))
    assert "chỉ tiêu" not in text
    assert "Trong kỳ" not in text


@pytest.mark.parametrize(
    ("symbol", "office"), [("BC-PVHTT", "PVHTT"), ("PVHTT", "PVHTT"), ("", "")]
)
def test_the_short_name_of_an_office_is_that_of_its_reports(
    symbol: str, office: str
) -> None:
    assert office_symbol(replace(reported.facts().preferences, symbol=symbol)) == office


def test_a_letter_without_a_short_name_keeps_the_symbol_there_is() -> None:
    preferences = replace(reported.facts().preferences, symbol="")
    assert letter("submission", preferences=preferences).letterhead.symbol == ""


def test_words_a_plan_title_brings_are_not_filled_again() -> None:
    words = {"plan": "kế hoạch {agency}", "agency": "A"}
    assert said("Thực hiện {plan}", words) == "Thực hiện kế hoạch {agency}"


def test_a_paper_is_signed_and_sent_as_the_office_s_others() -> None:
    made = letter("letter-cover", about=a_report())
    assert made.recipients[0] == "Như trên"
    assert made.recipients[-1] == made.recipients[1] == facts().preferences.filing_line
    assert made.signer.authority == facts().preferences.authority
    assert made.signers == (SignerRole.PERSON, SignerRole.AGENCY)
