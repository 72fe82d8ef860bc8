"""Words for what stands beside a result: part-shares, what is missing, doubts."""

_PARTS = {
    "connected": "Đã kết nối, chia sẻ",
    "digital": "Trên nền tảng số",
    "digitised": "Đã số hóa",
    "ethnic": "Bằng tiếng dân tộc thiểu số",
    "foreign": "Bằng tiếng nước ngoài",
    "inherited": "Trong đó kế thừa của cơ quan trước",
    "online": "Đã đăng trực tuyến",
    "products": "Sản phẩm truyền thông",
    "reached": "Hoàn thành theo văn bản",
    "sources": "Nguồn dữ liệu",
    "trained": "Đã được tập huấn kiến thức, kỹ năng",
    "updated": "Đã được cập nhật thông tin",
}

_MISSING = {
    "before": "Kỳ trước chưa có số liệu để so sánh.",
    "divisor": "Chưa có số liệu làm mẫu số.",
    "headcount": "Chưa nhập số người của nhóm cán bộ này.",
    "nothing_planned": "Kỳ này không giao số nào.",
    "plan_number": "Chưa nhập số kế hoạch của năm.",
    "products": "Chưa ghi sản phẩm nào trong kỳ.",
    "scope": "Chưa chọn các cơ quan thuộc phạm vi chỉ tiêu.",
    "supplied": "Chưa có số liệu do cơ quan khác cung cấp.",
}
_MISSING_GENERAL = "Chưa đủ số liệu để tính."
_MISSING_OF = {
    "before": "Kỳ trước chưa có số liệu để so sánh: {about}.",
    "divisor": "Chưa có số liệu làm mẫu số: {about}.",
    "headcount": "Chưa nhập số người của nhóm {about}.",
    "supplied": "Chưa có số liệu do {about} cung cấp.",
}
"""The same where it is known of whom or what."""

_DOUBTS = {
    "headcount_tiers_mixed": (
        "Có cơ quan vừa có số cán bộ không ghi cấp, vừa có số ghi cấp: hai số đang "
        "được cộng lại; nếu là cùng những người thì xóa một số."
    ),
    "inherited_without_denominator": (
        "Số kế thừa không kèm mẫu số nên tỷ lệ có thể cao hơn thực tế; bổ sung mẫu số."
    ),
    "numerator_above_denominator": (
        "Số đã đạt lớn hơn tổng số; kiểm tra lại tổng số hoặc số đã ghi."
    ),
    "staff_tier_blank": (
        "Có dòng cán bộ chưa ghi cấp, đang được tính vào chỉ tiêu này; ghi rõ cấp."
    ),
    "supplied_years_missing": (
        "Có năm chưa được cung cấp số liệu nên số lũy kế chưa đủ các năm."
    ),
}
_DOUBT_GENERAL = "Số liệu có chỗ chưa khớp; kiểm tra lại trước khi báo cáo."


def part_label(code: str) -> str:
    """Return what a figure beside a result is called; the key when nobody named it."""
    return _PARTS.get(code, code)


def missing_sentence(key: str, about: str = "") -> str:
    """Tell what is missing for a result.

    Args:
        key: What `Result.missing` says; blank when nothing is.
        about: The staff group, agency or figure it is missing of, where one is known.
    """
    if about and key in _MISSING_OF:
        return _MISSING_OF[key].format(about=about)
    return _MISSING.get(key, _MISSING_GENERAL) if key else ""


def doubt_sentence(key: str) -> str:
    """Tell what is doubtful about a result."""
    return _DOUBTS.get(key, _DOUBT_GENERAL)
