"""Words for backups of every office file at once."""

from pathlib import Path

from desktop.errors import DesktopError
from desktop.records.kept_office import Fate
from desktop.wording.faults import explain

NONE_KNOWN = "Máy này chưa có sổ nào để sao lưu."

_SAID = {
    Fate.MISSING: "Không còn ở chỗ cũ, không có gì để sao lưu: {}",
    Fate.FOREIGN: "Không phải tệp sổ, bỏ qua: {}",
    Fate.IN_USE: "CHƯA sao lưu được, sổ đang mở; hãy đóng sổ rồi làm lại: {}",
    Fate.FAILED: "CHƯA sao lưu được: {}",
}


def fate_lines(
    office: Path, fate: Fate, backup: Path | None, error: DesktopError | None
) -> tuple[str, ...]:
    """Return what became of one office file, and why where there is no backup."""
    if backup is not None:
        return (f"Đã sao lưu và kiểm tra: {office}", f"  bản sao: {backup}")
    said = _SAID[fate].format(office)
    if error is None or fate is not Fate.FAILED:
        return (said,)
    told = explain(error)
    return (said, f"  vì: {told.why}", f"  làm gì tiếp: {told.next}")
