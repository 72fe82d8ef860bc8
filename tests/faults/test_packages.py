"""Packages on sticks and in mails: one test, or more, for each row B1 to B4, B9 to B13.

Whatever came of a stick or a mail, a package is whole or refused with the reason, the
office file stays as it was to the byte, and a history tells what happened.
"""

import hashlib
import json
import random
import shutil
import stat
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import (
    DeliveryError,
    PackageError,
    PackageForgedError,
    PackageUnreadableError,
)
from desktop.files import zip_members
from desktop.files.arriving.recognising import What, recognise
from desktop.files.delivery import CHUNK, deliver
from desktop.files.package import SEAL, read_package, seal_again, verify_package
from desktop.files.signatures.keys import Key
from desktop.files.signed_file import MANIFEST
from desktop.operations.intake.gathering import STAGE as COPYING_IN
from desktop.operations.intake.gathering import gather
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.intake.unlocking import Words
from desktop.operations.sending.deliver_package import deliver_package
from desktop.progress import Progress, Step, silent
from desktop.records.arrival import Sorting
from desktop.records.exchange import Delivery, DeliveryState, EvidenceCarried
from desktop.records.verification import Chain
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.files.pki import NOW, pki
from tests.operations.intake.sent_packages import (
    a_package,
    a_photo,
    an_entry,
    entries_of,
)

