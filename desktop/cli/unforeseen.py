"""What is left to say and to keep when something happens that nobody foresaw."""

import datetime as dt
import platform
import traceback
from pathlib import Path

import desktop
from desktop import paths
from desktop.wording.faults import Message

TRACE = "loi-dong-lenh.txt"
"""File among the logs that keeps the traces, the newest last."""


def message(error: Exception) -> Message:
    """Keep the trace for whoever mends it; return the four lines for the user."""
    kept = keep(error, paths.log_folder())
    return Message(
        what="Việc vừa rồi chưa làm được vì một lỗi của chương trình.",
        why=f"Lỗi chưa lường trước: {type(error).__name__}.",
        data="Phần đã ghi trước đó vẫn còn; việc đang dở không được ghi.",
        next=f"Gửi tệp {kept} cho người hỗ trợ." if kept else "Báo cho người hỗ trợ.",
    )


def keep(error: Exception, folder: Path) -> Path | None:
    """Write the trace of an error, with versions and no data; None when nowhere."""
    lines = (
        f"{dt.datetime.now().astimezone():%Y-%m-%d %H:%M:%S%z}",
        f"{desktop.__version__}, Python {platform.python_version()}",
        "".join(traceback.format_exception(error)),
    )
    place = folder / TRACE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as file:
            file.write("\n".join((*lines, "")))
    except OSError:
        return None
    return place
