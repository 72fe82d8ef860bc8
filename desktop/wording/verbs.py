"""Words for deeds, as the history and the menu name them."""

LONGEST = 60
"""Letters of a subject that a menu shows."""

_VERBS = {
    "add_basis": "thêm căn cứ",
    "add_plan": "thêm kế hoạch có sẵn",
    "add_role": "thêm phân công",
    "add_section": "thêm mục của kế hoạch",
    "add_step": "thêm bước lộ trình",
    "add_target": "thêm chỉ tiêu",
    "add_task": "thêm nhiệm vụ",
    "add_wording": "thêm cách gọi của kế hoạch",
    "add_value": "thêm giá trị danh mục",
    "add_agency": "thêm cơ quan",
    "amend": "sửa nội dung đã ghi",
    "amend_activity": "sửa hoạt động",
    "amend_basis": "sửa căn cứ",
    "amend_plan": "sửa phần đầu kế hoạch",
    "amend_role": "sửa phân công",
    "amend_section": "sửa mục của kế hoạch",
    "amend_step": "sửa bước lộ trình",
    "amend_task": "sửa nhiệm vụ",
    "amend_wording": "sửa cách gọi của kế hoạch",
    "amend_value": "sửa giá trị danh mục",
    "amend_agency": "sửa thông tin cơ quan",
    "attach_evidence": "đính kèm minh chứng",
    "attach_issued_copy": "gắn bản đã ký",
    "attach_scan": "gắn bản quét đã ký tay",
    "back_up": "sao lưu sổ",
    "bring_back": "mang lại vào sổ",
    "bring_back_value": "dùng lại giá trị danh mục",
    "change_many": "sửa một trường của nhiều mục",
    "choose_plan": "chuyển sang kế hoạch",
    "clear_cells": "xóa nội dung ô",
    "close_period": "chốt kỳ báo cáo",
    "close_plan": "đóng kế hoạch",
    "become_office": "chuyển sang cơ quan mới",
    "create_office": "lập sổ mới",
    "deliver": "bàn giao gói",
    "detach_evidence": "bỏ minh chứng",
    "dissolve_agency": "giải thể cơ quan",
    "edit_cell": "sửa ô",
    "erase_evidence": "xóa hẳn minh chứng theo yêu cầu",
    "correct_report": "lập bản điều chỉnh",
    "export_report": "xuất báo cáo",
    "fill_down": "điền xuống",
    "fill_practice": "ghi số liệu mẫu",
    "import": "nhập từ tệp",
    "import_entries": "nhập bảng hoạt động",
    "import_tasks": "nhập bảng nhiệm vụ",
    "indent_task": "đưa nhiệm vụ vào nhóm trên",
    "issue_report": "ban hành báo cáo",
    "join_events": "ghép thành sự kiện chung",
    "make_forms": "làm biểu thu thập",
    "keep_contact": "ghi cách liên hệ đơn vị",
    "log_call": "ghi lần liên hệ đơn vị",
    "make_plan": "lập kế hoạch mới",
    "make_receiving_key": "làm khóa nhận gói",
    "move_task_down": "chuyển nhiệm vụ xuống",
    "move_task_up": "chuyển nhiệm vụ lên",
    "new_target_version": "đặt bản mới của chỉ tiêu",
    "number_report": "ghi số, ngày văn bản",
    "open_plan": "mở lại kế hoạch",
    "order_parts": "sắp lại thứ tự các phần",
    "order_values": "sắp lại thứ tự danh mục",
    "outdent_task": "đưa nhiệm vụ ra ngoài nhóm",
    "mark_period": "ghi tình trạng kỳ báo cáo",
    "merge_agencies": "sáp nhập cơ quan",
    "pack": "đóng gói báo cáo",
    "paste_cells": "dán vào bảng",
    "put_template": "sửa mẫu báo cáo",
    "receive": "nhận gói",
    "record": "ghi vào sổ",
    "record_activity": "ghi hoạt động",
    "record_headcount": "ghi số người",
    "record_many": "ghi nhiều dòng",
    "record_product": "ghi sản phẩm",
    "record_series": "ghi lặp lại",
    "record_tally": "ghi số liệu được cung cấp",
    "redo": "làm lại",
    "remove": "xóa khỏi sổ",
    "remove_activity": "xóa hoạt động",
    "remove_basis": "xóa căn cứ",
    "remove_plan": "xóa kế hoạch",
    "remove_role": "xóa phân công",
    "remove_section": "xóa mục của kế hoạch",
    "remove_step": "xóa bước lộ trình",
    "remove_target": "xóa chỉ tiêu",
    "remove_wording": "xóa cách gọi của kế hoạch",
    "remove_task": "xóa nhiệm vụ",
    "renew_template": "lấy phần mới của mẫu báo cáo",
    "reset_template": "quay về mẫu của chương trình",
    "renew_catalogues": "bổ sung giá trị danh mục mới",
    "renumber_tasks": "đánh số lại nhiệm vụ",
    "rename_agency": "đổi tên cơ quan",
    "reopen_period": "mở lại kỳ báo cáo",
    "restore": "phục hồi từ bản sao lưu",
    "return_form": "trả lại biểu để đơn vị sửa",
    "retire_value": "ngừng dùng giá trị danh mục",
    "set_evidence": "sửa tên, chú thích minh chứng",
    "set_headcount": "ghi số người của nhóm",
    "set_milestone": "đặt mức cần đạt của năm",
    "set_preferences": "đổi thiết lập",
    "set_signing": "đặt cách ký báo cáo",
    "confirm_clock": "xác nhận đồng hồ của máy đúng",
    "set_quantity": "ghi số lượng kế hoạch của nhiệm vụ",
    "set_target": "sửa chỉ tiêu",
    "remove_task_state": "bỏ tình trạng nhiệm vụ",
    "set_task_state": "cập nhật tình trạng nhiệm vụ",
    "sign_report": "ký số báo cáo",
    "split_agency": "chia tách cơ quan",
    "take_back_intake": "hoàn tác một lần nhận",
    "give_receipt": "lập biên nhận",
    "map_sender": "đối chiếu tên của nơi gửi",
    "take_in": "nhận của đơn vị",
    "undo": "hoàn tác",
    "unjoin_events": "tách khỏi sự kiện chung",
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


def short_deed(verb: str, subject: str = "") -> str:
    """Return a deed as a menu names it: `Ghi hoạt động “Tập huấn …”`, cut if long.

    A subject that is a number tells how many records there were.
    """
    said = deed(verb)
    if not subject:
        return said
    if subject.isdecimal():
        return f"{said} ({subject} mục)"
    cut = subject if len(subject) <= LONGEST else f"{subject[: LONGEST - 1].rstrip()}…"
    return f"{said} “{cut}”"
