"""Broken lines are joined; items of a list stay."""

from desktop.rules.task_table.tidying import continued, joined


def test_a_broken_line_runs_on() -> None:
    assert joined("Tổ chức  theo dõi,\ntổng hợp\n\n dư luận ") == (
        "Tổ chức theo dõi, tổng hợp dư luận"
    )


def test_a_range_cut_at_its_dash_gets_no_space() -> None:
    assert joined("giai đoạn 2023-\n2028") == "giai đoạn 2023-2028"


def test_items_of_a_list_keep_their_lines() -> None:
    text = "Nội dung:\n- một\nhai;\n- ba\na) bốn"
    assert joined(text) == "Nội dung:\n- một hai;\n- ba\na) bốn"


def test_joining_twice_changes_nothing() -> None:
    text = "Nội dung:\n- một\nhai\n+ ba"
    assert joined(joined(text)) == joined(text)


def test_a_cell_goes_on_below_only_where_there_is_something() -> None:
    assert continued("Thủ", "tướng") == "Thủ\ntướng"
    assert continued("", "tướng") == "tướng"
    assert continued("Thủ", "") == "Thủ"