FORMAT_1 = Path(__file__).parents[1] / "data" / "packages" / "format_1.zip"
PHOTO = "anh-03.jpg"
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return pki().person.key(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="module")
def package(key: Key, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sealed package of five entries and a photo beside one of them."""
    folder = tmp_path_factory.mktemp("package")
    photo, data = a_photo(folder, "a001")
    rows = [an_entry(number) for number in range(1, 6)]
    entries = entries_of(rows, evidence=(photo,))
    files = {PHOTO: data, "report.txt": "Báo cáo quý II".encode()}
    return a_package(folder, entries, key, files, evidence=EvidenceCarried.FULL)


@pytest.fixture(scope="module")
def data(package: Path) -> bytes:
    return package.read_bytes()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    with Store(
        builders.an_office(tmp_path / "so.stt"), clock=builders.a_clock
    ) as store:
        yield store


def members(data: bytes) -> Files:
    return dict(zip_members.read(data, Path()).files)


def refusal(data: bytes, folder: Path) -> PackageError:
    """Return why these bytes are refused; what verifies them only must agree."""
    path = folder / "goi.zip"
    path.write_bytes(data)
    with pytest.raises(PackageError) as caught:
        read_package(path, pki().trust, now=NOW)
    return caught.value


def history(store: Store) -> list[tuple[DeliveryState, str]]:
    return [(one.state, one.reason) for one in records.find(store.reader, Delivery)]


def at_part(share: float, act: Callable[[], object]) -> Progress:
    """Act once a share of the copy is written."""
    done: list[bool] = []

    def report(step: Step) -> None:
        if step.stage == "copying" and step.done >= step.total * share and not done:
            done.append(True)
            act()

    return report


def test_the_package_holds_before_anything_is_done_to_it(package: Path) -> None:
    opened = read_package(package, pki().trust, now=NOW)
    assert opened.entries is not None
    assert (len(opened.entries.rows), opened.header.control.entries) == (5, 5)
    assert opened.entries.evidence[0].member in opened.files
    assert [one.code for one in opened.verdict.findings] == []
    assert [one.chain for one in opened.verdict.signatures] == [Chain.PINNED]


# --- B1: the stick is pulled out, or fills up, while it is written -------------------


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_b1_a_stick_pulled_out_while_written_leaves_a_true_history(
    office: Store, tmp_path: Path, share: float
) -> None:
    sent, stick = tmp_path / "goi_x.zip", tmp_path / "usb"
    sent.write_bytes(random.Random(1).randbytes(5 * CHUNK))
    stick.mkdir()
    pulled = at_part(share, lambda: shutil.rmtree(stick))
    with pytest.raises(DeliveryError) as caught:
        deliver_package(office, "r", sent, stick, pulled)
    assert caught.value.reason == "gone"
    assert history(office) == [(DeliveryState.FAILED, "gone")]
    assert not stick.exists()
    assert hashlib.sha256(sent.read_bytes()).digest()
    stick.mkdir()  # plugged in again: the same package goes whole
    deliver_package(office, "r", sent, stick)
    assert [one.name for one in stick.iterdir()] == [sent.name]
    assert history(office)[0] == (DeliveryState.DELIVERED, "")


FILLS = """
import resource, sys
from pathlib import Path
from desktop.errors import DeliveryError
from desktop.files.delivery import deliver
from desktop.progress import silent
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    deliver(Path(sys.argv[1]), Path(sys.argv[2]), progress=silent)
except DeliveryError as error:
    print(error.reason)
"""


def test_b1_a_stick_that_fills_up_holds_nothing_afterwards(tmp_path: Path) -> None:
    sent, stick = tmp_path / "goi.zip", tmp_path / "usb"
    sent.write_bytes(bytes(3 * CHUNK))
    stick.mkdir()
    import resource  # POSIX alone limits a process so

    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] in {-1, resource.RLIM_INFINITY}
    told = subprocess.run(
        [sys.executable, "-c", FILLS, sent, stick],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert told.stdout.strip() == "full"
    assert list(stick.iterdir()) == []


# --- B2: the stick is pulled out while it is read --------------------------------


def test_b2_what_was_copied_in_is_read_after_the_stick_is_gone(
    office: Store, data: bytes, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    (stick / "goi.zip").write_bytes(data)
    (item,) = gather(tmp_path / "nhan", [stick / "goi.zip"], Words(), silent)
    shutil.rmtree(stick)
    assert item.kept is not None
    assert read_package(item.kept.path, pki().trust, now=NOW).entries is not None
    (gone,) = inspect_arrivals(office, [stick / "goi.zip"], pki().trust)
    assert gone.reasons[0][0] == "missing"


@pytest.mark.parametrize("pulled_at", [0, 1, 2])
def test_b2_a_stick_pulled_out_during_the_import_leaves_what_was_copied_in(
    office: Store, data: bytes, tmp_path: Path, pulled_at: int
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    names = ["goi-1.zip", "goi-2.zip"]
    for name in names:
        (stick / name).write_bytes(data)
    before = kept_bytes(office.path)

    def pull(step: Step) -> None:
        if (step.stage, step.done) == (COPYING_IN, pulled_at):
            shutil.rmtree(stick)

    paths = [stick / name for name in names]
    found = inspect_arrivals(office, paths, pki().trust, progress=pull)
    assert not stick.exists()
    assert [one.name for one in found] == names
    there = [not (one.reasons and one.reasons[0][0] == "missing") for one in found]
    assert there == [number < pulled_at for number in range(2)]
    for one, came in zip(found, there, strict=True):
        assert one.path.is_file() == came, "our own copy outlives the stick"
    assert kept_bytes(office.path) == before


# --- B3: the stick keeps other bytes than it was given -------------------------------


def test_b3_a_stick_that_lies_is_found_out_and_the_wrong_copy_removed(
    office: Store, data: bytes, tmp_path: Path
) -> None:
    sent, stick = tmp_path / "goi_x.zip", tmp_path / "usb"
    sent.write_bytes(data)
    stick.mkdir()

    def lie(step: Step) -> None:
        if step.stage == "rereading" and step.done == 0:
            (part,) = stick.glob("*.part")
            kept = bytearray(part.read_bytes())
            kept[len(kept) // 2] ^= 0xFF
            part.write_bytes(kept)

    with pytest.raises(DeliveryError) as caught:
        deliver_package(office, "r", sent, stick, lie)
    assert caught.value.reason == "differs"
    assert list(stick.iterdir()) == []
    assert history(office) == [(DeliveryState.FAILED, "differs")]


# --- B4: the package was tampered with -----------------------------------------------


def test_b4_one_changed_byte_anywhere_is_refused(data: bytes, tmp_path: Path) -> None:
    noise = random.Random(20)
    ends = [0, 5, len(data) - 1, len(data) - 12, len(data) - 30]
    places = ends + noise.sample(range(len(data)), 220)
    for place in places:
        changed = bytearray(data)
        changed[place] ^= 1 << noise.randrange(8)
        found = refusal(bytes(changed), tmp_path)
        assert isinstance(found, PackageUnreadableError | PackageForgedError), place


def test_b4_a_byte_in_any_member_names_that_member(data: bytes, tmp_path: Path) -> None:
    for name, content in members(data).items():
        files = members(data)
        files[name] = content[:-1] + bytes([content[-1] ^ 1])
        found = refusal(zip_members.build(files), tmp_path)
        assert isinstance(found, PackageForgedError), name
        if name in {MANIFEST, SEAL}:
            assert found.reason == "signature"
        else:
            assert (found.reason, found.facts) == ("hash", (name,))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda files: files | {"them.txt": b"x"}, "unlisted"),
        (lambda files: {n: d for n, d in files.items() if n != PHOTO}, "missing"),
        (
            lambda files: (
                files | {PHOTO: files["report.txt"], "report.txt": files[PHOTO]}
            ),
            "hash",
        ),
        (lambda files: files | {MANIFEST: files[MANIFEST] + b" "}, "signature"),
        (
            lambda files: (
                files
                | {MANIFEST: files[MANIFEST].replace(b'"version":1', b'"version":2')}
            ),
            "signature",
        ),
    ],
)
def test_b4_members_added_dropped_or_swapped_are_refused(
    data: bytes, tmp_path: Path, change: Callable[[Files], Files], reason: str
) -> None:
    found = refusal(zip_members.build(change(members(data))), tmp_path)
    assert (type(found), found.reason) == (PackageForgedError, reason)


def test_b4_a_package_zipped_anew_with_a_swapped_member_is_refused(
    data: bytes, tmp_path: Path
) -> None:
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members(data).items():
            archive.writestr(name, b"other" if name == "report.txt" else content)
    found = refusal(output.getvalue(), tmp_path)
    assert (found.reason, found.facts) == ("hash", ("report.txt",))


def test_b4_one_zipped_anew_as_long_as_ours_is_told_by_what_is_in_it(
    data: bytes, tmp_path: Path
) -> None:
    """Without packing it has our very length: that alone says nothing of it."""
    held = members(data)
    other = bytes(len(held["report.txt"]))
    for content, reason in ((held["report.txt"], ""), (other, "hash")):
        output = BytesIO()
        with zipfile.ZipFile(output, "w", zipfile.ZIP_STORED) as archive:
            for name in sorted(held):
                archive.writestr(name, content if name == "report.txt" else held[name])
        made = output.getvalue()
        assert len(made) == len(data)
        path = tmp_path / "nen-lai.zip"
        path.write_bytes(made)
        found = verify_package(path, pki().trust, now=NOW).findings
        told = [(one.code, one.facts) for one in found]
        assert told == [(reason, ("report.txt",)) if reason else ("repacked", ())]
        if reason:
            assert refusal(made, tmp_path).facts == ("report.txt",)


@pytest.mark.parametrize("behind", [b"\0", b"PK\x05\x06", b"x" * 5_000])
def test_b4_an_extended_package_is_refused(
    data: bytes, tmp_path: Path, behind: bytes
) -> None:
    assert refusal(data + behind, tmp_path).reason == "damaged"
    assert refusal(behind + data, tmp_path).reason in {"damaged", "not_package"}
    comment = data[:-2] + struct.pack("<H", len(behind)) + behind
    assert refusal(comment, tmp_path).reason == "damaged"


def test_b4_a_package_cut_anywhere_is_refused(data: bytes, tmp_path: Path) -> None:
    lengths = [1, 4, 30, len(data) // 3, len(data) - 22, len(data) - 1]
    for length in lengths:
        found = refusal(data[:length], tmp_path)
        assert found.reason in {"damaged", "not_package"}, length


def test_b4_the_office_file_is_the_same_to_the_byte_after_a_refusal(
    office: Store, data: bytes, tmp_path: Path
) -> None:
    files = members(data)
    bad = {
        "doi.zip": zip_members.build(files | {PHOTO: files[PHOTO] + b"\0"}),
        "noi.zip": data + b"\0",
        "cat.zip": data[:-40],
        "lat.zip": data[:200] + bytes([data[200] ^ 1]) + data[201:],
    }
    stick = tmp_path / "usb"
    stick.mkdir()
    for name, content in bad.items():
        (stick / name).write_bytes(content)
    before = kept_bytes(office.path)
    found = inspect_arrivals(office, sorted(stick.iterdir()), pki().trust)
    assert [one.sorting for one in found] == [Sorting.REFUSED] * len(bad)
    assert kept_bytes(office.path) == before


def kept_bytes(path: Path) -> dict[str, bytes]:
    """Return the office file with its journal, without the shared memory of SQLite."""
    every = path.parent.glob(f"{path.name}*")
    return {one.name: one.read_bytes() for one in every if "-shm" not in one.name}


# --- B9: names that lead elsewhere ---------------------------------------------------

NAMES = [
    "../ra-ngoai.txt",
    "..\\ra-ngoai.txt",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "c:/a.txt",
    "a/b.txt",
    "a.txt:an",
    "con",
    "NUL.txt",
    "a.",
    ".an",
    "số.txt",
    "a\u202etxt.exe",
    "",
    " ",
]


@pytest.mark.parametrize("name", NAMES)
def test_b9_a_name_that_leads_elsewhere_is_refused(
    data: bytes, tmp_path: Path, name: str
) -> None:
    made = with_members(data, [(zipfile.ZipInfo(name), b"x")])
    inside = set(tmp_path.iterdir())
    assert refusal(made, tmp_path).reason == "name"
    assert set(tmp_path.iterdir()) - inside == {tmp_path / "goi.zip"}


@pytest.mark.parametrize("name", ["REPORT.txt", "report.txt", "Manifest.JSON"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_b9_names_that_collide_are_refused(
    data: bytes, tmp_path: Path, name: str
) -> None:
    made = with_members(data, [(zipfile.ZipInfo(name), b"x")])
    assert refusal(made, tmp_path).reason == "name"


def test_b9_a_link_is_refused(data: bytes, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("lien-ket.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    made = with_members(data, [(link, b"/etc/passwd")])
    assert refusal(made, tmp_path).reason == "name"


def with_members(data: bytes, more: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    output = BytesIO(data)
    with zipfile.ZipFile(output, "a") as archive:
        for info, content in more:
            archive.writestr(info, content)
    return output.getvalue()


# --- B10: bombs ----------------------------------------------------------------------


def test_b10_a_member_that_swells_is_refused_while_it_is_read(
    data: bytes, tmp_path: Path
) -> None:
    output = BytesIO(data)
    with zipfile.ZipFile(output, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bom.txt", bytes(30_000_000))
    found = refusal(output.getvalue(), tmp_path)
    assert (found.reason, found.facts) == ("too_large", ("bom.txt",))


def test_b10_more_members_and_bytes_than_a_package_has_are_refused(
    data: bytes, tmp_path: Path
) -> None:
    many = [(zipfile.ZipInfo(f"a{n}.txt"), b"") for n in range(200)]
    assert refusal(with_members(data, many), tmp_path).reason == "too_large"
    heavy = data + bytes(zip_members.FILE_LIMIT)
    assert refusal(heavy, tmp_path).reason == "too_large"


def test_b10_archives_within_archives_are_opened_only_so_deep(
    office: Store, data: bytes, tmp_path: Path
) -> None:
    """One that holds itself has no end: depth is what stops it, as it stops this."""
    nest = data
    for number in range(40):
        output = BytesIO()
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{number}.zip", nest)
            archive.writestr(f"{number}-nua.zip", nest[:200])
        nest = output.getvalue()
    path = tmp_path / "long.zip"
    path.write_bytes(nest)
    before = kept_bytes(office.path)
    found = inspect_arrivals(office, [path], pki().trust)
    assert ("nested_archive",) in {one.reasons[0] for one in found}
    assert {one.sorting for one in found} == {Sorting.FOREIGN}
    assert len(found) < 10
    assert kept_bytes(office.path) == before


def overlapping() -> bytes:
    """Return an archive of which each member's bytes are all those behind it."""
    inner = zip_members.build({"a.txt": b"x" * 100})
    entry = inner[inner.index(b"PK\x01\x02") : inner.index(b"PK\x05\x06")]
    head = inner[: inner.index(b"PK\x01\x02")]
    listed = b"".join(entry.replace(b"a.txt", b"%c.txt" % (97 + n)) for n in range(20))
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 20, 20, len(listed), len(head), 0)
    return head + listed + end


