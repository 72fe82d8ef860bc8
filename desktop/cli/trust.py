"""`trust`: whom this machine believes; add roots and lists, remove roots."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.operations.trust.add_anchor import add_anchor, look_at_anchor
from desktop.operations.trust.import_crl import import_crl
from desktop.operations.trust.import_intermediate import import_intermediate
from desktop.operations.trust.read_trust import read_trust
from desktop.operations.trust.remove_anchor import remove_anchor
from desktop.records.trust import KeptTrust, PassedOver, Pinned, RevocationList
from desktop.rules.dates import format_date
from desktop.wording import trust as words

_FILE = click.argument("path", metavar="TỆP", type=click.Path(path_type=Path))


@click.group(
    short_help="Chứng thư gốc và danh sách thu hồi.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Những nơi cấp chứng thư số được tin ở máy này. Không dùng kho chứng thư của "
    "Windows và không lên mạng: chỉ tin chứng thư gốc đã có người đối chiếu dấu vân "
    "tay.",
)
def verb() -> None:
    """Hold the verbs about trust."""


@verb.command(
    "list",
    short_help="Liệt kê những gì được tin.",
    options_metavar="[TÙY CHỌN]",
    help="Liệt kê chứng thư gốc, chứng thư trung gian, danh sách thu hồi; và những tệp "
    "nằm trong thư mục mà không được dùng.",
)
@options.as_json
def list_trust(as_json: bool) -> int:
    """Tell everything that is kept, and what is passed over."""
    kept = read_trust().value
    answer = answers.Answer(
        lines=tuple(_lines(kept)) or (words.NOTHING,), data=_data(kept)
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "add",
    short_help="Tin một chứng thư gốc.",
    options_metavar="[TÙY CHỌN]",
    help="Tin một chứng thư gốc. Không nêu --fingerprint thì chỉ in dấu vân tay của "
    "tệp để đối chiếu với nơi cấp bằng cách khác, như qua điện thoại; đối chiếu khớp "
    "rồi gọi lại kèm --fingerprint.",
)
@_FILE
@click.option(
    "--fingerprint",
    "sha256",
    metavar="DẤU",
    default="",
    help="Dấu vân tay SHA-256 nơi cấp đã báo, đủ 64 chữ số; có dấu cách cũng được.",
)
@options.as_json
def add(path: Path, sha256: str, as_json: bool) -> int:
    """Pin a root whose fingerprint is given; without one only show it."""
    if not sha256:
        found = look_at_anchor(path)
        lines = (words.looked_at_sentence(found), *_facts(found), words.COMPARE)
        answer = answers.Answer(
            lines=lines, data={"added": False, **_pinned(found)}, good=False
        )
        return answers.give(answer, as_json=as_json)
    pinned = add_anchor(path, sha256).value
    return answers.give(
        answers.Answer(
            lines=(words.added(pinned), *_pinned_lines(pinned)),
            data={"added": True, **_pinned(pinned)},
        ),
        as_json=as_json,
    )


@verb.command(
    "remove",
    short_help="Thôi tin một chứng thư gốc.",
    options_metavar="[TÙY CHỌN]",
    help="Thôi tin một chứng thư gốc do cơ quan thêm, theo dấu vân tay SHA-256.",
)
@click.argument("sha256", metavar="DẤU")
@options.as_json
def remove(sha256: str, as_json: bool) -> int:
    """Unpin a root the office added."""
    name = remove_anchor(sha256).value
    answer = answers.Answer(
        lines=(words.removed(name),), data={"removed": True, "name": name}
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "import-intermediate",
    short_help="Thêm chứng thư trung gian.",
    options_metavar="[TÙY CHỌN]",
    help="Thêm chứng thư trung gian mà nơi gửi hay quên kèm theo; tự nó không được "
    "tin.",
)
@_FILE
@options.as_json
def intermediate(path: Path, as_json: bool) -> int:
    """Keep an issuing certificate."""
    kept = import_intermediate(path).value
    answer = answers.Answer(
        lines=(words.helped(kept), *_pinned_lines(kept)), data=_pinned(kept)
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "import-crl",
    short_help="Thêm danh sách thu hồi.",
    options_metavar="[TÙY CHỌN]",
    help="Thêm danh sách chứng thư bị thu hồi (.crl) tải ở máy có mạng; chỉ nhận danh "
    "sách do nơi cấp đã biết ký và không cũ hơn danh sách đang có.",
)
@_FILE
@options.as_json
def crl(path: Path, as_json: bool) -> int:
    """Keep a list of revoked certificates."""
    kept = import_crl(path).value
    answer = answers.Answer(lines=(words.list_sentence(kept),), data=_list(kept))
    return answers.give(answer, as_json=as_json)


def _lines(kept: KeptTrust) -> Iterator[str]:
    for each in (*kept.anchors, *kept.intermediates):
        yield from _pinned_lines(each)
    yield from map(words.list_sentence, kept.lists)
    yield from map(words.passed_over_sentence, kept.passed_over)


def _pinned_lines(pinned: Pinned) -> Iterator[str]:
    yield words.pinned_sentence(pinned)
    yield from _facts(pinned)


def _facts(pinned: Pinned) -> Iterator[str]:
    yield f"  {words.fingerprint(pinned.sha256)}"
    yield f"  Hiệu lực: {_day(pinned.not_before)}–{_day(pinned.not_after)}"


def _day(moment: dt.datetime) -> str:
    return format_date(moment.astimezone())


def _data(kept: KeptTrust) -> dict[str, Any]:
    return {
        "anchors": [_pinned(one) for one in kept.anchors],
        "intermediates": [_pinned(one) for one in kept.intermediates],
        "lists": [_list(one) for one in kept.lists],
        "passed_over": [_passed(one) for one in kept.passed_over],
    }


def _pinned(pinned: Pinned) -> dict[str, Any]:
    return {
        "kind": str(pinned.kind),
        "name": pinned.name,
        "issuer": pinned.issuer,
        "not_before": pinned.not_before,
        "not_after": pinned.not_after,
        "sha256": pinned.sha256,
        "shipped": pinned.shipped,
    }


def _list(listed: RevocationList) -> dict[str, Any]:
    return {
        "issuer": listed.issuer,
        "this_update": listed.this_update,
        "next_update": listed.next_update,
        "revoked": listed.revoked,
        "sha256": listed.sha256,
        "shipped": listed.shipped,
        "known": listed.known,
    }


def _passed(passed: PassedOver) -> dict[str, Any]:
    return {
        "kind": str(passed.kind),
        "name": passed.name,
        "doubt": str(passed.doubt),
        "sha256": passed.sha256,
    }
