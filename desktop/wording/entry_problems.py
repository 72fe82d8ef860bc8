"""Sentences for what is wrong or doubtful with a sheet of entries and its cells."""

from desktop.errors import Problem

SENTENCES = {
    # the sheet
    "entries_empty": "Không thấy dòng nào có nội dung.",
    "headings_missing": (
        "Không thấy dòng tiêu đề nào giống các mục của sổ; chọn dòng tiêu đề, hoặc "
        "chọn sổ khác."
    ),
    "headings_guessed": (
        "Bảng không có dòng tiêu đề; các cột được hiểu theo thứ tự cột của sổ."
    ),
    "column_wanting": (
        "Bảng không có cột này, mà mục nào cũng phải có; chọn một cột, hoặc một giá "
        "trị cho mọi dòng."
    ),
    "column_again": (
        "Cột “{0}” không được đọc: một cột khác đã cho mục này. Chọn cột cần lấy."
    ),
    "rows_hidden": "Có dòng bị ẩn trong tệp, vẫn được đọc: dòng {0}.",
    "row_total_left": "Bỏ qua dòng cộng: dòng {0}.",
    "row_heading_left": "Bỏ qua dòng tiêu đề lặp lại: dòng {0}.",
    "row_title_left": "Bỏ qua dòng tên nhóm: dòng {0}.",
    "row_outside_left": "Bỏ qua dòng không có gì ở các cột đã chọn: dòng {0}.",
    "settled_dmy": ("Cột “{0}” ghi ngày trước, tháng sau; biết được nhờ ô “{1}”."),
    "settled_mdy": ("Cột “{0}” ghi tháng trước, ngày sau; biết được nhờ ô “{1}”."),
    "settled_numbers": ("Cột “{0}”: dấu chấm, dấu phẩy được hiểu theo ô “{1}”."),
    "asked_dmy": (
        "Cột “{0}” có ngày đọc được hai cách, như 05/08; chọn cách đọc để nhận các "
        "dòng đó."
    ),
    "asked_grouped": (
        "Cột “{0}” có số đọc được hai cách, như 1,500; chọn cách đọc để nhận các "
        "dòng đó."
    ),
    "money_factor": "Cột “{0}”: mỗi đơn vị được tính là {1} đồng.",
    # rows
    "row_total": "Dòng cộng, không phải một mục.",
    "row_heading": "Dòng tiêu đề lặp lại.",
    "row_title": "Dòng tên nhóm, không phải một mục.",
    "row_outside": "Không có gì ở các cột đã chọn.",
    "row_repeated": "Giống hệt dòng {0}; bỏ một trong hai.",
    "row_alike": "Cùng tên, cùng ngày, cùng đơn vị với dòng {0}; có phải ghi hai lần?",
    "day_locked": (
        "Thuộc kỳ đã khóa, từ {0} đến {1}: mở lại kỳ trong Báo cáo, có ghi lý do, rồi "
        "nhập dòng này."
    ),
    "id_unknown": "Sổ không còn mục có mã này; dòng được coi là mục mới.",
    "id_elsewhere": "Mã này là của một mục ở sổ khác.",
    "id_repeated": "Mã này đã có ở dòng trên; dòng được coi là mục mới.",
    # cells
    "cell_formula": "Ô là công thức chưa tính; mở tệp bằng Excel rồi lưu lại.",
    "cell_error_value": "Ô là một lỗi của bảng tính (“{0}”).",
    "merged_number": "Ô gộp: không biết số “{0}” là của dòng, của cột nào.",
    "word_unknown": "Chưa biết “{0}” là gì.",
    "flag_unread": "“{0}” không rõ là có hay không; ghi “Có” hoặc “Không”.",
    "line_unread": "“{0}” chưa đúng dạng; ví dụ đúng: Phụ nữ: 20; Thanh niên: 15.",
    "source_assumed": "Chưa ghi nguồn, được tính vào “{0}”.",
    "number_about": "“{0}” là số ước chừng.",
    "number_blank": "Chưa ghi số.",
    "date_blank": "Chưa ghi ngày.",
    "date_ambiguous": "“{0}” có thể là {1} hoặc {2}; chọn cách đọc của cột.",
    "date_whole_month": "“{0}” không rõ ngày; được tính từ {1} đến {2}.",
    "date_year_assumed": "“{0}” không ghi năm; được hiểu là {1}.",
    "date_serial": "“{0}” là ngày ghi dưới dạng số; được hiểu là {1}.",
    "letters_lost": "Chữ bị mất khi đổi bảng mã: {0}.",
    "letters_mended": "Chữ thiếu được thêm lại: {0}.",
}
"""Each may use the problem's facts by their places."""

_NEAREST = " Có phải “{1}”?"
_FACTS = 6


def entry_sentence(problem: Problem) -> str:
    """Return the sentence of a problem of a sheet; blank for a code of another kind."""
    template = SENTENCES.get(problem.code)
    if template is None:
        return ""
    if problem.code == "word_unknown" and len(problem.facts) > 1:
        template += _NEAREST
    return template.format(*problem.facts, *[""] * _FACTS)