def zip64_lie(size: int) -> bytes:
    """Return an archive whose list says of a member that it has another size."""
    made = bytearray(zip_members.build({"a.txt": b"x" * 10}))
    at = bytes(made).index(b"PK\x01\x02")
    made[at + 24 : at + 28] = struct.pack("<L", size)
    return bytes(made)


@pytest.mark.parametrize(
    "made", [overlapping(), zip64_lie(0xFFFFFFFF), zip64_lie(9), zip64_lie(2**31)]
)
def test_b10_overlaps_and_sizes_that_lie_are_refused(
    made: bytes, tmp_path: Path
) -> None:
    assert refusal(made, tmp_path).reason in {"damaged", "too_large"}


# --- B11: odd and damaged archives ---------------------------------------------------


def odd(**changes: Any) -> bytes:
    """Return an archive with a field of its first entry, or of its end, changed."""
    made = bytearray(zip_members.build({"a.txt": b"x" * 50, MANIFEST: b"{}"}))
    at = bytes(made).index(b"PK\x01\x02")
    end = bytes(made).index(b"PK\x05\x06")
    for name, value in changes.items():
        place = {"flags": at + 8, "method": at + 10, "crc": at + 16, "disk": end + 4}
        made[place[name] : place[name] + 2] = struct.pack("<H", value)
    return bytes(made)


