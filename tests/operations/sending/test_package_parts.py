"""More evidence than one package takes goes in several, which leave together."""

import email
import email.policy
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import DeliveryError, FileError, PackageError
from desktop.files import locking, split_file
from desktop.files.package import Packed, read_package
from desktop.files.packed_entries import COVER
from desktop.files.signatures.trust import Trust
from desktop.files.zip_members import MEMBER_LIMIT
from desktop.operations.sending.compose_mail import Letter, compose_mail
from desktop.operations.sending.deliver_package import deliver_parts
from desktop.operations.sending.find_package import find_package
from desktop.operations.sending.lock_package import lock_for_key, lock_with_words
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.sending.package_parts import leaving_files, parts_of
from desktop.progress import Step
from desktop.records.exchange import Delivery, DeliveryState, EvidenceCarried
from desktop.store import records
from tests.files.evidence.pictures import a_png
from tests.operations.desk import REPORT, Desk, lay_out, sit_down
from tests.operations.sending.test_packed_evidence import attach

FULL = EvidenceCarried.FULL
MANY = MEMBER_LIMIT + 10
WORDS = "trời xanh mây trắng"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a desk with more pictures than one package takes."""
    folder = tmp_path_factory.mktemp("desk")
    lay_out(folder)
    found = sit_down(folder)
    for number in range(MANY):
        attach(found.store, folder / "anh", f"{number}.png", a_png(8 + number, 6))
    found.sign()
    yield found
    found.store.close()


@pytest.fixture(scope="module")
def packed(desk: Desk) -> Packed:
    return pack_report(desk.store, desk.files, desk.seal, evidence=FULL).value


def test_each_package_holds_the_whole_report_and_other_evidence(
    packed: Packed,
) -> None:
    parts = parts_of(packed.path)
    assert [one.name[-7:] for one in parts] == ["1-2.zip", "2-2.zip"]
    opened = [read_package(one, Trust()) for one in parts]
    for number, one in enumerate(opened, start=1):
        assert (one.header.part, one.header.parts) == (number, 2)
        assert one.header.format_version == 3
        assert len(one.verdict.signatures) == 1
        assert one.files["report.json"] == opened[0].files["report.json"]
        assert one.header.control == opened[0].header.control
        assert one.header.package_id == opened[0].header.package_id
        page = one.files[COVER].decode()
        assert f"{number} trong 2 gói" in page
        assert "không vừa gói" not in page
    told = [one.entries for one in opened if one.entries is not None]
    sent = [each.id for one in told for each in one.evidence]
    assert len(sent) == len(set(sent)) == MANY


def test_a_report_with_room_for_all_goes_as_programs_before_know_it(
    desk: Desk,
) -> None:
    alone = pack_report(desk.store, desk.files, desk.seal).value
    assert (alone.header.parts, alone.header.format_version) == (1, 2)
    assert parts_of(alone.path) == (alone.path,)


def test_they_are_used_again_together_or_made_anew(desk: Desk, packed: Packed) -> None:
    first, second = parts_of(packed.path)
    kept = second.read_bytes()
    again = pack_report(desk.store, desk.files, desk.seal, evidence=FULL).value
    assert again.sha256 == packed.sha256
    assert second.read_bytes() == kept
    second.unlink()
    assert parts_of(first) == ()
    assert find_package(desk.store, REPORT, desk.files.folder, FULL) is None
    pack_report(desk.store, desk.files, desk.seal, evidence=FULL)
    assert find_package(desk.store, REPORT, desk.files.folder, FULL) == first
    assert parts_of(first) == (first, second)
    assert not list(desk.files.folder.glob(".*")), "nothing waits to be packed"


def test_a_second_signer_seals_every_part(desk: Desk, packed: Packed) -> None:
    pack_report(desk.store, desk.files, desk.key, evidence=FULL)
    for one in parts_of(packed.path):
        assert len(read_package(one, Trust()).verdict.signatures) == 2


def test_all_of_them_reach_the_stick(
    desk: Desk, packed: Packed, tmp_path: Path
) -> None:
    done = deliver_parts(desk.store, REPORT, packed.path, tmp_path).value
    parts = parts_of(packed.path)
    assert [one.path.name for one in done] == [one.name for one in parts]
    for one in parts:
        assert (tmp_path / one.name).read_bytes() == one.read_bytes()


def test_a_stick_pulled_out_at_the_second_keeps_the_first_and_a_true_history(
    desk: Desk, packed: Packed, tmp_path: Path
) -> None:
    stick, away = tmp_path / "usb", tmp_path / "away"
    stick.mkdir()

    def pull(step: Step) -> None:
        if step.stage == "copying" and len(list(stick.glob("goi_*"))) == 2:
            shutil.move(stick, away)

    with pytest.raises(DeliveryError, match="gone"):
        deliver_parts(desk.store, REPORT, packed.path, stick, pull)
    found = records.find(desk.store.reader, Delivery)[:2]
    names = [one.name for one in parts_of(packed.path)]
    assert {(one.file_name, one.state) for one in found} == {
        (names[0], DeliveryState.DELIVERED),
        (names[1], DeliveryState.FAILED),
    }


def test_one_that_lacks_is_named_before_anything_is_copied(
    desk: Desk, packed: Packed, tmp_path: Path
) -> None:
    folder, stick = tmp_path / "here", tmp_path / "usb"
    folder.mkdir()
    stick.mkdir()
    alone = Path(shutil.copy(packed.path, folder))
    with pytest.raises(FileError, match="part_missing"):
        deliver_parts(desk.store, REPORT, alone, stick)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("way", ["key", "words", "archive"])
def test_all_of_them_are_locked(packed: Packed, way: str) -> None:
    pair = locking.new_key()
    if way == "key":
        locked = lock_for_key(packed.path, pair.public).value
    else:
        words = lock_with_words(packed.path, WORDS, archive=way == "archive")
        locked = words.value
    found = leaving_files(locked)
    assert found[0] == locked
    for one, part in zip(found, parts_of(packed.path), strict=True):
        data = one.read_bytes()
        opened = (
            locking.unlock_with_key(data, pair.secret, path=one)
            if way == "key"
            else locking.unlock_with_words(data, WORDS, path=one)
        )
        assert opened == part.read_bytes()


def test_all_of_them_go_by_mail(desk: Desk, packed: Packed, tmp_path: Path) -> None:
    told = []

    def letter(mailing: object) -> Letter:
        told.append(mailing)
        return Letter(subject="s", body="b")

    size = max(one.stat().st_size for one in parts_of(packed.path))
    drafts = compose_mail(
        desk.store, desk.files, packed.path, letter, tmp_path / "a.eml", most=size * 2
    ).value
    names = set()
    for one in drafts:
        mail = email.message_from_bytes(one.read_bytes(), policy=email.policy.default)
        names |= {str(each.get_filename()) for each in mail.iter_attachments()}
    assert {one.name for one in parts_of(packed.path)} <= names
    assert size < split_file.MOST_BYTES


def test_what_is_no_package_has_no_parts(tmp_path: Path) -> None:
    path = tmp_path / "goi.zip"
    path.write_bytes(b"x")
    with pytest.raises(PackageError):
        parts_of(path)
