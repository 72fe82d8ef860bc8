"""Tests of the lines between the program and the helper."""

import pytest

from desktop.files.signatures.token import wire


def test_a_message_comes_through_as_one_line() -> None:
    message = {"ask": "login", "pin": "mã\n{}", "last_try": False}
    line = wire.pack(message)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert wire.unpack(line) == message


@pytest.mark.parametrize("line", [b"", b"\n", b"{", b"[1]\n", b'"x"\n', b"\xff\n"])
def test_half_a_line_is_no_message(line: bytes) -> None:
    with pytest.raises(wire.NonsenseError):
        wire.unpack(line)


@pytest.mark.parametrize("data", [b"", b"\x00\xff", bytes(range(256))])
def test_bytes_come_through(data: bytes) -> None:
    assert wire.read(wire.written(data)) == data


@pytest.mark.parametrize("text", [None, 1, "?", "a", "é"])
def test_what_are_no_bytes_is_refused(text: object) -> None:
    with pytest.raises(wire.NonsenseError):
        wire.read(text)


def test_an_answer_gives_its_value_even_when_it_is_nothing() -> None:
    assert wire.value_of({"good": None}) is None
    assert wire.value_of({"good": [1]}) == [1]


def test_a_refusal_keeps_reason_and_facts() -> None:
    with pytest.raises(wire.RefusedError) as caught:
        wire.value_of({"reason": "wrong_pin", "facts": ["A", 2]})
    assert (caught.value.reason, caught.value.facts) == ("wrong_pin", ("A", "2"))


@pytest.mark.parametrize("message", [{}, {"reason": 1}, {"reason": "x", "facts": "y"}])
def test_what_is_no_answer_is_refused(message: dict[str, object]) -> None:
    with pytest.raises(wire.NonsenseError):
        wire.value_of(message)
