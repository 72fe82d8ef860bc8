"""`bring-back`: put records back as they were before a change."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.errors import UnknownNameError
from desktop.operations.history.bring_back import bring_back, bring_back_removed
from desktop.operations.history.read_history import touched_by
from desktop.store.store import Store


@click.command(
    short_help="Mang lại mục đã xóa hoặc đã sửa.",
    options_metavar="[TÙY CHỌN]",
    help="Mang lại các mục như trước một thay đổi, không đụng đến mục khác. Không kèm "
    "--record: mang lại tất cả các mục mà thay đổi đó đã xóa.",
)
@options.office
@click.option(
    "--change",
    "number",
    required=True,
    type=click.IntRange(min=1),
    cls=options.Option,
    metavar="SỐ",
    help="Số của thay đổi đã xóa hoặc sửa; xem bằng lệnh history.",
)
@click.option(
    "--record",
    "ids",
    multiple=True,
    metavar="ID",
    help="Chỉ mang lại mục có mã này; dùng được nhiều lần.",
)
@options.as_json
def verb(office: Path, number: int, ids: tuple[str, ...], as_json: bool) -> int:
    """Bring them back as one deed."""
    progress = answers.teller(quiet=as_json)
    with Store(office) as store:
        if ids:
            keys = _keys(store, number, ids)
            brought = bring_back(store, keys, number - 1, progress=progress).value
        else:
            brought = bring_back_removed(store, number, progress=progress).value
    answer = answers.Answer(
        lines=(f"Đã mang lại {brought} mục như trước thay đổi số {number}.",),
        data={"change": number, "brought_back": brought},
    )
    return answers.give(answer, as_json=as_json)


def _keys(
    store: Store, number: int, ids: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    touched = touched_by(store, number)
    known = {row_id for _, row_id in touched}
    for one in ids:
        if one not in known:
            raise UnknownNameError("record", one, tuple(sorted(known)[:_MOST_TOLD]))
    return tuple(key for key in touched if key[1] in ids)


_MOST_TOLD = 12
