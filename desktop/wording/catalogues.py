"""What each catalogue is called, and what its values are for."""

_NAMES = {
    "agency_kind": ("Loại cơ quan, đơn vị", "phân nhóm cơ quan trong kế hoạch"),
    "area_type": ("Loại địa bàn", "địa bàn của hoạt động"),
    "audience": ("Đối tượng truyền thông", "lượt người theo đối tượng"),
    "channel": ("Kênh truyền thông", "tin, bài, phát thanh, trang của đơn vị"),
    "conference_form": ("Hình thức hội nghị", "hội nghị quán triệt, phổ biến"),
    "content_source": ("Nguồn nội dung", "nội dung cung cấp cho báo chí"),
    "contest_form": ("Hình thức cuộc thi", "cuộc thi, giải thưởng"),
    "coordination_form": ("Hình thức phối hợp", "phối hợp, tham mưu"),
    "exhibition_form": ("Hình thức triển lãm", "triển lãm"),
    "frequency": ("Định kỳ xuất bản", "sản phẩm ra theo kỳ"),
    "funding_source": ("Nguồn kinh phí", "dự toán và chi"),
    "inspection_form": ("Hình thức kiểm tra", "kiểm tra, khảo sát, đánh giá"),
    "investment_form": ("Hình thức đầu tư", "đầu tư thiết bị"),
    "language": ("Ngôn ngữ", "sản phẩm, phát thanh"),
    "lesson_form": ("Hình thức giảng dạy", "truyền thông trong nhà trường"),
    "mobile_form": ("Hình thức lưu động", "tuyên truyền lưu động"),
    "occasion": ("Dịp tổ chức", "dịp của hoạt động"),
    "pillar": ("Trụ cột nội dung", "xếp hoạt động, sản phẩm theo trụ cột"),
    "press_form": ("Hình thức cung cấp thông tin", "cung cấp thông tin cho báo chí"),
    "procurement": ("Hình thức lựa chọn nhà cung cấp", "kinh phí"),
    "product_type": ("Loại sản phẩm", "sản phẩm truyền thông"),
    "report_type": ("Loại báo cáo", "báo cáo và thời hạn"),
    "role": ("Vai trò trong nhiệm vụ", "phân công trong kế hoạch"),
    "staff_group": ("Nhóm cán bộ", "số người và tập huấn"),
    "tally_subject": ("Nội dung số liệu được cung cấp", "số liệu của cơ quan khác"),
    "task_time": ("Thời gian thực hiện", "thời gian của nhiệm vụ"),
    "theme": ("Nội dung tuyên truyền", "xếp hoạt động, sản phẩm theo chủ đề"),
    "training_form": ("Hình thức tập huấn", "tập huấn, bồi dưỡng"),
    "training_mode": ("Nội dung tập huấn", "tập huấn, bồi dưỡng"),
    "union_form": ("Hình thức sinh hoạt", "sinh hoạt đoàn thể"),
}

_GROUPS = {
    "abroad": "Người ở nước ngoài",
    "administration": "Cơ quan hành chính",
    "audio": "Âm thanh",
    "board": "Bảng tin, cụm thông tin",
    "broadcast": "Phát thanh, truyền hình",
    "complete": "Được cập nhật và tập huấn",
    "data": "Dữ liệu",
    "direct": "Trực tiếp",
    "ethnic": "Tiếng dân tộc thiểu số",
    "forces": "Lực lượng vũ trang",
    "foreign": "Tiếng nước ngoài",
    "foreign_press": "Báo chí nước ngoài",
    "mass": "Tổ chức đoàn thể",
    "meeting": "Hội nghị, cuộc họp",
    "members": "Đoàn viên, hội viên",
    "message": "Tin nhắn",
    "mobile": "Lưu động",
    "network": "Mạng lưới cơ sở",
    "other": "Khác",
    "party": "Cơ quan của Đảng",
    "picture": "Tranh, ảnh",
    "platform": "Nền tảng số",
    "portal": "Cổng, trang thông tin điện tử",
    "press": "Báo chí",
    "print": "Bản in",
    "public": "Nhân dân",
    "publication": "Xuất bản phẩm",
    "pupils": "Học sinh, sinh viên",
    "school": "Nhà trường",
    "service": "Đơn vị sự nghiệp",
    "social": "Mạng xã hội",
    "staff": "Cán bộ, công chức",
    "stage": "Sân khấu",
    "state": "Ngân sách nhà nước",
    "supplied": "Do cơ quan khác cung cấp",
    "target": "Nhóm có chỉ tiêu",
    "text": "Tin, bài",
    "trained": "Được tập huấn",
    "updated": "Được cập nhật thông tin",
    "video": "Hình ảnh động",
    "vietnamese": "Tiếng Việt",
}

ORDER = (
    "theme",
    "pillar",
    "audience",
    "channel",
    "language",
    "product_type",
    "staff_group",
    "funding_source",
    "role",
)
"""Catalogues looked up most, in the order of work; the others follow by name."""


def catalogue_name(code: str) -> str:
    """Return what a catalogue is called; its code when nobody named it."""
    return _NAMES.get(code, (code, ""))[0]


def group_name(code: str) -> str:
    """Return what a group that values count under is called; its code when unknown."""
    return _GROUPS.get(code, code)


def catalogue_use(code: str) -> str:
    """Return where the values of a catalogue are chosen; blank when not told."""
    return _NAMES.get(code, ("", ""))[1]
