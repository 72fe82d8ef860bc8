"""Check any file that may be signed, told by its content and not by its name."""

import datetime as dt
from pathlib import Path

from desktop.errors import FileError
from desktop.files.package import read_bytes, verify_package
from desktop.files.signatures.trust import Trust
from desktop.files.signed_file import ENDING, judge, kind_of, orphan
from desktop.records.verification import FileVerdict


def verify_file(
    path: Path, trust: Trust, *, now: dt.datetime | None = None
) -> FileVerdict:
    """Return what was found of a PDF, a package, a workbook or a signature.

    A workbook, or any other file, is checked with the signature beside it
    (`<name>.p7s`); a signature with the file beside it.

    Raises:
        FileError: `missing`; `unreadable` when there is nothing to check in it.
        PackageUnreadableError: A package that cannot be opened.
        PackageTooNewError: A package made by a later version of the program.
    """
    data = read_bytes(path)
    kind = kind_of(data, path.name)
    if kind == "package":
        return verify_package(path, trust, now=now)
    if kind == "signature":
        return _verify_signature(path, data, trust, now)
    beside = path.with_name(path.name + ENDING)
    signature = read_bytes(beside) if beside.is_file() else None
    if signature is None and kind == "damaged":  # most likely cut short on its way
        return verify_package(path, trust, now=now)
    if signature is None and kind not in {"pdf", "workbook"}:
        raise FileError(path, "unreadable")
    return judge(path.name, data, signature, trust, now=now)


def _verify_signature(
    path: Path, data: bytes, trust: Trust, now: dt.datetime | None
) -> FileVerdict:
    content = path.with_name(path.name.removesuffix(ENDING))
    if content == path or not content.is_file():
        return orphan(path.name)
    return judge(content.name, read_bytes(content), data, trust, now=now)
