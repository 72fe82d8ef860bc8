"""What the check found is said in the window, with what to do about it."""

from dataclasses import replace

from desktop.gui.health import found_lines, good_sentence
from desktop.operations.evidence.check_evidence import EvidenceHealth
from desktop.operations.offices.check_office import Health

WELL = Health(counts={"activities": 1200}, changes=7, journal_head="", broken_at=None)


def test_a_whole_office_is_called_whole_with_its_evidence() -> None:
    assert good_sentence(WELL) == (
        "Sổ nguyên vẹn: 1.200 bản ghi, 7 lần thay đổi, nhật ký liền mạch."
    )
    with_files = replace(WELL, evidence=EvidenceHealth(files=3))
    assert "3 tệp minh chứng" in good_sentence(with_files)
    assert found_lines(with_files) == ()


def test_missing_evidence_is_named_and_says_nothing_of_the_journal() -> None:
    lacking = EvidenceHealth(files=2, missing=("anh.jpg",))
    lines = found_lines(replace(WELL, evidence=lacking))
    assert lines[0] == "Thiếu tệp minh chứng (1): anh.jpg."
    assert "tệp gốc" in lines[1]
    assert "Nhật ký" not in "".join(lines)


def test_a_broken_journal_and_altered_evidence_are_both_told() -> None:
    altered = EvidenceHealth(files=1, altered=("b.pdf",))
    lines = found_lines(replace(WELL, broken_at=3, evidence=altered))
    assert "thay đổi số 3" in lines[0]
    assert any("b.pdf" in line for line in lines)
