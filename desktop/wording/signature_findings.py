"""What was found wrong with a signed file, one sentence for each reason."""

import re
from collections.abc import Sequence
from typing import Final

from desktop.records.verification import Finding, SheetName
from desktop.rules.vietnamese import harmless_line

_SIGNATURES: Final = {
    "KyCaNhan": "chữ ký của người ký",
    "KyCoQuan": "chữ ký của cơ quan",
    "manifest.json.p7s": "chữ ký của gói",
    "manifest.json.2.p7s": "chữ ký thứ hai của gói",
}
_SIGNATURE_PART: Final = re.compile(r"/?_xmlsignatures/sig([0-9]+)\.xml")
_LINKS: Final = re.compile(r"(.*/)_rels/(.+)\.rels(?:#.*)?")
"""The part that tells where another one leads, with one of its ids or without."""
_PARTS: Final = (
    (re.compile(r"xl/worksheets/_rels/"), "liên kết của trang tính"),
    (re.compile(r"xl/worksheets/"), "trang tính"),
    (re.compile(r"xl/workbook\.xml"), "danh sách trang tính"),
    (re.compile(r"xl/styles\.xml"), "định dạng"),
    (re.compile(r"xl/sharedStrings\.xml"), "chữ trong các ô"),
    (re.compile(r"xl/comments|xl/threadedComments"), "ghi chú"),
    (re.compile(r"xl/charts/"), "biểu đồ"),
    (re.compile(r"xl/media/"), "hình ảnh"),
    (re.compile(r"xl/drawings/"), "hình vẽ"),
    (re.compile(r"xl/externalLinks/"), "liên kết ra ngoài"),
    (re.compile(r"xl/vbaProject"), "macro"),
    (re.compile(r"(?:.*/)?_rels/"), "liên kết bên trong"),
    (re.compile(r"docProps/"), "thuộc tính của tệp"),
)

