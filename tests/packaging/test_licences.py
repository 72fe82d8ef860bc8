"""No part is shipped without the text of its licence."""

from pathlib import Path

import pytest

from windows import licences
from windows.refusals import BuildError

TEXT = "Permission is hereby granted\n"
PARTS = ("SoTruyenThong", "CPython")


@pytest.fixture
def given(tmp_path: Path) -> dict[str, Path]:
    """Give the texts that do not lie beside the table."""
    names = ("LICENSE", "CPython-LICENSE.txt", "OFL-license.txt")
    for name in names:
        (tmp_path / name).write_text(TEXT, "utf-8")
    return {name: tmp_path / name for name in names}


def install(stage: Path, name: str, *texts: str, head: str = "") -> Path:
    """Lay out the notes of a library as a wheel brings them."""
    folder = stage / "lib" / f"{name}.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text(f"Metadata-Version: 2.4\n{head}\nLong\n", "utf-8")
    for text in texts:
        (folder / text).parent.mkdir(parents=True, exist_ok=True)
        (folder / text).write_text(TEXT, "utf-8")
    return folder


def collect(stage: Path, given: dict[str, Path]) -> None:
    licences.collect(stage, given, dict.fromkeys(PARTS, "1.0"))


def laid(stage: Path, part: str) -> set[str]:
    folder = stage / "LICENSES" / part
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_library_without_a_licence_is_refused_by_name(
    tmp_path: Path, given: dict[str, Path]
) -> None:
    install(tmp_path, "coloi-2.0", "licenses/LICENSE.txt")
    install(tmp_path, "khongloi-3.1", "licenses/AUTHORS.md", "RECORD")
    with pytest.raises(BuildError) as refused:
        collect(tmp_path, given)
    assert "khongloi 3.1" in str(refused.value)
    assert "coloi" not in str(refused.value)
    assert not (tmp_path / "LICENSES").exists()


def test_a_commercial_licence_is_not_the_one_qt_is_used_under(
    tmp_path: Path, given: dict[str, Path]
) -> None:
    install(tmp_path, "shiboken6-6.9.3", "licenses/LicenseRef-Qt-Commercial.txt")
    collect(tmp_path, given)
    assert laid(tmp_path, "shiboken6-6.9.3") == {"GPL-3.0.txt", "LGPL-3.0.txt"}
    index = (tmp_path / "LICENSES" / licences.INDEX).read_text("utf-8")
    assert "shiboken6 6.9.3: LGPL-3.0-only\n    Mã nguồn: https://" in index


def test_a_text_that_the_table_names_but_nobody_wrote_is_refused(
    tmp_path: Path, given: dict[str, Path]
) -> None:
    given["OFL-license.txt"].unlink()
    with pytest.raises(BuildError, match="Liberation-fonts"):
        collect(tmp_path, given)


@pytest.mark.parametrize(
    "name", ["LICENSE", "LICENCE.rst", "licenses/COPYING", "licenses/LICENSE.BSD"]
)
def test_each_spelling_of_a_licence_is_found(
    name: str, tmp_path: Path, given: dict[str, Path]
) -> None:
    install(tmp_path, "giay-1.0", name)
    collect(tmp_path, given)
    assert laid(tmp_path, "giay-1.0") == {name.removeprefix("licenses/")}


def test_texts_move_away_from_the_library_and_its_name_stays(
    tmp_path: Path, given: dict[str, Path]
) -> None:
    folder = install(
        tmp_path,
        "giay-1.0",
        "licenses/LICENSE",
        "licenses/vendor/NOTICE",
        "sboms/a.json",
        head="License-Expression: MIT\n",
    )
    collect(tmp_path, given)
    assert [path.name for path in folder.rglob("*")] == ["METADATA"]
    assert laid(tmp_path, "giay-1.0") == {"LICENSE", "vendor/NOTICE", "sboms/a.json"}
    index = (tmp_path / "LICENSES" / licences.INDEX).read_text("utf-8")
    assert "giay 1.0: MIT\n" in index


def test_a_classifier_tells_the_licence_where_no_field_does(
    tmp_path: Path, given: dict[str, Path]
) -> None:
    head = "Classifier: License :: OSI Approved :: BSD License\n"
    install(tmp_path, "giay-1.0", "LICENSE", head=head)
    collect(tmp_path, given)
    index = (tmp_path / "LICENSES" / licences.INDEX).read_text("utf-8")
    assert "giay 1.0: BSD License\n" in index


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("LGPL-3.0.txt", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("GPL-3.0.txt", "GNU GENERAL PUBLIC LICENSE"),
        ("Apache-2.0.txt", "Apache License"),
        ("MPL-2.0.txt", "Mozilla Public License"),
    ],
)
def test_the_long_licences_are_there_whole(name: str, says: str) -> None:
    text = (licences.ROOM / name).read_text("utf-8")
    assert says in text
    assert len(text) > 7_000


@pytest.mark.parametrize(
    "part", ["FreeType", "HarfBuzz", "libjpeg-turbo", "libpng", "PCRE2", "zlib", "MD4C"]
)
def test_the_notices_of_qt_name_its_parts(part: str) -> None:
    text = (licences.ROOM / "Qt-third-party-licenses.txt").read_text("utf-8")
    assert part in text
