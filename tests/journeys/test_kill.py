"""Killed in the middle of any deed, the office is whole, and the deed done or not."""

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop import paths
from desktop.files.signatures.trust import Trust
from desktop.files.signed_file import judge
from desktop.operations.evidence.check_evidence import check_evidence
from desktop.operations.offices.back_up import back_up
from desktop.operations.offices.check_office import check_office
from desktop.operations.reports.read_report import newest_copy
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.finish_signing import SIGNED_TOGETHER, finish_signings
from desktop.operations.signing.signed_folder import check_copies
from desktop.operations.signing.signings import signings
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence
from desktop.records.exchange import Delivery
from desktop.records.issued import IssuedCopy, IssuedReport
from desktop.records.period import PeriodStanding
from desktop.records.product import Product
from desktop.records.returns import Return, ReturnState
from desktop.records.verification import Integrity
from desktop.store import received, records
from desktop.store.store import Store
from tests.builders import NOW, a_clock
from tests.files.evidence.pictures import a_pdf, a_photo
from tests.journeys import dying
from tests.operations import signed_elsewhere
from tests.operations.desk import REPORT, lay_out, sit_down
from tests.operations.intake.sent_packages import a_package, an_entry, entries_of

DEATHS = 5
"""Moments at which each deed is killed: its last, and others drawn by lot."""

PASSING = (".part", ".moi", ".khoa", ".tam", "-wal", "-shm", "-journal")
"""Endings of files that say of themselves that they are not finished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A deed, what is looked at after it, and what may be seen."""

    name: str
    base: str
    look: Callable[[Store, Path], object]
    before: object
    between: tuple[object, ...] = ()
    after: object
    last: int = 1
    """Moments at its end at each of which it is killed."""


def activities(store: Store, _: Path) -> object:
    return records.count(store.reader, Activity)


def entries(store: Store, _: Path) -> object:
    return activities(store, _), records.count(store.reader, Product)


def came_in(store: Store, _: Path) -> object:
    """Count entries, and files that stand; rows that came in tell of them."""
    stand = [
        one
        for one in records.find(store.reader, Return)
        if one.state is ReturnState.ACCEPTED
    ]
    noted = sum(len(list(received.of_return(store.reader, o.id))) for o in stand)
    return activities(store, _), len(stand), noted


def issued(store: Store, _: Path) -> object:
    found = (records.count(store.reader, one) for one in (IssuedReport, IssuedCopy))
    return tuple(found)


