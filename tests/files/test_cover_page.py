"""The page inside a package tells in any browser what the package is."""

import hashlib
import xml.etree.ElementTree as ET
from dataclasses import replace

from desktop.files.cover_page import Told, cover_page
from desktop.records.exchange import ControlTotal, EvidenceCarried
from tests.files.signatures.package_mutants import HEADER

CODE = "VMDR2-VZF3B-QQRD0-S4S3S-G"
CONTROL = ControlTotal(entries=785, attendance=41926, code="DN4W7-A")


def page(**changes: object) -> str:
    header = replace(HEADER, **changes)  # type: ignore[arg-type]
    told = Told(code=CODE, evidence=3, withheld=2, left_out=1)
    return cover_page(header, told, {"b.pdf": b"x" * 1234, "a.json": b"{}"}).decode()


def test_it_tells_sender_days_counts_and_code() -> None:
    said = page(control=CONTROL, slip=2)
    for told in (
        "Phòng Văn hóa và Thông tin Đ.",
        "Sở Văn hóa",
        "từ 01/01/2024 đến 31/12/2024",
        "785",
        "41.926",
        "DN4W7-A",
        CODE,
        "Bản điều chỉnh số",
    ):
        assert told in said
    assert "Bản điều chỉnh số" not in page()


def test_every_file_is_listed_with_size_and_hash() -> None:
    said = page()
    assert said.index("a.json") < said.index("b.pdf")
    assert "1.234" in said
    assert hashlib.sha256(b"{}").hexdigest() in said


def test_evidence_carried_kept_back_and_left_out_is_told() -> None:
    said = page(evidence=EvidenceCarried.REDUCED)
    assert (
        "Rút gọn: 3 tệp; 2 lượt minh chứng chỉ giữ trong cơ quan; "
        "1 lượt minh chứng không vừa gói"
    ) in said
    bare = cover_page(HEADER, Told(code=CODE), {}).decode()
    assert "Không kèm" in bare
    assert "không vừa" not in bare


def test_files_that_serve_several_entries_are_counted_once_and_their_uses_told() -> (
    None
):
    header = replace(HEADER, evidence=EvidenceCarried.FULL)
    several = cover_page(header, Told(code=CODE, evidence=4, uses=235), {}).decode()
    assert "Đầy đủ: 4 tệp; dùng cho 235 lượt minh chứng" in several
    single = cover_page(header, Told(code=CODE, evidence=4, uses=4), {}).decode()
    assert "Đầy đủ: 4 tệp<" in single


def test_practice_says_so_and_marks_in_names_stay_text() -> None:
    assert "DỮ LIỆU MẪU" in page(practice=True)
    assert "DỮ LIỆU MẪU" not in page()
    said = page(agency="<script>alert(1)</script> & Bạn")
    assert "<script>" not in said
    assert "&lt;script&gt;" in said


def test_it_is_well_formed_and_asks_for_nothing_outside() -> None:
    said = page(control=CONTROL)
    body = said.split("<body>")[1].split("</body>")[0]
    assert ET.fromstring(f"<body>{body}</body>").findall(".//tr")  # noqa: S314  ours
    assert "http" not in said
    assert "src=" not in said
