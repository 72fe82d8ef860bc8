"""Faults of whose turn it is to sign, and of files that are signed, in four lines."""

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi; các tệp vẫn như trước khi ký."
_SIGNED_SAFE = "Không thay đổi; bản đã ký vẫn còn nguyên."

TURNS: dict[str, Lines] = {
    "person_first": (
        "Chưa ký được: người ký chưa ký.",
        "Con dấu của cơ quan xác nhận chữ ký của người có thẩm quyền nên ký sau.",
        _SAFE,
        "Để người ký ký trước bằng khóa của mình, rồi cơ quan ký.",
    ),
    "same_key": (
        "Chưa ký được: khóa này đã ký báo cáo rồi.",
        "Người ký và cơ quan mỗi bên một khóa; “{one}” không ký thay bên kia được.",
        _SIGNED_SAFE,
        "Để bên còn lại ký bằng khóa của mình.",
    ),
    "paper_way": (
        "Chưa ký số được: sổ đang đặt cách ký là in ra, ký tay và đóng dấu.",
        "Báo cáo được ban hành để ký trên giấy, không chờ chữ ký số nào.",
        _SAFE,
        "In bản giấy để ký; nếu đã có chứng thư số thì đổi cách ký trong Thiết lập.",
    ),
    "person_not_expected": (
        "Chưa ký được: sổ đặt là chỉ cơ quan ký số.",
        "Báo cáo này không chờ chữ ký số của người ký.",
        _SAFE,
        "Ký với vai cơ quan; nếu người ký đã có khóa thì thêm trong Thiết lập.",
    ),
    "agency_not_expected": (
        "Chưa ký được: sổ đặt là chỉ người ký ký số.",
        "Báo cáo này không chờ chữ ký số của cơ quan.",
        _SAFE,
        "Ký với vai người ký; nếu cơ quan đã có khóa thì thêm trong Thiết lập.",
    ),
    "person_missing": (
        "Chưa đóng gói được: còn thiếu chữ ký số của người ký.",
        "Báo cáo “{one}” chờ người ký; nơi nhận sẽ thấy thiếu chữ ký.",
        _SIGNED_SAFE,
        "Để người ký ký, rồi đóng gói lại.",
    ),
    "agency_missing": (
        "Chưa đóng gói được: còn thiếu chữ ký số của cơ quan.",
        "Báo cáo “{one}” đã có chữ ký người ký, còn chờ cơ quan ký và đóng dấu.",
        _SIGNED_SAFE,
        "Ký với vai cơ quan, rồi đóng gói lại.",
    ),
    "no_paper_copy": (
        "Chưa đóng gói được: chưa có bản giấy của báo cáo.",
        "Gói không ký số cần bản PDF ghi rõ là chưa ký số, có mã để đối chiếu.",
        _SAFE,
        "Xuất báo cáo theo cách in ra ký tay, rồi đóng gói lại.",
    ),
}
"""Of `SignatureError`."""

FILES: dict[str, Lines] = {
    "holds_signature": (
        "Chưa xuất được: “{name}” trong thư mục này đã có chữ ký số.",
        "Xuất đè lên sẽ làm mất chữ ký, và báo cáo phải ký lại từ đầu.",
        _SIGNED_SAFE,
        "Chọn thư mục khác; muốn ký lại từ đầu thì chọn xuất lại để ký mới.",
    ),
    "signed_waits": (
        "Đã ký xong, nhưng “{name}” đang được chương trình khác mở.",
        "Bản đã ký chờ bên cạnh, tên “{one}”, vì chưa thay được bản đang mở.",
        "Không thay đổi gì thêm; bản đã ký còn đủ và đã được ghi vào sổ.",
        "Đóng tệp trong Excel hoặc trình đọc PDF, rồi mở lại sổ hoặc làm lại việc này.",
    ),
}
"""Of `FileError`."""