def signers(store: Store, folder: Path) -> object:
    """Open the office as the window does; return who signed, and what that locked.

    Whoever signed, both files are those that were noted, and every signature holds.
    """
    finish_signings(store)
    acts = signings(store, REPORT)
    for kind in SIGNED_TOGETHER:
        copy = newest_copy(store, REPORT, kind)
        assert copy is not None
        data = (folder / "bao-cao" / copy.file_name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == copy.sha256, folder.name
        found = judge(copy.file_name, data, None, Trust(), now=NOW)
        assert len(found.signatures) == len(acts), folder.name
        assert all(one.integrity is Integrity.INTACT for one in found.signatures)
    return [str(one.role) for one in acts], locked(store, folder)


def new_offices(_: Store, folder: Path) -> object:
    return len(list(folder.glob(dying.NEW_OFFICE)))


def backups(_: Store, folder: Path) -> object:
    return len(list(folder.glob("sao-luu/*.stt")))


def packages(_: Store, folder: Path) -> object:
    return len(list(folder.glob("bao-cao/*.zip")))


def deliveries(store: Store, folder: Path) -> object:
    stick = sorted(
        one.read_bytes() == dying.package_in(folder).read_bytes()
        for one in (folder / dying.STICK).glob("*.zip")
    )
    states = [str(one.state) for one in records.find(store.reader, Delivery)]
    return states, stick


def proofs(store: Store, folder: Path) -> object:
    return records.count(store.reader, Evidence)


def carried(_: Store, folder: Path) -> object:
    """Return how many contents each backup on the stick has, all of them whole."""
    found = []
    for backup in (folder / dying.STICK).glob("*.stt"):
        with Store(backup, writable=False, clock=a_clock) as copy:
            health = check_evidence(copy)
        assert health.good, folder.name
        found.append(health.files)
    return found


def locked(store: Store, _: Path) -> list[str]:
    return [str(one.state) for one in records.find(store.reader, PeriodStanding)]


def signed_copies(store: Store, folder: Path) -> object:
    """Return whether each copy that is spoken of is whole, and what it locked."""
    health = check_copies(store)
    return [health.good] * health.files, locked(store, folder)


VERBS = (
    Verb(name="record_many", base="desk", look=activities, before=1, after=301),
    Verb(name="undo", base="desk", look=entries, before=(1, 1), after=(0, 0)),
    Verb(name="create_office", base="desk", look=new_offices, before=0, after=1),
    Verb(
        name="issue_and_export",
        base="desk",
        look=issued,
        before=(1, 2),
        between=((2, 2),),
        after=(2, 4),
    ),
    Verb(
        name="sign",
        base="desk",
        look=signers,
        before=([], []),
        after=(["person"], ["signed"]),
        last=4,
    ),
    Verb(
        name="seal",
        base="person",
        look=signers,
        before=(["person"], ["signed"]),
        after=(["person", "agency"], ["signed"]),
        last=4,
    ),
    Verb(name="pack", base="signed", look=packages, before=0, after=1),
    Verb(
        name="deliver",
        base="packed",
        look=deliveries,
        before=([], []),
        between=((["prepared"], []), (["prepared"], [True])),
        after=(["delivered"], [True]),
    ),
    Verb(name="back_up", base="desk", look=backups, before=0, after=1),
    Verb(name="attach", base="sources", look=proofs, before=0, after=2),
    Verb(name="close_period", base="desk", look=locked, before=[], after=["closed"]),
    Verb(
        name="attach_signed",
        base="sources",
        look=signed_copies,
        before=([], []),
        after=([True], ["signed"]),
    ),
    Verb(name="back_up_elsewhere", base="attached", look=carried, before=[], after=[2]),
    Verb(name="restore", base="desk", look=activities, before=1, after=0),
    Verb(
        name="take_in", base="arrived", look=came_in, before=(1, 0, 0), after=(3, 1, 2)
    ),
    Verb(
        name="take_back", base="taken", look=came_in, before=(3, 1, 2), after=(1, 0, 0)
    ),
)


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the folders the deeds begin in."""
    root = tmp_path_factory.mktemp("bases")
    folder = root / "desk"
    (folder / dying.STICK).mkdir(parents=True)
    lay_out(folder)
    _put_back_up_aside(folder)
    _lay_out_sources(root)
    _lay_out_arrivals(root)
    shutil.copytree(folder, root / "person")
    dying.do("sign", root / "person")
    shutil.copytree(folder, root / "signed")
    signed = sit_down(root / "signed")
    signed.sign()
    signed.store.close()
    shutil.copytree(root / "signed", root / "packed")
    packed = sit_down(root / "packed")
    pack_report(packed.store, packed.files, packed.key)
    packed.store.close()
    return root


def _lay_out_sources(root: Path) -> None:
    """Lay out a desk with files to attach, and one where they are attached."""
    sources = root / "sources"
    shutil.copytree(root / "desk", sources)
    (sources / dying.SOURCES).mkdir()
    (sources / dying.SOURCES / "ảnh.jpg").write_bytes(a_photo(300, 200))
    (sources / dying.SOURCES / "giấy mời.pdf").write_bytes(a_pdf("Giay moi"))
    desk = sit_down(sources)
    signed = signed_elsewhere.signed(desk.pdf.read_bytes(), desk.key)
    desk.store.close()
    (sources / dying.SIGNED).write_bytes(signed)
    shutil.copytree(sources, root / "attached")
    dying.do("attach", root / "attached")


def _lay_out_arrivals(root: Path) -> None:
    """Lay out a desk with a unit's package to take in, and one that took it in."""
    shutil.copytree(root / "desk", root / "arrived")
    entries = entries_of([an_entry(1), an_entry(2)])
    a_package(root / "arrived" / dying.ARRIVED, entries, None, practice=True)
    shutil.copytree(root / "arrived", root / "taken")
    dying.do("take_in", root / "taken")


def _put_back_up_aside(folder: Path) -> None:
    """Leave a backup without the activity that the office has."""
    other = folder / "other.stt"
    shutil.copy(folder / "so.stt", other)
    with Store(other, clock=a_clock) as store:
        with store.change("remove") as change:
            records.remove(change, Activity, "activity")
        back_up(store, folder / dying.BACKUP)
    other.unlink()


@contextmanager
def dying_of(verb: str, folder: Path) -> Iterator[Callable[[Path, int], int]]:
    """Yield what does a deed in a folder, to a moment; a folder is used up for it."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.dying", verb, str(folder)],
        cwd=paths.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asking, told = process.stdin, process.stdout

        def ended(place: Path, moment: int) -> int:
            asking.write(f"{moment} {place}\n")
            asking.flush()
            return int(told.readline())

        yield ended
        asking.close()
    assert process.returncode == 0


def moments(count: int, verb: Verb) -> list[int]:
    lot = random.Random(verb.name)
    last = range(max(count - verb.last, 0) + 1, count + 1)
    return sorted({*last, *lot.sample(range(1, count + 1), min(DEATHS - 1, count))})


def whole(path: Path) -> bool:
    """Tell whether a file that bears its final name is all there."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    if path.suffix in (".xlsx", ".zip"):
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    if path.suffix == ".stt":
        with Store(path, clock=a_clock) as store:
            return check_office(store).value.good
    return len(data) > 0


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_killed_deed_is_done_or_not_and_can_be_done_again(
    verb: Verb, bases: Path, tmp_path: Path
) -> None:
    def copy(name: str) -> Path:
        return Path(shutil.copytree(bases / verb.base, tmp_path / name))

    with dying_of(verb.name, copy("before")) as ended:
        count = ended(copy("whole"), 0)
        assert count > 0
        chosen = moments(count, verb)
        folders = [copy(f"killed-{moment}") for moment in chosen]
        died = {ended(*one) for one in zip(folders, chosen, strict=True)}
    assert died == {-signal.SIGKILL}
    for folder in folders:
        seen = look_after(verb, folder)
        assert seen in (verb.before, *verb.between, verb.after), folder.name
        if seen == verb.before:
            dying.do(verb.name, folder)
            assert look_after(verb, folder) == verb.after, folder.name


def look_after(verb: Verb, folder: Path) -> object:
    """Open the office, check everything that bears a final name, and look."""
    with Store(folder / "so.stt", clock=a_clock) as store:
        assert check_office(store).value.good, folder.name
        seen = verb.look(store, folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.endswith(PASSING):
            assert whole(path), path
    return seen
