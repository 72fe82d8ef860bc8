"""Words about templates of reports: their parts, what changed, what is wrong."""

from collections.abc import Mapping

from desktop.errors import Problem
from desktop.records.template import (
    ReportTemplate,
    SectionTemplate,
    TableColumnTemplate,
    TableTemplate,
)
from desktop.rules.reports.outline import places
from desktop.rules.templates.merge import ChangeKind, TemplateChange
from desktop.rules.templates.parts import Part, column_key, part_at
from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."

SENTENCES: Mapping[str, str] = {
    "template_blank": "Chưa ghi nội dung này.",
    "template_unknown_figure": (
        "Số liệu “{0}” không có trong chương trình; bấm “Chèn số liệu” để chọn đúng."
    ),
    "template_unknown_name": "Ô “{0}” không điền được ở đây; xóa đi rồi chèn lại.",
    "template_stray_brace": (
        "Thừa hoặc thiếu một dấu ngoặc nhọn; xóa đi rồi chèn lại số liệu."
    ),
    "template_stray_bracket": (
        "Phần trong ngoặc vuông [ ] hoặc danh sách < | > chưa đóng, hoặc thiếu số liệu."
    ),
    "template_no_sections": "Mẫu phải còn ít nhất một mục.",
    "template_too_many": "Mẫu có nhiều hơn {0} mục.",
    "template_section_twice": "Mục “{0}” có hai lần hoặc không có mã riêng.",
    "template_level_skipped": "Mục nhỏ đứng ngay dưới mục lớn, bỏ qua một cấp?",
    "template_nothing_said": (
        "Chưa có câu dùng khi không có gì để nói; mục sẽ để trống trong báo cáo."
    ),
    "template_no_table": "Mẫu không có biểu “{0}”.",
    "template_unknown_content": "Không có loại nội dung “{0}”.",
    "template_sheet_name": (
        "Tên trang tính phải từ 1 đến {0} ký tự, không có dấu [ ] : * ? / \\."
    ),
    "template_sheet_twice": "Có hai biểu cùng tên trang tính “{0}”.",
    "template_too_long": "Nội dung dài hơn {0} ký tự.",
}

FILE: dict[str, Lines] = {
    "template_syntax": (
        "Chưa đọc được mẫu trong tệp “{name}”.",
        "Tệp viết sai ở dòng {one}, ký tự thứ {two}.",
        _SAFE,
        "Xin lại tệp do chương trình xuất ra, hoặc sửa dòng đó rồi nhập lại.",
    ),
    "template_shape": (
        "Chưa đọc được mẫu trong tệp “{name}”.",
        "Tệp không phải mẫu báo cáo, hoặc thiếu, thừa nội dung (chỗ: “{one}”).",
        _SAFE,
        "Xin lại tệp do chương trình xuất ra từ mục Mẫu báo cáo.",
    ),
    "template_kind": (
        "Mẫu trong tệp “{name}” là của loại báo cáo khác.",
        "Tệp ghi mã loại “{one}”.",
        _SAFE,
        "Chọn đúng loại báo cáo ở bên trái, rồi nhập lại tệp này.",
    ),
}

CONFLICT: dict[str, Lines] = {
    "template_damaged": (
        "Không dùng được mẫu riêng của cơ quan.",
        "Mẫu của loại “{one}” cất trong sổ không đọc được nữa.",
        "Không thay đổi; số liệu và báo cáo đã ban hành không bị ảnh hưởng.",
        "Phục hồi sổ từ bản sao lưu, hoặc quay về mẫu của chương trình.",
    ),
    "template_changed": (
        "Chưa lưu được mẫu “{one}”.",
        "Mẫu đã được sửa ở nơi khác từ khi anh/chị mở ra.",
        _SAFE,
        "Xuất phần đang sửa ra tệp nếu cần giữ, mở lại mẫu rồi sửa tiếp.",
    ),
    "template_same": (
        "Mẫu “{one}” không có gì mới để lưu.",
        "Nội dung giống hệt mẫu đang dùng.",
        _SAFE,
        "Sửa nội dung rồi lưu, hoặc đóng cửa sổ.",
    ),
    "nobody_late": (
        "Chưa có ai để đôn đốc.",
        "Mọi cơ quan, đơn vị phải báo cáo {one} đều đã có số liệu trong sổ.",
        _SAFE,
        "Chọn kỳ khác, hoặc xem lại danh sách đơn vị ở mục Thu thập.",
    ),
    "nobody_late_yet": (
        "Chưa có ai trễ hạn để đôn đốc.",
        "Hạn báo cáo {one} là hết ngày {two}; còn đơn vị chưa gửi nhưng chưa trễ.",
        _SAFE,
        "Nhắc bằng “Chép lời nhắc” ở mục Thu thập, hoặc chọn rõ đơn vị cần đôn đốc.",
    ),
    "no_recipient": (
        "Chưa lập được văn bản gửi kèm báo cáo.",
        "Chưa chọn nơi nhận báo cáo của cơ quan.",
        _SAFE,
        "Vào Thiết lập, mục Cơ quan, chọn nơi nhận báo cáo rồi làm lại.",
    ),
    "template_not_own": (
        "Mẫu “{one}” đang là mẫu của chương trình.",
        "Cơ quan chưa sửa mẫu này.",
        _SAFE,
        "Không cần làm gì thêm.",
    ),
}

