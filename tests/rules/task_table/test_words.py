"""The words in data name each role, and the three layouts of the plans."""

from desktop.rules.task_table.words import Role
from tests.rules.task_table.tables import WORDS


def test_the_layouts_are_those_of_the_plans() -> None:
    headings = [[column.heading for column in one.columns] for one in WORDS.layouts]
    assert headings == [
        ["STT", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp thực hiện"],
        [
            "TT",
            "Nội dung",
            "Cơ quan chủ trì",
            "Cơ quan phối hợp",
            "Thời gian thực hiện",
        ],
        [
            "STT",
            "Tên nhiệm vụ",
            "Cơ quan chủ trì",
            "Cơ quan phối hợp",
            "Thời gian thực hiện",
        ],
    ]


def test_every_heading_written_is_read_again() -> None:
    for layout in WORDS.layouts:
        for column in layout.columns:
            assert column.heading in WORDS.headings[column.role]
    assert set(WORDS.headings) == set(Role)
