"""`agencies rename`, `merge`, `split`, `dissolve`: what became of organisations."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.cli.agency_options import (
    decided,
    decision_of,
    find_agency,
    known_or_new,
    told,
)
from desktop.operations.agencies.dissolve_agency import dissolve_agency
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.split_agency import split_agency
from desktop.records.agency import Succession
from desktop.records.identity import AgencyId
from desktop.rules.dates import format_date
from desktop.store.store import Store

_agency = click.argument("agency", metavar="CƠ QUAN")
_SAID = "Một cơ quan là mã hoặc tên của nó trong sổ."


@click.command(
    short_help="Đổi tên một cơ quan.",
    options_metavar="[TÙY CHỌN]",
    help=f"Đổi tên một cơ quan từ một ngày; tên cũ được giữ lại. {_SAID}",
)
@options.office
@_agency
@click.argument("name", metavar="TÊN_MỚI")
@click.option("--short", "short_name", default="", metavar="TÊN", help="Tên ngắn mới.")
@decided
@options.as_json
def rename(
    office: Path,
    agency: str,
    name: str,
    short_name: str,
    day: dt.date,
    decision: str,
    decided_on: dt.date | None,
    note: str,
    as_json: bool,
) -> int:
    """Rename it and say what it was called."""
    with Store(office) as store:
        before = find_agency(read_agencies(store), agency)
        new = NewName(name=name, short_name=short_name, parent=before.parent)
        by = decision_of(day, decision, decided_on, note)
        after = rename_agency(store, before.id, new, by).value
    answer = answers.Answer(
        lines=(f"Từ {format_date(day)}: {before.name} → {after.name}",),
        data={**told(after), "former_name": before.name},
    )
    return answers.give(answer, as_json=as_json)


@click.command(
    short_help="Sáp nhập nhiều cơ quan thành một.",
    options_metavar="[TÙY CHỌN]",
    help=f"Sáp nhập nhiều cơ quan vào một cơ quan mới hoặc đang có. {_SAID}",
)
@options.office
@click.argument("agencies", metavar="CƠ QUAN...", nargs=-1, required=True)
@click.option(
    "--into",
    required=True,
    cls=options.Option,
    metavar="TÊN",
    help="Cơ quan sau sáp nhập: đang có, hoặc tên cơ quan mới.",
)
@click.option("--kind", default="", metavar="MÃ", help="Loại của cơ quan mới.")
@click.option("--tier", default="", metavar="MÃ", help="Cấp của cơ quan mới.")
@click.option("--parent", default="", metavar="CƠ QUAN", help="Cấp trên của nó.")
@decided
@options.as_json
def merge(
    office: Path,
    agencies: tuple[str, ...],
    into: str,
    kind: str,
    tier: str,
    parent: str,
    day: dt.date,
    decision: str,
    decided_on: dt.date | None,
    note: str,
    as_json: bool,
) -> int:
    """Merge them and say who the heir is."""
    with Store(office) as store:
        book = read_agencies(store)
        above = find_agency(book, parent).id if parent else None
        heir = known_or_new(book, into, kind=kind, tier=tier, parent=above)
        merging = [find_agency(book, one).id for one in agencies]
        by = decision_of(day, decision, decided_on, note)
        made = merge_agencies(store, merging, heir, by).value
    answer = answers.Answer(
        lines=(f"Từ {format_date(day)}: {len(merging)} cơ quan thành {made.name}",),
        data={"predecessors": merging, "successor": told(made)},
    )
    return answers.give(answer, as_json=as_json)


@click.command(
    short_help="Chia tách một cơ quan.",
    options_metavar="[TÙY CHỌN]",
    help=f"Chia tách một cơ quan thành nhiều cơ quan. {_SAID}",
)
@options.office
@_agency
@click.option(
    "--into",
    "parts",
    multiple=True,
    required=True,
    cls=options.Option,
    metavar="TÊN",
    help="Một cơ quan sau chia tách; ghi nhiều lần.",
)
@decided
@options.as_json
def split(
    office: Path,
    agency: str,
    parts: tuple[str, ...],
    day: dt.date,
    decision: str,
    decided_on: dt.date | None,
    note: str,
    as_json: bool,
) -> int:
    """Split it and say into which."""
    with Store(office) as store:
        book = read_agencies(store)
        old = find_agency(book, agency)
        like: dict[str, Any] = {
            "kind": old.kind,
            "tier": old.tier,
            "parent": old.parent,
        }
        made = [known_or_new(book, one, **like) for one in parts]
        by = decision_of(day, decision, decided_on, note)
        happened = split_agency(store, old.id, made, by).value
    named = ", ".join(one.name for one in made)
    words = f"Từ {format_date(day)}: {old.name} tách thành {named}"
    return _give(happened, words, as_json=as_json)


@click.command(
    short_help="Giải thể một cơ quan.",
    options_metavar="[TÙY CHỌN]",
    help=f"Giải thể một cơ quan; số liệu đã có vẫn giữ dưới tên nó. {_SAID}",
)
@options.office
@_agency
@decided
@options.as_json
def dissolve(
    office: Path,
    agency: str,
    day: dt.date,
    decision: str,
    decided_on: dt.date | None,
    note: str,
    as_json: bool,
) -> int:
    """End it and say from when."""
    with Store(office) as store:
        old = find_agency(read_agencies(store), agency)
        by = decision_of(day, decision, decided_on, note)
        happened = dissolve_agency(store, old.id, by).value
    words = f"Từ {format_date(day)} không còn: {old.name}"
    return _give(happened, words, as_json=as_json)


COMMANDS = (rename, merge, split, dissolve)


def _give(happened: Succession, words: str, *, as_json: bool) -> int:
    def ids(agencies: tuple[AgencyId, ...]) -> list[str]:
        return [str(one) for one in agencies]

    answer = answers.Answer(
        lines=(words,),
        data={
            "succession": happened.id,
            "predecessors": ids(happened.predecessors),
            "successors": ids(happened.successors),
        },
    )
    return answers.give(answer, as_json=as_json)
