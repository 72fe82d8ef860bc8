"""A report comes back from its JSON exactly as it went."""

import datetime as dt
import json
import unicodedata
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire import report as wire
from desktop.files.wire import shapes
from desktop.records import report as records
from desktop.records.report import Column, Report, Row, Table, Value
from tests.files.report_builder import a_report, a_signer, a_targets_table

NAME = Path("gói.zip")


def back(report: Report) -> Report:
    return wire.report_from_json(wire.report_to_json(report), name=NAME)


def with_values(*values: Value) -> Report:
    table = Table(
        code="t",
        title="t",
        sheet="t",
        columns=(Column(heading=("a",)),) * len(values),
        rows=(Row(values=values),),
    )
    return a_report(blocks=(table,))


def changed(change: Any) -> bytes:
    content = json.loads(wire.report_to_json(a_report()))
    change(content)
    return json.dumps(content).encode()


TEXTS = st.text(st.characters(exclude_categories=["Cs"])).map(
    lambda text: unicodedata.normalize("NFC", text)
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    TEXTS,
)


def test_a_whole_report_comes_back() -> None:
    report = a_report(practice=True)
    assert back(report) == report


@given(st.lists(VALUES, min_size=1).map(tuple))
def test_every_value_comes_back_as_what_it_was(values: tuple[Value, ...]) -> None:
    table = back(with_values(*values)).blocks[0]
    assert isinstance(table, Table)
    found = table.rows[0].values
    assert [(type(v), str(v)) for v in found] == [(type(v), str(v)) for v in values]


@given(TEXTS, TEXTS, st.timezones(), st.datetimes(dt.datetime(1990, 1, 1)))  # noqa: DTZ001
def test_texts_and_moments_come_back(
    title: str, name: str, zone: dt.tzinfo, moment: dt.datetime
) -> None:
    report = a_report(
        plan_title=title,
        signer=a_signer(name=name),
        computed_at=moment.replace(tzinfo=zone).astimezone(dt.UTC),
    )
    assert back(report) == report


def test_equal_reports_give_equal_bytes_however_their_letters_are_composed() -> None:
    title = "Kế hoạch truyền thông\nnăm 2024"
    apart = unicodedata.normalize("NFD", title)
    assert apart != title
    assert wire.report_to_json(a_report(plan_title=apart)) == wire.report_to_json(
        a_report(plan_title=title)
    )


def test_half_a_character_is_left_out() -> None:
    assert back(a_report(plan_title="a\ud800b")).plan_title == "ab"


def test_a_mark_after_a_line_break_stays_a_mark() -> None:
    assert back(a_report(plan_title="a\n\u0303b")).plan_title == "a\n\u0303b"


def test_the_bytes_are_utf_8_with_sorted_keys_and_no_spaces() -> None:
    data = wire.report_to_json(a_report())
    again = json.dumps(
        json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert data == again.encode()


def test_a_text_that_looks_like_a_date_or_a_number_stays_a_text() -> None:
    values = ("2024-02-05", "1.50", "true", "null")
    table = back(with_values(*values)).blocks[0]
    assert isinstance(table, Table)
    assert table.rows[0].values == values


def test_every_field_of_every_record_has_its_place() -> None:
    known = {shape.__name__: shape for shape in shapes.Wire.__subclasses__()}
    classes = [getattr(records, name) for name in dir(records)]
    checked = set()
    for record in classes:
        shape = known.get(f"{getattr(record, '__name__', '')}Wire")
        if shape is not None and is_dataclass(record):
            names = {field.name for field in fields(record)}
            assert set(shape.__struct_fields__) == names
            checked.add(record)
    assert len(checked) == 17


def test_an_unknown_field_is_refused() -> None:
    data = changed(lambda content: content["report"].update(extra=1))
    with pytest.raises(PackageUnreadableError) as caught:
        wire.report_from_json(data, name=NAME)
    assert caught.value.path == NAME
    assert caught.value.reason == "content"
    assert "extra" in caught.value.facts[0]


def test_an_unknown_kind_of_block_is_refused() -> None:
    data = changed(lambda content: content["report"]["blocks"][0].update(block="macro"))
    with pytest.raises(PackageUnreadableError, match="macro"):
        wire.report_from_json(data, name=NAME)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b'{"format":"1"}'])
def test_what_is_no_report_is_refused(data: bytes) -> None:
    with pytest.raises(PackageUnreadableError):
        wire.report_from_json(data, name=NAME)


def test_the_front_of_a_report_is_all_but_what_is_long_in_it() -> None:
    report = replace(a_report(), slip=2, corrects="r-0")
    front = wire.front_from_json(wire.report_to_json(report), name=Path())
    assert report.blocks
    assert front == replace(
        report, blocks=(), annexes=(), data=(), traces=(), footnotes=(), changes=()
    )


def test_a_front_before_tables_that_are_none_is_refused() -> None:
    content = json.loads(wire.report_to_json(a_report()))
    content["report"]["annexes"][0]["blocks"] = "none"
    with pytest.raises(PackageUnreadableError) as raised:
        wire.front_from_json(json.dumps(content).encode(), name=Path("a"))
    assert "$.report.annexes[0].blocks" in raised.value.facts[0]


def test_a_later_format_is_named_as_such_whatever_its_fields() -> None:
    data = b'{"format":4,"anything":{}}'
    with pytest.raises(PackageTooNewError) as caught:
        wire.report_from_json(data, name=NAME)
    assert caught.value.facts == ("4", "3")


def test_a_moment_without_its_offset_is_refused() -> None:
    data = changed(
        lambda content: content["report"].update(computed_at="2024-12-16T09:15:30")
    )
    with pytest.raises(PackageUnreadableError):
        wire.report_from_json(data, name=NAME)


def test_one_changed_figure_changes_the_bytes() -> None:
    table = a_targets_table()
    row = replace(
        table.rows[1], values=(*table.rows[1].values[:5], Decimal("77.8"), "x")
    )
    other = replace(table, rows=(table.rows[0], row, *table.rows[2:]))
    assert wire.report_to_json(a_report(blocks=(other,))) != wire.report_to_json(
        a_report(blocks=(table,))
    )


def test_a_change_keeps_what_kind_of_number_it_had() -> None:
    at = records.FigureKey(table="targets", row="g1", column="value")
    change = records.FigureChange(at=at, label="x", old=Decimal("1.50"), new=2)
    found = back(replace(a_report(), changes=(change,))).changes[0]
    assert (type(found.old), str(found.old), found.new) == (Decimal, "1.50", 2)


def test_a_report_of_the_first_format_reads_as_it_was() -> None:
    file = json.loads(wire.report_to_json(a_report()))
    file["format"] = 1
    for later in ("traces", "footnotes", "changes", "slip", "corrects"):
        del file["report"][later]
    found = wire.report_from_json(json.dumps(file).encode(), name=NAME)
    assert (found.traces, found.changes, found.slip) == ((), (), 0)
    assert found.blocks == back(a_report()).blocks
