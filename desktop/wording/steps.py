"""Words for the stages that long work reports."""

_STAGES = {
    "attaching": "Đang đính kèm minh chứng",
    "backing_up": "Đang sao lưu",
    "carrying_evidence": "Đang chép minh chứng",
    "checking": "Đang kiểm tra",
    "comparing": "Đang so các mục với nhau",
    "computing": "Đang tính số liệu",
    "copying": "Đang chép",
    "copying_in": "Đang chép tệp vào máy",
    "delivering": "Đang chép sang nơi nhận",
    "drawing_pdf": "Đang vẽ tệp PDF",
    "importing": "Đang nhập",
    "inspecting_packages": "Đang kiểm tra gói",
    "indexing": "Đang lập mục lục tìm và xếp",
    "laying_out": "Đang trình bày báo cáo",
    "tracing": "Đang truy vết từng con số",
    "making_forms": "Đang làm biểu cho từng đơn vị",
    "making_key": "Đang tạo khóa ký thử",
    "marking_form": "Đang đánh dấu biểu trả lại",
    "migrating": "Đang nâng cấp sổ",
    "opening": "Đang mở sổ",
    "opening_token": "Đang mở khóa trên token",
    "packing": "Đang đóng gói",
    "packing_evidence": "Đang lấy minh chứng",
    "putting_back": "Đang đưa các mục về như trước",
    "reading": "Đang đọc",
    "reading_back": "Đang đọc lại để đối chiếu",
    "reading_forms": "Đang đọc biểu",
    "reading_table": "Đang đọc bảng",
    "reading_tokens": "Đang tìm token",
    "recording": "Đang ghi",
    "rereading": "Đang đọc lại để đối chiếu",
    "restoring": "Đang phục hồi",
    "signing": "Đang ký số",
    "taking_back": "Đang hoàn tác lần nhận",
    "taking_in": "Đang nhận",
    "verifying": "Đang kiểm tra chữ ký",
    "writing_word": "Đang lập tệp Word",
    "writing_workbook": "Đang lập bảng tính Excel",
}


def stage_label(stage: str) -> str:
    """Return what a stage is called; the key itself when nobody named it."""
    return _STAGES.get(stage, stage)
