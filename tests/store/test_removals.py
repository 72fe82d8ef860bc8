"""Whatever is removed is written down in words beside the office file."""

import logging
from pathlib import Path
from typing import Any

import pytest

from desktop.operations.entries.record_entry import record_many
from desktop.operations.entries.remove_entry import remove
from desktop.records.activity import Activity, AudienceCount
from desktop.store import journal, records, removals, undoing
from desktop.store.store import Store
from tests.builders import UNIT, an_activity


def log(store: Store) -> str:
    return removals.log_path(store.path).read_text("utf-8-sig")


def fill(store: Store, *names: str, **changes: Any) -> None:
    many = [an_activity(id=name, title=f"Lớp {name}", **changes) for name in names]
    record_many(store, many, "import", "bảng tháng 6")


def test_without_removals_there_is_no_log(store: Store) -> None:
    fill(store, "a")
    assert not removals.log_path(store.path).exists()


def test_a_removal_is_told_in_words(store: Store) -> None:
    store.officer = "Y Hà"
    audiences = (AudienceCount(audience="pupils", attendance=1200),)  # type: ignore[arg-type]
    fill(store, "a", partners=(UNIT,), audiences=audiences, note="Đã ký\nđủ")
    remove(store, Activity, ("a",), "Lớp a")
    told = log(store)
    head = journal.head(store.reader)
    assert f"[3.1-{head[:12]}] Hoạt động (cuộc): Lớp a\n" in told
    assert "Xóa lúc 08:00, 20/12/2024, người làm: Y Hà, việc: Lớp a\n" in told
    for line in (
        "Tên hoạt động: Lớp a",
        "Ngày kết thúc: 05/06/2024",
        "Tình trạng: Đã thực hiện",
        "Đơn vị phối hợp thực hiện: Ủy ban nhân dân xã Đăk Mar",
        "Đối tượng tham dự: Đối tượng Học sinh các cấp học, Số lượt người 1.200",
        "Ghi chú: Đã ký đủ",
        f"Mã nhật ký của thay đổi số 3: {head}",
    ):
        assert f"  {line}\n" in told, line
    assert "Nhiệm vụ, giải pháp: 2.2 Phối hợp với Sở" in told
    assert "Trụ cột nội dung: Phổ biến, giáo dục kiến thức" in told
    assert "Diện tích" not in told


def test_an_editor_of_windows_reads_it(store: Store) -> None:
    fill(store, "a", "b")
    for name in ("a", "b"):
        remove(store, Activity, (name,))
    raw = removals.log_path(store.path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert raw.decode("utf-8-sig").startswith("NHẬT KÝ XÓA của sổ “so”")


def test_undoing_an_import_says_that_it_was_one(store: Store) -> None:
    fill(store, "a", "b")
    undoing.undo(store)
    told = log(store)
    assert told.count("Mất khỏi sổ do hoàn tác lúc") == 2
    assert told.count("việc đã hoàn tác: bảng tháng 6") == 2
    undoing.redo(store)
    undoing.undo(store)
    assert log(store).count("\n[") == 4
    remove(store, Activity, ("a",))
    assert log(store).startswith(told)


def test_doing_a_removal_again_says_so(store: Store) -> None:
    fill(store, "a")
    remove(store, Activity, ("a",), "Lớp a")
    undoing.undo(store)
    undoing.redo(store)
    assert "Xóa do làm lại lúc" in log(store)


def test_names_are_those_of_before_the_removal(store: Store) -> None:
    from desktop.records.task import Task

    one = Task(
        id="t9",  # type: ignore[arg-type]
        plan=records.find(store.reader, Task)[0].plan,
        position=99,
        code="9.9",
        text="Việc thử",
    )
    with store.change("add_task") as change:
        records.put(change, one)
    fill(store, "a", tasks=("t9",))
    with store.change("remove_task") as change:
        records.remove(change, Activity, "a")
        records.remove(change, Task, "t9")
    assert "Nhiệm vụ, giải pháp: 9.9 Việc thử" in log(store)


def test_a_log_that_cannot_be_written_stops_no_deed_and_is_told(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    fill(store, "a")
    removals.log_path(store.path).mkdir()
    with caplog.at_level(logging.WARNING):
        remove(store, Activity, ("a",), "Lớp a")
    assert records.count(store.reader, Activity) == 0
    assert "change 3 is not in the log of removals" in caplog.text
    assert "Lớp a" not in caplog.messages[0]


def test_what_is_missing_is_counted_and_written_again_from_the_journal(
    store: Store,
) -> None:
    fill(store, "a", "b", "c")
    remove(store, Activity, ("a", "b"))
    whole = log(store)
    path = removals.log_path(store.path)
    path.unlink()
    assert removals.missing(store.reader, store.path) == 2
    remove(store, Activity, ("c",))
    assert removals.missing(store.reader, store.path) == 2
    assert removals.complete(store.reader, store.path) == 2
    assert removals.missing(store.reader, store.path) == 0
    assert removals.complete(store.reader, store.path) == 0
    blocks = [one for one in whole.split("\n\n") if one.startswith("[")]
    assert len(blocks) == 2
    assert all(block.strip() in log(store) for block in blocks)


def test_entries_of_another_history_are_kept_and_not_counted(store: Store) -> None:
    fill(store, "a")
    path = removals.log_path(store.path)
    other = "[3.1-ffffffffffff] Hoạt động: của sổ trước khi khôi phục"
    path.write_text(other, "utf-8")
    remove(store, Activity, ("a",))
    assert removals.missing(store.reader, store.path) == 0
    path.write_text(other, "utf-8")
    assert removals.missing(store.reader, store.path) == 1
    removals.complete(store.reader, store.path)
    assert log(store).startswith(other)


def test_a_deed_given_up_leaves_nothing_in_the_log(store: Store) -> None:
    fill(store, "a")

    def give_up() -> None:
        with store.change("remove") as change:
            records.remove(change, Activity, "a")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert not removals.log_path(store.path).exists()


def test_the_log_is_named_after_the_office(tmp_path: Path) -> None:
    path = removals.log_path(tmp_path / "So van hoa.stt")
    assert path.name == "So van hoa.da-xoa.txt"
