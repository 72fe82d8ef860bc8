"""All three files of a report are signed and checked without a way out.

The certificates name places in the network for what one could ask there. Libraries
that would go there, or that only other ways of signing need, are never loaded.
"""

import subprocess
import sys
from pathlib import Path

from tests.files.pki import PASSWORD, pki
from tests.files.signatures.opc.workbooks import rich
from tests.files.signatures.printed import blank
from tests.house.source import ROOT

CHILD = r"""
import sys
WAYS_OUT = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname",
            "socket.sendto", "socket.sendmsg", "socket.bind", "urllib.Request"}
def watch(event, told):
    if event in WAYS_OUT and getattr(told[0], "family", 0) != 1:
        print("REACHED", event, told, flush=True)
        raise OSError(event)
sys.addaudithook(watch)
import datetime as dt
from pathlib import Path
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.detached import sign_detached, verify_detached
from desktop.files.signatures.keys import load_key
from desktop.files.signatures.opc.checking import verify_workbook
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.trust import Trust
from desktop.records.signing import SignerRole
folder = Path(sys.argv[1])
def bytes_of(name):
    return (folder / name).read_bytes()
key = load_key(folder / "key.p12", sys.argv[2])
now = dt.datetime.now(dt.UTC)
lists = tuple(one.read_bytes() for one in sorted(folder.glob("*.crl")))
seen = Appearance(lines=("A",))
role = SignerRole.PERSON
pdf = sign_pdf(bytes_of("a.pdf"), key, role=role, at=now, seen=seen)
book = sign_workbook(bytes_of("a.xlsx"), key, role=role, at=now)
seal = sign_detached(b"x", key, now)
for crls in ((), lists):
    trust = Trust(anchors=(bytes_of("root.der"),), crls=crls)
    for found in (
        verify_pdf(pdf, trust, "", now=now).signatures[0],
        verify_workbook(book, trust, "", now=now).signatures[0],
        verify_detached(b"x", seal, trust, "", now=now),
    ):
        print(found.integrity, found.chain, found.revocation)
unwanted = ("oscrypto", "fontTools", "requests", "uharfbuzz", "qrcode", "yaml")
print("loaded", [name for name in unwanted if name in sys.modules])
"""


def test_nothing_is_asked_of_the_network_though_certificates_name_places(
    tmp_path: Path,
) -> None:
    person = pki().person
    der = person.der
    assert b"http://ca.invalid/list.crl" in der  # both where lists and issuers are
    person.write_p12(tmp_path / "key.p12")
    (tmp_path / "a.pdf").write_bytes(blank())
    (tmp_path / "a.xlsx").write_bytes(rich())
    (tmp_path / "root.der").write_bytes(pki().root.der)
    for number, one in enumerate(pki().crls):
        (tmp_path / f"{number}.crl").write_bytes(one)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path), PASSWORD],
        check=False, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        *["intact pinned not_checked"] * 3,
        *["intact pinned good"] * 3,
        "loaded []",
    ]
