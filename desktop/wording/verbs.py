"""Words for deeds, as the history and the menu name them."""

_VERBS = {
    "amend": "sửa nội dung đã ghi",
    "amend_activity": "sửa hoạt động",
    "attach_issued_copy": "lưu bản đã ban hành",
    "back_up": "sao lưu sổ",
    "create_office": "lập sổ mới",
    "deliver": "bàn giao gói",
    "export_report": "xuất báo cáo",
    "fill_practice": "ghi số liệu mẫu",
    "import": "nhập từ tệp",
    "issue_report": "ban hành báo cáo",
    "pack": "đóng gói báo cáo",
    "receive": "nhận gói",
    "record": "ghi vào sổ",
    "record_activity": "ghi hoạt động",
    "record_headcount": "ghi số người",
    "record_many": "ghi nhiều dòng",
    "record_product": "ghi sản phẩm",
    "record_tally": "ghi số liệu được cung cấp",
    "redo": "làm lại",
    "remove": "xóa khỏi sổ",
    "remove_activity": "xóa hoạt động",
    "renew_catalogues": "bổ sung giá trị danh mục mới",
    "restore": "phục hồi từ bản sao lưu",
    "set_headcount": "ghi số người của nhóm",
    "set_milestone": "đặt mức cần đạt của năm",
    "set_preferences": "đổi thiết lập",
    "set_target": "sửa chỉ tiêu",
    "set_task_state": "cập nhật tình trạng nhiệm vụ",
    "sign_report": "ký số báo cáo",
    "undo": "hoàn tác",
    "update_catalogue": "sửa danh mục",
}


def verb_label(verb: str) -> str:
    """Return what a deed is called; the key itself when nobody named it."""
    return _VERBS.get(verb, verb)


def deed(verb: str, subject: str = "") -> str:
    """Return a deed with what it was done to: `Ghi hoạt động: Tập huấn …`."""
    label = verb_label(verb)
    capital = label[:1].upper() + label[1:]
    return f"{capital}: {subject}" if subject else capital


def undo_label(verb: str) -> str:
    """Return the words of the menu that takes a deed back."""
    return f"Hoàn tác: {verb_label(verb)}"


def redo_label(verb: str) -> str:
    """Return the words of the menu that does a deed again."""
    return f"Làm lại: {verb_label(verb)}"
