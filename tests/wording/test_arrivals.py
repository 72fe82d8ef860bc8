"""What the tray says of a file can be read aloud, and adds up."""

from dataclasses import replace

from desktop.records.arrival import (
    ArrivalRow,
    CellFault,
    Counts,
    Fate,
    Sorting,
    Unmapped,
)
from desktop.records.exchange import MappedKind
from desktop.wording import arrivals
from tests.rules.intake.files import an_arrival


def test_every_group_has_its_hint() -> None:
    for sorting in Sorting:
        assert arrivals.sorting_hint(sorting).endswith(".")


def test_facts_are_said_as_people_write_them() -> None:
    said = arrivals.reason
    assert said(("taken_before", "a.xlsx", "2024-07-02")) == (
        "Nội dung này đã nhận ngày 02/07/2024 (tệp “a.xlsx”)."
    )
    assert said(("other_period", "2024-Q3", "2024-Q2")) == (
        "Là số liệu quý III năm 2024; đang thu quý II năm 2024."
    )
    assert said(("too_large", "20000000")) == "Tệp lớn hơn 20 MB."
    assert "a.xlsx, b.xlsx" in said(("rival", "a.xlsx", "b.xlsx"))
    assert said(("newer_taken", "2")).count("–") == 2, "missing facts leave a dash"
    slip = said(("slip_taken", "1", "a.zip", "2024-07-02"))
    assert "bản điều chỉnh số 1 của chính bản này ngày 02/07/2024 (tệp “a.zip”)" in slip
    part = said(("slip_taken_part", "1", "a.zip", "2024-07-02"))
    assert "ngày 02/07/2024" in part
    assert "hoàn tác lần nhận bản điều chỉnh" in part, "there is a way on"
    assert said(("renamed", "A", "B")) == "Tệp ghi tên cũ “A”; nay là B."
    assert said(("nobody_worded_this", "x")) == "nobody_worded_this x"


def test_totals_add_up_in_words() -> None:
    counts = Counts(seen=1_234, accepted=1_200, refused=30, unchanged=4)
    assert arrivals.counted(counts) == (
        "1.234 mục = 1.200 nhận + 4 không đổi + 30 không nhận"
    )
    found = {Sorting.TO_FIX: 1, Sorting.READY: 7}
    assert arrivals.files_counted(found) == "8 tệp = 7 sẵn sàng + 1 cần sửa"


def test_one_line_tells_why_what_is_wrong_and_what_it_would_do() -> None:
    rows = tuple(
        ArrivalRow(place="activities", row_id=str(n), title="x", fate=fate)
        for n, fate in enumerate((Fate.ADD, Fate.ADD, Fate.CHANGE))
    )
    ready = an_arrival(rows=rows, reasons=(("merged", "Xã A", "Xã C"),))
    assert arrivals.summary(ready) == (
        "Tệp của “Xã A”, nay đã nhập vào Xã C: số liệu tính cho Xã C. Thêm 2, đổi 1."
    )
    fault = CellFault(sheet="s", cell="A1", label="", code="missing")
    faulty = replace(ready, sorting=Sorting.TO_FIX, reasons=(), faults=(fault,))
    assert arrivals.summary(faulty) == "1 ô phải sửa."


def test_names_to_be_settled_are_told_before_anything_else() -> None:
    plan, task = (
        Unmapped(sender="xa", kind=kind, theirs="x", name=name)
        for kind, name in ((MappedKind.PLAN, "5/KH"), (MappedKind.TASK, "9 Việc"))
    )
    doubt = ("signer_unknown", "Xã A")
    asking = an_arrival(sorting=Sorting.TO_MAP, unmapped=(plan,), reasons=(doubt,))
    assert arrivals.summary(asking) == (
        "Chưa có ở đây: kế hoạch “5/KH”; đối chiếu một lần rồi nhận. "
        "Chưa biết chứng thư của “Xã A”."
    )
    both = replace(asking, unmapped=(task, plan), reasons=())
    assert "nhiệm vụ “9 Việc” và 1 tên khác;" in arrivals.reasons(both)


def test_why_something_stays_is_said() -> None:
    assert arrivals.left_reason("edited") == "đã sửa tại đây sau khi nhận"
    assert arrivals.period_of("2024-Q2") == "quý II năm 2024"
