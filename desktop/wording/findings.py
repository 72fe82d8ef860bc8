"""Sentences for what is found before a report is signed."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.records.finding import Check, Finding, Where
from desktop.rules.numbers import format_decimal, format_integer, format_percent
from desktop.wording.labels import label
from desktop.wording.parts import missing_sentence

_SENTENCES: Mapping[tuple[Check, str], str] = {
    (Check.PARTS_DIFFER, "people_above"): (
        "“{subject}”: số người ({0}) nhiều hơn số lượt người ({1})."
    ),
    (Check.PARTS_DIFFER, "audience_above"): (
        "“{subject}”: một đối tượng có {0} lượt người, nhiều hơn tổng số {1}."
    ),
    (Check.PARTS_DIFFER, "audiences_differ"): (
        "“{subject}”: các đối tượng cộng lại được {0} lượt người, tổng số ghi {1}."
    ),
    (Check.PARTS_DIFFER, "staff_above"): (
        "“{subject}”: một nhóm cán bộ có {0} người, nhiều hơn số lượt người ({1})."
    ),
    (Check.PARTS_DIFFER, "staff_differ"): (
        "“{subject}”: các nhóm cán bộ cộng lại được {0} người, số người ghi {1}."
    ),
    (Check.PARTS_DIFFER, "firsts_above"): (
        "“{subject}”: số cán bộ lần đầu ({0}) nhiều hơn số người của nhóm ({1})."
    ),
    (Check.PARTS_DIFFER, "answers_above"): (
        "“{subject}”: số câu đã trả lời ({0}) nhiều hơn số câu hỏi ({1})."
    ),
    (Check.PARTS_DIFFER, "attended_above"): (
        "“{subject}”: số đơn vị cử người dự ({0}) nhiều hơn số được mời ({1})."
    ),
    (Check.PARTS_DIFFER, "detected_above"): (
        "Văn bản {subject}: số phát hiện ({0}) nhiều hơn tổng số tin ({1})."
    ),
    (Check.PARTS_DIFFER, "handled_above"): (
        "Văn bản {subject}: số đã xử lý ({0}) nhiều hơn số phát hiện ({1})."
    ),
    (Check.PARTS_DIFFER, "copies_differ"): (
        "Tài liệu phát hành: tổng số {0} bản, chia theo ngôn ngữ chỉ được {1} bản; "
        "{2} sản phẩm chưa ghi ngôn ngữ, nhiều bản nhất là “{subject}”."
    ),
    (Check.ABOVE_DENOMINATOR, "people"): (
        "{subject}: đã tính {0} người, trong khi cả nhóm chỉ có {1} người."
    ),
    (Check.ABOVE_DENOMINATOR, "numbers"): (
        "{subject}: số đạt được ({0}) lớn hơn số làm mẫu ({1})."
    ),
    (Check.UNIT_MISSING, ""): (
        "{subject} phải báo cáo nhưng chưa có mục nào trong kỳ."
    ),
    (Check.DATE_OUTSIDE, "after_closing"): (
        "{subject}: {0} mục ghi sau ngày chốt số liệu {1} (từ {2}), không tính vào báo "
        "cáo này; báo cáo kỳ sau kể ở phần điều chỉnh sau báo cáo."
    ),
    (Check.DATE_OUTSIDE, "outside_plan"): (
        "{subject}: {0} mục có ngày ngoài thời gian của kế hoạch (như {1}), không "
        "báo cáo nào tính."
    ),
    (Check.DATE_OUTSIDE, "begun_before"): (
        "“{subject}” bắt đầu {0}, trước kỳ (từ {2}), kết thúc {1}: cả số liệu tính "
        "vào kỳ này."
    ),
    (Check.DATE_OUTSIDE, "still_planned"): (
        "“{subject}” đã qua ngày {0} mà còn ở tình trạng “Dự kiến”, chưa được tính."
    ),
    (Check.DATE_OUTSIDE, "agency_gone"): (
        "“{subject}” ngày {1} của {0}, khi đó không có cơ quan này."
    ),
    (Check.COUNTED_TWICE, "twice"): (
        "“{subject}” ({1}) rất giống một mục khác của cùng đơn vị ({0}): có thể ghi "
        "hai lần."
    ),
    (Check.COUNTED_TWICE, "shared"): (
        "“{subject}” ({1}) rất giống mục của đơn vị khác ({0}): nếu là một sự kiện thì "
        "ghép lại để tính một lần."
    ),
    (Check.UNLIKE_PAST, "above"): (
        "{subject}: kỳ này {0}, cùng kỳ {2} năm trước khoảng {1}."
    ),
    (Check.UNLIKE_PAST, "below"): (
        "{subject}: kỳ này chỉ {0}, cùng kỳ {2} năm trước khoảng {1}."
    ),
    (Check.NO_EVIDENCE, "task"): (
        "Nhiệm vụ {subject}: {0}/{1} hoạt động chưa có minh chứng."
    ),
    (Check.NO_EVIDENCE, "no_task"): (
        "{0} hoạt động chưa gắn nhiệm vụ nào và chưa có minh chứng."
    ),
    (Check.TALLY_BARE, ""): ("Số liệu {0} cung cấp ({1} tin) chưa ghi số văn bản."),
    (Check.TEXT_STALE, ""): (
        "Mục {section}. {subject}: lời văn ghi {0}, số liệu nay là {1}."
    ),
    (Check.TEXT_STALE, "own"): (
        "Mục {section}. {subject}: người soạn ghi {0}, số liệu trong sổ là {1}."
    ),
    (Check.SECTION_EMPTY, ""): (
        "Mục {section}. {subject}: chưa viết; bản in sẽ ghi “{0}”"
    ),
    (Check.PAPER_BLANK, "signer"): "Chưa có họ tên người ký.",
    (Check.PAPER_BLANK, "authority"): "Chưa có quyền hạn, chức vụ của người ký.",
    (Check.PAPER_BLANK, "place"): "Chưa có địa danh trước ngày tháng.",
    (Check.PAPER_BLANK, "symbol"): "Chưa có ký hiệu văn bản.",
    (Check.PAPER_BLANK, "recipients"): "Chưa có nơi nhận nào.",
    (Check.PAPER_BLANK, "agency"): "Chưa có tên cơ quan ban hành.",
    (Check.PAPER_BLANK, "filing"): "Chưa có dòng lưu ở nơi nhận.",
    (Check.CERTIFICATE_ENDS, "ended"): (
        "Chứng thư số của {subject} đã hết hạn ngày {0}; cần chứng thư mới để ký."
    ),
    (Check.CERTIFICATE_ENDS, "ends"): (
        "Chứng thư số của {subject} hết hạn ngày {0}; xin gia hạn trước khi ký."
    ),
}
_FAR = "{subject}: đạt {0} so với chỉ tiêu ({1} trên {2} được giao)."
_FAR_ALONE = "{subject}: đạt {0} so với chỉ tiêu."

_WHERE: Mapping[str, str] = {
    "activities": "Mở mục này trong sổ",
    "collect": "Xem đơn vị trong Thu thập",
    "evidence": "Xem các mục thiếu minh chứng",
    "overview": "Xem số của chỉ tiêu",
    "plan": "Mở chỉ tiêu trong Kế hoạch",
    "report": "Viết mục này",
    "settings": "Mở Thiết lập",
}
_REGISTER = "Mở sổ để ghi"


def kind_label(code: Check) -> str:
    """Return what a kind of finding is called."""
    return label(code)


def finding_sentence(finding: Finding) -> str:
    """Tell what was found, in one sentence."""
    if finding.code in {Check.FIGURE_MISSING, Check.TARGET_UNDECIDED}:
        return f"{finding.subject}: {_small(missing_sentence(finding.detail))}"
    if finding.code is Check.FAR_PASSED:
        words = _FAR if finding.facts[-1:] != ("",) else _FAR_ALONE
        return words.format(*finding.facts, subject=finding.subject)
    words = _SENTENCES[finding.code, finding.detail]
    if finding.code is Check.UNLIKE_PAST and finding.facts[2] == "1":
        words = words.replace("{2} năm trước khoảng", "năm trước")
    return words.format(
        *finding.facts, subject=finding.subject, section=finding.section
    )


def effect_words(finding: Finding) -> str:
    """Tell how much a finding may move: a share, and how many of what."""
    if not finding.effect:
        return ""
    share = format_percent(finding.effect)
    if not finding.moved:
        return share
    return f"{share} · {format_decimal(_whole(finding.moved))} {finding.unit}".rstrip()


def where_words(where: Where) -> str:
    """Say what going there does."""
    if where.place == "activities" and not where.table:
        return _REGISTER
    return _WHERE[where.place]


def more_words(code: Check, many: int) -> str:
    """Say that there are more findings of a kind than are shown."""
    return f"{kind_label(code)}: và {format_decimal(Decimal(many))} mục nữa"


def state_words(finding: Finding) -> str:
    """Say how a finding stands, in a word with a shape."""
    if finding.blocks:
        return "✗ Phải sửa"
    if finding.explanation:
        return "✓ Đã giải thích"
    return "↻ Giải thích lại" if finding.offered else "▲ Xem lại"


def summary(findings: tuple[Finding, ...]) -> str:
    """Say in one sentence whether a report can be issued, and what is open."""
    errors, doubts, said = (
        format_integer(sum(test(one) for one in findings))
        for test in (_blocks, _doubtful, _explained)
    )
    notes = f"; {said} chỗ đã giải thích, in thành chú thích" if said != "0" else ""
    if errors != "0":
        more = f", {doubts} chỗ nên xem lại" if doubts != "0" else ""
        return f"Chưa ban hành được: {errors} chỗ mâu thuẫn phải sửa{more}{notes}."
    if doubts != "0":
        return f"Ban hành được. Còn {doubts} chỗ nên xem lại hoặc giải thích{notes}."
    return f"Ban hành được: không có gì phải sửa{notes}."


def _blocks(one: Finding) -> bool:
    return one.blocks


def _doubtful(one: Finding) -> bool:
    return one.open and not one.blocks


def _explained(one: Finding) -> bool:
    return bool(one.explanation)


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _whole(number: Decimal) -> Decimal:
    """Return a number without the noughts behind its comma."""
    return number if number % 1 else number.quantize(Decimal(1))
