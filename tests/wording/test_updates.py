"""What was found of an installer is said so that a clerk knows what to do."""

from dataclasses import replace

import pytest

from desktop.records.update import (
    Edition,
    ListSignature,
    Standing,
    SystemAnswer,
    UpdateVerdict,
)
from desktop.wording import updates

FOUND = UpdateVerdict(
    file_name="SoTruyenThong-0.2.0-cai-dat.exe",
    own_version="0.1.0",
    standing=Standing.SIGNED,
    version="0.2.0",
    size=37_200_000,
    sha256="ab" * 32,
    list_signature=ListSignature.KNOWN,
    signed_by="Nơi phát hành",
)


@pytest.mark.parametrize("standing", Standing)
def test_each_standing_has_a_light_and_a_sentence(standing: Standing) -> None:
    found = replace(FOUND, standing=standing, reason="older", about="a.exe")
    shape, words = updates.light(found)
    assert shape
    assert words
    assert updates.headline(found).endswith(".")


def test_lights_are_told_apart_without_their_colour() -> None:
    told = [updates.light(replace(FOUND, standing=one)) for one in Standing]
    assert len(set(told)) == len(Standing)


def test_who_signed_how_large_and_what_windows_says_are_told() -> None:
    lines = updates.lines(replace(FOUND, system=SystemAnswer.UNSIGNED))
    assert "“Nơi phát hành” ký" in lines[0]
    assert lines[1].startswith("Windows: bộ cài không có chữ ký")
    assert lines[2] == "SoTruyenThong-0.2.0-cai-dat.exe, 38 MB."
    assert len(updates.lines(FOUND)) == 2


def test_each_answer_of_windows_is_told_in_its_own_words() -> None:
    asked = [one for one in SystemAnswer if one is not SystemAnswer.NOT_ASKED]
    told = {updates.lines(replace(FOUND, system=one))[1] for one in asked}
    assert len(told) == len(asked)
    assert all(line.startswith("Windows: ") for line in told)


@pytest.mark.parametrize("signature", ListSignature)
def test_each_way_a_list_is_signed_is_told(signature: ListSignature) -> None:
    told = updates.lines(replace(FOUND, list_signature=signature))[0]
    assert ("không có chữ ký" in told) == (signature is ListSignature.NONE)


def test_a_refusal_tells_why_and_what_next_of_the_file_at_fault() -> None:
    found = replace(
        FOUND, standing=Standing.REFUSED, reason="log_silent", facts=("0.2.0",)
    )
    found = replace(found, about="THAY_DOI.md")
    assert "0.2.0" in updates.headline(found)
    why, data, after = updates.lines(found)
    assert "THAY_DOI.md" in why
    assert "chưa chạy gì" in data
    assert after


def test_the_code_is_grouped_and_of_the_build_too() -> None:
    assert updates.code(FOUND) == "ABAB ABAB ABAB ABAB"
    assert updates.build_line("cd" * 32) == "Mã bản dựng: CDCD CDCD CDCD CDCD"
    assert updates.build_line("") == ""


@pytest.mark.parametrize("edition", Edition)
def test_each_edition_is_named(edition: Edition) -> None:
    assert updates.edition_line(edition) not in {"", *Edition}


def test_editions_are_told_apart() -> None:
    assert len({updates.edition_line(one) for one in Edition}) == len(Edition)
