"""`agencies`: list organisations, add one, and tell what became of them."""

import datetime as dt
from pathlib import Path

import click

from desktop.cli import agency_become, agency_changes, answers, options
from desktop.cli.agency_options import find_agency, read_day, told
from desktop.operations.agencies.add_agency import add_agency
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.agency_book import AgencyBook
from desktop.rules.dates import format_date
from desktop.rules.succession import exists
from desktop.store.store import Store


@click.group(
    short_help="Cơ quan, đơn vị: thêm, đổi tên, sáp nhập…",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Danh mục cơ quan, đơn vị theo thời gian: thêm, đổi tên, sáp nhập, chia tách, "
    "giải thể, và chuyển cơ quan ghi sổ sang cơ quan mới.",
)
def verb() -> None:
    """Hold the verbs about agencies."""


@verb.command(
    "list",
    short_help="Liệt kê cơ quan, đơn vị.",
    options_metavar="[TÙY CHỌN]",
    help="Liệt kê cơ quan, đơn vị; --on cho tên và cấp trên của một ngày.",
)
@options.office
@click.option(
    "--on",
    "day",
    default="",
    metavar="NGÀY",
    callback=read_day,
    help="Chỉ những cơ quan có trong ngày này, theo tên của ngày này.",
)
@options.as_json
def list_agencies(office: Path, day: dt.date | None, as_json: bool) -> int:
    """Name them in the order of lists."""
    with Store(office, writable=False) as store:
        book = read_agencies(store)
    found = book.agencies
    if day is not None:
        found = tuple(one for one in book.on(day) if exists(one, day, day))
    answer = answers.Answer(
        lines=tuple(_line(one) for one in found),
        data={"agencies": [_whole(one, book) for one in found]},
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "add",
    short_help="Thêm một cơ quan.",
    options_metavar="[TÙY CHỌN]",
    help="Thêm một cơ quan, đơn vị vào danh mục.",
)
@options.office
@click.argument("name", metavar="TÊN")
@click.option("--short", "short_name", default="", metavar="TÊN", help="Tên ngắn.")
@click.option("--alias", "aliases", multiple=True, metavar="TÊN", help="Tên gọi khác.")
@click.option("--kind", default="", metavar="MÃ", help="Loại cơ quan.")
@click.option("--tier", default="", metavar="MÃ", help="Cấp.")
@click.option("--parent", default="", metavar="CƠ QUAN", help="Cơ quan cấp trên.")
@click.option("--code", default="", metavar="MÃ", help="Mã định danh.")
@click.option(
    "--from", "first", default="", metavar="NGÀY", callback=read_day, help="Từ ngày."
)
@click.option(
    "--to", "last", default="", metavar="NGÀY", callback=read_day, help="Đến ngày."
)
@options.as_json
def add(
    office: Path,
    name: str,
    short_name: str,
    aliases: tuple[str, ...],
    kind: str,
    tier: str,
    parent: str,
    code: str,
    first: dt.date | None,
    last: dt.date | None,
    as_json: bool,
) -> int:
    """Add it and say what its id is."""
    with Store(office) as store:
        book = read_agencies(store)
        wanted = Agency(
            id=AgencyId(""),
            name=name,
            short_name=short_name,
            aliases=aliases,
            kind=kind,
            tier=tier,
            parent=find_agency(book, parent).id if parent else None,
            code=code,
            valid_from=first,
            valid_to=last,
        )
        made = add_agency(store, wanted).value
    answer = answers.Answer(
        lines=(f"Đã thêm cơ quan: {made.name} ({made.id})",), data=told(made)
    )
    return answers.give(answer, as_json=as_json)


for _command in (*agency_changes.COMMANDS, agency_become.become):
    verb.add_command(_command)


def _line(agency: Agency) -> str:
    first = f" từ {format_date(agency.valid_from)}" if agency.valid_from else ""
    last = f" đến {format_date(agency.valid_to)}" if agency.valid_to else ""
    return f"{agency.id}  {agency.name}{first}{last}"


def _whole(agency: Agency, book: AgencyBook) -> dict[str, object]:
    names = book.names_of(agency)
    former = [{"name": one.name, "last_day": one.last_day} for one in names]
    return {**told(agency), "former_names": former}