@pytest.mark.parametrize(
    "made",
    [
        odd(flags=0x1),
        odd(flags=0x41),
        odd(method=99),
        odd(method=12),
        odd(method=1),
        odd(crc=7),
        odd(disk=3),
        odd()[:60],
        odd()[:-1],
        b"PK\x03\x04",
        b"PK\x05\x06" + bytes(18),
        b"Rar!\x1a\x07\x00",
        b"",
    ],
)
def test_b11_encrypted_split_odd_and_damaged_archives_are_one_kind_of_refusal(
    made: bytes, tmp_path: Path
) -> None:
    found = refusal(made, tmp_path)
    assert isinstance(found, PackageUnreadableError)
    assert found.reason in {"damaged", "not_package"}


# --- B12: what mail programs make of names and files ---------------------------------


@pytest.mark.parametrize(
    "name", ["goi (1).zip", "goi.zip.txt", "ATT00001.dat", "goi", "BÁO CÁO.PDF"]
)
def test_b12_a_package_is_known_by_content_whatever_its_name(
    data: bytes, tmp_path: Path, name: str
) -> None:
    assert recognise(data, name).what is What.PACKAGE
    path = tmp_path / name
    path.write_bytes(data)
    assert read_package(path, pki().trust, now=NOW).entries is not None


