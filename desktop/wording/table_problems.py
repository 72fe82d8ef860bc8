"""Sentences for what is wrong or doubtful with a table of tasks and its rows."""

from desktop.errors import Problem

_COLUMNS = {
    "number": "số thứ tự",
    "text": "nhiệm vụ",
    "leads": "chủ trì",
    "partners": "phối hợp",
    "time": "thời gian thực hiện",
}

_LETTERS = {
    "tcvn3": "TCVN3, còn gọi là ABC",
    "vni": "VNI",
    "windows-1258": "Windows-1258",
}

SENTENCES = {
    # the table
    "table_empty": "Không thấy bảng nào có nội dung.",
    "table_too_large": "Bảng quá lớn so với một bảng nhiệm vụ.",
    "heading_missing": (
        "Không thấy dòng tiêu đề cột (ví dụ: STT, Nội dung, Cơ quan chủ trì, Cơ quan "
        "phối hợp), và cũng không đoán được cột nào ghi gì."
    ),
    "heading_guessed": (
        "Bảng không có dòng tiêu đề; các cột được đoán theo nội dung, anh/chị xem lại."
    ),
    "heading_repeated": "Bỏ qua dòng tiêu đề lặp lại: dòng {0}.",
    "column_missing": "Bảng không có cột {0}; nội dung cột này giữ như trong kế hoạch.",
    "sheets_left": "Không đọc các trang tính khác: {0}.",
    "sheets_hidden": "Không đọc trang tính bị ẩn: {0}.",
    "nothing_accepted": "Không có dòng nào để nhập.",
    # the file as a whole
    "foreign_macros": "Tệp có macro; chương trình không chạy macro, chỉ đọc số liệu.",
    "foreign_links": (
        "Tệp có liên kết tới tệp khác; liên kết không được mở, số liệu lấy theo lần "
        "lưu cuối của tệp."
    ),
    "foreign_connections": (
        "Tệp có kết nối lấy số liệu từ nơi khác; kết nối không được mở."
    ),
    "foreign_embedded": "Tệp có đối tượng nhúng; các đối tượng này không được đọc.",
    "foreign_columns": "Trang “{0}” có cột đang bị ẩn vẫn được đọc: {1}.",
    "foreign_covered": (
        "Trang “{0}” có chữ nằm khuất dưới ô gộp, không được đọc: ô {1}."
    ),
    "foreign_letters": "Tệp dùng bảng mã chữ cũ ({0}); anh/chị xem lại chữ có dấu.",
    "letters_healed": (
        "Đã đổi chữ sang Unicode ở {0} ô, ví dụ “{1}” thành “{2}”; anh/chị xem lại."
    ),
    # rows
    "row_continued": "Đã nối phần tiếp theo ở dòng {0}.",
    "row_stray": "Dòng {0} không có số và không nối được với dòng trên.",
    "row_hidden": "Dòng {0} đang bị ẩn trong tệp.",
    "formula": "Ô {1} ở dòng {0} là công thức chưa tính.",
    "error_value": "Ô {1} ở dòng {0} là một lỗi của bảng tính.",
    "text_missing": "Không có nội dung nhiệm vụ.",
    "lead_missing": "Chưa ghi đơn vị chủ trì.",
    # numbers
    "number_missing": "Không có số thứ tự.",
    "number_unread": "Số thứ tự “{0}” không đúng dạng.",
    "number_mended": "Số “{0}” được đọc là {1}.",
    "number_repeated": "Số {0} đã có ở dòng {1}.",
    "number_taken": "Số {0} đang là của một nhiệm vụ khác trong kế hoạch.",
    "number_gap": "Sau {0} là {1}, không liền nhau.",
    "number_mixed": "Nhóm đánh số lẫn hai kiểu: {0} rồi {1}.",
    # agencies
    "agency_near": "“{0}” gần giống {1} ({2}%).",
    "agency_unknown": "Chưa biết “{0}” là đơn vị nào.",
    "agency_ambiguous": "“{0}” là tên của nhiều đơn vị.",
    "agency_empty_group": "“{0}”: trong danh mục chưa có đơn vị nào thuộc loại này.",
    # time
    "time_unread": "Chưa hiểu thời gian “{0}”; vẫn giữ nguyên chữ.",
}
"""Each may use the problem's facts by their places."""

_NEAREST = " Gần nhất: {1} ({2}%)."
_FACTS = 6


def table_sentence(problem: Problem) -> str:
    """Return the sentence of a problem of a table; blank for a code of another kind."""
    template = SENTENCES.get(problem.code)
    if template is None:
        return ""
    if problem.code == "agency_unknown" and len(problem.facts) > 1:
        template += _NEAREST
    facts = [{**_COLUMNS, **_LETTERS}.get(fact, fact) for fact in problem.facts]
    if problem.code.startswith("agency_"):
        facts = list(problem.facts)  # an agency may be called like a column
    return template.format(*facts, *[""] * _FACTS)