_OF_FILES: Final = {
    "check_died": "Tệp này làm phần kiểm tra dừng giữa chừng, nên chưa kiểm tra được.",
    "check_too_large": "Tệp chiếm quá nhiều bộ nhớ khi mở, nên chưa kiểm tra được.",
    "check_too_slow": "Kiểm tra quá lâu nên đã dừng; tệp có thể nhằm gây treo máy.",
    "code_differs": (
        "Trang {0} in mã đối chiếu {1}, không phải mã của số liệu trong tệp."
    ),
    "content_missing": "Không tìm thấy tệp “{0}” mà chữ ký đi kèm.",
    "damaged": "Tệp bị hỏng, có thể chưa chép xong.",
    "encrypted": "Tệp có phần bị khóa bằng mật khẩu, nên không kiểm tra được.",
    "entries_agency": "Số liệu trong gói là của cơ quan khác với bảng kê của gói.",
    "entries_control": "Số liệu trong gói không khớp số kiểm soát trong bảng kê.",
    "entries_days": "Số liệu trong gói là của kỳ khác với bảng kê của gói.",
    "entries_evidence": "Gói kể minh chứng “{0}” nhưng không có tệp đó bên trong.",
    "entries_plan": "Số liệu trong gói theo kế hoạch khác với bảng kê của gói.",
    "hash": "Tệp “{0}” không khớp với bảng kê đã ký.",
    "hybrid": "Tệp PDF có hai cách đọc nội dung khác nhau, nên không thể tin.",
    "missing": "Tệp “{0}” có trong bảng kê đã ký nhưng không có trong gói.",
    "not_package": "Tệp không đúng dạng Excel, nên không kiểm tra được.",
    "repacked": "Gói đã được chương trình khác nén lại; nội dung bên trong vẫn khớp.",
    "report_differs": "Tệp “{0}” mang số liệu của báo cáo khác với báo cáo trong gói.",
    "same_sealer": "Hai chữ ký của gói là của cùng một người: không phải hai người ký.",
    "signature": "Chữ ký của gói không đúng với bảng kê.",
    "test_key_on_real_report": "Báo cáo thật mà ký bằng khóa ký thử: không dùng được.",
    "too_large": "Tệp quá lớn nên chưa kiểm tra.",
    "unlisted": "Tệp “{0}” không có trong bảng kê đã ký.",
    "unreadable": "Tệp bị hỏng hoặc không đúng dạng, nên không kiểm tra được.",
    "unsigned": "Tệp chưa có chữ ký.",
    "workbook_differs": (
        "Bảng tính “{0}” không giống bảng tính đính kèm trong tệp PDF “{1}”."
    ),
    "workbook_hash_differs": (
        "Mã băm in ở trang {0} không phải của bảng tính đính kèm trong tệp."
    ),
}
_OF_SIGNATURES: Final = {
    "byte_range_wrong": (
        "Vùng được ký của {signature} không đúng: có chỗ trong tệp không ai ký."
    ),
    "certificate_differs": (
        "Chứng thư số kèm {signature} không phải chứng thư mà người ký đã dùng."
    ),
    "changed_after_signing": (
        "Tệp đã bị thay đổi hoặc thêm nội dung sau khi có {signature}."
    ),
    "content_changed": "Nội dung mà {signature} bảo vệ đã bị thay đổi.",
    "duplicate_field": "Có hai ô chữ ký cùng tên “{0}”, nên không biết ô nào là thật.",
    "gap_filled": "Có nội dung được giấu trong chỗ dành cho {signature}.",
    "manifest_changed": "Danh sách phần được ký của {signature} đã bị thay đổi.",
    "manifest_unsigned": "Danh sách phần được ký không nằm trong {signature}.",
    "signature_malformed": "Đã tìm thấy {signature} nhưng không đúng dạng chữ ký số.",
    "signature_unreachable": "Có tệp chữ ký “{0}” không được nối vào tài liệu.",
    "signature_value_wrong": (
        "Giá trị của {signature} không khớp với chứng thư số: chữ ký đã bị sửa hoặc "
        "không do người này ký."
    ),
    "signed_properties_changed": (
        "Thông tin ký của {signature}, như giờ ký hay lý do, đã bị sửa."
    ),
    "unread_signature": "Không đọc được {signature}.",
    "unsupported": (
        "Chưa kiểm tra được {signature}: thuộc loại chương trình chưa hỗ trợ; không có "
        "nghĩa là giả mạo."
    ),
    "weak": (
        "Cách mã hóa của {signature} đã lỗi thời, có thể bị làm giả, nên không tính là "
        "chữ ký."
    ),
}
_OF_PDF: Final = {
    "action_changed": "Sau khi có {signature}, tệp bị thêm lệnh tự chạy khi mở.",
    "annotation_changed": "Sau khi có {signature}, trang {1} bị thêm, sửa chú thích.",
    "attachment_changed": "Sau khi có {signature}, tệp đính kèm “{1}” bị thay đổi.",
    "bytes_appended": "Sau khi có {signature}, tệp bị nối thêm {1} byte không ai ký.",
    "field_added": "Sau khi có {signature}, tệp bị thêm ô “{1}”.",
    "field_changed": "Sau khi có {signature}, ô “{1}” bị thay đổi.",
    "metadata_changed": "Sau khi có {signature}, thông tin mô tả của tệp bị thay đổi.",
    "page_changed": "Sau khi có {signature}, nội dung trang {1} bị thay đổi.",
    "pages_changed": "Khi có {signature}, tệp có {1} trang; nay có {2} trang.",
}
_OF_WORKBOOKS: Final = {
    "ambiguous": "Phần “{0}” có thể được đọc theo hai cách, nên không thể tin.",
    "content_type_changed": "Loại của phần {part} đã bị đổi sau khi ký.",
    "duplicate_entry": "Tệp có hai phần cùng tên “{0}”, không biết phần nào thật.",
    "duplicate_id": "Trong {signature} có hai mục cùng mã “{1}”: dấu hiệu giả mạo.",
    "hidden_bytes": "Tệp có nội dung nằm ngoài các phần được liệt kê.",
    "part_changed": "Phần {part} đã bị thay đổi sau khi ký.",
    "part_missing": "Phần {part} được ký nhưng không còn trong tệp.",
    "part_name": "Tên phần “{0}” không hợp lệ trong tệp Excel.",
    "part_unsigned": "Phần {part} không được ký: có thể đã được thêm sau khi ký.",
    "relationship_changed": "Trong {part} có chỗ đã bị sửa hoặc gỡ sau khi ký.",
    "relationship_unsigned": (
        "Trong {part} có mục “{1}” không được ký: có thể đã được thêm sau khi ký."
    ),
}
SENTENCES: Final = _OF_FILES | _OF_SIGNATURES | _OF_PDF | _OF_WORKBOOKS
"""By code; `signature` and `part` are the first fact in words."""

_GENERAL: Final = "Có điểm chưa đúng trong tệp; không nên dùng trước khi hỏi nơi gửi."
_FACTS: Final = 4


def finding_sentence(finding: Finding, sheets: Sequence[SheetName] = ()) -> str:
    """Tell one thing found wrong with a file, which may have these sheets."""
    template = SENTENCES.get(finding.code, _GENERAL)
    facts = (*map(harmless_line, finding.facts), *[""] * _FACTS)
    first = facts[0]
    part = named(first, sheets)
    return template.format(*facts, signature=signature_name(first), part=part)


def signature_name(field: str) -> str:
    """Return what a signature is called, by its field, part or file."""
    if field in _SIGNATURES:
        return _SIGNATURES[field]
    if numbered := _SIGNATURE_PART.fullmatch(field):
        return f"chữ ký số thứ {numbered[1]}"
    return f"chữ ký “{field}”" if field else "chữ ký"


def named(part: str, sheets: Sequence[SheetName] = ()) -> str:
    """Return what a part of a workbook is, by its sheet's name where it is one's."""
    bare = harmless_line(part.removeprefix("/"))
    sheet = _sheet_of(bare, sheets)
    for pattern, words in _PARTS:
        if pattern.match(bare):
            return f"{words} “{sheet}” ({bare})" if sheet else f"{words} “{bare}”"
    return f"“{bare}”" if bare else "không rõ tên"


def _sheet_of(part: str, sheets: Sequence[SheetName]) -> str:
    """Return the name of the sheet that a part holds, or the links of, or blank."""
    links = _LINKS.fullmatch(part)
    holds = f"{links[1]}{links[2]}" if links else part
    names = {one.part: harmless_line(one.name) for one in sheets}
    return names.get(holds, "")
