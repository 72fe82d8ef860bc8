"""Try to sign with a throw-away key, and to check what was signed."""

from desktop.operations.self_testing.bench import Bench
from desktop.records.verification import FileVerdict, Integrity


def pdf(bench: Bench) -> str:
    """Sign a PDF and check it."""
    from desktop.files.signatures.pdf.checking import verify_pdf
    from desktop.files.signatures.trust import Trust

    return _whole(verify_pdf(bench.signed_pdf, Trust(), "bao-cao.pdf"))


def workbook(bench: Bench) -> str:
    """Sign a workbook and check it."""
    from desktop.files.signatures.opc.checking import verify_workbook
    from desktop.files.signatures.trust import Trust

    return _whole(verify_workbook(bench.signed_workbook, Trust(), "bao-cao.xlsx"))


def checked_apart(bench: Bench) -> str:
    """Have the signed PDF checked by a confined process, as received files are."""
    from desktop.files.signatures.trust import Trust
    from desktop.files.verifying.process import verify_apart

    path = bench.file("bao-cao-ky.pdf", bench.signed_pdf)
    return _whole(verify_apart(path, Trust()))


def _whole(verdict: FileVerdict) -> str:
    """Return who signed.

    Raises:
        ValueError: The one signature is not whole, or not there.
    """
    states = [one.integrity for one in verdict.signatures]
    if states != [Integrity.INTACT]:
        findings = [(one.code, *one.facts) for one in verdict.findings]
        raise ValueError([str(one) for one in states], findings)
    return verdict.signatures[0].signer
