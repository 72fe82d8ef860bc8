"""Faults and doubts of the pictures that signatures show."""

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi; ảnh đang dùng vẫn còn nguyên."

PICTURES: dict[str, Lines] = {
    "picture_not_png": (
        "Chưa dùng được ảnh “{name}”: không phải tệp PNG.",
        "Nghị định 30/2020 yêu cầu ảnh chữ ký và ảnh dấu là PNG có nền trong suốt.",
        _SAFE,
        "Lưu ảnh thành .png và bỏ nền trắng, rồi chọn lại.",
    ),
    "picture_opaque": (
        "Chưa dùng được ảnh “{name}”: ảnh còn nền.",
        "Nền trắng của ảnh sẽ che chữ in bên dưới; ảnh phải có nền trong suốt.",
        _SAFE,
        "Bỏ nền ảnh bằng phần mềm ảnh, lưu thành .png, rồi chọn lại.",
    ),
    "picture_empty": (
        "Chưa dùng được ảnh “{name}”: ảnh trống.",
        "Cả ảnh đều trong suốt, không có nét nào.",
        _SAFE,
        "Chọn đúng tệp ảnh chữ ký hoặc ảnh dấu.",
    ),
    "picture_small": (
        "Chưa dùng được ảnh “{name}”: ảnh quá nhỏ.",
        "Nét vẽ chưa tới {one} điểm ảnh, in ra sẽ không rõ.",
        _SAFE,
        "Quét lại ở 300 dpi trở lên, rồi chọn lại.",
    ),
    "picture_too_large": (
        "Chưa dùng được ảnh “{name}”: ảnh quá lớn.",
        "Ảnh lớn hơn 10 MB hoặc hơn 40 triệu điểm ảnh, nhiều lần mức cần cho bản in.",
        _SAFE,
        "Cắt sát chữ ký hoặc dấu, thu nhỏ ảnh, rồi chọn lại.",
    ),
    "picture_damaged": (
        "Chưa dùng được ảnh “{name}”: ảnh hỏng.",
        "Tệp bị cắt cụt hoặc sai dạng, nên không đọc được.",
        _SAFE,
        "Lưu lại ảnh từ bản gốc, rồi chọn lại.",
    ),
    "picture_wide": (
        "Chưa dùng được ảnh “{name}”: dấu rộng hơn chỗ trên văn bản.",
        "Chỗ dành cho dấu rộng {one} mm; dấu phải in đúng kích thước thật.",
        _SAFE,
        "Đo lại đường kính dấu rồi nhập lại kích thước.",
    ),
}
"""Refusals of a picture."""

_DOUBTS = {
    "not_blue": "Ảnh chữ ký không phải màu xanh như Nghị định 30/2020 yêu cầu.",
    "not_red": "Ảnh dấu không phải màu đỏ như Nghị định 30/2020 yêu cầu.",
    "seal_size": "Kích thước dấu khác thường: dấu của cơ quan rộng 36 đến 42 mm.",
    "not_round": "Ảnh dấu không tròn: xem lại ảnh có bị kéo méo hay cắt mất không.",
    "coarse": "Ảnh ít điểm ảnh, in ra sẽ không rõ nét.",
}


def picture_doubt(key: str) -> str:
    """Tell what is odd about a picture that may still be used."""
    return _DOUBTS.get(key, "Ảnh có điểm cần xem lại.")
