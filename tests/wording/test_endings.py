"""What ends is said with whose it is, when, and what to do."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.records.ending import Ending, EndingKind
from desktop.records.signing import SignerRole
from desktop.wording import endings
from tests.builders import NOW

CERTIFICATE = Ending(
    kind=EndingKind.CERTIFICATE,
    name="Y Hà",
    ends=NOW + dt.timedelta(days=12),
    left=12,
    roles=(SignerRole.PERSON,),
    key="a",
    soon=True,
)
OVER = replace(CERTIFICATE, ends=NOW - dt.timedelta(days=1), left=-1)
LIST = replace(OVER, kind=EndingKind.LIST, name="CA", roles=())


def test_a_line_tells_what_whose_and_when() -> None:
    assert endings.line(CERTIFICATE, NOW) == (
        "Chứng thư số hết hạn: Y Hà (người ký) | 01/01/2025 – còn 12 ngày"
    )
    assert endings.line(LIST, NOW) == (
        "Danh sách thu hồi hết hạn: CA | 19/12/2024 – đã hết hạn"
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ((), ""),
        ((CERTIFICATE,), "chứng thư số của Y Hà sắp hết hạn (còn 12 ngày)"),
        ((OVER, CERTIFICATE), "chứng thư số của Y Hà đã hết hạn"),
        ((LIST, CERTIFICATE), "chứng thư số của Y Hà sắp hết hạn (còn 12 ngày)"),
        ((LIST,), "danh sách thu hồi đã hết hạn"),
    ],
)
def test_the_sentence_of_the_overview_names_the_most_pressing(
    found: tuple[Ending, ...], words: str
) -> None:
    assert endings.headline(found) == words


def test_each_kind_says_what_to_do() -> None:
    assert "gia hạn" in endings.to_do(CERTIFICATE)
    assert "nhập" in endings.to_do(LIST)


def test_a_calendar_names_the_holder() -> None:
    title, text = endings.event_words(CERTIFICATE)
    assert title == "Chứng thư số hết hạn: Y Hà"
    assert "người ký" in text
