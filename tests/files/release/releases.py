"""Releases as a build lays them out: an installer, its list, its log, a signature.

The installers are as small as Windows' and NSIS's formats allow; what a real one looks
like is tried on the built one, in tests/windows.
"""

import base64
import hashlib
import struct
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.records.update import ReleaseKey

PRODUCT = "Sổ Truyền Thông"
LOG = "# Nhật ký\n\n## {0}\n\nBản mới: tìm nhanh hơn.\n\n- Một điều.\n- Hai\n  điều.\n"
"""What the log says of a version."""


def block(key: str, value: bytes = b"", kind: int = 0, inside: bytes = b"") -> bytes:
    """Return one block of a version resource, padded."""
    head = key.encode("utf-16-le") + b"\0\0"
    head += b"\0" * (-(6 + len(head)) % 4)
    body = head + value + b"\0" * (-len(value) % 4) + inside
    units = len(value) // 2 if kind else len(value)
    return struct.pack("<HHH", 6 + len(body), units, kind) + body


def text(key: str, value: str) -> bytes:
    """Return a text of a version resource."""
    made = block(key, value.encode("utf-16-le") + b"\0\0", 1)
    return made + b"\0" * (-len(made) % 4)


def version_resource(
    version: str, product: str = PRODUCT, number: str | None = None
) -> bytes:
    """Return a version resource that tells a version and, if given, another number."""
    parts = [int(one) for one in (number or version).split(".")]
    high, low = parts[0] << 16 | parts[1], parts[2] << 16
    fixed = struct.pack("<6I", 0xFEEF04BD, 0x10000, high, low, high, low) + bytes(28)
    texts = text("ProductName", product) + text("ProductVersion", version)
    table = block("StringFileInfo", inside=block("042a04b0", inside=texts))
    return block("VS_VERSION_INFO", fixed, inside=table)


def program(resource: bytes, overlay: bytes, machine: int = 0x8664) -> bytes:
    """Return a program for Windows with one section, that of its resources."""
    directories = [(0, 0), (0, 0), (0x1000, 88 + len(resource))] + [(0, 0)] * 13
    optional = struct.pack("<H", 0x20B) + bytes(106) + struct.pack("<I", 16)
    optional += b"".join(struct.pack("<II", *one) for one in directories)
    tree = b"".join(
        bytes(12) + struct.pack("<HHII", 0, 1, key, below)
        for key, below in ((16, 0x8000_0018), (1, 0x8000_0030), (1066, 72))
    )
    tree += struct.pack("<IIII", 0x1058, len(resource), 0, 0) + resource
    tree += bytes(-len(tree) % 512)
    head = b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0"
    head += struct.pack("<HHIIIHH", machine, 1, 0, 0, 0, len(optional), 0x22)
    head += optional + b".rsrc\0\0\0"
    head += struct.pack("<IIII", len(tree), 0x1000, len(tree), 512) + bytes(16)
    return head + bytes(512 - len(head)) + tree + overlay


def payload(content: bytes = b"what is to be installed" * 40) -> bytes:
    """Return what NSIS puts behind its program: its header, then what it unpacks."""
    told = struct.pack("<II", 100, 28 + len(content))
    return struct.pack("<II", 0, 0xDEADBEEF) + b"NullsoftInst" + told + content


def an_installer(
    version: str, *, product: str = PRODUCT, number: str | None = None
) -> bytes:
    """Return the smallest installer there is of a version."""
    return program(version_resource(version, product, number), payload())


def name_of(version: str) -> str:
    """Return what an installer is called."""
    return f"SoTruyenThong-{version}-cai-dat.exe"


def list_files(folder: Path) -> None:
    """Write the list of hashes of what lies in a folder, as `sha256sum` does."""
    lines = [
        f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n"
        for one in sorted(folder.iterdir())
        if not one.name.startswith("SHA256SUMS")
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), "ascii")


def sign_list(folder: Path, key: Ed25519PrivateKey) -> None:
    """Sign the list in a folder."""
    signature = key.sign((folder / "SHA256SUMS").read_bytes())
    (folder / "SHA256SUMS.sig").write_bytes(signature)


def public_half(key: Ed25519PrivateKey) -> str:
    """Return the public half of a key, in base64."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def a_key(name: str = "Nơi phát hành") -> tuple[Ed25519PrivateKey, ReleaseKey]:
    """Return a new key, and its public half as the program knows it."""
    key = Ed25519PrivateKey.generate()
    return key, ReleaseKey(name=name, public=public_half(key))


def a_release(
    folder: Path,
    version: str = "9.1.0",
    *,
    installer: bytes | None = None,
    log: str | None = LOG,
    key: Ed25519PrivateKey | None = None,
) -> Path:
    """Lay a release into a folder; return its installer."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name_of(version)
    path.write_bytes(an_installer(version) if installer is None else installer)
    if log is not None:
        (folder / "THAY_DOI.md").write_text(log.format(version), "utf-8")
    list_files(folder)
    if key is not None:
        sign_list(folder, key)
    return path
