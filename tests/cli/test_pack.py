"""A signed report is sealed in one file, and delivered whole or not at all."""

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop import media
from desktop.cli.options import PASSWORD_VARIABLE
from desktop.files.locking import new_key, unlock_with_key, unlock_with_words
from desktop.media import Medium
from desktop.records.exchange import Delivery
from desktop.store import records
from desktop.store.store import Store
from tests.cli.practice import Practice
from tests.cli.saying import Say, digest, fault, names

KEYS = {"report", "package", "sha256", "size", "delivered", "asked_unsealed", "sealed"}
KEYS |= {"evidence", "locked", "parts"}


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "ky-thu")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "USB của tôi"
    folder.mkdir()
    return folder


def command(practice: Practice, *more: object) -> tuple[object, ...]:
    return ("pack", practice.office, "--key", practice.seal, *more)


def deliveries(practice: Practice) -> list[tuple[str, str]]:
    """Return target and state of every delivery of the office."""
    with Store(practice.office, writable=False) as store:
        found = records.find(store.reader, Delivery)
    return [(Path(one.target).name, str(one.state)) for one in found]


def test_a_package_holds_the_signed_files_and_the_figures(
    practice: Practice, say: Say
) -> None:
    said = say(*command(practice), "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    made = Path(said.data["package"])
    assert said.data["parts"] == [made.name]
    assert said.data["delivered"] is None
    assert said.data["size"] == made.stat().st_size
    assert said.data["sha256"] == hashlib.sha256(made.read_bytes()).hexdigest()
    with zipfile.ZipFile(made) as package:
        inside = set(package.namelist())
    assert inside == {
        "manifest.json",
        "manifest.json.p7s",
        "report.json",
        "entries.json",
        "bia.html",
        practice.pdf.name,
        practice.workbook.name,
    }


def test_another_key_adds_its_seal(practice: Practice, say: Say) -> None:
    before = digest(practice.pdf.parent / practice.package.name)
    said = say("pack", practice.office, "--key", practice.key, "--json")
    assert said.code == 0
    assert said.data["sha256"] != before
    with zipfile.ZipFile(said.data["package"]) as package:
        assert "manifest.json.2.p7s" in package.namelist()
    assert say("verify", said.data["package"]).code == 0


def test_a_report_for_paper_is_packed_without_a_key(
    practice: Practice, say: Say, stick: Path
) -> None:
    issued = say("report", practice.office, "--period", "2024-Q1", "--json").data
    folder = stick.parent / "giấy"
    more = ("--report", issued["report"], "--folder", folder)
    exported = say("export", practice.office, *more, "--way", "paper", "--json").data
    assert exported["pdf"].endswith("-ban-giay.pdf")
    said = say("pack", practice.office, *more, "--unsealed", "--json", "--to", stick)
    assert (said.code, said.data["asked_unsealed"]) == (0, True)
    with zipfile.ZipFile(said.data["package"]) as package:
        assert "manifest.json.p7s" not in package.namelist()
        assert Path(exported["pdf"]).name in package.namelist()
    assert say("verify", said.data["delivered"]).code == 1
    told = say("pack", practice.office, *more, "--unsealed")
    assert "chưa niêm phong" in told.out


def test_a_package_that_bears_a_seal_is_never_called_unsealed(
    practice: Practice, say: Say
) -> None:
    told = say("pack", practice.office, "--unsealed").out
    assert "chưa niêm phong" not in told
    assert "niêm phong lần trước" in told
    data = say("pack", practice.office, "--unsealed", "--json").data
    assert (data["asked_unsealed"], data["sealed"]) == (True, True)


def test_a_package_is_delivered_and_read_back(
    practice: Practice, stick: Path, say: Say
) -> None:
    said = say(*command(practice, "--to", stick), "--json")
    delivered = Path(said.data["delivered"])
    assert delivered.parent == stick
    assert digest(delivered) == said.data["sha256"]
    assert say("verify", delivered).code == 0
    assert (stick.name, "delivered") in deliveries(practice)


@pytest.mark.parametrize("kind", [Medium.REMOVABLE, Medium.FIXED])
def test_a_person_learns_that_a_stick_and_no_folder_may_be_pulled_out(
    kind: Medium,
    practice: Practice,
    stick: Path,
    say: Say,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        media,
        "drive_kind",
        lambda path: kind if stick in path.parents else Medium.FIXED,
    )
    said = say(*command(practice, "--to", stick))
    assert said.code == 0
    assert "Đã chép và đọc lại khớp" in said.out
    assert ("Có thể rút USB." in said.out) is (kind is Medium.REMOVABLE)
    assert "SHA-256: " in said.out


def test_a_stick_that_is_not_there_is_missed_and_the_try_noted(
    practice: Practice, tmp_path: Path, say: Say
) -> None:
    place = tmp_path / "none"
    error = fault(
        say, *command(practice, "--to", place), kind="DeliveryError", reason="missing"
    )
    assert "“none”" in error["what"]
    assert not place.exists()
    assert deliveries(practice).count(("none", "failed")) == 2


def test_a_stick_without_room_is_told_with_the_room_needed(
    practice: Practice, stick: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    tight = shutil.disk_usage(stick)._replace(free=1_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: tight)
    fault(say, *command(practice, "--to", stick), kind="DeliveryError", reason="full")
    assert names(stick) == []


@pytest.fixture
def largest_file() -> Iterator[Callable[[int], None]]:
    """Let this process write no larger file than told, as a full stick would."""
    import resource  # POSIX alone limits a process so

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_another_file_of_that_name_on_the_stick_is_kept(
    practice: Practice, stick: Path, say: Say
) -> None:
    mine = stick / practice.package.name
    mine.write_bytes(b"mine")
    fault(say, *command(practice, "--to", stick), kind="DeliveryError", reason="exists")
    assert mine.read_bytes() == b"mine"


def test_a_disk_full_while_packing_leaves_nothing_half_made(
    practice: Practice, say: Say, largest_file: Callable[[int], None]
) -> None:
    folder = practice.pdf.parent
    for made in folder.glob("goi_*.zip"):
        made.unlink()
    before = {one: digest(one) for one in folder.iterdir()}
    largest_file(50_000)
    fault(say, *command(practice), kind="FileError", reason="full")
    assert {one: digest(one) for one in folder.iterdir()} == before


def test_what_is_not_signed_is_not_packed(practice: Practice, say: Say) -> None:
    assert say("report", practice.office, "--period", "2024").code == 0
    before = names(practice.pdf.parent)
    fault(say, *command(practice), kind="SignatureError", reason="not_signed")
    assert names(practice.pdf.parent) == before


def test_a_member_taken_away_is_missed(practice: Practice, say: Say) -> None:
    practice.workbook.unlink()
    fault(say, *command(practice), kind="FileError", reason="missing")


@pytest.mark.parametrize("what", ["pdf", "workbook"])
def test_a_member_changed_after_signing_is_not_sent(
    what: str, practice: Practice, stick: Path, say: Say
) -> None:
    changed: Path = getattr(practice, what)
    changed.write_bytes(changed.read_bytes() + b" ")
    error = fault(
        say,
        *command(practice, "--to", stick),
        kind="SignatureError",
        reason="document_changed",
    )
    assert changed.name in error["why"]
    assert names(stick) == []


def test_packing_again_gives_every_stick_the_same_bytes(
    practice: Practice, say: Say, tmp_path: Path
) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for stick in (first, second):
        stick.mkdir()
        assert say(*command(practice), "--to", stick).code == 0
    (one,), (two,) = first.iterdir(), second.iterdir()
    assert one.read_bytes() == two.read_bytes()


WORDS = "bốn từ không liên quan"


@pytest.mark.parametrize(
    ("flags", "ending"), [((), ".zip.age"), (("--archive",), "_khoa.zip")]
)
def test_what_is_locked_with_words_is_what_is_delivered(
    practice: Practice,
    say: Say,
    stick: Path,
    tmp_path: Path,
    flags: tuple[str, ...],
    ending: str,
) -> None:
    words = tmp_path / "mật khẩu.txt"
    words.write_text(f"{WORDS}\n", encoding="utf-8")
    more = ("--to", stick, "--lock-words-file", words, *flags, "--json")
    said = say(*command(practice, *more))
    assert said.code == 0
    (copy,) = stick.iterdir()
    assert copy.name.endswith(ending)
    assert said.data["locked"].endswith(copy.name)
    opened = unlock_with_words(copy.read_bytes(), WORDS, path=copy)
    assert hashlib.sha256(opened).hexdigest() == said.data["sha256"]
    Path(said.data["locked"]).unlink()


def test_a_key_of_the_receiver_locks_and_no_key_is_told(
    practice: Practice, say: Say
) -> None:
    pair = new_key()
    said = say(*command(practice, "--lock-for", pair.public, "--json"))
    locked = Path(said.data["locked"])
    opened = unlock_with_key(locked.read_bytes(), pair.secret, path=locked)
    assert hashlib.sha256(opened).hexdigest() == said.data["sha256"]
    locked.unlink()
    refused = say(*command(practice, "--lock-for", "age1abc"))
    assert refused.code != 0
    assert "khóa công khai" in refused.err


def test_the_evidence_asked_for_goes_along(practice: Practice, say: Say) -> None:
    said = say(*command(practice, "--evidence", "reduced", "--json"))
    assert (said.code, said.data["evidence"]) == (0, "reduced")
    assert said.data["package"].endswith("_mc-gon.zip")
    Path(said.data["package"]).unlink()
