"""Faults of evidence, in four lines each."""

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."
_ORIGINAL = "Không thay đổi; tệp gốc vẫn còn nguyên."

FILE: dict[str, Lines] = {
    "too_heavy": (
        "Chưa đính kèm “{name}”: tệp quá lớn.",
        "Mỗi tệp minh chứng không quá {one}.",
        _ORIGINAL,
        "Cắt ngắn đoạn phim, quét ở độ phân giải thấp hơn, hoặc chia thành nhiều tệp.",
    ),
    "empty": (
        "Chưa đính kèm “{name}”: tệp rỗng.",
        "Tệp không có nội dung nào; có thể việc chép từ máy khác đã bị đứt.",
        _ORIGINAL,
        "Chép lại tệp từ máy ảnh hoặc điện thoại, rồi đính kèm lại.",
    ),
    "folder": (
        "Chưa đính kèm “{name}”: đây là một thư mục.",
        "Minh chứng là từng tệp, không phải cả thư mục.",
        _ORIGINAL,
        "Mở thư mục, chọn các tệp cần đính kèm rồi kéo vào lại.",
    ),
    "executable": (
        "Không đính kèm “{name}”.",
        "Tệp là chương trình, tệp lệnh hoặc lối tắt, có thể làm hại máy khi mở.",
        _ORIGINAL,
        "Chọn ảnh, PDF hoặc văn bản làm minh chứng.",
    ),
    "macros": (
        "Không đính kèm “{name}”: tệp có macro.",
        "Macro là đoạn lệnh chạy khi mở tệp, có thể làm hại máy.",
        _ORIGINAL,
        "Mở tệp, lưu lại kiểu .docx hoặc .xlsx không có macro, rồi đính kèm bản đó.",
    ),
    "heic": (
        "Chưa đính kèm “{name}”: ảnh kiểu HEIC của điện thoại.",
        "Chương trình chưa bỏ được vị trí chụp trong kiểu ảnh này.",
        _ORIGINAL,
        (
            "Gửi ảnh qua Zalo hoặc e-mail để thành .jpg rồi đính kèm; trên iPhone chọn "
            "Cài đặt, Camera, Định dạng, Tương thích nhất."
        ),
    ),
    "unknown_kind": (
        "Chưa đính kèm “{name}”.",
        "Chương trình không nhận ra loại tệp này theo nội dung bên trong.",
        _ORIGINAL,
        "Lưu lại thành ảnh .jpg, .png hoặc thành PDF, rồi đính kèm bản đó.",
    ),
    "image_damaged": (
        "Chưa đính kèm “{name}”: ảnh bị hỏng.",
        "Tệp ảnh bị cắt ngang hoặc sai dạng, không đọc được hết.",
        _ORIGINAL,
        "Chép lại ảnh từ máy ảnh hoặc điện thoại, rồi đính kèm lại.",
    ),
    "image_too_large": (
        "Chưa đính kèm “{name}”: ảnh quá lớn.",
        "Ảnh có quá nhiều điểm ảnh hoặc quá nhiều hình, máy không đủ bộ nhớ để đọc.",
        _ORIGINAL,
        "Mở ảnh, thu nhỏ rồi lưu thành .jpg, và đính kèm bản đó.",
    ),
    "many_pages": (
        "Chưa đính kèm “{name}”: ảnh quét có {one} trang.",
        "Kiểu .tif nhiều trang không xem được trên nhiều máy.",
        _ORIGINAL,
        "Quét hoặc lưu lại thành PDF, rồi đính kèm bản đó.",
    ),
    "differs": (
        "Chưa giữ được tệp vừa ghi.",
        "Đọc lại để đối chiếu thì khác với khi ghi; USB hoặc ổ đĩa có thể đã hỏng.",
        "Không thay đổi; bản ghi sai đã được bỏ đi.",
        "Ghi ra USB khác; nếu là ổ đĩa của sổ thì sao lưu sổ sang ổ khác rồi làm lại.",
    ),
    "evidence_missing": (
        "Không mở được minh chứng: thiếu tệp.",
        "Thư mục {folder} không còn tệp này; tệp đã bị xóa, hoặc sổ bị chép riêng.",
        "Không thay đổi; mục trong sổ vẫn còn nguyên.",
        "Chép lại thư mục minh-chung về cạnh tệp sổ, hoặc đính kèm lại tệp gốc.",
    ),
    "evidence_altered": (
        "Không mở minh chứng này: nội dung đã bị thay đổi.",
        "Tệp trong thư mục {folder} không còn giống lúc đính kèm.",
        "Không thay đổi; mục trong sổ vẫn còn nguyên.",
        "Đính kèm lại tệp gốc để thay bản hỏng, hoặc lấy lại từ bản sao lưu nơi khác.",
    ),
}
"""Reasons of `FileError`."""

CONFLICT: dict[str, Lines] = {
    "record_gone": (
        "Chưa đính kèm được minh chứng.",
        "Mục này không còn trong sổ.",
        _SAFE,
        "Hoàn tác việc xóa nếu còn cần mục này, rồi đính kèm lại.",
    ),
    "evidence_gone": (
        "Minh chứng này không còn.",
        "Tệp đã được bỏ khỏi mục, hoặc đã bị xóa hẳn theo yêu cầu.",
        _SAFE,
        "Mở lại mục để xem các minh chứng đang có.",
    ),
}
"""Reasons of `ConflictError`."""
