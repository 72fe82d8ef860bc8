"""Sentences for what is wrong or doubtful with one field."""

from desktop.errors import Problem
from desktop.wording import entry_problems, table_problems, template_words

_GENERAL = "Nội dung chưa hợp lệ; anh/chị xem lại."

_SENTENCES = {
    # days
    "outside_plan": "Ngày phải nằm trong thời gian của kế hoạch, từ {0} đến {1}.",
    "year_outside_plan": "Năm phải nằm trong thời gian của kế hoạch, từ {0} đến {1}.",
    "last_before_first": "Ngày kết thúc phải từ ngày {0} trở đi.",
    "last_year_before_first": "Năm cuối phải từ năm {0} trở đi.",
    "in_future": "Chưa đến ngày này; hôm nay là {0}.",
    "done_in_future": (
        "Việc đã thực hiện thì ngày kết thúc không thể sau hôm nay ({0}); nếu mới dự "
        "kiến, chọn tình trạng “Dự kiến”."
    ),
    "planned_in_past": "Ngày dự kiến đã qua; việc đã thực hiện hay đã hủy?",
    # periods and deadlines
    "dated_before_period": (
        "Ngày văn bản không thể trước ngày đầu của kỳ báo cáo ({0})."
    ),
    "closing_outside_period": (
        "Ngày chốt số liệu phải trong kỳ, từ {0} đến {1}; ngoài kỳ thì không có gì để "
        "chốt."
    ),
    "closing_fixed": (
        "Kỳ này chốt số liệu vào ngày cuối kỳ ({0}); muốn chốt ngày khác, chọn cách "
        "chia kỳ “Theo kế hoạch”."
    ),
    "closing_too_late": (
        "Sau ngày chốt số liệu phải còn ít nhất 01 ngày làm việc để lập và gửi báo cáo "
        "(Nghị định 09/2019/NĐ-CP, Điều 8); ngày cuối là {0}."
    ),
    "day_without_month": "Ghi cả ngày và tháng, ví dụ 25/11.",
    "no_such_day": "Lịch không có ngày {0}.",
    # the code printed on paper
    "code_unread": "Chưa đủ mã, hoặc có ký tự lạ: gõ lại mã in ở chân trang.",
    "code_mistyped": "Mã chưa khớp nhóm {0}: xem lại từng ký tự.",
    "code_other": "Đây là mã của bản giấy khác, không phải của báo cáo này.",
    "after_without_start": "Ghi cả ngày bắt đầu tính và số năm.",
    "hours_wanted": "Ghi số giờ kể từ lúc có yêu cầu.",
    # what is there
    "missing": "Chưa ghi nội dung này.",
    "not_understood": "Chưa hiểu được giá trị đã gõ.",
    "series_empty": "Không có ngày nào sau {0} đến hết ngày này.",
    "series_too_long": "Nhiều quá {0} mục một lần. Chọn ngày kết thúc sớm hơn.",
    "unknown_field": "Sổ này không có mục “{0}”.",
    "no_entry": "Mục thứ {0} trong tệp không phải là một mục của sổ.",
    "wrong_entry": "“{0}” không đúng dạng của nội dung này.",
    "long_title": "Tên dài hơn {0} ký tự; phần chi tiết nên chuyển sang ghi chú.",
    "no_task": "Chưa gắn với nhiệm vụ nào, nên không hiện ở kết quả nhiệm vụ.",
    "serves_nothing": (
        "Chưa chọn chỉ tiêu, nhiệm vụ hay mốc lộ trình nào, nên không hiện ở kết quả."
    ),
    "no_proof": "Chưa ghi số văn bản chứng minh; có thể bổ sung sau.",
    "goal_or_figure": "Chọn đúng một trong hai: một chỉ tiêu, hoặc một số liệu.",
    "symbol_differs": "Ký hiệu “{0}” không phải của loại văn bản “{1}”?",
    "part_of_itself": "Kênh không thể thuộc chính nó.",
    "part_of_its_part": "Kênh được chọn lại thuộc kênh này; hãy chọn kênh khác.",
    "day_without_section": "Có ngày nhưng chưa chọn “Có chuyên mục”?",
    "day_without_public": "Có ngày công bố nhưng chưa chọn “Đã công bố”?",
    "own_parent": "Cơ quan không thể là cấp trên của chính mình.",
    "public_without_document": (
        "Đã công khai nhưng chưa ghi số văn bản phân công người phát ngôn."
    ),
    # plans
    "plan_cycle": "Kế hoạch này không thể quay lại chính nó qua kế hoạch đã chọn.",
    "parent_ends_earlier": (
        "Kế hoạch cấp trên kết thúc ngày {0}, trước kế hoạch này ({1})."
    ),
    "parent_same_issuer": "Kế hoạch cấp trên do chính cơ quan này ban hành?",
    "follows_later": (
        "Kế hoạch giai đoạn trước phải bắt đầu sớm hơn; kế hoạch đã chọn bắt đầu "
        "ngày {0}."
    ),
    "ends_before_child": (
        "Kế hoạch “{0}” thực hiện kế hoạch này và kéo dài đến ngày {1}."
    ),
    "version_left_out": (
        "Chỉ tiêu {0} có bản áp dụng nằm ngoài thời gian mới của kế hoạch."
    ),
    "worded_already": "Kế hoạch đã có cách gọi cho giá trị này của danh mục.",
    # tasks
    "code_taken": "Kế hoạch đã có nhiệm vụ mang số {0}.",
    "task_cycle": "Nhiệm vụ không thể nằm trong chính nó hoặc trong nhiệm vụ con.",
    "quarters_differ": "Bốn quý cộng lại được {0}, không bằng số của năm ({1}).",
    # targets
    "versions_overlap": (
        "Trùng thời gian với một bản khác của chỉ tiêu {0}, áp dụng từ {1} đến {2}."
    ),
    "version_day": (
        "Ngày áp dụng phải nằm trong thời gian của bản đang sửa, từ {0} đến {1}."
    ),
    "range_reversed": "Mức trên ({1}) nhỏ hơn mức dưới ({0}).",
    "above_hundred": "Tỷ lệ không thể quá 100 % (đang ghi {0}).",
    "formula_needs": "Cách tính đã chọn cần nội dung này.",
    "goal_linked": (
        "Không đổi được mã {0}: có {1} bản hoặc số liệu khác gọi chỉ tiêu bằng mã này."
    ),
    "share_not_split": "Tỷ lệ không chia theo quý.",
    # catalogues
    "name_taken": "Danh mục đã có giá trị “{0}”.",
    "value_cycle": "Giá trị không thể nằm trong chính nó.",
    # agencies, and what becomes of them
    "agency_same_name": (
        "Đã có cơ quan tên “{0}” trong cùng thời gian (từ {1} đến {2}); chọn cơ quan "
        "đó, hoặc ghi tên phân biệt."
    ),
    "begins_after_name": "Tên cũ “{0}” dùng đến {1}: ngày bắt đầu phải trước ngày này.",
    "ends_before_name": "Tên cũ “{0}” dùng đến {1}: ngày kết thúc phải sau ngày này.",
    "parent_ring": "“{0}” đang ở dưới cơ quan này; cấp trên không thể đi vòng.",
    "parent_not_then": (
        "“{0}” chỉ có từ {1} đến {2}: không cùng thời gian với cơ quan này."
    ),
    "parent_not_always": (
        "“{0}” chỉ có từ {1} đến {2}; ngoài thời gian đó chưa rõ cấp trên là ai."
    ),
    "merge_needs_two": "Sáp nhập cần ít nhất hai cơ quan.",
    "split_needs_two": "Chia tách cần ít nhất hai cơ quan mới.",
    "before_predecessor": "Phải sau ngày “{0}” bắt đầu có ({1}).",
    "predecessor_ended": "“{0}” đã kết thúc từ ngày {1}.",
    "before_former_name": "“{0}” đã đổi tên ngày {1}; phải chọn ngày sau đó.",
    "levels_not_yet": "Mẫu “{0}” chỉ áp dụng từ ngày {1}; xem lại ngày đã chọn.",
    "levels_no_more": "Mẫu “{0}” chỉ áp dụng đến ngày {1}; xem lại ngày đã chọn.",
    "no_decision": "Chưa ghi số quyết định; có thể bổ sung sau.",
    "decided_late": "Quyết định ký sau ngày bắt đầu ({0})?",
    "same_name": "Chưa có gì khác với “{0}”.",
    "same_office": "Đây chính là cơ quan hiện nay; nếu chỉ đổi tên, dùng “Đổi tên”.",
    "not_after": "Phải sau ngày bắt đầu của kế hoạch ({0}).",
    "two_heirs": "Chọn một: cơ quan mới, hoặc cơ quan đang có.",
    "two_fates": "Có đơn vị vừa chọn nhập vào, vừa chọn kết thúc.",
    "own_office_ends": "Cơ quan hiện nay không thể nằm trong số kết thúc hay nhập vào.",
    "recipient_ends": "“{0}” được chọn nhận báo cáo nên không thể kết thúc.",
    "superior_ends": "“{0}” được chọn làm cấp trên nên không thể kết thúc.",
    # moments and days that belong together
    "held_before_request": "Phải sau thời điểm có yêu cầu ({0}).",
    "held_on_other_day": "Không nằm trong ngày tổ chức, từ {0} đến {1}?",
    "haste_unknown": (
        "Việc đột xuất: ghi đủ thời điểm có yêu cầu và thực hiện thì mới tính được "
        "trong vòng 24 giờ hay không."
    ),
    "held_late": "Quá 24 giờ kể từ khi có yêu cầu (sau {0} giờ {1} phút).",
    "before_opening": "Phải từ ngày mở ({0}) trở đi.",
    "public_before_document": "Công bố trước khi có văn bản giao ({0})?",
    # names
    "unknown_agency": "Không có cơ quan, đơn vị nào mang mã “{0}” trong sổ.",
    "unknown_plan": "Không có kế hoạch nào mang mã “{0}” trong sổ.",
    "unknown_task": "Không có nhiệm vụ nào mang mã “{0}” trong kế hoạch.",
    "unknown_tier": "Không có cấp nào mang mã “{0}”.",
    "unknown_code": "Không có giá trị nào mang mã “{0}” trong danh mục.",
    "unknown_goal": "Không có chỉ tiêu nào mang mã “{0}” trong sổ.",
    "unknown_step": "Không có mốc lộ trình nào mang mã “{0}” trong sổ.",
    "unknown_figure": "Không có số liệu nào mang mã “{0}”.",
    "unknown_channel": "Không có kênh nào mang mã “{0}” trong sổ.",
    "partner_is_lead": "Đơn vị chủ trì cũng có trong danh sách này.",
    # counts
    "negative": "Số không được âm (đang ghi {0}).",
    "too_large": "Số quá lớn; nhiều nhất là {0}.",
    "below_one": "Phải từ 1 trở lên.",
    "zero_attendance": "Đã thực hiện mà không có lượt người nào?",
    "cancelled_with_people": "Việc đã hủy mà vẫn có lượt người?",
    "people_above_attendance": "Số người ({0}) không thể nhiều hơn lượt người ({1}).",
    "audiences_above_attendance": (
        "Cộng theo đối tượng được {0}, nhiều hơn lượt người chung ({1})."
    ),
    "staff_above_people": (
        "Cộng các nhóm cán bộ được {0}, nhiều hơn số người tham gia ({1})."
    ),
    "firsts_above_people": (
        "Dòng {2}: số người lần đầu ({0}) không thể nhiều hơn số người của nhóm ({1})."
    ),
    "complete_above_firsts": (
        "Dòng {0}: số người hoàn thành đủ cả hai nội dung nhiều hơn số người lần đầu "
        "được cập nhật hoặc tập huấn."
    ),
    "repeated": "Dòng {0} trùng với một dòng phía trên; hãy gộp lại.",
    "handled_above_detected": "Số đã xử lý ({0}) nhiều hơn số phát hiện ({1}).",
    "equipped_above_firsts": (
        "Dòng {0}: số người lần đầu có đủ tập huấn và tài liệu nhiều hơn số người lần "
        "đầu tập huấn cộng số bộ tài liệu."
    ),
    "detected_above_total": "Số phát hiện ({0}) nhiều hơn tổng số thống kê ({1}).",
    "answers_above_questions": (
        "Số câu đã trả lời ({0}) nhiều hơn số câu hỏi nhận được ({1})."
    ),
    "attended_above_invited": (
        "Số cơ quan dự ({0}) nhiều hơn số cơ quan được mời ({1})."
    ),
    "whole_missing": "Chưa ghi số này, nên không tính được tỷ lệ.",
    "sent_below_items": "Số đã gửi ({0}) ít hơn số được đăng ({1})?",
    "contributed_above_items": (
        "Số của cộng tác viên ({0}) nhiều hơn số tin, bài ({1})?"
    ),
    "no_amount": "Chưa ghi số tiền nào.",
    "spent_above_allocated": "Đã chi ({0}) nhiều hơn được giao ({1})?",
    "figure_without_whole": "Chỉ chỉ tiêu tỷ lệ mới có tổng số.",
    "whole_below_one": "Tổng số phải lớn hơn 0.",
    "numerator_above_whole": "Số đã đạt ({0}) nhiều hơn tổng số ({1})?",
    "spent_above_planned": "Dòng {0}: số đã chi nhiều hơn dự toán.",
    # events several agencies held together
    "unknown_event": "Không còn hoạt động mà mục này ghép vào.",
    "event_chained": "Chỉ ghép vào hoạt động không ghép vào đâu nữa.",
    "event_other_kind": "Ghép với “{0}” thuộc loại hoạt động khác.",
    "event_not_done": (
        "Đang ghép thành sự kiện chung với “{0}”; tách ra trước khi đổi tình trạng."
    ),
    "event_same_agency": (
        "Đơn vị này đã có “{0}” trong cùng sự kiện chung; mỗi đơn vị chỉ ghép một dòng."
    ),
    "event_far_days": "Cách hơn 7 ngày so với “{0}” trong cùng sự kiện chung.",
    # numbers and dates as typed
    "number_not_number": "“{0}” không phải là số.",
    "number_grouping": "“{0}” ngăn cách hàng nghìn chưa đúng; ví dụ đúng: 1.500.000.",
    "number_ambiguous": "“{0}” có thể hiểu nhiều cách; ghi rõ như 1.500 hoặc 1,5.",
    "number_fraction": "“{0}” phải là số nguyên.",
    "number_too_large": "“{0}” là số quá lớn.",
    "date_not_date": "“{0}” không phải là ngày; ví dụ đúng: 05/08/2026.",
    "date_no_such_day": "Lịch không có ngày “{0}”; ghi ngày trước, tháng sau.",
    "moment_not_moment": (
        "“{0}” không phải là ngày và giờ; ví dụ đúng: 05/08/2026 8h30."
    ),
    "date_year": "Năm trong “{0}” chưa đúng.",
    # words of one cell
    "not_flag": "“{0}” không phải là có hay không; ghi “x” là có, để trống là không.",
    "not_in_list": "Không có “{0}” trong danh sách.",
    "names_several": "“{0}” chưa rõ là mục nào: {1}.",
    "cell_table": "Nội dung này có nhiều dòng, ghi trong phiếu (F4).",
}

