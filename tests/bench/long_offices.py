"""Office files with long lists whose titles, places and agencies differ.

A list of one title repeated sorts, filters and searches faster than any real one.
"""

import atexit
import datetime as dt
import random
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from desktop.records.activity import Activity
from desktop.records.evidence import Evidence
from desktop.records.identity import RecordId
from desktop.store import records
from desktop.store.store import Store
from tests import builders

SHORT, LONG = 1_000, 100_000
YEAR = 2024
PROVEN = 3
"""One of so many activities has a photo to show."""

_DEEDS = (
    "Tuyên truyền",
    "Tập huấn",
    "Hội nghị",
    "Triển lãm",
    "Nói chuyện chuyên đề",
    "Sinh hoạt",
    "Chiếu phim lưu động",
    "Hội thi tìm hiểu",
    "Phổ biến",
    "Ra quân",
)
_SUBJECTS = (
    "quyền con người",
    "quyền trẻ em",
    "bình đẳng giới",
    "phòng chống bạo lực gia đình",
    "tín ngưỡng, tôn giáo",
    "quyền của người khuyết tật",
    "quyền tiếp cận thông tin",
    "pháp luật về đất đai",
    "an sinh xã hội",
    "an toàn giao thông",
    "chuyển đổi số",
)
_WHOM = (
    "cho cán bộ thôn",
    "cho hội viên phụ nữ",
    "với học sinh trường THCS",
    "cho đồng bào Xơ Đăng",
    "tại chợ phiên",
    "với đoàn viên thanh niên",
    "cho người có uy tín",
    "nhân Ngày Pháp luật",
    "dịp Tết Nguyên đán",
    "theo Công văn",
)
_HOUSES = ("Nhà rông làng", "Nhà văn hóa thôn", "Hội trường xã", "Sân trường", "Chợ")
_VILLAGES = (
    "Đăk Hà",
    "Đắk Mar",
    "Kon Trang",
    "Ngọk Réo",
    "Hà Mòn",
    "Đăk Ui",
    "Kroong Klăh",
    "Đường Hùng Vương",
    "Bờ Y",
    "Ŏ Ƀai",
    "Hoà Bình",
    "Thủy Điện",
)
_UNITS = ("phong-vhtt-dak-ha", "ubnd-xa-dak-mar", "ubnd-xa-dak-la", "ubnd-xa-dak-ui")
_TASKS = ("2.1", "2.2", "3.1", "3.3")


def activities(count: int, seed: int = 1) -> Iterator[Activity]:
    """Yield trainings of one year in no order, the same for the same seed."""
    chance = random.Random(seed)
    first = dt.date(YEAR, 1, 1)
    for _ in range(count):
        day = first + dt.timedelta(days=chance.randrange(360))
        deed, subject, whom = (chance.choice(x) for x in (_DEEDS, _SUBJECTS, _WHOM))
        yield builders.an_activity(
            id=f"{chance.getrandbits(128):032x}",
            title=f"{deed} {subject} {whom}, đợt {chance.randrange(400)}",
            first_day=day,
            last_day=day,
            place=f"{chance.choice(_HOUSES)} {chance.choice(_VILLAGES)}",
            note=_note(chance),
            agency=chance.choice(_UNITS),
            tasks=(builders.task(chance.choice(_TASKS)),),
            attendance=chance.randrange(20, 400),
            people=chance.choice((None, chance.randrange(10, 300))),
            pillar=chance.choice(("civil_political", "economic_social_cultural", None)),
        )


def _note(chance: random.Random) -> str:
    if chance.random() < 0.8:  # most rows say nothing more
        return ""
    return f"Phối hợp với {chance.choice(_VILLAGES)}, số {chance.randrange(999)}"


def _photo(number: int, row_id: str) -> Evidence:
    return Evidence(
        id=RecordId(f"e{number:07}"),
        place="activities",
        row_id=row_id,
        name="anh.jpg",
        sha256=f"{number:064x}",
        size=400_000,
        media="image/jpeg",
        added_at=builders.NOW,
        source_sha256=f"{number:064x}",
    )


@cache
def office(count: int) -> Path:
    """Return an office of that many activities, made once for all benches of a run."""
    folder = Path(tempfile.mkdtemp(prefix="so-truyen-thong-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = builders.an_office(folder / f"office-{count}.stt")
    with Store(path) as store, store.change("record_many") as change:
        for number, one in enumerate(activities(count)):
            records.put(change, one)
            if number % PROVEN == 0:
                records.put(change, _photo(number, str(one.id)))
    return path
