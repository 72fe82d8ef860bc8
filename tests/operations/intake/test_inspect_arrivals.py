"""Whatever is dropped ends in exactly one group, with its reason; nothing is stored."""

import datetime as dt
import hashlib
import shutil
from collections import Counter
from pathlib import Path

import pytest

from desktop.errors import Cancelled
from desktop.files.locking import lock_with_words
from desktop.files.signatures.trust import Trust
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.intake.kept_files import received_folder
from desktop.operations.intake.unlocking import Words
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.arrival import Arrival, Sorting
from desktop.records.identity import AgencyId
from desktop.store import records
from desktop.store.store import Store
from desktop.wording import arrivals as words
from tests.files.arriving import odd_files as odd
from tests.operations.changed_agencies import agency
from tests.operations.intake.senders import LA, MAR, UI, Senders
from tests.operations.intake.twelve import a_meeting, filled, made, seen

DAY = dt.date(2024, 7, 1)


def fingerprint(store: Store) -> list[str]:
    """Return what tells whether one byte of the office was written."""
    beside = sorted(store.path.parent.glob(f"{store.path.name}*"))
    return [hashlib.sha256(one.read_bytes()).hexdigest() for one in beside]


def told(found: tuple[Arrival, ...]) -> dict[str, tuple[str, str]]:
    return {
        one.name: (str(one.sorting), one.reasons[0][0] if one.reasons else "")
        for one in found
    }


def odd_ones(folder: Path, form: Path) -> dict[str, tuple[str, str]]:
    """Write a stick full of files; return what each should be called."""
    data = form.read_bytes()
    files = {
        "biểu (1).zip.txt": data,
        "rỗng.xlsx": b"",
        "cũ.xls": odd.compound("Workbook"),
        "macro.xlsm": odd.with_macros(odd.a_workbook()),
        "văn bản.docx": odd.a_zip({"word/document.xml": b"<x/>"}),
        "~$biểu.xlsx": b"\x05officer",
        "winmail.dat": bytes.fromhex("789F3E22"),
        "lối tắt.lnk": b"L\x00\x00\x00\x01\x14\x02\x00",
        "thư.eml": odd.a_mail({"sổ tay.xlsx": odd.a_workbook("khác")}),
        "có khóa.zip": odd.locked_zip(),
        "lồng.zip": odd.a_zip(
            {"2.zip": odd.a_zip({"3.zip": odd.a_zip({"a.xlsx": b"x"})})}
        ),
        "nặng.xlsx": odd.a_zip({"xl/workbook.xml": b"<x/>"}) + bytes(21_000_000),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "thư mục rỗng").mkdir()
    return {
        "biểu (1).zip.txt": ("ready", ""),
        "rỗng.xlsx": ("foreign", "empty"),
        "cũ.xls": ("foreign", "old_workbook"),
        "macro.xlsm": ("foreign", "macros"),
        "văn bản.docx": ("foreign", "word_file"),
        "~$biểu.xlsx": ("foreign", "office_lock"),
        "winmail.dat": ("foreign", "winmail"),
        "lối tắt.lnk": ("foreign", "shortcut"),
        "thư.eml › sổ tay.xlsx": ("foreign", "no_form"),
        "có khóa.zip": ("foreign", "password_archive"),
        "lồng.zip › 2.zip › 3.zip": ("foreign", "nested_archive"),
        "nặng.xlsx": ("refused", "form_too_large"),
        "thư mục rỗng": ("foreign", "folder_empty"),
        "không còn.xlsx": ("foreign", "missing"),
    }


