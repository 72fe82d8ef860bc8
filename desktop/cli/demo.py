"""`demo`: the whole job on a practice office, from the plan to the verified package."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import click

from desktop.cli import answers, demo_exchange, options
from desktop.cli.demo_exchange import AboveRound, UnitRound
from desktop.cli.report import issue
from desktop.cli.results import known_names, target_data
from desktop.cli.results import lines as result_lines
from desktop.cli.sign import Wanted, sign
from desktop.cli.verify import lines as verdict_lines
from desktop.cli.verify import verdict_data
from desktop.errors import FileError
from desktop.files.package import Packed
from desktop.files.practice import load_practice
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.operations.figures.compute_results import compute_results, read_office
from desktop.operations.issuing.export_report import Exported
from desktop.operations.practice.practise import make_practice_office, refuse_unknown
from desktop.operations.reports.draft_report import Request
from desktop.operations.reports.read_report import make_folder
from desktop.operations.sending.deliver_package import deliver_package
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.sign_report import ReportFiles
from desktop.operations.signing.verify_file import own_trust, stands, verify_file
from desktop.progress import Progress
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.result import Result
from desktop.records.signing import SignerRole
from desktop.records.verification import FileVerdict
from desktop.rules import calendar
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.missing import Known
from desktop.wording.periods import period_phrase
from desktop.wording.verdicts import headline

DEFAULT_FOLDER = Path("thuc-hanh")
KEY_PASSWORD = "ky-thu"  # noqa: S105  of a throw-away key that says it is one

_MARK = ".thuc-hanh"
"""File that marks a folder as ours to make anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Everything the demonstration made."""

    office: Path
    activities: int
    results: tuple[Result, ...]
    known: Known
    exported: Exported
    keys: tuple[Path, ...]
    """Of the person, and of the agency."""
    packed: Packed
    delivered: Path
    verdict: FileVerdict
    units: UnitRound | None
    """None where no unit can be asked for entries."""
    above: AboveRound


@click.command(
    short_help="Làm thử toàn bộ công việc trên sổ thực hành.",
    options_metavar="[TÙY CHỌN]",
    help="Làm thử toàn bộ công việc: tạo sổ thực hành, ghi một năm hoạt động, thu biểu "
    "của đơn vị, tính chỉ tiêu, lập báo cáo, ký thử, đóng gói, chép ra USB, kiểm tra, "
    "nhận ở cấp trên và mang biên nhận về.",
)
@click.option(
    "--folder",
    metavar="THƯ MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    default=DEFAULT_FOLDER,
    help=f"Thư mục kết quả; mặc định: {DEFAULT_FOLDER}. Được làm lại mỗi lần chạy.",
)
@click.option("--plan", "wanted", metavar="TÊN", default="", help="Tên kế hoạch.")
@click.option("--year", metavar="NĂM", default=2024, help="Năm báo cáo.")
@click.option(
    "--seed", metavar="SỐ", default=1, help="Số gieo: cùng số thì cùng số liệu."
)
@options.as_json
def verb(folder: Path, wanted: str, year: int, seed: int, as_json: bool) -> int:
    """Do the job and print what was made, where, and each target's verdict."""
    progress = answers.teller(quiet=as_json)
    plan_name = wanted or load_practice().setting.plan
    # Before anything is cleared away: a slip in the command must cost nothing.
    refuse_unknown(plan_name, year)
    _clear(folder)
    office = folder / "van-phong" / f"{plan_name}.stt"
    make_folder(office.parent)
    make_practice_office(office, plan_name, year=year, seed=seed, progress=progress)
    done = _do(office, folder, year, progress)
    good = stands(done.verdict)
    answer = answers.Answer(lines=_lines(done), data=_data(done, good=good), good=good)
    return answers.give(answer, as_json=as_json)


def _do(office: Path, folder: Path, year: int, progress: Progress) -> Done:
    period = calendar.parse_period(str(year))
    with Store(office, progress=progress) as store:
        units = demo_exchange.unit_round(store, folder, period, progress)
        results = compute_results(store, period, progress)
        request = Request(
            period=period,
            period_words=period_phrase(period),
            texts=load_practice().setting.texts,
        )
        exported = issue(store, request, office.parent / "bao-cao", progress)
        keys = _test_keys(store, office.parent)
        files = ReportFiles(report=exported.report.id, folder=exported.pdf.parent)
        for role, path in keys.items():
            key = load_key(path, KEY_PASSWORD)
            sign(store, files, key, Wanted(role=role), progress)
        packed = pack_report(store, files, key, progress).value
        stick = folder / "usb"
        make_folder(stick)
        delivered = deliver_package(
            store, files.report, packed.path, stick, progress
        ).value
        above = demo_exchange.above_round(
            store, delivered.path, folder, KEY_PASSWORD, progress
        )
        activities = records.count(store.reader, Activity)
        known = known_names(store)
    return Done(
        office=office,
        activities=activities,
        results=results,
        known=known,
        exported=exported,
        keys=tuple(keys.values()),
        packed=packed,
        delivered=delivered.path,
        verdict=verify_file(delivered.path, own_trust()),
        units=units,
        above=above,
    )


def _test_keys(store: Store, folder: Path) -> dict[SignerRole, Path]:
    """Make a key to try out for each who signs: the leader, and the office."""
    own = read_office(store).preferences
    agency = records.get(store.reader, Agency, own.agency)
    office_name = agency.name if agency else own.agency
    names = {
        SignerRole.PERSON: (
            "khoa-ky-thu",
            own.signer_name or own.officer or office_name,
        ),
        SignerRole.AGENCY: ("khoa-co-quan-ky-thu", office_name),
    }
    return {
        role: make_test_key(
            folder / f"{stem}.p12",
            name=name,
            organisation=office_name,
            password=KEY_PASSWORD,
            now=store.now(),
        )
        for role, (stem, name) in names.items()
    }


def _clear(folder: Path) -> None:
    """Make the folder anew, but only when an earlier demonstration made it.

    Raises:
        FileError: Something else lies there, or is held by another program.
    """
    if folder.exists() and any(folder.iterdir()):
        if not (folder / _MARK).exists():
            raise FileError(folder, "not_ours")
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise FileError(folder, "read_only") from error
    make_folder(folder)
    (folder / _MARK).touch()


def _lines(done: Done) -> tuple[str, ...]:
    return (
        "",
        f"Sổ thực hành:  {done.office} ({done.activities} hoạt động)",
        *demo_exchange.unit_lines(done.units),
        f"Báo cáo PDF:   {done.exported.pdf}",
        f"Báo cáo Excel: {done.exported.workbook}",
        *(f"Khóa ký thử:   {key} (mật khẩu: {KEY_PASSWORD})" for key in done.keys),
        f"Gói trên USB:  {done.delivered}",
        *demo_exchange.above_lines(done.above),
        "",
        *result_lines(done.results),
        "",
        *verdict_lines(done.verdict),
        headline(done.verdict),
    )


def _data(done: Done, *, good: bool) -> dict[str, object]:
    return {
        "good": good,
        "office": done.office,
        "activities": done.activities,
        "report": done.exported.report.id,
        "pdf": done.exported.pdf,
        "workbook": done.exported.workbook,
        "keys": list(done.keys),
        "package": done.delivered,
        "sha256": done.packed.sha256,
        "targets": [target_data(one, done.known) for one in done.results],
        "verification": verdict_data(done.verdict),
        "units": demo_exchange.unit_data(done.units),
        "above": demo_exchange.above_data(done.above),
    }
