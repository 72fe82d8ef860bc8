"""Faults of changing plans, in four lines each."""

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."

PLAN: dict[str, Lines] = {
    "plan_here": (
        "Chưa thêm được kế hoạch.",
        "Sổ đã có kế hoạch “{one}”.",
        _SAFE,
        "Chọn kế hoạch đó ở đầu trang Kế hoạch để làm việc với nó.",
    ),
    "no_plan": (
        "Không tìm thấy kế hoạch.",
        "Sổ không có kế hoạch mang mã “{one}”.",
        _SAFE,
        "Xem danh sách các kế hoạch trong sổ rồi làm lại.",
    ),
    "plan_chosen": (
        "Chưa làm được với kế hoạch này.",
        "Sổ đang làm việc theo kế hoạch “{one}”.",
        _SAFE,
        "Chọn một kế hoạch khác trước, rồi làm lại.",
    ),
    "plan_used": (
        "Không xóa được kế hoạch này.",
        (
            "Có {two} mục gắn với kế hoạch “{one}”: hoạt động, sản phẩm, tình trạng "
            "nhiệm vụ, báo cáo đã ban hành hoặc kế hoạch khác."
        ),
        _SAFE,
        "Đóng kế hoạch thay vì xóa: kế hoạch đã đóng vẫn đọc được đầy đủ.",
    ),
    "no_task": (
        "Không tìm thấy nhiệm vụ.",
        "Sổ không có nhiệm vụ mang mã “{one}”.",
        _SAFE,
        "Mở lại trang Kế hoạch rồi làm lại.",
    ),
    "task_linked": (
        "Không xóa được nhiệm vụ {one}.",
        (
            "Có {two} mục gắn với nhiệm vụ: hoạt động, sản phẩm, tin, bài, lộ trình, "
            "tình trạng hoặc số kế hoạch theo năm."
        ),
        _SAFE,
        "Chuyển các mục đó sang nhiệm vụ khác trước, hoặc giữ lại nhiệm vụ.",
    ),
    "part_linked": (
        "Không xóa được phần này.",
        "Có {one} nhiệm vụ hoặc kết quả dựa vào phần này.",
        _SAFE,
        "Bỏ liên kết ở các mục đó trước, rồi làm lại.",
    ),
    "no_target": (
        "Không tìm thấy chỉ tiêu.",
        "Sổ không có chỉ tiêu mang mã “{one}”.",
        _SAFE,
        "Mở lại trang Kế hoạch rồi làm lại.",
    ),
    "target_linked": (
        "Không xóa được chỉ tiêu {one}.",
        "Có {two} kết quả, số ước hoặc số kế thừa ghi cho chỉ tiêu này.",
        _SAFE,
        "Bỏ các mục đó trước, hoặc giữ lại chỉ tiêu.",
    ),
    "target_first": (
        "Không xóa được bản này của chỉ tiêu {one}.",
        "Còn {two} bản áp dụng sau nối tiếp bản này.",
        _SAFE,
        "Xóa từ bản sau cùng trở về trước.",
    ),
    "no_value": (
        "Không tìm thấy giá trị này.",
        "Danh mục không có “{one}”.",
        _SAFE,
        "Mở lại danh mục rồi làm lại.",
    ),
}
"""Lines by the reason of a `ConflictError`."""
