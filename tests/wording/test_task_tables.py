"""Words for what importing a table would do."""

from desktop.errors import Problem
from desktop.rules.task_table.fates import Fate
from desktop.rules.task_time import TaskTime
from desktop.wording import task_tables
from tests.rules.task_table.tables import a_task, shown

ROWS = ("1 | Việc sửa | Sở Ngoại vụ | | Năm 2018", "2 | Việc mới | Sở TTTT | |")
SEEN = shown(
    *ROWS, tasks=(a_task("1", "Việc"), *(a_task(f"{n}", f"v{n}") for n in range(3, 12)))
)


def test_each_fate_has_a_word_and_a_sign_of_its_own() -> None:
    assert len({task_tables.fate_label(fate) for fate in Fate}) == len(Fate)
    assert len({task_tables.fate_shape(fate) for fate in Fate}) == len(Fate)


def test_a_change_names_its_fields_once() -> None:
    said = [task_tables.fate_sentence(row) for row in SEEN.rows]
    assert said == ["Sửa nội dung, chủ trì, thời gian", "Thêm"]


def test_counts_are_told_with_their_sum() -> None:
    assert task_tables.counts_sentence(SEEN) == "2 dòng: thêm 1, sửa 1."


def test_absent_tasks_are_named_up_to_a_few() -> None:
    assert task_tables.absent_sentence(SEEN.absent) == (
        "Bảng không có nhiệm vụ 3, 4, 5, 6, 7, 8 và 3 nhiệm vụ nữa; trong kế hoạch vẫn "
        "giữ nguyên."
    )
    assert task_tables.absent_sentence(()) == ""


def test_faults_are_said_before_doubts() -> None:
    doubt = Problem("number", "number_gap", ("1", "3"), blocking=False)
    fault = Problem("text", "text_missing")
    said = task_tables.problem_sentences((doubt, fault))
    assert said == ("Không có nội dung nhiệm vụ.", "Sau 1 là 3, không liền nhau.")


def test_times_are_told_by_the_names_of_the_catalogue() -> None:
    names = {"range_of_years": "Khoảng năm", "one_year": "Trong một năm"}

    def said(kind: str, first: int | None, last: int | None) -> str:
        time = TaskTime(kind=kind, first_year=first, last_year=last)  # type: ignore[arg-type]
        return task_tables.time_label(time, names)

    assert said("range_of_years", 2018, 2020) == "Khoảng năm: 2018–2020"
    assert said("range_of_years", 2018, None) == "Khoảng năm: từ 2018"
    assert said("one_year", 2018, 2018) == "Trong một năm: 2018"
    assert said("every_year", None, None) == "every_year", "its code, where nameless"
    assert task_tables.time_label(None, names) == ""
