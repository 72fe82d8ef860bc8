"""A line is the task its number and words say, else its words, else its number."""

from desktop.rules.task_table.nesting import places
from desktop.rules.task_table.pairing import pair
from tests.rules.task_table.tables import a_task, lines_of

TASKS = (
    a_task("1", "Tuyên truyền", number="I"),
    a_task("1.1", "Phổ biến nội dung quyết định", "1"),
    a_task("1.2", "Theo dõi dư luận báo chí", "1"),
    a_task("4", "Sản phẩm"),
    a_task("4.a", "Phim tài liệu", "4", number="a)"),
)


def paired(*rows: str) -> list[str]:
    lines = lines_of(*rows)
    found = pair(lines, places(lines, numbered=True), TASKS)
    return [found[line.key].code if line.key in found else "" for line in lines]


def test_number_and_words_together_tell_it() -> None:
    rows = ("I | [Tuyên truyền]", "1.1 | Phổ biến nội dung quyết định | A | |")
    assert paired(*rows) == ["1", "1.1"]


def test_words_tell_a_task_whose_number_changed() -> None:
    rows = (
        "1.1 | Việc hoàn toàn mới | A | |",
        "1.2 | Phổ biến nội dung quyết định | A | |",
        "1.3 | Theo dõi dư luận báo chí | A | |",
    )
    assert paired(*rows) == ["", "1.1", "1.2"]


def test_the_number_tells_a_task_whose_words_changed() -> None:
    assert paired("1.2 | Theo dõi báo, đài | A | |") == ["1.2"]


def test_a_printed_number_counts_within_its_group() -> None:
    rows = ("4 | Sản phẩm | | |", "a) | Phim truyện | A | |")
    assert paired(*rows) == ["4", "4.a"]
    assert paired("9 | Khác | A | |", "a) | Phim truyện | A | |") == ["", ""]


def test_a_task_is_paired_once() -> None:
    rows = ("1.1 | Phổ biến nội dung quyết định | A | |",) * 2
    assert paired(*rows) == ["1.1", ""]
