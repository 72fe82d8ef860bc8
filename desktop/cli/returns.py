"""`returns`: what is wrong with forms that came back, and marked copies to send."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.operations.forms.mark_form import Marked, MarkWords, mark_forms
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.signing.verify_file import own_trust
from desktop.records.agency import Agency
from desktop.records.arrival import Arrival, Sorting
from desktop.store import preferences, records
from desktop.store.store import Store
from desktop.wording import arrivals, form_faults, form_returns
from desktop.wording.labels import label
from desktop.wording.periods import days_phrase

BESIDE = "tra-lai"
_UNREAD = (Sorting.LOCKED, Sorting.REFUSED, Sorting.FOREIGN)


@click.command(
    short_help="Trả lại biểu có ô sai để đơn vị sửa.",
    options_metavar="[TÙY CHỌN]",
    help="Đọc các biểu đơn vị gửi về, nêu từng ô sai và lập bản trả lại: bản sao của "
    "chính tệp đó, tô màu và ghi chú ở các ô sai, kèm lời nhắn (.txt). Tệp của đơn vị "
    "giữ nguyên; không có gì được nhận vào sổ.",
)
@options.office
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="TỆP...",
    type=click.Path(path_type=Path),
)
@click.option(
    "--folder",
    metavar="THƯ MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"Nơi ghi các bản trả lại; bỏ trống: thư mục {BESIDE} cạnh tệp sổ.",
)
@click.option("--list", "only_list", is_flag=True, help="Chỉ nêu ô sai, không lập tệp.")
@options.as_json
def verb(
    office: Path,
    files: tuple[Path, ...],
    folder: Path | None,
    only_list: bool,
    as_json: bool,
) -> int:
    """Mark every form that has a faulty cell."""
    from desktop.operations.reports.read_report import make_folder

    progress = answers.teller(quiet=as_json)
    place = folder or office.parent / BESIDE
    with Store(office, progress=progress) as store:
        seen = inspect_arrivals(store, files, own_trust(), progress=progress)
        found = tuple(one for one in seen if one.sorting is Sorting.TO_FIX)
        made: tuple[Marked, ...] = ()
        if found and not only_list:
            make_folder(place)
            many = [(one, mark_words(store, one)) for one in found]
            made = mark_forms(store, many, place, progress).value
    unread = [one for one in seen if one.sorting in _UNREAD]
    answer = answers.Answer(
        lines=(*_lines(found, made), *map(_unread, unread)),
        data={
            "forms": [_data(at, one, made) for at, one in enumerate(found)],
            "unread": [[one.name, str(one.sorting)] for one in unread],
        },
        good=not found and not unread,
    )
    return answers.give(answer, as_json=as_json)


def mark_words(store: Store, arrival: Arrival) -> MarkWords:
    """Return what is written into a marked copy and beside it."""
    db = store.reader
    own = preferences.get(db)
    office = records.get(db, Agency, own.agency) if own else None
    unit = records.get(db, Agency, arrival.agency) if arrival.agency else None
    name = office.name if office else ""
    return MarkWords(
        author=name,
        notes=tuple(form_faults.note(one) for one in arrival.faults),
        covering=form_returns.covering(
            arrival.faults,
            unit=unit.name if unit else arrival.sender_name,
            office=name,
            file=arrival.own_name,
            practice=own is not None and own.practice,
            period=days_phrase(
                arrival.period_code, arrival.first_day, arrival.last_day
            ),
        ),
        suffix=form_returns.SUFFIX,
        mended=form_returns.MENDED,
    )


def _lines(found: tuple[Arrival, ...], made: tuple[Marked, ...]) -> list[str]:
    if not found:
        return ["Không có ô nào sai trong các biểu đọc được."]
    lines = []
    for at, one in enumerate(found):
        lines.append(f"{one.name}: {form_returns.summary(one.faults)}")
        lines += [f"  {form_faults.line(fault)}" for fault in one.faults]
        if at < len(made):
            lines.append(f"  Bản trả lại: {made[at].workbook}")
    return lines


def _unread(one: Arrival) -> str:
    return f"{label(one.sorting)}: {one.name}. {arrivals.summary(one)}"


def _data(at: int, one: Arrival, made: tuple[Marked, ...]) -> dict[str, Any]:
    """Return one form for a program."""
    return {
        "file": one.name,
        "agency": one.agency,
        "faults": [
            {
                "sheet": fault.sheet,
                "cell": fault.cell,
                "code": fault.code,
                "shown": fault.shown,
                "doubt": fault.doubt,
            }
            for fault in one.faults
        ],
        "workbook": made[at].workbook if at < len(made) else None,
        "text": made[at].text if at < len(made) else None,
    }
