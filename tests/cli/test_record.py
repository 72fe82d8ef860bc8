"""Entries come from a file: all of them, or none."""

import io
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from desktop.records.activity import Activity
from desktop.records.product import Product
from desktop.store import records
from desktop.store.store import Store
from tests.cli.entries import a_file, a_training
from tests.cli.practice import run
from tests.cli.saying import Say, digest, fault

KEYS = {"register", "recorded", "ids", "doubts"}


def kept(office: Path) -> tuple[Activity, ...]:
    with Store(office, writable=False) as store:
        return records.find(store.reader, Activity)


def refused(say: Say, office: Path, *many: dict[str, Any]) -> str:
    """Return why a file was refused; nothing of it may have been kept."""
    before = digest(office)
    source = a_file(office.parent, *many)
    command = ("record", office, source, "--register", "training")
    error = fault(say, *command, kind="InputError", code=1)
    assert digest(office) == before
    return error["why"]


def test_every_entry_of_a_file_is_kept_as_one_deed(office: Path, say: Say) -> None:
    source = a_file(office.parent, a_training(), a_training(title="Lớp thứ hai"))
    said = say("record", office, source, "--register", "training", "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    assert (said.data["register"], said.data["recorded"]) == ("training", 2)
    assert {one.id for one in kept(office)} == set(said.data["ids"])
    assert {one.kind for one in kept(office)} == {"training"}
    assert say("undo", office).code == 0
    assert kept(office) == ()


def test_a_person_is_told_how_many_and_where(office: Path, say: Say) -> None:
    source = a_file(office.parent, a_training())
    said = say("record", office, source, "--register", "training")
    assert said.out == "Đã ghi 1 mục vào sổ “Tập huấn, bồi dưỡng”.\n"


def test_one_entry_may_stand_without_a_list(office: Path, say: Say) -> None:
    source = office.parent / "one.json"
    source.write_text(json.dumps(a_training()))
    assert say("record", office, source, "--register", "training").code == 0


def test_an_entry_with_its_id_is_amended(office: Path, say: Say) -> None:
    for title in ("trước", "sau"):
        source = a_file(office.parent, a_training(id="mine", title=title))
        assert say("record", office, source, "--register", "training").code == 0
    (one,) = kept(office)
    assert (one.id, one.title) == ("mine", "sau")


def test_what_may_stand_but_should_be_looked_at_is_told(office: Path, say: Say) -> None:
    tally = {
        "subject": "false_information",
        "agency": "cong-an-huyen-dak-ha",
        "first_day": "2024-01-01",
        "last_day": "2024-06-30",
        "detected": 7,
        "handled": 9,
        "document_number": "5/BC",
        "document_date": "2024-07-01",
    }
    sound = tally | {"handled": 7}
    command = ("record", office, a_file(office.parent, sound, tally))
    said = say(*command, "--register", "tally")
    (line,) = said.out.splitlines()[1:]
    assert said.code == 0
    assert line.startswith("Xem lại: Mục thứ 2 – Số đã xử lý: ")
    assert line.endswith("Số đã xử lý (9) nhiều hơn số phát hiện (7).")
    told = say(*command, "--register", "tally", "--json").data["doubts"]
    assert told == [{"field": "handled", "code": "handled_above_detected", "entry": 2}]


def test_what_was_recorded_moves_the_targets(office: Path, say: Say) -> None:
    source = a_file(
        office.parent,
        {
            "title": "Phóng sự",
            "type": "radio_report",
            "first_published": "2024-06-05",
            "agency": "phong-vhtt-dak-ha",
            "languages": ["ba_na"],
            "pillar": "knowledge",
        },
    )
    assert say("record", office, source, "--register", "product").code == 0
    found = say("results", office, "--period", "2024", "--json").data["targets"]
    share = next(one for one in found if one["code"] == "T4")["period"]
    assert (share["numerator"], share["denominator"]) == (1, 1)


def test_entries_are_read_from_what_is_piped_in_as_utf8(
    office: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = json.dumps(a_training(title="Đăk Hà"), ensure_ascii=False).encode()
    console = io.TextIOWrapper(io.BytesIO(given), encoding="cp1258")
    monkeypatch.setattr(sys, "stdin", console)
    assert say("record", office, "-", "--register", "training").code == 0
    assert kept(office)[0].title == "Đăk Hà"


def test_a_real_pipe_works_too(office: Path) -> None:
    given = json.dumps([a_training()]).encode()
    done = run("record", office, "-", "--register", "training", given=given)
    assert (done.returncode, len(kept(office))) == (0, 1)


def test_a_byte_order_mark_does_no_harm(office: Path, say: Say) -> None:
    source = office.parent / "bom.json"
    source.write_text(json.dumps(a_training()), "utf-8-sig")
    assert say("record", office, source, "--register", "training").code == 0


def test_decomposed_letters_are_kept_composed(office: Path, say: Say) -> None:
    title = "Tập huấn về quyền của người khuyết tật"
    apart = unicodedata.normalize("NFD", title)
    assert apart != title
    name = unicodedata.normalize("NFD", "số liệu ở xã.json")
    source = a_file(office.parent, a_training(title=apart, note=apart), name=name)
    assert say("record", office, source, "--register", "training").code == 0
    (one,) = kept(office)
    assert (one.title, one.note) == (title, title)


def test_half_a_character_is_no_reason_to_fall_over(office: Path, say: Say) -> None:
    source = office.parent / "half.json"
    source.write_text(json.dumps(a_training(title="a\ud800b")))
    assert say("record", office, source, "--register", "training").code == 0
    assert kept(office)[0].title == "ab"
    assert say("report", office, "--period", "2024").code == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"first_day": "2021-06-05", "last_day": "2021-06-05"}, "Từ ngày"),
        ({"last_day": "2031-06-05"}, "Đến ngày"),
        ({"attendance": -1}, "Lượt người"),
        ({"attendance": "bốn mươi"}, "Lượt người"),
        ({"attendance": 40.5}, "Lượt người"),
        ({"attendance": 10**20}, "Lượt người"),
        ({"people": "4", "attendance": 9}, "Số người"),
        ({"title": "   "}, "Tên"),
        ({"agency": "nowhere"}, "Cơ quan"),
        ({"form": "nothing"}, "Hình thức"),
        ({"pillar": "none"}, "Trụ cột"),
        ({"tasks": ["dak-ha-2023-2028/9.9"]}, "Nhiệm vụ"),
        ({"last_day": "31/06/2024"}, "Đến ngày"),
        ({"state": "perhaps"}, "Tình trạng"),
        ({"staff": [{"group": "G1", "people": "x"}]}, "Cán bộ"),
    ],
)
def test_a_refused_entry_names_its_field(
    office: Path, say: Say, changes: dict[str, Any], field: str
) -> None:
    assert field in refused(say, office, a_training(**changes))


