"""Whatever a damaged picture brings about is known, and told as damage."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop.errors import FileError
from desktop.files.evidence.photo import shrunk
from desktop.files.pillow_faults import PILLOW_FAULTS


def a_picture(kind: str) -> bytes:
    output = BytesIO()
    Image.new("RGB", (40, 30), "red").save(output, kind)
    return output.getvalue()


def reason(data: bytes) -> str:
    """Return why a picture is refused, blank where it is read."""
    try:
        shrunk(data, Path("a.png"))
    except FileError as error:
        return error.reason
    return ""


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
@given(st.data())
def test_a_damaged_picture_is_read_or_told_to_be_damaged(
    kind: str, data: st.DataObject
) -> None:
    whole = bytearray(a_picture(kind))
    for _ in range(3):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    known = {"", "image_damaged", "image_too_large", "many_pages"}
    assert reason(bytes(whole)) in known
    assert reason(bytes(whole[:60])) == "image_damaged"


def test_what_was_seen_to_be_raised_is_no_bare_exception() -> None:
    assert not {Exception, BaseException} & set(PILLOW_FAULTS)
