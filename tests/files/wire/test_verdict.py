"""A verdict goes through the pipe whole, and nothing else does."""

import datetime as dt
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.wire.verdict import (
    CheckWire,
    RefusalWire,
    VerdictWire,
    answer_from_json,
    answer_to_json,
    check_from_json,
    check_to_json,
)
from desktop.records.verification import FileVerdict, Finding

MOMENTS = st.datetimes(
    min_value=dt.datetime(1990, 1, 1),  # noqa: DTZ001  the strategy asks for bare ones
    max_value=dt.datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.just(dt.UTC),
)
st.register_type_strategy(dt.datetime, MOMENTS)


def verdicts(depth: int) -> st.SearchStrategy[FileVerdict]:
    inside: Any = (
        st.just(()) if not depth else st.lists(verdicts(depth - 1), max_size=2)
    )
    return st.builds(FileVerdict, members=inside.map(tuple))


@given(verdict=verdicts(1))
def test_a_verdict_comes_back_as_it_went(verdict: FileVerdict) -> None:
    line = answer_to_json(VerdictWire(verdict=verdict))
    assert line.count(b"\n") == 1
    assert answer_from_json(line) == VerdictWire(verdict=verdict)


def test_a_text_of_a_librarys_own_kind_goes_through_as_a_text() -> None:
    class Text(str):
        __slots__ = ()

    verdict = FileVerdict(
        file_name=Text("a"),
        format="pdf",
        findings=(Finding(code="page_changed", facts=(Text("KyCaNhan"), "1")),),
    )
    answer = answer_from_json(answer_to_json(VerdictWire(verdict=verdict)))
    assert answer == VerdictWire(verdict=verdict)
    odd = FileVerdict(file_name=object(), format="pdf")  # type: ignore[arg-type]
    with pytest.raises(NotImplementedError):
        answer_to_json(VerdictWire(verdict=odd))


@given(pieces=st.lists(st.binary(max_size=40), max_size=3), moment=MOMENTS)
def test_a_question_comes_back_as_it_went(
    pieces: list[bytes], moment: dt.datetime
) -> None:
    asked = CheckWire(
        path="Báo cáo\n.pdf",
        anchors=tuple(pieces),
        intermediates=(),
        crls=tuple(pieces),
        now=moment,
        memory=1,
        seconds=0.5,
    )
    line = check_to_json(asked)
    assert line.count(b"\n") == 1
    assert check_from_json(line) == asked


def test_a_refusal_names_an_error_there_is() -> None:
    kinds = get_args(RefusalWire.__annotations__["kind"])
    for kind in kinds:
        told = RefusalWire(kind=kind, path="a", reason="b", facts=("c",))
        assert answer_from_json(answer_to_json(told)) == told
    with pytest.raises(ValueError, match="SystemExit"):
        answer_from_json(
            b'{"type":"refusal","kind":"SystemExit","path":"","reason":""}'
        )


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b'{"type":"verdict"}',
        b'{"type":"verdict","verdict":{"file_name":1,"format":"pdf"}}',
        b'{"type":"verdict","verdict":{"file_name":"a","format":"b","findings":[1]}}',
    ],
)
def test_anything_else_is_no_answer(line: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        answer_from_json(line)
