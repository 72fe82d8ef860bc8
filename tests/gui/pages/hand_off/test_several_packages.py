"""At the window: all packages of a report leave together, or what did not is said."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.files.signatures.keys import load_key
from desktop.files.zip_members import MEMBER_LIMIT
from desktop.gui.drives import Drive
from desktop.gui.pages.hand_off.hand_off import HandOffPage
from desktop.gui.pages.hand_off.package_options import WITH_WORDS
from desktop.operations.entries.record_entry import record
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.sign_report import ReportFiles
from desktop.records.exchange import Delivery, DeliveryState, EvidenceCarried
from desktop.store import records
from tests import builders
from tests.faults.stick import full, left_on, lying
from tests.files.evidence.pictures import a_png
from tests.gui.pages import report_desk
from tests.gui.pages.report_desk import PASSWORD, Desk
from tests.operations.sending.test_packed_evidence import attach

Trouble = Callable[[Path], AbstractContextManager[None]]
NAMES = [
    f"goi_phong-van-hoa-thong-tin-huyen-dak-ha_2024_v1_mc_{number}-2.zip"
    for number in (1, 2)
]


@pytest.fixture(scope="module")
def packed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an office whose report has more pictures than one package takes."""
    folder = report_desk.prepare(tmp_path_factory.mktemp("packed"))
    with report_desk.desk(folder) as desk:
        record(desk.store, builders.an_activity())
        for number in range(MEMBER_LIMIT + 5):
            attach(desk.store, folder / "anh", f"{number}.png", a_png(8 + number, 6))
        report = report_desk.issue(desk.store)
        key = load_key(desk.key, PASSWORD)
        files = ReportFiles(report=report, folder=desk.reports)
        pack_report(desk.store, files, key, evidence=EvidenceCarried.FULL)
    return folder


@pytest.fixture
def desk(packed_once: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with report_desk.desk(report_desk.copied(packed_once, tmp_path)) as opened:
        yield opened


@pytest.fixture
def stick(desk: Desk) -> Path:
    folder = desk.folder / "USB"
    folder.mkdir()
    return folder


@pytest.fixture
def page(desk: Desk, stick: Path, qtbot: QtBot) -> HandOffPage:
    drive = Drive(
        path=stick, label="KINGSTON", free=10**9, file_system="vfat", writable=True
    )
    made = HandOffPage(desk.session, lambda: (drive,))
    qtbot.addWidget(made)
    made.resize(1166, 640)
    made.show()
    carried = list(EvidenceCarried).index(EvidenceCarried.FULL)
    made.options.evidence.setCurrentIndex(carried)
    return made


def history(desk: Desk) -> list[tuple[str, DeliveryState]]:
    found = records.find(desk.store.reader, Delivery)
    return sorted((one.file_name, one.state) for one in found)


def test_the_page_says_how_many_there_are_and_copies_all(
    desk: Desk, page: HandOffPage, stick: Path
) -> None:
    assert "Minh chứng chia thành 2 gói" in page.package_words.text()
    page.panel.deliver()
    assert left_on(stick) == NAMES
    said = page.panel.good_words.text()
    assert said.startswith("✓ Có thể rút USB. Đủ 2 gói, đã được đọc lại")
    assert all(name in said for name in NAMES)
    assert history(desk) == [(name, DeliveryState.DELIVERED) for name in NAMES]


def test_a_stick_that_lies_is_never_called_safe(
    desk: Desk, page: HandOffPage, stick: Path
) -> None:
    with lying(stick):
        page.panel.deliver()
    assert left_on(stick) == []
    assert page.panel.good.isHidden()
    (fault,) = desk.ask.faults
    assert "không giống bản gốc" in fault.what
    assert history(desk) == [(NAMES[0], DeliveryState.FAILED)]


def test_they_are_locked_and_mailed_together(
    desk: Desk, page: HandOffPage, stick: Path, tmp_path: Path
) -> None:
    desk.ask.script = [WITH_WORDS, "trời xanh mây trắng", "trời xanh mây trắng"]
    page.options.lock.click()
    page.panel.deliver()
    assert left_on(stick) == [f"{name}.age" for name in NAMES]
    desk.ask.script = [tmp_path / "thư.eml"]
    page.compose()
    draft = (tmp_path / "thư.eml").read_bytes()
    assert all(f"{name}.age".encode() in draft for name in NAMES)
    assert b"bao-cao-2024" not in draft, "beside what is locked nothing lies open"


@pytest.mark.parametrize("trouble", [lying, full])
def test_a_draft_that_cannot_be_written_is_told_and_not_there(
    desk: Desk, page: HandOffPage, stick: Path, trouble: Trouble
) -> None:
    desk.ask.script = [stick / "thư.eml"]
    with trouble(stick):
        page.compose()
    assert left_on(stick) == []
    assert desk.ask.faults[0].why
