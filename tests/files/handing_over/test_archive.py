"""Many files behind each other: any program that reads tar shows them."""

import io
import tarfile
from pathlib import Path

import pytest

from desktop.errors import HandoverError
from desktop.files.handing_over.archive import HEADER, Taking, archive
from desktop.files.wire.handover import Header, header_to_json
from desktop.progress import silent
from tests.files.handing_over.test_handover_file import CONTENTS, a_header, laid

HERE = Path("so.stt-ban-giao")


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    header = a_header(CONTENTS)
    places = laid(tmp_path / "in", CONTENTS)
    told = header_to_json(header)
    return b"".join(archive(told, header.files, places, HERE, silent))


def taking(folder: Path) -> Taking:
    def place(header: Header) -> dict[str, Path]:
        return {one.name: folder / f"o{n}" for n, one in enumerate(header.files)}

    return Taking(HERE, place, silent)


def test_a_plain_tar_shows_the_header_and_every_file(data: bytes) -> None:
    with tarfile.open(fileobj=io.BytesIO(data)) as found:
        assert found.getnames() == [HEADER, "000001", "000002", "000003"]
        sizes = [one.size for one in found.getmembers()[1:]]
    assert sizes == [len(one) for one in CONTENTS.values()]


@pytest.mark.parametrize("piece", [1, 511, 70_000])
def test_it_is_taken_apart_in_pieces_of_any_size(
    tmp_path: Path, data: bytes, piece: int
) -> None:
    one = taking(tmp_path)
    for start in range(0, len(data), piece):
        one.write(data[start : start + piece])
    one.finish()
    found = [(tmp_path / f"o{n}").read_bytes() for n in range(3)]
    assert found == list(CONTENTS.values())


def test_what_is_missing_or_too_much_is_damage(tmp_path: Path, data: bytes) -> None:
    one = taking(tmp_path)
    one.write(data[:-1])
    with pytest.raises(HandoverError, match="handover_damaged"):
        one.finish()
    one.write(data[-1:])
    with pytest.raises(HandoverError, match="handover_damaged"):
        one.write(b"x")


def test_a_file_with_another_content_is_damage(tmp_path: Path, data: bytes) -> None:
    at = data.index(b"SQLite")
    one = taking(tmp_path)
    with pytest.raises(HandoverError, match="handover_damaged"):
        one.write(data[:at] + b"?" + data[at + 1 :])
    one.close()
