"""Put everything that is believed about signatures into rows of one table."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.gui.pages.settings.anchor_dialog import lines
from desktop.records.trust import (
    KeptTrust,
    PassedOver,
    Pinned,
    RevocationList,
    TrustKind,
)
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.wording.clocks import on_this_clock
from desktop.wording.labels import label

HEADINGS = ("Loại", "Tên", "Hiệu lực đến", "Dấu vân tay SHA-256")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustRow:
    """One line of the table."""

    cells: tuple[str, ...]
    sha256: str = ""
    """Of an anchor the office itself added, which can be taken back; else blank."""
    name: str = ""
    doubtful: bool = False
    """Whether it is not used, or no longer good."""


def rows(kept: KeptTrust, now: dt.datetime) -> tuple[TrustRow, ...]:
    """Return roots, helpers, lists of revoked, and what is passed over."""
    return (
        *(_pinned(one, now) for one in (*kept.anchors, *kept.intermediates)),
        *(_list(one, now) for one in kept.lists),
        *_passed(kept.passed_over),
    )


def _pinned(one: Pinned, now: dt.datetime) -> TrustRow:
    ended = one.not_after < now
    own_root = one.kind is TrustKind.ANCHOR and not one.shipped
    name = one.name if one.issuer == one.name else f"{one.name}\n{one.issuer} cấp"
    cells = (
        f"{label(one.kind)}\n{_source(shipped=one.shipped)}",
        name,
        f"{'▲ ' if ended else ''}{_day(one.not_after)}",
        lines(one.sha256),
    )
    return TrustRow(
        cells=cells,
        sha256=one.sha256 if own_root else "",
        name=one.name,
        doubtful=ended,
    )


def _list(one: RevocationList, now: dt.datetime) -> TrustRow:
    late = one.next_update is not None and one.next_update < now
    until = "không ghi" if one.next_update is None else _day(one.next_update)
    many = f"{format_integer(one.revoked)} chứng thư, lập {_day(one.this_update)}"
    what = many if one.known else f"{many}\n▲ Chưa biết nơi ký danh sách: không dùng"
    return TrustRow(
        cells=(
            f"{label(TrustKind.LIST)}\n{_source(shipped=one.shipped)}",
            f"{one.issuer}\n{what}",
            f"▲ {until}" if late else until,
            lines(one.sha256),
        ),
        doubtful=late or not one.known,
    )


def _passed(found: tuple[PassedOver, ...]) -> Iterator[TrustRow]:
    for one in found:
        yield TrustRow(
            cells=(
                f"{label(one.kind)}\nThư mục chứng thư",
                f"{one.name}\n▲ Không dùng: {_low(label(one.doubt))}",
                "",
                lines(one.sha256),
            ),
            doubtful=True,
        )


def _source(*, shipped: bool) -> str:
    return "Đi kèm chương trình" if shipped else "Cơ quan thêm"


def _low(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _day(moment: dt.datetime) -> str:
    return format_date(on_this_clock(moment))
