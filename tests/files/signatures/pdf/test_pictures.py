"""Pictures of signature and seal: only drawings on nothing, cut, sized and kept."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from desktop.errors import FileError
from desktop.files.signatures.pdf import pictures
from desktop.files.signatures.pdf.pictures import (
    Picture,
    forget_picture,
    keep_picture,
    kept_picture,
    picture_doubts,
    read_picture,
)
from desktop.records.signing import SignerRole
from tests.files.signatures.handwriting import (
    BARE,
    RED,
    a_seal,
    a_signature,
    png,
    written,
)

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


def opened(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.png))


def test_bare_edges_are_cut_away(tmp_path: Path) -> None:
    picture = read_picture(written(tmp_path, a_seal(500)), 36.0)
    width, height = picture.pixels
    assert (width, height) == pytest.approx((501, 501), abs=1)
    assert opened(picture).getchannel("A").getbbox() == (0, 0, width, height)


def test_what_is_finer_than_print_can_show_is_made_smaller(tmp_path: Path) -> None:
    picture = read_picture(written(tmp_path, a_signature(3000, 1400)))
    assert max(picture.pixels) == pictures.LONGEST_SIDE
    assert picture.pixels[0] / picture.pixels[1] == pytest.approx(3000 / 1400, rel=0.02)


def test_only_the_drawing_passes_and_nothing_else_the_file_said(tmp_path: Path) -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "Nguyễn Văn Kín")
    path = tmp_path / "p.png"
    a_signature().save(path, pnginfo=said)
    assert "Kín".encode() in path.read_bytes()
    assert "Kín".encode() not in read_picture(path).png
    assert b"tEXt" not in read_picture(path).png


@pytest.mark.parametrize("mode", ["P", "LA"])
def test_other_ways_of_being_transparent_do_too(tmp_path: Path, mode: str) -> None:
    path = written(tmp_path, a_signature().convert(mode))
    assert opened(read_picture(path)).mode == "RGBA"


def opaque(picture: Image.Image) -> bytes:
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    return png(paper)


def jpeg(picture: Image.Image) -> bytes:
    output = BytesIO()
    picture.convert("RGB").save(output, "JPEG")
    return output.getvalue()


REFUSED: list[tuple[str, Callable[[], bytes]]] = [
    ("picture_opaque", lambda: opaque(a_signature())),
    ("picture_opaque", lambda: png(a_signature().convert("RGB"))),
    ("picture_not_png", lambda: jpeg(a_signature())),
    ("picture_not_png", lambda: b""),
    ("picture_not_png", lambda: b"%PDF-1.7"),
    ("picture_damaged", lambda: png(a_signature())[:300]),
    ("picture_damaged", lambda: png(a_signature())[:40] + bytes(500)),
    ("picture_empty", lambda: png(Image.new("RGBA", (400, 400), BARE))),
    ("picture_small", lambda: png(a_signature(20, 10))),
    ("picture_too_large", lambda: png(Image.new("L", (9000, 9000)))),
]


@pytest.mark.parametrize(("reason", "made"), REFUSED)
def test_what_would_look_wrong_on_paper_is_refused_with_a_reason(
    tmp_path: Path, reason: str, made: Callable[[], bytes]
) -> None:
    path = tmp_path / "p.png"
    path.write_bytes(made())
    with pytest.raises(FileError) as refused:
        read_picture(path)
    assert refused.value.reason == reason


def test_a_missing_file_and_a_huge_one_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileError) as refused:
        read_picture(tmp_path / "none.png")
    assert refused.value.reason == "missing"
    monkeypatch.setattr(pictures, "SIZE_LIMIT", 1000)
    with pytest.raises(FileError) as refused:
        read_picture(written(tmp_path, a_seal()))
    assert refused.value.reason == "picture_too_large"


def test_a_seal_wider_than_any_place_for_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        read_picture(written(tmp_path, a_seal()), 60.0)
    assert (refused.value.reason, refused.value.facts) == ("picture_wide", ("42",))


def test_a_kept_picture_comes_back_with_its_real_size(tmp_path: Path) -> None:
    seal = read_picture(written(tmp_path, a_seal()), 38.5)
    path = keep_picture(AGENCY, seal, tmp_path / "signing")
    found = kept_picture(AGENCY, tmp_path / "signing")
    assert path.name == "seal.png"
    assert found is not None
    assert (found.pixels, found.width_mm) == (seal.pixels, 38.5)
    assert kept_picture(PERSON, tmp_path / "signing") is None


def test_a_signature_has_no_real_size(tmp_path: Path) -> None:
    keep_picture(PERSON, read_picture(written(tmp_path, a_signature())), tmp_path)
    found = kept_picture(PERSON, tmp_path)
    assert found is not None
    assert found.width_mm == 0.0


def test_a_forgotten_picture_is_gone_and_may_be_forgotten_again(tmp_path: Path) -> None:
    keep_picture(AGENCY, read_picture(written(tmp_path, a_seal()), 36), tmp_path)
    for _ in range(2):
        forget_picture(AGENCY, tmp_path)
        assert kept_picture(AGENCY, tmp_path) is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    picture = read_picture(written(tmp_path, a_seal()), 36)
    with pytest.raises(FileError) as refused:
        keep_picture(AGENCY, picture, tmp_path / "file" / "signing")
    assert refused.value.reason == "read_only"
    (tmp_path / "signature.png").mkdir()
    with pytest.raises(FileError) as refused:
        forget_picture(PERSON, tmp_path)
    assert refused.value.reason == "read_only"


def test_without_a_folder_pictures_lie_in_the_user_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "user_folder", lambda: tmp_path / "user")
    path = keep_picture(PERSON, read_picture(written(tmp_path, a_signature())))
    assert path == tmp_path / "user" / "signing" / "signature.png"
    assert [one.name for one in path.parent.iterdir()] == ["signature.png"]


def test_a_good_signature_and_a_good_seal_raise_no_doubt(tmp_path: Path) -> None:
    signature = read_picture(written(tmp_path, a_signature()))
    seal = read_picture(written(tmp_path, a_seal()), 36.0)
    assert picture_doubts(PERSON, signature) == ()
    assert picture_doubts(AGENCY, seal) == ()


def test_what_the_decree_would_not_have_is_doubted(tmp_path: Path) -> None:
    seal = read_picture(written(tmp_path, a_seal()), 36.0)
    signature = read_picture(written(tmp_path, a_signature(120, 60)), 0.0)
    assert picture_doubts(PERSON, seal) == ("not_blue",)
    assert picture_doubts(PERSON, signature) == ("coarse",)
    assert picture_doubts(AGENCY, signature) == (
        "not_red",
        "seal_size",
        "not_round",
        "coarse",
    )
    small = read_picture(written(tmp_path, a_seal()), 20.0)
    assert picture_doubts(AGENCY, small) == ("seal_size",)


def test_faint_ink_is_a_drawing_too(tmp_path: Path) -> None:
    faint = Image.new("RGBA", (400, 400), BARE)
    faint.paste((*RED[:3], 60), (50, 50, 350, 350))
    picture = read_picture(written(tmp_path, faint), 36.0)
    assert picture.pixels == (300, 300)
    assert picture_doubts(AGENCY, picture) == ()


def test_a_picture_shows_nothing_of_itself_in_a_log(tmp_path: Path) -> None:
    assert "PNG" not in repr(read_picture(written(tmp_path, a_seal()), 36.0))
