"""The pictures of the practice office are drawn the same each time."""

import io
from pathlib import Path

import pytest
from PIL import Image

from desktop.errors import FileError
from desktop.files.practice_pictures import HEIGHT, WIDTH, load_album


def test_pictures_are_the_same_each_time_and_unlike_each_other() -> None:
    first, again = load_album().pictures, load_album().pictures
    assert first == again
    assert len({one.data for one in first}) == len(first) >= 3


def test_each_is_a_picture_of_its_kind_without_marks() -> None:
    for one in load_album().pictures:
        with Image.open(io.BytesIO(one.data)) as image:
            assert image.size == (WIDTH, HEIGHT)
            assert f"image/{str(image.format).lower()}" == one.media
            assert not image.getexif()
        assert Path(one.name).suffix in {".jpg", ".png"}


def test_words_stand_below_each_in_the_ink_of_its_drawing() -> None:
    for one in load_album().pictures:
        with Image.open(io.BytesIO(one.data)) as image:
            strip = image.convert("L").crop((0, HEIGHT - 110, WIDTH, HEIGHT))
        dark = strip.point(lambda grey: 255 * (grey < 160))
        left, top, right, bottom = dark.getbbox() or (0, 0, 0, 0)
        assert 35 < left < 60
        assert 300 < right < WIDTH - 40
        assert 0 < top < 30
        assert 80 < bottom < 110
        assert strip.tobytes()[6 * WIDTH - 5] >= 250


def test_a_slip_in_the_table_is_named(tmp_path: Path) -> None:
    wrong = tmp_path / "pictures.toml"
    wrong.write_text('mark = "x"\n[[pictures]]\nname = "a.jpg"\n', "utf-8")
    with pytest.raises(FileError) as refused:
        load_album(wrong)
    assert refused.value.reason == "unreadable"
