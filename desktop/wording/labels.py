"""Words for the values a record may have."""

from collections.abc import Mapping
from enum import StrEnum

from desktop.records.activity import ActivityKind, ActivityState
from desktop.records.agency import SuccessionKind
from desktop.records.arrival import Fate, Sorting
from desktop.records.change import ChangeKind
from desktop.records.ending import EndingKind
from desktop.records.evidence import Exposure
from desktop.records.exchange import (
    DeliveryState,
    EvidenceCarried,
    MappedKind,
    ReceiptOutcome,
)
from desktop.records.figure import Aggregate, Source
from desktop.records.finding import Check, Severity
from desktop.records.issued import CopyFormat
from desktop.records.period import DeadlineKind, PeriodState
from desktop.records.plan import PlanState, Relation
from desktop.records.result import Verdict
from desktop.records.returns import ReturnKind, ReturnState
from desktop.records.signing import SignerRole, SigningWay
from desktop.records.target import Basis, Direction, Formula, Supplied, Training
from desktop.records.task import TaskProgress
from desktop.records.trust import Doubt, TrustKind
from desktop.records.verification import Chain, Coverage, Integrity, Revocation
from desktop.rules.verdict import Light

# One table for each enumeration: members of two may be equal as texts.
_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    ActivityKind: {
        ActivityKind.TRAINING: "Tập huấn, bồi dưỡng",
        ActivityKind.CONFERENCE: "Hội nghị quán triệt, phổ biến",
        ActivityKind.EXHIBITION: "Triển lãm",
        ActivityKind.MOBILE_SHOW: "Tuyên truyền lưu động",
        ActivityKind.CONTEST: "Cuộc thi, giải thưởng",
        ActivityKind.PRESS_INFORMATION: "Cung cấp thông tin cho báo chí",
        ActivityKind.SCHOOL_SESSION: "Truyền thông trong nhà trường",
        ActivityKind.UNION_MEETING: "Sinh hoạt đoàn thể",
        ActivityKind.COORDINATION: "Phối hợp, tham mưu",
        ActivityKind.INSPECTION: "Kiểm tra, khảo sát, đánh giá",
        ActivityKind.PRESS_ATTENDANCE: "Cử người phát ngôn dự hội nghị",
        ActivityKind.INVESTMENT: "Đầu tư cơ sở vật chất",
    },
    ActivityState: {
        ActivityState.PLANNED: "Dự kiến",
        ActivityState.DONE: "Đã thực hiện",
        ActivityState.CANCELLED: "Đã hủy",
    },
    SuccessionKind: {
        SuccessionKind.RENAMED: "Đổi tên",
        SuccessionKind.MERGED: "Sáp nhập",
        SuccessionKind.SPLIT: "Chia tách",
        SuccessionKind.REPLACED: "Thay thế",
        SuccessionKind.DISSOLVED: "Giải thể",
    },
    Check: {
        Check.PARTS_DIFFER: "Phần và tổng không khớp",
        Check.ABOVE_DENOMINATOR: "Tử số lớn hơn mẫu số",
        Check.UNIT_MISSING: "Đơn vị chưa có số liệu",
        Check.FIGURE_MISSING: "Chưa đủ số liệu để tính",
        Check.TARGET_UNDECIDED: "Chỉ tiêu chưa được giao",
        Check.DATE_OUTSIDE: "Ngày nằm ngoài kỳ",
        Check.COUNTED_TWICE: "Có thể tính hai lần",
        Check.FAR_PASSED: "Vượt chỉ tiêu trên 150%",
        Check.UNLIKE_PAST: "Khác hẳn các năm trước",
        Check.NO_EVIDENCE: "Chưa có minh chứng",
        Check.TALLY_BARE: "Số liệu chưa có văn bản",
        Check.TEXT_STALE: "Số trong lời văn đã cũ",
        Check.SECTION_EMPTY: "Mục chưa viết",
        Check.PAPER_BLANK: "Thể thức còn trống",
        Check.CERTIFICATE_ENDS: "Chứng thư số sắp hết hạn",
    },
    Severity: {
        Severity.ERROR: "Phải sửa",
        Severity.DOUBT: "Nên xem lại",
    },
    ChangeKind: {
        ChangeKind.DONE: "Đã làm",
        ChangeKind.UNDONE: "Đã hoàn tác",
        ChangeKind.REDONE: "Đã làm lại",
        ChangeKind.FIXED: "Không hoàn tác được",
    },
    Exposure: {
        Exposure.UNKNOWN: "Chưa trả lời",
        Exposure.NOBODY: "Không nhận ra ai",
        Exposure.ALLOWED: "Có người, được đưa ra",
        Exposure.CLOSED: "Chỉ giữ trong cơ quan",
    },
    DeliveryState: {
        DeliveryState.PREPARED: "Chuẩn bị bàn giao",
        DeliveryState.DELIVERED: "Đã bàn giao, đã đối chiếu",
        DeliveryState.FAILED: "Bàn giao chưa xong",
    },
    EvidenceCarried: {
        EvidenceCarried.NONE: "Không kèm minh chứng",
        EvidenceCarried.REDUCED: "Kèm bản rút gọn: che số giấy tờ, bỏ vị trí ảnh",
        EvidenceCarried.FULL: "Kèm bản đầy đủ, trừ tệp chỉ giữ trong cơ quan",
    },
    Sorting: {
        Sorting.READY: "Sẵn sàng",
        Sorting.TO_FIX: "Cần sửa",
        Sorting.TO_MAP: "Cần đối chiếu tên",
        Sorting.LOCKED: "Cần mở khóa",
        Sorting.DUPLICATE: "Trùng",
        Sorting.OLDER: "Bản cũ",
        Sorting.OTHER_PERIOD: "Kỳ khác",
        Sorting.HELD: "Chờ bản gốc",
        Sorting.RECEIPT: "Biên nhận",
        Sorting.REFUSED: "Từ chối",
        Sorting.FOREIGN: "Không phải biểu này",
    },
    Fate: {
        Fate.ADD: "Thêm",
        Fate.CHANGE: "Đổi",
        Fate.SAME: "Không đổi",
        Fate.REMOVE: "Bỏ",
        Fate.KEEP: "Giữ của máy này",
    },
    ReturnKind: {
        ReturnKind.FORM: "Biểu thu thập",
        ReturnKind.PACKAGE: "Gói báo cáo",
    },
    ReturnState: {
        ReturnState.ACCEPTED: "Đã nhận",
        ReturnState.RETURNED: "Đã trả lại",
        ReturnState.HELD: "Chờ bản gốc",
        ReturnState.SUPERSEDED: "Đã có bản sau thay",
        ReturnState.TAKEN_BACK: "Đã bỏ nhận",
    },
    MappedKind: {
        MappedKind.AGENCY: "Đơn vị",
        MappedKind.PLAN: "Kế hoạch",
        MappedKind.TASK: "Nhiệm vụ",
        MappedKind.GOAL: "Chỉ tiêu",
        MappedKind.CATALOGUE: "Danh mục",
    },
    ReceiptOutcome: {
        ReceiptOutcome.GIVEN: "Đã lập",
        ReceiptOutcome.MATCHES: "Đã nhận, khớp",
        ReceiptOutcome.OTHER_VERSION: "Biên nhận của bản cũ",
        ReceiptOutcome.DIFFERS: "Số liệu nhận khác số liệu gửi",
    },
    Source: {
        Source.ACTIVITY: "Hoạt động",
        Source.PRODUCT: "Sản phẩm truyền thông",
        Source.DATA_SOURCE: "Nguồn dữ liệu",
        Source.POSTING: "Tin, bài đã đăng",
        Source.BROADCAST: "Phát thanh, truyền hình",
        Source.TALLY: "Số liệu do cơ quan khác cung cấp",
        Source.UNIT_PLAN: "Kế hoạch của đơn vị",
        Source.HEADCOUNT: "Số người của nhóm cán bộ",
        Source.DEPARTURE: "Người rời nhóm cán bộ",
        Source.SPOKESPERSON_CHECK: "Kiểm tra cơ chế người phát ngôn",
        Source.OWN_CHANNEL: "Tài khoản, kênh, cổng thông tin",
        Source.BUDGET: "Dự toán, kinh phí hằng năm",
        Source.ACHIEVEMENT: "Kết quả, sản phẩm một lần",
        Source.ESTIMATE: "Ước thực hiện cả năm",
        Source.INHERITED: "Số liệu kế thừa",
        Source.UNLISTED: "Số tổng không kê chi tiết",
    },
    Aggregate: {
        Aggregate.COUNT: "Đếm số dòng",
        Aggregate.SUM: "Cộng dồn",
        Aggregate.DISTINCT: "Đếm không trùng",
        Aggregate.LATEST: "Lấy số mới nhất",
        Aggregate.STANDING: "Đếm số đang hoạt động",
        Aggregate.HOURS: "Tính ra giờ",
    },
    CopyFormat: {
        CopyFormat.PDF: "Tệp PDF",
        CopyFormat.WORKBOOK: "Bảng tính Excel",
        CopyFormat.WORD: "Tệp Word",
        CopyFormat.PAPER: "Bản PDF để in, ký tay",
        CopyFormat.SIGNED: "Bản đã ký gắn vào",
    },
    DeadlineKind: {
        DeadlineKind.YEARLY: "Hằng năm",
        DeadlineKind.HALF_YEARLY: "6 tháng",
        DeadlineKind.QUARTERLY: "Hằng quý",
        DeadlineKind.MONTHLY: "Hằng tháng",
        DeadlineKind.MID_TERM: "Sơ kết",
        DeadlineKind.FINAL: "Tổng kết",
        DeadlineKind.THEMATIC: "Chuyên đề",
        DeadlineKind.AD_HOC: "Đột xuất",
        DeadlineKind.WITHIN_HOURS: "Trong số giờ",
    },
    PeriodState: {
        PeriodState.ENTERING: "Đang nhập",
        PeriodState.CLOSED: "Đã chốt",
        PeriodState.SIGNED: "Đã ký",
        PeriodState.RECEIVED: "Đã nhận",
        PeriodState.ACCEPTED: "Đã nghiệm thu",
    },
    TaskProgress: {
        TaskProgress.NOT_STARTED: "Chưa thực hiện",
        TaskProgress.NOT_CALLED: "Chưa có chỉ đạo",
        TaskProgress.UNDER_WAY: "Đang thực hiện",
        TaskProgress.DONE: "Đã hoàn thành",
        TaskProgress.ONGOING: "Thực hiện thường xuyên",
    },
    Formula: {
        Formula.TEXT: "Đánh giá bằng lời",
        Formula.SPOKESPERSON: "Tỷ lệ cơ quan có cơ chế người phát ngôn",
        Formula.TRAINED: "Tỷ lệ người được cập nhật và tập huấn đủ",
        Formula.FIGURE: "So số đã làm với số kế hoạch",
        Formula.PRODUCT_SHARE: "Tỷ lệ sản phẩm bằng tiếng khác hoặc trên nền tảng số",
        Formula.DIGITISED: "Tỷ lệ số hóa, kết nối và đăng tải",
        Formula.SUPPLIED: "Tỷ lệ theo số liệu được cung cấp",
        Formula.RATIO: "Tỷ lệ giữa hai số liệu",
        Formula.GROWTH: "Tăng so với kỳ trước",
        Formula.MILESTONE: "Việc đạt được một lần, có văn bản",
    },
    Direction: {
        Direction.AT_LEAST: "Ít nhất",
        Direction.AT_MOST: "Nhiều nhất",
        Direction.RANGE: "Trong khoảng",
        Direction.COUNT: "Đủ số lượng",
        Direction.TEXT: "Đánh giá bằng lời",
    },
    Basis: {Basis.PERIOD: "Trong kỳ", Basis.CUMULATIVE: "Lũy kế"},
    Training: {
        Training.BOTH: "Được cập nhật và tập huấn",
        Training.EITHER: "Được cập nhật hoặc tập huấn",
        Training.SKILL: "Được tập huấn",
        Training.EQUIPPED: "Được tập huấn và cấp tài liệu",
    },
    Supplied: {
        Supplied.HANDLED_OF_DETECTED: "Đã xử lý trên số phát hiện",
        Supplied.DETECTED_OF_ALL: "Phát hiện trên tổng số",
    },
    PlanState: {
        PlanState.DRAFT: "Dự thảo",
        PlanState.IN_FORCE: "Đang thực hiện",
        PlanState.CLOSED: "Đã đóng",
    },
    Relation: {
        Relation.BASIS: "Căn cứ",
        Relation.PARENT_PLAN: "Kế hoạch cấp trên",
        Relation.PROPOSAL: "Theo đề nghị",
        Relation.GUIDANCE: "Hướng dẫn nhận sau",
        Relation.MENTIONED: "Văn bản được nhắc tới",
    },
    Verdict: {
        Verdict.MET: "Đạt",
        Verdict.ABOVE: "Đạt, vượt khung",
        Verdict.NOT_MET: "Chưa đạt",
        Verdict.UNKNOWN: "Chưa đủ số liệu",
        Verdict.TEXT: "Đánh giá bằng lời",
    },
    Integrity: {
        Integrity.INTACT: "Còn nguyên vẹn",
        Integrity.CHANGED: "Đã bị thay đổi sau khi ký",
        Integrity.UNREADABLE: "Không đọc được chữ ký",
        Integrity.UNSUPPORTED: "Chữ ký thuộc loại chưa kiểm tra được ở đây",
        Integrity.WEAK: "Chữ ký dùng cách mã hóa đã lỗi thời",
        Integrity.UNSIGNED: "Chưa ký",
    },
    Coverage: {
        Coverage.COMPLETE: "Chữ ký bao trùm hết nội dung",
        Coverage.INCOMPLETE: "Có phần nằm ngoài chữ ký",
    },
    Chain: {
        Chain.PINNED: "Do nơi được tin cậy cấp",
        Chain.TEST: "Khóa ký thử, không có giá trị",
        Chain.UNKNOWN: "Chưa biết nơi cấp",
        Chain.EXPIRED: "Chứng thư số đã hết hạn",
        Chain.LAPSED: "Chứng thư số hết hạn sau giờ ký đã khai",
        Chain.NOT_YET: "Chứng thư số chưa có hiệu lực",
        Chain.USAGE: "Chứng thư số không dùng để ký văn bản",
    },
    EndingKind: {
        EndingKind.CERTIFICATE: "Chứng thư số hết hạn",
        EndingKind.LIST: "Danh sách thu hồi hết hạn",
    },
    SignerRole: {
        SignerRole.PERSON: "Người ký",
        SignerRole.AGENCY: "Cơ quan",
    },
    SigningWay: {
        SigningWay.DIGITAL: "Ký số",
        SigningWay.PAPER: "In ra, ký tay và đóng dấu",
    },
    TrustKind: {
        TrustKind.ANCHOR: "Chứng thư gốc",
        TrustKind.INTERMEDIATE: "Chứng thư trung gian",
        TrustKind.LIST: "Danh sách thu hồi",
    },
    Doubt: {
        Doubt.NOT_PINNED: "Chưa ai xác nhận dấu vân tay",
        Doubt.UNREADABLE: "Không đọc được",
        Doubt.MISSING: "Tệp không còn hoặc đã bị thay",
    },
    Light: {
        Light.GREEN: "Tin được",
        Light.YELLOW: "Chưa đủ căn cứ",
        Light.RED: "Không nên dùng",
    },
    Revocation: {
        Revocation.NOT_CHECKED: "Chưa kiểm tra được việc thu hồi",
        Revocation.REVOKED: "Chứng thư số đã bị thu hồi",
        Revocation.GOOD: "Chứng thư số không bị thu hồi",
    },
}

_SHAPES = {
    Light.GREEN: "✓",
    Light.YELLOW: "–",
    Light.RED: "▲",
    Verdict.MET: "✓",
    Verdict.ABOVE: "✓+",
    Verdict.NOT_MET: "▲",
    Verdict.UNKNOWN: "–",
    Verdict.TEXT: "",
}
"""A shape beside the words: print in black and white tells no colours."""


def label(value: StrEnum) -> str:
    """Return what a value of an enumeration is called."""
    return _LABELS.get(type(value), {}).get(value, str(value))


def shape(verdict: Verdict | Light) -> str:
    """Return the sign printed beside a verdict; blank when there is none."""
    return _SHAPES[verdict]


def verdict_label(verdict: Verdict | Light) -> str:
    """Return a verdict with its sign, such as `✓ Đạt`."""
    return f"{shape(verdict)} {label(verdict)}".strip()
