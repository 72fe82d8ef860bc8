"""Change a sealed package at random, and let its list fit again as a forger would."""

import datetime as dt
import json
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from desktop.files import zip_members
from desktop.files.package import SEAL, SECOND_SEAL, pack, seal_again
from desktop.files.signed_file import MANIFEST
from desktop.progress import silent
from desktop.records.exchange import PackageHeader
from tests.files.pki import NOW, pki
from tests.files.signatures.opc import forger

Files = dict[str, bytes]

ANYWHERE: Final = Path("package.zip")
HEADER: Final = PackageHeader(
    format_version=2,
    package_id="p-1",
    plan_id="plan-1",
    plan_title="Kế hoạch truyền thông",
    agency_id="a-1",
    agency="Phòng Văn hóa và Thông tin Đ.",
    recipient="Sở Văn hóa",
    period_code="2024",
    first_day=dt.date(2024, 1, 1),
    last_day=dt.date(2024, 12, 31),
    report_id="r-1",
    version=1,
    created_at=NOW,
    program_version="0.1",
    practice=False,
    members=(),
)


@cache
def sealed() -> bytes:
    """Return a package of a signed workbook and its data, sealed by two."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        contents = {"report.xlsx": forger.signed(), "report.txt": b"12 tin"}
        for member, content in contents.items():
            (folder / member).write_bytes(content)
        sources = {member: folder / member for member in contents}
        key, agency = pki().person.key(folder), pki().agency.key(folder)
        packed = pack(folder, HEADER, sources, key, NOW, silent)
        return seal_again(packed.path, agency, NOW).path.read_bytes()


def contents(data: bytes) -> Files:
    """Return all members but the seals, which may bear more than is signed."""
    files = zip_members.read(data, ANYWHERE).files
    return {name: one for name, one in files.items() if name not in {SEAL, SECOND_SEAL}}


def mutant(data: bytes, noise: Random) -> bytes:
    """Return a package changed in one or two ways; half of them with a fitting list."""
    files = dict(zip_members.read(data, ANYWHERE).files)
    for _ in range(noise.choice((1, 1, 2))):
        noise.choice(CHANGES)(noise, files)
    if noise.random() < 0.5 and MANIFEST in files:
        files[MANIFEST] = _fitted(files)
    return zip_members.build(files)


def _fitted(files: Files) -> bytes:
    try:
        said = json.loads(files[MANIFEST])
        said["members"] = [
            {"name": name, "size": len(one), "sha256": sha256(one).hexdigest()}
            for name, one in sorted(files.items())
            if name not in {MANIFEST, SEAL, SECOND_SEAL}
        ]
    except (ValueError, TypeError):
        return files[MANIFEST]
    told = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return told.encode()


def flip(noise: Random, files: Files) -> None:
    """Turn one bit of a member."""
    name = noise.choice(sorted(files))
    one = bytearray(files[name] or b" ")
    one[noise.randrange(len(one))] ^= 1 << noise.randrange(8)
    files[name] = bytes(one)


def cut(noise: Random, files: Files) -> None:
    """Take the end of a member away, or something out of its middle."""
    name = noise.choice(sorted(files))
    at = noise.randrange(len(files[name]) + 1)
    more = noise.choice((len(files[name]), at + 1, at + 20))
    files[name] = files[name][:at] + files[name][more:]


def append(noise: Random, files: Files) -> None:
    """Write something behind a member: seals have room there, as DER tells its end."""
    name = noise.choice(sorted(files))
    files[name] += noise.randbytes(noise.randrange(1, 30))


def drop(noise: Random, files: Files) -> None:
    """Take a member out."""
    if len(files) > 1:
        del files[noise.choice(sorted(files))]


def swap(noise: Random, files: Files) -> None:
    """Let two members change their names."""
    one, other = noise.choice(sorted(files)), noise.choice(sorted(files))
    files[one], files[other] = files[other], files[one]


def add(noise: Random, files: Files) -> None:
    """Put a copy of a member in by a new name."""
    place = noise.choice(("more.txt", "report.xlsx.p7s", SECOND_SEAL, "Report.pdf"))
    files[place] = files[noise.choice(sorted(files))]


CHANGES: tuple[Callable[[Random, Files], None], ...] = (
    flip,
    cut,
    append,
    drop,
    swap,
    add,
)
