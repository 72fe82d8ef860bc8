"""Ask xmlsec1 about a signed workbook, and believe its counts, not its exit code.

It leaves with 0 and says OK even where a digest of the manifest does not match.
"""

import re
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from lxml import etree

from tests.files.pki import pki

_DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
_COUNTS = re.compile(rb"(SignedInfo|Manifests) References \(ok/all\): (\d+)/(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What xmlsec1 found of one signature."""

    code: int
    signed: tuple[int, int]
    """References of SignedInfo that are right, and all there are."""
    listed: tuple[int, int]
    """References of the manifest, likewise."""
    parts: int
    """References that stand in the file."""
    said: str = ""

    @property
    def good(self) -> bool:
        """Tell whether it leaves nothing to doubt."""
        all_listed = self.listed == (self.parts, self.parts)
        return self.code == 0 and self.signed == (3, 3) and all_listed


def opinions(
    workbook: bytes, folder: Path, roots: Sequence[bytes] = ()
) -> list[Opinion]:
    """Return what xmlsec1 finds of every signature of a workbook, in order.

    `roots` in PEM are trusted, where there are none the tests' own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "signed.xlsx"
    path.write_bytes(workbook)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "parts")
    for number, root in enumerate(roots or (pki().root.pem,)):
        (folder / f"root-{number}.pem").write_bytes(root)
    (folder / "sub.pem").write_bytes(pki().issuing.pem)
    found = sorted((folder / "parts" / "_xmlsignatures").glob("sig*.xml"))
    return [_opinion(one, folder) for one in found]


def _opinion(signature: Path, folder: Path) -> Opinion:
    references = etree.parse(signature).findall(f".//{_DSIG}Manifest/{_DSIG}Reference")
    maps: list[str] = []
    for one in references:
        uri = str(one.get("URI"))
        part = folder / "parts" / uri.partition("?")[0].lstrip("/")
        maps += [f"--url-map:{uri}", str(part)]
    trusted = (("--trusted-pem", str(one)) for one in sorted(folder.glob("root-*")))
    command = (
        "xmlsec1", "--verify", "--store-references",
        *chain.from_iterable(trusted),
        "--untrusted-pem", str(folder / "sub.pem"),
        "--id-attr:Id", "http://www.w3.org/2000/09/xmldsig#:Object",
        "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
        *_further(), *maps, str(signature),
    )  # fmt: skip
    done = subprocess.run(command, check=False, capture_output=True)
    said = done.stdout + done.stderr
    counts = {one[0]: (int(one[1]), int(one[2])) for one in _COUNTS.findall(said)}
    return Opinion(
        code=done.returncode,
        signed=counts.get(b"SignedInfo", (0, 0)),
        listed=counts.get(b"Manifests", (0, 0)),
        parts=len(references),
        said=_told(said),
    )


def _told(said: bytes) -> str:
    """Return its own lines, without the parts it prints."""
    lines = said.decode(errors="replace").splitlines()
    return "\n".join(one for one in lines if one.startswith(("func=", "Error")))


def _further() -> tuple[str, ...]:
    """Return what newer versions must be told: 1.3.13 follows few addresses unasked."""
    asked = subprocess.run(
        ["xmlsec1", "--version"], check=True, capture_output=True, text=True
    )
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", asked.stdout)
    if found and tuple(map(int, found.groups())) < (1, 3, 13):
        return ()
    return ("--verbose", "--enabled-reference-uris", "empty,same-doc,local,remote")
