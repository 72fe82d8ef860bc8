"""A root is believed only after its fingerprint was given by somebody."""

import csv
import hashlib
from pathlib import Path

import pytest

from desktop.errors import FileError, TrustError
from desktop.files.signatures.trust import load_trust
from desktop.operations.trust.add_anchor import add_anchor, look_at_anchor
from tests.files.pki import NOW, pki
from tests.operations.trusting import own, root, written

__all__ = ["own", "root"]

RIGHT = hashlib.sha256(pki().root.der).hexdigest()


def test_looking_changes_nothing_and_shows_the_fingerprint(
    own: Path, root: Path
) -> None:
    found = look_at_anchor(root)
    assert (found.name, found.sha256) == ("Gốc", RIGHT)
    assert not own.exists()


@pytest.mark.parametrize(
    "typed",
    [
        RIGHT,
        RIGHT.upper(),
        " ".join(RIGHT[at : at + 4] for at in range(0, 64, 4)),
        ":".join(RIGHT[at : at + 2] for at in range(0, 64, 2)),
    ],
    ids=["plain", "capitals", "fours", "colons"],
)
def test_with_the_right_fingerprint_it_is_copied_and_believed(
    own: Path, root: Path, typed: str
) -> None:
    pinned = add_anchor(root, typed, now=NOW).value
    root.unlink()
    assert (pinned.name, pinned.sha256, pinned.shipped) == ("Gốc", RIGHT, False)
    assert load_trust(own).anchors == (pki().root.der,)
    with (own / "pinned.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows == [{"sha256": RIGHT, "name": "Gốc", "added": NOW.date().isoformat()}]


@pytest.mark.parametrize(
    "typed",
    ["", "0" * 64, RIGHT[:-1], RIGHT[:-1] + "g"],
    ids=["none", "another", "short", "no_digit"],
)
def test_with_another_fingerprint_nothing_is_believed(
    own: Path, root: Path, typed: str
) -> None:
    with pytest.raises(TrustError) as caught:
        add_anchor(root, typed)
    assert (caught.value.reason, caught.value.facts) == (
        "fingerprint_differs",
        (RIGHT,),
    )
    assert not own.exists()


def test_a_second_root_leaves_the_first(own: Path, root: Path, tmp_path: Path) -> None:
    add_anchor(root, RIGHT, now=NOW)
    other = written(tmp_path, "khac.pem", pki().issuing.pem)
    sha256 = look_at_anchor(other).sha256
    add_anchor(other, sha256)
    assert set(load_trust(own).anchors) == {pki().root.der, pki().issuing.der}
    assert (own / "pinned.csv").read_text("utf-8").count("\n") == 3


def test_the_same_root_twice_is_told(root: Path) -> None:
    add_anchor(root, RIGHT)
    with pytest.raises(TrustError) as caught:
        add_anchor(root, RIGHT)
    assert caught.value.reason == "pinned_already"


def test_only_one_authority_may_be_in_the_file(tmp_path: Path) -> None:
    everybody = pki()
    for name, data, reason in (
        ("a.cer", b"no certificate", "not_certificate"),
        ("b.cer", everybody.crls[0], "not_certificate"),
        ("c.cer", everybody.person.der, "not_authority"),
        ("d.pem", everybody.root.pem + everybody.issuing.pem, "several"),
    ):
        with pytest.raises(TrustError) as caught:
            look_at_anchor(written(tmp_path, name, data))
        assert caught.value.reason == reason, name
    with pytest.raises(FileError) as missing:
        look_at_anchor(tmp_path / "none.cer")
    assert missing.value.reason == "missing"
