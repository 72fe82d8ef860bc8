"""`signers`: see or set how an office signs, and who signs by a key."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.figures.compute_results import read_office
from desktop.operations.signing.confirm_clock import confirm_clock
from desktop.operations.signing.set_signing import set_signing
from desktop.records.preferences import Preferences
from desktop.records.signing import SignerRole, SigningWay
from desktop.rules import signers
from desktop.store.store import Store
from desktop.wording import labels


@click.command(
    short_help="Xem, đặt cách ký báo cáo của sổ.",
    options_metavar="[TÙY CHỌN]",
    help="Xem hoặc đặt cách ký báo cáo: ký số hay ký trên giấy, và ai có khóa để ký. "
    "Áp dụng cho các báo cáo ban hành từ nay.",
)
@options.office
@click.option(
    "--way",
    type=click.Choice([str(one) for one in SigningWay]),
    metavar="digital|paper",
    help="Cách ký: digital (ký số) hoặc paper (in ra, ký tay và đóng dấu).",
)
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice([str(one) for one in SignerRole]),
    metavar="person|agency",
    help="Ai ký số: person (người ký), agency (cơ quan); dùng hai lần cho cả hai.",
)
@click.option(
    "--clock-is-right",
    "clock",
    is_flag=True,
    help="Xác nhận đồng hồ máy đang đúng, khi lần ký trước ghi giờ muộn hơn bây giờ.",
)
@options.as_json
def verb(
    office: Path, way: str | None, roles: tuple[str, ...], clock: bool, as_json: bool
) -> int:
    """Set what was given, and say how the office signs now."""
    setting = bool(way or roles)
    with Store(office, writable=setting or clock) as store:
        if clock:
            confirm_clock(store)
        if setting:
            wanted = SigningWay(way) if way else None
            chosen = tuple(SignerRole(one) for one in roles) or None
            own = set_signing(store, wanted, chosen).value
        else:
            own = read_office(store).preferences
    answer = answers.Answer(
        lines=tuple(lines(own)),
        data={
            "office": office,
            "way": str(own.signing),
            "roles": [str(one) for one in own.signers],
            "expected": [str(one) for one in signers.expected(own)],
        },
    )
    return answers.give(answer, as_json=as_json)


def lines(own: Preferences) -> list[str]:
    """Say how an office signs; the person comes before the agency."""
    said = [f"Cách ký: {labels.label(own.signing).lower()}."]
    names = [labels.label(one).lower() for one in own.signers]
    if own.signing is SigningWay.DIGITAL:
        said.append(f"Ký số: {', rồi '.join(names)}.")
    else:
        said.append("Bản giấy có mã ở chân trang để nơi nhận đối chiếu với tệp.")
    return said
