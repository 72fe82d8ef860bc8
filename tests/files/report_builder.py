"""Build reports as full as a real one, for the tests of PDF and workbook."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from desktop.records.period import Period
from desktop.records.report import (
    Annex,
    Bar,
    Chart,
    ChartKind,
    Column,
    ColumnType,
    Heading,
    Letterhead,
    Paragraph,
    Report,
    Row,
    RowKind,
    SignerBlock,
    Table,
    Value,
)

HANOI = dt.timezone(dt.timedelta(hours=7))


def a_letterhead(**changes: Any) -> Letterhead:
    """Return the head of a report whose number and date are known."""
    head = Letterhead(
        superior="UBND HUYỆN ĐĂK HÀ",
        agency="PHÒNG VĂN HÓA VÀ THÔNG TIN",
        number="5",
        symbol="BC-VHTT",
        place="Đăk Hà",
        date=dt.date(2024, 2, 5),
        year=2024,
        document_type="BÁO CÁO",
        subject=(
            "Kết quả thực hiện Kế hoạch truyền thông về quyền con người "
            "trên địa bàn huyện năm 2024"
        ),
    )
    return replace(head, **changes)


def a_signer(**changes: Any) -> SignerBlock:
    """Return the block of a deputy who signs for the head."""
    signer = SignerBlock(
        authority=("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), name="Trần Thị Thuỷ Tiên"
    )
    return replace(signer, **changes)


def a_targets_table(**changes: Any) -> Table:
    """Return a table with headings on two levels, groups, a total and gaps."""
    columns = (
        Column(heading=("TT", "TT"), type=ColumnType.ORDINAL, weight=5, number="(1)"),
        Column(heading=("Chỉ tiêu", "Chỉ tiêu"), weight=34, number="(2)"),
        Column(
            heading=("Đơn vị tính", "Đơn vị tính"),
            type=ColumnType.ORDINAL,
            weight=10,
            number="(3)",
        ),
        Column(
            heading=("Kết quả trong kỳ", "Tử số"),
            type=ColumnType.INTEGER,
            weight=10,
            number="(4)",
        ),
        Column(
            heading=("Kết quả trong kỳ", "Mẫu số"),
            type=ColumnType.INTEGER,
            weight=10,
            number="(5)",
        ),
        Column(
            heading=("Kết quả trong kỳ", "Tỷ lệ (%)"),
            type=ColumnType.PERCENT,
            weight=10,
            number="(6)",
        ),
        Column(heading=("Đánh giá", "Đánh giá"), weight=14, number="(7)"),
    )
    rows = (
        Row(
            values=("I", "Tập huấn, bồi dưỡng", *[None] * 5),
            kind=RowKind.GROUP,
        ),
        Row(
            values=(
                "1",
                (
                    "Tỷ lệ cán bộ làm công tác nhân quyền được tập huấn, cập nhật "
                    "kiến thức về quyền con người"
                ),
                "Người",
                87,
                112,
                Decimal("77.7"),
                "Chưa đạt",
            )
        ),
        Row(
            values=(
                "2",
                (
                    "Tỷ lệ cán bộ, công chức, viên chức làm công tác truyền thông "
                    "được bồi dưỡng"
                ),
                "Người",
                45,
                45,
                Decimal(100),
                "Đạt",
            )
        ),
        Row(
            values=("II", "Sản phẩm truyền thông", *[None] * 5),
            kind=RowKind.GROUP,
        ),
        Row(
            values=(
                "3",
                "Tỷ lệ sản phẩm truyền thông bằng tiếng dân tộc thiểu số",
                "Sản phẩm",
                186,
                1204,
                Decimal("15.4"),
                "Đạt",
            )
        ),
        Row(
            values=(
                "4",
                "Tỷ lệ thôn, làng có hệ thống truyền thanh phát chuyên mục",
                "Thôn",
                None,
                None,
                None,
                "Chưa đủ số liệu",
            )
        ),
        Row(
            values=("", "Cộng", None, 318, 1361, None, None),
            kind=RowKind.TOTAL,
        ),
    )
    table = Table(
        code="targets",
        title="Kết quả thực hiện các mục tiêu, chỉ tiêu",
        sheet="Chỉ tiêu",
        columns=columns,
        rows=rows,
        notes=(
            "Cột (6) bằng cột (4) chia cột (5), làm tròn một chữ số thập phân.",
            "Ô để trống: chưa có số liệu.",
        ),
    )
    return replace(table, **changes)


def a_targets_chart(**changes: Any) -> Chart:
    """Return bars against their lines: met, not met, a range, and a missing one."""
    chart = Chart(
        code="targets_chart",
        title="Mức đạt so với mục tiêu đến năm 2028",
        kind=ChartKind.TARGETS,
        unit="%",
        bars=(
            Bar(
                label="Cán bộ nhân quyền được tập huấn",
                value=Decimal("77.7"),
                target=Decimal(100),
                text="77,7% (mục tiêu 100%)",
            ),
            Bar(
                label="Cán bộ truyền thông được bồi dưỡng",
                value=Decimal(100),
                target=Decimal(100),
                text="100% (mục tiêu 100%)",
            ),
            Bar(
                label="Sản phẩm bằng tiếng dân tộc thiểu số",
                value=Decimal("15.4"),
                target=Decimal(15),
                upper=Decimal(20),
                text="15,4% (mục tiêu 15 - 20%)",
            ),
            Bar(
                label="Thôn, làng có chuyên mục truyền thanh",
                value=None,
                target=Decimal(90),
                text="Chưa đủ số liệu",
            ),
        ),
    )
    return replace(chart, **changes)


def a_months_chart(**changes: Any) -> Chart:
    """Return the events of twelve months, one of which was not reported."""
    counts = (10, 12, 15, 9, 22, 31, None, 18, 40, 27, 25, 12)
    bars = tuple(
        Bar(
            label=f"T{month}",
            value=None if count is None else Decimal(count),
            text="" if count is None else str(count),
        )
        for month, count in enumerate(counts, 1)
    )
    chart = Chart(
        code="months_chart",
        title="Số cuộc truyền thông trực tiếp theo tháng",
        kind=ChartKind.COLUMNS,
        unit="cuộc",
        bars=bars,
    )
    return replace(chart, **changes)


def a_wide_table(rows: int = 24, **changes: Any) -> Table:
    """Return a table of fourteen columns with `rows` units and a total."""
    columns = (
        Column(heading=("TT", "TT", "TT"), type=ColumnType.ORDINAL, weight=4),
        Column(heading=("Đơn vị", "Đơn vị", "Đơn vị"), weight=16),
        *_counts("Phổ biến trực tiếp", ("Số cuộc", "Số lượt người tham dự")),
        *_counts("Thi tìm hiểu", ("Số cuộc thi", "Số lượt người dự thi")),
        *_languages(),
        *_counts("Truyền thanh", ("Số lần phát", "Số giờ phát")),
        Column(heading=("Kinh phí (đồng)",) * 3, type=ColumnType.MONEY, weight=13),
        Column(heading=("Ghi chú",) * 3, weight=9),
    )
    numbered = tuple(
        replace(column, number=f"({place})") for place, column in enumerate(columns, 1)
    )
    data = tuple(Row(values=_unit(place)) for place in range(1, rows + 1))
    table = Table(
        code="wide",
        title="Số liệu truyền thông của các đơn vị",
        sheet="Số liệu đơn vị",
        columns=numbered,
        rows=(*data, Row(values=_sums(data), kind=RowKind.TOTAL)),
        unit="Đơn vị tính: cuộc, lượt người, bản, lần, giờ, đồng",
        notes=("Số liệu tính đến hết ngày chốt số liệu.",),
        landscape=True,
    )
    return replace(table, **changes)


def _counts(above: str, names: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(
        Column(heading=(above, name, name), type=ColumnType.INTEGER, weight=8)
        for name in names
    )


def _languages() -> tuple[Column, ...]:
    names = ("Tổng số", "Tiếng Việt", "Tiếng dân tộc thiểu số", "Khác")
    above = "Tài liệu phát hành miễn phí (bản)"
    return tuple(
        Column(
            heading=(
                above,
                name if place == 0 else "Chia theo ngôn ngữ",
                name,
            ),
            type=ColumnType.INTEGER,
            weight=7,
        )
        for place, name in enumerate(names)
    )


def _unit(place: int) -> tuple[Value, ...]:
    return (
        place,
        f"Ủy ban nhân dân xã Đăk Ngọk {place}",
        3 * place,
        120 * place,
        place % 4,
        57 * (place % 4),
        60 * place,
        40 * place,
        18 * place,
        2 * place,
        52 * place,
        13 * place,
        4_500_000 * place,
        "Lồng ghép" if place % 5 == 0 else None,
    )


def _sums(data: tuple[Row, ...]) -> tuple[Value, ...]:
    sums = tuple(
        sum(value for row in data if isinstance(value := row.values[place], int))
        for place in range(2, 13)
    )
    return (None, "Tổng cộng", *sums, None)


def a_data_table(rows: int = 40, **changes: Any) -> Table:
    """Return the register of activities as the workbook's data sheets hold it."""
    columns = (
        Column(heading=("TT",), type=ColumnType.ORDINAL, weight=4),
        Column(heading=("Ngày",), type=ColumnType.DATE, weight=8),
        Column(heading=("Tên hoạt động",), weight=30),
        Column(heading=("Địa điểm",), weight=16),
        Column(heading=("Lượt người",), type=ColumnType.INTEGER, weight=8),
        Column(heading=("Số giờ",), type=ColumnType.DECIMAL, weight=8),
        Column(heading=("Kinh phí (đồng)",), type=ColumnType.MONEY, weight=12),
    )
    start = dt.date(2024, 1, 3)
    data = tuple(
        Row(
            values=(
                place,
                start + dt.timedelta(days=7 * (place % 50)),
                (
                    "Hội nghị phổ biến, tuyên truyền về quyền con người cho cán bộ, "
                    f"Nhân dân đợt {place}"
                ),
                f"Nhà rông thôn {place % 12 + 1}, xã Đăk Ui",
                35 + place % 90,
                Decimal(place % 8) / 2,
                1_500_000 + 250_000 * (place % 7),
            )
        )
        for place in range(1, rows + 1)
    )
    table = Table(
        code="activities",
        title="Danh sách hoạt động",
        sheet="Dữ liệu hoạt động",
        columns=columns,
        rows=data,
    )
    return replace(table, **changes)