def test_every_odd_file_of_a_stick_has_its_group_and_its_reason(
    office: Store, senders: Senders, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    expected = odd_ones(stick, senders["ui"])
    before = fingerprint(office)
    files = [*stick.iterdir(), stick / "không còn.xlsx"]
    found = seen(office, files)
    assert told(found) == expected
    assert fingerprint(office) == before
    assert sum(Counter(one.sorting for one in found).values()) == len(expected)
    for one in found:
        said = words.reasons(one)
        assert said or one.sorting is Sorting.READY
        assert "_" not in said, "no code is left without words"


def test_a_folder_an_archive_and_a_mail_are_gone_into_and_each_file_told_once(
    office: Store, senders: Senders, tmp_path: Path
) -> None:
    folder = tmp_path / "Quý 2"
    (folder / "Xã Mar").mkdir(parents=True)
    shutil.copy(senders["mar1"], folder / "Xã Mar" / "biểu.xlsx")
    packed = odd.a_zip({"ui.xlsx": senders["ui"].read_bytes()})
    (folder / "thư.eml").write_bytes(odd.a_mail({"kèm.zip": packed}))
    (folder / "ui.zip").write_bytes(packed)
    found = seen(office, [folder])
    assert told(found) == {
        "Quý 2 › Xã Mar › biểu.xlsx": ("ready", ""),
        "Quý 2 › thư.eml › kèm.zip › ui.xlsx": ("duplicate", "same_as"),
        "Quý 2 › ui.zip › ui.xlsx": ("ready", ""),
    }


def test_a_file_from_a_stick_pulled_out_since_is_taken_in_from_our_copy(
    office: Store, senders: Senders, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    dropped = Path(shutil.copy(senders["ui"], stick / "ui.xlsx"))
    (found,) = seen(office, [dropped])
    shutil.rmtree(stick)
    assert found.path.is_relative_to(received_folder(office))
    accept_arrivals(office, [found], frozenset())
    assert [one.title for one in records.find(office.reader, Activity)] == [
        "Hội nghị U"
    ]


def test_locked_files_ask_for_their_words_and_are_what_is_inside(
    office: Store, senders: Senders, tmp_path: Path
) -> None:
    locked = tmp_path / "khóa.age"
    locked.write_bytes(lock_with_words(senders["ui"].read_bytes(), "mười hai con giáp"))
    (found,) = seen(office, [locked])
    assert (found.sorting, found.reasons) == (Sorting.LOCKED, (("locked_words",),))
    for given, sorting in (("sai rồi nhé", "locked"), ("mười hai con giáp", "ready")):
        words = Words(by_file={found.sha256: given})
        (one,) = inspect_arrivals(office, [locked], Trust(), words)
        assert one.sorting == sorting
    assert one.name == "khóa.age"


def test_a_stop_leaves_nothing_stored(
    office: Store, senders: Senders, tmp_path: Path
) -> None:
    def stop(step: Step) -> None:
        if step.stage == "reading_forms":
            raise Cancelled

    before = fingerprint(office)
    with pytest.raises(Cancelled):
        inspect_arrivals(office, [senders["ui"]], Trust(), progress=stop)
    assert fingerprint(office) == before


def test_each_file_is_told_as_soon_as_it_is_known(
    office: Store, senders: Senders
) -> None:
    heard: list[Arrival] = []
    files = [senders[name] for name in ("mar1", "ui", "bad")]
    inspect_arrivals(office, files, Trust(), tell=heard.append)
    assert sorted(one.name for one in heard) == ["hỏng.xlsx", "mar1.xlsx", "ui.xlsx"]


def test_a_form_still_headed_by_a_unit_that_was_merged_goes_to_the_heir(
    office: Store, tmp_path: Path
) -> None:
    form = made(office, tmp_path / "đi", [MAR], "2024-Q3")[MAR]
    merging = [AgencyId(MAR), AgencyId(UI)]
    above = agency(office, MAR).parent
    heir = Agency(id=AgencyId(""), name="UBND xã Đăk Mới", tier="commune", parent=above)
    new = merge_agencies(office, merging, heir, Decided(day=DAY)).value
    late = a_meeting("Hội nghị quý ba", first_day="05/08/2024", last_day="05/08/2024")
    file = filled(form, tmp_path / "vẫn ghi tên cũ.xlsx", late)
    (found,) = seen(office, [file], "2024-Q3")
    assert (found.sorting, found.agency, found.sender) == (Sorting.READY, new.id, MAR)
    assert "nay đã nhập vào UBND xã Đăk Mới" in words.reasons(found)
    accept_arrivals(office, [found], frozenset())
    (kept,) = records.find(office.reader, Activity)
    assert kept.agency == new.id


def test_a_form_of_before_the_merger_stays_with_the_unit_of_then(
    office: Store, senders: Senders
) -> None:
    merging = [AgencyId(MAR), AgencyId(UI)]
    above = agency(office, MAR).parent
    heir = Agency(id=AgencyId(""), name="UBND xã Đăk Mới", tier="commune", parent=above)
    merge_agencies(office, merging, heir, Decided(day=DAY))
    (found,) = seen(office, [senders["mar1"]])
    assert (found.sorting, found.agency) == (Sorting.READY, MAR)


def test_a_renamed_unit_is_still_known(office: Store, senders: Senders) -> None:
    new = NewName(name="UBND xã Đăk Lá")
    rename_agency(office, AgencyId(LA), new, Decided(day=DAY))
    (found,) = seen(office, [senders["la"]])
    assert (found.sorting, found.agency) == (Sorting.READY, LA)
