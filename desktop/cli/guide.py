"""`guide`: write the page that tells how to sign with another program."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.signing.write_signing_guide import write_signing_guide
from desktop.store.store import Store


def _pdf(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
    """Refuse another ending: what lies there, such as an office, is replaced."""
    if path.suffix.lower() != ".pdf":
        reason = f"“{path.name}” không có đuôi .pdf."
        raise click.BadParameter(reason)
    return path


@click.command(
    short_help="In hướng dẫn ký bằng vSignPDF, VGCA.",
    options_metavar="[TÙY CHỌN]",
    help="Ghi một trang PDF hướng dẫn ký số báo cáo với vSignPDF hoặc bộ công cụ "
    "VGCA; thêm --office để điền sẵn báo cáo cần ký.",
)
@click.argument(
    "path",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_pdf,
)
@click.option(
    "--office",
    metavar="SỔ",
    type=click.Path(path_type=Path),
    help="Sổ có báo cáo cần ký; bỏ trống: chừa chỗ để ghi tay.",
)
@options.report
@options.as_json
def verb(path: Path, office: Path | None, report_id: str, as_json: bool) -> int:
    """Write the page, for one report where an office is given."""
    progress = answers.teller(quiet=as_json)
    if office is None:
        written = write_signing_guide(path, progress=progress).value
    else:
        with Store(office, progress=progress) as store:
            written = write_signing_guide(
                path, store=store, report_id=report_id, progress=progress
            ).value
    answer = answers.Answer(
        lines=(f"Hướng dẫn ký số: {written}",), data={"guide": written}
    )
    return answers.give(answer, as_json=as_json)
