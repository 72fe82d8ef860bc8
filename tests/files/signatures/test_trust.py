"""What is pinned comes from files that were named, and from nowhere else."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.signatures.trust import SHIPPED, Trust, load_trust
from tests.files.pki import pki


def folder(place: Path, **files: dict[str, bytes]) -> Path:
    for name, inside in files.items():
        (place / name).mkdir()
        for file, data in inside.items():
            (place / name / file).write_bytes(data)
    return place


def test_anchors_helpers_and_lists_are_read_in_der_and_pem(tmp_path: Path) -> None:
    everybody = pki()
    place = folder(
        tmp_path,
        anchors={"a.der": everybody.root.der, "b.PEM": everybody.agency.pem},
        intermediates={"c.cer": everybody.issuing.pem},
        crls={"d.crl": everybody.crls[0]},
    )
    assert load_trust(place) == Trust(
        anchors=(everybody.root.der, everybody.agency.der),
        intermediates=(everybody.issuing.der,),
        crls=(everybody.crls[0],),
    )


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    place = folder(tmp_path, anchors={"README.md": b"x", ".gitkeep": b""})
    assert load_trust(place) == Trust()


def test_the_same_anchor_twice_is_one(tmp_path: Path) -> None:
    file = tmp_path / "root.pem"
    file.write_bytes(pki().root.pem + b"\n" + pki().root.pem)
    assert load_trust(extra=[file, file]).anchors == (pki().root.der,)


def test_a_missing_folder_gives_nothing_but_a_missing_file_is_told(
    tmp_path: Path,
) -> None:
    assert load_trust(tmp_path / "none") == Trust()
    with pytest.raises(FileError) as caught:
        load_trust(extra=[tmp_path / "none.der"])
    assert (caught.value.reason, caught.value.path.name) == ("missing", "none.der")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----",
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    ],
)
def test_what_is_no_certificate_is_told_and_not_passed_over(
    tmp_path: Path, data: bytes
) -> None:
    place = folder(tmp_path, anchors={"a.der": data})
    with pytest.raises(FileError) as caught:
        load_trust(place)
    assert caught.value.reason == "unreadable"


def test_a_certificate_with_something_behind_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.der"
    file.write_bytes(pki().root.der + b"\0")
    with pytest.raises(FileError):
        load_trust(extra=[file])


def test_what_is_shipped_can_be_read() -> None:
    assert isinstance(load_trust(SHIPPED), Trust)