def test_a_field_no_register_has_is_quoted(office: Path, say: Say) -> None:
    assert "“colour”" in refused(say, office, a_training(colour="red"))


def test_a_field_left_out_is_named(office: Path, say: Say) -> None:
    without = {name: one for name, one in a_training().items() if name != "title"}
    assert "Tên" in refused(say, office, a_training(), without)


def test_one_bad_entry_keeps_all_of_them_out(office: Path, say: Say) -> None:
    refused(say, office, a_training(), a_training(attendance=-5), a_training())


def test_what_is_no_entry_is_told(office: Path, say: Say) -> None:
    source = office.parent / "three.json"
    source.write_text("[3]")
    command = ("record", office, source, "--register", "training")
    error = fault(say, *command, kind="InputError", code=1)
    assert "thứ 1" in error["why"]


@pytest.mark.parametrize(
    "content", [b"", b"[{", b"\xff\xfe\x00", b"[" * 100_000, b"{'a': 1}"]
)
def test_a_file_that_is_not_json_is_unreadable(
    office: Path, say: Say, content: bytes
) -> None:
    before = digest(office)
    source = office.parent / "not.json"
    source.write_bytes(content)
    command = ("record", office, source, "--register", "training")
    fault(say, *command, kind="FileError", reason="unreadable")
    assert digest(office) == before


def test_no_such_file_and_a_folder_are_told(office: Path, say: Say) -> None:
    for place, reason in (("none.json", "missing"), (".", "unreadable")):
        command = ("record", office, office.parent / place, "--register", "training")
        fault(say, *command, kind="FileError", reason=reason)


def test_an_unknown_register_is_told_with_those_there_are(
    office: Path, say: Say
) -> None:
    before = digest(office)
    source = a_file(office.parent, a_training())
    command = ("record", office, source, "--register", "diary")
    error = fault(say, *command, kind="UnknownNameError")
    assert "diary" in error["why"]
    assert "training" in error["why"]
    assert digest(office) == before


def test_an_empty_list_records_nothing(office: Path, say: Say) -> None:
    before = digest(office)
    source = a_file(office.parent)
    said = say("record", office, source, "--register", "training", "--json")
    assert (said.code, said.data["ids"]) == (0, [])
    assert digest(office) == before


def test_every_register_takes_entries_of_its_own_record(office: Path, say: Say) -> None:
    source = a_file(office.parent, a_training())
    command = ("record", office, source, "--register", "product")
    fault(say, *command, kind="InputError", code=1)
    with Store(office, writable=False) as store:
        assert records.count(store.reader, Product) == 0
