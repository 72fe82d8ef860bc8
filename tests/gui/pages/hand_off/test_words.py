"""A report and its package are named so that no other is meant."""

from dataclasses import replace
from pathlib import Path

from desktop.gui.pages.hand_off.words import package_words, report_words, state_words
from desktop.gui.pages.report.work import standings
from desktop.records.signing import SignerRole
from tests.gui.pages.report_desk import Desk


def test_the_words_name_report_state_and_package(signed_desk: Desk) -> None:
    (standing,) = standings(signed_desk.store)
    assert report_words(standing) == "Báo cáo năm 2024, bản 1 (ký thử)"
    assert state_words(standing).endswith("chưa bàn giao.")
    assert state_words(None) == "Chưa có gì để bàn giao."
    (package,) = signed_desk.reports.glob("*.zip")
    said = package_words(standing, package, signed_desk.reports)
    assert said.splitlines()[0] == package.name
    assert "byte, trong" in said
    assert package_words(standing, None, signed_desk.reports) == "Chưa đóng gói."
    assert "Không tìm thấy" in package_words(standing, package, None)
    assert "không ký số".casefold() not in said.casefold()
    assert isinstance(package, Path)


def test_a_slip_is_not_named_as_the_report_it_corrects(signed_desk: Desk) -> None:
    (standing,) = standings(signed_desk.store)
    slip = replace(standing, issued=replace(standing.issued, slip=1, corrects="r"))
    said = "Báo cáo năm 2024, bản điều chỉnh số 1 (ký thử)"
    assert report_words(slip) == said
    assert state_words(slip) == f"{said}: chưa bàn giao."


def test_a_report_that_one_of_two_signed_is_told_to_lack_the_other(
    signed_desk: Desk,
) -> None:
    (standing,) = standings(signed_desk.store)
    half = replace(standing, waiting=SignerRole.AGENCY)
    said = state_words(None, half)
    assert said.startswith("Báo cáo năm 2024, bản 1 (ký thử): đã có chữ ký của “")
    assert "còn thiếu chữ ký của cơ quan. Sang Báo cáo ký tiếp" in said
    assert state_words(None, standing) == "Chưa có gì để bàn giao."
