"""One line against the task the plan has: which fields change, and what holds it."""

from desktop.records.identity import AgencyId
from desktop.records.task import Task
from desktop.rules.task_table.fates import Choices, Fate, PreviewRow
from desktop.rules.task_table.parties import Found
from desktop.rules.task_table.words import Role
from tests.rules.task_table.tables import a_task, shown

KNOWN = a_task(
    "1.1",
    "Lập quy chế",
    lead_text="Sở  Ngoại vụ",
    partner_text="ai đó không ai biết",
    time_text="lúc nào tiện",
    leads=(AgencyId("Công an tỉnh"),),
    figures=("mechanisms",),
)


def one(row: str, *tasks: Task, choices: Choices | None = None) -> PreviewRow:
    return shown(row, tasks=tasks, choices=choices).rows[0]


def codes(row: PreviewRow) -> list[str]:
    return [problem.code for problem in row.problems]


def test_words_the_plan_has_keep_the_agencies_it_links_them_to() -> None:
    row = one(
        "1.1 | Lập⏎quy chế | Sở Ngoại vụ | ai đó không ai biết | lúc nào tiện", KNOWN
    )
    assert (row.fate, row.changes, codes(row)) == (Fate.SAME, (), [])
    assert row.task == row.before
    assert row.task == KNOWN


def test_only_the_fields_that_differ_change() -> None:
    row = one("1.1 | Lập quy chế | Công an tỉnh | | Năm 2018", KNOWN)
    assert row.changes == ("lead_text", "partner_text", "time_text")
    assert row.task is not None
    assert row.task.leads == ("Công an tỉnh",), "the same agency, in other words"
    assert row.task.figures == ("mechanisms",)
    assert row.time is not None
    assert row.time.first_year == 2018


def test_a_new_task_is_read_with_its_agencies() -> None:
    row = one("2. | Mở lớp | Sở TTTT | Các sở, ban, ngành; Công an tỉnh | Hằng năm")
    assert row.fate is Fate.ADD
    assert row.task is not None
    assert (row.task.id, row.task.code, row.task.number) == ("ke-hoach/2", "2", "")
    assert row.task.leads == ("Sở Thông tin và Truyền thông",)
    assert row.task.partners == ("Sở Ngoại vụ", "Công an tỉnh"), "the lead is none"


def test_a_number_printed_otherwise_is_kept_beside_the_code() -> None:
    rows = shown("4 | Sản phẩm | Sở TTTT | |", "a) | Phim | Sở TTTT | |").rows
    assert [(r.task.code, r.task.number) for r in rows if r.task] == [
        ("4", ""),
        ("4.a", "a)"),
    ]


def test_a_near_name_is_taken_and_told_and_an_unknown_one_holds_the_row() -> None:
    near = one("1 | Việc | Sở Ngoại vụu | |")
    assert (near.fate, codes(near)) == (Fate.ADD, ["agency_near"])
    unknown = one("1 | Việc | Hội Chữ thập xanh | |")
    assert (unknown.fate, codes(unknown)) == (Fate.REFUSED, ["agency_unknown"])


def test_an_unknown_name_may_stay_words() -> None:
    row = one("1 | Việc | Hội Chữ thập xanh | |", choices=Choices(keep_unknown=True))
    assert row.fate is Fate.ADD
    assert row.task is not None
    assert (row.task.lead_text, row.task.leads) == ("Hội Chữ thập xanh", ())


def test_a_match_the_user_chose_counts() -> None:
    chosen = {(1, Role.LEADS, 0): (AgencyId("Báo Sông Hồng"),)}
    row = one("1 | Việc | Hội Chữ thập xanh | |", choices=Choices(parties=chosen))
    assert (row.fate, codes(row)) == (Fate.ADD, [])
    assert row.leads[0].found is Found.CHOSEN
    assert row.task is not None
    assert row.task.leads == ("Báo Sông Hồng",)


def test_a_column_that_is_missing_changes_nothing() -> None:
    (row,) = shown("1.1 | Lập quy chế", tasks=(KNOWN,), heading="TT | Nội dung").rows
    assert (row.fate, row.changes) == (Fate.SAME, ())


def test_a_group_row_leaves_alone_what_it_does_not_name() -> None:
    row = one("1.1 | [Lập quy chế]", KNOWN)
    assert row.fate is Fate.SAME


def test_doubts_do_not_hold_a_row() -> None:
    row = one("1 | Việc | | | lúc nào tiện")
    assert row.fate is Fate.ADD
    assert set(codes(row)) == {"time_unread", "lead_missing"}


def test_an_id_that_is_taken_is_not_taken_again() -> None:
    moved = a_task("9", "Việc khác")
    from dataclasses import replace

    taken = replace(moved, id=a_task("1", "").id)
    row = one("1 | Việc mới tinh | Sở TTTT | |", taken)
    assert row.task is not None
    assert row.task.id == "ke-hoach/1/2"
