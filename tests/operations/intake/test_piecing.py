"""Files that came in several mails are put together again, whatever their names."""

from pathlib import Path

import pytest

from desktop.files.arriving.kept import Kept, keep_bytes
from desktop.files.arriving.recognising import What, recognise
from desktop.files.split_file import split
from desktop.operations.intake.gathering import gather
from desktop.operations.intake.piecing import wholes
from desktop.operations.intake.unlocking import Words
from desktop.progress import silent
from tests.files.signatures.package_mutants import sealed


@pytest.fixture
def pieces(tmp_path: Path) -> list[tuple[str, Kept]]:
    made = split(sealed(), "gói.zip", len(sealed()) // 2)
    folder = tmp_path / "nhận"
    return [
        (f"image{n}.dat", keep_bytes(folder, one))
        for n, one in enumerate(made.values())
    ]


def test_pieces_are_known_by_content(pieces: list[tuple[str, Kept]]) -> None:
    assert len(pieces) == 3
    for name, kept in pieces:
        assert recognise(kept.path.read_bytes(), name).what is What.PIECE


def test_pieces_make_the_file_they_were(pieces: list[tuple[str, Kept]]) -> None:
    (found,) = wholes(reversed(pieces))
    assert (found.name, found.data, found.reason) == ("gói.zip", sealed(), ())


def test_a_piece_that_lacks_is_told_with_its_number(
    pieces: list[tuple[str, Kept]],
) -> None:
    (found,) = wholes(pieces[:1] + pieces[2:])
    assert found.reason == ("piece_missing", "2")
    assert found.names == ("image0.dat", "image2.dat")


def test_a_drop_of_all_pieces_yields_the_package_and_of_some_each_of_them(
    pieces: list[tuple[str, Kept]], tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    for name, kept in pieces:
        (stick / name).write_bytes(kept.path.read_bytes())
    dropped = sorted(stick.iterdir())
    (whole,) = gather(tmp_path / "n", dropped, Words(), silent)
    assert whole.found.what is What.PACKAGE
    assert whole.kept is not None
    assert whole.kept.path.read_bytes() == sealed()
    some = list(gather(tmp_path / "n", dropped[1:], Words(), silent))
    assert [one.found.reason for one in some] == [("piece_missing", "1")] * 2
    assert [one.name for one in some] == ["image1.dat", "image2.dat"]