_HEAD = {
    "document_type": "Tên loại văn bản",
    "symbol": "Ký hiệu",
    "subject": "Trích yếu",
    "addressee": "Kính gửi",
    "opening": "Phần mở đầu",
    "closing": "Câu kết",
}

_SECTION = {
    "heading": "tiêu đề",
    "level": "cấp",
    "content": "nội dung kèm theo",
    "sentences": "câu mẫu",
    "by_hand": "phần cán bộ viết",
    "empty": "câu khi không có gì",
}

_TABLE = {
    "title": "tên biểu",
    "sheet": "tên trang tính",
    "unit": "đơn vị tính",
    "notes": "ghi chú",
    "landscape": "khổ giấy",
    "rows": "cách lập dòng",
}

_CHANGES = {
    ChangeKind.ADDED: "Chương trình thêm mới",
    ChangeKind.CHANGED: "Chương trình đã sửa",
    ChangeKind.REMOVED: "Chương trình bỏ đi",
}

_CONTENTS = {
    "text": "Câu mẫu",
    "targets": "Bảng chỉ tiêu (tóm tắt)",
    "tasks": "Kết quả từng nhiệm vụ",
    "charts": "Biểu đồ",
    "spending": "Bảng kinh phí",
    "none": "Chỉ có tiêu đề",
}

_NAMES = {
    "plan": "tên kế hoạch",
    "period": "kỳ báo cáo",
    "territory": "địa bàn",
    "agency": "cơ quan báo cáo",
    "office": "ký hiệu cơ quan",
    "recipient": "nơi nhận",
    "unit": "các đơn vị nhận",
    "report": "báo cáo gửi kèm",
    "report_subject": "trích yếu báo cáo",
    "deadline": "hạn báo cáo",
    "reply": "hạn trả lời",
    "today": "ngày lập văn bản",
    "closing_day": "ngày chốt số liệu",
    "late": "số đơn vị chưa báo cáo",
    "count:all": "số chỉ tiêu được đánh giá",
    "count:met": "số chỉ tiêu đạt",
    "count:not_met": "số chỉ tiêu chưa đạt",
    "count:unknown": "số chỉ tiêu chưa đủ số liệu",
    "count:above": "số chỉ tiêu vượt khung",
    "count:text": "số chỉ tiêu đánh giá bằng lời",
    "count:tasks_all": "số nhiệm vụ",
    "count:tasks_told": "số nhiệm vụ đã ghi tiến độ",
    "count:tasks_not_started": "số nhiệm vụ chưa thực hiện",
    "count:tasks_not_called": "số nhiệm vụ chưa phát sinh",
    "count:tasks_under_way": "số nhiệm vụ đang thực hiện",
    "count:tasks_done": "số nhiệm vụ hoàn thành",
    "count:tasks_ongoing": "số nhiệm vụ thường xuyên",
    "count:shared_events": "số sự kiện chung",
    "count:shared_entries": "số hoạt động phối hợp",
    "count:planned": "dự toán (đồng)",
    "count:spent": "đã chi (đồng)",
    "count:active": "số đơn vị có hoạt động",
    "count:silent": "số đơn vị chưa có hoạt động",
    "units:silent": "tên các đơn vị chưa có hoạt động",
    "count:missing": "số đơn vị chưa gửi báo cáo",
    "units:missing": "tên các đơn vị chưa gửi báo cáo",
    "growth:up": "các số liệu tăng so với kỳ trước",
    "growth:down": "các số liệu giảm so với kỳ trước",
    "causes:met": "lý do của các chỉ tiêu đạt",
    "causes:above": "lý do của các chỉ tiêu vượt khung",
    "causes:not_met": "lý do các chỉ tiêu chưa đạt",
    "causes:unknown": "lý do các chỉ tiêu chưa đủ số liệu",
    "causes:text": "lý do của các chỉ tiêu đánh giá bằng lời",
    "targets:estimated": "ước thực hiện của các chỉ tiêu",
    "targets:above": "tên các chỉ tiêu vượt khung",
    "targets:text": "tên các chỉ tiêu đánh giá bằng lời",
    "targets:met": "tên các chỉ tiêu đạt",
    "targets:not_met": "tên các chỉ tiêu chưa đạt",
    "targets:unknown": "tên các chỉ tiêu chưa đủ số liệu",
}

