"""`keys`: say which tokens and certificates there are, and keep a choice of one."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from desktop.cli import answers
from desktop.cli.signing_key import KeySource, named
from desktop.errors import SignatureError
from desktop.files.signatures.settings import SigningSettings
from desktop.operations.signing.choose_key import choose_key, chosen_key
from desktop.operations.signing.open_key import FoundToken, list_modules, list_tokens
from desktop.rules.dates import format_date
from desktop.wording.faults import explain
from desktop.wording.tokens import pin_state

if TYPE_CHECKING:
    from desktop.files.signatures.token.found import TokenCertificate
    from desktop.files.signatures.token.modules import Suggestion

_NOTHING: Final = (
    "Chưa thấy phần mềm token nào trên máy. Cài phần mềm của hãng, hoặc chỉ đúng tệp "
    "PKCS#11 bằng --module."
)
_FILE: Final = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What one module had to show, or why it had nothing."""

    module: Path
    tokens: tuple[FoundToken, ...] = ()
    fault: SignatureError | None = None


@click.command(
    short_help="Xem token và chứng thư số, chọn khóa ký.",
    options_metavar="[TÙY CHỌN]",
    help="Liệt kê phần mềm token trên máy, token đang cắm và chứng thư số trên token; "
    "không cần mã PIN. Kèm --keep: nhớ khóa đã chọn cho lệnh sign và pack.",
)
@click.option(
    "--module",
    metavar="TỆP",
    type=_FILE,
    help="Tệp PKCS#11 của hãng; bỏ trống: tệp đã chọn hoặc các tệp gợi ý có trên máy.",
)
@click.option("--keep", is_flag=True, help="Nhớ khóa nêu bằng các tùy chọn dưới đây.")
@click.option("--key", "key_path", metavar="TỆP", type=_FILE, help="Tệp khóa để nhớ.")
@click.option("--token", metavar="SỐ", help="Số hiệu token để nhớ.")
@click.option("--certificate", metavar="MÃ", help="Mã chứng thư để nhớ.")
@click.option(
    "--scheme",
    type=click.Choice(["plain", "pss"]),
    metavar="plain|pss",
    help="Cách đệm RSA khi ký PDF và gói: plain (PKCS#1 v1.5) hay pss.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình."
)
def verb(
    module: Path | None,
    keep: bool,
    key_path: Path | None,
    token: str | None,
    certificate: str | None,
    scheme: str | None,
    as_json: bool,
) -> int:
    """Look behind each module, and say what is there."""
    kept = chosen_key().value
    if keep:
        source = KeySource(
            key_path=key_path and key_path.absolute(),
            token=token,
            module=module,
            certificate=certificate,
        )
        kept = choose_key(_padded(named(source, kept), scheme)).value
    suggested = list_modules().value
    looked = tuple(_look(one) for one in _modules(module, kept, suggested))
    now = dt.datetime.now(dt.UTC)
    answer = answers.Answer(
        lines=tuple(_lines(looked, kept, now)),
        data=_data(suggested, looked, kept, now),
        good=any(
            _ready(one, now)
            for each in looked
            for found in each.tokens
            for one in found.certificates
        )
        or keep,
    )
    return answers.give(answer, as_json=as_json)


def _padded(chosen: SigningSettings, scheme: str | None) -> SigningSettings:
    if scheme is None:
        return chosen
    return replace(chosen, scheme="pss" if scheme == "pss" else "plain")


def _modules(
    module: Path | None, kept: SigningSettings, suggested: Iterable["Suggestion"]
) -> tuple[Path, ...]:
    if module is not None:
        return (module,)
    found = [one.path for one in suggested if one.loadable]
    return tuple(dict.fromkeys([*filter(None, [kept.module]), *found]))


def _look(module: Path) -> Looked:
    try:
        return Looked(module=module, tokens=list_tokens(module).value)
    except SignatureError as error:
        return Looked(module=module, fault=error)


def _ready(one: "TokenCertificate", now: dt.datetime) -> bool:
    return one.signs and one.holds(now)


def _lines(
    looked: tuple[Looked, ...], kept: SigningSettings, now: dt.datetime
) -> Iterator[str]:
    if not looked:
        yield _NOTHING
    for each in looked:
        yield f"Phần mềm token: {each.module}"
        if each.fault is not None:
            yield f"  {explain(each.fault).what}"
        elif not each.tokens:
            yield "  Chưa cắm token nào."
        for found in each.tokens:
            yield from _token_lines(found, now)
    if kept.key_file is not None:
        yield f"Khóa đã chọn: tệp {kept.key_file}"
    elif kept.serial:
        yield f"Khóa đã chọn: token {kept.serial}, {_which(kept)}"


def _which(kept: SigningSettings) -> str:
    return f"chứng thư {kept.key_id}" if kept.key_id else "chứng thư duy nhất ký được"


def _token_lines(found: FoundToken, now: dt.datetime) -> Iterator[str]:
    token = found.token
    yield f"  Token “{token.label}”, số hiệu {token.serial}: {pin_state(token)}"
    for one in found.certificates:
        fit = "ký được" if _ready(one, now) else "không dùng để ký được"
        yield (
            f"    Mã {one.key_id}: {one.name}; nơi cấp {one.issuer}; "
            f"đến {format_date(one.not_after)}; {fit}"
        )
    if not found.certificates:
        yield "    Không có chứng thư số của người ký."


def _data(
    suggested: Iterable["Suggestion"],
    looked: tuple[Looked, ...],
    kept: SigningSettings,
    now: dt.datetime,
) -> dict[str, Any]:
    return {
        "suggestions": [
            {
                "family": one.family,
                "path": one.path,
                "present": one.present,
                "bits": one.bits,
                "loadable": one.loadable,
                "verified": one.verified,
            }
            for one in suggested
        ],
        "modules": [
            {
                "path": each.module,
                "reason": each.fault and each.fault.reason,
                "tokens": [_token_data(found, now) for found in each.tokens],
            }
            for each in looked
        ],
        "kept": {
            "key_file": kept.key_file,
            "module": kept.module,
            "token": kept.serial,
            "certificate": kept.key_id,
            "scheme": kept.scheme,
        },
    }


def _token_data(found: FoundToken, now: dt.datetime) -> dict[str, Any]:
    token = found.token
    return {
        "serial": token.serial,
        "label": token.label,
        "model": token.model,
        "manufacturer": token.manufacturer,
        "pin": str(token.pin),
        "pin_pad": token.pin_pad,
        "certificates": [
            {
                "id": one.key_id,
                "name": one.name,
                "issuer": one.issuer,
                "not_before": one.not_before,
                "not_after": one.not_after,
                "usable": _ready(one, now),
            }
            for one in found.certificates
        ],
    }
