"""Sentences of why the tray put a file where it is; `{0}` … are the facts."""

from typing import Final

_TOGETHER: Final = {
    "same_as": "Cùng nội dung với tệp “{0}” trong lần thả này.",
    "taken_before": "Nội dung này đã nhận ngày {1} (tệp “{0}”).",
    "held_before": "Nội dung này đang được giữ từ ngày {1} (tệp “{0}”).",
    "superseded_before": (
        "Nội dung này đã nhận ngày {1} (tệp “{0}”) và đã có bản mới hơn thay."
    ),
    "newer_taken": "Đã nhận bản {0} mới hơn ngày {2} (tệp “{1}”).",
    "slip_taken": (
        "Đã nhận bản điều chỉnh số {0} của chính bản này ngày {2} (tệp “{1}”)."
    ),
    "slip_taken_part": (
        "Đã nhận bản điều chỉnh số {0} của chính bản này ngày {2} (tệp “{1}”) nên "
        "minh chứng trong gói này không được nhận. Muốn nhận: hoàn tác lần nhận bản "
        "điều chỉnh, nhận gói này, rồi nhận lại bản điều chỉnh."
    ),
    "newer_here": "Bản {0} mới hơn có trong lần thả này (tệp “{1}”).",
    "form_replaced": "Làm trên biểu bản {0}; biểu đang dùng là bản {1}.",
    "other_period": "Là số liệu {0}; đang thu {1}.",
    "rival": (
        "Cùng đơn vị, cùng kỳ, cùng bản nhưng khác nội dung với: {0}. "
        "Chọn đúng một tệp để nhận."
    ),
    "other_kind": (
        "Đơn vị đã báo cùng kỳ bằng cách khác (tệp “{0}”): nhận cả hai thì "
        "tính hai lần."
    ),
    "total_locked": (
        "{0} đã báo con số chung “{1}” của những ngày {2}, tính vào kỳ {3} đã chốt: "
        "nhận tệp này làm số đã chốt đổi. Mở lại kỳ {3} rồi nhận."
    ),
    "told_twice": (
        "{0}: đã được kể, cùng những ngày, trong tệp nhận trước: {1}. Để khỏi tính hai "
        "lần, đánh dấu tệp rồi với từng đơn vị: chọn “Lấy theo tệp” (thay các mục nhận "
        "trước), hoặc để trống (giữ các mục nhận trước, không nhận phần đó của tệp)."
    ),
    "unsealed": "Gói không có dấu niêm: chỉ nhận khi chắc chắn đúng nơi gửi.",
}
_UNITS: Final = {
    "renamed": "Tệp ghi tên cũ “{0}”; nay là {1}.",
    "merged": "Tệp của “{0}”, nay đã nhập vào {1}: số liệu tính cho {1}.",
    "unit_unknown": "Không có đơn vị “{0}” trong danh sách cơ quan.",
    "unit_split": "“{0}” đã chia thành {1}: không biết số liệu thuộc đơn vị nào.",
}
_KINDS: Final = {
    "missing": "Không còn tệp này: có thể USB đã rút ra.",
    "unreadable": "Không đọc được tệp.",
    "empty": "Tệp rỗng (0 byte): nhờ đơn vị gửi lại.",
    "too_large": "Tệp lớn hơn {0} MB.",
    "folder_empty": "Thư mục rỗng.",
    "folder_deep": "Thư mục nằm quá sâu: thả riêng thư mục này vào khay.",
    "whole_drive": "Là cả một ổ đĩa: chọn tệp hoặc thư mục cần nhận rồi thả lại.",
    "piece_missing": "Là một phần của tệp lớn; còn thiếu phần {0}: thả đủ cùng lúc.",
    "piece_differs": "Các phần ghép lại không đúng tệp gốc: nhờ nơi gửi gửi lại.",
    "many_files": "Quá nhiều tệp trong một lần: chia ra rồi thả lại.",
    "shortcut": "Là lối tắt, không phải tệp: thả chính tệp mà lối tắt chỉ đến.",
    "office_lock": (
        "Là tệp tạm của Excel (~$): tệp thật đang mở ở đâu đó; đóng Excel rồi thả "
        "tệp không có dấu ~$."
    ),
    "system_file": "Là tệp phụ của hệ điều hành.",
    "old_workbook": (
        "Là Excel đời cũ (.xls): mở bằng Excel, lưu thành .xlsx rồi thả lại."
    ),
    "binary_workbook": (
        "Là Excel nhị phân (.xlsb): mở bằng Excel, lưu thành .xlsx rồi thả lại."
    ),
    "xml_workbook": "Là bảng tính XML: mở bằng Excel, lưu thành .xlsx rồi thả lại.",
    "open_document": "Là bảng tính .ods: lưu thành .xlsx rồi thả lại.",
    "macros": (
        "Có macro (.xlsm): biểu của chương trình không có macro; lưu thành .xlsx "
        "rồi thả lại."
    ),
    "password_workbook": (
        "Bảng tính có mật khẩu: bỏ mật khẩu (Tệp, Thông tin, Bảo vệ) rồi gửi lại."
    ),
    "word_file": "Là văn bản Word: cần chính biểu Excel đã gửi đi.",
    "slides": "Là tệp trình chiếu.",
    "pdf": "Là PDF: muốn kiểm tra chữ ký thì dùng “Kiểm tra tệp”.",
    "picture": "Là ảnh: cần chính biểu Excel, không phải ảnh chụp biểu.",
    "program": "Là chương trình chạy được: không mở, và không nên giữ tệp này.",
    "winmail": (
        "Là winmail.dat của Outlook: nhờ nơi gửi đổi định dạng thư sang HTML hoặc "
        "văn bản thường rồi gửi lại."
    ),
    "outlook_message": (
        "Là thư Outlook (.msg): lưu các tệp đính kèm ra rồi thả vào khay."
    ),
    "mail_without_files": "Thư không có tệp đính kèm.",
    "damaged_mail": "Thư bị hỏng: lưu các tệp đính kèm ra rồi thả vào khay.",
    "damaged_archive": "Tệp nén bị hỏng hoặc bị cắt giữa chừng: nhờ gửi lại.",
    "damaged_member": "Tệp bên trong tệp nén bị hỏng: nhờ gửi lại.",
    "empty_archive": "Tệp nén không có gì bên trong.",
    "nested_archive": "Tệp nén lồng quá nhiều lớp: giải nén rồi thả lại.",
    "other_archive": "Là tệp nén kiểu khác (.rar, .7z): giải nén rồi thả các tệp.",
    "password_archive": "Tệp nén có mật khẩu: giải nén rồi thả các tệp bên trong.",
    "web_page": "Là trang web lưu đuôi khác: cần chính biểu Excel đã gửi đi.",
    "text": "Là tệp văn bản (.txt, .csv): cần chính biểu Excel đã gửi đi.",
    "unknown_kind": "Không nhận ra loại tệp này.",
    "not_form": "Không phải biểu do chương trình này lập.",
}
_LOCKED: Final = {
    "locked_words": (
        "Khóa bằng câu mật khẩu: mở bằng câu nơi gửi đã đặt; chưa có thì hỏi nơi gửi."
    ),
    "locked_key": (
        "Khóa cho một khóa nhận gói: mở bằng câu mật khẩu của khóa nhận ở cơ quan này."
    ),
    "locked_archive": (
        "Zip khóa bằng câu mật khẩu: mở bằng câu nơi gửi đã đặt; chưa có thì hỏi nơi "
        "gửi."
    ),
    "wrong_words": (
        "Câu mật khẩu vừa gõ không đúng: gõ lại, để ý dấu và chữ hoa, hoặc hỏi lại nơi "
        "gửi."
    ),
    "wrong_key_words": (
        "Câu mật khẩu của khóa nhận không đúng: gõ lại, để ý dấu và chữ hoa."
    ),
    "wrong_key": (
        "Tệp khóa cho khóa của nơi khác: nhờ nơi gửi khóa lại cho cơ quan này."
    ),
    "too_heavy": (
        "Máy đang quá bận hoặc thiếu bộ nhớ để mở khóa: đóng bớt chương trình, thử lại."
    ),
    "no_receiving_key": (
        "Khóa cho một khóa nhận gói, máy này chưa có khóa nhận nào: chép lại thư mục "
        "“khoa-nhan” cạnh tệp sổ rồi thả lại, hoặc nhờ nơi gửi khóa lại."
    ),
    "key_damaged": (
        "Tệp khóa nhận của cơ quan bị hỏng: chép lại thư mục “khoa-nhan” từ bản sao "
        "lưu rồi thử lại."
    ),
    "key_unreadable": (
        "Không đọc được tệp khóa nhận trong thư mục “khoa-nhan”: đóng chương trình "
        "đang giữ tệp rồi thử lại."
    ),
    "altered": "Nội dung bên trong khóa không còn nguyên: nhờ gửi lại.",
}

