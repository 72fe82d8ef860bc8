"""Addends: numbers that are parts of others, records, and what is shared."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop.files.trace_words import trace_words
from desktop.records.report import Column, FigureKey, Row, Table, Trace
from desktop.rules.tracing.addends import Extra, Told, Writer, row_name
from desktop.rules.tracing.codes import Codes
from desktop.rules.tracing.places import Kind, Quantity, Spot

NAMED = (Column(heading=("Tên",), key="name"), Column(heading=("Cuộc",), key="f"))


def a_quantity(name: str, code: str = "f") -> Quantity:
    return Quantity(kind=Kind.FIGURE, code=code, agency=name)


def told(*records: str, joined: tuple[str, ...] = (), family: object = "f") -> Told:
    return Told(
        value=Decimal(len(records)),
        how="Đếm.",
        amounts=dict.fromkeys(records, 1),
        joined=frozenset(joined),
        family=family,
    )


def traces(
    known: Mapping[Quantity, Told],
    rows: Mapping[str, tuple[str, int]] | None = None,
    outside: Mapping[str, str] | None = None,
) -> dict[str, Trace]:
    """Return the traces by the agency of their number."""
    codes = Codes()
    for one in known:
        row = Row(key=one.agency, values=(one.agency, 1))
        table = Table(
            code="table_a", title="Biểu A", sheet="A", columns=NAMED, rows=(row,)
        )
        at = FigureKey(table="table_a", row=one.agency, column=one.code)
        codes.give(
            one,
            Spot(
                at=at,
                table=table,
                row=row,
                column=NAMED[1],
                printed=1,
                quantities=(one,),
            ),
        )
    for one, each in known.items():
        list(codes.give_below(one, each.parts))
    writer = Writer(known, codes, rows or {}, trace_words())
    found = list(writer.traces(outside or {}))
    return {one.agency: trace for one, trace in zip(known, found, strict=True)}


def shown(trace: Trace) -> list[tuple[int, str, int]]:
    return [(int(one.amount), one.code, one.row) for one in trace.addends]


ROWS = {name: ("data", number) for number, name in enumerate("abcdefgh", start=1)}


def test_a_whole_names_its_parts_and_the_records_left_over() -> None:
    found = traces(
        {
            a_quantity("all"): told("a", "b", "c", "d", "e"),
            a_quantity("one"): told("a", "b"),
            a_quantity("two"): told("c", "d"),
        },
        ROWS,
    )
    assert shown(found["all"]) == [(2, "A2", 0), (2, "A3", 0), (1, "", 5)]
    assert shown(found["one"]) == [(1, "", 1), (1, "", 2)]
    assert found["all"].label == "Biểu A: all; Cuộc"


def test_what_a_part_holds_beside_is_taken_off_with_its_reason() -> None:
    found = traces(
        {
            a_quantity("all"): told("a", "b", "c", joined=("x",)),
            a_quantity("one"): told("a", "b", "c", "x"),
        },
        {**ROWS, "x": ("data", 9)},
    )
    # the part is larger than the whole: it is not named
    assert shown(found["all"]) == [(1, "", 1), (1, "", 2), (1, "", 3)]
    found = traces(
        {
            a_quantity("all"): told("a", "b", "c", "d", "e", joined=("x",)),
            a_quantity("one"): told("a", "b", "c", "x"),
        },
        {**ROWS, "x": ("data", 9)},
    )
    assert shown(found["all"]) == [(4, "A2", 0), (1, "", 4), (1, "", 5), (-1, "", 9)]
    assert found["all"].addends[-1].text.startswith("Sự kiện")


def test_what_is_not_known_as_shared_is_never_taken_off() -> None:
    found = traces(
        {
            a_quantity("all"): told("a", "b", "c", "d", "e"),
            a_quantity("one"): told("a", "b", "c", "x"),
        },
        ROWS,
    )
    assert all(not one.code for one in found["all"].addends)


def test_a_number_of_another_family_or_of_none_is_no_part() -> None:
    found = traces(
        {
            a_quantity("all"): told("a", "b", "c"),
            a_quantity("other"): told("a", "b", family="g"),
            a_quantity("alone"): told("a", "b", family=None),
        },
        ROWS,
    )
    assert all(not one.code for one in found["all"].addends)


def test_the_same_figures_parts_come_before_those_of_others() -> None:
    found = traces(
        {
            a_quantity("all"): told("a", "b", "c", "d"),
            a_quantity("other", "g"): told("a", "b", "c"),
            a_quantity("same"): told("a", "b"),
        },
        ROWS,
    )
    assert shown(found["all"])[0] == (2, "A3", 0)


def test_equal_numbers_of_other_days_name_one_another_once() -> None:
    found = traces(
        {a_quantity("all"): told("a", "b"), a_quantity("one"): told("a", "b")}, ROWS
    )
    assert shown(found["all"]) == [(1, "", 1), (1, "", 2)]
    assert shown(found["one"]) == [(2, "A1", 0)]


def test_a_record_in_no_table_is_told_in_words() -> None:
    found = traces(
        {a_quantity("one"): told("headcounts/1", "agencies/2")},
        {},
        {"headcounts/1": "Xã A (01/01/2022)"},
    )
    assert [one.text for one in found["one"].addends] == ["Xã A (01/01/2022)", ""]


def test_records_stand_in_the_order_of_the_data_and_others_after_them() -> None:
    one = a_quantity("one")
    found = traces({one: told("d", "z", "a", "y", "c")}, ROWS, {"z": "Z", "y": "Y"})
    assert [addend.row for addend in found["one"].addends] == [1, 3, 4, 0, 0]
    assert [addend.text for addend in found["one"].addends[3:]] == ["Z", "Y"]


def test_a_part_printed_nowhere_is_called_by_what_it_is_of() -> None:
    percent, top = a_quantity("percent"), a_quantity("top", "n")
    codes = Codes()
    row = Row(key="r", values=("Hàng", 1))
    table = Table(
        code="targets", title="", sheet="Chỉ tiêu", columns=NAMED, rows=(row,)
    )
    at = FigureKey(table="targets", row="r", column="f")
    codes.give(
        percent,
        Spot(at=at, table=table, row=row, column=NAMED[1], printed=50, quantities=()),
    )
    list(codes.give_below(percent, (top,)))
    known = {
        percent: Told(
            value=Decimal(50),
            how="",
            extras=(Extra(Decimal(1), "tử số", top), Extra(Decimal(2), "mẫu số")),
        ),
        top: told("a"),
    }
    one, two = Writer(known, codes, ROWS, trace_words()).traces({})
    assert [(x.code, x.text) for x in one.addends] == [
        ("F1a", "tử số"),
        ("", "mẫu số"),
    ]
    assert two.label == "Chỉ tiêu: Hàng; Cuộc - tử số"
    assert two.at == ()


def test_a_row_is_called_by_its_name_however_long() -> None:
    columns = (Column(heading=("",), key="ordinal"), Column(heading=("",), key="text"))
    table = Table(code="tasks", title="", sheet="", columns=columns, rows=())
    assert row_name(table, Row(values=(1, "Việc"))) == "Việc"
    assert row_name(table, Row(values=(1, None))) == ""


_SETS = st.sets(st.sampled_from("abcdefgh"), min_size=1)


@given(
    many=st.lists(_SETS, min_size=1, max_size=8),
    shared=st.sets(st.sampled_from("abcdefgh")),
)
def test_whatever_the_parts_are_every_number_adds_up_to_its_own_records(
    many: list[set[str]], shared: set[str]
) -> None:
    known = {
        a_quantity(str(number)): told(*sorted(each), joined=tuple(sorted(shared)))
        for number, each in enumerate(many)
    }
    found = traces(known, ROWS)
    by_code = {one.code: one for one in found.values()}

    def records(trace: Trace) -> dict[int, Decimal]:
        """Return every record a trace comes to, with how often it counts."""
        told: dict[int, Decimal] = {}
        for one in trace.addends:
            within = records(by_code[one.code]) if one.code else {one.row: one.amount}
            for row, amount in within.items():
                told[row] = told.get(row, Decimal(0)) + amount
        return {row: amount for row, amount in told.items() if amount}

    for quantity, trace in zip(known, found.values(), strict=True):
        expected = {ROWS[name][1]: 1 for name in known[quantity].amounts}
        assert records(trace) == expected
        assert sum(one.amount for one in trace.addends) == trace.value
