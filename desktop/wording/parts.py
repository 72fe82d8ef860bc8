"""Words for what stands beside a result: part-shares, what is missing, doubts."""

_PARTS = {
    "connected": "Đã kết nối, chia sẻ",
    "digital": "Trên nền tảng số",
    "digitised": "Đã số hóa",
    "ethnic": "Bằng tiếng dân tộc thiểu số",
    "foreign": "Bằng tiếng nước ngoài",
    "online": "Đã đăng trực tuyến",
    "products": "Sản phẩm truyền thông",
    "sources": "Nguồn dữ liệu",
    "trained": "Đã được tập huấn kiến thức, kỹ năng",
    "updated": "Đã được cập nhật thông tin",
}

_MISSING = {
    "headcount": "Chưa nhập số người của nhóm cán bộ này.",
    "plan_number": "Chưa nhập số kế hoạch của năm.",
    "products": "Chưa ghi sản phẩm nào trong kỳ.",
    "scope": "Chưa chọn các cơ quan thuộc phạm vi chỉ tiêu.",
    "supplied": "Chưa có số liệu do cơ quan khác cung cấp.",
}
_MISSING_GENERAL = "Chưa đủ số liệu để tính."
_HEADCOUNT_OF = "Chưa nhập số người của nhóm {group}."

_DOUBTS = {
    "numerator_above_denominator": (
        "Số đã đạt lớn hơn tổng số; kiểm tra lại tổng số hoặc số đã ghi."
    ),
}
_DOUBT_GENERAL = "Số liệu có chỗ chưa khớp; kiểm tra lại trước khi báo cáo."


def part_label(code: str) -> str:
    """Return what a figure beside a result is called; the key when nobody named it."""
    return _PARTS.get(code, code)


def missing_sentence(key: str, group: str = "") -> str:
    """Tell what is missing for a result; `group` names the staff group counted."""
    if key == "headcount" and group:
        return _HEADCOUNT_OF.format(group=group)
    return _MISSING.get(key, _MISSING_GENERAL) if key else ""


def doubt_sentence(key: str) -> str:
    """Tell what is doubtful about a result."""
    return _DOUBTS.get(key, _DOUBT_GENERAL)
