"""Evidence goes along as far as it may leave the office and there is room."""

import zipfile
from pathlib import Path

from desktop.files.package import read_package
from desktop.files.packed_entries import COVER
from desktop.files.signatures.trust import Trust
from desktop.operations.entries.record_entry import record
from desktop.operations.evidence.attach_evidence import attach_evidence
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.sending.packed_evidence import (
    MOST_PARTS,
    Chosen,
    Room,
    choose_evidence,
)
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence, Exposure
from desktop.records.exchange import EvidenceCarried
from desktop.records.product import Product
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.labels import label
from tests.builders import a_product, an_activity
from tests.files.evidence.pictures import a_png
from tests.operations.desk import Desk

WIDE = Room(files=50, size=10_000_000)
LIST = "Họ tên,Số CCCD,Ghi chú\nA,012345678901,x\nB,012345678902,y\n"


def attach(
    store: Store,
    folder: Path,
    name: str,
    data: bytes,
    exposure: Exposure = Exposure.NOBODY,
    owner: str = "activity",
) -> Evidence:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    (answer,) = attach_evidence(
        store, (Activity, owner), [path], exposure=exposure
    ).value
    assert answer.evidence is not None
    return answer.evidence


def choose_all(
    store: Store, carried: EvidenceCarried, room: Room = WIDE, most: int = MOST_PARTS
) -> tuple[Chosen, ...]:
    waiting = store.path.parent / "waiting"
    waiting.mkdir(exist_ok=True)
    rows = records.find(store.reader, Activity)
    return choose_evidence(store, rows, carried, room, waiting, most=most)


def choose(store: Store, carried: EvidenceCarried, room: Room = WIDE) -> Chosen:
    (found,) = choose_all(store, carried, room, most=1)
    return found


GOES = {EvidenceCarried.NONE: 0, EvidenceCarried.REDUCED: 2, EvidenceCarried.FULL: 1}
"""How many of a picture and a list with numbers of cards go along."""


def test_pictures_go_only_where_somebody_answered_that_they_may(
    desk: Desk, tmp_path: Path
) -> None:
    for number, exposure in enumerate(Exposure):
        attach(desk.store, tmp_path, f"{number}.png", a_png(60 + number, 40), exposure)
    for carried in (EvidenceCarried.FULL, EvidenceCarried.REDUCED):
        found = choose(desk.store, carried)
        names = {one.name for one in found.sent}
        assert names == {"1.png", "2.png"}
        assert (found.withheld, found.left_out) == (2, 0)
        assert set(found.files) == {one.member for one in found.sent}
    assert choose(desk.store, EvidenceCarried.NONE) == Chosen()


def test_numbers_of_cards_in_a_list_never_leave_whole(
    desk: Desk, tmp_path: Path
) -> None:
    kept = attach(desk.store, tmp_path, "danh sach.csv", LIST.encode())
    assert kept.exposure is Exposure.CLOSED
    found = choose(desk.store, EvidenceCarried.REDUCED)
    (place,) = found.files.values()
    data = place.read_bytes()
    assert b"012345678" not in data
    assert b"901" in data
    assert found.sent[0].sha256 == kept.sha256


def test_a_list_that_is_closed_is_not_in_the_full_form_as_its_name_says(
    desk: Desk, tmp_path: Path
) -> None:
    attach(desk.store, tmp_path, "danh sach.csv", LIST.encode())
    found = choose(desk.store, EvidenceCarried.FULL)
    assert (found.files, found.withheld) == ({}, 1)
    assert label(EvidenceCarried.FULL).endswith("trừ tệp chỉ giữ trong cơ quan")


def test_where_not_all_fits_each_entry_gets_its_first_file_first(
    desk: Desk, tmp_path: Path
) -> None:
    record(desk.store, an_activity(id="zweite"))
    for number in range(3):
        attach(desk.store, tmp_path, f"{number}.png", a_png(60 + number, 40))
    attach(desk.store, tmp_path, "z.png", a_png(90, 40), owner="zweite")
    found = choose(desk.store, EvidenceCarried.FULL, Room(files=2, size=10_000_000))
    assert {one.row_id for one in found.sent} == {"activity", "zweite"}
    assert (len(found.sent), found.left_out) == (2, 2)
    tight = choose(desk.store, EvidenceCarried.FULL, Room(files=50, size=100))
    assert (tight.files, tight.left_out) == ({}, 4)


