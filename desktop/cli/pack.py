"""`pack`: seal the signed files in a package, and deliver it."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.cli import answers, options, signing_key
from desktop.cli.locked_words import locked_words
from desktop.cli.signing_key import KeySource
from desktop.files.package_header import bears_seal
from desktop.media import Medium, medium
from desktop.operations.reports.read_report import export_folder, read_issued
from desktop.operations.sending.deliver_package import deliver_parts
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.sending.package_parts import parts_of
from desktop.operations.signing.choose_key import chosen_key
from desktop.operations.signing.sign_report import ReportFiles
from desktop.records.exchange import EvidenceCarried
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.delivery import Delivered


@click.command(
    short_help="Đóng gói báo cáo đã ký, chép ra USB.",
    options_metavar="[TÙY CHỌN]",
    help="Đóng gói báo cáo đã ký và chép ra USB hoặc thư mục. Gói được niêm phong bằng "
    "khóa; cơ quan không có khóa thì dùng --unsealed.",
)
@options.office
@options.report
@options.folder
@signing_key.key
@click.option(
    "--to",
    "target",
    metavar="THƯ MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục nhận (USB); bỏ trống: chỉ đóng gói.",
)
@click.option(
    "--unsealed",
    is_flag=True,
    help="Không niêm phong: nơi nhận được báo là gói chưa ký, đối chiếu bằng mã in ở "
    "chân trang.",
)
@click.option(
    "--evidence",
    "carried",
    type=click.Choice([str(one) for one in EvidenceCarried]),
    default=str(EvidenceCarried.NONE),
    metavar="MỨC",
    help="Minh chứng kèm theo: none không kèm, reduced rút gọn, full đầy đủ.",
)
@click.option(
    "--lock-for",
    "public",
    metavar="KHÓA",
    default="",
    help="Khóa gói cho nơi nhận bằng khóa công khai của nơi đó (age1…).",
)
@click.option(
    "--lock-words-file",
    "words_file",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Khóa gói bằng câu mật khẩu ghi ở dòng đầu của tệp này.",
)
@click.option(
    "--archive",
    is_flag=True,
    help="Cùng --lock-words-file: khóa thành zip, mở bằng 7-Zip.",
)
@options.as_json
def verb(
    office: Path,
    report_id: str,
    folder: Path | None,
    source: KeySource,
    target: Path | None,
    unsealed: bool,
    carried: str,
    public: str,
    words_file: Path | None,
    archive: bool,
    as_json: bool,
) -> int:
    """Make the package; copy it and read the copy back when a target is given."""
    progress = answers.teller(quiet=as_json)
    delivered: tuple[Delivered, ...] = ()
    opened = nullcontext() if unsealed else signing_key.opened(source)
    with opened as key, Store(office, progress=progress) as store:
        files = ReportFiles(
            report=read_issued(store, report_id).id,
            folder=folder or export_folder(store),
        )
        scheme = chosen_key().value.scheme
        packed = pack_report(
            store,
            files,
            key,
            progress,
            scheme=scheme,
            evidence=EvidenceCarried(carried),
        ).value
        leaving = _locked(packed.path, public, words_file, archive=archive)
        if target is not None:
            delivered = deliver_parts(
                store, files.report, leaving, target, progress
            ).value
    lines = [f"Gói: {packed.path}", f"SHA-256: {packed.sha256}"]
    if packed.header.parts > 1:
        lines.append(f"Minh chứng chia thành {packed.header.parts} gói, chép đủ cả.")
    # One that was sealed before goes as it is: every stick gets the same bytes.
    sealed = bears_seal(packed.path)
    if not sealed:
        lines.append("Gói chưa niêm phong; nơi nhận đối chiếu mã in ở chân trang.")
    elif unsealed:
        lines.append("Gói đã niêm phong lần trước, dùng lại nguyên như vậy.")
    if leaving != packed.path:
        lines.append(f"Đã khóa: {leaving}")
    lines += [f"Đã chép và đọc lại khớp: {one.path}." for one in delivered]
    if delivered and medium(delivered[0].path) is Medium.REMOVABLE:
        lines[-1] += " Có thể rút USB."
    answer = answers.Answer(
        lines=tuple(lines),
        data={
            "report": files.report,
            "package": packed.path,
            "sha256": packed.sha256,
            "size": packed.size,
            "asked_unsealed": unsealed,
            "sealed": sealed,
            "evidence": carried,
            "locked": leaving if leaving != packed.path else None,
            "delivered": delivered[0].path if delivered else None,
            "parts": [one.name for one in parts_of(packed.path)],
        },
    )
    return answers.give(answer, as_json=as_json)


def _locked(
    package: Path, public: str, words_file: Path | None, *, archive: bool
) -> Path:
    """Lock the package as asked for; return what is to leave the office."""
    from desktop.operations.sending import lock_package

    if public:
        return lock_package.lock_for_key(package, public).value
    if words_file is not None:
        words = locked_words(words_file)
        return lock_package.lock_with_words(package, words, archive=archive).value
    return package
