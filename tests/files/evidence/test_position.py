"""A film kept does not say where it was taken, and plays as before."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.files.evidence.position import without_position
from tests.files.evidence.pictures import a_film

PLACE = b"+14.5086+107.8331"


def test_the_place_in_the_head_is_overwritten_and_nothing_moves() -> None:
    before = a_film()
    after = without_position(before)
    head = after[after.index(b"moov") :]
    assert PLACE not in head
    assert b"+00.0000+000.0000/" in head
    assert len(after) == len(before)
    # What looks like a place in the pictures themselves is a picture.
    assert after[: after.index(b"moov")] == before[: before.index(b"moov")]


def test_height_goes_with_the_place() -> None:
    after = without_position(a_film(b"+14.5086+107.8331+610.125/"))
    assert b"610" not in after


def test_a_film_without_a_place_stays_byte_by_byte() -> None:
    film = a_film(b"none at all")
    assert without_position(film) == film


@given(st.binary(max_size=200))
def test_what_is_not_made_of_boxes_is_left_alone_or_keeps_its_length(
    data: bytes,
) -> None:
    assert len(without_position(data)) == len(data)
    cut = a_film()[: len(data)]
    assert without_position(cut + data)[: len(cut)] == cut or b"moov" in cut
