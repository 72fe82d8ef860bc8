"""Faults of the office file, in four lines each."""

from desktop.errors import (
    Cancelled,
    DesktopError,
    PlaceUnfitError,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreTooNewError,
    StoreUnavailableError,
)

Lines = tuple[str, str, str, str]

_SAFE = "Không thay đổi."
_KEPT = "Phần đã ghi trước đó vẫn còn; việc vừa làm chưa được ghi."

_UNAVAILABLE: dict[str, Lines] = {
    "": (
        "Không dùng được sổ “{name}”.",
        "Máy tính không cho chương trình đọc hoặc ghi tệp này.",
        _SAFE,
        "Kiểm tra ổ đĩa và thư mục {folder}, rồi mở lại sổ.",
    ),
    "missing": (
        "Không tìm thấy sổ “{name}”.",
        (
            "Trong thư mục {folder} không có tệp này; có thể tệp đã được đổi tên, "
            "chuyển đi, hoặc ổ đĩa chưa được cắm."
        ),
        _SAFE,
        (
            "Cắm lại ổ đĩa hoặc chọn tệp ở chỗ mới; nếu tệp đã mất thì phục hồi "
            "từ bản sao lưu."
        ),
    ),
    "exists": (
        "Không tạo được sổ mới “{name}”.",
        "Trong thư mục {folder} đã có một tệp cùng tên.",
        "Không thay đổi; tệp đang có vẫn còn nguyên.",
        "Đặt tên khác cho sổ mới, hoặc mở sổ đang có.",
    ),
    "in_use": (
        "Sổ “{name}” đang được mở ở nơi khác.",
        "Một cửa sổ khác của chương trình, hoặc một chương trình khác, đang giữ tệp.",
        _SAFE,
        (
            "Đóng cửa sổ kia rồi thử lại. Nếu không thấy cửa sổ nào, chờ một phút "
            "hoặc khởi động lại máy."
        ),
    ),
    "past": (
        "Đang xem sổ như trước đây nên không ghi được.",
        "Đây là bản chỉ đọc, dựng lại từ nhật ký để xem.",
        "Không thay đổi; sổ hôm nay vẫn còn nguyên.",
        "Bấm “Về hôm nay” rồi làm lại.",
    ),
    "read_only": (
        "Sổ “{name}” chỉ đọc được, không ghi được.",
        "Thư mục {folder} hoặc tệp này không cho ghi.",
        _KEPT,
        (
            "Gạt khóa ghi của USB hoặc bỏ chế độ chỉ đọc của tệp; hoặc chép sổ về máy "
            "rồi mở ở đó."
        ),
    ),
    "full": (
        "Không ghi được vào sổ “{name}”.",
        "Ổ đĩa đã đầy.",
        _KEPT,
        "Xóa bớt tệp không cần trên ổ đĩa rồi làm lại việc vừa rồi.",
    ),
    "unreadable": (
        "Không đọc được sổ “{name}”.",
        "Ổ đĩa báo lỗi khi đọc, hoặc thư mục không cho mở tệp.",
        "Chương trình không ghi gì vào tệp này.",
        "Rút và cắm lại ổ đĩa rồi thử lại; nếu vẫn lỗi thì phục hồi từ bản sao lưu.",
    ),
    "gone": (
        "Mất liên lạc với sổ “{name}”.",
        "USB hoặc ổ đĩa chứa sổ đã bị rút ra, hoặc tệp đã bị chuyển đi, khi đang mở.",
        "Những gì đã báo “Đã lưu” vẫn nằm trên USB; việc vừa làm chưa được ghi.",
        "Cắm lại USB rồi bấm “Mở lại sổ”; USB đổi tên ổ (như E: thành F:) cũng được.",
    ),
    "copy_gone": (
        "Sao lưu dở thì mất nơi ghi “{name}”.",
        "USB hoặc ổ đĩa nhận bản sao lưu bị rút ra, hoặc mất kết nối.",
        "Sổ đang dùng không thay đổi; bản sao lưu dở dang không dùng được.",
        "Cắm lại USB, hoặc chọn nơi khác, rồi sao lưu lại.",
    ),
    "copy_differs": (
        "Bản sao lưu “{name}” đọc lại thì khác với khi ghi.",
        "USB hoặc ổ đĩa nhận bản sao lưu có thể đã hỏng, hoặc nhỏ hơn dung lượng ghi.",
        "Sổ đang dùng không thay đổi; bản sao lưu sai đã được bỏ đi.",
        "Sao lưu sang USB hoặc ổ đĩa khác.",
    ),
    "unfinished": (
        "Chưa mở được sổ “{name}” để xem.",
        (
            "Lần ghi trước bị ngắt giữa chừng (USB bị rút hoặc mất điện); cần ghi một "
            "chút để dọn, mà nơi này đang khóa ghi."
        ),
        "Không thay đổi; phần đã lưu trước đó vẫn còn.",
        "Mở khóa ghi của USB rồi mở lại sổ; chương trình tự dọn phần dở dang.",
    ),
    "older": (
        "Chưa mở được sổ “{name}” để xem.",
        "Sổ do phiên bản cũ của chương trình lập và chưa được nâng cấp.",
        _SAFE,
        (
            "Mở sổ theo cách thường dùng một lần để nâng cấp; chương trình tự sao lưu "
            "trước khi nâng cấp."
        ),
    ),
}

