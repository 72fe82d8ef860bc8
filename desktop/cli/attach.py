"""`attach`: keep the copy of a report that came back signed."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.cli.verify import lines as verdict_lines
from desktop.cli.verify import verdict_data
from desktop.operations.issuing.attach_issued_copy import Attached, attach_issued_copy
from desktop.operations.issuing.attach_scan import attach_scan
from desktop.operations.signing.signed_folder import signed_path
from desktop.operations.signing.verify_file import own_trust
from desktop.rules.dates import format_date
from desktop.store.store import Store
from desktop.wording import verdicts
from desktop.wording.signed_copies import difference_line, otherwise_line
from desktop.wording.standings import standing_line


@click.command(
    short_help="Gắn bản báo cáo đã ký.",
    options_metavar="[TÙY CHỌN]",
    help="Gắn tệp PDF của báo cáo đã được ký, ghi số, ngày ở nơi khác: kiểm tra chữ "
    "ký, so với bản đã gửi đi, cất giữ và khóa kỳ báo cáo.",
)
@options.office
@click.argument("path", metavar="TỆP", type=click.Path(path_type=Path))
@options.report
@click.option(
    "--trust",
    "anchors",
    multiple=True,
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Chứng thư gốc tin cậy thêm (.pem, .der); dùng được nhiều lần.",
)
@click.option(
    "--fill-in",
    is_flag=True,
    help="Ghi luôn vào sổ số và ngày đọc được trên bản đã ký.",
)
@click.option(
    "--code",
    "typed",
    metavar="MÃ",
    default=None,
    help="Tệp là bản quét của giấy đã ký tay, đóng dấu: gõ mã đối chiếu in ở chân "
    "trang giấy.",
)
@options.as_json
def verb(
    office: Path,
    path: Path,
    report_id: str,
    anchors: tuple[Path, ...],
    fill_in: bool,
    typed: str | None,
    as_json: bool,
) -> int:
    """Attach a signed copy, and say everything that was found of it."""
    if typed is not None:
        return _attach_scan(office, path, report_id, typed, as_json=as_json)
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        attached = attach_issued_copy(
            store,
            report_id,
            path,
            progress,
            trust=own_trust(anchors),
            noted="as_read" if fill_in else None,
        ).value
        head = attached.inspection.proposed
        place = signed_path(store, attached.copy)
    answer = answers.Answer(
        lines=(
            *_lines(attached),
            *_proposed(attached, fill_in=fill_in),
            f"Đã cất: {place}",
        ),
        data={
            "report": attached.copy.report,
            "copy": attached.copy.id,
            "sha256": attached.copy.sha256,
            "signed_by": attached.copy.signed_by,
            "test_key": attached.copy.test_key,
            "kept": place,
            "number": head.number,
            "date": head.dated,
            "filled_in": fill_in,
            "locked": attached.standing is not None,
            "added_only": attached.inspection.comparison.added_only,
            "differences": [
                {
                    "page": one.page,
                    "kind": one.kind,
                    "was": one.was,
                    "became": one.became,
                }
                for one in attached.inspection.comparison.differences
            ],
            "verdict": verdict_data(attached.inspection.verdict),
        },
    )
    return answers.give(answer, as_json=as_json)


def _attach_scan(
    office: Path, path: Path, report_id: str, typed: str, *, as_json: bool
) -> int:
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        attached = attach_scan(store, report_id, path, typed, progress).value
        place = signed_path(store, attached.copy)
    standing = attached.standing
    answer = answers.Answer(
        lines=(
            "Mã đối chiếu khớp: bản quét là của báo cáo này.",
            *(() if standing is None else (standing_line(standing),)),
            f"Đã cất: {place}",
        ),
        data={
            "report": attached.copy.report,
            "copy": attached.copy.id,
            "sha256": attached.copy.sha256,
            "kept": place,
            "locked": standing is not None,
        },
    )
    return answers.give(answer, as_json=as_json)


def _lines(attached: Attached) -> tuple[str, ...]:
    found = attached.inspection
    standing = attached.standing
    known, head = (found.report.number, found.report.dated), found.comparison.head
    otherwise = otherwise_line(known, (head.number, head.dated))
    return (
        *verdict_lines(found.verdict),
        verdicts.headline(found.verdict),
        *(
            difference_line(one.page, one.kind, one.was, one.became)
            for one in found.comparison.differences
        ),
        *((otherwise,) if otherwise else ()),
        *(() if standing is None else (standing_line(standing),)),
    )


def _proposed(attached: Attached, *, fill_in: bool) -> tuple[str, ...]:
    """Tell the number and date that were read, and whether they were taken."""
    head = attached.inspection.proposed
    read = [f"số {head.number}"] if head.number else []
    read += [f"ngày {format_date(head.dated)}"] if head.dated else []
    if not read:
        return ()
    end = "đã ghi vào sổ" if fill_in else "thêm --fill-in để ghi vào sổ"
    return (f"Đọc được trên bản đã ký: {', '.join(read)} ({end}).",)
