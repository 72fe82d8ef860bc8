"""What would become of our office, in sentences."""

from dataclasses import replace

from desktop.gui.pages.settings.becoming_words import summary
from desktop.operations.agencies.become_office import propose_office
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.records.identity import AgencyId
from desktop.store.store import Store
from tests.operations.agencies.test_become_office import DECIDED, MERGED, a_new_office

EXPECTED = """\
Từ 01/07/2025 theo văn bản số 5, Phòng Văn hóa - Thông tin huyện Đăk Hà trở thành \
Phòng Văn hóa - Xã hội xã Đăk Hà.
Cơ quan cũ có đến hết 30/06/2025.
Cấp trên của cơ quan mới là Ủy ban nhân dân xã Đăk Hà.
Báo cáo gửi Sở Văn hóa, Thể thao và Du lịch tỉnh Quảng Ngãi; các thời hạn chuyển theo \
nơi nhận này.
1 kế hoạch đang mở được tiếp tục bởi Ủy ban nhân dân xã Đăk Hà.
Nhập vào Ủy ban nhân dân xã Đăk Hà: UBND thị trấn Đăk Hà, UBND xã Hà Mòn, \
UBND xã Đăk La.
Kết thúc từ 01/07/2025: UBND huyện Đăk Hà.
Số liệu đến hết 30/06/2025 giữ nguyên ở đơn vị đã ghi, vẫn tính vào lũy kế và được ghi \
là “kế thừa”.
Văn bản từ nay: UBND XÃ ĐĂK HÀ – PHÒNG VĂN HÓA - XÃ HỘI; ký hiệu BC-VHXH; địa danh \
Đăk Hà."""


def told(store: Store, **changes: object) -> tuple[str, ...]:
    new = replace(a_new_office(store), **changes)  # type: ignore[arg-type]
    proposal = propose_office(store, new, DECIDED)
    return summary(proposal, read_agencies(store).by_id, "văn bản số 5")


def test_every_change_has_its_sentence(store: Store) -> None:
    lines = told(store, ended=(AgencyId("ubnd-huyen-dak-ha"),))
    assert "\n".join(lines) == EXPECTED


def test_of_many_only_the_number_and_some_are_told(store: Store) -> None:
    (line,) = (one for one in told(store) if one.startswith("Kết thúc"))
    assert line.startswith("Kết thúc từ 01/07/2025: ")
    assert " đơn vị (UBND huyện Đăk Hà, " in line
    assert line.endswith("…).")


def test_what_does_not_happen_is_not_told(store: Store) -> None:
    lines = told(store, merged=(), ended=(), superior=None)
    assert not [one for one in lines if one.startswith(("Nhập", "Kết thúc", "Cấp"))]
    assert len(MERGED) == 3