_IN_ROW = {
    "unknown_agency": 1,
    "unknown_code": 1,
    "unknown_tier": 1,
    "negative": 1,
    "too_large": 1,
}
"""Where the number of the row stands among the facts, if the fault is in a row."""

_FACTS = 6

_MOST_NAMES = 30
"""Names told where one was wrong: enough for every register."""


def sentence(problem: Problem, label: str = "") -> str:
    """Return the sentence of a problem, after the name of its field if given."""
    text = _sentence(problem)
    told = f"{label}: {text}" if label else text
    return f"Mục thứ {problem.entry} – {told}" if problem.entry else told


def _sentence(problem: Problem) -> str:
    """Fill the template of a problem; a missing fact leaves a gap, never a fault."""
    if problem.code == "unknown_name":
        return _unknown_name(problem.facts)
    if problem.code in table_problems.SENTENCES:
        return table_problems.table_sentence(problem)
    if problem.code in entry_problems.SENTENCES:
        return entry_problems.entry_sentence(problem)
    if problem.code in template_words.SENTENCES:
        return template_words.template_sentence(problem)
    template = _SENTENCES.get(problem.code, _GENERAL)
    text = template.format(*problem.facts, *[""] * _FACTS)
    at = _IN_ROW.get(problem.code)
    if at is not None and len(problem.facts) > at:
        return f"Dòng {problem.facts[at]}: {text[0].lower()}{text[1:]}"
    return text


def _unknown_name(facts: tuple[str, ...]) -> str:
    """Tell the name nobody knows, and some that would have done."""
    given, known = (facts[0] if facts else ""), facts[1:]
    if not known:
        return f"Không có “{given}” trong sổ."
    rest = len(known) - _MOST_NAMES
    more = f" và {rest} tên khác" if rest > 0 else ""
    told = f"có thể dùng: {', '.join(known[:_MOST_NAMES])}{more}."
    return f"Không có “{given}”; {told}" if given.strip() else f"Chưa ghi; {told}"
