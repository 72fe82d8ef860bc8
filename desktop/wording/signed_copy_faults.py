"""Faults of copies that came back signed, in four lines each."""

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi; báo cáo đã ban hành và các bản cũ vẫn còn nguyên."

COPIES: dict[str, Lines] = {
    "copy_unsigned": (
        "Chưa gắn được “{name}”: tệp chưa có chữ ký số.",
        "Trong tệp PDF này không có chữ ký số nào, nên không có gì để kiểm tra.",
        _SAFE,
        (
            "Chọn đúng tệp PDF mà lãnh đạo và văn thư đã ký số; bản quét của giấy ký "
            "tay thì gắn kèm mã đối chiếu in ở chân trang."
        ),
    ),
    "scan_signed": (
        "Chưa gắn được “{name}”: tệp có chữ ký số, không phải bản quét ký tay.",
        "Bản có chữ ký số thì được kiểm tra chữ ký, không đối chiếu bằng mã.",
        _SAFE,
        "Gắn tệp này bằng “Gắn bản đã ký” mà không gõ mã đối chiếu.",
    ),
    "copy_locked": (
        "Chưa gắn được “{name}”: tệp bị khóa bằng mật khẩu.",
        (
            "Tệp đã được mã hóa hoặc hạn chế quyền, nên không kiểm tra được chữ ký và "
            "không so được với bản đã gửi đi."
        ),
        _SAFE,
        "Xin nơi đã ký bản PDF không đặt mật khẩu, rồi gắn bản đó.",
    ),
    "copy_too_large": (
        "Chưa gắn được “{name}”: tệp quá lớn.",
        (
            "Tệp lớn hơn 50 MB, nhiều lần một báo cáo; thường là bản quét, không phải "
            "bản ký số của tệp đã gửi đi."
        ),
        _SAFE,
        "Chọn đúng tệp PDF mà lãnh đạo và văn thư đã ký số.",
    ),
    "copy_broken": (
        "Chưa gắn được “{name}”: chữ ký không đứng vững.",
        (
            "Nội dung đã bị thay đổi sau khi ký, hoặc có chữ ký mà chương trình không "
            "đọc được nên không thể nói là đúng."
        ),
        _SAFE,
        "Xem chi tiết bằng “Kiểm tra chữ ký”, rồi xin lại tệp từ nơi đã ký.",
    ),
    "copy_differs": (
        "“{name}” không phải bản của báo cáo này.",
        (
            "Ngoài số, ngày và chữ ký, tệp còn khác với bản đã gửi đi, trước hết ở: "
            "{differs}"
        ),
        _SAFE,
        (
            "Chọn đúng báo cáo và đúng tệp đã ký. Nếu nội dung đã được sửa khi trình "
            "ký thì lập và ban hành lại báo cáo, rồi ký bản đó."
        ),
    ),
}
"""Refusals of a copy; `{differs}` is the first difference in words."""
