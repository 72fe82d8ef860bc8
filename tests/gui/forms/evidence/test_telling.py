"""What became of files is said in two sentences, however many there were."""

from pathlib import Path
from typing import Any

from desktop.errors import FileError
from desktop.gui.forms.evidence.telling import bad_news, good_news
from desktop.operations.evidence.attach_evidence import Attached
from desktop.rules.evidence_guard import Findings, Personal
from tests.store.test_evidence import a_proof


def answer(name: str, **changes: Any) -> Attached:
    return Attached(path=Path(name), **changes)


def refused(name: str, reason: str) -> Attached:
    return answer(name, refused=FileError(Path(name), reason))


def test_good_and_bad_news_are_told_apart() -> None:
    answers = [
        answer("a.jpg", evidence=a_proof()),
        answer("b.jpg", evidence=a_proof(), before=True),
        refused("c.exe", "executable"),
    ]
    assert good_news(answers) == ("Đã đính kèm 1 tệp. 1 tệp đã có ở mục này từ trước.")
    assert bad_news(answers) == ("Không đính kèm c.exe: là chương trình hoặc tệp lệnh.")


def test_all_well_is_no_bad_news() -> None:
    assert bad_news([answer("a.jpg", evidence=a_proof())]) == ""
    assert good_news([]) == ""


def test_a_list_is_told_by_how_much_it_shows() -> None:
    found = Findings(counts={Personal.IDENTITY: 12})
    said = bad_news([answer("ds.xlsx", evidence=a_proof(), findings=found)])
    assert said == (
        "“ds.xlsx” có 12 số căn cước: đã đặt “chỉ giữ trong cơ quan”, sửa được; gói "
        "rút gọn chỉ kèm bản che số."
    )


def test_many_refusals_are_not_all_read_out() -> None:
    said = bad_news([refused(f"{n}.exe", "executable") for n in range(9)])
    assert said.endswith("và 5 tệp khác.")
