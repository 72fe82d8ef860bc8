"""A root the office added is believed until it is removed, and one that ships stays."""

from pathlib import Path

import pytest

from desktop.errors import TrustError
from desktop.files.signatures import trust
from desktop.operations.trust.add_anchor import add_anchor, look_at_anchor
from desktop.operations.trust.read_trust import read_trust
from desktop.operations.trust.remove_anchor import remove_anchor
from tests.files.pki import pki
from tests.operations.trusting import own, root, written

__all__ = ["own", "root"]


def test_what_is_removed_is_believed_no_more(own: Path, root: Path) -> None:
    sha256 = look_at_anchor(root).sha256
    add_anchor(root, sha256)
    assert remove_anchor(sha256.upper()).value == "Gốc"
    assert read_trust().value.anchors == ()
    assert read_trust().value.passed_over == ()
    assert list((own / "anchors").iterdir()) == []


def test_one_whose_file_is_gone_can_be_removed_too(own: Path, root: Path) -> None:
    sha256 = look_at_anchor(root).sha256
    add_anchor(root, sha256)
    for file in (own / "anchors").iterdir():
        file.unlink()
    assert remove_anchor(sha256).value == "Gốc"
    assert read_trust().value.passed_over == ()


def test_what_was_never_added_cannot_be_removed(own: Path) -> None:
    with pytest.raises(TrustError) as caught:
        remove_anchor("ab" * 32)
    assert (caught.value.reason, caught.value.facts) == ("not_pinned", ("ab" * 32,))
    assert not own.exists()


def test_what_ships_cannot_be_removed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ships = tmp_path / "ships"
    (ships / "anchors").mkdir(parents=True)
    sha256 = look_at_anchor(written(ships / "anchors", "a.der", pki().root.der)).sha256
    (ships / "pinned.csv").write_text(f"sha256,name,added\n{sha256},Gốc,\n", "utf-8")
    monkeypatch.setattr(trust, "SHIPPED", ships)
    assert [one.shipped for one in read_trust().value.anchors] == [True]
    with pytest.raises(TrustError) as caught:
        remove_anchor(sha256)
    assert caught.value.reason == "shipped"
