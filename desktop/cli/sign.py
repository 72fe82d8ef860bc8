"""`sign`: sign the files of an issued report, for the person or the agency."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options, signing_key
from desktop.cli.signing_key import KeySource
from desktop.files.package import Packed
from desktop.files.signatures.keys import Key
from desktop.operations.office_time import office_time
from desktop.operations.reports.read_report import export_folder, read_issued
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.choose_key import chosen_key
from desktop.operations.signing.sign_report import (
    ReportFiles,
    Signed,
    Signing,
    refuse_turn,
    sign_report,
)
from desktop.operations.signing.signature_seen import signature_seen
from desktop.operations.signing.signings import next_role
from desktop.operations.signing.verify_file import own_trust
from desktop.progress import Progress
from desktop.records.signing import SignerRole
from desktop.store.store import Store
from desktop.wording import labels
from desktop.wording.stamps import TEST_MARK, stamp_lines
from desktop.wording.verdicts import signing_doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How somebody wants to sign."""

    role: SignerRole | None
    """None: whoever's turn it is."""
    reason: str = ""
    pack: bool = False


@click.command(
    short_help="Ký báo cáo đã ban hành.",
    options_metavar="[TÙY CHỌN]",
    help="Ký số tệp PDF và Excel của báo cáo đã ban hành: người ký trước, cơ quan "
    "(con dấu) sau. Chữ ký nằm trong chính hai tệp.",
)
@options.office
@options.report
@options.folder
@signing_key.key
@click.option(
    "--as",
    "role",
    type=click.Choice([str(one) for one in SignerRole]),
    metavar="person|agency",
    help="Ký thay cho ai: person (người ký) hay agency (cơ quan); bỏ trống: ai đến "
    "lượt thì ký.",
)
@click.option("--reason", metavar="LỜI", default="", help="Lý do ký, ghi vào chữ ký.")
@click.option(
    "--pack",
    is_flag=True,
    help="Đóng gói luôn bằng chính khóa này, khi đã đủ người ký.",
)
@options.as_json
def verb(
    office: Path,
    report_id: str,
    folder: Path | None,
    source: KeySource,
    role: str | None,
    reason: str,
    pack: bool,
    as_json: bool,
) -> int:
    """Sign both files, say who signed and who is next."""
    wanted = Wanted(role=SignerRole(role) if role else None, reason=reason, pack=pack)
    progress = answers.teller(quiet=as_json)
    if wanted.role is not None:
        _refuse_turn(office, report_id, wanted.role, progress)
    with signing_key.opened(source) as key, Store(office, progress=progress) as store:
        files = ReportFiles(
            report=read_issued(store, report_id).id,
            folder=folder or export_folder(store),
        )
        signed = sign(store, files, key, wanted, progress)
        packed = _packed(store, files, key, signed, progress) if pack else None
    answer = answers.Answer(
        lines=(*_lines(signed), *_pack_lines(signed, packed, asked=pack)),
        data=_data(files, signed, packed),
        good=not pack or packed is not None,
    )
    return answers.give(answer, as_json=as_json)


def _refuse_turn(
    office: Path, report_id: str, role: SignerRole, progress: Progress
) -> None:
    """Refuse a role out of turn before a password or a PIN is asked for.

    The office is let go of again: nobody waits for it while somebody types.
    """
    with Store(office, progress=progress) as store:
        refuse_turn(store, read_issued(store, report_id), role)


def sign(
    store: Store, files: ReportFiles, key: Key, wanted: Wanted, progress: Progress
) -> Signed:
    """Sign for whoever is wanted, or for whoever's turn it is.

    Raises:
        SignatureError: As `sign_report`.
    """
    # Where nobody is left, the operation says why.
    role = wanted.role or next_role(store, files.report) or SignerRole.PERSON
    lines = stamp_lines(key.name, at=office_time(store))
    signing = Signing(
        key=key,
        trust=own_trust(),
        role=role,
        seen=signature_seen(role, lines, TEST_MARK if key.test else ""),
        scheme=chosen_key().value.scheme,
        reason=wanted.reason,
    )
    return sign_report(store, files, signing, progress).value


def _packed(
    store: Store, files: ReportFiles, key: Key, signed: Signed, progress: Progress
) -> Packed | None:
    """Seal the package with the same key, unless somebody is still to sign."""
    if signed.next_role is not None:
        return None
    scheme = chosen_key().value.scheme
    return pack_report(store, files, key, progress, scheme=scheme).value


def _lines(signed: Signed) -> tuple[str, ...]:
    act, waiting = signed.signature, signed.next_role
    after = (
        "Đã đủ người ký."
        if waiting is None
        else f"Còn chờ ký: {labels.label(waiting)} (--as {waiting})"
    )
    return (
        f"Đã ký bởi: {act.signer} ({labels.label(act.role)})",
        f"PDF:   {signed.pdf}",
        f"Excel: {signed.workbook}",
        *(f"Lưu ý: {signing_doubt(doubt)}" for doubt in signed.doubts),
        after,
    )


def _pack_lines(
    signed: Signed, packed: Packed | None, *, asked: bool
) -> tuple[str, ...]:
    if packed is not None:
        return (f"Gói: {packed.path}", f"SHA-256: {packed.sha256}")
    if asked and signed.next_role is not None:
        return ("Chưa đóng gói: gói được làm khi đã đủ người ký.",)
    return ()


def _data(files: ReportFiles, signed: Signed, packed: Packed | None) -> dict[str, Any]:
    act = signed.signature
    return {
        "report": files.report,
        "role": str(act.role),
        "signer": act.signer,
        "issuer": act.issuer,
        "certificate_sha256": act.certificate_sha256,
        "valid_until": act.valid_until,
        "signed_at": act.signed_at,
        "test_key": act.test_key,
        "token": act.token,
        "doubts": list(signed.doubts),
        "pdf": signed.pdf,
        "workbook": signed.workbook,
        "next": signed.next_role and str(signed.next_role),
        "package": packed and packed.path,
    }
