"""Tests of the four lines of every error."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import errors
from desktop.errors import (
    Cancelled,
    ConflictError,
    DeliveryError,
    DesktopError,
    FileError,
    InputError,
    PackageError,
    PackageForeignError,
    PackageForgedError,
    PackageTooNewError,
    PackageUnreadableError,
    Problem,
    SignatureError,
    StoreDamagedError,
    StoreError,
    StoreForeignError,
    StoreTooNewError,
    StoreUnavailableError,
    UnknownNameError,
)
from desktop.wording.faults import Message, explain, render
from tests.wording.words import assert_a_sentence

FILE = Path("/usb/so.db")
PROGRAM = Path(errors.__file__).parent


def classes(root: type[DesktopError] = DesktopError) -> Iterator[type[DesktopError]]:
    yield root
    for child in root.__subclasses__():
        yield from classes(child)


def reasons_told(cls: type[DesktopError]) -> set[str]:
    """Return the reasons the class's docstring promises."""
    _, _, promised = (cls.__doc__ or "").partition("Reasons:")
    return set(re.findall(r"`(\w+)`", promised))


def reasons_raised(cls: type[DesktopError]) -> set[str]:
    """Return the reasons that stand as texts where the program raises the class."""
    start = rf"{cls.__name__}\((?:[\w.]+, )?\"(\w+)\""
    sources = (path.read_text("utf-8") for path in PROGRAM.rglob("*.py"))
    return {reason for source in sources for reason in re.findall(start, source)}


def made(cls: type[DesktopError], reason: str, *facts: str) -> DesktopError:
    if issubclass(cls, UnknownNameError):
        return cls("period", "2O24", ("2024", "2024-H1"))
    if issubclass(cls, InputError):
        return cls((Problem("title", "missing"),))
    if issubclass(cls, StoreError | DeliveryError | PackageError | FileError):
        return cls(FILE, reason, *facts)
    if issubclass(cls, ConflictError | SignatureError):
        return cls(reason, *facts)
    return cls()


def every_case() -> list[tuple[type[DesktopError], str]]:
    return [
        (cls, reason)
        for cls in classes()
        for reason in sorted(
            {"", "never_heard_of"} | reasons_told(cls) | reasons_raised(cls)
        )
    ]


def lines(message: Message) -> tuple[str, str, str, str]:
    return message.what, message.why, message.data, message.next


@pytest.mark.parametrize(("cls", "reason"), every_case())
def test_every_error_has_four_whole_lines(cls: type[DesktopError], reason: str) -> None:
    days = ("2024-05-06", "2024-05-07", "2024-05-08")
    for line in lines(explain(made(cls, reason, "bao-cao.pdf", *days))):
        assert_a_sentence(line)


@pytest.mark.parametrize(("cls", "reason"), every_case())
def test_no_reason_needs_a_fact_that_may_be_missing(
    cls: type[DesktopError], reason: str
) -> None:
    assert all(lines(explain(made(cls, reason))))


@pytest.mark.parametrize(
    "cls", [StoreUnavailableError, DeliveryError, SignatureError, FileError]
)
def test_every_reason_promised_has_words_of_its_own(cls: type[DesktopError]) -> None:
    told = {reason: explain(made(cls, reason)) for reason in reasons_told(cls)}
    assert len(told) >= 6
    assert len(set(told.values())) == len(told)
    assert explain(made(cls, "never_heard_of")) not in told.values()


def test_every_class_has_words_of_its_own() -> None:
    told = {cls: explain(made(cls, "")) for cls in classes()}
    for kind, wider in (
        (StoreForeignError, StoreError),
        (StoreDamagedError, StoreError),
        (StoreTooNewError, StoreError),
        (PackageForgedError, PackageError),
        (PackageForeignError, PackageError),
        (PackageTooNewError, PackageError),
        (Cancelled, DesktopError),
        (ConflictError, DesktopError),
    ):
        assert told[kind] != told[wider]


def test_a_reason_shared_by_two_classes_keeps_its_own_words() -> None:
    message = explain(PackageForgedError(FILE, "missing", "bao-cao.pdf"))
    assert message.why == (
        "Tệp “bao-cao.pdf” có trong bảng kê đã ký nhưng không có trong gói."
    )


def test_an_error_nobody_described_is_told_by_its_family() -> None:
    class NewStoreError(StoreTooNewError):
        """Something that came later."""

    assert explain(NewStoreError(FILE)) == explain(StoreTooNewError(FILE))


