"""Keys to practise with: made where nothing real is signed, and nowhere else."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError
from desktop.files.signatures.keys import load_key
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.signing.make_practice_key import FOLDER, make_practice_key
from desktop.store import preferences
from desktop.store.store import Store
from tests.builders import a_clock

PASSWORD = "mật khẩu thử"


@pytest.fixture
def practice(office_pattern: Path, tmp_path: Path) -> Iterator[Store]:
    path = Path(shutil.copy(office_pattern, tmp_path / "so.stt"))
    with Store(path, clock=a_clock) as store:
        kept = preferences.get(store.reader)
        assert kept is not None
        set_preferences(store, replace(kept, practice=True, signer_name="Y Hà"))
        yield store


def test_the_key_opens_with_its_password_and_says_it_is_a_test(
    practice: Store,
) -> None:
    path = make_practice_key(practice, "Nguyễn Thị Ánh", PASSWORD).value
    assert path.parent == practice.path.parent / FOLDER
    assert path.name == "nguyen-thi-anh.p12"
    assert load_key(path, PASSWORD).name == "Nguyễn Thị Ánh - KÝ THỬ"


def test_without_a_name_it_is_the_signers_and_never_takes_anothers_place(
    practice: Store,
) -> None:
    made = [make_practice_key(practice, "", PASSWORD).value.name for _ in range(2)]
    assert made == ["y-ha.p12", "y-ha-2.p12"]


def test_a_real_office_gets_none(store: Store) -> None:
    with pytest.raises(ConflictError) as caught:
        make_practice_key(store, "Y Hà", PASSWORD)
    assert caught.value.reason == "not_practice"
    assert not (store.path.parent / FOLDER).exists()