_FACTS = 3


def template_sentence(problem: Problem) -> str:
    """Return the sentence of a problem of a template."""
    return SENTENCES[problem.code].format(*problem.facts, *[""] * _FACTS)


def content_name(content: str) -> str:
    """Return what goes into a section, in words."""
    kind, _, code = content.partition(":")
    return f"Biểu {code}" if kind == "table" else _CONTENTS.get(content, content)


def name_words(name: str) -> str:
    """Return what a name in braces stands for; the name where nobody knows."""
    return _NAMES.get(name, name)


def change_name(change: TemplateChange) -> str:
    """Return what a newer program did to a part, in words."""
    told = _CHANGES[change.kind]
    return f"{told}; cơ quan cũng đã sửa" if change.both else told


def change_words(value: object) -> str:
    """Return what a part says, to be read beside another; blank where there is none."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, SectionTemplate):
        return "\n".join((value.heading, *value.sentences, value.empty)).strip()
    if isinstance(value, TableTemplate):
        headings = (" / ".join(column.heading) for column in value.columns)
        return "\n".join((value.title, *headings, *value.notes))
    if isinstance(value, TableColumnTemplate):
        return " / ".join(value.heading)
    return "\n".join(str(one) for one in value) if isinstance(value, tuple) else ""


def head_name(field: str) -> str:
    """Return what a field of a template's head is called."""
    return _HEAD[field]


def part_name(part: Part, template: ReportTemplate) -> str:
    """Return where a part stands, as an officer would say it."""
    match part.kind:
        case "head":
            return _HEAD.get(part.field, part.field)
        case "section":
            return _section_name(part, template)
        case "label":
            return f"Từ dùng chung “{template.labels.get(part.key, part.key)}”"
    return _table_name(part, template)


def problem_place(problem: Problem, template: ReportTemplate) -> str:
    """Return where a problem is, as an officer would say it."""
    return part_name(part_at(problem.field), template)


def _section_name(part: Part, template: ReportTemplate) -> str:
    named = zip(places(template.sections), template.sections, strict=True)
    found = next(((at, one) for at, one in named if one.key == part.key), None)
    field = f", {_SECTION[part.field]}" if part.field in _SECTION else ""
    if found is None:
        return f"Đề cương{field}" if not part.key else f"Mục “{part.key}”{field}"
    return f"Mục {found[0]} {plain_heading(found[1])}{field}"


def plain_heading(section: SectionTemplate) -> str:
    """Return a heading without the capitals of the first level."""
    heading = section.heading
    return heading.capitalize() if heading.isupper() else heading


def _table_name(part: Part, template: ReportTemplate) -> str:
    if part.kind == "table":
        field = f", {_TABLE[part.field]}" if part.field in _TABLE else ""
        return f"Biểu {part.key}{field}"
    table = next((one for one in template.tables if one.code == part.key), None)
    columns = table.columns if table else ()
    for number, column in enumerate(columns, start=1):
        if part.column in {str(number), column_key(column)}:
            return f"Biểu {part.key}, cột “{' – '.join(column.heading)}”"
    return f"Biểu {part.key}, một cột"
