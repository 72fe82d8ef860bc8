"""`forms`: make the collecting forms of a period, one for each unit that owes."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.operations.forms.make_forms import FormFiles, make_forms
from desktop.records.identity import AgencyId
from desktop.rules.vietnamese import slug
from desktop.store.store import Store
from desktop.wording.periods import period_phrase

BESIDE = "bieu-thu-thap"


@click.command(
    short_help="Làm biểu thu thập cho các đơn vị.",
    options_metavar="[TÙY CHỌN]",
    help="Làm biểu thu thập của một kỳ: mỗi đơn vị phải báo cáo một tệp Excel đã điền "
    "số liệu đang có, kèm lời thư (.txt) và thư soạn sẵn (.eml).",
)
@options.office
@options.period
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="ID",
    help="Chỉ làm cho đơn vị có mã này, dùng được nhiều lần; bỏ trống: mọi đơn vị "
    "phải báo cáo.",
)
@click.option(
    "--folder",
    metavar="THƯ MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"Nơi ghi các biểu; bỏ trống: thư mục {BESIDE} cạnh tệp sổ.",
)
@options.as_json
def verb(
    office: Path,
    period_text: str,
    units: tuple[str, ...],
    folder: Path | None,
    as_json: bool,
) -> int:
    """Write a form and a mail for each unit."""
    period = options.parse_period(period_text)
    words = period_phrase(period)
    progress = answers.teller(quiet=as_json)
    place = folder or office.parent / BESIDE / slug(words)
    with Store(office, progress=progress) as store:
        chosen = [AgencyId(one) for one in units] or None
        made = make_forms(
            store, period, chosen, place, progress, period_words=words
        ).value
    lines = (
        f"Đã làm {len(made.files)} biểu vào {made.folder}",
        *(f"{one.agency}: {one.workbook.name}" for one in made.files),
    )
    data = {"folder": made.folder, "forms": [form_data(one) for one in made.files]}
    return answers.give(answers.Answer(lines=lines, data=data), as_json=as_json)


def form_data(one: FormFiles) -> dict[str, Any]:
    """Return one form for a program."""
    return {
        "id": one.form.id,
        "agency": one.form.agency,
        "layout": f"{one.form.layout}/{one.form.layout_version}",
        "version": one.form.version,
        "workbook": one.workbook,
        "text": one.text,
        "mail": one.mail,
        "sha256": one.form.sha256,
    }
