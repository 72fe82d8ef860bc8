"""Files are attached, listed and checked from the command line."""

from pathlib import Path

from desktop.operations.entries.record_entry import record
from desktop.store.store import Store
from tests.builders import a_clock, an_activity
from tests.cli.saying import Say, fault
from tests.files.evidence.pictures import a_photo, an_attendance_sheet


def prepared(office: Path) -> tuple[Path, Path, Path]:
    with Store(office, clock=a_clock) as store:
        record(store, an_activity())
    folder = office.parent / "nguồn"
    folder.mkdir()
    files = (folder / "ảnh.jpg", folder / "ds.xlsx", folder / "chay.exe")
    for path, data in zip(
        files, (a_photo(60, 40), an_attendance_sheet(), b"MZ" + bytes(9)), strict=True
    ):
        path.write_bytes(data)
    return files


def test_files_are_attached_listed_and_whole(office: Path, say: Say) -> None:
    photo, sheet, _ = prepared(office)
    words = ("evidence", "attach", office, "activity", photo, sheet)
    said = say(*words, "--persons", "allowed", "--json")
    assert said.code == 0
    assert [one["found"] for one in said.data["files"]] == [{}, {"identity": 3}]
    listed = say("evidence", "list", office, "activity", "--json").data["files"]
    assert [(one["name"], one["persons"]) for one in listed] == [
        ("ảnh.jpg", "allowed"),
        ("ds.xlsx", "closed"),
    ]
    assert all(Path(one["path"]).is_file() for one in listed)
    again = say(*words)
    assert again.out.count("Đã có từ trước") == 2
    checked = say("evidence", "check", office, "--json")
    assert (checked.code, checked.data["files"]) == (0, 2)


def test_what_is_refused_is_named_and_found_wanting(office: Path, say: Say) -> None:
    photo, _, program = prepared(office)
    said = say("evidence", "attach", office, "activity", photo, program)
    assert said.code == 1
    assert "Không đính kèm chay.exe: là chương trình" in said.out
    assert "Đã đính kèm: ảnh.jpg." in said.out
    shown = say("evidence", "list", office, "activity").out
    assert shown.startswith("ảnh.jpg · ")


def test_a_content_that_is_gone_is_found_by_both_checks(office: Path, say: Say) -> None:
    photo, _, _ = prepared(office)
    say("evidence", "attach", office, "activity", photo)
    (kept,) = say("evidence", "list", office, "activity", "--json").data["files"]
    Path(kept["path"]).unlink()
    for verb in (("evidence", "check"), ("check",)):
        said = say(*verb, office)
        assert said.code == 1
        assert "Thiếu tệp minh chứng (1): ảnh.jpg." in said.out


def test_an_entry_nobody_knows_is_told_in_four_lines(office: Path, say: Say) -> None:
    photo, _, _ = prepared(office)
    words = ("evidence", "attach", office, "nobody", photo)
    fault(say, *words, kind="ConflictError", reason="record_gone")


def test_an_entry_without_files_says_so(office: Path, say: Say) -> None:
    prepared(office)
    assert (
        say("evidence", "list", office, "activity").out == "Chưa có minh chứng nào.\n"
    )
