"""A verdict is three questions with answers, and what was found wrong."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.verdict_view import VerdictView
from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Finding,
    Integrity,
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


def test_a_good_signature_answers_all_three_questions(qtbot: QtBot) -> None:
    lines = shown(qtbot, a_verdict(a_signature())).text.splitlines()
    assert lines[0].startswith("✓ “a.pdf” còn nguyên vẹn")
    questions = [line for line in lines if line.endswith("?")]
    assert len(questions) == 3
    assert not any(line.startswith("▲") for line in lines)


def test_silence_is_not_a_good_answer(qtbot: QtBot) -> None:
    view = shown(qtbot, a_verdict(a_signature(chain=Chain.UNKNOWN)))
    assert view.text.startswith("– ")
    doubts = [
        each.text()
        for each in view.findChildren(QLabel)
        if each.property("role") == "doubt"
    ]
    assert doubts == ["– Chưa rõ: chưa biết nơi cấp."]


def test_an_intact_file_signed_by_a_test_key_is_no_alarm(qtbot: QtBot) -> None:
    text = shown(qtbot, a_verdict(a_signature(chain=Chain.TEST))).text
    assert "▲" not in text
    assert text.startswith("– “a.pdf” còn nguyên vẹn, ký bằng khóa ký thử")


@pytest.mark.parametrize("chain", [Chain.EXPIRED, Chain.USAGE])
def test_a_certificate_that_must_not_sign_is_an_alarm(
    qtbot: QtBot, chain: Chain
) -> None:
    text = shown(qtbot, a_verdict(a_signature(chain=chain))).text
    assert text.startswith("▲ ")


def test_every_finding_is_told(qtbot: QtBot) -> None:
    verdict = a_verdict(
        a_signature(coverage=Coverage.INCOMPLETE),
        findings=(Finding(code="hash", facts=("b.xlsx",)), Finding(code="repacked")),
    )
    text = shown(qtbot, verdict).text
    assert "▲ Tệp “b.xlsx” không khớp với bảng kê đã ký." in text
    assert "▲ Gói đã được chương trình khác nén lại" in text


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
