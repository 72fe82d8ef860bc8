"""One change is told on one line, and its fields below it."""

from dataclasses import replace

from desktop.cli.change_lines import change_data, change_lines, done_data, done_line
from desktop.operations.entries.record_entry import record
from desktop.operations.history.read_history import read_change
from desktop.records.evidence import Evidence
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW, an_activity


def test_a_line_has_number_moment_officer_and_deed(store: Store) -> None:
    store.officer = "Y Hà"
    record(store, an_activity(id="a"))
    (one,) = read_change(store, 2)
    said = "2 · 08:00, 20/12/2024 · Y Hà · Ghi vào sổ: "
    assert done_line(one.done) == said + an_activity().title
    assert done_data(one.done)["at"] == NOW.isoformat()


def test_without_a_name_or_a_subject_nothing_is_left_open(store: Store) -> None:
    (told,) = {one.done for one in read_change(store, 1)}
    bare = replace(told, deed=replace(told.deed, subject=""))
    assert " ·  · " not in done_line(bare)
    assert done_line(bare).endswith("Lập sổ mới")


def test_fields_stand_below_and_evidence_is_named(store: Store) -> None:
    record(store, an_activity(id="a"))
    record(store, an_activity(id="a", attendance=45))
    (one,) = read_change(store, 3)
    assert list(change_lines(one)) == [
        "    Số lượt người: 40 lượt người → 45 lượt người"
    ]
    assert change_data(one)["fields"] == [
        {
            "field": "attendance",
            "line": "Số lượt người: 40 lượt người → 45 lượt người",
        }
    ]
    paper = Evidence(
        id="e1",  # type: ignore[arg-type]
        place="activities",
        row_id="a",
        name="ảnh.jpg",
        sha256="0" * 64,
        size=1,
        media="image/jpeg",
        added_at=NOW,
        source_sha256="0" * 64,
    )
    with store.change("attach_evidence") as change:
        records.put(change, paper)
    (told,) = read_change(store, 4)
    assert list(change_lines(told)) == ["    minh chứng “ảnh.jpg”: thêm vào sổ"]
