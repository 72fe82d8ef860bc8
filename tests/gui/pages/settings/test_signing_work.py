"""What this machine signs with is read whole, damaged pictures included."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.gui.pages.settings import signing_work
from desktop.gui.pages.settings.signing_work import OwnSigning
from desktop.paths import user_folder
from desktop.progress import silent
from desktop.records.signing import SignerRole
from tests.gui.pages.settings import pictures

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


def read() -> OwnSigning:
    own = signing_work.read_own(silent).value
    assert isinstance(own, OwnSigning)
    return own


def test_a_machine_that_never_signed_has_nothing() -> None:
    own = read()
    assert dict(own.pictures) == {PERSON: None, AGENCY: None}
    assert not own.faults


def test_a_picture_somebody_damaged_is_told_and_the_other_still_shown(
    tmp_path: Path,
) -> None:
    signature = pictures.a_signature(tmp_path / "ký.png")
    signing_work.keep_picture(PERSON, signature, 0.0, silent)
    seal = pictures.a_seal(tmp_path / "dấu.png")
    signing_work.keep_picture(AGENCY, seal, 36.0, silent)
    (kept,) = user_folder().rglob("seal.png")
    kept.write_bytes(b"\x89PNG\r\n\x1a\n broken")
    own = read()
    assert own.pictures[PERSON] is not None
    assert own.pictures[AGENCY] is None
    assert isinstance(own.faults[0], FileError)


def test_without_a_seal_there_is_nothing_to_resize() -> None:
    own = signing_work.resize_seal(40.0, silent).value
    assert isinstance(own, OwnSigning)
    assert own.pictures[AGENCY] is None


def test_a_width_no_place_has_is_refused(tmp_path: Path) -> None:
    seal = pictures.a_seal(tmp_path / "dấu.png")
    signing_work.keep_picture(AGENCY, seal, 36.0, silent)
    with pytest.raises(FileError, match="picture_wide"):
        signing_work.resize_seal(100.0, silent)


def test_changes_of_one_thing_leave_the_other() -> None:
    signing_work.set_scheme("pss", silent)
    own = signing_work.forget_key(silent).value
    assert isinstance(own, OwnSigning)
    assert own.settings.scheme == "pss"
