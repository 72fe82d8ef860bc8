"""Options that name the key somebody signs with, and the one way to open it."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.cli import options
from desktop.errors import SignatureError
from desktop.files.signatures.settings import SigningSettings
from desktop.operations.signing.choose_key import chosen_key
from desktop.operations.signing.open_key import list_modules, list_tokens, open_key
from desktop.operations.signing.verify_file import own_trust

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key

_TWO_KEYS = "Chỉ chọn một: --key (tệp) hoặc --token."
_NO_MODULE = "Chưa rõ tệp PKCS#11 của token: thêm --module; xem: python -m desktop keys"
_NO_CERTIFICATE = "Token có {count} chứng thư ký được: thêm --certificate; xem: {list}"
_LIST = "python -m desktop keys"

_FILE = click.Path(path_type=Path)
_OPTIONS: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
    click.option(
        "--key",
        "key_path",
        metavar="TỆP",
        type=_FILE,
        help="Tệp khóa .p12 hoặc .pfx; bỏ trống cả --token: khóa đã chọn lần trước.",
    ),
    click.option(
        "--password-file",
        metavar="TỆP",
        type=_FILE,
        help="Tệp chứa mật khẩu khóa (dòng đầu). Không có thì đọc biến "
        f"{options.PASSWORD_VARIABLE}, không có nữa thì hỏi.",
    ),
    click.option("--token", metavar="SỐ", help="Số hiệu token; xem bằng lệnh keys."),
    click.option(
        "--module", metavar="TỆP", type=_FILE, help="Tệp PKCS#11 của hãng token."
    ),
    click.option(
        "--certificate",
        metavar="MÃ",
        help="Mã chứng thư trên token; bỏ trống khi chỉ có một cái ký được.",
    ),
    click.option(
        "--pin-file",
        metavar="TỆP",
        type=_FILE,
        help="Tệp chứa mã PIN (dòng đầu). Không có thì hỏi. PIN chỉ được thử một lần.",
    ),
    click.option(
        "--last-try",
        is_flag=True,
        help="Vẫn thử khi token báo sai một lần nữa là bị khóa.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySource:
    """What the options say of a key, before anything is opened."""

    key_path: Path | None = None
    password_file: Path | None = None
    token: str | None = None
    module: Path | None = None
    certificate: str | None = None
    pin_file: Path | None = None
    last_try: bool = False


def key(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that name a key; the verb gets them as one `source`."""

    @wraps(command)
    def gathered(**given: Any) -> Any:  # noqa: ANN401  whatever the verb returns
        told = {name: given.pop(name) for name in KeySource.__dataclass_fields__}
        return command(source=KeySource(**told), **given)

    for option in reversed(_OPTIONS):
        gathered = option(gathered)
    return gathered


@contextmanager
def opened(source: KeySource) -> Iterator["Key"]:
    """Open the key the options name, or the one this machine signed with before.

    Raises:
        SignatureError: The key cannot be opened.
        UsageError: The options do not name one key.
    """
    chosen = named(source, chosen_key().value)
    if chosen.key_file is not None:
        secret = options.read_password(source.password_file)
    elif chosen.module is None:
        raise SignatureError("no_key_chosen")
    else:
        chosen = _with_certificate(chosen)
        secret = options.read_pin(source.pin_file)
    with open_key(chosen, secret, last_try=source.last_try, trust=own_trust()) as key:
        yield key


def named(source: KeySource, kept: SigningSettings) -> SigningSettings:
    """Return the key the options name, filled up from what was kept.

    Raises:
        UsageError: They name a file and a token, or leave the module open.
    """
    if source.key_path is not None:
        if source.token or source.certificate:
            raise click.UsageError(_TWO_KEYS)
        return replace(kept, key_file=source.key_path)
    if source.token is None:
        return kept
    same = source.token == kept.serial
    return replace(
        kept,
        key_file=None,
        module=source.module or kept.module or _only_module(),
        serial=source.token,
        key_id=(source.certificate or (kept.key_id if same else "")).lower(),
    )


def _only_module() -> Path:
    ready = [one.path for one in list_modules().value if one.loadable]
    if len(ready) != 1:
        raise click.UsageError(_NO_MODULE)
    return ready[0]


def _with_certificate(chosen: SigningSettings) -> SigningSettings:
    """Name the one certificate of the token that can sign today, if none is named."""
    if chosen.key_id or chosen.module is None:
        return chosen
    now = dt.datetime.now(dt.UTC)
    ids = {
        one.key_id
        for found in list_tokens(chosen.module).value
        for one in found.certificates
        if found.token.serial == chosen.serial and one.signs and one.holds(now)
    }
    if len(ids) > 1:
        raise click.UsageError(_NO_CERTIFICATE.format(count=len(ids), list=_LIST))
    return replace(chosen, key_id=next(iter(ids), ""))