def test_the_file_and_its_folder_are_named() -> None:
    message = explain(StoreUnavailableError(FILE, "missing"))
    assert "“so.db”" in message.what
    assert "/usb" in message.why


def test_braces_in_a_name_do_no_harm() -> None:
    message = explain(FileError(Path("/usb/{name}{x}.pdf"), "not_pdf"))
    assert message.what == "“{name}{x}.pdf” không phải là tệp PDF."


def test_a_root_of_a_drive_has_a_name_too() -> None:
    assert "“/”" in explain(DeliveryError(Path("/"), "gone")).what


def test_room_is_told_in_megabytes() -> None:
    message = explain(DeliveryError(FILE, "full", "12345678", "0"))
    assert message.why == "Cần 13 MB, chỗ còn trống không đủ."


def test_the_day_a_certificate_ended_is_told_as_a_day() -> None:
    message = explain(SignatureError("expired", "Trần A", "2024-05-06T07:08:09+00:00"))
    assert "“Trần A”" in message.what
    assert message.why == "Chứng thư số chỉ có giá trị đến ngày 06/05/2024."


@pytest.mark.parametrize("cls", [StoreTooNewError, PackageUnreadableError, FileError])
def test_bad_files_change_nothing_and_say_so(cls: type[DesktopError]) -> None:
    assert explain(made(cls, "unreadable")).data.startswith("Không thay đổi")


def test_one_problem_is_told_with_the_name_of_its_field() -> None:
    error = InputError((Problem("attendance", "negative", ("-1",)),))
    assert explain(error).why == "Lượt người: Số không được âm (đang ghi -1)."
    assert explain(error, {"attendance": "Số lượt khách"}).why.startswith(
        "Số lượt khách: "
    )


def test_a_table_that_cannot_be_taken_is_not_something_typed() -> None:
    message = explain(InputError((Problem("table", "entries_empty"),)))
    assert message.what == "Chưa lấy được bảng này vào sổ."
    assert "Không thấy dòng nào có nội dung." in message.why
    assert message.next == "Mở tệp hoặc vùng đã chép ra xem lại, rồi nhập lại."


def test_every_blocking_problem_is_told_and_no_doubt() -> None:
    error = InputError(
        (
            Problem("title", "missing"),
            Problem("tasks", "no_task", blocking=False),
            Problem("people", "negative", ("-2",)),
        )
    )
    message = explain(error)
    assert message.what == "Nội dung vừa nhập chưa ghi được: có 2 chỗ cần sửa."
    assert message.why.splitlines() == [
        "",
        "  – Tên: Chưa ghi nội dung này.",
        "  – Số người: Số không được âm (đang ghi -2).",
    ]


def test_a_long_list_is_cut_and_says_how_much() -> None:
    error = InputError(tuple(Problem("title", "missing") for _ in range(20)))
    assert explain(error).why.splitlines()[-1] == "  – Và 8 chỗ khác."
    assert len(explain(error).why.splitlines()) == 14


def test_an_unknown_name_is_told_with_names_that_would_do() -> None:
    message = explain(UnknownNameError("period", "2O24", ("2024", "2024-H1")))
    assert message.why == "Kỳ báo cáo: Không có “2O24”; có thể dùng: 2024, 2024-H1."


def test_a_long_list_of_names_says_how_many_more_there_are() -> None:
    names = tuple(f"k{number}" for number in range(32))
    assert explain(UnknownNameError("register", "zz", names)).why.endswith(
        "k28, k29 và 2 tên khác."
    )


def test_a_name_nobody_gave_is_told_as_missing() -> None:
    message = explain(UnknownNameError("plan", "", ("a", "b")))
    assert message.why == "Kế hoạch: Chưa ghi; có thể dùng: a, b."


def test_the_four_lines_stand_in_their_order() -> None:
    text = render(Message("A.", "B.", "C.", "D."))
    assert text == (
        "Chuyện gì xảy ra: A.\nVì sao: B.\nDữ liệu của anh/chị: C.\nLàm gì tiếp: D."
    )


def test_units_left_are_named_and_of_many_how_many_more_there_are() -> None:
    few = explain(ConflictError("units_left", "Ban A", "Đội B", "Đội C"))
    assert few.what == "Chưa kết thúc được “Ban A”."
    assert few.why == "Còn đơn vị đang hoạt động ở dưới cơ quan này: Đội B, Đội C."
    names = tuple(f"Đội {number}" for number in range(1, 16))
    many = explain(ConflictError("units_left", "Ban A", *names))
    assert many.why.endswith("Đội 11, Đội 12 và 3 đơn vị khác.")