def a_sentence(place: int = 1) -> str:
    """Return a paragraph of ordinary length, different for each place."""
    return (
        f"Trong kỳ báo cáo, đơn vị thứ {place} đã phối hợp với Mặt trận và các "
        "đoàn thể tổ chức tuyên truyền, phổ biến chủ trương của Đảng, chính sách, "
        "pháp luật của Nhà nước về bảo đảm quyền con người đến đông đảo cán bộ, "
        "công chức, viên chức và các tầng lớp Nhân dân trên địa bàn."
    )


def an_annex(**changes: Any) -> Annex:
    """Return a landscape annex with the wide table."""
    annex = Annex(
        label="Phụ lục I",
        title="SỐ LIỆU TRUYỀN THÔNG VỀ QUYỀN CON NGƯỜI NĂM 2024",
        reference=(
            "Kèm theo Báo cáo số 05/BC-VHTT ngày 05 tháng 02 năm 2024 của "
            "Phòng Văn hóa và Thông tin"
        ),
        blocks=(a_wide_table(),),
        landscape=True,
    )
    return replace(annex, **changes)


def a_report(**changes: Any) -> Report:
    """Return a whole report; any field may be given otherwise."""
    report = Report(
        id="0197d1e2-7a10-7000-8000-000000000001",
        code="bao-cao-nam-2024",
        kind="yearly",
        plan_title="Kế hoạch truyền thông về quyền con người giai đoạn 2023 - 2028",
        agency="Phòng Văn hóa và Thông tin",
        agency_id="vhtt",
        period=Period(
            code="2024",
            first_day=dt.date(2023, 12, 15),
            last_day=dt.date(2024, 12, 14),
            closing_day=dt.date(2024, 12, 14),
        ),
        computed_at=dt.datetime(2024, 12, 16, 9, 15, 30, tzinfo=HANOI),
        letterhead=a_letterhead(),
        blocks=_body(),
        signer=a_signer(),
        recipients=(
            "Sở Thông tin và Truyền thông (báo cáo)",
            "UBND huyện (báo cáo)",
            "Lãnh đạo phòng",
            "Lưu: VT, VHTT",
        ),
        annexes=(
            an_annex(),
            an_annex(
                label="Phụ lục II",
                title="DANH SÁCH HOẠT ĐỘNG",
                blocks=(Heading(level=1, text="I. HỘI NGHỊ"), a_data_table()),
                landscape=False,
            ),
        ),
        data=(a_data_table(), a_wide_table(landscape=False, code="units")),
    )
    return replace(report, **changes)


