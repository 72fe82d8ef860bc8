"""A code from paper is compared with the data in a file, never with what it claims."""

import datetime as dt
import hashlib
from dataclasses import replace

from desktop.operations.reports.compare_code import (
    compare_code,
    report_in,
    stands_by_paper,
)
from desktop.records.verification import FileVerdict, Finding, FoundReport
from desktop.rules.short_code import Match, payload, short_code

DATA = hashlib.sha256(b"data").hexdigest()


def found(digest: str = DATA) -> FoundReport:
    return FoundReport(
        report_id="r",
        agency="Phòng Văn hóa",
        plan_title="Kế hoạch",
        period_code="2024",
        first_day=dt.date(2024, 1, 1),
        last_day=dt.date(2024, 12, 31),
        sha256=digest,
        code=short_code(digest),
    )


def verdict(
    report: FoundReport | None, *members: FileVerdict, kind: str = "pdf"
) -> FileVerdict:
    return FileVerdict(file_name="a", format=kind, report=report, members=members)


def test_the_paper_of_the_same_data_is_the_same() -> None:
    for typed in (short_code(DATA).lower(), payload("a", "2024", DATA)):
        compared = compare_code(verdict(found()), typed)
        assert compared.same
        assert compared.report == found()


def test_the_paper_of_other_data_is_not() -> None:
    other = short_code(hashlib.sha256(b"other").hexdigest())
    compared = compare_code(verdict(found()), other)
    assert not compared.same
    assert compared.comparison is not None
    assert compared.comparison.match is Match.OTHER


def test_a_file_without_data_compares_with_nothing() -> None:
    compared = compare_code(verdict(None), short_code(DATA))
    assert (compared.report, compared.comparison, compared.same) == (None, None, False)


def test_the_report_in_a_package_may_lie_in_one_of_its_files() -> None:
    inside = verdict(None, verdict(None), verdict(found()))
    assert report_in(inside) == found()
    assert compare_code(inside, short_code(DATA)).same


def test_a_workbook_that_only_says_so_proves_nothing() -> None:
    book = verdict(found(), kind="workbook")
    assert report_in(book) is None
    assert not compare_code(book, short_code(DATA)).same
    inside = verdict(None, book, verdict(found()), kind="package")
    assert compare_code(inside, short_code(DATA)).same
    assert not compare_code(verdict(None, book, kind="package"), short_code(DATA)).same


def test_an_unsigned_file_stands_by_its_paper_unless_something_is_wrong() -> None:
    typed = short_code(DATA)
    unsigned = replace(verdict(found()), findings=(Finding(code="unsigned"),))
    assert stands_by_paper(unsigned, compare_code(unsigned, typed))
    assert not stands_by_paper(unsigned, compare_code(unsigned, typed[:-1]))
    changed = replace(verdict(found()), findings=(Finding(code="hash"),))
    assert not stands_by_paper(changed, compare_code(changed, typed))
