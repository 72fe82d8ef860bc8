"""The trust folder changes whole or not at all, and keeps what was there."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.signatures import trust, trust_folder
from desktop.files.signatures.trust import fingerprint, load_trust
from tests.files.pki import NOW, pki

ROOT = pki().root.der


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "goc.der"
    path.write_bytes(ROOT)
    return path


def test_the_list_of_fingerprints_keeps_the_day_of_each(
    tmp_path: Path, file: Path
) -> None:
    own = tmp_path / "trust"
    trust_folder.pin(own, file, fingerprint(ROOT), NOW)
    file.write_bytes(pki().issuing.der)
    later = NOW + dt.timedelta(days=9)
    trust_folder.pin(own, file, fingerprint(pki().issuing.der), later)
    days = [row[-10:] for row in (own / "pinned.csv").read_text("utf-8").splitlines()]
    assert days[1:] == [NOW.date().isoformat(), later.date().isoformat()]


def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_is_believed(
    tmp_path: Path, file: Path
) -> None:
    own = tmp_path / "trust"
    own.write_bytes(b"a file in its place")
    with pytest.raises(FileError):
        trust_folder.pin(own, file, fingerprint(ROOT), NOW)
    assert own.read_bytes() == b"a file in its place"


def test_a_root_is_believed_last_so_that_half_a_deed_believes_nothing(
    tmp_path: Path, file: Path
) -> None:
    own = tmp_path / "trust"
    (own / "pinned.csv").mkdir(parents=True)  # the last write fails
    with pytest.raises(FileError):
        trust_folder.pin(own, file, fingerprint(ROOT), NOW)
    assert (own / "anchors").is_dir()
    assert load_trust(own) == trust.Trust()


def test_what_was_put_there_by_hand_stays_when_it_is_no_longer_believed(
    tmp_path: Path, file: Path
) -> None:
    own = tmp_path / "trust"
    trust_folder.pin(own, file, fingerprint(ROOT), NOW)
    by_hand = own / "anchors" / "tay.cer"
    by_hand.write_bytes(ROOT)
    trust_folder.unpin(own, fingerprint(ROOT))
    assert list((own / "anchors").iterdir()) == [by_hand]
    assert load_trust(own) == trust.Trust()


def test_what_ships_and_what_is_added_is_told_apart(tmp_path: Path, file: Path) -> None:
    ships, own = tmp_path / "ships", tmp_path / "own"
    trust_folder.pin(ships, file, fingerprint(ROOT), NOW)
    file.write_bytes(pki().issuing.der)
    trust_folder.pin(own, file, fingerprint(pki().issuing.der), NOW)
    kept = trust_folder.survey(ships, own)
    assert [(one.name, one.shipped) for one in kept.anchors] == [
        ("Gốc", True),
        ("Cấp phát", False),
    ]
    (own / "crls").mkdir()
    (own / "crls" / "a.crl").write_bytes(pki().crls[1])
    (listed,) = trust_folder.survey(ships, own).lists
    assert (listed.shipped, listed.known) == (False, True)
