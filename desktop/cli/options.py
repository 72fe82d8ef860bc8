"""Arguments and options that several verbs share."""

import sys
from pathlib import Path

import click

from desktop.errors import FileError, InputError, SignatureError, UnknownNameError
from desktop.records.period import Period
from desktop.rules import calendar
from desktop.wording.problems import sentence

PASSWORD_VARIABLE = "SO_TRUYEN_THONG_PASSWORD"  # noqa: S105  a name, not a password

_NO_PIN = "Chưa có mã PIN: dùng --pin-file, hoặc chạy ở cửa sổ lệnh để được hỏi."
_NOBODY_TO_ASK = (
    f"Chưa có mật khẩu khóa: dùng --password-file hoặc biến {PASSWORD_VARIABLE}."
)


class Option(click.Option):
    """An option whose help is Vietnamese to the last word."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """Return what stands in brackets; the library leaves one word English."""
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = "bắt buộc"
        return extra


office = click.argument("office", metavar="SỔ", type=click.Path(path_type=Path))
as_json = click.option(
    "--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình."
)
period = click.option(
    "--period",
    "period_text",
    metavar="KỲ",
    required=True,
    cls=Option,
    help="Kỳ báo cáo: 2024, 2024-H1, 2024-N9, 2024-Q3, 2024-M07 hoặc "
    "01/01/2024-14/11/2024; thêm @14/11 để chốt số liệu ngày 14/11, @decree_09 để chia "
    "kỳ theo Nghị định 09/2019/NĐ-CP.",
)
report = click.option(
    "--report",
    "report_id",
    metavar="ID",
    default="",
    help="Mã báo cáo đã ban hành; bỏ trống: báo cáo mới nhất.",
)
folder = click.option(
    "--folder",
    metavar="THƯ MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục chứa tệp báo cáo; bỏ trống: thư mục bao-cao cạnh tệp sổ.",
)

word = click.option(
    "--word", is_flag=True, help="Lập thêm tệp Word để lãnh đạo sửa lời văn."
)


def parse_period(text: str) -> Period:
    """Return the period a person named.

    Raises:
        UnknownNameError: The text names no period.
        BadParameter: The figures would be closed outside the period.
    """
    from desktop.files.catalogue import load_regimes

    try:
        return calendar.parse_period(text, load_regimes())
    except UnknownNameError:
        raise
    except InputError as error:
        raise click.BadParameter(sentence(error.problems[0])) from error


def _first_line(file: Path) -> str:
    """Return it without the mark that Notepad puts before it: each try of a PIN counts.

    Raises:
        OSError, UnicodeDecodeError: The file cannot be read.
    """
    return file.read_text("utf-8-sig").partition("\n")[0].rstrip("\r")


def read_password(password_file: Path | None) -> str:
    """Return the password of a key: from a file, the environment, or the person.

    Raises:
        SignatureError: The file cannot be read.
        UsageError: Nothing gives it, and there is nobody to ask.
    """
    import os

    if password_file is not None:
        try:
            return _first_line(password_file)
        except (OSError, UnicodeDecodeError) as error:
            raise SignatureError("key_unreadable", password_file.name) from error
    known = os.environ.get(PASSWORD_VARIABLE)
    if known is not None:
        return known
    if not sys.stdin.isatty():
        raise click.UsageError(_NOBODY_TO_ASK)
    asked: str = click.prompt("Mật khẩu khóa", hide_input=True, err=True)
    return asked


def read_pin(pin_file: Path | None) -> str:
    """Return the PIN of a token, from a file or the person: never kept anywhere.

    Raises:
        FileError: The file cannot be read.
        UsageError: Nothing gives it, and there is nobody to ask.
    """
    if pin_file is not None:
        try:
            return _first_line(pin_file)
        except (OSError, UnicodeDecodeError) as error:
            reason = "unreadable" if pin_file.exists() else "missing"
            raise FileError(pin_file, reason) from error
    if not sys.stdin.isatty():
        raise click.UsageError(_NO_PIN)
    asked: str = click.prompt("Mã PIN của token", hide_input=True, err=True)
    return asked
