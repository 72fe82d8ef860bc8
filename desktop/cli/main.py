"""The command line: the same operations as in the window, without a screen."""

import gettext
import importlib
import os
from collections.abc import Sequence
from typing import Any

import click

from desktop import __version__, paths
from desktop.cli import answers
from desktop.errors import Cancelled, DesktopError
from desktop.wording.faults import Message

_INSTALLED = "stt"
_CHECKOUT = "python -m desktop"

VERBS = (
    "demo",
    "new",
    "plans",
    "record",
    "import",
    "evidence",
    "events",
    "tasks",
    "results",
    "deadlines",
    "precheck",
    "report",
    "trace",
    "templates",
    "letters",
    "forms",
    "returns",
    "intake",
    "mapping",
    "receipts",
    "export",
    "signers",
    "keys",
    "receiving-key",
    "sign",
    "guide",
    "attach",
    "periods",
    "correct",
    "compare",
    "pack",
    "verify",
    "trust",
    "check",
    "handover",
    "backup",
    "restore",
    "update",
    "undo",
    "redo",
    "history",
    "bring-back",
    "agencies",
)
"""Each is a module of this room with a command `verb`."""

_MODULES = {"import": "import_entries"}
"""Modules that cannot be called like their verb."""


class Verbs(click.Group):
    """Load a verb's module only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  fixed
        """Return the verbs in the order of the work."""
        return list(VERBS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  fixed by the library
        cmd_name: str,
    ) -> click.Command | None:
        """Return a verb, or None when there is none of that name."""
        if cmd_name not in VERBS:
            return None
        name = _MODULES.get(cmd_name, cmd_name.replace("-", "_"))
        module = importlib.import_module(f"desktop.cli.{name}")
        verb: click.Command = module.verb
        return verb


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    help="Sổ Truyền Thông: ghi hoạt động, tính chỉ tiêu, lập, ký và gửi báo cáo. "
    "Không kèm lệnh nào: mở cửa sổ chương trình.",
    epilog="Chương trình tự kiểm tra trên máy này: --selftest [TỆP.json]. "
    "Mã thoát: 0 = xong và tốt; 1 = xong nhưng có điều chưa đạt; 2 = không làm được.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
)
@click.version_option(
    __version__, message="%(version)s", help="In phiên bản rồi thoát."
)
def program() -> None:
    """Hold the verbs."""


def program_name() -> str:
    """Return what is typed to start the program: its launcher, where it has one."""
    return _CHECKOUT if paths.program_folder() is None else _INSTALLED


def main(arguments: Sequence[str]) -> int:
    """Do one verb; return what the program exits with. Never a traceback."""
    answers.use_utf8()
    speak_vietnamese()
    as_json = "--json" in arguments
    try:
        done = program.main(
            args=list(arguments), prog_name=program_name(), standalone_mode=False
        )
    except DesktopError as error:
        return _failed(error, as_json=as_json)
    except click.ClickException as error:
        return _misused(error, as_json=as_json)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return answers.COULD_NOT
    except SystemExit:
        # Only when whoever read our output, such as `head`, has gone away.
        return answers.COULD_NOT
    except Exception as error:  # noqa: BLE001  the last resort: it is kept and told
        return _unforeseen(error, as_json=as_json)
    return done if isinstance(done, int) else answers.GOOD


def speak_vietnamese() -> None:
    """Let the library's own words come from our catalogue."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(paths.RESOURCES / "i18n"))
    gettext.textdomain("messages")


def _failed(error: DesktopError, *, as_json: bool) -> int:
    if isinstance(error, Cancelled):
        return answers.COULD_NOT
    return answers.give_fault(error, as_json=as_json)


def _unforeseen(error: Exception, *, as_json: bool) -> int:
    from desktop.cli import unforeseen

    told = unforeseen.message(error)
    fault = answers.Fault(kind=type(error).__name__, reason="unforeseen")
    try:
        answers.give_message(told, fault, as_json=as_json)
    except OSError:  # the output itself is what failed, such as on a full disk
        answers.give_message(told, fault, as_json=False)
    return answers.COULD_NOT


def _misused(error: click.ClickException, *, as_json: bool) -> int:
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context else program_name()
    message = Message(
        what="Câu lệnh chưa dùng được.",
        why=error.format_message(),
        data="Không thay đổi.",
        next=f"Gõ “{command} --help” để xem cách dùng.",
    )
    answers.give_message(message, answers.Fault(kind="UsageError"), as_json=as_json)
    return answers.COULD_NOT
