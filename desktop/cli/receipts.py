"""`receipts`: give senders receipts for their packages, list those brought back.

A receipt that is brought back is taken in like any other file: `intake accept`.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options, signing_key
from desktop.cli.signing_key import KeySource
from desktop.operations.intake.give_receipt import FOLDER, GivenReceipt, give_receipt
from desktop.operations.signing.choose_key import chosen_key
from desktop.records.exchange import Receipt, ReceiptOutcome
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.rules.numbers import format_integer
from desktop.store import records
from desktop.store.store import Store
from desktop.wording import arrivals
from desktop.wording.labels import label


@click.group(
    short_help="Biên nhận: lập cho gói đã nhận, xem biên nhận mang về.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Lập biên nhận cho các gói đã nhận; xem biên nhận nơi nhận đã gửi về. Biên "
    "nhận mang về được nhận bằng lệnh intake accept như mọi tệp khác.",
)
def verb() -> None:
    """Hold both sides of a receipt."""


@verb.command(
    "list",
    short_help="Các gói đã nhận và các biên nhận mang về.",
    options_metavar="[TÙY CHỌN]",
    help="Các gói đã nhận, gói nào đã có biên nhận; các biên nhận mang về, bản nào "
    "khớp với bản đã gửi.",
)
@options.office
@options.as_json
def listed(office: Path, as_json: bool) -> int:
    """List packages that stand and receipts that came back."""
    with Store(office, writable=False) as store:
        packages = _standing(store)
        kept = records.find(store.reader, Receipt)
    given = {one.report for one in kept if one.outcome is ReceiptOutcome.GIVEN}
    back = [one for one in kept if one.outcome is not ReceiptOutcome.GIVEN]
    lines = (
        *(_package_line(one, given=one.id in given) for one in packages),
        *(_receipt_line(one) for one in back),
    )
    answer = answers.Answer(
        lines=lines or ("Chưa nhận gói nào, chưa có biên nhận nào.",),
        data={
            "packages": [_package(one, given=one.id in given) for one in packages],
            "receipts": [_receipt(one) for one in back],
        },
        good=all(one.outcome is ReceiptOutcome.MATCHES for one in back),
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    short_help="Lập biên nhận cho gói đã nhận.",
    options_metavar="[TÙY CHỌN]",
    help="Lập biên nhận cho gói có mã này, xem mã bằng lệnh receipts list; bỏ trống: "
    "mọi gói chưa có biên nhận.",
)
@options.office
@click.argument("package", metavar="[MÃ]", default="")
@signing_key.key
@click.option(
    "--folder",
    metavar="THƯ MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"Nơi ghi; bỏ trống: thư mục …-{FOLDER} cạnh tệp sổ.",
)
@click.option(
    "--unsigned", is_flag=True, help="Không ký; biên nhận ghi rõ là không có chữ ký số."
)
@options.as_json
def give(
    office: Path,
    package: str,
    source: KeySource,
    folder: Path | None,
    unsigned: bool,
    as_json: bool,
) -> int:
    """Write the receipt of one package, or of each that has none."""
    progress = answers.teller(quiet=as_json)
    opened = nullcontext() if unsigned else signing_key.opened(source)
    with opened as key, Store(office, progress=progress) as store:
        place = folder or store.path.with_name(f"{store.path.stem}-{FOLDER}")
        scheme = chosen_key().value.scheme
        made = [
            give_receipt(store, one, place, key, progress, scheme=scheme).value
            for one in ([package] if package else list(_without(store)))
        ]
    lines = tuple(f"{one.receipt.agency}: {one.path}" for one in made)
    answer = answers.Answer(
        lines=lines or ("Mọi gói đã nhận đều có biên nhận.",),
        data={"receipts": [_given(one) for one in made]},
    )
    return answers.give(answer, as_json=as_json)


def _standing(store: Store) -> tuple[Return, ...]:
    where = {"kind": str(ReturnKind.PACKAGE), "state": str(ReturnState.ACCEPTED)}
    return records.find(store.reader, Return, where=where)


def _without(store: Store) -> Iterator[str]:
    kept = records.find(store.reader, Receipt)
    given = {one.report for one in kept if one.outcome is ReceiptOutcome.GIVEN}
    return (one.id for one in _standing(store) if one.id not in given)


def _version(version: int, slip: int) -> str:
    return f"bản {version}" + (f", điều chỉnh {slip}" if slip else "")


def _package_line(one: Return, *, given: bool) -> str:
    state = "đã lập biên nhận" if given else "chưa lập biên nhận"
    return (
        f"Gói {one.id}: {one.sender_name}, {arrivals.period_of(one.period_code)}, "
        f"{_version(one.version, one.slip)}, {format_integer(one.entries)} mục; {state}"
    )


def _receipt_line(one: Receipt) -> str:
    signed = f"ký: {one.signer}" if one.signer else "không ký"
    return (
        f"Biên nhận của {one.agency}: {_version(one.version, one.slip)}, "
        f"{format_integer(one.entries)} mục; {label(one.outcome).lower()}; {signed}"
    )


def _package(one: Return, *, given: bool) -> dict[str, Any]:
    return {
        "id": one.id,
        "sender": one.sender,
        "period": one.period_code,
        "version": one.version,
        "slip": one.slip,
        "entries": one.entries,
        "receipt": given,
    }


def _receipt(one: Receipt) -> dict[str, Any]:
    return {
        "report": one.report,
        "agency": one.agency,
        "version": one.version,
        "slip": one.slip,
        "entries": one.entries,
        "attendance": one.attendance,
        "control": one.control,
        "outcome": str(one.outcome),
        "signer": one.signer,
        "received_at": one.received_at,
    }


def _given(one: GivenReceipt) -> dict[str, Any]:
    return {"path": one.path, **_receipt(one.receipt)}
