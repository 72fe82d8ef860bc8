"""Words for what the program found when it tried itself out."""

from collections.abc import Iterable
from decimal import Decimal

from desktop.records.self_test import SelfTest, Trial
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal

_NAMES = {
    "program_files": "Tệp của chương trình đủ và đúng",
    "libraries": "Các thư viện nạp được",
    "catalogues": "Danh mục, kế hoạch, mẫu báo cáo đọc được",
    "time_zone": "Ngày giờ và múi giờ",
    "sqlite": "Cơ sở dữ liệu, tìm không dấu",
    "data_place": "Nơi để dữ liệu: ghi, đổi tên, khóa",
    "log_place": "Nơi để nhật ký: ghi, đổi tên, khóa",
    "temporary_place": "Thư mục tạm: ghi, đổi tên, khóa",
    "office": "Lập sổ, ghi, tìm, hoàn tác",
    "backup": "Sao lưu và kiểm tra sổ",
    "workbook": "Ghi và đọc lại bảng tính Excel",
    "pdf": "Vẽ và mở lại tệp PDF/A",
    "word": "Ghi và đọc lại tệp Word",
    "picture": "Ghi và đọc lại ảnh",
    "sign_pdf": "Ký thử và kiểm tra chữ ký trên PDF",
    "sign_workbook": "Ký thử và kiểm tra chữ ký trên Excel",
    "child_process": "Tiến trình riêng để đọc tệp nhận được",
    "lock_for_key": "Khóa gói bằng khóa nhận",
    "lock_with_words": "Khóa gói bằng câu mật khẩu",
    "lock_as_archive": "Khóa gói thành zip bằng câu mật khẩu",
    "screen": "Cửa sổ, hình, lời tiếng Việt",
    "fonts": "Phông chữ có đủ chữ tiếng Việt",
}
_PLACES = {
    "program": "Chương trình",
    "data": "Dữ liệu",
    "logs": "Nhật ký và báo cáo lỗi",
}
GOOD = "Mọi thứ chương trình cần đều chạy được trên máy này."
_SECOND = 1_000


def check_name(check: Trial) -> str:
    """Return what was tried, in words; its key when nobody named it."""
    return _NAMES.get(check.name, check.name)


def result(check: Trial) -> str:
    """Return in one word whether it works."""
    return "Đạt" if check.ok else "HỎNG"


def headline(found: SelfTest) -> str:
    """Return in one sentence how the machine stands."""
    if found.good:
        return GOOD
    return f"Có {len(found.failed)} việc chưa chạy được trên máy này."


def lines(found: SelfTest) -> tuple[str, ...]:
    """Return the whole as lines for whoever looks after the machine."""
    versions = dict(found.versions)
    made = f"{format_date(found.made_at)} {found.made_at:%H:%M}"
    return (
        f"Tự kiểm tra Sổ Truyền Thông {versions.get('program', '')}, {made}",
        *_checks(found.checks),
        f"Hệ điều hành: {versions.get('system', '')}",
        *(f"{place_name(name)}: {path}" for name, path in found.places),
        headline(found),
    )


def place_name(name: str) -> str:
    """Return what lies in a folder, in words."""
    return _PLACES.get(name, name)


def took(check: Trial) -> str:
    """Return how long it took, in seconds."""
    told = format_decimal(Decimal(check.took_ms) / _SECOND)
    return "tức thì" if told == "0" else f"{told} giây"


def _checks(checks: Iterable[Trial]) -> list[str]:
    return [f"[{result(one)}] {check_name(one)} ({one.detail})" for one in checks]