def test_b12_winmail_is_named_as_what_it_is() -> None:
    found = recognise(bytes.fromhex("789F3E22") + bytes(200), "winmail.dat")
    assert (found.what, found.reason) == (What.FOREIGN, ("winmail",))


# --- B13: what else lies on the stick ------------------------------------------------

WATCHED = """
import sys
from pathlib import Path
stick = sys.argv[2]
seen = set()
def hook(event, args):
    if event in {"subprocess.Popen", "os.exec", "os.system", "os.startfile"}:
        print("RUN", event, args)
    elif event in {"open", "os.listdir", "os.scandir"} and stick in str(args[0]):
        seen.add(str(args[0]))
from desktop.files.delivery import deliver
from desktop.files.package import read_package
from desktop.files.signatures.trust import Trust
from desktop.progress import silent
sys.addaudithook(hook)
made = deliver(Path(sys.argv[1]), Path(stick), progress=silent)
read_package(made.path, Trust())
import json; print(json.dumps(sorted(seen)))
"""


def test_b13_nothing_on_a_stick_is_opened_listed_or_run_but_the_package(
    data: bytes, tmp_path: Path
) -> None:
    sent, stick = tmp_path / "goi.zip", tmp_path / "usb"
    sent.write_bytes(data)
    stick.mkdir()
    for name in ("autorun.inf", "goi.exe", "desktop.ini", "Báo cáo.lnk"):
        (stick / name).write_bytes(b"MZ")
    told = subprocess.run(
        [sys.executable, "-c", WATCHED, sent, stick],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "RUN" not in told.stdout
    names = {Path(one).name for one in json.loads(told.stdout)}
    assert names <= {"goi.zip", "goi.zip.part", "usb"}
    assert "goi.zip.part" in names


# --- packages of programs before ------------------------------------------------------


def test_a_package_of_the_first_format_is_still_read() -> None:
    opened = read_package(FORMAT_1, pki().trust, now=builders.NOW)
    assert (opened.header.format_version, opened.entries) == (1, None)
    assert opened.header.evidence is EvidenceCarried.NONE
    assert (opened.header.slip, opened.header.control.code) == (0, "")
    assert "report.json" in opened.files
    assert {one.code for one in opened.verdict.findings} <= {"test_key_on_real_report"}


def test_a_seal_added_holds_the_same_entries(
    package: Path, key: Key, tmp_path: Path
) -> None:
    again = tmp_path / package.name
    shutil.copy(package, again)
    seal_again(again, pki().agency.key(tmp_path), NOW)
    found = verify_package(again, pki().trust, now=NOW)
    assert len(found.signatures) == 2
    one, two = (read_package(each, pki().trust, now=NOW) for each in (package, again))
    assert one.entries == two.entries


def test_delivering_reads_the_copy_back(data: bytes, tmp_path: Path) -> None:
    sent, stick = tmp_path / "goi.zip", tmp_path / "usb"
    sent.write_bytes(data)
    stick.mkdir()
    stages: list[str] = []
    made = deliver(sent, stick, progress=lambda step: stages.append(step.stage))
    assert stages[-1] == "rereading"
    assert made.sha256 == hashlib.sha256(data).hexdigest()