_FORMS: Final = {
    "no_form": "Không phải biểu do chương trình này lập.",
    "form_unknown": (
        "Là biểu của sổ khác (đơn vị {0}, {1}): sổ này không lập biểu đó."
    ),
    "form_newer": (
        "Là biểu {0} mẫu {1}, của bản chương trình mới hơn (bản này biết đến mẫu {2}): "
        "cập nhật chương trình rồi thả lại."
    ),
    "form_macros": (
        "Có macro: biểu của chương trình không có macro; nhờ đơn vị gửi lại."
    ),
    "form_too_large": "Tệp có nhiều ô, nhiều dòng hoặc phình ra quá mức: không đọc.",
    "nothing_told": "Biểu chưa ghi gì.",
    "strict_workbook": (
        "Lưu kiểu Strict Open XML: mở bằng Excel, lưu kiểu Excel Workbook (.xlsx) rồi "
        "thả lại."
    ),
    "password": "Bảng tính có mật khẩu: nhờ đơn vị bỏ mật khẩu rồi gửi lại.",
    "no_sheet": "Không có trang tính nào đọc được: mọi trang đều bị ẩn.",
    "not_workbook": "Không phải bảng tính Excel.",
    "too_slow": "Đọc quá lâu nên đã dừng: tệp có nội dung khác thường.",
    "too_much_memory": "Đọc cần quá nhiều bộ nhớ nên đã dừng.",
    "reader_died": "Tệp hỏng theo cách chưa gặp: chưa đọc được.",
    "cells_lost": "Số ô đọc được không khớp số ô trong tệp: không nhận để khỏi thiếu.",
    "accepted_already": "Nội dung này đã nhận ngày {1} (tệp “{0}”).",
    "period_locked": "Kỳ từ {0} đến {1} đã chốt: mở lại kỳ rồi mới nhận được.",
    "sheet_renamed": "Trang “{0}” nay tên là “{1}”.",
    "sheet_copied": "Có trang chép thêm của “{0}”: “{1}”.",
    "column_renamed": "Có cột đổi tên ở trang “{0}”.",
    "columns_moved": "Có cột bị chuyển chỗ ở trang “{0}”; vẫn nhận ra.",
    "rows_hidden": "Có dòng bị ẩn ở trang “{0}”; vẫn đọc.",
    "practice": "Là tệp của sổ thực hành: sổ thật không nhận.",
    "not_practice": "Là tệp của sổ thật: sổ thực hành không nhận.",
}
_PACKAGES: Final = {
    "original_missing": "Thiếu bản gốc của bản điều chỉnh số {0}.",
    "for_another": "Gói gửi cho {0}, không phải cho cơ quan này.",
    "no_entries": "Gói không có dữ liệu kèm theo: chỉ đọc được báo cáo.",
    "rows_outside": "Có {0} mục nằm ngoài kỳ của gói.",
    "header_differs": "Lời khai của gói không khớp với báo cáo bên trong.",
    "version_differs": (
        "Đã nhận một gói khác cùng bản {0} ngày {2} (tệp “{1}”): nhờ nơi gửi đánh số "
        "bản mới."
    ),
    "member_changed": "Đã bị thay đổi: {0}.",
    "member_missing": "Thiếu trong gói: {0}.",
    "member_added": "Có thêm trong gói mà dấu niêm không kể: {0}.",
    "member_wrong": "Chữ ký trong gói không đúng: {0}.",
    "seal_broken": "Dấu niêm của gói không còn đúng.",
    "seal_wrong": "Chữ ký niêm của “{0}” không dùng được.",
    "signer_test": "Niêm bằng khóa thử của “{0}”, ai cũng làm được: hãy hỏi nơi gửi.",
    "signer_unknown": "Chưa biết chứng thư của “{0}”.",
    "package_finding": "Gói có chỗ không đúng ({0}).",
    "repacked": "Gói đã được nén lại bằng chương trình khác; nội dung vẫn nguyên.",
    "entries_left": "{0} mục không có chỗ tương ứng ở đây nên không nhận.",
    "agencies_outside": (
        "Có mục của {0} cơ quan ngoài phạm vi nơi gửi ({1}): chỉ nhận khi đã hỏi rõ."
    ),
    "agencies_added": "Thêm {0} cơ quan mà nơi gửi kể đến.",
    "values_added": "Thêm {0} giá trị danh mục mà nơi gửi dùng.",
    "parts_left": "{0} phần không có ở kế hoạch này nên bỏ qua.",
    "estimates_left": "{0} ước tính của nơi gửi không nhận: ước tính là việc nội bộ.",
    "steps_left": "{0} bước của lộ trình nơi gửi không có ở đây: mục vẫn nhận.",
    "links_left": "{0} mục được nhắc đến mà gói không kèm: bỏ liên kết, mục vẫn nhận.",
    "earlier_closed": "{0} mục của những ngày trước rơi vào kỳ đã khóa: không thêm.",
    "package_damaged": "Gói bị hỏng hoặc bị cắt giữa chừng: nhờ gửi lại.",
    "package_altered": (
        "Phần vỏ nén của gói đã bị sửa sau khi đóng gói, hoặc có thêm dữ liệu ở cuối: "
        "không nhận, nhờ gửi lại."
    ),
    "package_part": (
        "Gói {0}/{1}{2}: minh chứng của báo cáo chia thành {1} gói, gói nào cũng đủ "
        "số liệu; số liệu chỉ tính một lần."
    ),
    "package_too_large": "Gói quá lớn.",
    "package_name": "Gói có tên tệp lạ bên trong: không nhận.",
    "package_not_package": "Không phải gói của chương trình.",
    "package_content": "Không đọc được nội dung gói.",
    "package_unreadable": "Không đọc được gói.",
    "package_missing": "Gói thiếu tệp bên trong.",
    "package_signature": "Dấu niêm của gói không đúng.",
    "package_hash": "Đã bị thay đổi: {0}.",
    "package_unlisted": "Có thêm trong gói mà dấu niêm không kể: {0}.",
    "package_too_new": "Gói do bản chương trình mới hơn lập: cập nhật rồi nhận.",
    "package_": "Gói do bản chương trình mới hơn lập: cập nhật rồi nhận.",
    "package_too_slow": "Kiểm tra gói quá lâu nên dừng.",
    "package_reader_died": "Không kiểm tra được gói.",
}
_RECEIPTS: Final = {
    "receipt_matches": "Nơi nhận đang giữ đúng bản đã gửi.",
    "receipt_other_version": "Biên nhận của bản cũ ({0}); đã gửi {1}.",
    "receipt_parts": (
        "Nơi nhận mới có {0} trong {1} gói của báo cáo: gửi thêm các gói còn thiếu."
    ),
    "receipt_differs": (
        "Nơi nhận đếm khác với bản đã gửi: nơi nhận {0} mục, {1} lượt người; "
        "đã gửi {2} mục, {3} lượt người."
    ),
}

REASONS: Final = _TOGETHER | _UNITS | _KINDS | _LOCKED | _FORMS | _PACKAGES | _RECEIPTS
