"""What is pinned comes from files that were named, and from nowhere else."""

import os
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.signatures.trust import (
    PINNED,
    SHIPPED,
    Trust,
    fingerprint,
    load_trust,
    read_folder,
    read_pins,
)
from desktop.records.trust import Doubt, PassedOver, TrustKind
from tests.files.pki import pki


def folder(place: Path, *pins: bytes, **files: dict[str, bytes]) -> Path:
    for name, inside in files.items():
        (place / name).mkdir()
        for file, data in inside.items():
            (place / name / file).write_bytes(data)
    rows = "".join(f"{fingerprint(one)},Tên,\n" for one in pins)
    (place / PINNED).write_text(f"sha256,name,added\n{rows}", "utf-8")
    return place


def test_anchors_helpers_and_lists_are_read_in_der_and_pem(tmp_path: Path) -> None:
    everybody = pki()
    place = folder(
        tmp_path,
        everybody.root.der,
        everybody.agency.der,
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


JUNK = [
    b"",
    b"hello",
    b"-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----",
    b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
]


@pytest.mark.parametrize("data", JUNK)
def test_what_is_no_certificate_is_told_and_stops_nothing(
    tmp_path: Path, data: bytes
) -> None:
    root = pki().root.der
    place = folder(tmp_path, root, anchors={"a.der": data, "b.der": root})
    found = read_folder(place)
    assert found.trust == load_trust(place) == Trust(anchors=(root,))
    assert [(one.name, one.doubt) for one in found.passed_over] == [
        ("a.der", Doubt.UNREADABLE)
    ]


@pytest.mark.parametrize("data", JUNK)
def test_what_is_named_as_an_anchor_must_be_one(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.der").write_bytes(data)
    with pytest.raises(FileError) as caught:
        load_trust(extra=[tmp_path / "a.der"])
    assert caught.value.reason == "unreadable"


def test_an_anchor_nobody_confirmed_is_nothing_and_is_told(tmp_path: Path) -> None:
    root, agency = pki().root.der, pki().agency.der
    place = folder(tmp_path, root, anchors={"a.der": root, "b.der": agency})
    assert load_trust(place).anchors == (root,)
    assert read_folder(place).passed_over == (
        PassedOver(
            kind=TrustKind.ANCHOR,
            name="b.der",
            doubt=Doubt.NOT_PINNED,
            sha256=fingerprint(agency),
        ),
    )


def test_the_list_of_one_folder_confirms_nothing_in_another(tmp_path: Path) -> None:
    root = pki().root.der
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    one = folder(tmp_path / "one", root)
    other = folder(tmp_path / "other", anchors={"a.der": root})
    assert load_trust(one, other) == Trust()
    assert [one.doubt for one in read_folder(one).passed_over] == [Doubt.MISSING]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"sha256\n\n", b"name,added\nx,y\n", b"sha256,name\nabc,x\n"],
)
def test_a_list_of_fingerprints_that_is_none_confirms_nothing(
    tmp_path: Path, data: bytes
) -> None:
    place = folder(tmp_path, anchors={"a.der": pki().root.der})
    (place / PINNED).write_bytes(data)
    assert read_pins(place) == {}
    assert load_trust(place) == Trust()


def test_a_certificate_with_something_behind_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.der"
    file.write_bytes(pki().root.der + b"\0")
    with pytest.raises(FileError):
        load_trust(extra=[file])


def test_what_is_shipped_is_confirmed_to_the_last_file() -> None:
    assert read_folder(SHIPPED).passed_over == ()
    assert {fingerprint(one) for one in load_trust(SHIPPED).anchors} == set(
        read_pins(SHIPPED)
    )


def test_a_list_of_fingerprints_that_excel_saved_is_read(tmp_path: Path) -> None:
    root = pki().root
    place = folder(tmp_path, root.der, anchors={"a.der": root.der})
    rows = (place / PINNED).read_text("utf-8")
    (place / PINNED).write_text(rows, "utf-8-sig")
    assert read_folder(place).trust.anchors == (root.der,)


def test_a_pipe_in_place_of_a_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    place = folder(tmp_path, pki().root.der, anchors={"a.der": pki().root.der})
    for name in ("anchors/b.der", "pipe.pem"):
        os.mkfifo(place / name)
    (passed,) = read_folder(place).passed_over
    assert (passed.name, passed.doubt) == ("b.der", Doubt.UNREADABLE)
    with pytest.raises(FileError) as caught:
        load_trust(extra=[place / "pipe.pem"])
    assert caught.value.reason == "unreadable"
    (place / PINNED).unlink()
    os.mkfifo(place / PINNED)
    assert read_pins(place) == {}
