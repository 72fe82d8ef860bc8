"""Sign the files of an issued report, and check every signature right away."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import FileError, SignatureError
from desktop.operations.outcome import Outcome
from desktop.operations.read_report import newest_copy, read_issued
from desktop.progress import Progress, Step, silent
from desktop.records.change import ChangeKind
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key
    from desktop.files.signatures.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The signed files of one report."""

    pdf: Path
    workbook: Path
    workbook_signature: Path
    signer: str
    test_key: bool
    doubts: tuple[str, ...]
    """Keys of what is doubtful about the key, such as an unknown issuer."""


def sign_report(  # noqa: PLR0913  the report, its place, the key, and who trusts it
    store: Store,
    report_id: str,
    folder: Path,
    key: "Key",
    trust: "Trust",
    progress: Progress = silent,
) -> Outcome[Signed]:
    """Sign the PDF inside itself and the workbook by a signature beside it.

    Only files this program made of this report are signed: each is compared with
    the hash kept when it was made.

    Raises:
        SignatureError: The key cannot sign, or a file is not the one that was made.
        FileError: A file is missing or cannot be written.
    """
    from desktop.files import whole_file
    from desktop.files.signatures import detached, pdf, precheck

    issued = read_issued(store, report_id)
    now = store.now()
    doubts = precheck.precheck(key, trust, now)
    pdf_path, pdf_bytes, pdf_copy = _own_file(store, issued.id, folder, CopyFormat.PDF)
    book_path, book_bytes, _ = _own_file(store, issued.id, folder, CopyFormat.WORKBOOK)
    progress(Step("signing", 0, 2))
    signed = pdf.sign_pdf(pdf_bytes, key, at=now, lines=pdf.stamp_lines(key, now))
    progress(Step("signing", 1, 2))
    beside = book_path.with_name(f"{book_path.name}.p7s")
    signature = detached.sign_detached(book_bytes, key, now)
    whole_file.write(beside, signature)
    whole_file.write(pdf_path, signed)
    progress(Step("signing", 2, 2))
    with store.change("sign_report", issued.id, kind=ChangeKind.FIXED) as change:
        records.put(
            change,
            replace(
                pdf_copy,
                id=change.new_id(),
                sha256=hashlib.sha256(signed).hexdigest(),
                size=len(signed),
                made_at=now,
                signed_by=key.name,
                test_key=key.test,
            ),
        )
    value = Signed(
        pdf=pdf_path,
        workbook=book_path,
        workbook_signature=beside,
        signer=key.name,
        test_key=key.test,
        doubts=doubts,
    )
    return Outcome(value, change.touched)


def _own_file(
    store: Store, report_id: str, folder: Path, copy_format: CopyFormat
) -> tuple[Path, bytes, IssuedCopy]:
    copy = newest_copy(store, report_id, copy_format)
    if copy is None:
        raise FileError(folder, "missing")
    path = folder / copy.file_name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileError(path, "missing") from error
    if hashlib.sha256(data).hexdigest() != copy.sha256:
        raise SignatureError("document_changed", path.name)
    return path, data, copy
