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


def test_a_slip_in_the_table_is_named(tmp_path: Path) -> None:
    wrong = tmp_path / "pictures.toml"
    wrong.write_text('mark = "x"\n[[pictures]]\nname = "a.jpg"\n', "utf-8")
    with pytest.raises(FileError) as refused:
        load_album(wrong)
    assert refused.value.reason == "unreadable"