def _body() -> tuple[Heading | Paragraph | Table | Chart, ...]:
    return (
        Paragraph(
            text="Thực hiện Kế hoạch số 12/KH-UBND của UBND huyện về truyền thông "
            "về quyền con người, Phòng Văn hóa và Thông tin báo cáo kết quả như sau:"
        ),
        Heading(level=1, text="I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
        Paragraph(text=a_sentence(1)),
        Paragraph(text="Văn bản đã ban hành: 04 kế hoạch, 07 công văn.", italic=True),
        Heading(level=1, text="II. KẾT QUẢ THỰC HIỆN"),
        Heading(level=2, text="1. Các mục tiêu, chỉ tiêu"),
        a_targets_table(),
        a_targets_chart(),
        Heading(level=2, text="2. Hoạt động truyền thông"),
        Heading(level=3, text="a) Truyền thông trực tiếp"),
        Paragraph(text=a_sentence(2)),
        a_months_chart(),
        Heading(level=3, text="b) Truyền thanh, truyền hình"),
        Paragraph(text=a_sentence(3)),
        Heading(level=1, text="III. ĐỀ XUẤT, KIẾN NGHỊ"),
        Paragraph(text=a_sentence(4)),
        Paragraph(
            text="Trên đây là báo cáo kết quả thực hiện Kế hoạch truyền thông về "
            "quyền con người năm 2024 của Phòng Văn hóa và Thông tin."
        ),
    )
