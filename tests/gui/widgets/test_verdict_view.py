"""A verdict is three questions with answers, and what was found wrong."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.verdict_view import VerdictView
from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    Coverage,
    ExpectedSigner,
    FileVerdict,
    Finding,
    FoundReport,
    Integrity,
    Revocation,
    SheetName,
    SignatureVerdict,
)
from tests.gui import walking


def a_signature(**changes: object) -> SignatureVerdict:
    values: dict[str, object] = {
        "signer": "Trần Thị Thủy",
        "issuer": "CA",
        "integrity": Integrity.INTACT,
        "coverage": Coverage.COMPLETE,
        "chain": Chain.PINNED,
    }
    return SignatureVerdict(**(values | changes))  # type: ignore[arg-type]


def a_verdict(*signatures: SignatureVerdict, **changes: object) -> FileVerdict:
    values: dict[str, object] = {"file_name": "a.pdf", "format": "pdf"}
    return FileVerdict(**(values | {"signatures": signatures} | changes))  # type: ignore[arg-type]


def shown(qtbot: QtBot, *verdicts: FileVerdict) -> VerdictView:
    view = VerdictView()
    qtbot.addWidget(view)
    view.show_verdicts(verdicts)
    view.show()
    return view


def said_in(view: VerdictView, role: str) -> list[str]:
    return [
        each.text()
        for each in view.findChildren(QLabel)
        if each.property("role") == role and each.objectName() != "light"
    ]


GOOD = {"revocation": Revocation.GOOD, "revocation_as_of": dt.date(2024, 11, 1)}


def test_a_good_signature_answers_all_three_questions(qtbot: QtBot) -> None:
    view = shown(qtbot, a_verdict(a_signature(**GOOD)))
    lines = view.text.splitlines()
    assert lines[:2] == [
        "✓ Tin được",
        "“a.pdf” còn nguyên vẹn, chữ ký tin được.",
    ]
    questions = [line for line in lines if line.endswith("?")]
    assert len(questions) == 3
    assert not any(line.startswith(("▲", "–")) for line in lines)
    assert "tính đến ngày 01/11/2024" in view.text


def test_nobody_asked_about_revocation_is_never_green(qtbot: QtBot) -> None:
    view = shown(qtbot, a_verdict(a_signature()))
    assert view.text.startswith("– Chưa đủ căn cứ")
    assert any("CHƯA KIỂM TRA thu hồi" in each for each in said_in(view, "doubt"))
    assert not said_in(view, "problem")


def test_silence_is_not_a_good_answer(qtbot: QtBot) -> None:
    view = shown(qtbot, a_verdict(a_signature(chain=Chain.UNKNOWN)))
    assert view.text.startswith("– ")
    assert said_in(view, "doubt") == ["– Chưa rõ: chưa biết nơi cấp."]


def test_an_intact_file_signed_by_a_test_key_is_no_alarm(qtbot: QtBot) -> None:
    text = shown(qtbot, a_verdict(a_signature(chain=Chain.TEST))).text
    assert "▲" not in text
    assert "ký bằng khóa ký thử" in text


@pytest.mark.parametrize("chain", [Chain.EXPIRED, Chain.USAGE])
def test_a_certificate_that_must_not_sign_is_an_alarm(
    qtbot: QtBot, chain: Chain
) -> None:
    view = shown(qtbot, a_verdict(a_signature(chain=chain)))
    assert view.text.startswith("▲ Không nên dùng")
    assert said_in(view, "problem")


def test_who_should_have_signed_stands_beside_who_did(qtbot: QtBot) -> None:
    expected = (
        ExpectedSigner(role=SignerRole.PERSON, name="Y Hà", found="Y Hà", agrees=True),
        ExpectedSigner(role=SignerRole.AGENCY, name="PHÒNG VH-TT"),
    )
    view = shown(qtbot, a_verdict(a_signature(**GOOD), expected=expected))
    assert "✓ Cần chữ ký của người ký “Y Hà”: có" in view.text
    (missing,) = said_in(view, "doubt")
    assert "PHÒNG VH-TT" in missing
    assert "CHƯA CÓ" in missing
    assert view.text.startswith("– ")


def test_everything_not_signed_is_named(qtbot: QtBot) -> None:
    gaps = tuple(f"/xl/worksheets/sheet{number}.xml" for number in range(9))
    signature = a_signature(coverage=Coverage.INCOMPLETE, gaps=gaps)
    view = shown(qtbot, a_verdict(signature))
    assert view.text.startswith("▲ ")
    (told,) = [one for one in said_in(view, "quiet") if one.startswith("Không được")]
    assert all(f"sheet{number}.xml" in told for number in range(9))


def test_a_sheet_is_called_what_people_see_wherever_it_is_told(qtbot: QtBot) -> None:
    parts = [f"xl/worksheets/sheet{number}.xml" for number in range(9)]
    signature = a_signature(coverage=Coverage.INCOMPLETE, gaps=tuple(parts))
    verdict = a_verdict(
        signature,
        findings=(Finding(code="part_unsigned", facts=(parts[8],)),),
        sheets=(SheetName(part=parts[8], name="Ẩn"),),
    )
    told = [line for line in shown(qtbot, verdict).text.splitlines() if "“Ẩn”" in line]
    assert [line.split(" ", 1)[0] for line in told] == ["▲", "Không"]


def test_the_report_inside_is_told_with_its_code(qtbot: QtBot) -> None:
    report = FoundReport(
        report_id="r",
        agency="Phòng VH-TT",
        plan_title="Kế hoạch",
        period_code="2024",
        first_day=dt.date(2024, 1, 1),
        last_day=dt.date(2024, 12, 31),
        sha256="0" * 64,
        code="VMDR2-VZF3B-QQRD0-S4S3S-G",
    )
    text = shown(qtbot, a_verdict(report=report)).text
    assert "VMDR2-VZF3B-QQRD0-S4S3S-G" in text
    assert "Phòng VH-TT" in text


def test_long_names_of_a_certificate_are_shown_as_text_only(qtbot: QtBot) -> None:
    text = "<b>" + "Trần Thị Thủy " * 20
    view = shown(qtbot, a_verdict(a_signature(signer=text, **GOOD)))
    view.resize(600, 400)
    assert "<b>Trần" in view.text
    assert view.horizontalScrollBar().maximum() == 0


def test_every_finding_is_told(qtbot: QtBot) -> None:
    verdict = a_verdict(
        a_signature(coverage=Coverage.INCOMPLETE),
        findings=(Finding(code="hash", facts=("b.xlsx",)), Finding(code="repacked")),
    )
    text = shown(qtbot, verdict).text
    assert "▲ Tệp “b.xlsx” không khớp với bảng kê đã ký." in text
    assert "– Gói đã được chương trình khác nén lại" in text


def test_the_time_claimed_is_told_to_the_second(qtbot: QtBot) -> None:
    at = dt.datetime(2024, 11, 20, 9, 15, 30).astimezone()
    text = shown(qtbot, a_verdict(a_signature(claimed_time=at))).text
    assert "Giờ ghi trong chữ ký: 09:15:30 ngày 20/11/2024" in text


def test_signed_members_of_a_package_come_below_it(qtbot: QtBot) -> None:
    inside = a_verdict(a_signature(), file_name="trong.pdf")
    bare = a_verdict(file_name="report.json")
    package = a_verdict(a_signature(), file_name="goi.zip", members=(inside, bare))
    text = shown(qtbot, package).text
    assert text.index("goi.zip") < text.index("trong.pdf")
    assert "report.json" not in text


def test_everything_can_be_reached_and_has_a_name(qtbot: QtBot) -> None:
    view = shown(qtbot, a_verdict(a_signature(), a_signature()))
    assert not walking.nameless(view)


def test_what_is_said_is_as_tall_as_measured(qtbot: QtBot) -> None:
    view = VerdictView()
    qtbot.addWidget(view)
    view.show_verdicts((a_verdict(*[a_signature(chain=Chain.TEST)] * 2),))
    view.resize(608, view.whole_height(608))
    view.show()
    assert view.verticalScrollBar().maximum() == 0
    view.resize(608, view.height() - 40)
    assert view.verticalScrollBar().maximum() > 0
