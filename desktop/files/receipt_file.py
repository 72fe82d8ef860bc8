"""Write the receipt a sender gets back, sealed where there is a key, and read it."""

import datetime as dt
import hashlib
import html
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, Final

from desktop.errors import PackageForgedError, PackageUnreadableError
from desktop.files import whole_file, zip_members
from desktop.files.package import read_bytes
from desktop.files.signed_file import ENDING
from desktop.files.wire.receipt import ToldReceipt, receipt_from_json, receipt_to_json
from desktop.paths import RESOURCES
from desktop.records.verification import Integrity, SignatureVerdict
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.rules.times import format_moment
from desktop.rules.vietnamese import slug

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key, Scheme
    from desktop.files.signatures.trust import Trust

RECEIPT: Final = "bien-nhan.json"
"""Member that holds the receipt: by it a receipt is told from a package."""
SEAL: Final = RECEIPT + ENDING
PAGE: Final = "bien-nhan.html"
"""Member that tells it in any browser."""
PAPER: Final = "bien-nhan.pdf"
"""Member that is printed, or filed beside the report."""

_BLANK: Final = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReceipt:
    """A receipt every byte of which is what was written."""

    told: ToldReceipt
    seal: SignatureVerdict | None
    """None where no key sealed it."""
    sha256: str
    """Of the whole file."""


def file_name(told: ToldReceipt) -> str:
    """Return the ASCII name a receipt bears."""
    version = f"v{told.version}" + (f"-dc{told.slip}" if told.slip else "")
    parts = ("bien-nhan", slug(told.sender), slug(told.period_code), version)
    return "_".join(one for one in parts if one) + ".zip"


def write_receipt(
    folder: Path,
    told: ToldReceipt,
    key: "Key | None",
    at: dt.datetime,
    *,
    scheme: "Scheme" = "plain",
) -> Path:
    """Write a receipt into a folder; the hashes of its pages are filled in here.

    Raises:
        FileError: The folder cannot be written to.
        SignatureError: The key cannot sign.
    """
    signed = _signed(key, at)
    page, paper = _page(told, signed), _paper(told, signed)
    content = receipt_to_json(
        replace(told, page_sha256=_hash(page), paper_sha256=_hash(paper))
    )
    files = {RECEIPT: content, PAGE: page, PAPER: paper}
    if key is not None:
        from desktop.files.signatures.detached import sign_detached

        files[SEAL] = sign_detached(content, key, at, scheme)
    with suppress(OSError):  # what cannot be made is told when it is written to
        folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(told)
    whole_file.write(path, zip_members.build(files))
    return path


def blank_hash() -> str:
    """Return what stands for the hash of a page that is not drawn yet."""
    return _BLANK


def read_receipt(
    path: Path, trust: "Trust", *, now: dt.datetime | None = None
) -> ReadReceipt:
    """Return a receipt whose seal, if it has one, holds over it.

    Raises:
        FileError: `missing` or `unreadable`.
        PackageUnreadableError: `not_package`, `damaged`, `content` and the like.
        PackageForgedError: `signature`, `hash`, `unlisted`, `missing`, with a member.
        PackageTooNewError: Made by a later version of the program.
    """
    data = read_bytes(path)
    files = dict(zip_members.read(data, path).files)
    if RECEIPT not in files:
        raise PackageUnreadableError(path, "not_package")
    seal = _seal(files, path, trust, now)
    told = receipt_from_json(files[RECEIPT], name=path)
    for name in files.keys() - {RECEIPT, SEAL, PAGE, PAPER}:
        raise PackageForgedError(path, "unlisted", name)
    for name, sha256 in ((PAGE, told.page_sha256), (PAPER, told.paper_sha256)):
        if name not in files:
            raise PackageForgedError(path, "missing", name)
        if _hash(files[name]) != sha256:
            raise PackageForgedError(path, "hash", name)
    return ReadReceipt(told=told, seal=seal, sha256=hashlib.sha256(data).hexdigest())


def _seal(
    files: Mapping[str, bytes], path: Path, trust: "Trust", now: dt.datetime | None
) -> SignatureVerdict | None:
    if SEAL not in files:
        return None
    from desktop.files.signatures.detached import verify_detached

    found = verify_detached(files[RECEIPT], files[SEAL], trust, SEAL, now=now)
    if found.integrity is not Integrity.INTACT:
        raise PackageForgedError(path, "signature", RECEIPT)
    return found


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _signed(key: "Key | None", at: dt.datetime) -> Mapping[str, str]:
    """Return who seals a receipt, by which certificate and when; empty for nobody."""
    if key is None:
        return {}
    return {
        "signer": key.name,
        "issuer": key.issuer,
        "until": format_date(key.not_after.date()),
        "at": format_moment(at),
        "test": "test" if key.test else "",
    }


def _page(told: ToldReceipt, signed: Mapping[str, str]) -> bytes:
    words = _words()
    facts = (
        Template(words["fact"]).substitute(label=label, value=html.escape(value))
        for label, value in _facts(told, signed, words)
    )
    mark = Template(words["mark"]).substitute(text=words["practice"])
    page = Template(words["page"].lstrip()).substitute(
        title=html.escape(_title(told, words)),
        practice=mark if told.practice else "",
        facts="\n".join(facts),
    )
    return page.encode()


def _paper(told: ToldReceipt, signed: Mapping[str, str]) -> bytes:
    from desktop.files.pdf.receipt_page import draw_receipt

    words = _words()
    mark = words["practice"] if told.practice else ""
    facts = tuple(_facts(told, signed, words))
    return draw_receipt(_title(told, words), mark, facts, told.received_at)


def _title(told: ToldReceipt, words: Mapping[str, Any]) -> str:
    return Template(words["title"]).substitute(receiver=told.receiver)


def _facts(
    told: ToldReceipt, signed: Mapping[str, str], words: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield labels and values of what there is to tell, who sealed it last."""
    values = words["values"]
    for key, value in (*_told(told, values), *_sealed(signed, values)):
        if value:
            yield words["labels"][key], value


def _sealed(
    signed: Mapping[str, str], values: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield by whom and what it was sealed; where by nobody, that it was not.

    The page proves nothing: it says where the seal is, which a program checks.
    """
    if not signed:
        yield "signer", values["unsigned"]
        return
    yield "signer", signed["signer"]
    yield "certificate", Template(values["certificate"]).substitute(signed)
    yield "signed", Template(values["signed"]).substitute(signed)
    yield "worth", values["test"] if signed["test"] else values["check"]


def _told(told: ToldReceipt, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "sender", told.sender
    yield (
        "days",
        Template(values["days"]).substitute(
            first=format_date(told.first_day), last=format_date(told.last_day)
        ),
    )
    yield "version", str(told.version)
    yield "slip", str(told.slip or "")
    if told.parts > 1:
        yield (
            "parts",
            Template(values["parts"]).substitute(
                held=told.parts_held, parts=told.parts
            ),
        )
    yield "received", format_moment(told.received_at)
    yield "entries", format_integer(told.entries)
    yield "attendance", format_integer(told.attendance)
    yield "control", told.control


def _words() -> dict[str, Any]:
    path = RESOURCES / "templates" / "receipt.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
