"""Faults of doing a thing at the wrong moment, in four lines each."""

from desktop.errors import ConflictError, DesktopError
from desktop.wording import (
    event_faults,
    evidence_faults,
    history_faults,
    period_faults,
    plan_faults,
    template_words,
)
from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."

_CONFLICT: dict[str, Lines] = {
    "": (
        "Chưa làm được việc này.",
        "Số liệu liên quan đã thay đổi từ khi anh/chị mở ra.",
        _SAFE,
        "Xem lại số liệu hiện có rồi làm lại nếu còn cần.",
    ),
    "no_office": (
        "Chưa làm được việc này.",
        "Sổ này chưa có thông tin cơ quan và kế hoạch.",
        _SAFE,
        "Lập sổ mới từ một kế hoạch, rồi làm lại.",
    ),
    "period_outside_plan": (
        "Chưa tính được cho kỳ này.",
        "Kỳ từ {one} đến {two} ngoài thời gian kế hoạch: {three} đến {four}.",
        _SAFE,
        "Chọn kỳ nằm trong thời gian của kế hoạch.",
    ),
    "not_practice": (
        "Chưa tạo khóa ký thử.",
        "Sổ này là sổ thật; khóa ký thử chỉ dùng trong sổ thực hành.",
        _SAFE,
        "Dùng khóa ký được cấp, hoặc mở dữ liệu mẫu trong menu Tệp để tập ký.",
    ),
    "nothing_to_mark": (
        "Chưa lập được bản trả lại.",
        "Tệp “{one}” không phải biểu của sổ này, hoặc không có ô nào phải sửa.",
        _SAFE,
        "Chọn một tệp trong nhóm “Cần sửa” của khay nhận.",
    ),
    "nobody_owes": (
        "Chưa có đơn vị nào để làm biểu.",
        "Không cơ quan, đơn vị nào phải báo cáo cơ quan này trong kỳ đã chọn.",
        _SAFE,
        "Chọn kỳ khác, hoặc xem phân công ở mục Kế hoạch và các thời hạn báo cáo.",
    ),
    "nothing_issued": (
        "Chưa có báo cáo nào để dùng.",
        "Trong sổ chưa có báo cáo nào được ban hành cho kỳ này.",
        _SAFE,
        "Vào mục Báo cáo, chọn kỳ rồi ban hành báo cáo trước.",
    ),
    "report_contradicts": (
        "Chưa ban hành được báo cáo.",
        (
            "Còn {one} chỗ mâu thuẫn, trước hết ở “{two}”: phần nhiều hơn tổng, hoặc "
            "tử số lớn hơn mẫu số."
        ),
        "Không thay đổi; bản thảo vẫn còn nguyên.",
        "Vào Báo cáo, bước Soát, sửa các dòng “Phải sửa” rồi ban hành lại.",
    ),
    "issued_already": (
        "Báo cáo này đã được ban hành.",
        "Chính bản dự thảo này đã được ban hành trước đó.",
        "Không thay đổi; bản đã ban hành vẫn còn nguyên.",
        "Muốn ban hành bản thay thế, hãy lập lại dự thảo từ số liệu hiện nay.",
    ),
    "issued_unknown": (
        "Chưa lấy được số liệu của báo cáo để đóng gói.",
        "Lịch sử của sổ không còn thời điểm ban hành báo cáo này.",
        "Không thay đổi; báo cáo đã ban hành vẫn còn nguyên.",
        "Kiểm tra sổ trong Thiết lập; nếu sổ vừa phục hồi thì ban hành lại báo cáo.",
    ),
    "issued_changed": (
        "Không dùng được báo cáo đã ban hành.",
        "Nội dung báo cáo cất trong sổ không còn khớp với dấu kiểm lúc ban hành.",
        "Chương trình không sửa gì; số liệu hằng ngày không bị ảnh hưởng.",
        (
            "Kiểm tra sổ; nếu có lỗi thì phục hồi từ bản sao lưu, hoặc ban hành lại "
            "báo cáo của kỳ này."
        ),
    ),
    "changed_since": (
        "Không hoàn tác được.",
        "Mục này đã được sửa tiếp sau việc mà anh/chị muốn hoàn tác.",
        _SAFE,
        "Hoàn tác lần sửa sau trước, hoặc sửa tay mục đó.",
    ),
    "entry_gone": (
        "Chưa ghi được ô vừa sửa.",
        "Mục này đã bị xóa khỏi sổ.",
        _SAFE,
        "Hoàn tác việc xóa nếu còn cần mục này, rồi sửa lại.",
    ),
    "table_changed_since": (
        "Chưa nhập bảng.",
        "Kế hoạch, danh mục hoặc các mục trong sổ đã thay đổi từ lúc xem trước.",
        _SAFE,
        "Xem lại bản xem trước vừa được lập lại, rồi nhập nếu vẫn đúng.",
    ),
    "rivals": (
        "Chưa nhận tệp nào.",
        "Có hai tệp kể cùng một đơn vị, cùng những ngày: “{one}”.",
        _SAFE,
        "Bỏ dấu ở tệp không đúng rồi nhận lại.",
    ),
    "total_locked": (
        "Chưa ghi được: số của một kỳ đã chốt sẽ đổi.",
        (
            "{one} đã báo con số chung “{two}” của những ngày {three}; số này tính vào "
            "kỳ {four} đã chốt, phần chưa kê của nó đổi theo mỗi mục trong các ngày đó."
        ),
        _SAFE,
        "Mở lại kỳ {four}, ghi hoặc sửa mục, rồi chốt lại.",
    ),
    "told_twice": (
        "Chưa nhận tệp nào.",
        "Từ lúc xem đã nhận “{two}”, kể cùng đơn vị, cùng những ngày với “{one}”.",
        _SAFE,
        "Xem lại các tệp trong khay, chọn tính theo tệp nào rồi nhận.",
    ),
    "not_acceptable": (
        "Chưa nhận tệp nào.",
        "Có tệp không thuộc nhóm nhận được: “{one}”.",
        _SAFE,
        "Bỏ dấu ở tệp đó rồi nhận lại.",
    ),
    "not_accepted": (
        "Chưa lập biên nhận.",
        "Chỉ lập biên nhận cho gói đang được nhận: “{one}” thì không.",
        _SAFE,
        "Chọn gói đã nhận trong danh sách các lần nhận.",
    ),
    "taken_already": (
        "Chưa nhận tệp nào.",
        "Có tệp đã được nhận hoặc đã có bản mới hơn từ lúc xem: “{one}”.",
        _SAFE,
        "Xem lại khay rồi nhận các tệp còn lại.",
    ),
    "received_altered": (
        "Chưa nhận tệp nào.",
        "Bản sao của tệp trong máy không còn như lúc xem: “{one}”.",
        _SAFE,
        "Thả lại tệp vào khay.",
    ),
    "taken_back_already": (
        "Lần nhận này đã được hoàn tác rồi.",
        "Không còn gì để đưa về như trước.",
        _SAFE,
        "Xem danh sách các lần nhận.",
    ),
    "still_referred_to": (
        "Không xóa hoặc ghi được mục này.",
        "Mục này và mục khác trong sổ dựa vào nhau; bỏ đi thì số liệu kia mất căn cứ.",
        _SAFE,
        "Bỏ liên kết ở mục kia trước, rồi làm lại.",
    ),
    "closed_period": (
        "Không ghi được vào kỳ này.",
        "Số liệu của kỳ đã chốt.",
        _SAFE,
        "Ghi vào kỳ đang mở; thay đổi sẽ hiện là điều chỉnh sau báo cáo.",
    ),
    "own_office_ends": (
        "Chưa làm được việc này.",
        "Cơ quan này là chính cơ quan ghi sổ.",
        _SAFE,
        (
            "Vào Thiết lập, chọn “Cơ quan chúng tôi đã trở thành…” để chuyển cả kế "
            "hoạch, thời hạn và số liệu sang cơ quan mới."
        ),
    ),
    "recipient_ends": (
        "Chưa giải thể được cơ quan này.",
        "“{one}” đang là nơi nhận báo cáo của cơ quan ghi sổ.",
        _SAFE,
        "Ghi sáp nhập vào cơ quan nhận thay, hoặc đổi nơi nhận trước.",
    ),
    "units_left": (
        "Chưa kết thúc được “{one}”.",
        "Còn đơn vị đang hoạt động ở dưới cơ quan này: {others}.",
        _SAFE,
        "Đổi cấp trên của các đơn vị đó trước, rồi làm lại.",
    ),
    "nothing_to_undo": (
        "Không có việc nào để hoàn tác.",
        (
            "Chưa có việc nào, hoặc việc gần nhất không hoàn tác được vì văn bản "
            "đã phát hành."
        ),
        _SAFE,
        "Nếu cần, sửa trực tiếp mục liên quan.",
    ),
    "nothing_to_redo": (
        "Không có việc nào để làm lại.",
        "Chưa hoàn tác việc nào, hoặc sau đó đã ghi việc mới.",
        _SAFE,
        "Nếu cần, nhập lại mục liên quan.",
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {
    ConflictError: _CONFLICT
    | plan_faults.PLAN
    | event_faults.EVENTS
    | evidence_faults.CONFLICT
    | history_faults.HISTORY
    | period_faults.PERIODS
    | template_words.CONFLICT
}