_FOREIGN: dict[str, Lines] = {
    "": (
        "“{name}” không phải là sổ của chương trình.",
        "Nội dung bên trong không phải do chương trình này lập.",
        "Không thay đổi; chương trình không ghi gì vào tệp này.",
        (
            "Chọn đúng tệp sổ. Nếu đây là gói số liệu hoặc bảng tính, hãy nhận tệp "
            "ở nơi bàn giao."
        ),
    ),
}

_KEEP_HERE = (
    "Đặt sổ trong thư mục dữ liệu của chương trình; sổ đã có ở nơi kia thì chép về máy "
    "này. Báo cáo và gói nộp vẫn xuất ra nơi kia được."
)

_UNFIT: dict[str, Lines] = {
    "": (
        "Không dùng nơi này để đặt sổ.",
        "Nơi này không giữ được sổ an toàn khi đang ghi.",
        _SAFE,
        _KEEP_HERE,
    ),
    "network": (
        "Không đặt sổ “{name}” trên ổ mạng.",
        (
            "Ổ mạng không khóa tệp và không ghi chắc xuống đĩa: hai máy cùng ghi, hoặc "
            "đứt mạng một lúc, là hỏng sổ."
        ),
        _SAFE,
        _KEEP_HERE,
    ),
    "cloud": (
        "Không đặt sổ “{name}” trong thư mục {one}.",
        (
            "Dịch vụ {one} chép tệp đi trong lúc sổ đang ghi: bản chép có thể hỏng, "
            "thay mất bản trên máy, và số liệu của cơ quan ra khỏi máy."
        ),
        _SAFE,
        _KEEP_HERE,
    ),
    "removable": (
        "Không lập sổ “{name}” trên USB.",
        (
            "USB dễ mất, dễ bị rút khi đang ghi và chóng hỏng hơn ổ đĩa của máy. Muốn "
            "mang sổ theo người thì dùng bản chạy trên USB của chương trình."
        ),
        _SAFE,
        _KEEP_HERE,
    ),
    "disc": (
        "Không lập sổ “{name}” trên đĩa CD/DVD.",
        "Đĩa này chỉ đọc được, không ghi được.",
        _SAFE,
        _KEEP_HERE,
    ),
}

_DAMAGED: dict[str, Lines] = {
    "": (
        "Sổ “{name}” bị hỏng.",
        (
            "Kiểm tra cho thấy nội dung tệp không còn khớp với nhau; thường do ổ đĩa "
            "lỗi hoặc mất điện khi đang chép tệp."
        ),
        "Chương trình đã dừng và không ghi gì thêm; tệp hỏng được giữ nguyên.",
        "Phục hồi từ bản sao lưu gần nhất đã kiểm tra.",
    ),
}

_TOO_NEW: dict[str, Lines] = {
    "": (
        "Chưa mở được sổ “{name}”.",
        (
            "Sổ do phiên bản mới hơn của chương trình lập; phiên bản đang dùng chưa "
            "biết cách đọc."
        ),
        _SAFE,
        "Cài phiên bản mới của chương trình rồi mở lại sổ.",
    ),
}

TABLES: dict[type[DesktopError], dict[str, Lines]] = {
    StoreUnavailableError: _UNAVAILABLE,
    StoreForeignError: _FOREIGN,
    StoreDamagedError: _DAMAGED,
    StoreTooNewError: _TOO_NEW,
    PlaceUnfitError: _UNFIT,
    StoreError: {"": _UNAVAILABLE[""]},
    Cancelled: {
        "": (
            "Việc đang làm đã dừng.",
            "Anh/chị đã bấm dừng.",
            _SAFE,
            "Khi cần, làm lại từ đầu.",
        )
    },
    DesktopError: {
        "": (
            "Chưa làm được việc này.",
            "Chương trình gặp điều chưa lường trước.",
            _SAFE,
            "Thử lại; nếu vẫn như vậy, chép nội dung này gửi người phụ trách.",
        )
    },
}
