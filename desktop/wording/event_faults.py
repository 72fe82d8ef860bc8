"""Faults of joining entries of a shared event, in four lines each."""

from desktop.wording.office_faults import Lines

_SAFE = "Không thay đổi."

_NOT_JOINED = "Chưa ghép được thành sự kiện chung."

EVENTS: dict[str, Lines] = {
    "event_alone": (
        "Chưa có gì để ghép hoặc tách.",
        "Sự kiện chung cần ít nhất hai hoạt động của các đơn vị khác nhau.",
        _SAFE,
        "Chọn các hoạt động cùng là một sự kiện, rồi làm lại.",
    ),
    "event_other_kind": (
        _NOT_JOINED,
        "“{one}” và “{two}” thuộc hai loại hoạt động khác nhau.",
        _SAFE,
        "Chỉ ghép các hoạt động trong cùng một sổ.",
    ),
    "event_not_done": (
        _NOT_JOINED,
        "“{one}” hoặc “{two}” chưa thực hiện hoặc đã hủy.",
        _SAFE,
        "Chuyển tình trạng sang “Đã thực hiện” trước, rồi ghép lại.",
    ),
    "event_same_agency": (
        _NOT_JOINED,
        "“{one}” và “{two}” do cùng một đơn vị chủ trì.",
        _SAFE,
        "Nếu đơn vị ghi hai lần, xóa bớt một dòng; nếu là hai cuộc, để riêng.",
    ),
    "event_far_days": (
        _NOT_JOINED,
        "Ngày của “{one}” và “{two}” cách nhau hơn 7 ngày.",
        _SAFE,
        "Kiểm tra lại ngày của các hoạt động, rồi ghép lại.",
    ),
    "event_led": (
        "Chưa xóa được “{one}”.",
        "Có {two} hoạt động của đơn vị khác đang ghép vào hoạt động này.",
        _SAFE,
        (
            "Tách các hoạt động đó khỏi sự kiện chung, hoặc chọn hoạt động khác làm "
            "nơi tính, rồi xóa lại."
        ),
    ),
}
