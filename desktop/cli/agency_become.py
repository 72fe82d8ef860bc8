"""`agencies become`: our office became another."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.cli.agency_options import (
    decided,
    decision_of,
    find_agency,
    known_or_new,
    told,
)
from desktop.errors import UnknownNameError
from desktop.files.catalogue import TierPreset, load_tiers
from desktop.operations.agencies.become_office import (
    NewOffice,
    become_office,
    propose_office,
)
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.agency_book import AgencyBook
from desktop.rules.dates import format_date
from desktop.rules.office_names import (
    OfficeTemplate,
    Territory,
    ending_levels,
    propose,
)
from desktop.store import preferences
from desktop.store.store import Store
from desktop.wording.problems import sentence


@click.command(
    short_help="Cơ quan ghi sổ trở thành cơ quan mới.",
    options_metavar="[TÙY CHỌN]",
    help="Cơ quan ghi sổ trở thành cơ quan mới từ một ngày: kế hoạch đang mở, thời hạn "
    "và số liệu chuyển sang; số liệu cũ ghi là kế thừa. Tên gọi theo mẫu trong "
    "data/tiers.toml, có thể ghi đè.",
)
@options.office
@click.option(
    "--levels",
    required=True,
    cls=options.Option,
    metavar="MÃ",
    help="Mẫu các cấp từ ngày đó.",
)
@click.option(
    "--template",
    required=True,
    cls=options.Option,
    metavar="MÃ",
    help="Loại cơ quan trong mẫu.",
)
@click.option(
    "--place",
    required=True,
    cls=options.Option,
    metavar="ĐỊA BÀN",
    help="Địa bàn của cơ quan mới, như trong tên của nó.",
)
@click.option("--above", default="", metavar="ĐỊA BÀN", help="Địa bàn của cấp trên.")
@click.option("--name", default="", metavar="TÊN", help="Tên cơ quan mới.")
@click.option("--superior", default="", metavar="TÊN", help="Cơ quan cấp trên.")
@click.option("--recipient", default="", metavar="TÊN", help="Nơi nhận báo cáo.")
@click.option(
    "--recipient-new",
    is_flag=True,
    help="Nơi nhận mới không thay nơi nhận cũ: nơi cũ vẫn còn.",
)
@click.option(
    "--merge", "merged", multiple=True, metavar="CƠ QUAN", help="Nhập vào địa bàn mới."
)
@click.option("--keep", "kept", multiple=True, metavar="CƠ QUAN", help="Vẫn còn.")
@decided
@options.as_json
def become(
    office: Path,
    levels: str,
    template: str,
    place: str,
    above: str,
    name: str,
    superior: str,
    recipient: str,
    recipient_new: bool,
    merged: tuple[str, ...],
    kept: tuple[str, ...],
    day: dt.date,
    decision: str,
    decided_on: dt.date | None,
    note: str,
    as_json: bool,
) -> int:
    """Change over and say what goes on where."""
    preset = _preset(levels)
    by = decision_of(day, decision, decided_on, note)
    with Store(office) as store:
        book = read_agencies(store)
        names = propose(
            _template(preset, template), Territory(place=place, above=above), book
        )
        new = NewOffice(
            office=replace(names.office, name=name) if name else names.office,
            superior=_called(book, superior, names.superior),
            recipient=_called(book, recipient, names.recipient),
            recipient_follows=not recipient_new,
            levels=preset.code,
            papers=names.papers,
            merged=tuple(find_agency(book, one).id for one in merged),
        )
        new = replace(new, ended=_ended(store, new, kept, preset, day))
        proposal = propose_office(store, new, by)
        become_office(store, new, by)
    going = f"nhập vào: {len(new.merged)}; kết thúc: {len(new.ended)}"
    made, doubts = proposal.becoming, [sentence(one) for one in proposal.problems]
    answer = answers.Answer(
        lines=(
            f"Từ {format_date(day)}: {made.office.name}",
            f"Báo cáo gửi: {made.recipient.name}",
            f"Kế hoạch tiếp tục: {len(proposal.plans)}; {going}",
            *doubts,
        ),
        data={
            "office": told(made.office),
            "superior": told(made.superior) if made.superior else None,
            "recipient": told(made.recipient),
            "merged": list(made.merged),
            "ended": list(made.ended),
            "plans": [str(one.id) for one in proposal.plans],
            "doubts": doubts,
        },
    )
    return answers.give(answer, as_json=as_json)


def _preset(code: str) -> TierPreset:
    presets = {one.code: one for one in load_tiers().presets}
    if code not in presets:
        raise UnknownNameError("levels", code, tuple(presets))
    return presets[code]


def _template(preset: TierPreset, code: str) -> OfficeTemplate:
    offices = {one.code: one for one in preset.offices}
    if code not in offices:
        raise UnknownNameError("office_template", code, tuple(offices))
    return offices[code]


def _called(book: AgencyBook, name: str, proposed: Agency) -> Agency:
    """Return who is called so, or a new one of the kind proposed."""
    if not name:
        return proposed
    return known_or_new(book, name, kind=proposed.kind, tier=proposed.tier)


def _ended(
    store: Store,
    new: NewOffice,
    kept: tuple[str, ...],
    preset: TierPreset,
    day: dt.date,
) -> tuple[AgencyId, ...]:
    """Return who ends with its level, without those that merge, stay or are needed."""
    book = read_agencies(store)
    own = preferences.get(store.reader)
    stay = {find_agency(book, one).id for one in kept} | set(new.merged)
    stay |= {one.id for one in (new.superior, new.recipient) if one}
    stay |= {own.agency} if own else set()
    going = ending_levels(book, preset.levels, preset.lasting, day)
    return tuple(one for one in going if one not in stay)
