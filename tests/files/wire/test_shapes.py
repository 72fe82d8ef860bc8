"""Shapes accept exactly their own fields."""

import msgspec
import pytest

from desktop.files.wire.shapes import FigureKeyWire


def test_a_shape_takes_no_field_it_does_not_know() -> None:
    data = b'{"table":"a","row":"b","column":"c","note":"d"}'
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.json.decode(data, type=FigureKeyWire)


def test_a_shape_takes_nothing_less_than_its_fields() -> None:
    with pytest.raises(msgspec.ValidationError, match="column"):
        msgspec.json.decode(b'{"table":"a","row":"b"}', type=FigureKeyWire)
