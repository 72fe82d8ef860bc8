"""What a package carries, and the lock around it, are chosen before it leaves."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.files import locking
from desktop.gui.pages.hand_off import package_options
from desktop.gui.pages.hand_off.package_options import PackageOptions
from desktop.records.exchange import Contact, EvidenceCarried
from desktop.store import preferences, records
from tests.gui.pages.report_desk import Desk

WORDS = "bốn từ không liên quan"


@pytest.fixture
def package(signed_desk: Desk) -> Path:
    (found,) = signed_desk.reports.glob("*.zip")
    return found


@pytest.fixture
def options(signed_desk: Desk, package: Path, qtbot: QtBot) -> PackageOptions:
    made = PackageOptions(signed_desk.session)
    qtbot.addWidget(made)
    made.show_package(package)
    return made


def test_words_lock_the_package_and_taking_the_lock_off_leaves_it_as_it_was(
    signed_desk: Desk, options: PackageOptions, package: Path
) -> None:
    signed_desk.ask.script = [package_options.WITH_WORDS, WORDS, WORDS]
    options.lock.click()
    locked_file = package.with_name(f"{package.name}.age")
    stages = [options.locked]
    locked = locked_file.read_bytes()
    opened = locking.unlock_with_words(locked, WORDS, path=package)
    assert opened == package.read_bytes()
    assert options.lock_words.text() == f"Đã khóa: {package.name}.age"
    options.lock.click()
    stages.append(options.locked)
    assert stages == [locked_file, None]
    assert options.lock_words.text().startswith("Không khóa")


def test_the_recipients_own_key_is_offered(
    signed_desk: Desk, options: PackageOptions, package: Path
) -> None:
    pair = locking.new_key()
    kept = preferences.get(signed_desk.store.reader)
    assert kept is not None
    assert kept.recipient is not None
    with signed_desk.store.change("amend") as change:
        records.put(change, Contact(id=kept.recipient, encryption_key=pair.public))
    offered: list[str] = []

    def line(title: str, label: str, value: str = "", *, verb: str = "") -> str:
        offered.append(value)
        return value

    signed_desk.ask.line = line  # type: ignore[method-assign]
    signed_desk.ask.script = [package_options.FOR_KEY]
    options.lock.click()
    assert offered == [pair.public]
    assert options.locked is not None
    data = options.locked.read_bytes()
    assert (
        locking.unlock_with_key(data, pair.secret, path=package) == package.read_bytes()
    )


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ([None], 0),
        ([package_options.WITH_WORDS, None], 0),
        ([package_options.AS_ARCHIVE, WORDS, None], 0),
        ([package_options.AS_ARCHIVE, WORDS, "khác hẳn lần đầu"], 1),
        ([package_options.FOR_KEY, None], 0),
    ],
)
def test_whoever_stops_on_the_way_locks_nothing(
    signed_desk: Desk, options: PackageOptions, script: list[object], told: int
) -> None:
    before = {one.name for one in signed_desk.reports.iterdir()}
    signed_desk.ask.script = list(script)
    options.lock.click()
    assert options.locked is None
    assert len(signed_desk.ask.told) == told
    assert {one.name for one in signed_desk.reports.iterdir()} == before


def test_short_words_are_told_in_four_lines(
    signed_desk: Desk, options: PackageOptions
) -> None:
    signed_desk.ask.script = [package_options.WITH_WORDS, "ngắn", "ngắn"]
    options.lock.click()
    assert signed_desk.ask.faults[0].what == "Câu mật khẩu quá ngắn."
    assert "12 ký tự" in signed_desk.ask.faults[0].why
    assert options.locked is None


def test_another_package_is_not_locked_yet(
    signed_desk: Desk, options: PackageOptions, package: Path
) -> None:
    signed_desk.ask.script = [package_options.AS_ARCHIVE, WORDS, WORDS]
    options.lock.click()
    found = [options.locked]
    for one in (package, package.with_name("khác.zip")):
        options.show_package(one)
        found.append(options.locked)
    first, same, other = found
    assert first is not None
    assert first.name.endswith("_khoa.zip")
    assert (same, other) == (first, None)


def test_the_evidence_chosen_is_told(options: PackageOptions, qtbot: QtBot) -> None:
    told = [options.carried]
    with qtbot.waitSignal(options.evidence_changed):
        options.evidence.setCurrentIndex(1)
    told.append(options.carried)
    with qtbot.assertNotEmitted(options.evidence_changed):
        options.choose_carried(EvidenceCarried.FULL)
    told.append(options.carried)
    assert told == list(EvidenceCarried)
