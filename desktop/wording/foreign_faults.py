"""Faults of tables that came from elsewhere, in four lines each."""

from typing import Final

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi; tệp vẫn còn nguyên."
_SAVE_ANEW = "Mở tệp bằng Excel, chép riêng bảng cần nhập sang một tệp mới, lưu lại."

FILE: Final[dict[str, Lines]] = {
    "too_large": (
        "Không đọc “{name}”: tệp quá lớn.",
        "Tệp có nhiều ô, nhiều dòng, hoặc phình ra nhiều hơn mức chương trình nhận.",
        _SAFE,
        "Chép riêng bảng cần nhập sang một tệp mới, rồi chọn tệp đó.",
    ),
    "too_slow": (
        "Đã dừng đọc “{name}”: đọc quá lâu.",
        "Tệp có nhiều nội dung khác thường, chưa đọc xong trong thời gian cho phép.",
        _SAFE,
        f"{_SAVE_ANEW} Rồi chọn tệp mới.",
    ),
    "too_much_memory": (
        "Đã dừng đọc “{name}”: tệp cần quá nhiều bộ nhớ.",
        "Nội dung bên trong phình ra nhiều hơn một bảng tính thông thường.",
        _SAFE,
        f"{_SAVE_ANEW} Rồi chọn tệp mới.",
    ),
    "reader_died": (
        "Chưa đọc được “{name}”: phần đọc tệp đã dừng giữa chừng.",
        "Tệp hỏng theo cách chưa gặp; chương trình vẫn làm việc bình thường.",
        _SAFE,
        f"{_SAVE_ANEW} Hoặc chép bảng trong Excel và dán vào đây.",
    ),
    "cells_lost": (
        "Không nhận “{name}”: số ô đọc được không khớp với số ô trong tệp.",
        "Có ô trùng chỗ nhau hoặc bị bỏ sót, nên không nhập để khỏi thiếu số liệu.",
        _SAFE,
        f"{_SAVE_ANEW} Rồi chọn tệp mới.",
    ),
    "no_sheet": (
        "“{name}” không có trang tính nào đọc được.",
        "Mọi trang đều bị ẩn, hoặc chỉ có biểu đồ.",
        _SAFE,
        "Mở tệp bằng Excel, cho hiện trang có bảng rồi lưu lại; sau đó chọn lại tệp.",
    ),
    "unknown_letters": (
        "Chưa đọc được “{name}”: không rõ bảng mã chữ.",
        "Chữ trong tệp không phải Unicode và không ra tiếng Việt theo bảng mã cũ.",
        _SAFE,
        "Mở tệp bằng Excel, lưu lại kiểu Excel Workbook (.xlsx), rồi chọn lại.",
    ),
}