def test_what_has_no_room_in_one_package_goes_in_the_next(
    desk: Desk, tmp_path: Path
) -> None:
    record(desk.store, an_activity(id="zweite"))
    for number in range(5):
        attach(desk.store, tmp_path, f"{number}.png", a_png(60 + number, 40))
    attach(desk.store, tmp_path, "0.png", a_png(60, 40), owner="zweite")
    two = Room(files=2, size=10_000_000)
    lots = choose_all(desk.store, EvidenceCarried.FULL, two)
    assert [len(one.files) for one in lots] == [2, 2, 1]
    assert [one.left_out for one in lots] == [0, 0, 0]
    names = [name for one in lots for name in one.files]
    assert len(set(names)) == len(names) == 5, "no name twice, so none is mistaken"
    assert sum(len(one.sent) for one in lots) == 6
    for one in lots:
        assert {each.member for each in one.sent} == set(one.files)
    short = choose_all(desk.store, EvidenceCarried.FULL, two, most=2)
    assert [len(one.files) for one in short] == [2, 2]
    assert short[0].left_out == 1, "what goes in no package is told"
    nothing = choose_all(desk.store, EvidenceCarried.FULL, Room(files=0, size=9_999))
    assert [(len(one.files), one.left_out) for one in nothing] == [(0, 6)]


def test_a_content_several_entries_share_goes_once(desk: Desk, tmp_path: Path) -> None:
    record(desk.store, an_activity(id="zweite"))
    attach(desk.store, tmp_path, "a.png", a_png(60, 40))
    attach(desk.store, tmp_path, "b.png", a_png(60, 40), owner="zweite")
    found = choose(desk.store, EvidenceCarried.FULL)
    assert (len(found.files), len(found.sent)) == (1, 2)


def test_what_is_missing_in_the_folder_counts_as_kept_back(
    desk: Desk, tmp_path: Path
) -> None:
    kept = attach(desk.store, tmp_path, "a.png", a_png(60, 40))
    from desktop.files.evidence.contents import place_of

    place_of(folder_of(desk.store), content_of(kept)).unlink()
    for carried in (EvidenceCarried.FULL, EvidenceCarried.REDUCED):
        found = choose(desk.store, carried)
        assert (found.sent, found.withheld) == ([], 1)


def test_the_page_over_a_package_counts_the_files_that_lie_in_it(
    desk: Desk, tmp_path: Path
) -> None:
    attach(desk.store, tmp_path, "a.png", a_png(60, 40))
    product = a_product()
    attach_evidence(
        desk.store,
        (Product, product.id),
        [tmp_path / "a.png"],
        exposure=Exposure.NOBODY,
    )
    desk.sign()
    packed = pack_report(
        desk.store, desk.files, desk.key, evidence=EvidenceCarried.FULL
    ).value
    with zipfile.ZipFile(packed.path) as package:
        carried = [one for one in package.namelist() if one.endswith(".png")]
        page = package.read(COVER).decode()
    assert len(carried) == 1
    assert "Đầy đủ: 1 tệp; dùng cho 2 lượt minh chứng" in page


def test_a_package_with_evidence_holds_and_each_amount_is_a_file_of_its_own(
    desk: Desk, tmp_path: Path
) -> None:
    attach(desk.store, tmp_path, "a.png", a_png(60, 40))
    attach(desk.store, tmp_path, "danh sach.csv", LIST.encode())
    desk.sign()
    made = {
        carried: pack_report(desk.store, desk.files, desk.key, evidence=carried).value
        for carried in EvidenceCarried
    }
    assert len({one.path for one in made.values()}) == 3
    for carried, one in made.items():
        opened = read_package(one.path, Trust())
        assert opened.entries is not None
        assert opened.header.evidence is carried
        assert len(opened.entries.evidence) == GOES[carried]
        codes = {finding.code for finding in opened.verdict.findings}
        assert codes <= {"test_key_on_real_report"}
    again = pack_report(
        desk.store, desk.files, desk.key, evidence=EvidenceCarried.FULL
    ).value
    assert again.sha256 == made[EvidenceCarried.FULL].sha256
