"""`update`: check an installer of a newer version, without starting it."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.operations.offices.check_update import check_update, forget_update
from desktop.records.update import Standing, UpdateVerdict
from desktop.rules.release_code import same_code
from desktop.wording import updates

NEITHER_SAME = "Mã KHÔNG khớp: không dùng bộ cài này."
SAME = "Mã khớp với mã đã báo."


@click.command(
    short_help="Kiểm tra bộ cài bản mới.",
    options_metavar="[TÙY CHỌN]",
    help="Kiểm tra bộ cài bản mới, hoặc thư mục, USB chứa bộ cài: chữ ký hoặc mã trong "
    "SHA256SUMS bên cạnh, phiên bản, những gì thay đổi. Chỉ kiểm tra, không chạy bộ "
    "cài: cập nhật trong cửa sổ bằng Trợ giúp → Cập nhật từ tệp.",
)
@click.argument("path", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--code",
    "typed",
    metavar="MÃ",
    default=None,
    help="Mã nơi phát hành đã báo (16 ký tự, hoặc cả 64): so với mã của bộ cài.",
)
@options.as_json
def verb(path: Path, typed: str | None, as_json: bool) -> int:
    """Print what was found; 0 when the installer may be used as it lies there."""
    checked = check_update(path, answers.teller(quiet=as_json)).value
    forget_update(checked)
    verdict = checked.verdict
    same = None if typed is None else same_code(typed, verdict.sha256)
    answer = answers.Answer(
        lines=tuple(_lines(verdict, same)),
        data=_data(verdict, same),
        good=_is_good(verdict, same=same),
    )
    return answers.give(answer, as_json=as_json)


def _is_good(verdict: UpdateVerdict, *, same: bool | None) -> bool:
    """Tell whether it is newer, and either signed or compared by somebody."""
    if verdict.standing is Standing.SIGNED:
        return same is not False
    return verdict.standing is Standing.LISTED and same is True


def _lines(verdict: UpdateVerdict, same: bool | None) -> list[str]:
    shape, words = updates.light(verdict)
    said = [f"{shape} {words}: {updates.headline(verdict)}", *updates.lines(verdict)]
    if verdict.sha256:
        said.append(f"SHA-256: {verdict.sha256}")
        said.append(f"Mã để so: {updates.code(verdict)}")
    if same is not None:
        said.append(SAME if same else NEITHER_SAME)
    elif verdict.standing is Standing.LISTED:
        said.append("So mã với nơi phát hành rồi chạy lại với --code.")
    for one in verdict.changes:
        said.extend(["", f"Bản {one.version}: {one.intro}"])
        said.extend(f"- {point}" for point in one.points)
    return said


def _data(verdict: UpdateVerdict, same: bool | None) -> dict[str, Any]:
    return {
        "good": _is_good(verdict, same=same),
        "standing": str(verdict.standing),
        "reason": verdict.reason,
        "facts": list(verdict.facts),
        "file": verdict.file_name,
        "version": verdict.version,
        "own_version": verdict.own_version,
        "size": verdict.size,
        "sha256": verdict.sha256,
        "code": updates.code(verdict),
        "code_same": same,
        "list_signature": str(verdict.list_signature),
        "signed_by": verdict.signed_by,
        "system": str(verdict.system),
        "changes": [
            {"version": one.version, "intro": one.intro, "points": list(one.points)}
            for one in verdict.changes
        ],
    }
