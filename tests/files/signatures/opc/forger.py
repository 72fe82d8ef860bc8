"""Sign small workbooks, and do to them what an attacker, or another program, would."""

import hashlib
import tempfile
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from lxml import etree

from desktop.files.signatures.opc import parts
from desktop.files.signatures.opc.checking import verify_workbook
from desktop.files.signatures.opc.markup import canonical
from desktop.files.signatures.opc.names import DSIG, EXCLUSIVE, XADES
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.records.signing import SignerRole
from desktop.records.verification import FileVerdict
from tests.files.pki import NOW, Identity, pki
from tests.files.signatures.opc.workbooks import changed, rich

SIGNATURE: Final = "_xmlsignatures/sig1.xml"
SECOND: Final = "_xmlsignatures/sig2.xml"
TYPES: Final = "[Content_Types].xml"
ROOT: Final = "_rels/.rels"
BOOK: Final = "xl/_rels/workbook.xml.rels"
SHEET: Final = "xl/worksheets/sheet1.xml"
OF_SHEET: Final = "xl/worksheets/_rels/sheet1.xml.rels"

Edit = Callable[[Any], object]
Sign = Callable[[bytes], bytes]


@cache
def signed() -> bytes:
    """Return a rich workbook signed by a person."""
    with tempfile.TemporaryDirectory() as folder:
        key = pki().person.key(Path(folder))
    return sign_workbook(
        rich(),
        key,
        role=SignerRole.PERSON,
        at=NOW,
        reason="Báo cáo quý",
        place="Kon Tum",
    )


@cache
def twice() -> bytes:
    """Return it signed by the agency too."""
    with tempfile.TemporaryDirectory() as folder:
        key = pki().agency.key(Path(folder))
    return sign_workbook(signed(), key, role=SignerRole.AGENCY, at=NOW)


def judged(data: bytes) -> FileVerdict:
    """Return the program's verdict."""
    return verify_workbook(data, pki().trust, "x.xlsx", now=NOW)


def told(data: bytes) -> set[tuple[str, ...]]:
    """Return codes and facts of everything found wrong."""
    return {(one.code, *one.facts) for one in judged(data).findings}


def held(data: bytes, name: str) -> bytes:
    """Return a part."""
    return parts.read(data)[name]


def spoiled(data: bytes, name: str, old: str | bytes, new: str | bytes = b"") -> bytes:
    """Return a workbook with a text of one part replaced by another, once."""
    old = old.encode() if isinstance(old, str) else old
    new = new.encode() if isinstance(new, str) else new
    content = held(data, name)
    assert old in content, (old, content[:2000])
    return changed(data, {name: content.replace(old, new, 1)})


def edited(data: bytes, name: str, edit: Edit) -> bytes:
    """Return a workbook with the tree of one part changed."""
    root = etree.fromstring(held(data, name))
    edit(root)
    whole = root.getroottree()  # with what stands before and behind the root
    return changed(data, {name: etree.tostring(whole, encoding="UTF-8")})


def related(data: bytes, name: str, told_so: str) -> bytes:
    """Return a workbook with one more relationship, as XML, at the end of a part."""
    return spoiled(data, name, "</Relationships>", f"{told_so}</Relationships>")


def overridden(data: bytes, part: str, kind: str) -> bytes:
    """Return a workbook with one more content type."""
    override = f'<Override PartName="/{part}" ContentType="{kind}"/>'
    return spoiled(data, TYPES, "</Types>", f"{override}</Types>")


def dsig(name: str) -> str:
    """Return a name of XML-DSig."""
    return f"{{{DSIG}}}{name}"


def xades(name: str) -> str:
    """Return a name of XAdES."""
    return f"{{{XADES}}}{name}"


def below(root: Any, *names: str) -> Any:
    """Return the element at the end of a path of names in XML-DSig."""
    found = root.find("/".join(map(dsig, names)))
    assert found is not None, names
    return found


def by_id(root: Any, name: str) -> Any:
    """Return the element of an id."""
    (found,) = root.xpath(f"//*[@Id='{name}']")
    return found


# --- signing what no honest program would sign ----------------------------------


def resigned(
    data: bytes,
    edit: Edit,
    who: Identity | None = None,
    sign: Sign | None = None,
) -> bytes:
    """Return a workbook whose signature was changed and then signed anew.

    The digests of what is signed are taken again, those of parts are not.
    """
    signer = who or pki().person

    def renew(root: Any) -> None:
        edit(root)
        for reference in root.iterfind(f"{dsig('SignedInfo')}/{dsig('Reference')}"):
            _renew_digest(root, reference)
        info = below(root, "SignedInfo")
        value = (sign or rsa_sign(signer))(_form(info, info[0]))
        below(root, "SignatureValue").text = b64encode(value).decode()

    return edited(data, SIGNATURE, renew)


def rsa_sign(who: Identity, kind: hashes.HashAlgorithm | None = None) -> Sign:
    """Return the power to sign by PKCS#1 v1.5, SHA-256 if not told otherwise."""
    private = who.private
    assert isinstance(private, rsa.RSAPrivateKey)
    return lambda data: private.sign(data, padding.PKCS1v15(), kind or hashes.SHA256())


def certified(who: Identity, digest: str = "sha256") -> Edit:
    """Return the change that puts another signer in, as stated and as shown."""

    def put(root: Any) -> None:
        shown = below(root, "KeyInfo", "X509Data", "X509Certificate")
        shown.text = b64encode(who.der).decode()
        stated = root.find(f".//{xades('CertDigest')}/{dsig('DigestValue')}")
        stated.text = b64encode(hashlib.new(digest, who.der).digest()).decode()

    return put


def _renew_digest(root: Any, reference: Any) -> None:
    element = by_id(root, reference.get("URI")[1:])
    transform = reference.find(f"{dsig('Transforms')}/{dsig('Transform')}")
    kind = below(reference, "DigestMethod").get("Algorithm").rpartition("#")[2]
    digest = hashlib.new(kind, _form(element, transform)).digest()
    below(reference, "DigestValue").text = b64encode(digest).decode()


def _form(element: Any, method: Any) -> bytes:
    """Return an element in the form that is hashed: what is asked for, or plain."""
    if method is None or method.get("Algorithm") != EXCLUSIVE:
        return canonical(element)
    alone = etree.fromstring(etree.tostring(element, with_tail=False))
    return bytes(etree.tostring(alone, method="c14n", exclusive=True))
