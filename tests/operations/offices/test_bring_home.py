"""What lies where it must not be written comes home whole, and stays there as it is."""

import shutil
from pathlib import Path

import pytest

from desktop import media
from desktop.errors import PlaceUnfitError, StoreUnavailableError
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.operations.offices.bring_home import bring_home
from desktop.operations.offices.check_office import check_office
from desktop.store import journal
from desktop.store.store import Store
from tests.operations.evidence_desk import attached


def test_the_copy_has_the_whole_history_and_its_own_evidence(
    office: Path, tmp_path: Path
) -> None:
    with Store(office) as store:
        attached(store)
        head = journal.head(store.reader)
    far = tmp_path / "OneDrive"
    shutil.copytree(office.parent, far, ignore=shutil.ignore_patterns("OneDrive"))
    before = (far / "so.stt").read_bytes()
    home = tmp_path / "máy" / "so.stt"
    assert bring_home(far / "so.stt", home).value == home
    with Store(home) as store:
        assert journal.head(store.reader) == head
        assert folder_of(store).is_relative_to(home.parent)
        assert check_office(store).value.good
    assert (far / "so.stt").read_bytes() == before


def test_nothing_is_replaced_and_no_unfit_place_taken(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "x.stt"
    taken.write_text("quý giá")
    with pytest.raises(StoreUnavailableError) as caught:
        bring_home(office, taken)
    assert caught.value.reason == "exists"
    assert taken.read_text() == "quý giá"
    with pytest.raises(PlaceUnfitError) as refused:
        bring_home(office, tmp_path / "Dropbox" / "so.stt")
    assert (refused.value.reason, refused.value.facts) == ("cloud", ("Dropbox",))
    monkeypatch.setattr(media, "drive_kind", lambda _: media.Medium.NETWORK)
    with pytest.raises(PlaceUnfitError):
        bring_home(office, tmp_path / "mới.stt")
