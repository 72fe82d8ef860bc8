"""Files of a practice office say so, and a test key is good for no others."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.files.pdf.document import draw
from desktop.files.practice_mark import PRACTICE_KEYWORD, says_practice
from desktop.files.signatures.detached import sign_detached
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.signatures.trust import Trust
from desktop.files.signed_file import judge
from desktop.files.workbook import workbook
from tests.files.report_builder import a_report


def drawn(tmp_path: Path, kind: str, *, practice: bool) -> bytes:
    report = replace(a_report(), practice=practice)
    if kind == "pdf":
        return draw(report).pdf
    path = tmp_path / "a.xlsx"
    workbook.write(report, path)
    return path.read_bytes()


@pytest.mark.parametrize("kind", ["pdf", "workbook"])
@pytest.mark.parametrize("practice", [True, False])
def test_only_files_of_a_practice_office_say_so(
    tmp_path: Path, kind: str, practice: bool
) -> None:
    assert says_practice(drawn(tmp_path, kind, practice=practice), kind) is practice


def test_the_keyword_stands_alike_in_both_places_of_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(drawn(tmp_path, "pdf", practice=True))
    with pikepdf.open(path) as document, document.open_metadata() as xmp:
        assert str(document.docinfo["/Keywords"]) == PRACTICE_KEYWORD
        assert xmp["pdf:Keywords"] == PRACTICE_KEYWORD


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", b"PK\x03\x04 nothing"])
@pytest.mark.parametrize("kind", ["pdf", "workbook", "other"])
def test_hostile_bytes_say_nothing(data: bytes, kind: str) -> None:
    assert not says_practice(data, kind)


@pytest.mark.parametrize("kind", ["pdf", "workbook"])
@pytest.mark.parametrize(
    ("practice", "found"), [(True, []), (False, ["test_key_on_real_report"])]
)
def test_a_test_key_is_good_only_for_practice(
    tmp_path: Path, kind: str, practice: bool, found: list[str]
) -> None:
    now = dt.datetime.now(dt.UTC)
    key = load_key(
        make_test_key(
            tmp_path / "k.p12", name="A", organisation="B", password="c", now=now
        ),
        "c",
    )
    data = drawn(tmp_path, kind, practice=practice)
    verdict = judge("a", data, sign_detached(data, key, now), Trust())
    assert [one.code for one in verdict.findings] == found
    assert verdict.intact is practice
