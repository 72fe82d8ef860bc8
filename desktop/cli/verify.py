"""`verify`: check a signed file, ours or anybody's."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.cli.verdict_answers import lines, verdict_data
from desktop.operations.reports.compare_code import (
    CodeVerdict,
    compare_code,
    stands_by_paper,
)
from desktop.operations.signing.verify_file import own_trust, stands, verify_file
from desktop.wording import codes, verdicts

__all__ = ["lines", "verb", "verdict_data"]


@click.command(
    short_help="Kiểm tra tệp đã ký.",
    options_metavar="[TÙY CHỌN]",
    help="Kiểm tra tệp đã ký, của chương trình hay của nơi khác: PDF, Excel, gói .zip, "
    ".p7s. Trả lời ba câu: còn nguyên vẹn không, ai ký, có tin được không.",
)
@click.argument("path", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--trust",
    "anchors",
    multiple=True,
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Chứng thư gốc tin cậy thêm (.pem, .der); dùng được nhiều lần.",
)
@click.option(
    "--code",
    "typed",
    metavar="MÃ",
    default=None,
    help="Mã đối chiếu gõ hoặc quét từ bản giấy: hỏi thêm tệp có đúng số liệu của bản "
    "giấy không.",
)
@options.as_json
def verb(
    path: Path, anchors: tuple[Path, ...], typed: str | None, as_json: bool
) -> int:
    """Print what was found of the file and of each signature."""
    verdict = verify_file(path, own_trust(anchors))
    compared = None if typed is None else compare_code(verdict, typed)
    good = stands(verdict) if compared is None else stands_by_paper(verdict, compared)
    answer = answers.Answer(
        lines=(
            *lines(verdict),
            verdicts.headline(verdict),
            *(() if compared is None else code_lines(compared)),
        ),
        data={
            "good": good,
            **verdict_data(verdict),
            **({} if compared is None else {"code": code_data(compared)}),
        },
        good=good,
    )
    return answers.give(answer, as_json=as_json)


def code_lines(compared: CodeVerdict) -> tuple[str, ...]:
    """Say whether the file has the data of the paper."""
    return (f"{codes.CODE_QUESTION} {codes.answer(compared.comparison)}",)


def code_data(compared: CodeVerdict) -> dict[str, Any]:
    """Return what came of comparing a code, for a program."""
    found = compared.comparison
    return {
        "same": compared.same,
        "match": None if found is None else str(found.match),
        "whole": found is not None and found.whole,
        "wrong_groups": [] if found is None else list(found.wrong),
        "sha256": compared.report.sha256 if compared.report else None,
    }
