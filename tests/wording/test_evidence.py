"""Words for evidence name every answer, reason and finding."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.records.evidence import Exposure
from desktop.rules.evidence_guard import Findings, Personal
from desktop.wording import evidence
from desktop.wording.evidence import (
    ANSWERS,
    backup_sentence,
    findings_sentence,
    health_lines,
    missing_words,
    refusal,
    size_words,
)
from desktop.wording.evidence_faults import FILE


def test_the_question_offers_every_answer_but_none_at_all() -> None:
    assert set(ANSWERS.values()) == set(Exposure) - {Exposure.UNKNOWN}


def test_findings_say_how_much_and_of_what() -> None:
    found = Findings(counts={Personal.IDENTITY: 1200, Personal.BIRTH: 1})
    assert findings_sentence(found) == "1.200 số căn cước, cột ngày sinh"
    every = Findings(counts=dict.fromkeys(Personal, 1))
    assert findings_sentence(every).count(",") == len(Personal) - 1


@pytest.mark.parametrize(
    "reason", sorted(set(FILE) - {"evidence_missing", "evidence_altered"})
)
def test_every_reason_of_a_refusal_is_named_in_a_line(reason: str) -> None:
    line = refusal(Path("a/anh.jpg"), FileError(Path("x"), reason))
    assert line.startswith("anh.jpg: ")
    assert "không dùng được" not in line
    assert reason in evidence._REFUSED


def test_what_is_missing_is_said_as_a_part_of_all() -> None:
    assert missing_words(3, 1200) == (
        "▲ 3/1.200 hoạt động đã thực hiện chưa có minh chứng"
    )


def test_sizes_are_said_as_people_do() -> None:
    assert [size_words(one) for one in (1, 150_000, 2_449_000)] == [
        "1 KB",
        "150 KB",
        "2,4 MB",
    ]


def test_a_backup_without_the_photos_says_so_loudly() -> None:
    assert backup_sentence(files=0, elsewhere=False, bad=0) == ""
    assert "KHÔNG kèm 12 tệp" in backup_sentence(files=12, elsewhere=False, bad=0)
    assert backup_sentence(files=12, elsewhere=True, bad=0).startswith("Kèm 12 tệp")
    assert "Thiếu 2 tệp" in backup_sentence(files=12, elsewhere=True, bad=2)


def test_what_the_check_found_is_listed_and_a_long_list_cut() -> None:
    assert health_lines((), ()) == ()
    lines = health_lines(("a.jpg",), tuple(f"{n}.pdf" for n in range(8)))
    assert lines[0] == "Thiếu tệp minh chứng (1): a.jpg."
    assert lines[1].endswith("4.pdf và 3 tệp khác.")
